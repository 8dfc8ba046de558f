"""Time and place of a clause: expressions that stand in it and do not tell when something was said."""

from __future__ import annotations

import re

from summariser.engines.rules.lexicon import PLACE, TIME, words
from summariser.engines.rules.marking import Line

__all__ = ["place_in", "time_in"]


def time_in(line: Line, start: int, end: int) -> str | None:
    """Return the first time in the span, verbatim; not one that belongs to a verb of speech ("said on Thursday")."""
    for match in re.finditer(TIME, line.marked[start:end]):
        before = line.marked[: start + match.start()]
        if not re.search(rf"\b(?:{words('says')}|interview)(?: (?:on|in|late|early))? ?$", before):
            return line.times[match[0]]
    return None


def place_in(line: Line, start: int, end: int) -> str | None:
    """Return the first place that the span says something is in, verbatim."""
    match = re.search(rf"\b(?:in|at) (?:the )?({PLACE})", line.marked[start:end])
    return line.mentions[match[1]].name if match else None
