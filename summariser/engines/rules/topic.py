"""Is the article about a negotiation? The mean of what its sentences say for it and against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summariser.articles.sentences import Sentence
from summariser.engines.rules.marking import lower_case
from summariser.engines.rules.patterns import coded, patterns_in
from summariser.engines.rules.tokens import plain_typography

__all__ = ["Topic", "topic_of"]

_NEEDED, _NEEDED_OF_ONE = 0.62, 1.0
"""The mean from which an article is about a negotiation; the second where one sentence alone speaks for it."""
_SUPPORTS = 2.0
_OPENING = 3
_MOST_AGAINST = -5.0
_FEW_WORDS = 5
_UNTOLD = 3


@dataclass(frozen=True, slots=True)
class Topic:
    """The decision, the mean weight of a sentence, and the numbers of the sentences that speak for a negotiation."""

    is_negotiation: bool
    weight: float
    sentences: tuple[int, ...]


def topic_of(title: str | None, sentences: Sequence[Sentence]) -> Topic:
    """Decide on the title and the sentences: what title and opening say counts double.

    The mean, and not the sum, decides, so that a long article needs more than a passing mention; sentences that a
    brief leaves untold count as none. Lines of a few words are what a web page leaves around its article.
    """
    told = [(s.number, coded(lower_case(plain_typography(s.text)))) for s in sentences]
    told = [(number, text) for number, text in told if text.count(" ") + text.count("\x1f") >= _FEW_WORDS] or told
    headline = coded(lower_case(plain_typography(title))) if title else ""
    weights = [_weigh(text) for _, text in told]
    double = weights[:_OPENING] + ([_weigh(headline)] if headline else [])
    mean = (sum(weights) + sum(double)) / (len(weights) + len(double) + _UNTOLD)
    supporting = tuple(number for (number, _), weight in zip(told, weights, strict=True) if weight >= _SUPPORTS)
    needed = _NEEDED if len(supporting) > 1 else _NEEDED_OF_ONE
    return Topic(mean >= needed and bool(supporting), mean, supporting)


def _weigh(text: str) -> float:
    found = [float(weight) for (weight,), pattern in patterns_in("topic", text) if pattern.search(text)]
    speaks_for = [weight for weight in found if weight > 0]
    against = sum(weight for weight in found if weight < 0)
    best = max(speaks_for, default=0.0)
    return best + (sum(speaks_for) - best) / 2 + max(against, _MOST_AGAINST)
