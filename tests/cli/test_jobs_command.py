"""`summariser export` and `summariser status`."""

import csv
import json
import sqlite3

import pytest

from summariser import NEGOTIATION, Article, EngineError, TransportError, check
from summariser.archives.items import Item, Skip
from summariser.batch.job import Identity, Job
from summariser.batch.results import Copied, Done, Failed

TEXT = "Marellia and Tovenia met in Eskby.\n"
DRAFT = {
    "summary": {"headline": "Marellia and Tovenia met", "overview": "Marellia and Tovenia met in Eskby.",
                "process": None, "other_processes": [], "is_negotiation": False},
    "parties": [], "proposals": [], "conditions": [], "events": [], "status": None,
}  # fmt: skip


@pytest.fixture
def job(tmp_path):
    path = tmp_path / "talks.db"
    with Job.open(path, NEGOTIATION, Identity("llm", "loopback-1")) as job:
        source = job.source("wire.jsonl", "1")
        items = [Item(str(n), Article(f"{TEXT} {n}")) for n in range(5)]
        job.add(source.id, [*items, Item("x", skip=Skip("empty", "x is empty"))], 0)
        job.finish_source(source.id)
        job.store_many([Done(1, check(json.dumps(DRAFT), f"{TEXT} 0"))])
        job.store_many([Copied(2, 1)])
        job.store_many([Failed(3, TransportError("reset"))])
    return path


def test_status_to_read(command, job):
    done = command("status", job)
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        f"job        {job}: negotiation v1, engine llm, model loopback-1\n"
        "now        no run works on it\n"
        "sources    1, of which 1 are read to the end\n"
        "articles   6: 1 done, 1 failed, 1 skipped, 1 duplicate, 2 pending\n"
        "spent      nothing\n"
        "failures   transport_error 1, e.g.: reset\n"
        "skips      empty 1, e.g.: x is empty\n"
        f"all why    summariser export {job} --format csv --table failures\n"
    )


def test_status_as_data(command, job):
    data = json.loads(command("status", job, "--json").out)
    assert data["counts"] == {"total": 6, "pending": 2, "done": 1, "failed": 1, "skipped": 1, "duplicate": 1}
    assert data["spent"]["cost"] is None
    assert data["failures"] == {"transport_error": {"count": 1, "example": "reset"}}
    assert data["skips"] == {"empty": {"count": 1, "example": "x is empty"}}
    assert data["process"] is None


def test_status_gives_the_first_message_of_each_kind_shortened(command, job):
    with Job.open(job, NEGOTIATION, Identity("llm", "loopback-1")) as open_job:
        open_job.store_many([Failed(4, TransportError("not this one"))])
        open_job.store_many([Failed(5, EngineError("the server says\n" + "no " * 200))])
    found = command("status", job).out.splitlines()
    at = found.index("failures   transport_error 2, e.g.: reset")
    assert found[at + 1].startswith("           engine_error 1, e.g.: the server says no no ")
    assert found[at + 1].endswith("…")
    assert len(found[at + 1]) < 250


def test_status_tells_rate_and_what_is_left(command, job):
    connection = sqlite3.connect(job)
    connection.execute("DELETE FROM attempts")
    for second in range(11):
        row = (1, f"2026-01-05T10:00:{second:02}.000+00:00", "record", 1, 100, 10, 0.02, 1.0, 0)
        connection.execute("INSERT INTO attempts VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute(
        "INSERT INTO attempts VALUES (NULL, 1, '2026-01-04T10:00:00.000+00:00', 'x', 1, 1, 1, 0, 1.0, 0)"
    )
    connection.commit()
    connection.close()
    data = json.loads(command("status", job, "--json").out)
    assert (data["rate"], data["seconds_left"], round(data["cost_left"], 6)) == (1.0, 2.0, 0.44)
    assert "rate       1.00 answers/s; the rest takes about 2 seconds and $0.44\n" in command("status", job).out


def test_status_while_a_run_works_on_it(command, job):
    with Job.open(job, NEGOTIATION, Identity("llm", "loopback-1")):
        assert "works on it\n" in command("status", job).out.splitlines(keepends=True)[1]
        assert "no run" not in command("status", job).out


def test_records_go_to_standard_output(command, job):
    done = command("export", job)
    assert (done.code, done.err) == (0, "")
    assert [json.loads(line)["summary"]["headline"] for line in done.out.splitlines()] == [
        "Marellia and Tovenia met"
    ] * 2


def test_records_go_to_a_file(command, job, tmp_path):
    done = command("export", job, "-o", tmp_path / "out.jsonl")
    assert (done.code, done.out, done.err) == (0, "", f"summariser: wrote {tmp_path / 'out.jsonl'}\n")
    assert (tmp_path / "out.jsonl").read_text() == command("export", job).out


def test_a_table_goes_to_standard_output(command, job):
    rows = list(csv.DictReader(command("export", job, "--format", "csv", "--table", "articles").out.splitlines()))
    assert [row["state"] for row in rows] == ["done", "duplicate", "failed", "pending", "pending", "skipped"]


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_tables_go_to_a_folder(command, job, tmp_path, form):
    assert command("export", job, "--format", form, "-o", tmp_path / "out").code == 0
    assert (tmp_path / "out" / f"proposals.{form}").is_file()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--format", "csv"), "--format csv needs --output: a folder"),
        (("--format", "parquet", "--table", "articles"), "--format parquet needs --output: a file"),
        (("--table", "articles"), "--table is for csv and parquet"),
        (("--format", "xml"), "'xml' is not one of"),
    ],
)
def test_usage(command, job, args, told):
    done = command("export", job, *args)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


@pytest.mark.parametrize("name", ["status", "export"])
def test_a_job_that_is_not_there(command, tmp_path, name):
    done = command(name, tmp_path / "none.db")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("summariser: there is no job ")
    assert done.err.count("\n") == 1
