"""The door to archives: sources in, items out, in a fixed order and one at a time."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator

from summariser.archives.formats import Reader
from summariser.archives.items import Fields, Item, Part, Refused, Skip, printable
from summariser.archives.judging import LEAST_WORDS, skipped
from summariser.archives.rows import RowReader
from summariser.archives.sources import Source, remote_faults, sources_of
from summariser.archives.streams import guarded
from summariser.errors import ArticleError

__all__ = ["Source", "read_source", "sources_of"]


def read_source(
    source: Source,
    fields: Fields | None = None,
    *,
    start: int = 0,
    least_words: int = LEAST_WORDS,
    encoding: str | None = None,
) -> Iterator[Item]:
    """Yield the items of `source` from the one at `start` (from 0) on; those before it are passed over cheaply.

    What is no article is a skip, and the rest goes on; what can't be read at all is one skip with the source's name.
    `encoding` is that of texts and tables that are not UTF-8. At most one member or row is held at a time.
    """
    key = printable(os.path.basename(source.name.rstrip("/")) or source.name)
    try:
        stream = guarded(source.open(), remote_faults(), "unreadable", source.name)
    except ArticleError as error:
        if start == 0:
            yield Item(key, skip=Skip("unreadable", str(error)))
        return
    with stream:
        reader = Reader(RowReader(fields or Fields(), least_words), encoding)
        for number, part in enumerate(_all_parts(reader, stream, source, key)):
            if number >= start:
                yield part()


def _all_parts(reader: Reader, stream: io.BufferedReader, source: Source, key: str) -> Iterator[Part]:
    """Yield all parts, and last, where the source or the rest of it is refused, one that says so."""
    try:
        yield from reader.parts(stream, source.name, key, "")
    except Refused as error:
        refused = error
    else:
        return
    yield lambda: skipped(key, refused)
