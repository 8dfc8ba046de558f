"""Jobs of older versions: each released form is frozen here as SQL text, and is opened and gone on with."""

import sqlite3
from pathlib import Path

import pytest
from store import COURT, HEARING, fill, hearing_record, new_job, query, sound

from summariser import JobError, TransportError
from summariser.batch import database, migrations
from summariser.batch.job import Job
from summariser.batch.results import Done, Failed

FROZEN = sorted(Path(__file__).parent.glob("job-version-*.sql"))


def thawed(frozen: Path, path: Path) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(frozen.read_text(encoding="utf-8"))
    connection.close()
    return path


def form(path):
    """Return a job's tables and indexes, white space aside."""
    found = query(path, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    return {(kind, name): " ".join((sql or "").split()) for kind, name, sql in found}


def test_each_version_is_frozen():
    assert [path.name for path in FROZEN] == [f"job-version-{n}.sql" for n in range(1, migrations.VERSION + 1)]


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda path: path.stem)
def test_a_job_of_any_version_goes_on(frozen, tmp_path):
    path = thawed(frozen, tmp_path / "old.db")
    with new_job(path, HEARING) as job:
        assert [waiting.id for waiting in job.pending(9)] == [3]
        assert job.reset_failed() == 1
        job.store_many([Done(2, hearing_record())])
        job.store_many([Done(3, hearing_record())])
        assert job.counts().done == 3
        assert job.spent().tries == 1
    assert query(path, "SELECT count(*) FROM sides") == [(6,)]
    assert query(path, "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'guild'") == [(3,)]
    assert query(path, "PRAGMA user_version") == [(migrations.VERSION,)]
    assert sound(path)


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda path: path.stem)
def test_it_comes_to_the_form_that_a_new_job_has(frozen, tmp_path):
    path = thawed(frozen, tmp_path / "old.db")
    for job in (path, tmp_path / "new.db"):
        new_job(job, HEARING).close()
    assert form(path) == form(tmp_path / "new.db")


def add_a_note(connection):
    connection.execute("ALTER TABLE sources ADD COLUMN note TEXT")


def fail(connection):
    raise sqlite3.OperationalError("no")


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "old.db"
    with new_job(path, HEARING) as job:
        fill(job, COURT)
    return path


def now(monkeypatch, *steps):
    """Make the software one that has those steps beyond today's."""
    steps = (*migrations.STEPS, *steps)
    monkeypatch.setattr(database, "VERSION", 1 + len(steps))
    monkeypatch.setattr(database, "migrate", lambda connection: migrations.migrate(connection, steps))


def test_steps_are_taken_in_order_and_once(old, monkeypatch):
    now(monkeypatch, add_a_note, lambda connection: connection.execute("UPDATE sources SET note = 'moved'"))
    for _ in range(2):
        new_job(old, HEARING).close()
    assert query(old, "SELECT note FROM sources") == [("moved",)]
    assert query(old, "PRAGMA user_version") == [(migrations.VERSION + 2,)]
    assert query(old, "SELECT value FROM meta WHERE key = 'store_version'") == [(str(migrations.VERSION + 2),)]


def test_a_step_that_fails_leaves_the_job_as_it_was(old, monkeypatch):
    before = form(old)
    now(monkeypatch, add_a_note, fail)
    with pytest.raises(JobError, match=r"old.db': no"):
        new_job(old, HEARING)
    assert form(old) == before
    assert query(old, "PRAGMA user_version") == [(migrations.VERSION,)]


def test_an_old_job_that_is_only_read_says_how_to_bring_it_up_to_date(old, monkeypatch):
    now(monkeypatch, add_a_note)
    with pytest.raises(JobError, match=r"form of an older version .* run `summariser batch` with it once"):
        Job.inspect(old)


def freeze(path: Path) -> None:
    """Write the frozen job of today's version: python tests/batch/test_job_migrations.py, once per version."""
    with new_job(path, HEARING) as job:
        fill(job, COURT, *(type(COURT)(f"{COURT.text} Round {n}.") for n in (2, 3)))
        job.store_many([Done(1, hearing_record())])
        job.store_many([Failed(2, TransportError("reset"))])
    connection = sqlite3.connect(path)
    connection.execute("UPDATE attempts SET tries = 1, made = '2026-01-05T10:00:00.000+00:00' WHERE article_id = 1")
    connection.execute("UPDATE records SET made = '2026-01-05T10:00:00.000+00:00', attempts = 1")
    connection.execute("UPDATE failures SET made = '2026-01-05T10:00:01.000+00:00'")
    connection.commit()
    text = "\n".join(dumped(connection)) + "\n"
    connection.close()
    (Path(__file__).parent / f"job-version-{migrations.VERSION}.sql").write_text(text, encoding="utf-8")


def dumped(connection):
    """Yield a job as SQL. (`iterdump` and `.dump` write to sqlite_master where there is a search.)"""
    for number in ("application_id", "user_version"):
        yield f"PRAGMA {number} = {connection.execute(f'PRAGMA {number}').fetchone()[0]};"
    found = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    for kind, name, sql in found.fetchall():
        if "_fts_" in name:
            continue
        yield f"{sql};"
        if name.endswith("_fts"):
            yield f"INSERT INTO {name} ({name}, rank) VALUES ('automerge', 16);"
        if name == "articles_fts":
            yield (
                "INSERT INTO articles_fts (rowid, title, text) SELECT id, title, text FROM articles "
                "WHERE state IN ('done', 'failed');"
            )
        elif kind == "table":
            columns = [column for _, column, *_ in connection.execute(f'PRAGMA table_info("{name}")')]
            values = " || ', ' || ".join(f'quote("{column}")' for column in columns)
            for (row,) in connection.execute(f'SELECT {values} FROM "{name}"'):
                yield f'INSERT INTO "{name}" VALUES ({row});'
