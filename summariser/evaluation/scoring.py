"""One article: what was given for it, held against its gold, claim by claim and field by field.

A field's value is compared where its claim was found, so that each slot has its own errors and not those of others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from summariser.evaluation.counts import Count
from summariser.evaluation.gold import Gold
from summariser.matching.pairing import pair
from summariser.matching.values import Names, right_values, values_of
from summariser.matching.wording import Kind, cited
from summariser.models.shapes import Shape, shape_of
from summariser.tasks.task import Task

__all__ = ["EVIDENCE", "Score", "score"]

EVIDENCE = "evidence"
"""The slot of cited sentences."""

_Claim = Mapping[str, Any]


@dataclass
class Score:
    """What one article adds to the figures.

    `counts` by slot: a list of claims ("proposals"), a field of its claims ("proposals.status"), EVIDENCE (cited
    sentences that are right, of those cited). `missed` and `invented` tell claims by their path and words, `wrong`
    tells fields. `called` is whether the record is on the topic, None where there is no record.
    """

    name: str
    on_topic: bool
    called: bool | None
    counts: dict[str, Count] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, slot: str, count: Count) -> None:
        """Add to a slot."""
        self.counts[slot] = self.counts.get(slot, Count()) + count


def score(gold: Gold, record: Mapping[str, Any] | None, task: Task) -> Score:
    """Return the score of a record (its JSON, evidence as numbers or objects) for a gold entry; None: no record."""
    held = _Comparison(gold, Score(gold.name, gold.on_topic, called=None if record is None else _called(record, task)))
    given = record or {}
    for name, shape in shape_of(task.draft).fields.items():
        if shape.item and shape.item.claims:
            held.lists(name, shape.item, given.get(name) or [])
        elif shape.claims and gold.on_topic:
            held.fields(name, name, shape, (given.get(name) or {}, gold.answer[name] or {}))
    return held.score


def _called(record: Mapping[str, Any], task: Task) -> bool:
    value: Any = record
    for step in task.on_topic.split(".") if task.on_topic else ():
        value = value[step]
    return value is not False


class _Comparison:
    """A gold entry, the score that grows, and which given ids stand for which expected ones so far."""

    def __init__(self, gold: Gold, score: Score) -> None:
        self.gold = gold
        self.score = score
        self._found: Names = {}
        self._sentences = {one.number: one.text for one in gold.article.sentences}
        self._optional_ids = {path[path.index("[") + 1 : -1] for path in gold.optional if path.endswith("]")}

    def lists(self, name: str, shape: Shape, given: list[Any]) -> None:
        """Compare a list of claims, and the fields of those that were found."""
        kind, expected = Kind.of(shape), self.gold.answer[name]
        pairs = pair(given, expected, kind.likeness)
        self._found[name] = {given[i].get("id"): expected[j].get("id") for i, j in pairs.items()}
        self._count(name, given, pairs)
        for i, j in pairs.items():
            self._evidence(kind, given[i], expected[j])
            self.fields(name, _path(name, expected[j], j), shape, (given[i], expected[j]))

    def _count(self, name: str, given: list[Any], pairs: Mapping[int, int]) -> None:
        expected = self.gold.answer[name]
        optional = {j for j, claim in enumerate(expected) if _path(name, claim, j) in self.gold.optional}
        answered = set(pairs.values())
        right, spared = len(answered - optional), len(answered & optional)
        self.score.add(name, Count(right, len(given) - spared, len(expected) - len(optional)))
        missed = [(j, claim) for j, claim in enumerate(expected) if j not in answered | optional]
        invented = [(i, claim) for i, claim in enumerate(given) if i not in pairs]
        self.score.missed += [f"{_path(name, claim, j)}: {_words(claim)}" for j, claim in missed]
        self.score.invented += [f"{_path(name, claim, i)}: {_words(claim)}" for i, claim in invented]

    def fields(self, name: str, path: str, shape: Shape, claims: tuple[_Claim, _Claim]) -> None:
        """Compare the fields of a claim, given and expected, that gold calls `path`."""
        if path in self.gold.optional:
            return
        given, expected = claims
        for key, below in shape.fields.items():
            values, wanted = values_of(given.get(key), below, self._found), values_of(expected.get(key), below, None)
            if values is None or wanted is None or f"{path}.{key}" in self.gold.optional:
                continue
            also = values_of(self.gold.also_right.get(f"{path}.{key}", []), _several(below), None) or []
            # Whoever may leave out a party need not name it anywhere.
            spared = [value for value in wanted if str(value).split(" ")[0] in self._optional_ids]
            right, wrong, missing = right_values(values, wanted, also)
            missing = [value for value in missing if value not in spared]
            self.score.add(f"{name}.{key}", Count(right, right + len(wrong), right + len(missing)))
            if wrong or missing:
                self.score.wrong.append(f"{path}.{key}: {_listed(wrong)}, not {_listed(missing)}")

    def _evidence(self, kind: Kind, given: _Claim, expected: _Claim) -> None:
        """A cited sentence is right where gold cites it, or where it tells what gold's claim tells."""
        numbers = cited(given)
        right = sum(n in cited(expected) or kind.tells(self._sentences.get(n, ""), expected) for n in numbers)
        self.score.add(EVIDENCE, Count(right, len(numbers), len(numbers)))


def _several(shape: Shape) -> Shape:
    return shape if shape.item else Shape(list, item=shape)


def _path(name: str, claim: _Claim, position: int) -> str:
    return f"{name}[{claim.get('id', position)}]"


def _words(claim: _Claim) -> str:
    return next((value for key, value in claim.items() if isinstance(value, str) and " " in value), "") or str(
        claim.get("name", "")
    )


def _listed(values: list[Any]) -> str:
    return ", ".join(map(str, values)) or "nothing"
