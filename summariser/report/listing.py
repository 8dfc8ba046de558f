"""The data behind a list of articles: a row for each, its values as places in tables that all rows share."""

from __future__ import annotations

from typing import Any

from summariser.articles.article import Article
from summariser.models.claims import Model
from summariser.models.record import Record
from summariser.report.facets import facets_of, heading_of, sizes_of, values_of, words_in, words_of
from summariser.report.lines import in_words
from summariser.report.plain import plain

__all__ = ["Listing"]

_VISIBLE = 3
"""How many vocabularies the page offers at once; the others are one click away."""
_LONGEST = 300


class _Table(dict[str, int]):
    """Values under the places at which they stand."""

    def place(self, value: str) -> int:
        return self.setdefault(value, len(self))


class Listing:
    """Takes articles one by one; holds what the list needs to know of them."""

    def __init__(self, draft: type[Model]) -> None:
        self._draft = draft
        self._facets = facets_of(draft)
        self._values = [_Table({word: at for at, word in enumerate(facet.choices)}) for facet in self._facets]
        self._engines = _Table()
        self._sizes: list[str] = []
        self._rows: dict[int, list[Any]] = {}
        self._copies: list[tuple[int, Article, int]] = []

    def __len__(self) -> int:
        return len(self._rows) + len(self._listed_copies())

    def add_record(self, number: int, article: Article, record: Record) -> None:
        """Add an article that has a record."""
        sizes, made = sizes_of(record, self._draft), record.provenance
        self._sizes = list(sizes)
        engine = f"{made.engine} {made.model}" if made.model else made.engine
        self._rows[number] = [
            number,
            "record",
            *_head(article, heading_of(record, self._draft)),
            self._engines.place(engine),
            [
                [table.place(value) for value in values_of(record, facet)]
                for facet, table in zip(self._facets, self._values, strict=True)
            ],
            list(sizes.values()),
            _searched(article, words_of(record, self._draft)),
            "",
        ]

    def add_failure(self, number: int, article: Article, message: str) -> None:
        """Add an article that has none."""
        nothing: list[list[int]] = [[] for _ in self._facets]
        searched = _searched(article, set(words_in(article.sentences[0].text)))
        self._rows[number] = [number, "failed", *_head(article, None), None, nothing, [], searched, _short(message)]

    def add_copy(self, number: int, article: Article, original: int) -> None:
        """Add an article whose record is that of another, which may still be to come."""
        self._copies.append((number, article, original))

    def data(self) -> dict[str, Any]:
        """Return everything as JSON can hold it."""
        others = sum(not facet.choices for facet in self._facets) + _VISIBLE
        facets = [
            {
                "label": facet.label,
                "names": not facet.choices,
                "first": place < others,
                "tag": facet.single and bool(facet.choices) and facet.choices != ("yes", "no"),
                "values": list(table) if not facet.choices else list(map(in_words, table)),
            }
            for place, (facet, table) in enumerate(zip(self._facets, self._values, strict=True))
        ]
        rows = [*self._rows.values(), *map(self._copy_row, self._listed_copies())]
        rows.sort(key=lambda row: row[0])
        sizes = [in_words(name) for name in self._sizes]
        return {"facets": facets, "engines": list(self._engines), "sizes": sizes, "rows": rows}

    def _listed_copies(self) -> list[tuple[int, Article, int]]:
        """Return the copies whose original is there; while a run is on, it may still be to come."""
        return [copy for copy in self._copies if copy[2] in self._rows]

    def _copy_row(self, copy: tuple[int, Article, int]) -> list[Any]:
        number, article, original = copy
        row = self._rows[original]
        own = _head(article, row[2])
        words = _searched(article, set(row[9].split()))
        note = f"the same as {plain(row[3] or row[2])}"
        return [number, "copy", *own, *row[6:9], words, _short(note), original]


def _head(article: Article, heading: str | None) -> tuple[str, str, str, str]:
    """Return heading, title where that is another, source and date."""
    title = article.title or ""
    heading = heading or title or article.sentences[0].text
    other = "" if title == heading else title
    return _short(heading), _short(other), _short(article.source or ""), str(article.date or "")


def _searched(article: Article, words: set[str]) -> str:
    about = f"{article.title or ''} {article.source or ''}"
    # A space before each, so that the page finds words by how they begin.
    return "".join(f" {word}" for word in sorted(words.union(words_in(about))))


def _short(text: str) -> str:
    whole = plain(text)
    return whole if len(whole) <= _LONGEST else f"{whole[:_LONGEST]}…"
