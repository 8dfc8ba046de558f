"""The values of a field in a form that compares: vocabulary words, ids that mean the same claim, dates, short texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from summariser.matching.likeness import alike_names, alike_texts
from summariser.models.claims import Evidence
from summariser.models.markers import Edtf, Id, Named, Ref, Supported, Verbatim
from summariser.models.shapes import Shape

__all__ = ["Names", "right_values", "values_of"]

Names = dict[str, dict[str | None, str | None]]
"""For each list of claims, the ids that were given, and the expected claims' ids that they stand for."""

_LOOSE = str.maketrans("", "", "~?%")


def values_of(value: Any, shape: Shape, found: Names | None) -> list[Any] | None:
    """Return what stands in a field as a list of comparable values, None where the field is not compared.

    The claim's own id, name and wording are not: they are what claims are paired by. `found` translates ids that were
    given; None leaves them, for gold.
    """
    if shape.type is Evidence or shape.has(Id) or shape.has(Named) or (shape.item and shape.item.type is Evidence):
        return None
    if shape.item:
        below = [values_of(one, shape.item, found) for one in value or []]
        return [part for parts in below if parts for part in parts] if _compares(shape.item) else None
    if value is None:
        return [] if _compares(shape) else None
    if shape.fields:
        return _object(value, shape, found)
    return [_plain(value, shape, found)] if _compares(shape) else None


def _compares(shape: Shape) -> bool:
    """Whether a value of this shape says something beside its claim's wording."""
    if shape.fields:
        return True
    if any(isinstance(marker, Ref | Verbatim | Edtf) for marker in shape.markers) or shape.choices:
        return True
    return Supported(scope="article") in shape.markers or shape.type is bool


def _object(value: Mapping[str, Any], shape: Shape, found: Names | None) -> list[Any]:
    """An object compares by its date, else by its references and vocabulary words, else by its first text, a name."""
    for key, below in shape.fields.items():
        if below.has(Edtf):
            return [str(value[key]).translate(_LOOSE)] if value.get(key) else []
    sure = [(key, below) for key, below in shape.fields.items() if below.choices or below.has(Ref)]
    if sure:
        return [" ".join(str(_plain(value.get(key), below, found)) for key, below in sure)]
    texts = [value[key] for key, below in shape.fields.items() if below.type is str and value.get(key)]
    return [_Near(texts[0], _one_person)] if texts else []


def _plain(value: Any, shape: Shape, found: Names | None) -> Any:
    for marker in shape.markers:
        if isinstance(marker, Ref):
            return value if found is None else found.get(marker.target, {}).get(value) or f"{value}?"
    if shape.choices or shape.type is bool or shape.type is Literal:
        return value
    return _Near(value, alike_texts) if isinstance(value, str) else value


@dataclass(frozen=True, eq=False)
class _Near:
    """A text that needs not be the same to be right: alike is enough."""

    text: str
    alike: Callable[[str, str], bool]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Near) and self.alike(self.text, other.text)

    __hash__ = None  # type: ignore[assignment]

    def __str__(self) -> str:
        return self.text


def _one_person(this: str, that: str) -> bool:
    return alike_names([this], [that]) > 0


def right_values(given: list[Any], expected: list[Any], also: list[Any]) -> tuple[int, list[Any], list[Any]]:
    """Return how many values are right, those given that are not, and those expected that are missing.

    A value of `also` is right in place of an expected one; where none is missing it is spared.
    """
    missing, left_over = list(expected), list(given)
    for same in (_exactly, lambda one, other: one == other):
        for value in list(left_over):
            found = next((other for other in missing if same(value, other)), None)
            if found is not None:
                _take(missing, found)
                _take(left_over, value)
    right, wrong = len(given) - len(left_over), []
    for value in left_over:
        if value not in also:
            wrong.append(value)
        elif missing:
            missing.pop()
            right += 1
    return right, wrong, missing


def _exactly(one: Any, other: Any) -> bool:
    return str(one) == str(other)


def _take(values: list[Any], value: Any) -> None:
    del values[next(position for position, other in enumerate(values) if other is value)]
