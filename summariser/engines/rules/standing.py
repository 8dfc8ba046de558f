"""Where the process stands: stage, direction, what comes next."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from summariser.engines.rules.clauses import is_denied, words_at_most
from summariser.engines.rules.events import Happening
from summariser.engines.rules.lexicon import words
from summariser.engines.rules.marking import Line
from summariser.engines.rules.patterns import patterns

__all__ = ["Standing", "standing_of"]

_UNSURE = re.compile(rf"\b(?:{words('unsettled')})\b[^,;]{{0,30}}$", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:earlier|previous(?:ly)?|last (?:year|month)|years? ago|months? ago|former|since|when|under"
    r"|in (?:19|20)\d\d|had)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """The stage and the direction, with the sentence that tells, and what is said to come next."""

    stage: str
    direction: str
    line: Line
    summary: str
    next_steps: list[str]


def standing_of(lines: list[Line], happenings: list[Happening], talk_about: tuple[int, ...]) -> Standing:
    """Return the stage that the sentences speak for most; the opening weighs more, the past less."""
    votes: Counter[str] = Counter()
    best: dict[str, tuple[float, Line, str]] = {}
    for index, line in enumerate(lines):
        for (stage, direction, strength), pattern in patterns("stages"):
            match = pattern.search(line.coded)
            quoted = match and line.small.count('"', 0, match.start()) % 2
            if not match or quoted or _taken_back(line.marked, match, stage):
                continue
            weight = (
                float(strength)
                * (3.0 if index < 2 else 2.0 if index < 5 else 1.0)
                * (0.3 if _PAST.search(line.marked[: match.end()]) else 1.0)
            )
            if weight < 0.4:
                continue
            votes[stage] += 1
            if stage not in best or weight > best[stage][0]:
                best[stage] = (weight, line, direction)
    next_steps = [h.what for h in happenings if h.factuality == "planned"][:3]
    if not best:
        number = talk_about[0] if talk_about else 1
        line = next((line for line in lines if line.number == number), lines[0])
        return Standing("unclear", "unclear", line, _wording(line), next_steps)
    stage = max(best, key=lambda name: (best[name][0] + 0.5 * min(votes[name], 4), best[name][0]))
    _, line, direction = best[stage]
    return Standing(stage, direction, line, _wording(line), next_steps)


def _taken_back(marked: str, match: re.Match[str], stage: str) -> bool:
    before = marked[max(0, match.start() - 60) : match.start()]
    if stage in {"exploratory_contacts", "pre_negotiation", "stalled"}:
        return is_denied(before[-25:])
    return is_denied(before[-40:]) or _UNSURE.search(before) is not None or re.search(r"\bto $", before) is not None


def _wording(line: Line) -> str:
    return words_at_most(line.text_of(0, len(line.marked)), 50)
