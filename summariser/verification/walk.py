"""The one walk over a draft: at each place it applies the guards that the markers there stand for.

It knows nothing of what a draft is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from summariser.models.claims import Claim, Model
from summariser.models.faults import Fault
from summariser.models.shapes import Shape, shape_of
from summariser.verification.guards import guards_of
from summariser.verification.index import ArticleIndex
from summariser.verification.place import DraftIndex, Place

__all__ = ["walk"]

_MOST_AT_ONE_PLACE = 12
"""Faults that one guard tells of one value: nobody mends more at once."""


def walk(draft: Model, article: ArticleIndex, *, claims: bool = True) -> Iterator[Fault]:
    """Yield all faults of a draft, in the order of its fields.

    With `claims=False` only what stands outside claims is looked at: for a draft that says that its article is off
    the topic, and whose claims are therefore not used.
    """
    index = DraftIndex(draft)
    for name, shape in shape_of(type(draft)).fields.items():
        if claims or not _holds_claims(shape):
            yield from _visit(getattr(draft, name), shape, Place(name, draft, None, article, index))


def _visit(value: Any, shape: Shape, place: Place) -> Iterator[Fault]:
    for marker in shape.markers:
        for guard, takes_null in guards_of(marker):
            if value is not None or takes_null:
                yield from islice(guard(value, place.under(marker)), _MOST_AT_ONE_PLACE)
    if value is None:
        return
    if shape.item:
        for index, entry in enumerate(value):
            yield from _visit(entry, shape.item, place.at(f"[{index}]"))
    elif shape.fields:
        claim = value if isinstance(value, Claim) else place.claim
        for name, field_shape in shape.fields.items():
            if not field_shape.judged:
                continue
            yield from _visit(getattr(value, name), field_shape, place.at(f".{name}", value, claim))


def _holds_claims(shape: Shape) -> bool:
    inner = shape.item or shape
    return isinstance(inner.type, type) and issubclass(inner.type, Claim)
