"""What an archive yields: items, each an article or the reason why it is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from summariser.articles.article import Article
from summariser.errors import ArticleError, SummariserError

__all__ = ["BrokenOff", "Fields", "Item", "Part", "Parts", "Refused", "Skip", "SkipKind", "printable"]

SkipKind = Literal[
    "empty",
    "too_short",
    "too_long",
    "binary",
    "boilerplate",
    "undecodable",
    "malformed",
    "unsafe",
    "unreadable",
    "no_text",
]
"""Why something is no article: `unsafe` are packing bombs, links and paths that lead out of the archive; `unreadable`
is what cannot be opened; `no_text` has no column or page text to read."""

_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Skip:
    """Why an item is no article; `message` is for people and names what was met.

    `breaks_off`: it is no item of its own, but the last, and says why what would have followed it can't be read.
    """

    kind: SkipKind
    message: str
    breaks_off: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One member of an archive: exactly one of `article` and `skip`. `key` is unique and stable within its source.

    `unread_date` is what a row has for a date where that is none, or could be two; the article then has none.
    """

    key: str
    article: Article | None = None
    skip: Skip | None = None
    unread_date: str | None = None

    def __post_init__(self) -> None:
        if (self.article is None) == (self.skip is None):
            raise ValueError("an item is an article or a skip: pass exactly one of them")


@dataclass(frozen=True, slots=True)
class Fields:
    """The columns or keys that the user named; None: found by their usual names (articles/columns.py)."""

    text: str | None = None
    title: str | None = None
    date: str | None = None
    id: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None


class Refused(ArticleError):
    """What a reader raises where something is no article; the door makes a Skip of it."""

    def __init__(self, kind: SkipKind, message: str) -> None:
        super().__init__(message)
        self.kind: SkipKind = kind


class BrokenOff(SummariserError):
    """What reading a source raises where it stops giving its bytes. Not a Refused, which costs one member only: of
    all that would have followed nothing is known.
    """


Part = Callable[[], Item]
"""An item not yet made: what `start` passes over costs no parsing. Called, if at all, before the next is taken."""

Parts = Iterator[Part]


def printable(name: str) -> str:
    """Return `name` as it can be shown and stored: on one line, without lone surrogates, cut to a bearable length."""
    if not (name.isascii() and name.isprintable()):
        name = name.encode("utf-8", "backslashreplace").decode("utf-8")
        name = "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in name)
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
