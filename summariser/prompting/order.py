"""The order of fields: a model is asked for them as the prompt's worked example has them.

A model that decodes in order points before it writes, or writes before it points, as the example does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from summariser.models.shapes import Shape

__all__ = ["FieldOrder", "field_order", "in_order", "ordered_schema"]

FieldOrder = Mapping[Any, tuple[str, ...]]
"""By model, the names of its fields in the order in which they are asked for."""
T = TypeVar("T")


def field_order(shape: Shape, answer: Any) -> FieldOrder:
    """Return the order that a worked answer has of the fields of each model in it."""
    found: dict[Any, tuple[str, ...]] = {}
    for model, names in _met(shape, answer):
        found.setdefault(model, names)
    return found


def in_order(fields: Mapping[str, T], names: tuple[str, ...] | None) -> dict[str, T]:
    """Return fields in the order of `names`, and those that it leaves out behind them."""
    first = [name for name in names or () if name in fields]
    return {name: fields[name] for name in [*first, *(name for name in fields if name not in first)]}


def ordered_schema(schema: dict[str, Any], shape: Shape, order: FieldOrder) -> dict[str, Any]:
    """Return a draft's JSON Schema with the properties of each object in order."""
    by_name = {model.__name__: names for model, names in order.items()}
    below = {name: _ordered(inner, by_name.get(name)) for name, inner in schema.get("$defs", {}).items()}
    whole = _ordered(schema, order.get(shape.type))
    return {name: below if name == "$defs" else value for name, value in whole.items()}


def _ordered(schema: dict[str, Any], names: tuple[str, ...] | None) -> dict[str, Any]:
    if "properties" not in schema:
        return schema
    return {**schema, "properties": in_order(schema["properties"], names)}


def _met(shape: Shape, value: Any) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Yield each model that a value has an object of, with the names of the object's fields."""
    if shape.item and isinstance(value, list):
        for entry in value:
            yield from _met(shape.item, entry)
    elif shape.fields and isinstance(value, dict):
        yield shape.type, tuple(value)
        for name, inner in shape.fields.items():
            yield from _met(inner, value.get(name))
