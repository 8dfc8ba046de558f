"""Vocabulary: a status, a stage, a role is believed only where the sentences have a word for it."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.models.cues import cues_of
from summariser.models.faults import Fault
from summariser.models.markers import Told
from summariser.verification.guards.deeds import tells
from summariser.verification.place import Place

__all__ = ["is_told"]

_SHOWN = 6


def is_told(value: str, place: Place) -> Iterator[Fault]:
    """A small model fills vocabularies at random: `signed` where nobody signs, `prisoner_release` in a takeover.

    The cues are many and short, since what is asked is whether the sentences speak of such a thing at all, not whether
    the word is the best one. For the bearer of a name, every sentence that mentions it counts.
    """
    assert isinstance(place.marker, Told)
    cues = cues_of(place.marker).get(value, ())
    if not cues or tells(place.scope, cues) or _mentions_have_cue(cues, place):
        return
    wanted = ", ".join(f"{cue}-" for cue in cues[:_SHOWN])
    yield place.fault(
        "is_told", f"nothing in {place.scope_name} speaks of {value!r} ({wanted} ...); choose the word that fits them"
    )


def _mentions_have_cue(cues: tuple[str, ...], place: Place) -> bool:
    bearer = getattr(place.claim, "id", None)
    if bearer not in place.draft.named:
        return False
    forms = place.draft.forms(bearer)
    sentences = (place.article.sentence(number) for number in range(1, place.article.count + 1))
    return any(tells(one, cues) for one in sentences if any(one.mentions(form) for form in forms))
