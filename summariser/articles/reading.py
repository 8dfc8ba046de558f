"""Reading an article: from a file, standard input or a URL; text, HTML or a JSON object."""

from __future__ import annotations

import difflib
import os
import stat
from datetime import date
from typing import Any, BinaryIO

from summariser.articles.article import MOST_CHARACTERS, Article
from summariser.articles.decoding import decode, refuse_binary
from summariser.articles.fetching import Page, fetch
from summariser.articles.notices import count_words, notice_in
from summariser.articles.pages import is_html, page_fields
from summariser.articles.rows import is_json, row_fields
from summariser.errors import ArticleError

__all__ = ["MOST_BYTES", "near_names", "read_article", "read_text"]

MOST_BYTES = 8 * MOST_CHARACTERS
"""What is read at most: a page's markup may weigh several times its text."""


def read_article(
    source: str,
    *,
    date: date | None = None,
    title: str | None = None,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
) -> Article:
    """Return the article at `source`: a path, an http(s) URL, or `-` for the bytes of `stdin`.

    What it is, text, HTML or a JSON object with `text`, is told from its content. `date` and `title` win over what
    the input says; `encoding` over what it declares. At most MOST_BYTES are read. Raises ArticleError.
    """
    given = {key: value for key, value in (("date", date), ("title", title)) if value is not None}
    page, name = _read(source, stdin)
    text = _text(page, name, encoding)
    fields = _fields(text, name, page) | given
    try:
        return Article(**fields)
    except ArticleError as error:
        raise ArticleError(f"{name}: {error}") from error


def read_text(source: str, *, stdin: BinaryIO | None = None) -> str:
    """Return the text at `source`, a path or `-`, bounded and decoded as an article's is. Raises ArticleError."""
    page, name = _read(source, stdin)
    return _text(page, name, None)


def _text(page: Page, name: str, encoding: str | None) -> str:
    if len(page.data) > MOST_BYTES:
        raise ArticleError(
            f"{name} has more than {MOST_BYTES:,} bytes, too long for an article; split it into articles"
        )
    if not page.data.strip():
        raise ArticleError(f"{name} is empty; pass a text")
    if encoding is None:
        refuse_binary(page.data, name)
    return decode(page.data, name, encoding, page.charset)


def _read(source: str, stdin: BinaryIO | None) -> tuple[Page, str]:
    """Return the bytes at `source`, at most one more than MOST_BYTES, and what to call them in a message."""
    if source == "-":
        if stdin is None:
            raise ArticleError("'-' means standard input, and there is none here; name a file or a URL")
        return Page(stdin.read(MOST_BYTES + 1), "", "", None), "standard input"
    scheme, separator, _ = source.partition("://")
    if separator and scheme.isalnum():
        if scheme.lower() not in {"http", "https"}:
            raise ArticleError(
                f"{source}: only http and https are fetched, not {scheme!r}; save the article and name the file"
            )
        return fetch(source, most_bytes=MOST_BYTES), source
    return Page(_file(source), "", "", None), source


def _file(path: str) -> bytes:
    try:
        if stat.S_ISDIR(os.stat(path).st_mode):
            raise ArticleError(
                f"{path} is a directory; name a file in it (for all articles in it: summariser batch DIR --job JOB)"
            )
        with open(path, "rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise ArticleError(f"there is no file {path!r}{near_names(path)}") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise ArticleError(f"cannot read {path!r}: {reason}") from error


def near_names(path: str) -> str:
    """Return a hint at files that have a similar name, or at what the caller may have meant instead."""
    folder, name = os.path.split(path)
    if name.startswith("www."):
        return f"; for a page, give its whole address: https://{path}"
    if not os.path.isdir(folder or "."):
        return f", nor a directory {folder!r}"
    close = difflib.get_close_matches(name, os.listdir(folder or "."), n=3, cutoff=0.7)
    if close:
        return "; did you mean " + " or ".join(repr(os.path.join(folder, match)) for match in close) + "?"
    return "; to pass text itself, pipe it to: summariser summarise -" if " " in name else ""


def _fields(text: str, name: str, page: Page) -> dict[str, Any]:
    url = page.url or None
    if is_json(text):
        return {"url": url} | row_fields(text, name)
    if is_html(text) or (page.content_type in {"text/html", "application/xhtml+xml"} and "<" in text):
        fields = page_fields(text, name, url)
        _refuse_notice(fields["text"], name)
        return fields
    return {"text": text, "url": url}


def _refuse_notice(text: str, name: str) -> None:
    """Of a page alone: who passes a text has seen it."""
    words = count_words(text)
    if notice := notice_in(text, words):
        raise ArticleError(
            f"{name} has a site's notice, no article: {notice!r} in {words} words; "
            "save the article's text and pass that"
        )
