"""Is the article about a negotiation? A sober sum of what speaks for it and against it."""

from __future__ import annotations

from dataclasses import dataclass

from summariser.engines.rules.lexicon import patterns
from summariser.engines.rules.marking import Line, lower_case

__all__ = ["Topic", "topic_of"]

_NEEDED = 8
_NEEDED_SHORT = 6


@dataclass(frozen=True, slots=True)
class Topic:
    """The decision, its weight, and the numbers of the sentences that speak for it."""

    is_negotiation: bool
    weight: float
    sentences: tuple[int, ...]


def topic_of(title: str | None, lines: list[Line]) -> Topic:
    """Decide on the title and the sentences; a long article needs more than a passing mention.

    What the opening says counts double. Sentences that speak for a negotiation must be a fair part of the article.
    """
    weight = _weigh(lower_case(title)) * 2 if title else 0.0
    title_for = weight > 0
    supporting, opening = [], 0.0
    for index, line in enumerate(lines):
        here = _weigh(line.small)
        weight += here * (2 if index < 3 else 1)
        if here >= 2:
            supporting.append(line.number)
        if index < 3:
            opening += here
    share = len(supporting) / max(len(lines), 1)
    needed = _NEEDED_SHORT if len(lines) <= 8 else _NEEDED
    enough = (
        weight >= needed
        and (len(supporting) >= 2 or share >= 0.5)
        and share >= (0.12 if opening >= 6 else 0.15 if weight >= 20 else 0.2)
    )
    return Topic(enough and (opening >= 3 or title_for), weight, tuple(supporting))


def _weigh(text: str) -> float:
    total = 0.0
    against = 0.0
    for (weight,), pattern in patterns("topic"):
        if pattern.search(text):
            value = float(weight)
            total = max(total, value) + (0.5 if value > 0 and total > 0 else 0) if value > 0 else total
            against += min(value, 0.0)
    return total + max(against, -5.0)
