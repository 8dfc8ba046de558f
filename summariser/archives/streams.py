"""Streams that tell their faults by name, count what they give, and turn any encoding into UTF-8."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Sequence
from functools import partial
from typing import BinaryIO

from summariser.archives.items import Refused
from summariser.archives.unpacking import Bounds

__all__ = ["guarded", "recoded"]

_PIECE = 1 << 18
_Meaning = Callable[[str], Exception]
_MALFORMED: _Meaning = partial(Refused, "malformed")


class _Guarded(io.RawIOBase):
    """`inner`, whose faults are raised as `meaning`; what it gives is counted against `bounds`."""

    def __init__(self, inner: BinaryIO, faults: Sequence[type[Exception]], meaning: _Meaning, name: str) -> None:
        self._inner, self._faults, self._meaning, self._name = inner, tuple(faults), meaning, name
        self.bounds: Bounds | None = None
        self.packed = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._inner.seekable()

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._inner.seek(offset, whence)

    def tell(self) -> int:
        return self._inner.tell()

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        try:
            data = self._inner.read(len(buffer))
        except self._faults as error:
            raise self._meaning(f"{self._name} can't be read: {error or type(error).__name__}") from error
        if self.bounds:
            self.bounds.count(len(data), self.packed)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
        super().close()


def guarded(
    inner: BinaryIO,
    faults: Sequence[type[Exception]],
    name: str,
    *,
    meaning: _Meaning = _MALFORMED,
    packed: int | None = None,
) -> io.BufferedReader:
    """Return `inner`, buffered; reading it raises what `meaning` makes of a message where it raises one of `faults`.

    With `packed`, how many bytes it was unpacked from, Refused is raised where it is a packing bomb.
    """
    raw = _Guarded(inner, faults, meaning, name)
    if packed is not None:
        raw.bounds, raw.packed = Bounds(name), packed
    return io.BufferedReader(raw, _PIECE)


class _Recoded(io.RawIOBase):
    """What `inner` holds in `encoding`, as UTF-8; bytes that do not fit are passed on as they are."""

    def __init__(self, inner: io.BufferedReader, encoding: str) -> None:
        self._inner = inner
        self._decoder = codecs.getincrementaldecoder(encoding)("surrogateescape")
        self._waiting = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        while not self._waiting and not self._ended:
            piece = self._inner.read(_PIECE)
            self._ended = not piece
            text = self._decoder.decode(piece, final=self._ended)
            self._waiting = text.encode("utf-8", "surrogateescape")
        data, self._waiting = self._waiting[: len(buffer)], self._waiting[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def recoded(stream: io.BufferedReader, encoding: str) -> io.BufferedReader:
    """Return `stream`, which is in `encoding`, as UTF-8. Raises Refused where there is no such encoding."""
    try:
        return io.BufferedReader(_Recoded(stream, encoding), _PIECE)
    except LookupError as error:
        raise Refused(
            "undecodable", f"there is no encoding {encoding!r}; give one such as utf-8, cp1252 or utf-16"
        ) from error
