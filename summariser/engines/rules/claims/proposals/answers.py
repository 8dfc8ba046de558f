"""Answers: who accepted and who rejected what has been put, and who put it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summariser.engines.rules.claims.proposals.offers import Offer, certainty_of, offer_of, thing_of
from summariser.engines.rules.clauses.circumstances import time_in
from summariser.engines.rules.clauses.deeds import Deed, is_denied, words_at_most
from summariser.engines.rules.clauses.discourse import Discourse
from summariser.engines.rules.clauses.issues import issue_of
from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.clauses.sayings import Saying
from summariser.engines.rules.tables.lexicon import ACTOR, TIME, words
from summariser.engines.rules.tables.lookup import Sought
from summariser.engines.rules.tables.patterns import pattern

__all__ = ["answered", "enter_answer", "is_bare", "made_at", "makers_of", "note_maker", "note_time", "respond"]

_BARE = re.compile(
    rf"^\s*(?:the |an? )?(?:{ACTOR}(?:'s?)? )?(?:the|that|this|its|their|his|her|any|such an?|an?|'s|\s)*"
    r"(?:(?:latest|final|new|revised|raised|peace|takeover|initial|[\w-]+(?= (?:figure|text|terms|point)s?\b)) )*"
    r"(?:offer|proposal|plan|suggestion|bid|idea|terms|demand|it|approach|figure|text|paper|fee|scheme|package|gesture"
    r"|formula|draft|blueprint|overture|initiative)s?"
    r"\s*(?:as\b.*|in .*)?$",
    re.IGNORECASE,
)
_TIMED = re.compile(rf",? (?:(?:on|in|late|early|last) )?{TIME}")
_NO_ANSWER = re.compile(r"\s*(?:to|that|it|how|what|why|as|none|nothing|no|any|little)\b")
_TALK = re.compile(
    r"\b(?:allegations?|reports?|criticisms?|claims? that|suggestions? that|charges?|accusations?|speculation|fears?"
    r"|rumou?rs?|arguments?|notion|complaints?|comment|responsibility|blame)\b",
    re.IGNORECASE,
)
"""What is rejected and was never proposed."""
_PUT = re.compile(
    rf"(?:(?:an?|the|its|their|this|that|{ACTOR}(?:'s?)?) )+(?:[\w$£€.-]+ ){{0,5}}?(?:{words('puttable')})\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    rf"\b(?:made|announced|put forward|put|presented|submitted|tabled|drawn up|lodged|launched|asked|offered)\b"
    rf"[^,;.]{{0,40}}?({TIME})"
)
_THE_OFFER = re.compile(
    rf"(?:under )?(?:the|its|their) (?:[\w-]+ ){{0,2}}?(?P<thing>{words('puttable')}),? (?:which was )?"
    r"(?:made|announced|put|presented|submitted|tabled|drawn up|lodged|launched)\b",
    re.IGNORECASE,
)
_PUTS = (
    rf"\b(?:the|this) (?P<thing>{words('of_makers')}|text|paper), which (?:the )?{{A}} {{aux}}"
    r"(?:put|presented|submitted|proposed|made|tabled|drafted)\b"
)
_ITS_MAKER = Sought(pattern(_PUTS).pattern, _PUTS)
_OPEN = frozenset({"proposed", "accepted", "rejected", "partly_accepted", "under_discussion", "countered"})
_NEAR = 4
_MOST_CITED = 3
_FAR = 8


def answered(deed: Deed, saying: Saying | None, offers: list[Offer]) -> Offer | None:
    """Read "X rejected Y": an answer to a known proposal ("the offer", "Z's offer"), or else one of its own."""
    answer = "rejected" if deed.act == "reject" else "accepted"
    opposed = deed.verb.endswith("opposed") and deed.object.startswith(" to ")
    if deed.passive and not opposed:
        return _answered_passively(deed, answer, saying, offers)
    keys = deed.subject.keys if deed.subject else ()
    if deed.future or (not keys and deed.act != "reject"):
        return None
    makers = [key for key in makers_of(deed) if key not in keys]
    if is_bare(deed.object) and (enter_answer(keys, answer, deed.line, offers, makers) or not makers):
        return None
    if (_NO_ANSWER.match(deed.object) and not opposed) or (deed.act == "accept" and deed.verb.startswith("back")):
        return None
    offer = offer_of(deed, saying, answer, makers)
    told = thing_of(deed.object) or (deed.act == "reject" and offer and offer.issue != "other")
    if not offer or not told or _TALK.search(offer.content):
        return None
    offer.to = [key for key in keys if key not in makers] if makers else []
    offer.answers = dict.fromkeys(keys, answer)
    offer.certainty = certainty_of(saying, [*makers, *keys])
    return offer


def _answered_passively(deed: Deed, answer: str, saying: Saying | None, offers: list[Offer]) -> Offer | None:
    """Read "the offer was rejected by X" and "a plan to share the toll was rejected (by X)"."""
    line, end = deed.line, deed.start - len(deed.aux)
    agent = re.match(rf"\s*by (?:the |its |both )?({ACTOR})", line.marked[deed.end :])
    keys = [line.keys[agent[1]]] if agent and agent[1] in line.keys else []
    begin = max((match.end() for match in re.finditer(r"[,;:\"] |\b(?:that|but|and) ", line.marked[:end])), default=0)
    subject = line.marked[begin:end].strip()
    if deed.future or not _PUT.match(subject):
        return None
    if is_bare(subject):
        enter_answer(keys, answer, line, offers)
        return None
    content = words_at_most(line.text_of(begin, begin + len(line.marked[begin:end].rstrip())), 40)
    by = [key for key in line.keys_in(begin, end)[:1] if key not in keys]
    return Offer(
        content,
        issue_of(content) or "other",
        by,
        keys if by else [],
        answer,
        line,
        saying=saying,
        certainty=certainty_of(saying, [*by, *keys]),
        answers=dict.fromkeys(keys, answer),
        numbers=[line.number],
    )


def is_bare(governed: str) -> bool:
    """Return whether what a verb governs is "the offer", "the deficit figure": words for something told before."""
    return _BARE.match(_TIMED.sub("", governed).partition(",")[0]) is not None


def makers_of(deed: Deed) -> list[str]:
    """Return whose proposal it is: "X's plan", "a plan by X", "a Xish plan"."""
    found = re.findall(
        rf"({ACTOR})'s? \w|({ACTOR}) (?:\w+ ){{0,2}}?(?:{words('of_makers')})\b"
        rf"|\b(?:by|from) (?:the |\w+ ){{0,2}}({ACTOR})",
        deed.object,
    )
    return [deed.line.keys[char] for chars in found for char in chars if char in deed.line.keys]


def enter_answer(keys: Iterable[str], answer: str, line: Line, offers: list[Offer], makers: Iterable[str] = ()) -> bool:
    """Enter an answer to the last proposal of somebody else that stands near, and what becomes of it by its answers.

    `makers` say whose it is, where that is told. Returns whether there is such a proposal.
    """
    keys, theirs = list(keys), set(makers)
    others = [
        o for o in offers if not set(o.by) & set(keys) and o.status in _OPEN and (not theirs or theirs & set(o.by))
    ]
    known = others[-1] if others else None
    if not keys or not known or (line.number - known.numbers[-1] > _NEAR and not theirs):
        return False
    known.answers.update(dict.fromkeys(keys, answer))
    known.status = _fate(list(known.answers.values()))
    known.to = list(dict.fromkeys([*known.to, *(key for key in keys if key not in known.by)])) if known.to else known.to
    known.numbers = list(dict.fromkeys([*known.numbers, line.number]))[:_MOST_CITED]
    return True


def _fate(answers: list[str]) -> str:
    """Return the status of a proposal with these answers: in part accepted, where some say yes and others no."""
    told = set(answers)
    if told == {"accepted", "rejected"}:
        return "partly_accepted"
    if len(told) == 1 and not told & {"conditional", "considering"}:
        return answers[0]
    return "partly_accepted" if {"accepted", "rejected"} <= told else "under_discussion"


def respond(line: Line, scene: Discourse, offers: list[Offer]) -> None:
    """Enter the answers of tables/data/answers.tsv: "said no", "is studying the text", "called it an insult"."""
    for (answer,), found in line.rows("answers"):
        match = found.search(line.coded)
        if not match or is_denied(line.small[max(0, match.start() - 8) : match.start()]):
            continue
        subject, saying = scene.subject_at(line, match.start()), scene.saying(line, match.start())
        keys = (subject.keys if subject else ()) or (saying.keys if saying else ())
        if keys:
            enter_answer(keys, answer, line, offers)
            return


def made_at(line: Line, start: int) -> str | None:
    """Return when what stands at `start` was made, put or asked for, where the words after it tell."""
    found = _MADE.search(line.marked, start)
    return line.times[found[1]] if found else None


def note_time(line: Line, offers: list[Offer]) -> None:
    """Read "the offer, made in July": when the last proposal that can be meant was made."""
    found = _THE_OFFER.match(line.marked)
    when = made_at(line, found.start()) if found else None
    near = [known for known in offers if line.number - known.numbers[-1] <= _NEAR and not known.when]
    if found and when and near:
        named = [known for known in near if thing_of(known.content) == found["thing"].lower()]
        (named or near)[-1].when = when
        known = (named or near)[-1]
        known.numbers = list(dict.fromkeys([*known.numbers, line.number]))[:_MOST_CITED]


def note_maker(line: Line, offers: list[Offer]) -> None:
    """Read "the plan, which X put to both sides on Friday": X's, put then."""
    found = _ITS_MAKER.pattern.search(line.coded) if line.has_words_for(_ITS_MAKER) else None
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
