"""What an article tells of, by the words of its claims: the rarer a word in all articles, the more it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

from summariser.dossier.reports import Report
from summariser.language.words import content_stems

__all__ = ["Topic", "Topics"]

_MOST_CLAIMS = 6
_FEWEST = 8
"""Fewer words do not tell what an article is about."""
_OF_ANY_ARTICLE = content_stems(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday week month year said says say told reuters percent new"
)


class Topics:
    """How rare each word is in the titles, proposals and standings of all articles."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._stems = {report.source.number: tuple(_stems(report)) for report in reports}
        self._articles = Counter(stem for stems in self._stems.values() for stem in stems)

    def words_of(self, report: Report) -> dict[str, float]:
        """Return the words by which an article is known, each with its weight; none where they are too few."""
        stems = self._stems[report.source.number]
        if len(stems) < _FEWEST:
            return {}
        return {stem: log((len(self._stems) + 1) / self._articles[stem]) for stem in stems}


class Topic:
    """What the articles of a process tell of: the weights of their words, added up."""

    __slots__ = ("_square", "_words")

    def __init__(self) -> None:
        self._words: dict[str, float] = {}
        self._square = 0.0

    def add(self, words: Mapping[str, float]) -> None:
        """Add the words of one more article."""
        for stem, weight in words.items():
            before = self._words.get(stem, 0.0)
            self._words[stem] = before + weight
            self._square += weight * (2 * before + weight)

    def take(self, other: Topic) -> None:
        """Add the words of another process."""
        self.add(other._words)

    def likeness(self, other: Topic) -> float | None:
        """Return how much two processes have in common, 0 to 1; None where either says too little."""
        few, many = sorted((self._words, other._words), key=len)
        if not few:
            return None
        common = sum(weight * many[stem] for stem, weight in few.items() if stem in many)
        return common / sqrt(self._square * other._square)


def _stems(report: Report) -> frozenset[str]:
    texts = [report.source.title, report.process, report.standing and report.standing.text]
    texts += [proposal.text for proposal in report.proposals[:_MOST_CLAIMS]]
    return frozenset(stem for text in texts if text for stem in content_stems(text)) - _OF_ANY_ARTICLE
