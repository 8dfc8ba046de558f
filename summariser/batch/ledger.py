"""The articles of a job: as rows, as values, and how many there are of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from summariser.archives.items import Item
from summariser.articles.article import Article
from summariser.batch.writer import storable

__all__ = ["ADD", "ARTICLE", "NOTE_DATE", "Counts", "Reason", "SourceState", "Spent", "Waiting", "row_of", "waiting"]

ADD = (
    "INSERT OR IGNORE INTO articles (id, source_id, key, state, reason, detail, digest, title, date, source, url, "
    "language, words, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
"""Adds a row of `row_of`, where its key is not known yet."""

NOTE_DATE = "INSERT INTO unread_dates SELECT id, ? FROM articles WHERE id = ?"
"""Notes the date of an article that can't be read, under the id that it came in under; of a known one, nothing."""

ARTICLE = "SELECT id, text, title, date, source, url, language FROM articles"
"""Selects what `waiting` takes."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """How far a source has been read: `items` of it, in order; all of it, where `finished`. `outdated`: it is not as it
    was then, so that it is to be read again.
    """

    id: int
    items: int
    finished: bool
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that has no result yet, under its id in the job."""

    id: int
    article: Article


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles there are, by state; or how many more, below 0 where they are fewer."""

    pending: int = 0
    done: int = 0
    failed: int = 0
    skipped: int = 0
    duplicate: int = 0

    @property
    def total(self) -> int:
        return self.pending + self.done + self.failed + self.skipped + self.duplicate


@dataclass(frozen=True, slots=True)
class Reason:
    """Why articles have no record, or sources no end: how many of them, and what was said of the first."""

    count: int
    example: str


@dataclass(frozen=True, slots=True)
class Spent:
    """What a job has spent, failed tries and earlier runs included.

    `cost` is in US dollars, of the engine calls whose price is known, None where that is none of them; `unpriced`
    counts the others. `tries` are answers asked for; an engine call is one try and more.
    """

    cost: float | None
    unpriced: int
    input_tokens: int
    output_tokens: int
    tries: int


def row_of(item: Item, source_id: int, number: int) -> tuple[Any, ...]:
    """Return the row of an item that comes in under the id `number`."""
    head = (number, source_id, storable(item.key))
    article, skip = item.article, item.skip
    if article is None:
        assert skip is not None
        return (*head, "skipped", skip.kind, storable(skip.message), *[None] * 8)
    day = article.date.isoformat() if article.date else None
    origin = (storable(article.source), storable(article.url), storable(article.language))
    known = (article.id, storable(article.title), day, *origin)
    return (*head, "pending", None, None, *known, _words(article.text), article.text)


def _words(text: str) -> int:
    """Return about how many words a text has, at a tenth of the time that counting them takes."""
    return text.count(" ") + text.count("\n") + 1


def waiting(row: tuple[Any, ...]) -> Waiting:
    """Return the article of a row that ARTICLE selected."""
    number, text, title, day, *origin = row
    return Waiting(number, Article(text, title, date.fromisoformat(day) if day else None, *origin))
