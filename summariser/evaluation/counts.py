"""Counts of right, given and expected values, what follows from them, and how sure that is."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Count", "Interval", "bootstrapped", "intervals", "total"]

_LEAST, _MOST = 0.025, 0.975

Interval = tuple[float, float]
"""Lower and upper bound of the middle 95 %."""


@dataclass(frozen=True, slots=True)
class Count:
    """Of `given` values `right` are right, and `expected` ones were to be found."""

    right: int = 0
    given: int = 0
    expected: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.given + other.given, self.expected + other.expected)

    @property
    def precision(self) -> float | None:
        """Share of right values among those given, None where none was given."""
        return self.right / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        """Share of found values among those expected, None where none was expected."""
        return self.right / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall, None where nothing was given and nothing expected."""
        whole = self.given + self.expected
        return 2 * self.right / whole if whole else None


def total(counts: Sequence[dict[str, Count]]) -> dict[str, Count]:
    """Return the sums of `counts` slot by slot, in the order in which slots come up."""
    sums: dict[str, Count] = {}
    for one in counts:
        for slot, count in one.items():
            sums[slot] = sums.get(slot, Count()) + count
    return sums


def intervals(counts: Sequence[dict[str, Count]], *, rounds: int = 1000, seed: int = 0) -> dict[str, Interval]:
    """Return the 95 % interval of each slot's F1, from `rounds` draws of articles with replacement."""

    def measured(chosen: Sequence[int]) -> dict[str, float]:
        drawn = total([counts[i] for i in chosen])
        return {slot: count.f1 for slot, count in drawn.items() if count.f1 is not None}

    return bootstrapped(measured, len(counts), rounds=rounds, seed=seed)


def bootstrapped(
    measured: Callable[[Sequence[int]], Mapping[str, float]], size: int, *, rounds: int = 1000, seed: int = 0
) -> dict[str, Interval]:
    """Return the 95 % interval of each figure that `measured` gives for articles drawn, by position, out of `size`."""
    chance = random.Random(seed)  # noqa: S311 (a bootstrap, no secret)
    draws: dict[str, list[float]] = {}
    for _ in range(rounds):
        for slot, value in measured(chance.choices(range(size), k=size)).items():
            draws.setdefault(slot, []).append(value)
    return {slot: _middle(sorted(values)) for slot, values in draws.items()}


def _middle(values: list[float]) -> Interval:
    last = len(values) - 1
    return values[round(_LEAST * last)], values[round(_MOST * last)]
