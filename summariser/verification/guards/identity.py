"""Ids: each names one claim, and each reference names one that is there."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.models.faults import Fault
from summariser.models.markers import Ref
from summariser.verification.place import Place

__all__ = ["id_is_unique", "ref_exists"]


def id_is_unique(value: str, place: Place) -> Iterator[Fault]:
    """Two claims of one id cannot be told apart by what refers to them."""
    bearers = sum(ids.count(value) for ids in place.draft.ids.values())
    if bearers > 1:
        yield place.fault("id_is_unique", f"{bearers} claims have the id {value!r}; give each its own")


def ref_exists(value: str, place: Place) -> Iterator[Fault]:
    """A reference to nobody says nothing."""
    assert isinstance(place.marker, Ref)
    target = place.marker.target
    known = place.draft.ids.get(target, [])
    if value not in known:
        there = f"its ids are {', '.join(known)}" if known else "that list is empty"
        yield place.fault("ref_exists", f"{value!r} is no entry of {target}; {there}")
