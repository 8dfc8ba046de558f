"""The command as a process of its own: pipes, signals, terminals."""

import json
import os
import pty
import re
import resource
import select
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date

import pytest

from summariser import NEGOTIATION, check
from summariser.archives.items import Item
from summariser.articles.reading import read_article
from summariser.batch.job import Identity, Job
from summariser.batch.results import Done
from tests.cli.conftest import ARTICLE, DATE, DRAFT, ROOT, process
from tests.loopback import Loopback, answer, hang

GOOD = DRAFT.read_text()
CHECK = ("check", DRAFT, "--article", ARTICLE, "--date", DATE)


def finished(*args, **options):
    with process(*args, **options) as running:
        out, err = running.communicate(timeout=60)
    return running.returncode, out, err


@pytest.fixture(scope="module")
def silent():
    with Loopback(hang()) as server:
        yield server


def at(server):
    return {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "none", "SUMMARISER_MODEL": "loopback-1"}


def test_the_whole_way():
    code, out, err = finished(*CHECK)
    assert (code, err) == (0, b"")
    assert out.decode().startswith("Marellia accepts")


def test_a_fault_leaves_no_traceback(tmp_path):
    code, out, err = finished(tmp_path / "none.txt", "--engine", "rules")
    assert (code, out) == (1, b"")
    assert err.decode() == f"summariser: there is no file '{tmp_path}/none.txt'\n"


@pytest.mark.parametrize("args", [("schema",), ("prompt", ARTICLE), CHECK])
def test_a_reader_that_goes(args):
    read, write = os.pipe()
    os.close(read)
    code, _, err = finished(*args, stdout=write)
    os.close(write)
    assert (code, err) == (1, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_disk_that_is_full():
    with open("/dev/full", "wb") as full:
        code, _, err = finished("schema", stdout=full)
    assert code == 1
    assert err == b"summariser: cannot write to standard output: No space left on device\n"


@pytest.fixture(scope="module")
def job(tmp_path_factory):
    """Return a job with more records than a pipe holds."""
    path = tmp_path_factory.mktemp("job") / "talks.db"
    article = read_article(str(ARTICLE), date=date.fromisoformat(DATE))
    record = check(GOOD, article)
    with Job.open(path, NEGOTIATION, Identity("llm", "loopback-1")) as job:
        source = job.source("wire.jsonl", "1")
        job.add(source.id, [Item(str(n), replace(article, text=f"{article.text} {n}")) for n in range(60)], 0)
        job.store_many([Done(n, record) for n in range(1, 61)])
    return path


EXPORTS = [("--format", "spreadsheet"), ("--format", "csv", "--table", "articles"), ("--format", "jsonl")]


@pytest.mark.parametrize("form", EXPORTS)
def test_an_export_to_a_reader_that_goes(job, form):
    with process("export", job, *form) as running:
        assert running.stdout.readline()
        running.stdout.close()
        err = running.stderr.read()
    assert (running.returncode, err) == (1, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize("form", EXPORTS)
def test_an_export_to_a_disk_that_is_full(job, form):
    with open("/dev/full", "wb") as full:
        code, _, err = finished("export", job, *form, stdout=full)
    assert code == 1
    assert err == b"summariser: cannot write to standard output: No space left on device\n"


def test_a_spreadsheet_that_the_disk_takes_in_part(job, tmp_path):
    path = tmp_path / "claims.csv"
    bound = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))}
    code, _, err = finished("export", job, "--format", "spreadsheet", "-o", path, **bound)
    assert code == 1
    assert err.decode() == f"summariser: cannot write {str(path)!r}: File too large\n"
    assert not path.exists()


def test_a_device_as_output():
    code, out, _ = finished(*CHECK, "-o", "/dev/stdout")
    assert code == 0
    assert out.decode().startswith("Marellia accepts")


def test_an_interrupt(silent):
    with process("summarise", ARTICLE, env=at(silent)) as running:
        waiting = len(silent.requests)
        deadline = time.monotonic() + 30
        while len(silent.requests) == waiting and time.monotonic() < deadline:
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert out == b""
    assert err.strip() == b"summariser: interrupted"


def test_a_standard_output_that_knows_ascii_alone():
    code, out, err = finished(*CHECK, "--title", "Köhler", env={"PYTHONIOENCODING": "ascii"})
    assert (code, err) == (0, b"")
    assert rb"K\xf6hler" in out


def test_json_stays_json_on_it():
    code, out, _ = finished(*CHECK, "--title", "Köhler", "--format", "json", env={"PYTHONIOENCODING": "ascii"})
    assert code == 0
    assert json.loads(out)["article"]["title"] == "Köhler"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("summarise - --engine rules <&-", b"'-' means standard input, and there is none here"),
        ("schema >&-", b"standard output is closed"),
    ],
)
def test_a_closed_standard_stream(command, told):
    line = f"{sys.executable} -m summariser {command}"
    done = subprocess.run(line, shell=True, capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"summariser: " + told)


def on_terminal(*args, env=None, until=None):
    """Run the command on a terminal; return its exit code and all that the terminal received.

    The process is interrupted once the terminal shows `until`.
    """
    ours, theirs = pty.openpty()
    streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    with process(*args, env={"TERM": "xterm", **(env or {})}, **streams) as running:
        os.close(theirs)
        seen, deadline = b"", time.monotonic() + 60
        while time.monotonic() < deadline:
            ready, _, _ = select.select([ours], [], [], 0.1)
            try:
                received = os.read(ours, 65536) if ready else b""
            except OSError:
                break
            seen += received
            if until and until in seen:
                running.send_signal(signal.SIGINT)
                until = None
    os.close(ours)
    return running.returncode, seen.decode()


def test_colours_on_a_terminal():
    code, seen = on_terminal(*CHECK)
    assert code == 0
    assert "\x1b[32maccepted\x1b[0m" in seen


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colours_where_they_are_not_wanted(env):
    assert "\x1b" not in on_terminal(*CHECK, env=env)[1]


def test_help_where_nothing_is_said_on_a_terminal():
    code, seen = on_terminal()
    assert code == 0
    assert seen.startswith("Usage: summariser")


def test_a_slow_model_is_seen_to_live(silent):
    code, seen = on_terminal("summarise", ARTICLE, env={**at(silent), "NO_COLOR": "1"}, until=b"1 s, try 1 of 3")
    assert code == 130
    assert re.search(r"\r\x1b\[K1 s, try 1 of 3, \w+", seen)
    assert seen.splitlines()[-1].endswith("summariser: interrupted")


def test_nothing_of_it_is_left_once_the_answer_is_there():
    with Loopback(answer(GOOD)) as server:
        code, seen = on_terminal("summarise", ARTICLE, "--date", DATE, env=at(server))
    assert code == 0
    assert "Marellia accepts" in seen


def test_quiet_shows_nothing_of_a_slow_model(silent):
    with process("summarise", ARTICLE, "-q", env=at(silent)) as running:
        time.sleep(2)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert err.strip() == b"summariser: interrupted"
