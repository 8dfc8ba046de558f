"""Text and HTML files: one article each."""

from __future__ import annotations

import io
import json
import re
from typing import Any

from summariser.archives.items import Item, Refused
from summariser.archives.judging import article_item, skipped
from summariser.archives.rows import RowReader
from summariser.articles.decoding import decode, refuse_binary
from summariser.articles.pages import is_html, page_fields
from summariser.articles.reading import MOST_BYTES
from summariser.articles.rows import is_json
from summariser.errors import ArticleError

__all__ = ["document_item"]

_MARKUP = re.compile(r"\s*<(?:\?xml|!doctype|!--)", re.IGNORECASE)


def document_item(stream: io.BufferedReader, name: str, key: str, rows: RowReader, encoding: str | None) -> Item:
    """Return the item that the text, HTML page or JSON object in `stream` makes. A large binary is not read wholly."""
    try:
        text = _text(stream, name, encoding)
        if is_json(text) and (row := _object(text)) is not None:
            return rows.item(row, f"{key}/", 1)
        return article_item(key, _fields(text, name), rows.least_words)
    except Refused as error:
        return skipped(key, error)


def _text(stream: io.BufferedReader, name: str, encoding: str | None) -> str:
    if encoding is None:
        _refuse_binary(stream.peek(4096), name)
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Refused("too_long", f"{name} has more than {MOST_BYTES:,} bytes, too long for an article")
    if not data.strip():
        raise Refused("empty", f"{name} is empty")
    if encoding is None:
        _refuse_binary(data, name)
    try:
        return decode(data, name, encoding)
    except ArticleError as error:
        raise Refused("undecodable", str(error)) from error


def _refuse_binary(data: bytes, name: str) -> None:
    try:
        refuse_binary(data, name)
    except ArticleError as error:
        raise Refused("binary", str(error)) from error


def _fields(text: str, name: str) -> dict[str, Any]:
    if is_html(text):
        try:
            return page_fields(text, name)
        except ArticleError as error:
            raise Refused("no_text", str(error)) from error
    if _MARKUP.match(text):
        raise Refused("no_text", f"{name} is XML or SGML, and which part of it is the article is not known")
    return {"text": text}


def _object(text: str) -> dict[str, Any] | None:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None
