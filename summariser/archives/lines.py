"""Lines of bytes, none longer than an article's row may be."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedIOBase

from summariser.articles.reading import MOST_BYTES

__all__ = ["TOO_LONG", "bounded_lines"]

TOO_LONG = f"the row has more than {MOST_BYTES:,} bytes, too long for an article"

_PIECE = 1 << 18


def bounded_lines(stream: BufferedIOBase) -> Iterator[bytes | None]:
    """Yield the lines of `stream`, with their ends; None for one of more than MOST_BYTES, which is read over."""
    while line := stream.readline(MOST_BYTES + 1):
        if len(line) <= MOST_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while (line := stream.readline(_PIECE)) and not line.endswith(b"\n"):
            pass
        yield None
