"""Packed streams (gzip, bzip2, xz, Zstandard), unpacked a piece at a time and within bounds."""

from __future__ import annotations

import bz2
import io
import lzma
import sys
import zlib
from collections.abc import Callable
from typing import BinaryIO, Protocol

from summariser.archives.items import Refused
from summariser.articles.reading import MOST_BYTES

__all__ = ["MOST_RATIO", "MOST_UNPACKED", "Bounds", "packing_of", "unpacked"]

MOST_RATIO = 200
"""Times that a stream may unpack to, once it is longer than an article may be. Prose packs to a third or a fifth; a
gzip bomb reaches 1,000."""
MOST_UNPACKED = 1 << 40
"""Bytes that one packed stream may unpack to at most (1 TiB)."""

_PIECE = 1 << 18
# What unpacking may need for its window: xz -9 takes 65 MB, zstd --long 128 MB.
_MOST_MEMORY = 1 << 28
_WINDOW_LOG = 27
_MAGIC = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"), (b"\x28\xb5\x2f\xfd", "Zstandard"))


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gunzip:
    """zlib's decompressor, with the interface that the others have."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        out = self._inner.decompress(self._inner.unconsumed_tail + data, max_length)
        self.needs_input = not self._inner.unconsumed_tail and len(out) < max_length
        return out


class Bounds:
    """Counts what a packed stream unpacks to. Raises Refused where it is a packing bomb."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._out = 0

    def count(self, out: int, packed: int) -> None:
        """Take note of `out` bytes more; `packed` is how many bytes have been unpacked so far."""
        self._out += out
        if self._out > MOST_BYTES and self._out > packed * MOST_RATIO:
            raise Refused(
                "unsafe",
                f"{self._name} is a packing bomb: {packed:,} bytes unpack to {self._out:,} and more, "
                f"over {MOST_RATIO} times; if it is none, unpack it yourself",
            )
        if self._out > MOST_UNPACKED:
            raise Refused("unsafe", f"{self._name} unpacks to more than {MOST_UNPACKED:,} bytes; unpack it yourself")


class _Unpacked(io.RawIOBase):
    """What `stream` holds, unpacked; several packed streams one after the other count as one, as with cat."""

    def __init__(self, stream: BinaryIO, packing: str, name: str) -> None:
        self._stream, self._packing, self._name = stream, packing, name
        self._new, self._broken = _unpacker(packing, name)
        self._unpacker: _Unpacker | None = None
        self._waiting = b""
        self._read = 0
        self._bounds = Bounds(name)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        while True:
            if self._unpacker is None or self._unpacker.eof:
                if not self._next_stream():
                    return 0
                continue
            data = self._take() if self._unpacker.needs_input else b""
            if self._unpacker.needs_input and not data:
                raise Refused("malformed", f"{self._name} ends within its {self._packing} data: it was cut off")
            try:
                out = self._unpacker.decompress(data, len(buffer))
            except self._broken as error:
                raise Refused("malformed", f"{self._name} is no sound {self._packing} data: {error}") from error
            if out:
                self._bounds.count(len(out), self._read)
                buffer[: len(out)] = out
                return len(out)

    def _next_stream(self) -> bool:
        """Begin with the next packed stream and return whether there is one; zeros between them are padding."""
        waiting = self._unpacker.unused_data if self._unpacker else self._piece()
        while self._unpacker and not (waiting := waiting.lstrip(b"\x00")):
            if not (waiting := self._piece()):
                return False
        self._waiting = waiting
        self._unpacker = self._new()
        return True

    def _take(self) -> bytes:
        data, self._waiting = self._waiting, b""
        return data or self._piece()

    def _piece(self) -> bytes:
        piece = self._stream.read(_PIECE)
        self._read += len(piece)
        return piece


def packing_of(head: bytes) -> str | None:
    """Return how the stream that begins with `head` is packed, or None."""
    return next((packing for magic, packing in _MAGIC if head.startswith(magic)), None)


def unpacked(stream: BinaryIO, packing: str, name: str) -> io.BufferedReader:
    """Return `stream` unpacked. Reading it raises Refused where it is broken, cut off, or a packing bomb."""
    return io.BufferedReader(_Unpacked(stream, packing, name), _PIECE)


def _unpacker(packing: str, name: str) -> tuple[Callable[[], _Unpacker], tuple[type[Exception], ...]]:
    """Return what makes an unpacker, and the errors that it raises on broken data."""
    if packing == "gzip":
        return _Gunzip, (zlib.error,)
    if packing == "bzip2":
        return bz2.BZ2Decompressor, (OSError, ValueError)
    if packing == "xz":
        return lambda: lzma.LZMADecompressor(memlimit=_MOST_MEMORY), (lzma.LZMAError,)
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd  # noqa: PLC0415
        else:
            from backports import zstd  # noqa: PLC0415
    except ImportError as error:
        raise Refused(
            "unreadable", f"{name} is Zstandard data, which needs a package: pip install 'summariser[archives]'"
        ) from error
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW_LOG}
    return lambda: zstd.ZstdDecompressor(options=options), (zstd.ZstdError,)
