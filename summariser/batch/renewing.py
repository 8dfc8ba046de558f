"""Articles that come again: what an archive has by now under keys that the job knows."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from summariser.archives.items import Item
from summariser.batch.ledger import ADD, NOTE_DATE, Counts, row_of
from summariser.batch.writer import Writer

__all__ = ["CHANGED", "Renewing", "mark"]

CHANGED = "changed"
"""The reason of an article that is done, and that the archive has otherwise by now."""

_KNOWN = "SELECT id, state, reason, detail, digest, title, date, source FROM articles WHERE source_id = ? AND key = ?"
_MARK = "UPDATE articles SET reason = ?, detail = ? WHERE source_id = ? AND key = ? AND state = 'done'"
_REPLACE = (
    "UPDATE articles SET state = ?, reason = ?, detail = ?, digest = ?, title = ?, date = ?, source = ?, url = ?, "
    "language = ?, words = ?, text = ?, same_as = NULL WHERE id = ?"
)
_FREE = "UPDATE articles SET state = 'pending', same_as = NULL WHERE id = ? AND state = 'duplicate'"


@dataclass(frozen=True, slots=True)
class _Known:
    """An article of the job; `content` is what an answer depends on, all None where it is none."""

    id: int
    state: str
    why: tuple[str | None, str | None]
    content: tuple[str | None, ...]


class Renewing:
    """Takes items that come again into the job, inside a transaction that its caller owns."""

    def __init__(self, connection: sqlite3.Connection, writer: Writer) -> None:
        self._connection = connection
        self._writer = writer
        self._change: Counter[str] = Counter()

    def take(self, source_id: int, items: Sequence[Item], *, done_too: bool) -> Counts:
        """Take in items of a source; see `Job.renew`."""
        next_id = self._connection.execute("SELECT ifnull(max(id), 0) + 1 FROM articles").fetchone()[0]
        replaced: dict[int, tuple[_Known, tuple[Any, ...]]] = {}
        dates: dict[int, str | None] = {}
        for item in items:
            row = row_of(item, source_id, next_id)
            known = self._known(source_id, row[2])
            if known is None:
                self._connection.execute(ADD, row)
                dates[next_id] = item.unread_date
                self._change[row[3]] += 1
                next_id += 1
            elif not _is_other(known, row):
                if known.state == "done" and known.why[0] == CHANGED:
                    self._connection.execute(_MARK, (None, None, *row[1:3]))
            elif known.state == "done" and not done_too:
                mark(self._connection, row)
            else:
                replaced[known.id] = (known, row)
                dates[known.id] = item.unread_date
        if replaced:
            self._replace(replaced)
        self._connection.executemany("DELETE FROM unread_dates WHERE article_id = ?", [(number,) for number in dates])
        self._connection.executemany(NOTE_DATE, [(written, number) for number, written in dates.items() if written])
        return Counts(**self._change)

    def _known(self, source_id: int, key: str) -> _Known | None:
        found = self._connection.execute(_KNOWN, (source_id, key)).fetchone()
        if found is None:
            return None
        number, state, reason, detail, *content = found
        return _Known(number, state, (reason, detail), tuple(content))

    def _replace(self, replaced: dict[int, tuple[_Known, tuple[Any, ...]]]) -> None:
        copies = "SELECT id FROM articles WHERE same_as = ?"
        freed = {copy for number in replaced for (copy,) in self._connection.execute(copies, (number,))}
        freed -= replaced.keys()
        self._writer.forget(self._connection, [*replaced, *freed])
        for known, row in replaced.values():
            self._connection.execute(_REPLACE, (*row[3:], known.id))
            self._change[known.state] -= 1
            self._change[row[3]] += 1
        self._connection.executemany(_FREE, [(number,) for number in freed])
        self._change["duplicate"] -= len(freed)
        self._change["pending"] += len(freed)


def mark(connection: sqlite3.Connection, row: tuple[Any, ...]) -> None:
    """Note of what is done under the key of a row that the archive has this row there by now."""
    connection.execute(_MARK, (CHANGED, _told(row), *row[1:3]))


def _is_other(known: _Known, row: tuple[Any, ...]) -> bool:
    """Return whether the row of what came is another article than the known one, or is none for another reason."""
    content = row[6:10]
    if content != known.content:
        return True
    return content[0] is None and row[4:6] != known.why


def _told(row: tuple[Any, ...]) -> str:
    if row[3] == "skipped":
        return f"the archive has no article there any more: {row[5]}"
    return "the archive has another text, title, date or publisher there by now; --retry-changed has it read"
