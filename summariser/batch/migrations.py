"""From the form that older versions gave a job's tables to today's, one step after the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

__all__ = ["STEPS", "VERSION", "Step", "migrate"]

Step = Callable[[sqlite3.Connection], None]
"""Brings a job from one version to the next, inside a transaction that it neither begins nor ends."""


def _note_unread_dates(connection: sqlite3.Connection) -> None:
    connection.execute(
        "CREATE TABLE unread_dates (article_id INTEGER PRIMARY KEY REFERENCES articles (id), written TEXT NOT NULL)"
    )


STEPS: tuple[Step, ...] = (_note_unread_dates,)
"""The first leads from version 1 to 2. A released step is never edited; tests/batch holds a file of each version."""

VERSION = 1 + len(STEPS)
"""The form of the tables that all jobs have; PRAGMA user_version. A task's tables go with the task's own version."""


def migrate(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring a job up to date: all the steps that it lacks, or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        for step in steps[version - 1 :]:
            step(connection)
        if version < 1 + len(steps):
            connection.execute(f"PRAGMA user_version = {1 + len(steps)}")
            connection.execute("UPDATE meta SET value = ? WHERE key = 'store_version'", (str(1 + len(steps)),))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
