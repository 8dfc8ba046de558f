"""The shape of a draft model, read off its types once: fields, lists, vocabularies and the markers beside them.

Verification walks it, the prompt prints it: neither knows what a draft is about.
"""

from __future__ import annotations

import types
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import MaxLen, MinLen

from summariser.models.claims import Claim, Evidence, Model
from summariser.models.markers import Marker

__all__ = ["WAYS_OUT", "Shape", "shape_of"]

WAYS_OUT = ("unclear", "unknown", "other")
"""Words of vocabularies that say nothing or next to nothing."""


@dataclass(frozen=True)
class Shape:
    """What may stand at one place of a draft.

    Just one of `fields` (an object), `item` (a list), `choices` (a vocabulary) is filled, or none (a plain value of
    type `type`). `least` and `most` bound a list's length.
    """

    type: Any
    markers: tuple[Marker, ...] = ()
    nullable: bool = False
    fields: dict[str, Shape] = field(default_factory=dict)
    item: Shape | None = None
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None

    @cached_property
    def judged(self) -> bool:
        """Whether a marker stands here or anywhere below."""
        below = [*self.fields.values(), *([self.item] if self.item else [])]
        return bool(self.markers) or any(shape.judged for shape in below)

    @cached_property
    def cites(self) -> bool:
        """Whether evidence stands here or anywhere below."""
        below = [*self.fields.values(), *([self.item] if self.item else [])]
        return self.type is Evidence or any(shape.cites for shape in below)

    @cached_property
    def way_out(self) -> str | None:
        """The word of the vocabulary here that says nothing or next to nothing, None where it has none."""
        return next((word for word in WAYS_OUT if word in self.choices), None)

    @cached_property
    def claims(self) -> bool:
        """Whether a claim stands here."""
        return isinstance(self.type, type) and issubclass(self.type, Claim)

    def has(self, marker: type[Marker]) -> bool:
        """Return whether a marker of that kind stands here."""
        return any(isinstance(here, marker) for here in self.markers)


@cache
def shape_of(model: type[Model]) -> Shape:
    """Return the shape of a draft model with all that is below it."""
    fields = {name: _compile(info.rebuild_annotation()) for name, info in model.model_fields.items()}
    return Shape(type=model, fields=fields)


def _compile(annotation: Any) -> Shape:
    annotation, metadata, nullable = _unwrapped(annotation, [], nullable=False)
    markers = tuple(entry for entry in metadata if isinstance(entry, Marker))
    least = next((entry.min_length for entry in metadata if isinstance(entry, MinLen)), 0)
    most = next((entry.max_length for entry in metadata if isinstance(entry, MaxLen)), None)
    if get_origin(annotation) is list:
        item = _compile(get_args(annotation)[0])
        return Shape(list, markers, nullable, item=item, least=least, most=most)
    if get_origin(annotation) is Literal:
        return Shape(Literal, markers, nullable, choices=tuple(map(str, get_args(annotation))))
    if isinstance(annotation, type) and issubclass(annotation, Model) and annotation is not Evidence:
        return Shape(annotation, markers, nullable, fields=shape_of(annotation).fields)
    return Shape(annotation, markers, nullable)


def _unwrapped(annotation: Any, metadata: list[Any], *, nullable: bool) -> tuple[Any, list[Any], bool]:
    """Take off `Annotated` and `| None`, in whatever order they stand, and gather what they say."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _unwrapped(inner, metadata + [part for entry in more for part in _parts(entry)], nullable=nullable)
    if get_origin(annotation) in (Union, types.UnionType):
        options = [option for option in get_args(annotation) if option is not type(None)]
        if len(options) == 1:
            return _unwrapped(options[0], metadata, nullable=True)
    return annotation, metadata, nullable


def _parts(entry: Any) -> list[Any]:
    """A pydantic `Field(...)` inside `Annotated` holds several constraints."""
    return list(getattr(entry, "metadata", ())) or [entry]
