"""From a record to the rows of its task's tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any

from pydantic_core import from_json, to_json

from summariser.batch.tables import Column, Table, quoted, tables_of
from summariser.models.record import Record
from summariser.tasks.task import Task

__all__ = ["ClaimTables"]

Row = tuple[Any, ...]

_EVIDENCE = "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?)"
_cited = itemgetter("number", "start", "end", "quote")


class ClaimTables:
    """The tables of a task, and how records are written to them."""

    def __init__(self, task: Task) -> None:
        self.tops = tables_of(task)
        self.all = [table for top in self.tops for table in top.with_parts()]
        self._inserts = {table.name: _insert(table) for table in self.all} | {"evidence": _EVIDENCE}
        self._cells = {table.name: _cells_of(table.columns) for table in self.all}

    def insert(self, connection: sqlite3.Connection, records: Iterable[tuple[int, Record, str]]) -> None:
        """Insert the claims of records, each given with the id of its article before it and as JSON after it."""
        rows: dict[str, list[Row]] = {name: [] for name in self._inserts}
        for article_id, record, text in records:
            one = _OneRecord(article_id, rows, self._cells)
            content = from_json(text)
            for table in self.tops:
                one.gather(table, content, None)
                one.derive(table, record)
        for name, statement in self._inserts.items():
            if rows[name]:
                connection.executemany(statement, rows[name])


class _OneRecord:
    """Adds the rows of one record to those of all."""

    def __init__(self, article_id: int, rows: dict[str, list[Row]], cells: dict[str, _Cells]) -> None:
        self._article = article_id
        self._rows = rows
        self._cells = cells
        self._first = {name: len(those) for name, those in rows.items()}

    def gather(self, table: Table, holder: dict[str, Any], parent_entry: int | None) -> None:
        """Add a row for each of the table's objects in `holder`, and those of the tables within."""
        found = _at(holder, table.path)
        if found is None:
            return
        name, article = table.name, self._article
        own, cells, evidence = self._rows[name], self._cells[name], self._rows["evidence"]
        entry = len(own) - self._first[name]
        for value in found if isinstance(found, list) else (found,):
            keys = (article, entry) if parent_entry is None else (article, entry, parent_entry)
            own.append(keys + cells(value))
            if table.has_evidence:
                evidence.extend([(article, name, entry, *_cited(cited)) for cited in value["evidence"]])
            for part in table.parts:
                self.gather(part, value, entry)
            entry += 1

    def derive(self, table: Table, record: Record) -> None:
        """Add the derived columns, which are made of the record itself."""
        if not table.derived:
            return
        claims: Any = record
        for step in table.path:
            claims = getattr(claims, step)
        if not isinstance(claims, list):
            claims = [] if claims is None else [claims]
        own = self._rows[table.name]
        for place, claim in enumerate(claims, self._first[table.name]):
            own[place] += tuple(extra.value(record, claim) for extra in table.derived)


_Cells = Callable[[dict[str, Any]], Row]


def _cells_of(columns: tuple[Column, ...]) -> _Cells:
    """Return what takes an object to its row's cells: most are there as they are, some have to be made."""
    names = [column.path[0] for column in columns]
    special = [(at, column) for at, column in enumerate(columns) if len(column.path) > 1 or column.type != "TEXT"]
    if not names:
        return lambda value: ()
    take = itemgetter(*names) if len(names) > 1 else lambda value: (value[names[0]],)

    def cells(value: dict[str, Any]) -> Row:
        if not special:
            plain: Row = take(value)
            return plain
        row = list(take(value))
        for at, column in special:
            row[at] = _cell(row[at], column)
        return tuple(row)

    return cells


def _cell(found: Any, column: Column) -> Any:
    found = _at(found, column.path[1:])
    if found is None or isinstance(found, str):
        return found
    if isinstance(found, (list, dict)):
        return to_json(found).decode()
    # SQLite's integers have 64 bits.
    return float(found) if isinstance(found, int) and not -(2**63) <= found < 2**63 else found


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        if value is None:
            return None
        value = value[step]
    return value


def _insert(table: Table) -> str:
    names = table.column_names
    columns, marks = ", ".join(map(quoted, names)), ", ".join("?" * len(names))
    return f"INSERT INTO {quoted(table.name)} ({columns}) VALUES ({marks})"  # noqa: S608 (names of ours)
