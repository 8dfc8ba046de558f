"""Which wordings of several articles tell one thing; found by the words that they share, not by comparing all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Generic, TypeVar

from summariser.language.numbers import numbers
from summariser.language.words import content_stems, negates, tokens

__all__ = ["Groups", "alike", "figures", "is_negated", "stems_without"]

_T = TypeVar("_T")

_WITHIN = 0.85
"""What a wording within a longer one is worth against the same wording."""
_ONE_WORD = 0.6
"""What it is worth where the shorter one has one word only: "a ceasefire"."""
_COMMONEST = 200
"""A word that so many groups have tells none of them apart."""
_CANDIDATES = 8
_EXAMPLES = 6
_MATTERLESS = frozenset(
    content_stems(
        "proposal proposes offer offers plan plans deal agreement agrees agreed accepts accepted rejects rejected "
        "talks negotiations round percent pct per cent said"
    )
)


@lru_cache(maxsize=65_536)
def _matter(text: str) -> frozenset[str]:
    stems = content_stems(text)
    return frozenset(stem for stem in stems if not stem[0].isdigit())


def stems_without(text: str, names: frozenset[str]) -> frozenset[str]:
    """Return the stems that tell what a wording is about: no numbers, no names of parties, no word for any proposal."""
    stems = _matter(text)
    return stems - names - _MATTERLESS or stems - names or stems


@lru_cache(maxsize=65_536)
def figures(text: str) -> frozenset[Decimal]:
    """Return the numbers of a wording."""
    return numbers(text)


@lru_cache(maxsize=65_536)
def is_negated(text: str) -> bool:
    """Return whether a wording says "no" or "not"."""
    return any(negates(word) for word in tokens(text))


def alike(stems: frozenset[str], others: frozenset[str]) -> float:
    """Return how much two wordings share, 0 to 1."""
    common = len(stems & others)
    if not common:
        return 0.0
    few = min(len(stems), len(others))
    within = _WITHIN if few >= 2 else _ONE_WORD
    return max(2 * common / (len(stems) + len(others)), common / few * within)


class Groups(Generic[_T]):
    """Things that are told several times, each in the group of those that are the same; made in the order of adding.

    `judge` gives how surely two of them are the same, 0 where they are not.
    """

    def __init__(self, judge: Callable[[_T, _T], float]) -> None:
        self.members: list[list[_T]] = []
        self._judge = judge
        self._examples: list[dict[Hashable, _T]] = []
        self._having: dict[Hashable, list[int]] = defaultdict(list)

    def add(self, one: _T, stems: Iterable[str], buckets: Iterable[Hashable] = ("",)) -> int:
        """Put `one` into its group and return the group's number.

        It is compared with groups of which a member has a stem and a bucket in common with it; the first bucket is the
        one by which others find it.
        """
        stems, buckets = sorted(stems), list(buckets)
        best, group = 0.0, -1
        for candidate in self._candidates(stems, buckets):
            score = max(self._judge(one, example) for example in self._examples[candidate].values())
            if score > best:
                best, group = score, candidate
        if group < 0:
            group = len(self.members)
            self.members.append([])
            self._examples.append({})
        self.members[group].append(one)
        self._remember(group, one, stems, buckets[0])
        return group

    def _candidates(self, stems: list[str], buckets: list[Hashable]) -> list[int]:
        shared: Counter[int] = Counter()
        for bucket in buckets:
            for stem in stems:
                having = self._having.get((bucket, stem), ())
                shared.update(having[-_COMMONEST:])
        return sorted(shared, key=lambda group: (-shared[group], group))[:_CANDIDATES]

    def _remember(self, group: int, one: _T, stems: list[str], bucket: Hashable) -> None:
        examples = self._examples[group]
        for stem in stems:
            having = self._having[bucket, stem]
            if group not in having[-_COMMONEST:]:
                having.append(group)
        if len(examples) < _EXAMPLES:
            examples.setdefault(tuple(stems), one)
