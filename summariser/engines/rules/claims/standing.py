"""Where the process stands: stage, direction, what comes next."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from summariser.engines.rules.claims.agenda import is_elsewhere, next_steps_of
from summariser.engines.rules.claims.happening import Happening
from summariser.engines.rules.clauses.deeds import is_denied, words_at_most
from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.tables.lexicon import TIME, words

__all__ = ["Standing", "standing_of"]

_UNSURE = re.compile(rf"\b(?:{words('unsettled')})\b[^,;]{{0,30}}$", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:earlier|previous(?:ly)?|last (?:year|month)|years? ago|months? ago|former|since|when|under"
    rf"|in (?:19|20)\d\d)\b|\bin {TIME}",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad\b", re.IGNORECASE)
_SAYS = re.compile(rf"\b(?:{words('says')})\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|should|could|might|may)\b[^,;]{0,40}$", re.IGNORECASE)
_SURE = 1.5
"""Weight from which a stage is believed: what the opening says outright, or what is said twice and clearly."""
_LONG_AGO = 0.3
"""What a sentence about the past weighs of what it would."""
_AT_WORK = "under_way"
_BOTH_WAYS = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """The stage and the direction, with the sentence that tells, and what is said to come next."""

    stage: str
    direction: str
    line: Line
    summary: str
    next_steps: list[str]


def standing_of(lines: list[Line], happenings: list[Happening], talk_about: tuple[int, ...]) -> Standing:
    """Return the stage that the sentences speak for most; the opening weighs more, the past less.

    Where none is told for sure the process is under way: that is what most news of a negotiation reports.
    """
    votes: Counter[str] = Counter()
    best: dict[str, tuple[float, Line, str]] = {}
    for index, line in enumerate(lines):
        for (stage, direction, strength), pattern in line.rows("stages"):
            match = pattern.search(line.coded)
            quoted = match and line.is_quoted(match.start())
            if not match or quoted or _taken_back(line.marked, match, stage):
                continue
            weight = float(strength) * _weight_at(index) * (_LONG_AGO if _is_past(line, match.end(), stage) else 1.0)
            votes[stage] += 1
            if stage not in best or weight > best[stage][0]:
                best[stage] = (weight, line, direction)
    planned = [h.what for h in happenings if h.factuality in {"planned", "expected"} and not is_elsewhere(h.line)]
    next_steps = list(dict.fromkeys([*next_steps_of(lines), *planned[:2]]))[:4]
    stage = max(best, key=lambda name: (best[name][0] + 0.25 * min(votes[name], 4), best[name][0]), default=_AT_WORK)
    if stage not in best or best[stage][0] < _SURE:
        number = talk_about[0] if talk_about else 1
        line = best[_AT_WORK][1] if _AT_WORK in best else next(line for line in lines if line.number == number)
        return Standing(_AT_WORK, _direction(lines), line, _wording(line), next_steps)
    _, line, direction = best[stage]
    direction = _direction(lines) if direction == "as told" else direction
    return Standing(stage, direction, line, _wording(line), next_steps)


def _is_past(line: Line, end: int, stage: str) -> bool:
    """Whether words tell of what lies behind the news: "had agreed", but not in reported speech.

    What is carried out is so "under" a deal or "since" it.
    """
    told = line.marked[:end]
    if stage != "in_implementation" and _PAST.search(told):
        return True
    return _HAD.search(told) is not None and not _SAYS.search(line.marked)


def _weight_at(index: int) -> float:
    return 3.0 if index < 2 else 2.0 if index < 5 else 1.0


def _direction(lines: list[Line]) -> str:
    """Return where it moves, by the sentences that tell of steps forward and of steps back."""
    told = [{way for (way,), pattern in line.rows("directions") if pattern.search(line.coded)} for line in lines]
    steps = Counter(way for ways in told for way in ways)
    forward, back = steps["forward"], steps["back"]
    opens = "forward" in told[0] and not back
    if opens or (forward >= _BOTH_WAYS and forward > 2 * back):
        return "advancing"
    return "mixed" if forward and back and abs(forward - back) <= _BOTH_WAYS else "unchanged"


def _taken_back(marked: str, match: re.Match[str], stage: str) -> bool:
    before = marked[max(0, match.start() - 60) : match.start()]
    if stage in {"exploratory_contacts", "pre_negotiation", "stalled", _AT_WORK}:
        return is_denied(before[-25:]) or (stage == "stalled" and _IF.search(before) is not None)
    return is_denied(before[-40:]) or _UNSURE.search(before) is not None or re.search(r"\bto $", before) is not None


def _wording(line: Line) -> str:
    return words_at_most(line.text_of(0, len(line.marked)), 50)
