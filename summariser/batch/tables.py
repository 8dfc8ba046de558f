"""The tables that hold a task's claims, as they follow from the shape of its draft.

    a list of objects           a table of that name, a row for each object
    an object                   a table of that name, one row
    the draft's plain fields    a table named after the task, one row
    within a row: an object     columns, such as `when_text`
                  a list        JSON text; of objects: a table again

Each row has `article_id` and `entry`, its place among that table's rows of the article from 0 on; a row of a list
within another row has `parent_entry`, the `entry` of that row. Evidence is in one table for all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from summariser.batch.core import CORE_NAMES, is_search
from summariser.models.claims import Evidence
from summariser.models.markers import Edtf, Id, Named, Ref
from summariser.models.shapes import Shape, shape_of
from summariser.tasks.task import Derived, Task

__all__ = ["Column", "Table", "quoted", "tables_of"]

_KEYS = ("article_id", "entry", "parent_entry")
_TYPES = {str: "TEXT", bool: "BOOLEAN", int: "INTEGER", float: "REAL"}
_CODES = (Id, Ref, Edtf)


@dataclass(frozen=True)
class Column:
    """A column and the way to its value from the object that the row is made of.

    `is_text` says that people search for its words.
    """

    name: str
    path: tuple[str, ...]
    type: str
    is_text: bool = False
    is_indexed: bool = False

    @property
    def is_json(self) -> bool:
        """Whether it holds a list as JSON text."""
        return self.type == "JSON TEXT"


@dataclass(frozen=True)
class Table:
    """A table of a task. `path` leads to its objects, from the parent's object or, without one, from the draft."""

    name: str
    path: tuple[str, ...]
    columns: tuple[Column, ...]
    parent: str | None = None
    has_evidence: bool = False
    derived: tuple[Derived, ...] = ()
    parts: tuple[Table, ...] = field(default=())

    def with_parts(self) -> Iterator[Table]:
        """Yield the table and all below it, each after its parent."""
        yield self
        for part in self.parts:
            yield from part.with_parts()

    @property
    def column_names(self) -> list[str]:
        """The names of all its columns, keys first."""
        keys = _KEYS if self.parent else _KEYS[:2]
        return [*keys, *(column.name for column in self.columns), *(extra.column for extra in self.derived)]

    def definition(self) -> list[str]:
        """Return the statements that create it with its indexes."""
        lines = ["article_id INTEGER NOT NULL REFERENCES records (article_id)", "entry INTEGER NOT NULL"]
        lines += ["parent_entry INTEGER NOT NULL"] if self.parent else []
        lines += [f"{quoted(column.name)} {column.type}".rstrip() for column in self.columns]
        lines += [f"{quoted(extra.column)} TEXT" for extra in self.derived]
        lines.append("PRIMARY KEY (article_id, entry)")
        if self.parent:
            lines.append(f"FOREIGN KEY (article_id, parent_entry) REFERENCES {quoted(self.parent)} (article_id, entry)")
        indexed = [column.name for column in self.columns if column.is_indexed]
        return [
            f"CREATE TABLE {quoted(self.name)} ({', '.join(lines)}) WITHOUT ROWID",
            *(
                f"CREATE INDEX {quoted(f'{self.name}_{name}')} ON {quoted(self.name)} ({quoted(name)})"
                for name in indexed
            ),
        ]


def quoted(name: str) -> str:
    """Return a name as SQL takes any name."""
    return '"' + name.replace('"', '""') + '"'


def tables_of(task: Task) -> tuple[Table, ...]:
    """Return the tables of a task: those of the draft's own fields, with those within their rows as parts."""
    return _Maker(task).tables()


class _Maker:
    def __init__(self, task: Task) -> None:
        self._task = task
        self._draft = shape_of(task.draft)
        # A name that stands at two places of the draft gets its parent's before it, at both.
        self._times = Counter([*self._draft.fields, *_names_within(self._draft)])

    def tables(self) -> tuple[Table, ...]:
        alone = {name: shape for name, shape in self._draft.fields.items() if not _has_rows(shape)}
        columns = tuple(_columns(Shape(None, fields=alone)))
        base = re.sub(r"\W+", "_", self._task.name).strip("_") or "draft"
        heads = [Table(self._free(base, None), (), columns)] if columns else []
        return (*heads, *self._tables_within(self._draft, None, ()))

    def _tables_within(self, shape: Shape, parent: str | None, path: tuple[str, ...]) -> Iterator[Table]:
        for name, inner in shape.fields.items():
            if parent and _is_flat(inner):
                yield from self._tables_within(inner, parent, (*path, name))
            elif _has_rows(inner):
                yield self._table(name, inner.item or inner, parent, (*path, name))

    def _table(self, field_name: str, row: Shape, parent: str | None, path: tuple[str, ...]) -> Table:
        name = self._free(field_name, parent)
        derived = () if parent else tuple(extra for extra in self._task.derived if extra.table == field_name)
        return Table(
            name=name,
            path=path,
            columns=tuple(_columns(row)),
            parent=parent,
            has_evidence=any(_is_evidence(inner) for inner in row.fields.values()),
            derived=derived,
            parts=tuple(self._tables_within(row, name, ())),
        )

    def _free(self, name: str, parent: str | None) -> str:
        if parent and self._times[name] > 1:
            name = f"{parent}_{name}"
        return f"task_{name}" if name.lower() in CORE_NAMES or is_search(name) else name


def _columns(row: Shape, path: tuple[str, ...] = ()) -> Iterator[Column]:
    for name, shape in row.fields.items():
        here = (*path, name)
        if _is_flat(shape):
            yield from _columns(shape, here)
        elif not _is_evidence(shape) and not _has_rows(shape):
            yield _column(here, shape)


def _column(path: tuple[str, ...], shape: Shape) -> Column:
    name = "_".join(path)
    name = f"task_{name}" if name.lower() in _KEYS else name
    plain = shape.item or shape
    is_text = plain.type is str and not any(plain.has(code) for code in _CODES)
    if shape.item:
        return Column(name, path, "JSON TEXT", is_text)
    # No index: few words with many rows each are as quickly found by reading all rows, and written more quickly.
    if shape.choices:
        return Column(name, path, "TEXT")
    return Column(name, path, _TYPES.get(shape.type, ""), is_text, is_indexed=shape.has(Named))


def _is_evidence(shape: Shape) -> bool:
    return shape.item is not None and shape.item.type is Evidence


def _has_rows(shape: Shape) -> bool:
    """Return whether it is an object or a list of objects."""
    return bool(shape.fields or (shape.item and shape.item.fields))


def _is_flat(shape: Shape) -> bool:
    """Return whether it is an object that becomes columns of the row that it stands in: any but a claim."""
    return bool(shape.fields) and not any(_is_evidence(inner) for inner in shape.fields.values())


def _names_within(shape: Shape) -> Iterator[str]:
    """Yield the names of tables that stand within rows of others."""
    for inner in shape.fields.values():
        row = inner.item or inner
        for name, below in row.fields.items():
            if _has_rows(below) and not _is_flat(below):
                yield name
        yield from _names_within(row)
