"""The sentences that a record cites, and the article's text cut into them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summariser.articles.article import Article
from summariser.articles.sentences import paragraphs
from summariser.models.claims import Evidence, Model
from summariser.models.record import Record

__all__ = ["Passage", "cited_sentences", "passages"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of an article's text: sentence `number`, or what stands between sentences; `spaced` from the run before."""

    number: int | None
    text: str
    spaced: bool


def cited_sentences(record: Record) -> dict[int, Evidence]:
    """Return what the claims of a record cite, by number and in order."""
    found = {entry.number: entry for entry in _evidence_in(record)}
    return dict(sorted(found.items()))


def passages(article: Article, cited: Mapping[int, Evidence]) -> list[list[Passage]]:
    """Return the paragraphs of an article, each as its passages; nothing of the text but white space is left out.

    Where sentences that a record cites are known with their offsets, those hold: another version of this package may
    have cut the text in other places.
    """
    text, spans, at, cursor = article.text, _spans(article, cited), 0, 0
    whole = []
    for start, end in paragraphs(text):
        runs: list[Passage] = []
        cursor = max(cursor, start)
        while at < len(spans) and spans[at][0] < end:
            first, last, number = spans[at]
            runs += _runs(text, cursor, first, last, number)
            cursor, at = last, at + 1
        runs += _runs(text, cursor, max(cursor, end), max(cursor, end), None)
        cursor = max(cursor, end)
        if runs:
            whole.append(runs)
    return whole


def _runs(text: str, cursor: int, first: int, last: int, number: int | None) -> Iterator[Passage]:
    """Yield what stands between `cursor` and `first`, then the sentence from `first` to `last`."""
    between, sentence = text[cursor:first], text[first:last]
    if between.strip():
        yield Passage(None, between, between[0].isspace())
    if sentence:
        yield Passage(number, sentence, between[-1:].isspace())


def _spans(article: Article, cited: Mapping[int, Evidence]) -> list[tuple[int, int, int]]:
    """Return start, end and number of each sentence; those of the record before those that are cut now."""
    known = [(entry.start, entry.end, entry.number) for entry in cited.values()]
    spans = [(start, end, number) for start, end, number in known if start is not None and end is not None]
    taken, numbers = list(spans), {number for _, _, number in spans}
    for sentence in article.sentences:
        free = all(sentence.end <= start or end <= sentence.start for start, end, _ in taken)
        if sentence.number not in numbers and free:
            spans.append((sentence.start, sentence.end, sentence.number))
    return sorted(spans)


def _evidence_in(value: Any) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _evidence_in(getattr(value, name))
    elif isinstance(value, list):
        for entry in value:
            yield from _evidence_in(entry)
