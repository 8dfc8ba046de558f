"""The SQLite file of a job: how it is opened, what holds of it, and what its faults mean to people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from summariser.batch.migrations import VERSION, migrate
from summariser.errors import JobError

__all__ = ["APPLICATION", "check_place", "connect", "connect_to_read", "is_new", "remove", "told"]

APPLICATION = 0x4E45474F
"""SQLite's application_id of a job ("NEGO"), by which `file` and we tell it from any other SQLite file."""

_PATIENCE = 10.0
_MEANINGS = {
    "SQLITE_FULL": "the disk is full; make room and run the same command again, it goes on from here",
    "SQLITE_READONLY": "it or its folder is read-only; make it writable, or copy it to where you may write",
    "SQLITE_CANTOPEN": "the file cannot be opened; is the folder there, and may you write to it?",
    "SQLITE_PERM": "you have no right to it",
    "SQLITE_NOTADB": "it is no SQLite file; name a job that `summariser batch` made, or a file that is not there yet",
    "SQLITE_CORRUPT": "the file is damaged; take a backup of it, or save what can be read: `sqlite3 FILE .recover`",
    "SQLITE_BUSY": "another program keeps it locked, such as an open transaction in sqlite3; close that and run again",
    "SQLITE_LOCKED": "another program keeps it locked; close that and run again",
    "SQLITE_IOERR": "the disk does not take or give the data (full, over a quota, or failing); see to it and run again",
}


@contextmanager
def told(path: Path, what: str = "job") -> Iterator[None]:
    """Turn SQLite's errors into JobErrors that say what to do. A constraint that fails is a fault of ours: it stays."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        meaning = next((text for code, text in _MEANINGS.items() if name.startswith(code)), str(error))
        raise JobError(f"{what} {str(path)!r}: {meaning}") from error


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection that writes: to a job, brought up to today's version, or to a file that is still empty."""
    with told(path):
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            if is_new(connection):
                connection.execute("PRAGMA page_size = 8192")
            else:
                _examine(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA cache_size = -8192")
            connection.execute("PRAGMA wal_autocheckpoint = 4000")
            if not is_new(connection):
                migrate(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Return a connection that only reads, also while another process writes."""
    check_place(path, create=False)
    with told(path):
        connection = _opened_to_read(path)
        try:
            if is_new(connection):
                raise JobError(f"{str(path)!r} is empty; `summariser batch ARCHIVE --job {path.name}` fills it")
            version = _examine(connection, path)
            if version < VERSION:
                raise JobError(
                    f"job {str(path)!r} has the form of an older version ({version}, today's is {VERSION}); "
                    "run `summariser batch` with it once, which brings it up to date"
                )
        except BaseException:
            connection.close()
            raise
    return connection


def remove(path: Path) -> None:
    """Remove a job that nobody needs, with what SQLite keeps beside it: a later job of that name must not find it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def is_new(connection: sqlite3.Connection) -> bool:
    """Return whether nothing is in the file yet."""
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def _opened_to_read(path: Path) -> sqlite3.Connection:
    # Not mode=ro, which would leave the files of SQLite's WAL mode behind.
    modes = ["mode=rw"]
    if not path.with_name(f"{path.name}-wal").exists():
        # In a read-only folder SQLite cannot make those files; nothing writes there, so none are needed.
        modes.append("immutable=1")
    for mode in modes:
        address = f"file:{quote(str(path.absolute()))}?{mode}"
        connection = sqlite3.connect(
            address, uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if mode == modes[-1] or not error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
                raise
        else:
            break
    return connection


def _examine(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the job; refuse a file that is none, and one that a newer version made."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise JobError(f"{str(path)!r} is an SQLite file, but no job; name a job, or a file that is not there yet")
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise JobError(
            f"job {str(path)!r} was made by a newer summariser: its form is version {version}, "
            f"this one knows up to {VERSION}; update with `pip install --upgrade summariser`"
        )
    return version


def check_place(path: Path, *, create: bool) -> None:
    """Raise JobError where no job can be at `path`; or none is there, and none is to be made."""
    if path.is_dir():
        raise JobError(f"{str(path)!r} is a directory; a job is one file, such as {str(path / 'talks.db')!r}")
    if not path.absolute().parent.is_dir():
        raise JobError(
            f"there is no directory {str(path.absolute().parent)!r} for the job {path.name!r}; make it first"
        )
    if not create and not path.exists():
        raise JobError(f"there is no job {str(path)!r}; `summariser batch ARCHIVE --job {path.name}` makes one")
