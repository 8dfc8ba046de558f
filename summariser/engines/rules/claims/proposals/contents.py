"""Contents: what a proposal told before holds ("under the plan …", "it would …"), and what "what X asks for" is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from summariser.engines.rules.claims.proposals.frames import NOUN, nouns
from summariser.engines.rules.claims.proposals.offers import Offer, certainty_of, thing_of
from summariser.engines.rules.clauses.boundaries import clause_stop, stop_after
from summariser.engines.rules.clauses.circumstances import time_in
from summariser.engines.rules.clauses.deeds import words_at_most
from summariser.engines.rules.clauses.discourse import Discourse
from summariser.engines.rules.clauses.issues import issue_of
from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.tables.lexicon import ACTOR, word_set, words
from summariser.engines.rules.tables.lookup import Sought
from summariser.language.words import content_stems

__all__ = ["contents_in"]

_MODAL = re.compile(r" (?:would|will|could|is to|are to|must|shall) (?!not have\b|have been\b)\w")
_HOLDING = rf"(?:would (?!(?:{words('holds_not')})\b)\w+|{words('holds')}) "
_PRONOUN = re.compile(
    r"(?:but |and |in addition,? |also,? )*(?:it|that|this) (?:also )?(?P<what>(?:would|obliges?|includes?|included"
    r"|calls? for|called for|foresaw|envisaged|provides? for|gives?|sets?) (?:also )?"
    r"(?!be (?:rejected|put|discussed|an?|the)\b|mean|have been|not be clear|take time)\w+ \S)"
)
_UNDER_IT = re.compile(r"under (?:it|this|them|these),? (?P<what>[^;.\"]{1,60}? would \w+ \S)")
_CLEFT = Sought(
    rf"\bwhat (?:the )?(?:{ACTOR}|he|she|they|it|[\w' -]{{3,40}}?) (?:\w+ly )?(?:(?:is|are|was|were) (?:now "
    rf"|really )?)?"
    rf"(?:{words('asks_for')})\b(?P<aside>[^.;]{{0,80}}?),? (?:is|was|are|were) (?P<what>(?!that why|unclear|not)\S)"
)
_REPLY = Sought(
    rf"(?:\b(?:the|its|their|his|her|an?|one|another)|{ACTOR}'s?|'s) (?:\w+ ){{0,2}}?(?:{words('replies')})"
    rf"(?: (?:to|for|of) (?:(?!which|that|who)[^,.;]){{2,40}}?|, [^,;.]{{3,60}},)?"
    rf" (?:is|was|would be|has been) (?:for )?(?P<what>(?:(?:to \w+|that|an?|two|three|four|five|six|ten) \S|[$£€]?\d))"
)
_SWAP = Sought(
    rf"(?P<who>{ACTOR}|\b(?:it|they|he|she)|\b(?:the|its|their) (?:[\w-]+ ){{1,3}})[^,;.]{{0,30}}? ?\b(?:would|will"
    rf"|could"
    rf"|can|is to|are to) (?:now |also |then )?(?P<what>(?!be\b)\w+ [^;.\"]*?\b(?:in exchange for|in return for)\b)"
)
_GIVING = re.compile(
    rf"(?:in addition,? |also,? )?(?:the )?(?:{ACTOR}|it|they|he|she|(?:[\w-]+ ){{1,3}}?)(?: said (?:it|they|he|she))?"
    rf" (?:would|will) (?:now |also |then |in addition )*(?P<what>(?:{words('gives')}) [^;.\"]*?\d)"
)
_FREE = re.compile(
    r"(?P<what>(?!(?:it|he|she|they|that|this|but|there|we|i|if|any|no|such|nobody|what|when|asked)\b"
    r"|\")[^;:.\"]{1,120}?"
    r" (?:would|are to|is to|were to|was to) (?!not\b|have\b|be (?:sworn|held|a\b|an\b|the\b)|say\b|like\b|only say"
    r"|meet\b|comment)\w+ \S)"
)
"""A sentence that says what somebody would do, with no "if" and nobody who says so: what the paper before it holds."""
_TERMS = re.compile(r"\b(?:terms|figures?|price|swap|sums?|paper)\b")
_NEAR, _NEXT = 8, 2
_MOST_WORDS = 40

_OVER = frozenset({"superseded", "withdrawn", "rejected", "lapsed"})


def contents_in(line: Line, scene: Discourse, offers: Sequence[Offer]) -> Iterator[Offer]:
    """Return proposals that a sentence tells by what they hold; what one before holds is added to that one."""
    small = line.small
    cleft = line.search(_CLEFT if "what " in small else _REPLY)
    if cleft and not line.is_quoted(cleft.start()):
        yield from _new(line, scene, cleft.start(), cleft.start("what"), _subject(line, scene, cleft))
    thing, what, own = _held(line, offers)
    if what is not None:
        known = _meant(thing, line, offers)
        if known and _is_full(known, line, what):
            yield from _new(line, scene, what, what, known.by)
        elif known is None:
            yield from _new(line, scene, line.small.find(thing), what, own)
        else:
            _add(known, line, what)
            known.by = known.by or own
        return
    if line.number > 1 and (free := _FREE.match(line.small)) and (told := _told_before(line, scene)):
        last = offers[-1] if offers and offers[-1].numbers[-1] >= line.number - 1 else None
        if last:
            _add(last, line, free.start("what"))
        else:
            yield from _new(line, scene, free.start("what"), free.start("what"), told)
        return
    given = line.search(_SWAP)
    if not given and offers and 0 < line.number - offers[-1].numbers[-1] <= _NEXT:
        given = _GIVING.match(line.small)
    if given and not line.is_quoted(given.start()) and not re.search(r"\bif\b", line.small[: given.start("what")]):
        yield from _new(line, scene, given.start("what"), given.start("what"), _subject(line, scene, given))


def _told_before(line: Line, scene: Discourse) -> list[str] | None:
    """Return whose the plan, paper or terms are that the sentence before speaks of; None where it speaks of none."""
    before = next((one for one in scene.lines if one.number == line.number - 1), None)
    if before is None or scene.sayings[line.number]:
        return None
    found = [match for match in before.finditer(NOUN) if nouns()[1][match[0]] == "thing"][-1:]
    if not found and not _TERMS.search(before.small):
        return None
    at = found[-1].start() if found else len(before.small)
    named = before.keys_in(max(0, at - 30), at)
    return named[-1:]


def _subject(line: Line, scene: Discourse, match: re.Match[str]) -> list[str]:
    named = line.keys_in(match.start(), match.start("what"))
    if named:
        return named[:1]
    subject = scene.subject_at(line, match.start("what"))
    saying = scene.saying(line, match.start())
    return list(subject.keys if subject else saying.keys if saying else ())


@cache
def _thing_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    noun = rf"(?:{nouns()[0].pattern}|\bterms\b)"
    described = rf"(?:(?!of\b|to\b|and\b|in\b|for\b|with\b)[\w$£€.%'-]+ |{ACTOR}(?:'s?)? ){{0,4}}?"
    det = rf"(?:an?|one|another|the|its|their|his|her|this|that|our|{ACTOR}(?:'s?)?|[\w']+'s?)"
    under = re.compile(rf"\b(?:under|according to|in|as part of) (?:{det}) {described}(?P<thing>{noun})(?! of| under)")
    subject = re.compile(
        rf"(?:^|[.;] |\bbut |\band |, )(?P<det>{det}) {described}(?P<thing>{noun})"
        rf"(?P<aside>,[^;]{{3,110}}?,| taking shape| on the table| under discussion| in the making| (?:tabled|put"
        rf"|drawn|drafted|made|proposed|floated|by|from"
        rf"|of) (?:(?!\b(?:will|would|could|has|have|was|were|is|are|had)\b)[^,;]){{3,60}}?)? "
        rf"(?P<what>{_HOLDING}\S)"
    )
    return under, subject


def _held(line: Line, offers: Sequence[Offer]) -> tuple[str, int | None, list[str]]:
    """Return the word for what holds, where what it holds begins, and who is named as its maker."""
    under, subject = _thing_patterns()
    named = line.search(NOUN) is not None or " terms" in line.small
    if (
        named
        and (match := under.search(line.small))
        and not line.is_quoted(match.start())
        and not _unreal(line, match.start())
    ):
        modal = _MODAL.search(line.small, match.end())
        if modal and "; " not in line.small[match.end() : modal.start()]:
            comma = line.small.rfind(", ", match.end(), modal.start())
            start = comma + 2 if comma >= 0 else match.end() + 1
            told = [*line.keys_in(match.start(), match.end()), *line.keys_in(match.end(), max(start, match.end()))]
            if start < modal.start():
                return match["thing"], start, told[:1]
    match = subject.search(line.small) if named else None
    if match and _may_hold(match["thing"]) and not line.is_quoted(match.start()) and not _unreal(line, match.start()):
        return match["thing"], match.start("what"), line.keys_in(match.start(), match.start("what"))[:1]
    match = _PRONOUN.match(line.small) or _UNDER_IT.match(line.small)
    if match and offers and line.number - offers[-1].numbers[-1] == 1:
        return "it", match.start("what"), []
    return "", None, []


def _may_hold(noun: str) -> bool:
    """Whether what a noun would do is what it holds: "the pact would", but not "the sale would"."""
    return nouns()[1].get(noun) != "pact" or noun.removesuffix("s") in word_set("holding_pacts")


def _unreal(line: Line, at: int) -> bool:
    return re.search(r"\b(?:if|unless|whether|without|no|not)\b[^,]{0,30}$", line.small[:at]) is not None


def _meant(thing: str, line: Line, offers: Sequence[Offer]) -> Offer | None:
    """Return the proposal before that a word means: one called so, or else the last one near."""
    near = [one for one in offers if line.number - one.numbers[-1] <= _NEAR]
    if thing == "it":
        return near[-1] if near else None
    same = [one for one in near if thing_of(one.content) == thing or thing in one.content.lower().split()]
    last = [one for one in near if line.number - one.numbers[-1] <= _NEXT and one.status not in _OVER]
    fitting = same or last
    return fitting[-1] if fitting else None


def _is_full(known: Offer, line: Line, what: int) -> bool:
    """Whether a wording has no room for what is told in addition, which is then a proposal more."""
    told = line.text_of(what, clause_stop(line.small, what))
    return len(known.content.split()) + len(told.split()) > _MOST_WORDS


def _add(known: Offer, line: Line, what: int) -> None:
    told = line.text_of(what, clause_stop(line.small, what))
    if told and told not in known.content:
        known.content = words_at_most(f"{known.content}; {told}", 40)
        known.numbers = list(dict.fromkeys([*known.numbers, line.number]))[:4]


def _new(line: Line, scene: Discourse, at: int, what: int, by: list[str]) -> Iterator[Offer]:
    stop = stop_after(line.small, what + 1)
    content = words_at_most(line.text_of(what, stop), 40)
    if len(content_stems(content)) < 2:
        return
    saying = scene.saying(line, max(at, 0))
    yield Offer(
        content,
        issue_of(content) or "other",
        by,
        [key for key in line.keys_in(what, stop)[:1] if by and key not in by],
        "proposed",
        line,
        when=time_in(line, what, stop),
        saying=saying,
        certainty=certainty_of(saying, by),
        numbers=[line.number],
    )
