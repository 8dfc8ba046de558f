"""Repetition: the same claim is not made twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from summariser.models.claims import Model
from summariser.models.faults import Fault
from summariser.models.markers import Distinct
from summariser.verification.place import Place

__all__ = ["says_each_thing_once"]


def says_each_thing_once(value: list[Model], place: Place) -> Iterator[Fault]:
    """Two entries that say the same in the fields that tell entries apart are one; small models repeat themselves."""
    assert isinstance(place.marker, Distinct)
    seen: dict[Any, int] = {}
    for index, entry in enumerate(value):
        key = tuple(_normal(getattr(entry, name), place) for name in place.marker.by)
        first = seen.setdefault(key, index)
        if first != index:
            yield Fault(
                f"{place.path}[{index}]",
                "says_each_thing_once",
                f"says the same as {place.path}[{first}]; leave one of them out",
            )


def _normal(value: Any, place: Place) -> Any:
    if isinstance(value, str):
        return place.own(value).stems or value
    if isinstance(value, list):
        return frozenset(_normal(entry, place) for entry in value)
    return value.model_dump_json() if isinstance(value, Model) else value
