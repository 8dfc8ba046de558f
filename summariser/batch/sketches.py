"""The sketches of a job's articles as rows: what finds the copies of an article among those that were seen before."""

from __future__ import annotations

import sqlite3

from summariser.batch.duplicates import Sketch

__all__ = ["Sketches"]

_MOST = 100
"""Articles that are looked at for one. More share a band only where all of an archive begins or ends alike."""


class Sketches:
    """Reads and writes inside a transaction that its caller owns."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def similar(self, sketch: Sketch, before: int) -> list[int]:
        """Return the articles with ids below `before` that may be copies of one with this sketch, in order."""
        places = ", ".join("?" * len(sketch.bands))
        found = self._connection.execute(
            f"SELECT DISTINCT article_id, bins FROM bands JOIN sketches USING (article_id) "  # noqa: S608
            f"WHERE band IN ({places}) AND article_id < ? LIMIT {_MOST}",
            (*sketch.bands, before),
        )
        return sorted(number for number, bins in found if sketch.resembles(bins))

    def add(self, article_id: int, sketch: Sketch) -> None:
        """Note an article that is no copy; a second time its new sketch counts."""
        # Bands of an older text stay: they only have it looked at in vain.
        upsert = "INSERT INTO sketches VALUES (?, ?) ON CONFLICT DO UPDATE SET bins = excluded.bins"
        self._connection.execute(upsert, (article_id, sketch.bins))
        rows = [(band, article_id) for band in set(sketch.bands)]
        self._connection.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", rows)
