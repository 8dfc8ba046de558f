"""Gathering: what is offered, put, talked over or answered, each proposal once."""

from __future__ import annotations

import re
from functools import cache

from summariser.engines.rules.claims.ledger import Ledger
from summariser.engines.rules.claims.proposals.answers import answered, is_bare, note_maker, note_time, respond
from summariser.engines.rules.claims.proposals.contents import contents_in
from summariser.engines.rules.claims.proposals.frames import nouns
from summariser.engines.rules.claims.proposals.framing import framed_in
from summariser.engines.rules.claims.proposals.offers import Offer, certainty_of, offer_of
from summariser.engines.rules.claims.proposals.overtures import overtures_in
from summariser.engines.rules.claims.proposals.tabled import tabled_in
from summariser.engines.rules.clauses.circumstances import place_in, time_in
from summariser.engines.rules.clauses.deeds import Deed, words_at_most
from summariser.engines.rules.clauses.discourse import Discourse
from summariser.engines.rules.clauses.issues import issue_of
from summariser.engines.rules.clauses.sayings import Saying
from summariser.engines.rules.tables.lexicon import ACTOR, TIME, words
from summariser.language.words import content_stems

__all__ = ["offers_of"]

_ANSWER = re.compile(
    r"\b(?:but|however|,|which)\b[^;]{0,60}?\b(?:was|were|has been|had been|is)\s(?:\w+ )?"
    rf"(?P<answer>{words('answered')})",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\b(?:the|its|their) (?:[\w'-]+ ){1,3}$")
_OWNED = re.compile(rf"\s*(?:to |on |in principle )*(?:an?|the) {ACTOR} (?:[\w-]+ ){{0,2}}?(?:{words('of_makers')})\b")
_PUT = frozenset({"proposed", "expected"})
_VAGUE = frozenset({"other", "price_or_payment"})
_SHARED, _MOSTLY = 2, 0.6
_MEETING = re.compile(
    r"\W*(?:on |in principle )?(?:to )?(?:meet|hold|resume|continue|attend|talk|return to|begin|start|reopen|discuss"
    r"|keep|try|negotiate|work|a (?:date|meeting|venue|timetable)|further|new|more|that\b(?! the))\b"
)
_ALL = re.compile(
    r"\b(?:sides|parties|governments|countries|nations|states|leaders|ministers|negotiators|delegations|companies|firms"
    r"|banks|clubs|they|both)\s*$"
)
_PACT = re.compile(
    r"\W*(?:an?|the|its|their) (?:[\w$£€.()-]+ ){0,5}?(?:agreement|deal|contract|pact|treaty|accord|protocol|memorandum"
    r"|truce|ceasefire|cease-fire|settlement)\b (?:to|on|for|under|with|that|which|ending|setting|giving|covering|of)"
)
_NOTHING = re.compile(rf"(?:agree\w*)(?: (?:to|on))? (?:(?:in(?! principle)|at|during|after|before|by|when)\b|{TIME}$)")
"""After a verb of agreeing whose object stands before it: "what both sides agree to in talks"."""
_STATUS_OF_ANSWER = {"accepted": "accepted", "withdrawn": "withdrawn"}


def offers_of(scene: Discourse, ledger: Ledger) -> list[Offer]:
    """Return the proposals that the deeds make or answer, merged where one answers another."""
    offers: list[Offer] = []
    for line in scene.lines:
        for deed in scene.deeds_in(line):
            offer = _by_deed(deed, scene.saying(line, deed.start), offers)
            if offer:
                _enter(offer, offers)
        for offer in overtures_in(line, scene, tuple(offers)):
            _enter(offer, offers)
        for offer in (*framed_in(line, scene), *tabled_in(line, scene), *contents_in(line, scene, offers)):
            if not _told_here(offer, offers):
                _enter(offer, offers)
        respond(line, scene, offers)
        note_maker(line, offers)
        note_time(line, offers)
    offers = [offer for offer in offers if not _says_nothing(offer.content)]
    for offer in offers:
        offer.issue = scene.matter if scene.matter and offer.issue in _VAGUE else offer.issue
    for offer in offers:
        addressed = offer.to if offer.by else []
        ledger.note([*offer.by, *offer.answers, *addressed], "negotiating_party", offer.line.number)
        ledger.claimed.update(offer.by, offer.answers)
    return offers


@cache
def _bare_thing() -> re.Pattern[str]:
    noun = nouns()[0].pattern
    return re.compile(rf"(?:(?:the|this|that|its|their|an?|[\w']+'s?) )?(?:[\w'-]+ ){{0,2}}?{noun}$", re.IGNORECASE)


@cache
def _of_somebody() -> re.Pattern[str]:
    """Somebody's thing, and no word of what it is: "a suggestion by Xland", "terms that the two groups"."""
    noun = nouns()[0].pattern
    return re.compile(
        rf"(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat) {noun} (?:by|from) (?:the )?[A-Z][\w.-]*(?: [A-Z][\w.-]*){{0,3}}"
        rf"|(?:[Tt]he |[Aa]n? )?(?:{noun}|terms) that (?:the|its|their|both|all) (?:[\w'-]+ ){{0,4}}"
        r"(?:groups?|parties|sides|unions?|companies|countries|governments|states|workers)"
    )


def _says_nothing(wording: str) -> bool:
    """Whether a wording is empty, or only names what is put: "a late proposal", "the pact"."""
    small = wording.lower()
    if not small or _of_somebody().fullmatch(wording) or (small.startswith("the ") and _bare_thing().match(small)):
        return True
    match = _bare_thing().match(small)
    last = nouns()[1].get(small.split()[-1], "")
    return bool(match) and last == "thing" and not re.search(r"\d", small)


def _by_deed(deed: Deed, saying: Saying | None, offers: list[Offer]) -> Offer | None:
    """Return the proposal that a deed makes; one that answers an earlier proposal is entered there."""
    if deed.denied or deed.hypothetical:
        return None
    if deed.act in {"propose", "appeal"}:
        return _made(deed, saying)
    if deed.act in {"reject", "accept"} or (deed.act == "agree" and _is_anothers(deed)):
        return answered(deed, saying, offers)
    if deed.act == "receive":
        return _received(deed, saying)
    if deed.act == "discuss":
        return _discussed(deed, saying)
    return _agreed(deed, saying) if deed.act in {"agree", "sign"} else None


def _is_anothers(deed: Deed) -> bool:
    """Whether what is agreed to was put before, or is somebody else's: "agreed to a Xish proposal that"."""
    if is_bare(deed.object):
        return True
    by = set(deed.subject.keys) if deed.subject else set()
    opening = _OWNED.match(deed.object)
    return opening is not None and bool(set(deed.line.keys_in(deed.end, deed.end + opening.end())) - by)


def _enter(offer: Offer, offers: list[Offer]) -> None:
    """Add a proposal, or join it to one in the same words, or about the same issue with the same fate."""
    for known in offers:
        same_fate = (
            known.issue == offer.issue and known.status == offer.status == "rejected" and not (known.by and offer.by)
        )
        if same_fate or _alike(known, offer):
            if len(offer.content) > len(known.content):
                known.content = offer.content
            known.by = known.by or offer.by
            known.to = known.to or [key for key in offer.to if key not in known.by]
            known.answers.update(offer.answers)
            known.status = known.status if offer.status == "proposed" else offer.status
            if offer.status in _PUT or known.line is offer.line:  # else the time is that of the answer
                known.when, known.where = known.when or offer.when, known.where or offer.where
            if offer.saying and not known.saying:
                known.saying, known.certainty = offer.saying, offer.certainty
            known.numbers = list(dict.fromkeys([*known.numbers, *offer.numbers]))[:4]
            return
    offers.append(offer)


def _told_here(offer: Offer, offers: list[Offer]) -> bool:
    """Whether the same sentence has told the proposal already, by another of its words."""
    stems = content_stems(offer.content)
    here = [known for known in offers if offer.line.number in known.numbers]
    return any(
        offer.content in known.content
        or len(stems & content_stems(known.content)) > _MOSTLY * min(len(stems), len(content_stems(known.content)))
        for known in here
    )


def _alike(known: Offer, offer: Offer) -> bool:
    """Whether two proposals are one: their words are mostly the same, their figures too, and no other made either."""
    if known.content.lower() == offer.content.lower():
        return True
    stems, others = content_stems(known.content), content_stems(offer.content)
    numbers, other_numbers = (set(re.findall(r"\d[\d.,]*", one.content)) for one in (known, offer))
    shared = len(stems & others)
    if known.status == "expected" != offer.status and not (stems <= others or others <= stems):
        return False  # what is to be put and what has been put are two things
    ours = not known.by or not offer.by or bool(set(known.by) & set(offer.by))
    figures = numbers <= other_numbers or other_numbers <= numbers
    return ours and figures and shared >= _SHARED and shared >= _MOSTLY * min(len(stems), len(others))


def _agreed(deed: Deed, saying: Saying | None) -> Offer | None:
    """Read "X agreed to sell Y", "X signed an accord on Z with Y": agreed, signed; a meeting agreed is an event."""
    keys = deed.subject.keys if deed.subject else ()
    before = deed.line.small[: deed.start - len(deed.aux)]
    if deed.passive or not (keys or _ALL.search(before) or _SOMEBODY.search(before)):
        return None
    if (
        _MEETING.match(deed.object)
        or _NOTHING.match(deed.line.small, deed.start, deed.stop)
        or (deed.act == "sign" and not _PACT.match(deed.object))
    ):
        return None
    offer = offer_of(deed, saying, "signed" if deed.act == "sign" else "agreed", keys)
    partner = re.search(rf"\bwith (?:the )?({ACTOR})", deed.object)
    if offer and partner and partner[1] in deed.line.keys:
        offer.by = list(dict.fromkeys([*offer.by, deed.line.keys[partner[1]]]))
        offer.to = [key for key in offer.to if key not in offer.by]
    return offer


def _made(deed: Deed, saying: Saying | None) -> Offer | None:
    if deed.passive:
        return _proposed_passively(deed, saying)
    if not deed.subject and not _stands_alone(deed):
        return None
    by = deed.subject.keys if deed.subject else ()
    offer = offer_of(deed, saying, "expected" if deed.future else "proposed", by)
    if offer and (answer := _ANSWER.search(deed.line.marked, deed.end)):
        offer.status = _STATUS_OF_ANSWER.get(answer["answer"].lower(), "rejected")
    return offer


def _stands_alone(deed: Deed) -> bool:
    """Whether a verb is a clause's own though its subject is no actor: "the German exchange tabled a bid"."""
    head = deed.line.small[: deed.start - len(deed.aux)]
    finite = bool(deed.aux.strip()) or deed.verb.split()[0].endswith("ed")
    governs = re.match(r"\s*(?:an?|its|their|that|to|[$£€]?\d)", deed.object)
    return bool(
        finite and governs and not re.search(r"(?:\b(?:to|of|by|for|in|on|which|that|and|or|was|were)|,)\s*$", head)
    )


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


def _received(deed: Deed, saying: Saying | None) -> Offer | None:
    """Read "X received an offer from Y": Y's offer, which X has not answered yet."""
    found = re.match(
        rf"\s*an? (?:[\w-]+ ){{0,3}}?(?:offer|approach|bid|proposal) from [^{ACTOR[1:-1]},]*({ACTOR})", deed.object
    )
    if not found or found[1] not in deed.line.keys or not deed.subject or not deed.subject.keys:
        return None
    offer = offer_of(deed, saying, "proposed", [deed.line.keys[found[1]]])
    if offer:
        offer.to = [key for key in deed.subject.keys if key not in offer.by]
    return offer


def _discussed(deed: Deed, saying: Saying | None) -> Offer | None:
    """Read "X and Y are discussing Z": under discussion, nobody's proposal."""
    keys = deed.subject.keys if deed.subject else ()
    if not deed.progressive or not (keys or _ALL.search(deed.line.small[: deed.start - len(deed.aux)])):
        return None
    offer = offer_of(deed, saying, "under_discussion", [])
    if not offer:
        return None
    offer.to = []
    offer.answers = dict.fromkeys(keys, "considering")
    offer.certainty = certainty_of(saying, keys)
    return offer
