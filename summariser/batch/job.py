"""A job: one SQLite file that holds the articles, what became of each, and what that cost.

Whatever a method changes is committed when it returns, in one transaction; a process that is killed loses only what it
had not handed over. Methods may be called from several threads; they take turns.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from summariser.archives.items import Item
from summariser.articles.article import Article
from summariser.batch.database import APPLICATION, check_place, connect, connect_to_read, is_new, remove, told
from summariser.batch.identity import Identity, check_identity, write_identity
from summariser.batch.ledger import ADD, ARTICLE, NOTE_DATE, Counts, SourceState, Spent, Waiting, row_of, waiting
from summariser.batch.lock import Lock
from summariser.batch.migrations import VERSION
from summariser.batch.renewing import Renewing, mark
from summariser.batch.results import Result
from summariser.batch.sketches import Sketches
from summariser.batch.writer import Writer, storable
from summariser.errors import JobError
from summariser.tasks.task import Task

__all__ = ["Counts", "Identity", "Job", "SourceState", "Spent", "Waiting"]


class Job:
    """A job that is open. Use as a context manager, or call `close`."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock | None, writer: Writer | None) -> None:
        """Take an open connection; use `open` or `inspect`."""
        self.path = path
        self._connection = connection
        self._lock = lock
        self._writer = writer
        self._turn = threading.RLock()
        self.is_blank = False
        """Whether this run began it, and nothing has come in yet."""

    @classmethod
    def open(cls, path: Path, task: Task, identity: Identity, *, create: bool = True) -> Self:
        """Open a job to go on with, or begin one where there is no file yet.

        Raises JobError where another run works on it, where the file is none of ours, is damaged or from a newer
        version, and where it cannot be written; SettingsError where it is a job of another task, prompt or engine.
        """
        check_place(path, create=create)
        lock = Lock(path)
        made_here = not path.exists()
        connection = None
        try:
            connection = connect(path)
            writer = Writer(task)
            job = cls(path, connection, lock, writer)
            job.is_blank = made_here
            if is_new(connection):
                job._begin(task, identity)
            else:
                check_identity(connection, task, identity, path)
        except BaseException:
            if connection:
                connection.close()
            if made_here:
                remove(path)
            lock.release()
            raise
        return job

    @classmethod
    def inspect(cls, path: Path) -> Self:
        """Open a job to read it, also while another process writes to it. Raises JobError as `open` does."""
        return cls(path, connect_to_read(path), None, None)

    def close(self) -> None:
        """Close the file, with the search brought up to date, and let other runs have it."""
        try:
            if self._writer:
                with self._transaction() as connection:
                    self._writer.search.take_in(connection)
        finally:
            self._release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failure: type[BaseException] | None, *more: object) -> None:
        if failure:
            # What the search lacks waits for the next run; now it could only hide what went wrong.
            self._release(failed=True)
        else:
            self.close()

    # What goes in

    def source(self, name: str, fingerprint: str) -> SourceState:
        """Return how far a source has been read; one that is new is noted."""
        known = self.known_source(name, fingerprint)
        # Mostly it is known; a folder may have a hundred thousand of them.
        if known is None:
            new = "INSERT INTO sources (name, fingerprint) VALUES (?, ?) RETURNING id"
            with self._transaction() as connection:
                ((number,),) = connection.execute(new, (storable(name), fingerprint)).fetchall()
            known = SourceState(number, 0, finished=False)
        return known

    def known_source(self, name: str, fingerprint: str) -> SourceState | None:
        """Return how far a source has been read, None where it is new."""
        found = self._all("SELECT id, items, finished, fingerprint FROM sources WHERE name = ?", (storable(name),))
        if not found:
            return None
        ((number, items, finished, stored),) = found
        return SourceState(number, items, bool(finished), stored != fingerprint)

    def read_again(self, source_id: int) -> int:
        """Have a source read from its start, without the items that were no articles; return how many those are.

        Until `finish_source` it counts as one that is not as it was: a run that ends before begins with it again.
        """
        with self._transaction() as connection:
            connection.execute(
                "UPDATE sources SET items = 0, finished = 0, fingerprint = '' WHERE id = ?", (source_id,)
            )
        return self.forget_skips(source_id)

    def renew(self, source_id: int, items: Sequence[Item], first: int, *, done_too: bool = False) -> Counts:
        """Add items of a source that is read again, and return what that changes.

        What comes under a known key with another text, title, date or publisher takes the old one's place, and is
        pending again with all its copies; what it has cost stays counted. What has a record keeps it, and is marked as
        changed, unless `done_too`. Not while articles of the job are being read.
        """
        with self._transaction() as connection:
            change = Renewing(connection, self._owner).take(source_id, items, done_too=done_too)
            self._note(connection, source_id, first + len(items))
            return change

    def add(self, source_id: int, items: Sequence[Item], first: int) -> list[int]:
        """Add items of a source, of which the first is the `first` from 0 on; return the ids of new pending articles.

        Items that are skips become rows too. Known keys are left alone; see `renew`.
        """
        with self._transaction() as connection:
            next_id = connection.execute("SELECT ifnull(max(id), 0) + 1 FROM articles").fetchone()[0]
            rows = [row_of(item, source_id, number) for number, item in enumerate(items, next_id)]
            new = connection.executemany(ADD, rows).rowcount
            dates = [(item.unread_date, number) for number, item in enumerate(items, next_id) if item.unread_date]
            connection.executemany(NOTE_DATE, dates)
            self._note(connection, source_id, first + len(items))
            if new == len(items):
                return [number for number, item in enumerate(items, next_id) if item.article]
            found = connection.execute(
                "SELECT id FROM articles WHERE id >= ? AND state = 'pending' ORDER BY id", (next_id,)
            )
            return [number for (number,) in found]

    def break_off(self, source_id: int, item: Item) -> bool:
        """Note why the rest of a source could not be read, as a skip that does not count as read; return whether it is
        new. It is in the place of what follows, until `forget_break`. An article under its key, then all that the
        source held, is marked as changed.
        """
        with self._transaction() as connection:
            number = connection.execute("SELECT ifnull(max(id), 0) + 1 FROM articles").fetchone()[0]
            self.is_blank = False
            row = row_of(item, source_id, number)
            mark(connection, row)
            return connection.execute(ADD, row).rowcount > 0

    def forget_break(self, source_id: int, key: str) -> int:
        """Take out what `break_off` noted under a key, and return how many rows that are, one or none."""
        # It is the one row that does not count as read.
        uncounted = "(SELECT count(*) FROM articles WHERE source_id = ?1) > (SELECT items FROM sources WHERE id = ?1)"
        return self._take_out(f"source_id = ?1 AND key = ?2 AND state = 'skipped' AND {uncounted}", (source_id, key))

    def forget_skips(self, source_id: int) -> int:
        """Take out the items of a source that were no articles, so that it is read once more; return how many."""
        which = "source_id = ? AND state = 'skipped' AND text IS NULL"
        return self._take_out(which, (source_id,), "UPDATE sources SET items = 0, finished = 0 WHERE id = ?")

    def finish_source(self, source_id: int, fingerprint: str | None = None) -> None:
        """Note that a source has been read to its end, and as what."""
        finished = "UPDATE sources SET finished = 1, fingerprint = ifnull(?, fingerprint) WHERE id = ?"
        with self._transaction() as connection:
            connection.execute(finished, (fingerprint, source_id))

    def pending(self, limit: int, after_id: int = 0) -> list[Waiting]:
        """Return at most `limit` pending articles with an id greater than `after_id`, in order of their ids."""
        found = self._all(f"{ARTICLE} WHERE state = 'pending' AND id > ? ORDER BY id LIMIT ?", (after_id, limit))
        return [waiting(row) for row in found]

    def pending_ids(self) -> list[int]:
        """Return the ids of all pending articles, in order."""
        return [number for (number,) in self._all("SELECT id FROM articles WHERE state = 'pending' ORDER BY id")]

    def article(self, article_id: int) -> Article:
        """Return an article of the job."""
        found = self._all(f"{ARTICLE} WHERE id = ? AND text IS NOT NULL", (article_id,))
        if not found:
            raise JobError(f"job {str(self.path)!r} holds no text of an article {article_id}")
        return waiting(found[0]).article

    @contextmanager
    def sketches(self) -> Iterator[Sketches]:
        """Yield the sketches by which copies are found; what is added is committed at the end."""
        with self._transaction() as connection:
            yield Sketches(connection)

    def reset_failed(self) -> int:
        """Make all failed articles pending again, and return how many. What they have cost stays counted."""
        return self._reset("failed")

    def reset_skipped(self) -> int:
        """Make skipped articles pending again that have a text, and return how many; see `forget_skips` for others."""
        return self._reset("skipped")

    # What comes out

    def store_many(self, results: Sequence[Result]) -> None:
        """Store results of pending articles, all in one transaction. Raises JobError; then none of them is stored."""
        with self._transaction() as connection:
            self._owner.write(connection, results)

    def counts(self) -> Counts:
        """Return how many articles there are, by state."""
        return Counts(**dict(self._all("SELECT state, count(*) FROM articles GROUP BY state")))

    def spent(self) -> Spent:
        """Return what has been spent by all runs of the job."""
        found = self._all(
            "SELECT sum(cost), total(cost IS NULL AND tries > 0), total(input_tokens), total(output_tokens), "
            "total(tries) FROM attempts"
        )
        cost, *others = found[0]
        return Spent(cost, *map(int, others))

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read a job that is inspected as it is at one moment, whatever another process writes meanwhile."""
        with told(self.path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    def rows(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query that only reads, one by one."""
        with told(self.path):
            yield from self._connection.execute(query, values)

    @property
    def _owner(self) -> Writer:
        if self._writer is None:
            raise JobError(f"job {str(self.path)!r} is closed, or open for reading only")
        return self._writer

    def _reset(self, state: str) -> int:
        with self._transaction() as connection:
            self._owner.search.forget(connection, state)
            if state == "failed":
                connection.execute("DELETE FROM failures")
            pending = "UPDATE articles SET state = 'pending', reason = NULL, detail = NULL"
            return connection.execute(f"{pending} WHERE state = ? AND text IS NOT NULL", (state,)).rowcount

    def _note(self, connection: sqlite3.Connection, source_id: int, items: int) -> None:
        connection.execute("UPDATE sources SET items = max(items, ?) WHERE id = ?", (items, source_id))
        self.is_blank = False

    def _take_out(self, which: str, values: tuple[Any, ...], *more: str) -> int:
        # What has once cost something stays, for the books.
        unpaid = "NOT EXISTS (SELECT 1 FROM attempts WHERE article_id = articles.id)"
        found = self._all(f"SELECT id FROM articles WHERE {which} AND {unpaid}", values)  # noqa: S608
        # Mostly there are none, and a look costs less than a transaction.
        if found:
            with self._transaction() as connection:
                connection.executemany("DELETE FROM articles WHERE id = ?", found)
                for statement in more:
                    connection.execute(statement, values)
        return len(found)

    def _release(self, *, failed: bool = False) -> None:
        with self._turn:
            self._connection.close()
            if failed and self.is_blank:
                # A source that is not there, an option that is refused: no empty job stays behind.
                remove(self.path)
            if self._lock:
                self._lock.release()
            self._writer = self._lock = None

    def _all(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._turn, told(self.path):
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._turn, told(self.path):
            self._owner  # noqa: B018 (raises where there is none)
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # SQLite itself has rolled back where the disk is full.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _begin(self, task: Task, identity: Identity) -> None:
        with self._transaction() as connection:
            self._owner.create_tables(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            write_identity(connection, task, identity)
