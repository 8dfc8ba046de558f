"""Verbs and their contraries: which side of a pair a word is on, and what tells either side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from summariser.language.tables import table_rows
from summariser.models.cues import begins

__all__ = ["Side", "judged_sides", "telling_sides"]

_HEAD = 2
"""Letters by which cues are looked up; none is shorter but "n't", which is looked up by its end."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: `line` tells the pair, `left` the side of it."""

    line: int
    left: bool

    @property
    def contrary(self) -> Side:
        """The other side of the pair."""
        return Side(self.line, not self.left)


def judged_sides(word: str, after: Sequence[str] = ()) -> frozenset[Side]:
    """Return the sides on which a word in lower case decides a claim; `after` are the few words behind it."""
    return _sides(word, after, telling=False)


def telling_sides(word: str, after: Sequence[str] = ()) -> frozenset[Side]:
    """Return the sides that a word tells, those for which it means too much else to decide a claim included."""
    return _sides(word, after, telling=True)


def _sides(word: str, after: Sequence[str], *, telling: bool) -> frozenset[Side]:
    begun = _begun(word)
    if not begun:
        return _NONE
    return frozenset(
        side
        for second, tells_only, side in begun
        if (telling or not tells_only) and (not second or any(begins(w, second) for w in after))
    )


_NONE: frozenset[Side] = frozenset()


@lru_cache(maxsize=65_536)
def _begun(word: str) -> tuple[tuple[str, bool, Side], ...]:
    """The cues whose first word is this one: most words are none's, and an article asks of each."""
    head = "n't" if word.endswith("n't") else word[:_HEAD]
    cues = _cues().get(head, ())
    return tuple((second, tells_only, side) for first, second, tells_only, side in cues if begins(word, first))


@cache
def _cues() -> dict[str, list[tuple[str, str, bool, Side]]]:
    """Return the cues by their first letters: first word, second word or nothing, whether it only tells, its side."""
    table: dict[str, list[tuple[str, str, bool, Side]]] = {}
    for number, row in enumerate(table_rows(Path(__file__).parent / "data" / "opposites.tsv")):
        for left, cues in zip((True, False), row, strict=True):
            for cue in cues.split():
                first, _, second = cue.removeprefix("+").partition("_")
                head = "n't" if first == "n't." else first[:_HEAD]
                table.setdefault(head, []).append((first, second, cue.startswith("+"), Side(number, left)))
    return table
