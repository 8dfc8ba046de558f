"""Parquet files, a row group at a time; those that `start` passes over are not read."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedIOBase
from typing import TYPE_CHECKING, Any

from summariser.archives.items import Item, Parts, Refused
from summariser.archives.judging import skipped
from summariser.archives.rows import RowReader, key_of

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

__all__ = ["parquet_parts"]

_ROWS = 32
_BUFFER = 1 << 20


def parquet_parts(stream: BufferedIOBase, name: str, prefix: str, rows: RowReader) -> Parts:
    """Yield a part for each row; only the columns of an article are read. Raises Refused where it is none."""
    try:
        from pyarrow import ArrowException  # noqa: PLC0415
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError as error:
        raise Refused(
            "unreadable", f"{name} is a Parquet file, which needs a package: pip install 'summariser[archives]'"
        ) from error
    try:
        file = ParquetFile(stream, buffer_size=_BUFFER)
        names = file.schema_arrow.names
        sizes = [file.metadata.row_group(group).num_rows for group in range(file.metadata.num_row_groups)]
    except (ArrowException, OSError, ValueError) as error:
        raise Refused("malformed", f"{name} is no sound Parquet file: {error}") from error
    rows.require_text(names, name)
    columns = sorted({column for columns in rows.layout(names).values() for column in columns}, key=names.index)
    number = 0
    for group, size in enumerate(sizes):
        table = _Group(file, group, columns)
        for at in range(size):
            number += 1
            yield lambda at=at, number=number, table=table: _item(table, at, prefix, number, rows)  # type: ignore[misc]


def _item(table: _Group, at: int, prefix: str, number: int, rows: RowReader) -> Item:
    try:
        return rows.item(table.row(at), prefix, number)
    except Refused as error:
        return skipped(prefix + key_of("", number), error)


class _Group:
    """A row group, decoded a few rows at a time, and only when a row is asked for."""

    def __init__(self, file: ParquetFile, number: int, columns: list[str]) -> None:
        self._file, self._number, self._columns = file, number, columns
        self._batches: Iterator[Any] | None = None
        self._rows: list[dict[str, Any]] = []
        self._first = 0
        self._fault: str | None = None

    def row(self, at: int) -> dict[str, Any]:
        """Return the row at `at`, from 0; rows are asked for in order. Raises Refused where it can't be decoded."""
        from pyarrow import ArrowException  # noqa: PLC0415

        try:
            while self._fault is None and at >= self._first + len(self._rows):
                self._next_batch()
        except (ArrowException, OSError, ValueError) as error:
            self._fault = str(error).split("\n")[0]
        if self._fault is not None and not self._first <= at < self._first + len(self._rows):
            raise Refused("malformed", f"row group {self._number} of the Parquet file is broken: {self._fault}")
        return self._rows[at - self._first]

    def _next_batch(self) -> None:
        if self._batches is None:
            self._batches = self._file.iter_batches(_ROWS, row_groups=[self._number], columns=self._columns)
        self._first += len(self._rows)
        self._rows = []
        batch = next(self._batches, None)
        if batch is None:
            raise ValueError("it has fewer rows than it says")
        self._rows = batch.to_pylist()
