"""Streams that tell their faults by name, count what they give, and turn any encoding into UTF-8."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Sequence
from functools import partial
from typing import BinaryIO

from summariser.archives.items import Refused
from summariser.archives.unpacking import Bounds
from summariser.errors import SettingsError

__all__ = ["check_encoding", "guarded", "recoded"]

_PIECE = 1 << 18
_NO_FILES = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"})
"""Encodings that Python knows for names and source code."""
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
    """What `inner` holds in `encoding`, as UTF-8; bytes that do not fit are passed on as they are, where it has bytes
    that always fit alone. Raises Refused where it has none, as UTF-16 has.
    """

    def __init__(self, inner: io.BufferedReader, encoding: str, name: str) -> None:
        self._inner, self._encoding, self._name = inner, encoding, name
        self._decoder = codecs.getincrementaldecoder(encoding)("surrogateescape")
        self._waiting = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        while not self._waiting and not self._ended:
            piece = self._inner.read(_PIECE)
            self._ended = not piece
            try:
                text = self._decoder.decode(piece, final=self._ended)
                self._waiting = text.encode("utf-8", "surrogateescape")
            except UnicodeError as error:
                raise Refused("undecodable", _misfit(self._name, self._encoding, error)) from error
        data, self._waiting = self._waiting[: len(buffer)], self._waiting[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def recoded(stream: io.BufferedReader, encoding: str, name: str) -> io.BufferedReader:
    """Return `stream`, which is in `encoding`, as UTF-8. Reading it raises Refused where it is not."""
    return io.BufferedReader(_Recoded(stream, encoding, name), _PIECE)


def check_encoding(encoding: str) -> None:
    """Raise SettingsError where there is no such encoding, or none that texts are in."""
    try:
        # `decode` refuses what is no encoding of texts (base64, rot13), of bytes that are not nothing.
        b"a".decode(encoding, "replace")
        sound = codecs.lookup(encoding).name not in _NO_FILES and codecs.getincrementaldecoder(encoding) is not None
    except (LookupError, ValueError):
        sound = False
    if not sound:
        raise SettingsError(
            f"there is no encoding {encoding!r} of texts; give one such as utf-8, cp1252, iso-8859-2 or utf-16"
        )


def _misfit(name: str, encoding: str, error: UnicodeError) -> str:
    reason = error.reason if isinstance(error, UnicodeDecodeError) else str(error)
    return f"{name} is not {encoding} ({reason}); give its true encoding with --encoding"
