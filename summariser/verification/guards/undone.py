"""Undone: what the sentences tell as failed, refused or avoided is not told as done."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summariser.language.polarity import spoken
from summariser.language.undone import FAILING, undone_stems
from summariser.language.verbs import root
from summariser.language.words import stem
from summariser.models.faults import Fault
from summariser.verification.place import Place
from summariser.verification.wanted import tells_what_is_wanted

__all__ = ["what_failed_is_not_done"]

_CALLED_OFF = frozenset("rejected denied cancelled postponed".split())


def what_failed_is_not_done(value: str, place: Place) -> Iterator[Fault]:
    """ "They agreed" is false of those who failed to agree, though no "not" stands there.

    What is wanted may be just what was refused: there this is a doubt.
    """
    own = place.own(value)
    undone = place.scope.once(undone_stems)
    if not undone or own.denials or not FAILING.isdisjoint(map(stem, own.word_set)):
        return
    undone -= own.once(undone_stems)
    for word in own.once(spoken):
        if word.stem in undone and not (word.denied_by or word.hindered or word.bound or _is_aim(word.stem, own.words)):
            yield place.fault(
                "what_failed_is_not_done",
                f"says the opposite: {word.stem!r} is what somebody failed or refused to do in {place.scope_name}",
                doubt=tells_what_is_wanted(place) or _is_called_off(place),
            )
            return


def _is_aim(stem_: str, words: list[str]) -> bool:
    """Whether the claim tells it as what somebody aims at: "talks to agree on a ceasefire"."""
    return any(before == "to" and root(word) == stem_ for before, word in pairwise(words))


def _is_called_off(place: Place) -> bool:
    """Whether a word of the claim says that what it tells did not come about."""
    return place.claim is not None and not _CALLED_OFF.isdisjoint(place.draft.told_of(place.claim))
