"""JSON Lines, JSON arrays and JSON objects one after the other."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Generator, Iterator
from io import BufferedIOBase

from summariser.archives.items import Item, Parts, Refused
from summariser.archives.judging import skipped
from summariser.archives.lines import TOO_LONG, bounded_lines
from summariser.archives.rows import RowReader, key_of
from summariser.articles.reading import MOST_BYTES

__all__ = ["json_line_parts", "json_value_parts"]

_PIECE = 1 << 18
_STRUCTURE = re.compile(rb'["{}\[\],]')
_IN_STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)


def json_line_parts(stream: BufferedIOBase, prefix: str, rows: RowReader) -> Parts:
    """Yield a part for each line that is not blank; a line that is no JSON object becomes a skip."""
    return _parts((line for line in bounded_lines(stream) if line is None or not line.isspace()), prefix, rows)


def json_value_parts(stream: BufferedIOBase, prefix: str, rows: RowReader) -> Parts:
    """Yield a part for each element of a JSON array, or for each of several JSON values one after the other."""
    return _parts(_Values().split(stream), prefix, rows)


def _parts(values: Iterator[bytes | None], prefix: str, rows: RowReader) -> Parts:
    for number, value in enumerate(values, start=1):
        yield lambda number=number, value=value: _item(value, prefix, number, rows)  # type: ignore[misc]


def _item(data: bytes | None, prefix: str, number: int, rows: RowReader) -> Item:
    try:
        row = _object(data)
    except Refused as error:
        return skipped(prefix + key_of("", number), error)
    return rows.item(row, prefix, number)


def _object(data: bytes | None) -> dict[str, object]:
    if data is None:
        raise Refused("too_long", TOO_LONG)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(
            "undecodable", f"the row can't be decoded: byte 0x{data[error.start]:02x} at {error.start}"
        ) from error
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(
            "malformed", f"the row is no JSON: {error or type(error).__name__}; it begins {text[:40]!r}"
        ) from error
    if not isinstance(row, dict):
        raise Refused("malformed", f"the row is no JSON object: {text[:40]!r}")
    return row


class _Values:
    """Finds where each JSON value ends, by its brackets and strings alone, so that a broken one costs only itself.

    Values are what stands between the commas of an array, or at the top one after the other. A value of more than
    MOST_BYTES is read over and told as None.
    """

    def __init__(self) -> None:
        self._depth = 0
        self._base = 0  # the depth at which values stand: 1 within an array
        self._in_string = False
        self._pieces: list[bytes] = []
        self._size = 0

    def split(self, stream: BufferedIOBase) -> Iterator[bytes | None]:
        left = b""
        while piece := stream.read(_PIECE):
            data = left + piece
            left = yield from self._scan(data)
        self._keep(left)
        yield from self._emit()

    def _scan(self, data: bytes) -> Generator[bytes | None, None, bytes]:
        """Yield the values that end in `data`; returns what has to be seen again with the next piece."""
        begin = at = 0
        while True:
            if self._in_string:
                found = _IN_STRING.match(data, at)
                at = found.end() if found else len(data)
                if at >= len(data) or data[at : at + 1] == b"\\":
                    self._keep(data[begin:at])
                    return data[at:]
                at += 1
                self._in_string = False
            match = _STRUCTURE.search(data, at)
            if match is None:
                self._keep(data[begin:])
                return b""
            at = match.end()
            begin = yield from self._mark(match[0], data, begin, at)

    def _mark(self, mark: bytes, data: bytes, begin: int, at: int) -> Generator[bytes | None, None, int]:
        """Take note of the structural `mark` that ends at `at`; returns where the value that goes on begins."""
        if mark == b'"':
            self._in_string = True
        elif mark == b"[" and self._depth == 0:
            self._depth = self._base = 1
            return at
        elif mark in b"{[":
            self._depth += 1
        elif mark in b"}]":
            return (yield from self._close(data, begin, at))
        elif self._depth == self._base == 1:
            self._keep(data[begin : at - 1])
            yield from self._emit()
            return at
        return begin

    def _close(self, data: bytes, begin: int, at: int) -> Generator[bytes | None, None, int]:
        array_ends = self._depth == self._base == 1
        self._depth = max(0, self._depth - 1)
        if array_ends:
            self._base = 0
        if array_ends or self._depth == self._base == 0:
            self._keep(data[begin : at - 1 if array_ends else at])
            yield from self._emit()
            return at
        return begin

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size <= MOST_BYTES:
            self._pieces.append(piece)
        else:
            self._pieces.clear()

    def _emit(self) -> Iterator[bytes | None]:
        too_long, value = self._size > MOST_BYTES, b"".join(self._pieces)
        self._pieces, self._size = [], 0
        if too_long:
            yield None
        elif value.strip(b" \t\r\n\xef\xbb\xbf"):
            yield value
