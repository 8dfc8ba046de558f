"""Answers that were paid for, shared by all jobs of a user: one SQLite file in the platform's cache folder.

An answer is found again by everything that shaped it: text, title, date and source of the article, the task with its
version and fields, the digest of the prompt, the engine, the model and its endpoint, and the parameters. It is kept as
the model gave it, and verified again by whoever uses it. Whoever deletes the file loses money, nothing else.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summariser.articles.article import Article
from summariser.batch.database import told
from summariser.batch.identity import Identity
from summariser.errors import JobError
from summariser.tasks.task import Task

__all__ = ["FILE", "Answer", "Answers", "context_of", "key_of"]

FILE = "answers-1.db"
"""Its name in the cache folder. The number is that of its form: another form is another file."""
_PATIENCE = 10.0
_CALLED = "cache of answers (SUMMARISER_CACHE, --no-cache)"
_TABLE = (
    "CREATE TABLE IF NOT EXISTS answers "
    "(key BLOB PRIMARY KEY NOT NULL, model TEXT, input_tokens INTEGER, output_tokens INTEGER, raw TEXT NOT NULL)"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model answered: its words, the name that the server gave it, and the tokens that it took."""

    raw: str
    model: str | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None


def context_of(task: Task, identity: Identity, endpoint: str) -> bytes:
    """Return a digest of all that shapes an answer, the article aside."""
    schema = json.dumps(task.draft_schema, sort_keys=True)
    named: dict[str, Any] = {
        "task": [task.name, task.version, schema],
        "engine": [identity.engine, identity.model, endpoint],
        "prompt": identity.prompt_digest,
        "parameters": dict(identity.parameters),
    }
    return hashlib.sha256(json.dumps(named, sort_keys=True).encode()).digest()


def key_of(article: Article, context: bytes) -> bytes:
    """Return the key of an article's answer in a context, 32 bytes."""
    known = json.dumps([article.title, article.date and article.date.isoformat(), article.source, article.text])
    return hashlib.sha256(context + known.encode()).digest()


class Answers:
    """The file, open. Several processes and threads may use it at once. Raises JobError where it cannot be used."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._turn = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise JobError(
                f"cannot make {str(path.parent)!r} for the cache of answers: {error.strerror}; "
                "set SUMMARISER_CACHE to a folder that can be written, or pass --no-cache"
            ) from error
        with told(path, _CALLED):
            self._connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute(_TABLE)

    def get(self, key: bytes) -> Answer | None:
        """Return the answer under a key, None where there is none."""
        with self._turn, told(self.path, _CALLED):
            row = self._connection.execute(
                "SELECT raw, model, input_tokens, output_tokens FROM answers WHERE key = ?", (key,)
            ).fetchone()
        return Answer(*row) if row else None

    def put(self, answers: Iterable[tuple[bytes, Answer]]) -> None:
        """Keep answers, all in one transaction; a newer one takes an older one's place."""
        rows = [
            (
                key,
                answer.model,
                answer.input_tokens,
                answer.output_tokens,
                answer.raw.encode("utf-8", "replace").decode(),
            )
            for key, answer in answers
        ]
        with self._turn, told(self.path, _CALLED):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", rows)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file."""
        with self._turn:
            self._connection.close()
