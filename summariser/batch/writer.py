"""How results get into the tables. Each function runs inside a transaction that its caller owns."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from summariser.batch.core import CORE
from summariser.batch.results import Copied, Done, Failed, Result, Skipped, Unsettled, kind_of
from summariser.batch.rows import ClaimTables
from summariser.batch.search import THESE, Search
from summariser.batch.tables import quoted
from summariser.errors import EngineError, JobError, SummariserError, VerificationFailed
from summariser.models.record import Usage
from summariser.tasks.task import Task

__all__ = ["Writer", "storable"]

_NOTHING = Usage()
_SETTLE = "UPDATE articles SET state = ?, reason = ?, detail = ?, same_as = ? WHERE id = ? AND state = 'pending' "
_RECORD = "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_FAILURE = "INSERT INTO failures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ATTEMPT = "INSERT INTO attempts VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Writer:
    """Writes the results of a task's articles."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._claims = ClaimTables(task)
        self.search = Search(self._claims.all)

    def create_tables(self, connection: sqlite3.Connection) -> None:
        """Create the tables of a new job."""
        # One by one: executescript would commit.
        own = [statement for table in self._claims.all for statement in table.definition()]
        for statement in (*CORE.split(";\n")[:-1], *own):
            connection.execute(statement)

    def write(self, connection: sqlite3.Connection, results: Sequence[Result]) -> None:
        """Write results. Raises JobError for an article that has a result already."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        settled = [result for result in results if not isinstance(result, Unsettled)]
        for result in settled:
            _settle(connection, result)
        done = [(result, result.record.model_dump_json()) for result in results if isinstance(result, Done)]
        connection.executemany(_RECORD, [self._record(result, text, now) for result, text in done])
        self._claims.insert(connection, [(result.article_id, result.record, text) for result, text in done])
        connection.executemany(_FAILURE, [_failure(result, now) for result in results if isinstance(result, Failed)])
        asked = (Done, Failed, Unsettled)
        connection.executemany(_ATTEMPT, [_attempt(result, now) for result in results if isinstance(result, asked)])
        self.search.note(connection, [result.article_id for result in settled])

    def forget(self, connection: sqlite3.Connection, article_ids: Sequence[int]) -> None:
        """Take out what became of articles, and what finds their copies. What was spent on them stays."""
        these = json.dumps(list(article_ids))
        self.search.forget_articles(connection, these)
        # Rows within rows go before those that they stand in.
        own = [quoted(table.name) for table in reversed(self._claims.all)]
        for table in ("evidence", *own, "records", "failures"):
            connection.execute(f"DELETE FROM {table} WHERE article_id IN {THESE}", (these,))  # noqa: S608
        connection.execute(f"UPDATE sketches SET bins = x'' WHERE article_id IN {THESE}", (these,))  # noqa: S608

    def _record(self, result: Done, text: str, now: str) -> tuple[Any, ...]:
        record, made = result.record, result.record.provenance
        usage = _spent(made.usage)
        extent = (len(record.refused), len(made.warnings))
        head = (result.article_id, self._task.is_on_topic(record), made.engine, made.model)
        return (*head, *usage, *extent, now, text)


def storable(text: str | None) -> str | None:
    """Return a text that SQLite takes: Python keeps what is no UTF-8 in a file's name as lone surrogates."""
    if text is None or text.isascii():
        return text
    return text.encode("utf-8", "backslashreplace").decode()


def _settle(connection: sqlite3.Connection, result: Done | Failed | Skipped | Copied) -> None:
    if isinstance(result, Done):
        change: tuple[Any, ...] = ("done", None, None, None)
    elif isinstance(result, Failed):
        change = ("failed", kind_of(result.error), storable(str(result.error)), None)
    elif isinstance(result, Skipped):
        change = ("skipped", result.kind, storable(result.detail), None)
    else:
        change = ("duplicate", None, None, _original(connection, result))
    if connection.execute(_SETTLE, (*change, result.article_id)).rowcount != 1:
        raise JobError(f"article {result.article_id} is not pending: it has a result already, or is not in the job")


def _original(connection: sqlite3.Connection, result: Copied) -> int:
    """Return the article that a copy is of, which is never itself a copy."""
    found = connection.execute("SELECT ifnull(same_as, id) FROM articles WHERE id = ?", (result.same_as,)).fetchone()
    if found is None or found[0] == result.article_id:
        raise JobError(f"article {result.article_id} cannot be a copy of article {result.same_as}")
    original: int = found[0]
    return original


def _failure(result: Failed, now: str) -> tuple[Any, ...]:
    error = result.error
    faults = None
    if isinstance(error, VerificationFailed):
        told = [{"path": fault.path, "guard": fault.guard, "message": fault.message} for fault in error.faults]
        faults = storable(json.dumps(told, ensure_ascii=False))
    raw = storable(error.raw) if isinstance(error, EngineError) else None
    return (result.article_id, kind_of(error), storable(str(error)), *_spent(_usage(error)), now, faults, raw)


def _attempt(result: Done | Failed | Unsettled, now: str) -> tuple[Any, ...]:
    if isinstance(result, Done):
        outcome, usage = "record", result.record.provenance.usage
    else:
        outcome, usage = kind_of(result.error), _usage(result.error)
    cached = not isinstance(result, Unsettled) and result.cached
    # What the cache gave was paid for elsewhere.
    spent = (0, 0, 0, 0.0, 0.0) if cached else _spent(usage)
    return (result.article_id, now, outcome, *spent, cached)


def _usage(error: SummariserError) -> Usage:
    return (error.usage if isinstance(error, EngineError) else None) or _NOTHING


def _spent(usage: Usage) -> tuple[Any, ...]:
    return (usage.attempts, usage.input_tokens, usage.output_tokens, usage.cost, usage.seconds)
