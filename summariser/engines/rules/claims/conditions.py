"""Conditions: demands, commitments with what they hang on, deadlines, consents that the law asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from summariser.engines.rules.claims.ledger import Ledger
from summariser.engines.rules.claims.proposals.offers import certainty_of, names_no_thing
from summariser.engines.rules.claims.stipulations import Term, stipulated
from summariser.engines.rules.clauses.deeds import Deed, words_at_most
from summariser.engines.rules.clauses.discourse import Discourse
from summariser.engines.rules.clauses.issues import issue_of
from summariser.engines.rules.clauses.sayings import Saying
from summariser.engines.rules.tables.lexicon import ACTOR, TIME, words

__all__ = ["Term", "terms_of"]

_TAIL = re.compile(rf"[,\s]+(?P<link>{words('preconditions')})\s+(?P<what>.+)$", re.IGNORECASE)


def terms_of(scene: Discourse, ledger: Ledger) -> list[Term]:
    """Return the conditions that the sentences state."""
    terms: list[Term] = []
    for deed in chain.from_iterable(scene.deeds.values()):
        if not deed.denied and not deed.hypothetical:
            terms.extend(_from_deed(deed, scene.saying(deed.line, deed.start)))
    for line in scene.lines:
        told = [term.requirement for term in terms if term.line is line]
        found = stipulated(line, scene)
        terms.extend(
            term for term in found if not any(term.requirement in one or one in term.requirement for one in told)
        )
    for term in terms:
        ledger.note(term.set_by, "negotiating_party", term.line.number)
        ledger.claimed.update(term.set_by)
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
    if (
        not names_no_thing(requirement.removeprefix("not to "))
        and len(requirement.split()) >= 2
        and not deed.verb.startswith(("seek", "sought"))
    ):
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
    if not match or (deed.verb.startswith("ask") and "whether" in deed.object) or deed.verb.startswith("warn"):
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
    timed = re.match(
        rf"\s*(?:(?:in|on|last|late|early) )?(?:the )?(?:{TIME}|spring|summer|autumn|fall|winter)(?= to\b)", governed
    )
    governed = governed[timed.end() :] if timed else governed
    if deed.act == "commit" and not re.match(r"\s*(?:not )?to\b", governed):
        return
    line = deed.line
    tail = _TAIL.search(line.marked, deed.end, deed.stop)
    stop = tail.start() if tail else deed.stop
    lead = re.match(r"\s*(?:to\s)?", governed)
    start = deed.end + (timed.end() if timed else 0) + (lead.end() if lead else 0)
    requirement = words_at_most(line.text_of(start, stop), 40)
    if (
        (deed.act != "commit" and not issue_of(requirement))
        or len(requirement.split()) < 3
        or names_no_thing(requirement.removeprefix("not to "))
    ):
        return
    if len(keys) > 1 and not tail:
        return  # what several agree on binds none of them alone
    certainty = certainty_of(saying, keys)
    # "agreed to the text" promises nothing.
    if deed.act != "agree" or not re.match(rf"\s*(?:to\s)?(?:the|an?|its|their|{ACTOR})(?=\W)", governed + " "):
        yield Term("commitment", requirement, keys, keys, "pending", line, saying, certainty)
    if tail and tail["link"].lower() not in {"until", "once"} | (
        {"following"} if TIME[1] in tail["what"][:2] else set()
    ):
        what = words_at_most(line.text_of(tail.start("what"), deed.stop), 40)
        if len(what.split()) >= 2:
            others = [key for key in line.keys_in(tail.start("what"), deed.stop) if key not in keys]
            yield Term("precondition", what, keys, others, "unknown", line, saying, certainty)
