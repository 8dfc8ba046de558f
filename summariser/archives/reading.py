"""The door to archives: sources in, items out, in a fixed order and one at a time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from summariser.archives.formats import Reader
from summariser.archives.items import BrokenOff, Fields, Item, Part, Refused, Skip
from summariser.archives.judging import LEAST_WORDS
from summariser.archives.rows import RowReader, listed
from summariser.archives.sources import Source, remote_faults, sources_of
from summariser.archives.streams import check_encoding, guarded
from summariser.errors import ArticleError, SummariserError

_BREAKS = frozenset({"malformed", "unsafe", "undecodable", "unreadable"})
"""What may be met within a source. The others say that there is nothing in it to read."""
_MOST_OTHERS = 1000
"""Texts and pages that are looked at for rows with the columns that are named."""

__all__ = ["Source", "breaks_off", "check_fields", "read_source", "sources_of"]


def read_source(
    source: Source,
    fields: Fields | None = None,
    *,
    start: int = 0,
    least_words: int = LEAST_WORDS,
    encoding: str | None = None,
) -> Iterator[Item]:
    """Yield the items of `source` from the one at `start` (from 0) on; those before it are passed over cheaply.

    What is no article is a skip, and the rest goes on; what can't be read at all is one skip with the source's key. So
    is the last one where the source, or what is read of it, breaks off: see `breaks_off`. `encoding` is that of texts
    and tables that are not UTF-8. At most one member or row is held at a time. Raises SettingsError for an encoding
    that there is not.
    """
    return _items(source, RowReader(fields or Fields(), least_words), encoding, start)


def check_fields(sources: Iterable[Source], fields: Fields, encoding: str | None = None) -> None:
    """Raise ArticleError where `fields` names a column, that of texts aside, which no row of `sources` has.

    Mostly the first row has them all, and nothing more is read. Without the column of texts each row is a skip anyway.
    """
    named = {part: name for part, name in asdict(fields).items() if name is not None and part != "text"}
    rows = RowReader(fields)
    items = (item for source in sources for item in _items(source, rows, encoding, 0))
    for number, _ in enumerate(items, 1):
        if named.keys() <= rows.met or (number >= _MOST_OTHERS and not rows.names):
            return
    for part, name in named.items():
        if rows.names and part not in rows.met:
            raise ArticleError(f"no row has a column or key {name!r} for the {part}; they have: {listed(rows.names)}")


def _items(source: Source, rows: RowReader, encoding: str | None, start: int) -> Iterator[Item]:
    if encoding is not None:
        check_encoding(encoding)
    reader = Reader(rows, encoding)
    try:
        opened = source.open()
    except ArticleError as error:
        yield _unreadable(source, error)
        return
    try:
        with guarded(opened, remote_faults(), source.name, meaning=BrokenOff) as stream:
            for number, part in enumerate(_all_parts(reader, stream, source)):
                if number >= start:
                    yield part()
    except BrokenOff as error:
        yield _unreadable(source, error)


def breaks_off(item: Item) -> bool:
    """Return whether `item`, then the last one, says that the rest of the source could not be read.

    `unreadable` is what may be read another time: the connection broke, the file is not there or not ours to read, a
    package is missing. What is `malformed` was cut off or is damaged, `unsafe` is a packing bomb, and `undecodable`
    does not fit its encoding: another file has to come in its place.
    """
    return item.skip is not None and item.skip.breaks_off


def _unreadable(source: Source, error: SummariserError) -> Item:
    return Item(source.key, skip=Skip("unreadable", str(error), breaks_off=True))


def _all_parts(reader: Reader, stream: io.BufferedReader, source: Source) -> Iterator[Part]:
    """Yield all parts, and last, where the source or the rest of it is refused, one that says so."""
    try:
        yield from reader.parts(stream, source.name, source.key, "")
    except Refused as error:
        refused = error
    else:
        return
    yield lambda: Item(source.key, skip=Skip(refused.kind, str(refused), breaks_off=refused.kind in _BREAKS))
