"""Conditions: demands, commitments with what they hang on, deadlines, consents that the law asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summariser.engines.rules.clauses import Certainty, Deed, Saying, clause_end, words_at_most
from summariser.engines.rules.ledger import Ledger
from summariser.engines.rules.lexicon import ACTOR, TIME, issue_of, words
from summariser.engines.rules.marking import Line
from summariser.engines.rules.proposals import certainty_of

__all__ = ["Term", "terms_of"]

_TAIL = re.compile(rf"[,\s]+(?P<link>{words('preconditions')})\s+(?P<what>.+)$", re.IGNORECASE)
_CONSENT = re.compile(
    rf"\b(?:subject to|requires?|needs?|pending|conditional on)\s(?P<what>(?:the |a |an |final |further |\w+ly )*(?:(?:{ACTOR}|\w+)(?:'s)?(?: and \w+)? ){{0,3}}?"
    rf"(?:approval|consent|ratification|clearance|completion of [^,;.\"]{{3,80}}\\b|signing of [^,;.\"]{{3,60}}\\b|definitive agreement)(?: (?:by|of|from) [^,;.\"]{{3,80}}\\b)?)",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    rf"\b(?P<what>(?:an? |the |its |their )?(?:{TIME} )?deadline (?:of|for|to|on|set) [^,;.]+)", re.IGNORECASE
)
_COMMIT = re.compile(rf"^\s*(?:on |that )?(?:to )?\w", re.IGNORECASE)
_REFUSAL = re.compile(
    rf"(?P<who>{ACTOR}) (?:\w+ )?(?:(?:said|says) (?:it|they|he|she) )?(?P<what>(?:will|would) (?:not|never) (?:attend|negotiate|talk|accept|sign|join|return|meet|agree|recognise|recognize|stop|lift|release|withdraw|take part)[^;.]*?) (?P<link>unless|until|before|without) (?P<first>[^;.,]+)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Term:
    """A condition while it is put together; parties are keys of figures."""

    kind: str
    requirement: str
    set_by: list[str]
    binds: list[str]
    state: str
    line: Line
    saying: Saying | None
    certainty: Certainty


def terms_of(
    lines: Iterable[Line], deeds: Iterable[Deed], sayings: dict[int, Saying | None], ledger: Ledger
) -> list[Term]:
    """Return the conditions that the sentences state."""
    terms: list[Term] = []
    for deed in deeds:
        if not deed.denied and not deed.hypothetical:
            terms.extend(_from_deed(deed, sayings[deed.line.number]))
    for line in lines:
        terms.extend(_from_line(line, sayings[line.number]))
    for term in terms:
        ledger.note(term.set_by, "negotiating_party", term.line.number)
    return terms


def _from_deed(deed: Deed, saying: Saying | None) -> Iterator[Term]:
    keys = list(deed.subject.keys) if deed.subject else []
    if not keys or deed.passive:
        return
    if deed.act == "demand":
        yield from _demand(deed, saying, keys)
    elif deed.act == "call_on":
        yield from _call_on(deed, saying, keys)
    elif deed.act in {"commit", "agree"}:
        yield from _commitment(deed, saying, keys)


def _demand(deed: Deed, saying: Saying | None, keys: list[str]) -> Iterator[Term]:
    lead = re.match(r"\s*(?:that\s)?", deed.object)
    start = deed.end + (lead.end() if lead else 0)
    requirement = words_at_most(deed.line.text_of(start, deed.stop), 40)
    if issue_of(requirement) and len(requirement.split()) >= 2 and not deed.verb.startswith(("seek", "sought")):
        who = re.match(rf"\s*that (?:the )?({ACTOR})", deed.object)
        binds = [deed.line.keys[who[1]]] if who and who[1] in deed.line.keys else []
        binds = [key for key in binds if key not in keys]
        yield Term("demand", requirement, keys, binds, "unknown", deed.line, saying, certainty_of(saying, keys))


def _call_on(deed: Deed, saying: Saying | None, keys: list[str]) -> Iterator[Term]:
    """Read "X called on Y to do Z"."""
    match = re.match(
        rf"\s*(?:the |both |all )?(?P<who>{ACTOR}(?:(?:,? and |, )(?:the )?{ACTOR})*) (?P<what>(?:not )?to .+)$",
        deed.object,
    )
    if not match or deed.verb.startswith("ask") and "whether" in deed.object or deed.verb.startswith("warn"):
        return
    start = deed.end + match.start("what")
    requirement = words_at_most(deed.line.text_of(start, deed.stop), 40)
    binds = [
        key for key in deed.line.keys_in(deed.end + match.start("who"), deed.end + match.end("who")) if key not in keys
    ]
    if binds and issue_of(requirement):
        yield Term("demand", requirement, keys, binds, "unknown", deed.line, saying, certainty_of(saying, keys))


def _commitment(deed: Deed, saying: Saying | None, keys: list[str]) -> Iterator[Term]:
    """Read "X agreed to Y (if, once, following Z)": a commitment to Y, and Z as its precondition."""
    governed = deed.object
    if deed.act == "agree" and not re.search(r"\bto$", deed.verb) and not re.match(r"\s*to\b", governed):
        return
    if deed.act == "commit" and not re.match(r"\s*(?:not )?to\b", governed):
        return
    line = deed.line
    tail = _TAIL.search(line.marked, deed.end, deed.stop)
    stop = tail.start() if tail else deed.stop
    lead = re.match(r"\s*(?:to\s)?", governed)
    start = deed.end + (lead.end() if lead else 0)
    requirement = words_at_most(line.text_of(start, stop), 40)
    if not issue_of(requirement) or len(requirement.split()) < 2 or (len(keys) > 1 and not tail):
        return
    certainty = certainty_of(saying, keys)
    yield Term("commitment", requirement, keys, keys, "pending", line, saying, certainty)
    if tail and tail["link"].lower() not in {"until", "once"} | (
        {"following"} if TIME[1] in tail["what"][:2] else set()
    ):
        what = words_at_most(line.text_of(tail.start("what"), deed.stop), 40)
        if len(what.split()) >= 2:
            others = [key for key in line.keys_in(tail.start("what"), deed.stop) if key not in keys]
            yield Term("precondition", what, keys, others, "unknown", line, saying, certainty)


def _from_line(line: Line, saying: Saying | None) -> Iterator[Term]:
    for match in _CONSENT.finditer(line.marked):
        if not re.search(r"\b(?:not|no longer|n't)\s*$", line.marked[: match.start()]):
            what = words_at_most(line.text_of(*match.span("what")), 40)
            if len(what.split()) >= 3:
                yield Term("legal_requirement", what, [], [], "pending", line, saying, certainty_of(saying, []))
    for match in _REFUSAL.finditer(line.marked):
        who = line.keys.get(match["who"])
        if who:
            end = clause_end().search(line.marked, match.end())
            first = words_at_most(line.text_of(match.start("first"), end.start() if end else match.end()), 40)
            yield Term("precondition", first, [who], [], "unmet", line, saying, certainty_of(saying, [who]))
    yield from _offers_that_hang(line, saying)
    if match := _DEADLINE.search(line.marked):
        what = words_at_most(line.text_of(*match.span("what")), 40)
        yield Term("deadline", what, [], [], "unknown", line, saying, certainty_of(saying, []))


_INTACT = re.compile(
    rf"\b(?:offer|proposal|deal|ceasefire|truce|agreement|commitment)s? (?:was|were|is|are|would be|will be|remains?|remained) (?:still )?(?:intact|valid|on the table|open|possible)\b[^;.]*?\b(?:if|provided|on condition that|as long as) (?P<what>(?:the )?(?P<who>{ACTOR}) [^;.,]+)",
    re.IGNORECASE,
)


def _offers_that_hang(line: Line, saying: Saying | None) -> Iterator[Term]:
    """Read "the offer is still on the table if X does Y": a precondition set by who says so."""
    match = _INTACT.search(line.marked)
    if match and saying and saying.keys:
        bound = line.keys.get(match["who"])
        what = words_at_most(line.text_of(*match.span("what")), 40)
        binds = [bound] if bound and bound not in saying.keys else []
        yield Term("precondition", what, list(saying.keys)[:1], binds, "pending", line, saying, "asserted")
