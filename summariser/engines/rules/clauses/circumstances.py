"""Time and place of a clause: expressions that stand in it and do not tell when something was said."""

from __future__ import annotations

import re

from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.tables.lexicon import PLACE, TIME, word_set

__all__ = ["place_in", "time_in"]

# What a proposal is about has times of its own: "a rise, starting on April 1".
_WITHIN = re.compile(
    r"\b(?:starting|beginning|from|until|till|before|after|since|by|expir\w+) (?:on )?$", re.IGNORECASE
)
_LAST_WORD = re.compile(r"\b(\w+)(?: (?:on|in|late|early))? ?$")


def time_in(line: Line, start: int, end: int) -> str | None:
    """Return the first time in the span, verbatim; not one that belongs to a verb of speech ("said on Thursday")."""
    for match in re.finditer(TIME, line.marked[start:end]):
        before = line.marked[: start + match.start()]
        if _WITHIN.search(before):
            continue
        told = _LAST_WORD.search(before)
        if not told or told[1].lower() not in word_set("says") | {"interview"}:
            return line.times[match[0]]
    return None


def place_in(line: Line, start: int, end: int) -> str | None:
    """Return the first place that the span says something is in, verbatim."""
    match = re.search(rf"\b(?:in|at) (?:the )?({PLACE})", line.marked[start:end])
    return line.mentions[match[1]].name if match else None
