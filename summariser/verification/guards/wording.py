"""Wording: a claim is told in the words of the sentences that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.language.words import content_stems
from summariser.models.faults import Fault
from summariser.verification.index import Passage
from summariser.verification.place import Place, listed

__all__ = ["TELLING", "unsupported_stems", "words_stand_there"]

_SHARE = 0.5
_THIRD = 1 / 3
_POINTS_BACK = frozenset(
    "it this that they them these those so such one he she his her its their more do does did".split()
)
"""Words by which a sentence goes on about what the one before named."""
_TELLING = 3
"""Words of content that a sentence needs to be judged by itself."""
_PART = re.compile(r"(?<=[a-z\d])[.;] +")
TELLING = frozenset("say said tell told accord report articl claim state call make take hold want".split())
"""Words of telling, which a summary adds and which say nothing of what is told."""


def words_stand_there(value: str, place: Place) -> Iterator[Fault]:
    """Most of the words that carry the content stand in the passage, whatever their inflection.

    Asked of the whole text and of each of its sentences, so that a true one carries no invented one along. Names are
    left to guards of their own. A paraphrase in other words is refused on purpose: what can't be checked can't be
    trusted, and the source's words are there to be used. A title of our own ("talks") that names what the article is
    about without its words is a doubt.
    """
    if place.own(value).word_set <= place.scope.word_set:
        return
    parts = [part for part in _PART.split(value) if part]
    for part in [value] if len(parts) < 2 else [value, *parts]:
        own = place.own(part).stems - place.draft.name_stems - TELLING
        missing = unsupported_stems(own, place.scope)
        if len(missing) < len(own) * (1 - _SHARE) or len(own) < (1 if part == value else _TELLING):
            continue
        goes_on = part == value and _goes_on(own, missing, place)
        better = [number for number in place.article.best(own) if number not in place.cited]
        words = ", ".join(repr(word) for word in _spelt(part, missing))
        pointer = f"; {listed(better)} may be what is meant" if better else "; use the words of the article"
        yield place.fault(
            "words_stand_there",
            f"nothing in {place.scope_name} speaks of {words}{pointer}",
            doubt=goes_on or getattr(place.marker, "title", False),
        )
        return


def _goes_on(own: frozenset[str], missing: frozenset[str], place: Place) -> bool:
    """Whether the sentences have a third of the words, and point back for the rest to the sentences just before them.

    "We won't improve it" tells that they won't improve the offer, which the sentence before names.
    """
    if len(missing) > len(own) * (1 - _THIRD) or place.scope.word_set.isdisjoint(_POINTS_BACK):
        return False
    before = place.article.join([number - 1 for number in place.cited])
    return bool(place.cited) and not unsupported_stems(missing, before)


def unsupported_stems(own: frozenset[str], passage: Passage) -> frozenset[str]:
    """Return the stems of `own` without a match: the same stem, or one from the same root (negotiat-, negoti-)."""
    return frozenset(stem for stem in own - passage.stems if not _has_root(stem, passage))


def _has_root(stem: str, passage: Passage) -> bool:
    """Whether a stem there has the same first five letters, or one of the two is four letters and begins the other."""
    fours, fives = passage.roots
    return stem[:4] in passage.stems or (stem in fours if len(stem) == 4 else stem[:5] in fives and len(stem) > 4)


def _spelt(value: str, stems: frozenset[str], most: int = 4) -> list[str]:
    """Return the words of `value` behind `stems`, as they are spelt there."""
    words = [word.strip(".,;:()'\"“”‘’") for word in value.split()]
    return [word for word in dict.fromkeys(words) if content_stems(word) & stems][:most]
