"""WARC files, as of CC-NEWS: pages as they were crawled."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedIOBase
from typing import TYPE_CHECKING

from summariser.archives.items import Item, Parts, Refused
from summariser.archives.judging import article_item, skipped
from summariser.archives.rows import key_of
from summariser.articles.decoding import decode
from summariser.articles.pages import page_fields
from summariser.articles.reading import MOST_BYTES
from summariser.errors import ArticleError

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["warc_parts"]

_PAGES = {"text/html", "application/xhtml+xml"}


def warc_parts(stream: BufferedIOBase, name: str, prefix: str, least_words: int) -> Parts:
    """Yield a part for each response record, keyed by its address; requests and metadata are no members.

    What follows a record that is broken beyond its length can't be found: Refused is raised there.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415
    except ImportError as error:
        raise Refused(
            "unreadable", f"{name} is a WARC file, which needs a package: pip install 'summariser[archives]'"
        ) from error
    records = ArchiveIterator(
        stream, record_types=WarcRecordType.response, parse_http=False, quirks_mode=True, stream_detect=False
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
        record.parse_http(auto_decode="all", quirks_mode=True)
        headers = record.http_headers
        status = headers.status_code
        if status is not None and status != 200:
            raise Refused("no_text", f"the server answered {status} for {url}")
        kind = (record.http_content_type or "").lower()
        if kind not in _PAGES:
            raise Refused("no_text", f"{url} is {kind or 'of no type that is told'}, not a web page")
        data = record.reader.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise Refused("malformed", f"the response for {url} can't be read: {error}") from error
    if len(data) > MOST_BYTES:
        raise Refused("too_long", f"the page at {url} has more than {MOST_BYTES:,} bytes")
    if not data.strip():
        raise Refused("empty", f"the page at {url} is empty")
    try:
        return decode(data, url or "the page", declared=record.http_charset)
    except ArticleError as error:
        raise Refused("undecodable", str(error)) from error
