"""What a job refuses, and that it says what to do. Nothing is lost by it."""

import os
import resource
import sqlite3
import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest
from store import HEARING, IDENTITY, ROOT, fill, new_job, query, river_record, sound, texts

from summariser import NEGOTIATION, ArticleError, JobError, SettingsError
from summariser.batch.job import Counts, Identity, Job
from summariser.batch.lock import running
from summariser.batch.results import Done, Skipped
from summariser.prompting.render import prompt_identity


@pytest.fixture
def path(tmp_path):
    return tmp_path / "talks.db"


def child(code, *args, **options):
    """Start a process that runs `code`, with what tests of the store share."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests' / 'batch'}"}
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, args)]
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **options)


HOLD = """
import sys
from pathlib import Path
from store import new_job
with new_job(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_second_run(path):
    with child(HOLD, path) as other:
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(JobError, match=rf"another run works on .*talks.db' \(process {other.pid}\); wait for it"):
            new_job(path)
        with Job.inspect(path) as reading:
            assert reading.counts() == Counts()
        other.stdin.close()
    new_job(path).close()
    assert os.listdir(path.parent) == ["talks.db"]


def test_a_run_that_was_killed_holds_nothing(path):
    with child(HOLD, path) as other:
        assert other.stdout.readline() == b"open\n"
        other.kill()
    new_job(path).close()


def test_a_second_run_in_the_same_process(path):
    with new_job(path), pytest.raises(JobError, match=r"another run works on"):
        new_job(path)


def test_windows_has_no_such_lock(path, monkeypatch):
    new_job(path).close()
    with monkeypatch.context() as patch:
        patch.setattr("summariser.batch.lock.sys.platform", "win32")
        with pytest.raises(JobError, match=r"on Windows, .* run the command in WSL"):
            new_job(path)
        assert running(path) is None
        Job.inspect(path).close()
    new_job(path).close()


def test_a_file_that_another_program_keeps_locked(path, monkeypatch):
    monkeypatch.setattr("summariser.batch.database._PATIENCE", 0.05)
    with new_job(path) as job:
        fill(job, *texts(1))
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JobError, match=r"another program keeps it locked"):
            job.store_many([Skipped(1, "a", "b")])
        other.close()
        job.store_many([Skipped(1, "a", "b")])


@pytest.mark.parametrize("open_it", [new_job, Job.inspect])
def test_a_file_that_is_no_database(path, open_it):
    path.write_text("Talks in Eskby went on. " * 100)
    with pytest.raises(JobError, match=r"it is no SQLite file; name a job"):
        open_it(path)
    assert path.read_text().startswith("Talks")
    assert os.listdir(path.parent) == ["talks.db"]


@pytest.mark.parametrize("open_it", [new_job, Job.inspect])
def test_a_database_of_something_else(path, open_it):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE cookies (x)")
    connection.close()
    with pytest.raises(JobError, match=r"is an SQLite file, but no job"):
        open_it(path)
    assert query(path, "SELECT name FROM sqlite_master") == [("cookies",)]


@pytest.mark.parametrize("open_it", [new_job, Job.inspect])
def test_a_job_from_the_future(path, open_it):
    new_job(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(JobError, match=r"made by a newer summariser: its form is version 99, this one knows up to"):
        open_it(path)


@pytest.mark.parametrize("open_it", [new_job, Job.inspect])
def test_a_directory(tmp_path, open_it):
    with pytest.raises(JobError, match=r"is a directory; a job is one file, such as"):
        open_it(tmp_path)


@pytest.mark.parametrize("open_it", [new_job, Job.inspect])
def test_a_folder_that_is_not_there(tmp_path, open_it):
    with pytest.raises(JobError, match=r"there is no directory .*none' for the job 'talks.db'; make it first"):
        open_it(tmp_path / "none" / "talks.db")


def test_a_job_that_is_not_there(path):
    for open_it in (Job.inspect, lambda path: Job.open(path, NEGOTIATION, IDENTITY, create=False)):
        with pytest.raises(JobError, match=r"there is no job .*talks.db'; `summariser batch"):
            open_it(path)
    assert not path.exists()


def test_an_empty_file_becomes_a_job(path):
    path.touch()
    with pytest.raises(JobError, match=r"is empty; `summariser batch"):
        Job.inspect(path)
    new_job(path).close()
    Job.inspect(path).close()


def failing_run(path, *articles):
    """Begin a job, add articles to a source of it, and fail."""
    with new_job(path) as job:
        job.source("wire.jsonl", "1")
        if articles:
            fill(job, *articles)
        raise ArticleError("there is nothing more")


def test_a_run_that_fails_before_anything_came_in_leaves_no_job(path):
    with pytest.raises(ArticleError):
        failing_run(path)
    assert os.listdir(path.parent) == []


def test_a_run_that_fails_later_leaves_what_came_in(path):
    with pytest.raises(ArticleError):
        failing_run(path, *texts(2))
    assert query(path, "SELECT count(*) FROM articles") == [(2,)]


def test_a_job_that_was_there_stays_also_without_articles(path):
    new_job(path).close()
    with pytest.raises(ArticleError):
        failing_run(path)
    assert path.exists()


@pytest.mark.parametrize(
    ("identity", "told"),
    [
        (Identity("rules", "loopback-1", "0123456789abcdef", {"temperature": 0}), "another engine 'llm', now 'rules'"),
        (Identity("llm", "x-2", "0123456789abcdef", {"temperature": 0}), "another model 'loopback-1', now 'x-2'"),
        (Identity("llm", "loopback-1", None, {"temperature": 0}), "another prompt '0123456789abcdef', now none"),
        (Identity("llm", "loopback-1", "0123456789abcdef", {"temperature": 1}), "another temperature"),
    ],
)
def test_a_job_of_another_engine(path, identity, told):
    new_job(path).close()
    with pytest.raises(SettingsError, match=f"was begun with {told}.*name a new job file"):
        new_job(path, identity=identity)
    new_job(path).close()


def test_a_job_of_another_prompt_names_both(path):
    asked = [
        replace(IDENTITY, prompt_digest=prompt_identity(replace(NEGOTIATION, prompt=name))[1])
        for name in ("negotiation/v3", "negotiation/v2")
    ]
    new_job(path, identity=asked[0]).close()
    with pytest.raises(SettingsError, match=r"another prompt 'negotiation/v3', now 'negotiation/v2'.*with --task"):
        new_job(path, identity=asked[1])


def test_a_job_of_another_task_says_all_that_differs(path):
    new_job(path).close()
    with pytest.raises(SettingsError, match=r"another task 'negotiation', now 'court hearing'; another fields"):
        new_job(path, HEARING)


@pytest.mark.skipif(os.name != "posix", reason="needs another user")
def test_a_folder_that_is_read_only(path):
    with new_job(path) as job:
        fill(job, *texts(1))
    path.parent.chmod(0o555)
    code = """
    import os, sys
    from pathlib import Path
    from store import new_job, Job
    from summariser import JobError
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    path = Path(sys.argv[1])
    print(Job.inspect(path).counts().pending)
    for name in ("talks.db", "new.db"):
        try:
            new_job(path.with_name(name))
        except JobError as error:
            print(error)
    """
    for folder in [path.parent, *path.parent.parents][:-2]:
        folder.chmod(folder.stat().st_mode | 0o055)
    with child(code, path) as other:
        read, *refused = other.communicate()[0].decode().splitlines()
    path.parent.chmod(0o755)
    assert read == "1"
    assert len(refused) == 2
    assert all("cannot write" in line and "Permission denied" in line for line in refused)


def test_a_file_that_is_read_only(path):
    new_job(path).close()
    job = new_job(path)
    job._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(JobError, match=r"read-only"):
        job.source("a", "1")
    job._connection.execute("PRAGMA query_only = OFF")
    job.close()


def test_a_full_disk(path):
    with new_job(path) as job:
        fill(job, *texts(50))
        job.store_many([Done(1, river_record())])
        pages = job._connection.execute("PRAGMA page_count").fetchone()[0]
        job._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(JobError, match="the disk is full; make room and run the same command again"):
            list(map(job.store_many, [[Done(number, river_record())] for number in range(2, 51)]))
        stored = job.counts().done
        job._connection.execute("PRAGMA max_page_count = 1000000")
        job.store_many([Done(stored + 1, river_record())])
        assert job.counts() == Counts(done=stored + 1, pending=50 - stored - 1)
    assert sound(path)
    assert query(path, "SELECT count(*), count(DISTINCT article_id) FROM records") == [(stored + 1, stored + 1)]


FILL_UP = """
import sys
from pathlib import Path
from store import fill, new_job, river_record, texts
from summariser import JobError
from summariser.batch.results import Done
try:
    with new_job(Path(sys.argv[1])) as job:
        fill(job, *texts(500))
        for number in range(1, 501):
            job.store_many([Done(number, river_record())])
            print(number, flush=True)
except JobError as error:
    print(error)
"""


def test_a_limit_on_the_size_of_files(path):
    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))

    with child(FILL_UP, path, preexec_fn=limited) as other:
        *told, last = other.communicate()[0].decode().splitlines()
    assert "the disk does not take or give the data" in last
    with new_job(path) as job:
        assert job.counts() == Counts(done=len(told), pending=500 - len(told))
    assert 0 < len(told) < 500
    assert sound(path)


def test_a_file_that_is_damaged(path):
    with new_job(path) as job:
        fill(job, *texts(500))
    data = bytearray(path.read_bytes())
    data[8192:] = b"\x5a" * (len(data) - 8192)
    path.write_bytes(data)
    with pytest.raises(JobError, match=r"the file is damaged"):
        Job.inspect(path).counts()
