"""Offers: a proposal while it is put together, and how the words for one are read off a deed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from summariser.engines.rules.clauses.circumstances import time_in
from summariser.engines.rules.clauses.deeds import Certainty, Deed, words_at_most
from summariser.engines.rules.clauses.issues import issue_of
from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.clauses.sayings import Saying
from summariser.engines.rules.tables.lexicon import ACTOR, TIME, words

__all__ = ["Offer", "asked_at", "certainty_of", "is_effort", "names_no_thing", "offer_of", "thing_of"]

_LEADING = re.compile(
    rf"^\s*(?:(?:on |at |in |late |early )?{TIME}\s+)?(?:instead\s+)?"
    r"(?:that|to be|\"?in principle\"?(?: (?:to|on))?|(?:the|an) idea of"
    r"|(?:calls?|appeals?|terms) for|suggestions? (?:for|of)|with|on|to)?\s*"
    rf"(?={ACTOR}|\w)",
    re.IGNORECASE,
)
_PUTS = re.compile(
    rf"\s*(?:instead )?(?:(?:(?:on|last|late|early|in) )?{TIME},? )?(?:that"
    r"|to (?!help|mediate|host|talk|meet|resign|assist|discuss|quit|explain|work|go|step)\w+ \w"
    r"|(?!nothing|being|having|anything|something)\w{3,}ing (?!to\b|for\b|and\b|by\b)\S+ \S)"
)
_NO_THING = re.compile(
    r"\W*(?:they|it|he|she|we|i|you|there|this|these|when|where|while|if|as|since|no|nothing|not|any|little|few|by"
    r"|only|saying|adding|arguing|which|who)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:(?!\b(?:that|which|who|whose)\b).)*\b(?:did|does|was|were|is|are|has|have|had|will|would|can|could|said)\b",
    re.DOTALL,
)
_THING = re.compile(rf"\b(?:{words('puttable')})\b", re.IGNORECASE)
_SUM = re.compile(
    r"[$£€]\s?\d|\b\d[\d.,]* (?:percent|pct|cents?"
    r"|(?:million|billion|mln|bln)?\s?(?:dollars|dlrs|euros|pounds|crowns|francs))\b"
)

_EFFORT = re.compile(
    r"\bbid to (?!(?:buy|acquire|take over|merge|purchase|build|run)\b|[$£€]?\d)|^(?:it|them|him|her) to "
    r"|(?:^|\bto )(?:end|break|resolve|settle|solve|overcome|defuse|avert|heal) (?:the |an? |its "
    r"|their )(?:[\w-]+ ){0,2}?"
    r"(?:deadlock|row|dispute|impasse|stalemate|conflict|war|crisis|stand-?off|strike|quarrel|feud|rift)\b"
    r"|\bon (?:hold|ice)\b|\b(?:judgment|ruling|verdict|injunction|lawsuit)\b"
)
"""No proposal: "a bid to end the row", "wants it to go", "asked the court to review the judgment"."""


_HOPED_FOR = re.compile(rf"(?:an?|the|some|any|no) (?:[\w-]+ ){{0,3}}(?:{words('hoped_for')})$")
"""No proposal either: "wants a good deal"."""
_ASKED = re.compile(rf"(?:the |an? )?{ACTOR}, (?:which|who) [^;.]{{3,160}}?, (?P<what>to \w+ \S)")
_OPENING = 60
"""Characters of a wording that tell what it is about."""


@dataclass(slots=True)
class Offer:
    """A proposal while it is put together; parties are keys of figures."""

    content: str
    issue: str
    by: list[str]
    to: list[str]
    status: str
    line: Line
    when: str | None = None
    where: str | None = None
    saying: Saying | None = None
    certainty: Certainty = "asserted"
    answers: dict[str, str] = field(default_factory=dict)
    numbers: list[int] = field(default_factory=list)


def _content(deed: Deed) -> tuple[str, int]:
    """Return the wording of what a verb governs, and where it begins in the marked text."""
    lead = _LEADING.match(deed.object)
    given = (
        re.match(rf"\s*(?:to )?(?:the )?(?:\w+ )?(?:{ACTOR}|creditors|banks|shareholders) (?=an? |\d|\$)", deed.object)
        if deed.act == "propose"
        else None
    )
    start = deed.end + (given.end() if given else lead.end() if lead else 0)  # "offered X a freeze"
    return words_at_most(deed.line.text_of(start, deed.stop), 40), start


def names_no_thing(wording: str) -> bool:
    """Return whether a wording begins as a clause or a denial does ("they might …", "no details"), not as a thing."""
    return _NO_THING.match(wording) is not None or _CLAUSE.match(wording) is not None


def is_effort(wording: str) -> bool:
    """Return whether a wording tells what somebody tries, hopes for or asks of a court, and puts nothing to anybody."""
    return _EFFORT.search(wording[:_OPENING]) is not None or _HOPED_FOR.match(wording.lower()) is not None


def asked_at(line: Line, start: int) -> int:
    """Return where begins what is called for at `start`: behind those who are to do it, where an aside tells of them.

    "called for the group, which meets today, to press for a truce": a truce is put, not the group.
    """
    asked = _ASKED.match(line.marked, start)
    return asked.start("what") if asked else start


def certainty_of(saying: Saying | None, keys: Iterable[str]) -> Certainty:
    """Return how firmly a claim stands: in the article's voice, by its own party, by another, by nobody named."""
    if saying is None:
        return "asserted"
    if saying.unnamed:
        return "unnamed"
    return "asserted" if set(saying.keys) & set(keys) else "reported"


def offer_of(deed: Deed, saying: Saying | None, status: str, by: Iterable[str]) -> Offer | None:
    """Return the proposal that a deed's object words, or None where it words none."""
    content, start = _content(deed)
    issue = _issue(deed, content)
    if not issue or (len(content.split()) < 2 and not content[:1].isdigit()) or names_no_thing(content):
        return None
    by = list(by)
    return Offer(
        content,
        issue,
        by,
        _addressed(deed, start, by),
        status,
        deed.line,
        when=time_in(deed.line, deed.start, deed.stop),
        saying=saying,
        certainty=certainty_of(saying, by),
        numbers=[deed.line.number],
    )


def _issue(deed: Deed, content: str) -> str | None:
    """Return what is proposed; of a plan or an offer whose words tell nothing better, that it is something else."""
    issue = issue_of(content)
    if issue:
        return issue
    if _SUM.search(content) or (deed.act == "propose" and re.match(r"[$£€]?\d", content)):
        return "price_or_payment"
    proposes = deed.act == "propose" and _PUTS.match(deed.object) is not None
    proposes = proposes or (deed.act == "appeal" and len(content.split()) >= 2)
    return "other" if proposes or thing_of(" ".join(content.split()[:5])) else None


def thing_of(wording: str) -> str | None:
    """Return the word for what can be put to somebody ("plan", "offer") in a wording, in lower case."""
    match = _THING.search(wording)
    return match[0].lower() if match else None


def _addressed(deed: Deed, start: int, by: list[str]) -> list[str]:
    """Return to whom a proposal is put: "offered X …", "… to X", "a ceasefire by X"."""
    marked = deed.line.marked
    first = re.match(rf"\s*(?:the |an? |its |their )?({ACTOR})\s(?!and\b)", marked[deed.end : deed.stop])
    found = re.findall(rf"\b(?:to|by) (?:the |its |their )?({ACTOR})", marked[start : deed.stop])
    chars = [*([first[1]] if first else []), *found]
    return list(
        dict.fromkeys(
            deed.line.keys[char] for char in chars if char in deed.line.keys and deed.line.keys[char] not in by
        )
    )
