"""WARC files, as of CC-NEWS: pages as they were crawled."""

from __future__ import annotations

import io
from collections.abc import Iterator
from http.client import HTTPException, HTTPResponse, IncompleteRead
from io import BufferedIOBase
from typing import TYPE_CHECKING, cast

from summariser.archives.items import Item, Parts, Refused
from summariser.archives.judging import article_item, skipped
from summariser.archives.rows import key_of
from summariser.archives.unpacking import packing_of, unpacked
from summariser.articles.decoding import decode
from summariser.articles.pages import page_fields
from summariser.articles.reading import MOST_BYTES
from summariser.errors import ArticleError

if TYPE_CHECKING:
    from socket import socket

    from fastwarc.warc import WarcRecord

__all__ = ["warc_parts"]

_PAGES = {"text/html", "application/xhtml+xml"}
_UNKNOWN = {"br", "deflate", "compress", "dcb"}


def warc_parts(stream: BufferedIOBase, name: str, prefix: str, least_words: int) -> Parts:
    """Yield a part for each response record, keyed by its address; requests and metadata are no members.

    Raises Refused where a record's length is wrong and the next is not found.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415
    except ImportError as error:
        raise Refused(
            "unreadable", f"{name} is a WARC file, which needs a package: pip install 'summariser[archives]'"
        ) from error
    records = ArchiveIterator(
        _Forward(stream),
        record_types=WarcRecordType.response,
        parse_http=False,  # its decoders end the iteration on the first response that they can't decode
        quirks_mode=True,
        stream_detect=False,
    )
    number = 0
    while (record := _next(records, name)) is not None:
        number += 1
        url = record.headers.get("WARC-Target-URI") or ""
        key = prefix + key_of(url.strip("<>"), number)
        yield lambda record=record, key=key, url=url: _item(record, key, url.strip("<>"), least_words)  # type: ignore[misc]


def _next(records: Iterator[WarcRecord], name: str) -> WarcRecord | None:
    try:
        return next(records, None)
    except (OSError, ValueError) as error:
        raise Refused("malformed", f"{name} is no sound WARC from here on: {error}") from error


def _item(record: WarcRecord, key: str, url: str, least_words: int) -> Item:
    try:
        html = _page(record, url)
        fields = page_fields(html, url or "the page", url or None)
    except Refused as error:
        return skipped(key, error)
    except ArticleError as error:
        return skipped(key, Refused("no_text", str(error)))
    return article_item(key, fields, least_words)


def _page(record: WarcRecord, url: str) -> str:
    """Return the HTML that the server sent. Raises Refused where it sent something else."""
    try:
        block = record.reader.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise Refused("malformed", f"the response for {url} can't be read: {error}") from error
    if len(block) > MOST_BYTES:
        raise Refused("too_long", f"the response for {url} has more than {MOST_BYTES:,} bytes")
    response, data = _response(block, url)
    if response.status != 200:
        raise Refused("no_text", f"the server answered {response.status} for {url}")
    kind = response.headers.get_content_type()
    if kind not in _PAGES:
        raise Refused("no_text", f"{url} is {kind}, not a web page")
    if not data.strip():
        raise Refused("empty", f"the page at {url} is empty")
    try:
        return decode(data, url or "the page", declared=response.headers.get_content_charset())
    except ArticleError as error:
        raise Refused("undecodable", str(error)) from error


def _response(block: bytes, url: str) -> tuple[HTTPResponse, bytes]:
    """Return the HTTP response in `block`, and its body without transfer and content encoding."""
    response = HTTPResponse(cast("socket", _Answer(block)))
    try:
        response.begin()
        body = response.read()
    except IncompleteRead as error:
        body = error.partial  # cut off by the crawler, or a length told before the body was unpacked
    except (HTTPException, ValueError) as error:
        raise Refused("malformed", f"the response for {url} is no HTTP: {error or type(error).__name__}") from error
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if packing := packing_of(body):
        body = unpacked(io.BytesIO(body), packing, f"the page at {url}").read(MOST_BYTES + 1)
    elif encoding in _UNKNOWN:
        raise Refused("unreadable", f"the page at {url} is packed as {encoding}, which is not read")
    if len(body) > MOST_BYTES:
        raise Refused("too_long", f"the page at {url} has more than {MOST_BYTES:,} bytes")
    return response, body


class _Answer:
    """The part of a socket that HTTPResponse asks for."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def makefile(self, mode: str) -> io.BytesIO:
        return io.BytesIO(self._data)


class _Forward:
    """A stream that can tell where it is and can't go elsewhere: all that reading a WARC takes."""

    def __init__(self, stream: BufferedIOBase) -> None:
        self._stream = stream
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        if (offset, whence) != (0, io.SEEK_CUR):
            raise io.UnsupportedOperation("seek")
        return self._at

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        self._stream.close()
