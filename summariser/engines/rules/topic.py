"""Is the article about a negotiation? A sober sum of what speaks for it and against it."""

from __future__ import annotations

from dataclasses import dataclass

from summariser.engines.rules.marking import Line, lower_case
from summariser.engines.rules.patterns import coded, patterns
from summariser.engines.rules.tokens import plain_typography

__all__ = ["Topic", "topic_of"]

_NEEDED = 8
_NEEDED_SHORT = 6
_HEADS = frozenset({"mediator", "negotiator", "delegation"})


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
    weight = _weigh(coded(lower_case(plain_typography(title)))) * 2 if title else 0.0
    title_for = weight > 0
    supporting, opening = [], 0.0
    for index, line in enumerate(lines):
        here = _weigh(line.coded) + (2 if _negotiators(line) else 0)
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
    sided = _sides(lines, set(supporting)) >= 2
    throughout = weight >= 20 and share >= 0.3
    return Topic(enough and sided and (opening >= 3 or title_for or throughout), weight, tuple(supporting))


def _sides(lines: list[Line], numbers: set[int]) -> int:
    """Return how many figures the supporting sentences and the two after each name: nobody negotiates alone."""
    near = {number + step for number in numbers for step in range(3)}
    return len({key for line in lines if line.number in near for key in line.keys.values()})


def _negotiators(line: Line) -> bool:
    return any((mention.head or "").removesuffix("s") in _HEADS for mention in line.mentions.values())


def _weigh(text: str) -> float:
    total = 0.0
    against = 0.0
    for (weight,), pattern in patterns("topic"):
        if pattern.search(text):
            value = float(weight)
            total = max(total, value) + (0.5 if value > 0 and total > 0 else 0) if value > 0 else total
            against += min(value, 0.0)
    return total + max(against, -5.0)
