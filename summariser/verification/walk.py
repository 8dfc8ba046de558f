"""The one walk over a draft: at each place it applies the guards that the markers there stand for.

It knows nothing of what a draft is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from summariser.models.claims import Claim, Model
from summariser.models.faults import Fault
from summariser.models.markers import Marker, Words
from summariser.models.shapes import Shape, shape_of
from summariser.verification.guards import guards_of
from summariser.verification.index import ArticleIndex
from summariser.verification.place import DraftIndex, Guard, Place

__all__ = ["walk"]

_LONGEST = 20_000
"""Characters of a text that is looked into; no field that tells what an article says needs more."""
_MOST_AT_ONE_PLACE = 12
"""Faults that one guard tells of one value: nobody mends more at once."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A shape as the walk needs it: each guard looked up, and nothing below where none judges."""

    guards: tuple[tuple[Marker, Guard, bool], ...]
    item: _Plan | None
    fields: tuple[tuple[str, _Plan], ...]
    holds_claims: bool


def walk(draft: Model, article: ArticleIndex, *, claims: bool = True) -> list[Fault]:
    """Return all faults of a draft, in the order of its fields.

    With `claims=False` only what stands outside claims is looked at: for a draft that says that its article is off
    the topic, and whose claims are therefore not used.
    """
    index, found = DraftIndex(draft), list[Fault]()
    for name, plan in _plan_of(type(draft)):
        if claims or not plan.holds_claims:
            _visit(getattr(draft, name), plan, Place(name, draft, None, [], article, index), found)
    return found


def _visit(value: Any, plan: _Plan, place: Place, found: list[Fault]) -> None:
    """Add the faults of what stands at a place, and of all below it."""
    if isinstance(value, str) and len(value) > _LONGEST:
        found += _too_long(value, plan, place)
        return
    for marker, guard, takes_null in plan.guards:
        if value is not None or takes_null:
            place.marker = marker
            found += islice(guard(value, place), _MOST_AT_ONE_PLACE)
    if value is None:
        return
    if plan.item:
        for index, entry in enumerate(value):
            _visit(entry, plan.item, place.at(f"[{index}]"), found)
    elif plan.fields:
        place_of = place.within(value)
        for name, inner in plan.fields:
            _visit(getattr(value, name), inner, place_of(name), found)


def _too_long(value: str, plan: _Plan, place: Place) -> list[Fault]:
    """A text of a megabyte is refused for its length alone: what else is wrong with it would take minutes to find."""
    faults: list[Fault] = []
    for marker, guard, _ in plan.guards:
        if isinstance(marker, Words):
            place.marker = marker
            faults += guard(value, place)
    said = f"has {len(value)} characters, at most {_LONGEST} are allowed; shorten it"
    return faults or [place.fault("is_short_enough", said)]


@cache
def _plan_of(model: type[Model]) -> tuple[tuple[str, _Plan], ...]:
    return _planned(shape_of(model)).fields


def _planned(shape: Shape) -> _Plan:
    inner = (shape.item or shape).type
    return _Plan(
        guards=tuple((marker, *guard) for marker in shape.markers for guard in guards_of(marker)),
        item=_planned(shape.item) if shape.item and shape.item.judged else None,
        fields=tuple((name, _planned(field)) for name, field in shape.fields.items() if field.judged),
        holds_claims=isinstance(inner, type) and issubclass(inner, Claim),
    )
