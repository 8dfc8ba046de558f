"""The article: text and what is known about it. Its id is a digest of its text."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from summariser.articles.sentences import Sentence, split_sentences
from summariser.errors import ArticleError

__all__ = ["MOST_CHARACTERS", "Article", "as_article"]

MOST_CHARACTERS = 1_000_000
"""A longer text is no article: a book, a dump, an archive."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_KNOWN = ("title", "source", "url", "language")


@dataclass(frozen=True)
class Article:
    """One article.

    `text` is kept as given: all offsets count its characters (Unicode code points). `date` is the day of publication,
    against which "last month" is resolved; of a datetime its day is taken. Raises ArticleError where the text is empty,
    binary or longer than MOST_CHARACTERS, or an argument is of another type.
    """

    text: str
    title: str | None = None
    date: date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise ArticleError(
                f"an article's text is a str, not {type(self.text).__name__}; read_article reads files and pages"
            )
        for name in _KNOWN:
            _check_known(name, getattr(self, name))
        object.__setattr__(self, "date", _day(self.date))
        if not any(char.isalnum() for char in self.text):
            raise ArticleError("the article is empty: it has no letter and no digit; pass the text of an article")
        if len(self.text) > MOST_CHARACTERS:
            raise ArticleError(
                f"the text has {len(self.text):,} characters, an article at most {MOST_CHARACTERS:,}; "
                "split it into articles"
            )
        if "\x00" in self.text:
            raise ArticleError("the text holds NUL characters, as binary files do; pass text, HTML or JSON")
        _check_decoded("text", self.text)

    @cached_property
    def id(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The numbered sentences, split when first asked for."""
        return split_sentences(self.text)


def as_article(given: Article | str) -> Article:
    """Return an article as it is, a text as an article. Raises ArticleError where it is none."""
    return given if isinstance(given, Article) else Article(given)


def _check_known(name: str, value: Any) -> None:
    if value is None:
        return
    if not isinstance(value, str):
        raise ArticleError(f"an article's {name} is a str or None, not {type(value).__name__}: {value!r:.60}")
    _check_decoded(name, value)


def _check_decoded(name: str, text: str) -> None:
    if not text.isascii() and _SURROGATE.search(text):
        raise ArticleError(f"the {name} holds lone surrogates, so it was decoded wrongly; decode it as UTF-8")


def _day(value: Any) -> date | None:
    """Return a day as it is, that of a datetime."""
    try:
        # pandas' NaT calls itself a datetime, and has no day.
        day = value.date() if isinstance(value, datetime) else value
    except ValueError:
        day = value
    if day is None or type(day) is date:
        return day
    hint = "; write date.fromisoformat(…)" if isinstance(day, str) else ""
    raise ArticleError(f"an article's date is a datetime.date or None, not {type(day).__name__}: {day!r:.60}{hint}")
