"""Opposites: a verb is not turned round where the sentences have its contrary in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summariser.language.contraries import positive
from summariser.language.verbs import root
from summariser.language.words import STOPWORDS, negates
from summariser.models.faults import Fault
from summariser.models.opposites import Side, judged_sides, telling_sides
from summariser.verification.index import Passage
from summariser.verification.place import Place

__all__ = ["verbs_are_not_turned"]

_AFTER = 3
_AROUND = 7
_NEGATED = 3
_CLEARLY, _ALONE = 0.9, 0.6
"""How much more of a word's company its contrary must have than what tells the word, and how much if nothing does."""
_GOVERNS = 2
"""Words of content behind a "not" that it may deny: these are all its company."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """A word where it stands, with the stems before and behind it, the nearest first."""

    word: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    is_negated: bool


def verbs_are_not_turned(value: str, place: Place) -> Iterator[Fault]:
    """Raised for "lowered" leaves all other words right, so each is looked for in the company that it has in the claim.

    Where only the contrary stands in that company, the claim is turned round. Where nothing tells the word, and the
    contrary stands elsewhere, the guard can't decide.
    """
    own = place.own(value)
    # In a whole article each verb stands beside its contrary somewhere: nothing could be decided there.
    if place.scope is place.article.whole:
        return
    for at, judged, _ in own.asked(_turning_words):
        word = own.words[at]
        for side in judged:
            here = _stand(own.words, at)
            contrary = _contraries(place, side) if not here.is_negated else []
            if not contrary:
                continue
            told = max((_company(here, there) for there in _telling(place, side)), default=-1.0)
            against, turned = max((_company(here, there), there.word) for there in contrary)
            enough = against >= max(told, 0) + (_ALONE if told < 0 else _CLEARLY)
            if enough:
                yield place.fault("verbs_are_not_turned", f"says {word!r} where {place.scope_name} has {turned!r}")
            elif told < 0:
                message = f"nothing in {place.scope_name} says {word!r}, which has {turned!r}"
                yield place.fault("verbs_are_not_turned", message, doubt=True)


def _telling(place: Place, side: Side) -> list[_Stand]:
    """Return what tells a side: its own words, and those of the contrary behind a negation."""
    passages = _passages(place)
    own = [there for passage in passages for there in _stands(passage, side, telling=True)]
    return own + [t for passage in passages for t in _stands(passage, side.contrary, telling=False) if t.is_negated]


def _contraries(place: Place, side: Side) -> list[_Stand]:
    return [
        there
        for passage in _passages(place)
        for there in _stands(passage, side.contrary, telling=False)
        if not there.is_negated
    ]


def _passages(place: Place) -> list[Passage]:
    return [place.article.sentence(number) for number in place.cited]


def _stands(passage: Passage, side: Side, *, telling: bool) -> Iterator[_Stand]:
    for at, judged, told in passage.asked(_turning_words):
        if side in (told if telling else judged):
            yield _stand(passage.words, at)


def _turning_words(passage: Passage) -> list[tuple[int, frozenset[Side], frozenset[Side]]]:
    """Return where words stand that are on a side of a pair: the sides that they decide, and those that they tell."""
    words = passage.words
    told = ((at, telling_sides(word, words[at + 1 : at + 1 + _AFTER])) for at, word in enumerate(words))
    return [(at, judged_sides(words[at], words[at + 1 : at + 1 + _AFTER]), sides) for at, sides in told if sides]


def _stand(words: list[str], at: int) -> _Stand:
    before = words[max(0, at - _AROUND) : at]
    behind = _stems(words[at + 1 : at + 1 + _AROUND])
    if _denies(words[at]):
        return _Stand(words[at], (), behind[:_GOVERNS], is_negated=False)
    return _Stand(words[at], _stems(reversed(before)), behind, any(map(_denies, before[-_NEGATED:])))


def _denies(word: str) -> bool:
    return negates(word) or positive(word) is not None


def _stems(words: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(root(word) for word in words if word not in STOPWORDS)


def _company(here: _Stand, there: _Stand) -> float:
    """Return how much of what surrounds a word surrounds the other on the same side, the nearest counting most."""
    return _shared(here.before, there.before) + _shared(here.after, there.after)


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    return sum(1 / max(at, other.index(word) + 1) for at, word in enumerate(one, start=1) if word in other)
