"""What a second reading of the article does not bear out: claims it has no like of, and values it has otherwise.

Guards ask whether the cited sentences have words for what is said. Two readers who know nothing of each other and say
the same have more in common than words; in content analysis texts are coded twice for that reason. What is compared is
what wording does not settle: who stands in a reference, who speaks for whom, which word of a vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summariser.matching.pairing import pair
from summariser.matching.values import Names, values_of
from summariser.matching.wording import Kind
from summariser.models.claims import Model
from summariser.models.faults import Fault
from summariser.models.markers import Ref, SpeaksFor
from summariser.models.shapes import Shape, shape_of

__all__ = ["GUARD", "not_borne_out"]

GUARD = "borne_out"
"""The guard's name, as the faults have it."""
_Claim = Mapping[str, Any]


def not_borne_out(draft: Model, second: Model, *, claims: bool = True) -> Iterator[Fault]:
    """Yield a doubt for each claim of `draft` that `second`, another draft of the same article, has no like of, and for
    each reference, person who speaks for it, vocabulary word or truth value that the like of it has otherwise.

    A word that says nothing ("unclear") needs no second reader. Without `claims` only what is said of the article as a
    whole is compared, as where it is off the topic.
    """
    ours, theirs = draft.model_dump(mode="json"), second.model_dump(mode="json")
    shape = shape_of(type(draft))
    alike = _Alike.of(ours, theirs, shape)
    for name, below in shape.fields.items():
        value, other = ours[name], theirs[name]
        if value is None or (_holds_claims(below) and not claims):
            continue
        if name in alike.pairs:
            yield from _entries(name, (value, other), below, alike)
        elif other is None:
            yield _doubt(name, "is not in the second reading")
        elif below.fields:
            yield from _values(name, (value, other), below, alike)


@dataclass(frozen=True)
class _Alike:
    """For each list of claims, which entry of ours is like which of theirs; their ids for ours; and what ours are
    called.
    """

    pairs: dict[str, dict[int, int]]
    ids: Names
    called: dict[str, str]

    @staticmethod
    def of(ours: _Claim, theirs: _Claim, shape: Shape) -> _Alike:
        kinds = {name: Kind.of(below.item) for name, below in shape.fields.items() if below.item and below.item.claims}
        pairs = {name: pair(ours[name], theirs[name], kind.likeness) for name, kind in kinds.items()}
        ids = {
            name: {ours[name][i].get("id"): theirs[name][j].get("id") for i, j in found.items()}
            for name, found in pairs.items()
        }
        named = [(claim, kind.name) for name, kind in kinds.items() if kind.name for claim in ours[name]]
        return _Alike(pairs, ids, {claim["id"]: claim[name] for claim, name in named if "id" in claim})


def _holds_claims(shape: Shape) -> bool:
    return shape.claims or (shape.item is not None and shape.item.claims)


def _entries(name: str, lists: tuple[list[_Claim], list[_Claim]], shape: Shape, alike: _Alike) -> Iterator[Fault]:
    (ours, theirs), pairs = lists, alike.pairs[name]
    assert shape.item is not None
    for i, claim in enumerate(ours):
        if i in pairs:
            yield from _values(f"{name}[{i}]", (claim, theirs[pairs[i]]), shape.item, alike)
        else:
            yield _doubt(f"{name}[{i}]", "is not in the second reading")


def _values(path: str, claims: tuple[_Claim, _Claim], shape: Shape, alike: _Alike) -> Iterator[Fault]:
    """Yield doubts of the values of a claim that its like has otherwise, each entry of a list for itself."""
    ours, theirs = claims
    for key, below in shape.fields.items():
        if not _counts(below):
            continue
        held = values_of(theirs[key], below, None) or []
        value, here = ours[key], f"{path}.{key}"
        entries = [(f"{here}[{i}]", entry) for i, entry in enumerate(value or [])] if below.item else [(here, value)]
        one = below.item or below
        for place, entry in entries:
            if entry != one.way_out and any(said not in held for said in values_of(entry, one, alike.ids) or []):
                told = _told(entry, alike.called)
                yield _doubt(place, f"is {told}, not so in the second reading{_otherwise(held, one)}")


def _counts(shape: Shape) -> bool:
    """Whether wording does not settle what stands here."""
    if shape.item:
        return _counts(shape.item)
    return (
        bool(shape.choices)
        or shape.type is bool
        or any(shape.has(marker) for marker in (Ref, SpeaksFor))
        or any(_counts(below) for below in shape.fields.values())
    )


def _told(value: Any, called: Mapping[str, str]) -> str:
    if isinstance(value, Mapping):
        return ", ".join(_told(part, called) for part in value.values() if isinstance(part, str))
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value!r} ({called[value]})" if value in called else repr(value)


def _otherwise(held: list[Any], shape: Shape) -> str:
    """Ids of the second reading mean nothing outside it; words do."""
    if shape.has(Ref) or shape.fields:
        return ""
    return f" ({', '.join(str(one).lower() for one in held)})" if held else " (nothing)"


def _doubt(path: str, message: str) -> Fault:
    return Fault(path, GUARD, message, doubt=True)
