"""Benchmarks of batch jobs run, on a few articles each; the one with faults tells when its books do not close."""

import subprocess
import sys
from collections import Counter
from itertools import pairwise

import pytest
from store import ROOT

from benchmarks.batch.articles import cores
from benchmarks.batch.faults import Books
from benchmarks.batch.server import USAGE

READ, WRITTEN = USAGE


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("faults", ("--articles", "25", "--time-out", "0.3"), "the books close: nothing lost, nothing twice"),
        ("resume", ("--articles", "200"), "200 done articles skipped"),
        ("speed", ("--articles", "8", "--rounds", "1", "--delay", "0.01"), "throughput, ours to instructor"),
    ],
)
def test_a_benchmark_runs(name, options, told):
    command = [sys.executable, "-m", f"benchmarks.batch.{name}", *options]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert told in done.stdout


def test_books_that_agree():
    books = Books(Counter({0: 2, 1: 1}), Counter({1: 1}), 0, {0: (1, 2 * READ, 2 * WRITTEN), 1: (1, 0, 0)})
    assert books.faults(2) == []


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ({}, "article 0 is not in the job"),
        ({0: (2, 2 * READ, 2 * WRITTEN)}, "article 0 was read 2 times"),
        ({0: (0, 2 * READ, 2 * WRITTEN)}, "article 0 was read 0 times"),
        ({0: (1, READ, WRITTEN)}, "article 0: 2 answers billed, 0 of them never seen whole; 1,700 tokens in"),
        ({0: (1, 3 * READ, 3 * WRITTEN)}, "article 0: 2 answers billed"),
    ],
)
def test_books_that_do_not_agree(stored, told):
    (line,) = Books(Counter({0: 2}), Counter(), 0, stored).faults(1)
    assert line.startswith(told)


def test_an_answer_that_got_lost_on_the_way():
    books = Books(Counter({0: 2}), Counter({0: 1}), 1, {0: (1, READ, WRITTEN)})
    assert books.faults(1) == ["1 answers never arrived, and nobody hung up on them"]


def test_quotes_stand_in_the_text_in_order_and_apart():
    for core in cores():
        spans = [quote.span for quote in core.quotes]
        assert all(core.text[at:end] == quote.text for (at, end), quote in zip(spans, core.quotes, strict=True))
        assert all(end <= following for (_, end), (following, _) in pairwise(spans))
        assert len(spans) > 5
