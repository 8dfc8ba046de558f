"""Wanted: claims whose words tell what somebody wants, and leave it to a word of a vocabulary whether it came about."""

from __future__ import annotations

from functools import cache

from summariser.models.claims import Model
from summariser.models.markers import Told
from summariser.models.shapes import shape_of
from summariser.verification.place import Place

__all__ = ["tells_what_is_wanted"]


def tells_what_is_wanted(place: Place) -> bool:
    """Whether the words of the claim tell what is proposed or demanded, and its status whether that was done."""
    return place.claim is not None and _has_a_fate(type(place.claim))


@cache
def _has_a_fate(model: type[Model]) -> bool:
    """Whether a word of the claim says if what it tells was done, and no wording of the claim has to agree with it."""
    markers = (marker for shape in shape_of(model).fields.values() for marker in shape.markers)
    return any(isinstance(marker, Told) and marker.done and not marker.wording for marker in markers)
