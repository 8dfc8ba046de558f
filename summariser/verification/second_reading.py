"""What a second reading of the article does not bear out: claims it has no like of, and values it has otherwise.

Guards ask whether the cited sentences have words for what is said. Two readers who know nothing of each other and say
the same have more in common than words; in content analysis texts are coded twice for that reason. What is compared is
what wording does not settle: who stands in a reference, who speaks for whom, which word of a vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from summariser.matching.likeness import same_person
from summariser.matching.values import Names, values_of
from summariser.matching.wording import Kind
from summariser.models.claims import Model
from summariser.models.faults import Fault
from summariser.models.markers import Ref, SpeaksFor
from summariser.models.shapes import Shape, shape_of
from summariser.verification.place import quoted

__all__ = ["GUARD", "not_borne_out"]

GUARD = "borne_out"
"""The guard's name, as the faults have it."""
_Claim = Mapping[str, Any]


def not_borne_out(draft: Model, second: Model, *, claims: bool = True) -> Iterator[Fault]:
    """Yield a doubt for each claim of `draft` that `second`, another draft of the same article, has no like of, and for
    each reference, person who speaks for it, vocabulary word or truth value that each like of it has otherwise.

    A word that says nothing ("unclear") needs no second reader. Without `claims` only what is said of the article as a
    whole is compared, as where it is off the topic.
    """
    ours, theirs = draft.model_dump(mode="json"), second.model_dump(mode="json")
    held = _Comparison(ours)
    for name, shape in shape_of(type(draft)).fields.items():
        value, other = ours[name], theirs[name]
        if shape.item and shape.item.claims:
            yield from held.entries(name, shape.item, (value, other)) if claims else ()
        elif value is None or not shape.fields or (shape.claims and not claims):
            continue
        elif other is None:
            yield _doubt(name, "is not in the second reading")
        else:
            yield from held.values(name, shape, (value, other))


class _Comparison:
    """What is compared so far: which of their ids stand for ours. Lists are compared before what refers to them."""

    def __init__(self, ours: _Claim) -> None:
        lists = [claims for claims in ours.values() if isinstance(claims, list)]
        self._ours = {claim["id"]: claim for claims in lists for claim in claims if "id" in claim}
        self._ids: Names = {}

    def entries(self, name: str, shape: Shape, lists: tuple[list[_Claim], list[_Claim]]) -> Iterator[Fault]:
        """Yield the doubts about a list of claims. Several of ours may have one like among theirs: whether they are
        borne out is asked, not how many there are.
        """
        ours, theirs = lists
        kind, ids = Kind.of(shape), self._ids.setdefault(name, {})
        for i, claim in enumerate(ours):
            path = f"{name}[{i}]"
            likes = [(other, likeness) for other in theirs if (likeness := kind.sameness(claim, other)) > 0]
            if not likes:
                yield _doubt(path, f"{quoted(str(claim.get(kind.tells_by, i)))} is not in the second reading")
                continue
            held = [(list(self.values(path, shape, (claim, other))), -likeness, other) for other, likeness in likes]
            doubts, _, like = min(held, key=lambda found: (len(found[0]), found[1]))
            ids[claim.get("id")] = like.get("id")
            yield from doubts

    def values(self, path: str, shape: Shape, claims: tuple[_Claim, _Claim]) -> Iterator[Fault]:
        """Yield doubts of the values of a claim that its like has otherwise, each entry of a list for itself."""
        ours, theirs = claims
        for key, below in shape.fields.items():
            if not _counts(below):
                continue
            value, here, one = ours[key], f"{path}.{key}", below.item or below
            entries = (
                [(f"{here}[{i}]", entry) for i, entry in enumerate(value or [])] if below.item else [(here, value)]
            )
            for place, entry in entries:
                if entry != one.way_out and not self._agrees(entry, theirs[key], one, below):
                    told, instead = self._told(entry), _told_instead(theirs[key], below)
                    yield _doubt(place, f"is {told}, not so in the second reading{instead}")

    def _agrees(self, entry: Any, other: Any, one: Shape, whole: Shape) -> bool:
        """Whether the other has an entry of ours, or its value where there is just one."""
        person = next((key for key, below in one.fields.items() if below.has(SpeaksFor)), None)
        if person:
            return any(same_person(entry[person], them[person]) for them in other)
        if one.has(Ref) and entry not in self._ours:
            return True  # Who refers to nobody is told so elsewhere.
        held = values_of(other, whole, None) or []
        return all(said in held for said in values_of(entry, one, self._ids) or [])

    def _told(self, value: Any) -> str:
        if isinstance(value, Mapping):
            return ", ".join(self._told(part) for part in value.values() if isinstance(part, str))
        if isinstance(value, bool):
            return str(value).lower()
        called = self._ours.get(value, {}).get("name")
        return f"{value!r} ({called})" if called else repr(value)


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


def _told_instead(value: Any, shape: Shape) -> str:
    """Ids of the second reading mean nothing outside it; words do."""
    one = shape.item or shape
    if one.has(Ref) or one.fields:
        return ""
    words = value if isinstance(value, list) else [value]
    return f" ({', '.join(str(word).lower() for word in words) or 'nothing'})"


def _doubt(path: str, message: str) -> Fault:
    return Fault(path, GUARD, message, doubt=True)
