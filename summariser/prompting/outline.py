"""The shape of the answer in words, for the prompt: read off the draft's model, so that it can't drift from it."""

from __future__ import annotations

from summariser.models.claims import Evidence
from summariser.models.markers import Edtf, Id, OnTopic, Ref, Verbatim, Words
from summariser.models.shapes import Shape
from summariser.prompting.order import FieldOrder, in_order

__all__ = ["outline"]

_INDENT = "  "
_AS_DECLARED: FieldOrder = {}


def outline(shape: Shape, order: FieldOrder = _AS_DECLARED, depth: int = 0) -> str:
    """Return the JSON that is asked for, fields in `order`, with what may stand at each place instead of values."""
    if shape.item:
        bound = f"  up to {shape.most}" if shape.most else ""
        if shape.item.type is Evidence:
            return f"[sentence numbers, {shape.least} to {shape.most}]"
        return f"[{outline(shape.item, order, depth)}, ...]{bound}"
    if shape.fields:
        margin = _INDENT * (depth + 1)
        fields = in_order(shape.fields, order.get(shape.type))
        lines = [f'{margin}"{name}": {outline(field, order, depth + 1)}' for name, field in fields.items()]
        inner = ",\n".join(lines)
        return f"{{\n{inner}\n{_INDENT * depth}}}" + _or_null(shape)
    return _value(shape) + _or_null(shape)


def _value(shape: Shape) -> str:
    if shape.choices:
        return " | ".join(shape.choices)
    for marker in shape.markers:
        match marker:
            case Id():
                return "id"
            case Ref(target=target):
                return f"id in {target}"
            case Edtf():
                return "EDTF"
    if shape.type is bool:
        return "true | false"
    if shape.type is not str:
        return getattr(shape.type, "__name__", "value")
    words = next((marker.most for marker in shape.markers if isinstance(marker, Words)), None)
    kind = "verbatim" if shape.has(Verbatim) else "text"
    return kind if words is None or words > 80 or kind == "verbatim" else f"text of at most {words} words"


def _or_null(shape: Shape) -> str:
    return " | null" if shape.nullable and not shape.has(OnTopic) else ""
