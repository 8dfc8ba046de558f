"""Undone: what the sentences tell as failed, refused or avoided is not told as done."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summariser.language.polarity import spoken
from summariser.language.undone import FAILING, undone_stems
from summariser.language.verbs import root
from summariser.language.words import stem
from summariser.models.faults import Fault
from summariser.verification.index import Passage
from summariser.verification.place import Place
from summariser.verification.wanted import tells_what_is_wanted

__all__ = ["what_failed_is_not_done"]

_CALLED_OFF = frozenset("rejected denied cancelled postponed".split())


def what_failed_is_not_done(value: str, place: Place) -> Iterator[Fault]:
    """ "They agreed" is false of those who failed to agree, though no "not" stands there.

    What is wanted may be just what was refused: there this is a doubt.
    """
    own = place.own(value)
    undone = frozenset().union(*(passage.once(undone_stems) for passage in _read(place)))
    undone -= own.once(undone_stems)
    if not undone or own.denials or not FAILING.isdisjoint(map(stem, own.word_set)):
        return
    for word in own.once(spoken):
        if word.stem not in undone or word.denied_by or word.hindered or word.bound or _is_aim(word.stem, own.words):
            continue
        if all(word.stem in passage.once(undone_stems) for passage in _having(word.stem, place)):
            yield place.fault(
                "what_failed_is_not_done",
                f"says the opposite: {word.stem!r} is what somebody failed or refused to do in {place.scope_name}",
                doubt=tells_what_is_wanted(place) or _is_called_off(place),
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


def _is_called_off(place: Place) -> bool:
    """Whether a word of the claim says that what it tells did not come about."""
    return place.claim is not None and not _CALLED_OFF.isdisjoint(place.draft.told_of(place.claim))
