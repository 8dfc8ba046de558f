"""Undone: what the sentences tell as failed, refused or avoided is not told as done."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from summariser.language.polarity import spoken
from summariser.language.undone import FAILING, undone_stems
from summariser.language.verbs import root
from summariser.language.words import stem
from summariser.models.claims import Model
from summariser.models.faults import Fault
from summariser.models.markers import Told
from summariser.models.shapes import shape_of
from summariser.verification.index import Passage
from summariser.verification.place import Place

__all__ = ["what_failed_is_not_done"]

_CALLED_OFF = frozenset("rejected denied cancelled postponed".split())


def what_failed_is_not_done(value: str, place: Place) -> Iterator[Fault]:
    """ "They agreed" is false of those who failed to agree, though no "not" stands there.

    What a claim says that somebody wants is told as done by its status alone, and may be what was refused: there this
    is a doubt.
    """
    own = place.own(value)
    undone = frozenset().union(*(passage.once(undone_stems) for passage in _read(place)))
    undone -= own.once(undone_stems)
    if not undone or not FAILING.isdisjoint(map(stem, own.word_set)):
        return
    for word in own.once(spoken):
        if word.stem not in undone or word.denied_by or word.hindered or word.under or _is_aim(word.stem, own.words):
            continue
        if all(word.stem in passage.once(undone_stems) for passage in _having(word.stem, place)):
            yield place.fault(
                "what_failed_is_not_done",
                f"says the opposite: {word.stem!r} is what somebody failed or refused to do in {place.scope_name}",
                doubt=_is_wanted(place),
            )
            return


def _read(place: Place) -> list[Passage]:
    if place.scope is not place.article.whole:
        return [place.scope]
    return [place.article.sentence(number) for number in range(1, place.article.count + 1)]


def _having(stem_: str, place: Place) -> list[Passage]:
    return [passage for passage in _read(place) if stem_ in passage.asked(_roots)]


def _roots(passage: Passage) -> frozenset[str]:
    return frozenset(map(root, passage.word_set))


def _is_aim(stem_: str, words: list[str]) -> bool:
    """Whether the claim tells it as what somebody aims at: "talks to agree on a ceasefire"."""
    return any(before == "to" and root(word) == stem_ for before, word in pairwise(words))


def _is_wanted(place: Place) -> bool:
    """Whether the claim's own words tell what is wanted, or what a word of its says that it did not come about."""
    if place.claim is None:
        return False
    return _has_a_fate(type(place.claim)) or not _CALLED_OFF.isdisjoint(place.draft.told_of(place.claim))


@cache
def _has_a_fate(model: type[Model]) -> bool:
    """Whether a word of the claim says whether what it tells was done, and no wording of the claim has to agree."""
    markers = (marker for shape in shape_of(model).fields.values() for marker in shape.markers)
    return any(isinstance(marker, Told) and marker.done and not marker.wording for marker in markers)
