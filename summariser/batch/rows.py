"""From records to the rows of a task's tables, and into the file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from summariser.batch.tables import Column, Table, quoted, tables_of
from summariser.models.record import Record
from summariser.tasks.task import Task

__all__ = ["ClaimTables"]

Row = tuple[Any, ...]

_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_INTEGERS = range(-(2**63), 2**63)


class ClaimTables:
    """The tables of a task, and how records are written to them."""

    def __init__(self, task: Task) -> None:
        self._tops = tables_of(task)
        self._all = [table for top in self._tops for table in top.with_parts()]
        self._inserts = {table.name: _insert(table.name, table.column_names) for table in self._all}
        self._inserts["evidence"] = "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?)"
        self._inserts["claims_fts"] = "INSERT INTO claims_fts (text, claim, article_id, entry) VALUES (?, ?, ?, ?)"

    def definitions(self) -> Iterator[str]:
        """Yield the statements that create the tables."""
        for table in self._all:
            yield from table.definition()

    def insert(self, connection: sqlite3.Connection, records: Iterable[tuple[int, Record]]) -> None:
        """Insert the claims of records, each given with the id of its article."""
        rows: dict[str, list[Row]] = {name: [] for name in self._inserts}
        for article_id, record in records:
            one = _OneRecord(article_id, rows)
            content = record.model_dump(mode="json")
            for table in self._tops:
                one.gather(table, content, None)
                one.derive(table, record)
        for name, statement in self._inserts.items():
            if rows[name]:
                connection.executemany(statement, rows[name])


class _OneRecord:
    """Adds the rows of one record to those of all."""

    def __init__(self, article_id: int, rows: dict[str, list[Row]]) -> None:
        self._article = article_id
        self._rows = rows
        self._first = {name: len(those) for name, those in rows.items()}

    def gather(self, table: Table, holder: dict[str, Any], parent_entry: int | None) -> None:
        found = _at(holder, table.path)
        if found is None:
            return
        own, searched = self._rows[table.name], self._rows["claims_fts"]
        for value in found if isinstance(found, list) else (found,):
            entry = len(own) - self._first[table.name]
            keys = (self._article, entry) if parent_entry is None else (self._article, entry, parent_entry)
            own.append((*keys, *(_cell(value, column) for column in table.columns)))
            if text := "\n".join(_texts(value, table.columns)):
                searched.append((text, table.name, self._article, entry))
            if table.has_evidence:
                self._cite(table.name, entry, value)
            for part in table.parts:
                self.gather(part, value, entry)

    def derive(self, table: Table, record: Record) -> None:
        """Add the derived columns, which take the record itself and not what is dumped of it."""
        if not table.derived:
            return
        value: Any = record
        for step in table.path:
            value = getattr(value, step)
        claims = value if isinstance(value, list) else [value] if value is not None else []
        own, first = self._rows[table.name], self._first[table.name]
        for place, claim in enumerate(claims, first):
            own[place] += tuple(extra.value(record, claim) for extra in table.derived)

    def _cite(self, table: str, entry: int, value: dict[str, Any]) -> None:
        for cited in value["evidence"]:
            place = (cited["number"], cited["start"], cited["end"], cited["quote"])
            self._rows["evidence"].append((self._article, table, entry, *place))


def _insert(table: str, columns: list[str]) -> str:
    names = ", ".join(map(quoted, columns))
    return f"INSERT INTO {quoted(table)} ({names}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 (names of ours)


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        if value is None:
            return None
        value = value[step]
    return value


def _cell(value: dict[str, Any], column: Column) -> Any:
    path = column.path
    found = value[path[0]] if len(path) == 1 else _at(value, path)
    if found is None or isinstance(found, str):
        return found
    if column.is_json or isinstance(found, (list, dict)):
        return _as_json(found)
    if isinstance(found, int) and found not in _INTEGERS:
        return float(found)
    return found


def _texts(value: dict[str, Any], columns: tuple[Column, ...]) -> Iterator[str]:
    for column in columns:
        if column.is_text:
            found = _at(value, column.path)
            if isinstance(found, str):
                yield found
            elif found:
                yield from found
