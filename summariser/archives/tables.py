"""CSV and TSV: rows under a header."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from io import BufferedIOBase

from summariser.archives.items import Item, Parts, Refused
from summariser.archives.judging import skipped
from summariser.archives.lines import TOO_LONG, bounded_lines
from summariser.archives.rows import RowReader, key_of
from summariser.articles.article import MOST_CHARACTERS

__all__ = ["csv_parts"]

_DELIMITERS = ",;\t|"


def csv_parts(stream: BufferedIOBase, name: str, prefix: str, rows: RowReader, *, tabs: bool = False) -> Parts:
    """Yield a part for each row after the header. Raises Refused where there is no header with a column of texts.

    The delimiter of a CSV file is the one of `,` `;` tab `|` that its header has most of.
    """
    # A limit of the whole process, and too low for an article: it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), MOST_CHARACTERS))
    lines = _Lines(stream)
    first = next(lines, "")
    delimiter = "\t" if tabs else max(_DELIMITERS, key=first.count)
    lines.put_back(first)
    table = csv.reader(lines, delimiter=delimiter)
    header = _next(table, lines) or []
    if isinstance(header, Refused):
        raise header
    header = [column.strip() for column in header]
    rows.require_text(header, name)
    number = 0
    while (row := _next(table, lines)) is not None:
        if row:
            number += 1
            yield lambda number=number, row=row: _item(row, header, prefix, number, rows)  # type: ignore[misc]


def _next(table: Iterator[list[str]], lines: _Lines) -> list[str] | Refused | None:
    """Return the next row, or what is wrong with it; None at the end."""
    try:
        return next(table, None)
    except csv.Error as error:
        return Refused("malformed", f"the row that ends in line {lines.number:,} is no CSV: {error}")
    except _TooLong as error:
        return error


def _item(row: list[str] | Refused, header: list[str], prefix: str, number: int, rows: RowReader) -> Item:
    key = prefix + key_of("", number)
    if isinstance(row, Refused):
        return skipped(key, row)
    if len(row) > len(header) and not any(row[len(header) :]):
        row = row[: len(header)]
    if len(row) != len(header):
        return skipped(
            key,
            Refused(
                "malformed", f"the row has {len(row)} columns, the header {len(header)}; it begins {row[0][:40]!r}"
            ),
        )
    if (bad := next((cell for cell in row if not cell.isascii() and _undecoded(cell)), None)) is not None:
        return skipped(key, Refused("undecodable", f"the row can't be decoded; it has {bad[:40]!r}"))
    return rows.item(dict(zip(header, row, strict=True)), prefix, number)


def _undecoded(cell: str) -> bool:
    return any("\udc80" <= char <= "\udcff" for char in cell)


class _TooLong(Refused):
    """A line that is too long for a row."""


class _Lines:
    """The lines of a table as text. What can't be decoded is kept as lone surrogates, so that it costs its row only.

    No generator: one would end with the first error that passes through it.
    """

    def __init__(self, stream: BufferedIOBase) -> None:
        self._lines = bounded_lines(stream)
        self._waiting: list[str] = []
        self.number = 0

    def put_back(self, line: str) -> None:
        self._waiting.append(line)
        self.number -= 1

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        self.number += 1
        if self._waiting:
            return self._waiting.pop()
        line = next(self._lines)
        if line is None:
            raise _TooLong("too_long", TOO_LONG)
        return line.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")
