"""Answers: who accepted and who rejected what has been put, and who put it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summariser.engines.rules.circumstances import time_in
from summariser.engines.rules.clauses import Deed, is_denied
from summariser.engines.rules.discourse import Discourse
from summariser.engines.rules.lexicon import ACTOR, words
from summariser.engines.rules.marking import Line
from summariser.engines.rules.offers import Offer, certainty_of, offer_of, thing_of
from summariser.engines.rules.patterns import pattern, patterns
from summariser.engines.rules.sayings import Saying

__all__ = ["answered", "enter_answer", "is_bare", "note_maker", "respond"]

_BARE = re.compile(
    r"^\s*(?:the|that|this|its|their|his|her|any|such an?|an?|'s|\s)*"
    r"(?:(?:latest|final|new|revised|raised|peace|takeover|initial|[\w-]+(?= (?:figure|text|terms|point)s?\b)) )*"
    r"(?:offer|proposal|plan|suggestion|bid|idea|terms|demand|it|approach|figure|text|paper|fee)s?"
    r"\s*(?:as\b.*|in .*)?$",
    re.IGNORECASE,
)
_OPEN = frozenset({"proposed", "accepted", "rejected", "partly_accepted", "under_discussion", "countered"})
_NEAR = 4
_FAR = 8


def answered(deed: Deed, saying: Saying | None, offers: list[Offer]) -> Offer | None:
    """Read "X rejected Y": an answer to the last proposal where Y is "the offer", else a proposal of its own."""
    answer = "rejected" if deed.act == "reject" else "accepted"
    if deed.future or not deed.subject or not deed.subject.keys or deed.passive:
        return None
    if is_bare(deed.object):
        _answer_open(deed, answer, offers)
        return None
    if re.match(r"\s*(?:to|that|it|how|what|why|as|none|nothing|no|any|little)\b", deed.object) or (
        deed.act == "accept" and deed.verb.startswith("back")
    ):
        return None
    makers = [key for key in _makers(deed) if key not in deed.subject.keys]
    offer = offer_of(deed, saying, answer, makers)
    if not offer or not thing_of(deed.object):
        return None
    offer.to = [key for key in deed.subject.keys if key not in makers] if makers else []
    offer.answers = dict.fromkeys(deed.subject.keys, answer)
    offer.certainty = certainty_of(saying, [*makers, *deed.subject.keys])
    return offer


def is_bare(governed: str) -> bool:
    """Return whether what a verb governs is "the offer", "the deficit figure": words for something told before."""
    return _BARE.match(governed) is not None


def _makers(deed: Deed) -> list[str]:
    """Return whose proposal it is: "X's plan", "a plan by X", "a Xish plan"."""
    found = re.findall(
        rf"({ACTOR})'s? \w|({ACTOR}) (?:\w+ ){{0,2}}?(?:{words('of_makers')})\b"
        rf"|\b(?:by|from) (?:the |\w+ ){{0,2}}({ACTOR})",
        deed.object,
    )
    return [deed.line.keys[char] for chars in found for char in chars if char in deed.line.keys]


def _answer_open(deed: Deed, answer: str, offers: list[Offer]) -> None:
    keys = deed.subject.keys if deed.subject else ()
    enter_answer(keys, answer, deed.line, offers)


def enter_answer(keys: Iterable[str], answer: str, line: Line, offers: list[Offer]) -> None:
    """Enter an answer to the last proposal of somebody else that stands near, and what becomes of it by its answers."""
    keys = list(keys)
    known = next((o for o in reversed(offers) if not set(o.by) & set(keys) and o.status in _OPEN), None)
    if not keys or not known or line.number - known.numbers[-1] > _NEAR:
        return
    known.answers.update(dict.fromkeys(keys, answer))
    known.status = _fate(list(known.answers.values()))
    known.to = list(dict.fromkeys([*known.to, *(key for key in keys if key not in known.by)])) if known.to else known.to
    known.numbers = list(dict.fromkeys([*known.numbers, line.number]))[:4]


def _fate(answers: list[str]) -> str:
    """Return the status of a proposal with these answers: in part accepted, where some say yes and others no."""
    told = set(answers)
    if told == {"accepted", "rejected"}:
        return "partly_accepted"
    if len(told) == 1 and not told & {"conditional", "considering"}:
        return answers[0]
    return "partly_accepted" if {"accepted", "rejected"} <= told else "under_discussion"


def respond(line: Line, scene: Discourse, offers: list[Offer]) -> None:
    """Enter the answers of data/answers.tsv: "said no", "is studying the text", "called it an insult"."""
    for (answer,), found in patterns("answers"):
        match = found.search(line.coded)
        if not match or is_denied(line.small[max(0, match.start() - 8) : match.start()]):
            continue
        subject = scene.subject_at(line, match.start())
        if subject and subject.keys:
            enter_answer(subject.keys, answer, line, offers)
            return


def note_maker(line: Line, offers: list[Offer]) -> None:
    """Read "the plan, which X put to both sides on Friday": X's, put then."""
    found = pattern(
        rf"\b(?:the|this) (?P<thing>{words('of_makers')}|text|paper), which (?:the )?{{A}} {{aux}}"
        r"(?:put|presented|submitted|proposed|made|tabled|drafted)\b"
    ).search(line.coded)
    if not found:
        return
    keys = line.keys_in(*found.span("A"))
    for known in reversed(offers):
        same = thing_of(known.content) == found["thing"] and (not known.by or set(known.by) == set(keys))
        if keys and same and 0 <= line.number - known.line.number <= _FAR:
            known.by = known.by or keys
            known.when = known.when or time_in(line, found.start(), _clause_stop(line, found.end()))
            known.numbers = list(dict.fromkeys([*known.numbers, line.number]))[:4]
            return


def _clause_stop(line: Line, start: int) -> int:
    stop = line.small.find(",", start)
    return stop if stop >= 0 else len(line.small)
