"""Two evaluations of the same gold: what got better, what got worse, and whether that is more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from summariser.errors import GoldError
from summariser.evaluation.counts import Interval, bootstrapped, total
from summariser.evaluation.evaluation import Evaluation
from summariser.evaluation.scoring import Score

__all__ = ["Change", "Comparison", "compare"]


@dataclass(frozen=True, slots=True)
class Change:
    """One article: its F1 over all slots before and after, and the lines that were gained and lost."""

    name: str
    before: float
    after: float
    mended: tuple[str, ...]
    broken: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """The differences in F1, by slot with their 95 % interval, and the articles that changed, the best gain first."""

    slots: dict[str, tuple[float, Interval]]
    changes: list[Change]


def compare(before: Evaluation, after: Evaluation, *, seed: int = 0) -> Comparison:
    """Compare two evaluations article by article. Raises GoldError where they are not of the same articles."""
    names = [score.name for score in before.scores]
    if names != [score.name for score in after.scores]:
        raise GoldError("the two evaluations are not of the same gold; evaluate both on the same entries")
    changes = [change for pair in zip(before.scores, after.scores, strict=True) if (change := _change(*pair))]
    changes.sort(key=lambda change: change.before - change.after)
    return Comparison(_differences(before.scores, after.scores, seed), changes)


def _differences(before: Sequence[Score], after: Sequence[Score], seed: int) -> dict[str, tuple[float, Interval]]:
    whole = _difference(before, after, range(len(before)))
    spans = bootstrapped(partial(_difference, before, after), len(before), seed=seed)
    return {slot: (value, spans[slot]) for slot, value in whole.items() if slot in spans}


def _difference(before: Sequence[Score], after: Sequence[Score], chosen: Sequence[int]) -> dict[str, float]:
    old, new = (total([scores[i].counts for i in chosen]) for scores in (before, after))
    return {
        slot: (new[slot].f1 or 0.0) - (old[slot].f1 or 0.0)
        for slot in old
        if slot in new and (old[slot].f1 is not None or new[slot].f1 is not None)
    }


def _change(before: Score, after: Score) -> Change | None:
    old, new = ({*score.missed, *score.invented, *score.wrong} for score in (before, after))
    if old == new:
        return None
    return Change(before.name, _overall(before), _overall(after), tuple(sorted(old - new)), tuple(sorted(new - old)))


def _overall(score: Score) -> float:
    whole = total([{"": count} for count in score.counts.values()]).get("")
    return (whole.f1 if whole else None) or 0.0
