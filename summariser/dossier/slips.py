"""Names that are spelt almost alike, found by what is left of words without a letter or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from summariser.language.names import misspelt

__all__ = ["inflections", "slips"]

_SHORTEST = 5
_LONG = 8
"""From here on two slips are one name, as `misspelt` has it."""
_LONGEST = 20
_CROWD = 12
"""Where more words than this are left the same, it is how names are formed there, and no slip."""
_RARE = 3
"""A misspelling is at most a third as common as the name, or as rare as twice in all."""


def inflections(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the plural and the singular of keys that end alike but for an "s"."""
    known = set(keys)
    return ((f"{key}s", key) for key in keys if len(key) >= _SHORTEST and f"{key}s" in known)


def slips(counts: Mapping[str, int]) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Yield the rarer and the commoner of two keys of names that differ in one word, by slips of the pen, and the word.

    `counts` tells how many articles use each. A word alone that goes on where another ends is no slip but another name.
    """
    words = {word for key in counts for word in key.split() if len(word) >= _SHORTEST and word.isalpha()}
    near = _neighbours(words)
    for key, count in counts.items():
        parts = key.split()
        for place, word in enumerate(parts):
            for other in near.get(word, ()):
                found = " ".join([*parts[:place], other, *parts[place + 1 :]])
                common = counts.get(found, 0)
                rarer = (count, found) < (common, key)
                goes_on = word.startswith(other) or other.startswith(word)
                if rarer and count <= max(2, common // _RARE) and not (goes_on and len(parts) == 1):
                    yield key, found, (word, other)


def _neighbours(words: set[str]) -> dict[str, list[str]]:
    """Return for each word those that are it misspelt."""
    sharing: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        for rest in _rests(word):
            sharing[rest].append(word)
    near: dict[str, set[str]] = defaultdict(set)
    for group in sharing.values():
        if len(group) > _CROWD:
            continue
        for one, other in combinations(group, 2):
            if other not in near[one] and misspelt(one, other):
                near[one].add(other)
                near[other].add(one)
    return {word: sorted(others) for word, others in near.items()}


def _rests(word: str) -> set[str]:
    """Return what is left of a word without one letter, or two where it is long; the first one stays.

    Of two words that are a swap of letters apart, both leave the same when either letter goes.
    """
    cut = word[:_LONGEST]
    rests = {cut}
    for count in range(1, 3 if len(cut) >= _LONG else 2):
        for gone in combinations(range(1, len(cut)), count):
            rests.add("".join(letter for at, letter in enumerate(cut) if at not in gone))
    return rests
