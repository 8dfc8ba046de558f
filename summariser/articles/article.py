"""The article: text and what is known about it. Its id is a digest of its text."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from summariser.articles.sentences import Sentence, split_sentences
from summariser.errors import ArticleError

__all__ = ["MOST_CHARACTERS", "Article"]

MOST_CHARACTERS = 1_000_000
"""A longer text is no article: a book, a dump, an archive."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True)
class Article:
    """One article.

    `text` is kept as given: all offsets count its characters (Unicode code points). `date` is the day of publication,
    against which "last month" is resolved. Raises ArticleError where the text is empty, binary or longer than
    MOST_CHARACTERS.
    """

    text: str
    title: str | None = None
    date: date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise ArticleError(f"an article's text is a str, not {type(self.text).__name__}")
        if not any(char.isalnum() for char in self.text):
            raise ArticleError("the article is empty: it has no letter and no digit; pass the text of an article")
        if len(self.text) > MOST_CHARACTERS:
            raise ArticleError(
                f"the text has {len(self.text):,} characters, an article at most {MOST_CHARACTERS:,}; "
                "split it into articles"
            )
        if "\x00" in self.text:
            raise ArticleError("the text holds NUL characters, as binary files do; pass text, HTML or JSON")
        if not self.text.isascii() and _SURROGATE.search(self.text):
            raise ArticleError("the text holds lone surrogates, so it was decoded wrongly; decode it as UTF-8")

    @cached_property
    def id(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The numbered sentences, split when first asked for."""
        return split_sentences(self.text)
