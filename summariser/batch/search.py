"""Full-text search over articles and claims: which texts are in it, and how they get there.

FTS5 is several times quicker with many rows at once, so what is new waits in the table `unsearched` until there is
enough of it, or the job is closed. What a killed run leaves there is taken up by the next.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from summariser.batch.tables import Table, quoted

__all__ = ["THESE", "Search"]

_ENOUGH = 2000
_NEW = "(SELECT article_id FROM unsearched)"
_ARTICLES = f"INSERT INTO articles_fts (rowid, title, text) SELECT id, title, text FROM articles WHERE id IN {_NEW}"  # noqa: S608
# What an archive gave no text for was never taken in.
_FORGET_WHERE = (
    "INSERT INTO articles_fts (articles_fts, rowid, title, text) "
    "SELECT 'delete', id, title, text FROM articles WHERE text IS NOT NULL AND"
)
_FORGET = f"{_FORGET_WHERE} state = ?"
THESE = "(SELECT value FROM json_each(?))"
"""The article ids in one parameter: a list in JSON."""
_FORGET_THESE = f"{_FORGET_WHERE} state != 'pending' AND id IN {THESE}"
_FORGET_CLAIMS = f"DELETE FROM claims_fts WHERE article_id IN {THESE}"  # noqa: S608
_HAVE_RECORDS = f"SELECT 1 FROM records WHERE article_id IN {THESE} LIMIT 1"  # noqa: S608


class Search:
    """Keeps the search over a job in step with it. All of it runs inside a transaction that the caller owns."""

    def __init__(self, tables: Iterable[Table]) -> None:
        parts = [_texts(table) for table in tables if any(column.is_text for column in table.columns)]
        # One statement for all: FTS5 writes out what it holds after each.
        claims = f"INSERT INTO claims_fts (text, claim, article_id, entry) {' UNION ALL '.join(parts)}"
        self._statements = [_ARTICLES, *([claims] if parts else []), "DELETE FROM unsearched"]

    def note(self, connection: sqlite3.Connection, article_ids: Iterable[int]) -> None:
        """Note articles that have got a result, and take in what waits if it is enough."""
        connection.executemany("INSERT INTO unsearched VALUES (?)", [(number,) for number in article_ids])
        if connection.execute("SELECT count(*) FROM unsearched").fetchone()[0] >= _ENOUGH:
            self.take_in(connection)

    def take_in(self, connection: sqlite3.Connection) -> None:
        """Take in all that waits."""
        if connection.execute("SELECT 1 FROM unsearched").fetchone():
            for statement in self._statements:
                connection.execute(statement)

    def forget_articles(self, connection: sqlite3.Connection, article_ids: str) -> None:
        """Take articles out again with their claims; `article_ids` is a JSON list."""
        self.take_in(connection)
        connection.execute(_FORGET_THESE, (article_ids,))
        # No index: FTS5 has none but its own, so claims are looked for only where there are any.
        if connection.execute(_HAVE_RECORDS, (article_ids,)).fetchone():
            connection.execute(_FORGET_CLAIMS, (article_ids,))

    def forget(self, connection: sqlite3.Connection, state: str) -> None:
        """Take the articles in a state out again, which have no claims, and are to be pending once more."""
        self.take_in(connection)
        connection.execute(_FORGET, (state,))


def _texts(table: Table) -> str:
    """Return the query of the texts in a table's new rows, those of lists too, one a line."""
    parts = []
    for column in table.columns:
        if column.is_text and column.is_json:
            parts.append(f"(SELECT group_concat(value, char(10)) FROM json_each({quoted(column.name)}))")  # noqa: S608
        elif column.is_text:
            parts.append(quoted(column.name))
    text = " || ".join(f"ifnull({part} || char(10), '')" for part in parts)
    name = table.name.replace("'", "''")
    return (
        f"SELECT * FROM (SELECT rtrim({text}, char(10)) AS text, '{name}', article_id, entry "  # noqa: S608
        f"FROM {quoted(table.name)} WHERE article_id IN {_NEW}) WHERE text != ''"
    )
