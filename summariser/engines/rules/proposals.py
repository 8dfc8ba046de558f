"""Proposals: what is offered, put, talked over, answered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from summariser.engines.rules.circumstances import place_in, time_in
from summariser.engines.rules.clauses import Certainty, Deed, Saying, words_at_most
from summariser.engines.rules.ledger import Ledger
from summariser.engines.rules.lexicon import ACTOR, issue_of, words
from summariser.engines.rules.marking import Line

__all__ = ["Offer", "certainty_of", "names_no_thing", "offers_of"]

_LEADING = re.compile(
    r"^\s*(?:that|to be|\"?in principle\"?|(?:the|an) idea of|(?:calls?|appeals?|terms) for"
    r"|suggestions? (?:for|of)|with|on|to)?\s*"
    rf"(?={ACTOR}|\w)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^\s*(?:the|that|this|its|their|his|her|any|such an?|an?|'s|\s)*"
    r"(?:(?:latest|final|new|revised|peace|takeover|initial) )*"
    r"(?:offer|proposal|plan|suggestion|bid|idea|terms|demand|it|approach)s?\s*(?:as\b.*)?$",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"\b(?:but|however|,|which)\b[^;]{0,60}?\b(?:was|were|has been|had been|is)\s(?:\w+ )?"
    rf"(?P<answer>{words('answered')})",
    re.IGNORECASE,
)
_PUT = re.compile(rf"\b(?:{words('puttable')})\b", re.IGNORECASE)
_NO_THING = re.compile(
    r"\W*(?:they|it|he|she|we|i|you|there|this|these|no|nothing|not|any|little|few|by|only)\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"(?:(?!\b(?:that|which|who|whose)\b).)*\b(?:did|does|was|were|is|are|has|have|had|will|would|can|could|said)\b",
    re.DOTALL,
)
_STATUS_OF_ANSWER = {"accepted": "accepted", "withdrawn": "withdrawn"}


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


def offers_of(deeds: Iterable[Deed], sayings: dict[int, Saying | None], ledger: Ledger) -> list[Offer]:
    """Return the proposals that the deeds make or answer, merged where one answers another."""
    offers: list[Offer] = []
    for deed in deeds:
        if deed.denied or deed.hypothetical:
            continue
        saying = sayings[deed.line.number]
        if deed.act in {"propose", "appeal"}:
            offer = _made(deed, saying)
        elif deed.act in {"reject", "accept"}:
            offer = _answered(deed, saying, offers)
        elif deed.act == "discuss":
            offer = _discussed(deed, saying)
        else:
            offer = None
        if offer:
            _enter(offer, offers)
    for offer in offers:
        ledger.note([*offer.by, *offer.answers], "negotiating_party", offer.line.number)
    return offers


def _enter(offer: Offer, offers: list[Offer]) -> None:
    """Add a proposal, or join it to one about the same issue with the same fate."""
    for known in offers:
        same_fate = (
            known.issue == offer.issue and known.status == offer.status == "rejected" and not (known.by and offer.by)
        )
        if known.content.lower() == offer.content.lower() or same_fate:
            if len(offer.content) > len(known.content):
                known.content = offer.content
            known.by = known.by or offer.by
            known.to = known.to or [key for key in offer.to if key not in known.by]
            known.answers.update(offer.answers)
            known.when, known.where = known.when or offer.when, known.where or offer.where
            if offer.saying and not known.saying:
                known.saying, known.certainty = offer.saying, offer.certainty
            known.numbers = list(dict.fromkeys([*known.numbers, *offer.numbers]))[:4]
            return
    offers.append(offer)


def _content(deed: Deed) -> tuple[str, int]:
    """Return the wording of what a verb governs, and where it begins in the marked text."""
    lead = _LEADING.match(deed.object)
    start = deed.end + (lead.end() if lead else 0)
    return words_at_most(deed.line.text_of(start, deed.stop), 40), start


def names_no_thing(wording: str) -> bool:
    """Return whether a wording begins as a clause or a denial does ("they might …", "no details"), not as a thing."""
    return _NO_THING.match(wording) is not None or _CLAUSE.match(wording) is not None


def certainty_of(saying: Saying | None, keys: Iterable[str]) -> Certainty:
    """Return how firmly a claim stands: in the article's voice, by its own party, by another, by nobody named."""
    if saying is None:
        return "asserted"
    if saying.unnamed:
        return "unnamed"
    return "asserted" if set(saying.keys) & set(keys) else "reported"


def _offer(deed: Deed, saying: Saying | None, status: str, by: Iterable[str]) -> Offer | None:
    content, start = _content(deed)
    issue = issue_of(content)
    if not issue or len(content.split()) < 2 or names_no_thing(content):
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


def _made(deed: Deed, saying: Saying | None) -> Offer | None:
    if deed.passive:
        return _proposed_passively(deed, saying)
    if not deed.subject or not deed.subject.keys:
        return None
    offer = _offer(deed, saying, "expected" if deed.future else "proposed", deed.subject.keys)
    if offer and (answer := _ANSWER.search(deed.line.marked, deed.end)):
        offer.status = _STATUS_OF_ANSWER.get(answer["answer"].lower(), "rejected")
    return offer


def _proposed_passively(deed: Deed, saying: Saying | None) -> Offer | None:
    """Read "a truce (by X) will be proposed", "a plan was put forward by X"."""
    marked = deed.line.marked
    end = deed.start - len(deed.aux)
    begin = max((match.end() for match in re.finditer(r"[,;:.\"] |\bthat ", marked[:end])), default=0)
    content = words_at_most(deed.line.text_of(begin, len(marked[:end].rstrip())), 40)
    issue = issue_of(content)
    agent = re.match(rf"\s*by (?:the |its )?({ACTOR})", marked[deed.end :])
    by = [deed.line.keys[agent[1]]] if agent and agent[1] in deed.line.keys else []
    if not issue or len(content.split()) < 2 or (not by and not deed.future):
        return None
    doers = deed.line.keys_in(begin, end) if " by " in marked[begin:end] else []
    return Offer(
        content,
        issue,
        by,
        [key for key in doers if key not in by],
        "expected" if deed.future else "proposed",
        deed.line,
        when=time_in(deed.line, deed.start, len(marked)),
        where=place_in(deed.line, deed.start, len(marked)),
        saying=saying,
        certainty=certainty_of(saying, by),
        numbers=[deed.line.number],
    )


def _answered(deed: Deed, saying: Saying | None, offers: list[Offer]) -> Offer | None:
    """Read "X rejected Y": an answer to the last proposal where Y is "the offer", else a proposal of its own."""
    answer = "rejected" if deed.act == "reject" else "accepted"
    if deed.future or not deed.subject or not deed.subject.keys or deed.passive:
        return None
    if _BARE.match(deed.object):
        open_ = [
            o for o in offers if o.by and not set(o.by) & set(deed.subject.keys) and o.status in {"proposed", answer}
        ]
        if open_ and deed.line.number - open_[-1].line.number <= 3:
            known = open_[-1]
            known.status = answer
            known.answers.update(dict.fromkeys(deed.subject.keys, answer))
            known.numbers = list(dict.fromkeys([*known.numbers, deed.line.number]))[:4]
        return None
    if re.match(r"\s*(?:to|that|it|how|what|why|as)\b", deed.object) or (
        deed.act == "accept" and deed.verb.startswith("back")
    ):
        return None
    makers = [
        deed.line.keys[char]
        for char in re.findall(rf"({ACTOR})'s? \w|\b(?:by|from) (?:the |\w+ ){{0,2}}({ACTOR})", deed.object)
        for char in char
        if char in deed.line.keys
    ]
    makers = [key for key in makers if key not in deed.subject.keys]
    offer = _offer(deed, saying, answer, makers)
    if not offer or not _PUT.search(deed.object):
        return None
    offer.to = [key for key in deed.subject.keys if key not in makers] if makers else []
    offer.answers = dict.fromkeys(deed.subject.keys, answer)
    offer.certainty = certainty_of(saying, [*makers, *deed.subject.keys])
    return offer


def _discussed(deed: Deed, saying: Saying | None) -> Offer | None:
    """Read "X and Y are discussing Z": under discussion, nobody's proposal."""
    if not deed.progressive or not deed.subject or not deed.subject.keys:
        return None
    offer = _offer(deed, saying, "under_discussion", [])
    if not offer:
        return None
    offer.to = []
    offer.answers = dict.fromkeys(deed.subject.keys, "considering")
    offer.certainty = certainty_of(saying, deed.subject.keys)
    return offer
