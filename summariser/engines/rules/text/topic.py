"""Is the article about a negotiation? The mean of what its sentences say for it and against it, and what is claimed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summariser.engines.rules.tables.lookup import chances_of
from summariser.engines.rules.tables.patterns import Row, coded
from summariser.engines.rules.text.wording import Wording, lower_case, plain_typography

__all__ = ["Topic", "topic_of"]

_POSSIBLE, _OPEN, _NEEDED, _SURE = 0.0, 0.3, 0.62, 1.0
"""The mean from which an article may be about a negotiation, is as likely to as not, is likely to, and is whatever
else is found in it.
"""
_CLAIMS_IN_DOUBT = 4
"""Proposals and conditions that make an article one about a negotiation though its words alone do not."""
_OTHER_GENRE, _MALUS = -3.0, 0.4
"""The weight of words that mark another genre, and what each sentence with them takes from the mean but the first."""
_SUPPORTS = 2.0
_OPENING = 3
_MOST_AGAINST = -5.0
_FEW_WORDS = 5
_UNTOLD = 3


@dataclass(frozen=True, slots=True)
class Topic:
    """The mean weight of a sentence, the numbers of the sentences that speak for a negotiation, and whether the first
    one is of another genre.
    """

    weight: float
    sentences: tuple[int, ...]
    opens_otherwise: bool

    @property
    def is_possible(self) -> bool:
        """Whether the article is worth reading for claims."""
        return self.weight >= _POSSIBLE and bool(self.sentences)

    @property
    def is_open(self) -> bool:
        """Whether who reads better than the rules may find a negotiation: the words hint at one, and the opening is not
        of another genre.
        """
        return self.weight >= _OPEN and not self.opens_otherwise

    def is_negotiation(self, claims: int, answers: int, parties: int) -> bool:
        """Decide with what was found: proposals and conditions, how many of them are answers, and parties."""
        if self.weight >= _SURE:
            return parties > 0
        if self.weight >= _NEEDED:
            return (parties > 1 and claims > 0) or (parties == 1 and claims >= _CLAIMS_IN_DOUBT)
        return parties > 1 and claims >= _CLAIMS_IN_DOUBT and (answers > 0 or self.weight >= _NEEDED / 2)


def topic_of(title: str | None, wordings: Sequence[Wording]) -> Topic:
    """Weigh the title and the sentences: what title and opening say counts double.

    The mean, and not the sum, decides, so that a long article needs more than a passing mention; sentences that a
    brief leaves untold count as none. Lines of a few words are what a web page leaves around its article.
    """
    told = [wording for wording in wordings if wording.small.count(" ") >= _FEW_WORDS] or wordings
    weighed = [_weigh(wording.small, wording.chances.rows.get("topic", [])) for wording in told]
    weights = [weight for weight, _ in weighed]
    double = weights[:_OPENING] + ([_weight_of(title)] if title else [])
    mean = (sum(weights) + sum(double)) / (len(weights) + len(double) + _UNTOLD)
    mean -= _MALUS * max(sum(other for _, other in weighed) - 1, 0)
    supporting = tuple(
        wording.sentence.number for wording, weight in zip(told, weights, strict=True) if weight >= _SUPPORTS
    )
    return Topic(mean, supporting, weighed[0][1] if weighed else False)


def _weight_of(headline: str) -> float:
    small = lower_case(plain_typography(headline))
    return _weigh(small, chances_of(small, "topic").rows.get("topic", []))[0]


def _weigh(small: str, rows: list[Row]) -> tuple[float, bool]:
    """Return the weight of a sentence, and whether it is one of a court report, a review, a match or the like."""
    text = coded(small) if any(pattern.for_coded for _, pattern in rows) else small
    found = [float(weight) for (weight,), pattern in rows if pattern.search(text)]
    speaks_for = [weight for weight in found if weight > 0]
    against = sum(weight for weight in found if weight < 0)
    best = max(speaks_for, default=0.0)
    weight = best + (sum(speaks_for) - best) / 2 + max(against, _MOST_AGAINST)
    return weight, min(found, default=0.0) <= _OTHER_GENRE
