"""Happenings: an event while it is put together, the clause that tells it, and how real that clause makes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from summariser.engines.rules.clauses.boundaries import clause_stop
from summariser.engines.rules.clauses.circumstances import place_in, time_in
from summariser.engines.rules.clauses.deeds import aux_before, is_denied
from summariser.engines.rules.clauses.discourse import Discourse
from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.clauses.sayings import Saying
from summariser.engines.rules.tables.lexicon import ACTOR, TIME, words

__all__ = [
    "FORECAST",
    "Clause",
    "Happening",
    "event_start",
    "event_stop",
    "factuality_of",
    "happening_in",
    "told_again",
]

FORECAST = re.compile(r"\b(?:expected|likely) to\b")
"""Makes what is planned expected: nobody has said that it will be."""

_FUTURE = re.compile(
    r"\b(?:will|to be|is to|are to|plans? to|due to|set to|scheduled to|expected to|agreed to)\b", re.IGNORECASE
)
_UNSURE = re.compile(rf"\b(?:{words('unsure')})\s+(?:\w+\s){{0,2}}$", re.IGNORECASE)
_START = re.compile(
    rf"[;\"] ?|:(?!\d) ?|, (?:but|and|while|although|saying|after|when|which|who)\s|\b(?:{words('clause_starts')})\s",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:which|who|when|after|before|during|as|while|although|whereas|because)\s$", re.IGNORECASE
)
_AIM = re.compile(r"\b(?:aim|hope|want|intend|seek|try|tri|wish)\w* to (?:\w+ )?$", re.IGNORECASE)
_NOTHING = re.compile(r"(?:no|neither|nobody|none|nothing|not)\b", re.IGNORECASE)
_OVERTAKEN = re.compile(
    r"\b(?:originally|had been due|were due|was due|had been scheduled|were to have)\b", re.IGNORECASE
)


@dataclass(slots=True)
class Happening:
    """An event while it is put together; participants are keys of figures."""

    kind: str
    what: str
    participants: list[str]
    when: str | None
    where: str | None
    factuality: str
    line: Line
    of_both: bool = False
    """Whether "the delegations", "the two sides" take part: the negotiating parties, unnamed."""


class Clause(NamedTuple):
    """Where a marked sentence tells an event: from where to where, and where in between the verb begins."""

    start: int
    stop: int
    verb: int


def happening_in(line: Line, scene: Discourse, clause: Clause, *, kind: str, what: str, factuality: str) -> Happening:
    """Return the event of a clause: with whom it mentions, or else its subject, and with its time and place."""
    start, stop, verb = clause
    subject = scene.subject_at(line, verb)
    acting = list(subject.keys if subject else ())
    company = line.small.find(" with ", start, stop) if kind == "withdrawal_from_talks" else -1
    left = company < 0 or acting or line.keys_in(start, company)  # who is left has not withdrawn
    return Happening(
        kind,
        what,
        (line.keys_in(start, stop) if left else []) or acting,
        time_in(line, start, stop) or _time_before(line, start),
        place_in(line, start, stop),
        factuality,
        line,
        kind == "meeting",
    )


def told_again(one: Happening, other: Happening) -> bool:
    """Return whether two tell of one event: the same words, or the same kind, people, time and place."""
    if one.what.lower() == other.what.lower():
        return True
    alike = (
        one.kind == other.kind
        and set(one.participants) == set(other.participants)
        and one.factuality == other.factuality
    )
    return alike and (one.when or other.when) == other.when and (one.where or other.where) == other.where


def event_start(marked: str, at: int, saying: Saying | None) -> int:
    """Return where the clause begins that tells what the words at `at` do."""
    start = 0
    for opening in _START.finditer(marked, 0, at):
        comma = marked.rfind(", ", opening.end(), at)
        if comma < 0 or not _SUBORDINATE.search(opening[0]):
            start = opening.end()
        elif opening.start() == 0:
            start = comma + 2  # "After the vote, the union marched"; "the union, which had voted, marched" goes on
    if saying and saying.end <= at:
        said = re.match(
            r"(?:\s\S+){0,5}?\s(?:said|says|say|told \S+|added|confirmed|announced)\s(?:that\s)?",
            marked[saying.end : at + 1],
        )
        start = max(start, saying.end + said.end()) if said else start
    lead = re.match(r"(?:and|but|then|also)\s", marked[start:at], re.IGNORECASE)
    return min(start + (lead.end() if lead else 0), at)


def event_stop(small: str, at: int) -> int:
    """Return where the clause stops that tells what the words before `at` do."""
    stop = clause_stop(small, at)
    aside = small.find(", with ", at, stop)
    return aside if aside > 0 else stop


def _time_before(line: Line, start: int) -> str | None:
    """Return the time that a clause with "when" tells more of: "in June, when X walked out"."""
    found = re.search(rf"({TIME}), when (?:the )?$", line.marked[:start])
    return line.times[found[1]] if found else None


def factuality_of(marked: str, start: int, verb: tuple[int, int], told: str = "-") -> str | None:
    """Return how real an event is by the words before its verb, or None where nothing is said to happen.

    `told` is what the words of the verb tell by themselves, "-" where only its tense does.
    """
    at, end = verb
    if re.match(r"(?:since|when|until|once) ", marked[start:], re.IGNORECASE):
        return None
    aux = aux_before(marked[start:at])
    before, within = marked[max(0, start - 30) : at], aux + marked[at:end]
    if told == "planned" and re.search(rf"\b(?:{words('says')})\b", marked[:at]):
        within = re.sub(r"\bwould\b", "will", within)  # "X said they would meet"
    if is_denied(re.sub(r"\bfailed\b", "", within)) or is_denied(marked[max(start, at - 25) : at]):
        return None
    if _AIM.search(marked[max(start, at - 30) : at]) or _OVERTAKEN.search(within) or _NOTHING.match(marked, start):
        return None
    if re.search(r"\bdenied (?:that |having )?", before):
        return "denied"
    if _UNSURE.search(marked[:at]) or re.search(r"\b(?:would|could|may|might|should|if|unless)\b", within):
        return None
    if re.search(r"\b(?:if|unless|whether)\b[^,]*$", marked[:at], re.IGNORECASE):
        return None
    if _FUTURE.search(within):
        return "planned"
    if re.search(r"\b(?:accus\w+|alleg\w+)\b", marked[:at]):
        return "alleged"
    return "ongoing" if re.search(rf"{ACTOR} (?:is|are) (?:\w+ )?\w+ing\b", within) else "happened"
