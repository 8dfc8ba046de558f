"""A run that is killed, or interrupted, goes on where it was: what was answered is not paid for again."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest
from runs import GOOD, archive, rows, text
from store import ROOT

from tests.loopback import Loopback, answer

TOTAL, AT_ONCE = 300, 8
SUMMARISER = "import sys; sys.path.insert(0, 'tests/batch'); from summariser.cli.main import main; main()"


def begin(server, tmp_path, name):
    """Begin a run as a process of its own."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "OPENAI_BASE_URL": server.url,
        "SUMMARISER_MODEL": "loopback-1",
        "SUMMARISER_CACHE": str(tmp_path / "cache"),
    }
    job = str(tmp_path / "j.db")
    command = ["batch", name, "--job", job, "--task", "runs:VOTE", "--concurrency", str(AT_ONCE), "--no-cache"]
    return subprocess.Popen(
        [sys.executable, "-c", SUMMARISER, *command], env=environment, cwd=ROOT, stderr=subprocess.PIPE, text=True
    )


def wait_for(server, requests):
    """Wait until the server has seen so many requests."""
    until = time.monotonic() + 30
    while len(server.requests) < requests:
        assert time.monotonic() < until, "the run does not get going"
        time.sleep(0.005)


def slowly(handler, request):
    time.sleep(0.01)
    answer(GOOD)(handler, request)


def test_killed_at_random_moments_it_pays_again_only_for_what_was_in_flight(tmp_path):
    name, dice, kills = archive(tmp_path / "a.jsonl", map(text, range(TOTAL))), random.Random(7), 4
    with Loopback(slowly) as server:
        for _ in range(kills):
            run = begin(server, tmp_path, name)
            wait_for(server, len(server.requests) + dice.randrange(1, TOTAL // kills))
            run.kill()
            run.communicate()
        last = begin(server, tmp_path, name)
        _, said = last.communicate(timeout=60)
        assert last.returncode == 0, said
        asked = [json.dumps(request["messages"][-1]) for request in server.requests]
    assert rows(tmp_path / "j.db", "SELECT count(*), count(DISTINCT article_id) FROM records") == [(TOTAL, TOTAL)]
    assert len(set(asked)) == TOTAL
    # In flight, or answered and not yet committed: a batch of results takes milliseconds.
    assert len(asked) <= TOTAL + kills * 2 * AT_ONCE
    assert rows(tmp_path / "j.db", "SELECT DISTINCT json_extract(json, '$.ayes') FROM records") == [(14,)]


@pytest.mark.parametrize("signalled", [signal.SIGINT, signal.SIGTERM])
def test_the_first_interrupt_finishes_what_is_in_flight(signalled, tmp_path):
    name = archive(tmp_path / "a.jsonl", map(text, range(TOTAL)))
    with Loopback(slowly) as server:
        run = begin(server, tmp_path, name)
        wait_for(server, 30)
        run.send_signal(signalled)
        _, said = run.communicate(timeout=30)
        answered = len(server.requests)
    assert run.returncode == 130
    assert "in flight; Ctrl-C again to end at once" in said
    assert "run the same command again to go on" in said
    assert rows(tmp_path / "j.db", "SELECT count(*) FROM records") == [(answered,)]
    assert answered < TOTAL


def test_the_second_interrupt_ends_at_once(tmp_path):
    name = archive(tmp_path / "a.jsonl", map(text, range(TOTAL)))

    def never(handler, request):
        handler.loopback.stopping.wait(20)

    with Loopback(never) as server:
        run = begin(server, tmp_path, name)
        wait_for(server, AT_ONCE)
        run.send_signal(signal.SIGINT)
        time.sleep(0.5)
        assert run.poll() is None
        began = time.monotonic()
        run.send_signal(signal.SIGINT)
        run.communicate(timeout=15)
    assert time.monotonic() - began < 5
    assert run.returncode == 130
    assert rows(tmp_path / "j.db", "SELECT DISTINCT state FROM articles") == [("pending",)]
