"""The agenda: what the article says comes next."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summariser.engines.rules.clauses.boundaries import clause_stop, overlaps
from summariser.engines.rules.clauses.deeds import is_denied, words_at_most
from summariser.engines.rules.clauses.marking import Line

__all__ = ["is_elsewhere", "next_steps_of"]

_OPENS = re.compile(r"\b(?:sa(?:id|ys)|told \S+|that|but|while|although|because)\s(?:that )?|[;:]\s|, and ")
_NOT_SURE = re.compile(r"\b(?:if|unless|whether|were to|would not|will not|never)\b")
_ELSEWHERE = re.compile(r"(?:separately|meanwhile|elsewhere|in a separate)\b|[^,]{1,25}, meanwhile,")
_MOST = 4
_LEAST_WORDS = 4


def next_steps_of(lines: Iterable[Line]) -> list[str]:
    """Return the clauses that tell what comes next, in the article's words and order, at most four."""
    steps = (step for line in lines if not is_elsewhere(line) for step in _steps_in(line))
    return list(dict.fromkeys(steps))[:_MOST]


def is_elsewhere(line: Line) -> bool:
    """Return whether a sentence says that it turns to another matter: "Separately, …", "In Xville, meanwhile, …"."""
    return _ELSEWHERE.match(line.small) is not None


def _steps_in(line: Line) -> list[str]:
    taken: list[tuple[int, int]] = []
    for _, pattern in line.rows("next_steps"):
        for match in pattern.finditer(line.coded):
            start = max((opening.end() for opening in _OPENS.finditer(line.small, 0, match.start())), default=0)
            stop = clause_stop(line.small, match.end())
            clause = line.small[start:stop]
            known = overlaps(start, stop, taken)
            quoted = line.is_quoted(match.start())
            if known or quoted or _NOT_SURE.search(clause) or is_denied(clause[: match.start() - start][-25:]):
                continue
            if clause.count(" ") >= _LEAST_WORDS - 1:
                taken.append((start, stop))
    return [words_at_most(line.text_of(start, stop), 40) for start, stop in sorted(taken)]
