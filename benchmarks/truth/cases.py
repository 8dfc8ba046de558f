"""A falsehood that is planted in a gold record, and the record with it."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from benchmarks.truth.gold import Entry, Steps, Told

__all__ = ["Case", "Falsehood", "changed", "reworded"]


@dataclass(frozen=True, kw_only=True)
class Falsehood:
    """What makes one claim of a record false.

    `path` is the claim that is false then: the one where a fault has to lie. `edits` are the values that change, by
    their place; a place one beyond the end of a list adds to it. `note` tells people what was changed. For tools that
    judge a wording and know no records: `says` is the false claim in words (None where it can't be said to them), and
    `swap` the words that were exchanged, old and new, where a few were.
    """

    path: str
    edits: tuple[tuple[Steps, Any], ...]
    note: str
    says: str | None = None
    swap: tuple[str, str] | None = None


@dataclass(frozen=True, kw_only=True)
class Case:
    """A record with one falsehood of a kind."""

    kind: str
    entry: Entry
    claim: Told
    falsehood: Falsehood

    @property
    def answer(self) -> dict[str, Any]:
        """The record with the falsehood in it."""
        answer = copy.deepcopy(self.entry.answer)
        for steps, new in self.falsehood.edits:
            holder: Any = answer
            for step in steps[:-1]:
                holder = holder[step]
            if isinstance(holder, list) and steps[-1] == len(holder):
                holder.append(new)
            else:
                holder[steps[-1]] = new
        return answer

    @property
    def cited(self) -> list[int]:
        """The sentences that the false claim cites."""
        for steps, new in self.falsehood.edits:
            if steps[-1] == "evidence":
                return list(new)
        return self.claim.cited


def changed(claim: Told, note: str, says: str | None = None, **fields: Any) -> Falsehood:
    """Return the falsehood that fields of a claim have other values."""
    edits = tuple(((*claim.steps, name), value) for name, value in fields.items())
    return Falsehood(path=claim.path, edits=edits, note=note, says=says)


def reworded(claim: Told, start: int, old: str, new: str, **fields: Any) -> Falsehood:
    """Return the falsehood that a claim says `new` instead of `old`, which stands at `start` of its words."""
    text = claim.text[:start] + new + claim.text[start + len(old) :]
    edits = (((*claim.steps, claim.field), text), *(((*claim.steps, name), value) for name, value in fields.items()))
    return Falsehood(path=claim.path, edits=edits, note=f"{old!r} → {new!r}", says=text, swap=(old, new))
