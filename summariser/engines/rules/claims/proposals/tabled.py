"""Things tabled: the proposals that a noun of tables/data/frames.tsv tells: "a plan to", "an offer of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from summariser.engines.rules.claims.proposals.fates import fate_after
from summariser.engines.rules.claims.proposals.frames import MOST_IN_A_SENTENCE, NOUN, nouns
from summariser.engines.rules.claims.proposals.offers import Offer, certainty_of, is_effort
from summariser.engines.rules.clauses.boundaries import clause_stop
from summariser.engines.rules.clauses.circumstances import time_in
from summariser.engines.rules.clauses.deeds import words_at_most
from summariser.engines.rules.clauses.discourse import Discourse
from summariser.engines.rules.clauses.issues import issue_of
from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.tables.lexicon import ACTOR, PLACE, TIME, word_set, words
from summariser.language.words import content_stems

__all__ = ["tabled_in"]

_NO_DESCRIPTION = (
    "of|to|for|that|and|in|on|by|with|which|who|is|was|were|has|had|would|will|said|from|at|as|or|an?|the|its|their"
    "|his|her"
)
_DETERMINED = re.compile(
    rf"(?P<det>\b(?:an?|the|its|their|his|her|our|whose|this|another|one|any)\s|(?P<owner>{ACTOR})(?:'s?)?\s"
    rf"|[a-z]'s?\s)"
    rf"(?P<described>(?:(?!(?:{_NO_DESCRIPTION})\b)[\w$£€.%&'-]+ |{ACTOR}(?:'s?)? |{TIME} ){{0,5}}?)$"
)
_MADE = f"(?:{words('put_forth')})"
_MAKER = (
    rf"(?:,? (?:(?:jointly |originally |first )?{_MADE} )?(?:(?:on |in |last |late )?{TIME} )?(?:by|from|of) "
    rf"(?:the |its )?(?P<maker>{ACTOR}(?:'s? {ACTOR})?(?:(?:,? and |, )(?:the )?{ACTOR})*)(?:'s)?(?:, [^,;:]{{2,70}},)?"
    rf"| (?:{_MADE} )?(?:by|from) (?!which|whom)(?:[\w'-]+ ){{1,7}}?(?=(?:to \w|that|for an?|of an?|under which)\b))?"
)
_MORE = rf"(?:,? (?:to|with) (?:the |its |both )?{ACTOR}| in {PLACE}| {TIME}| on the table)?"
_HOLDS = re.compile(
    rf"{_MAKER}{_MORE},? ?(?:- )?(?P<link>(?:,? )?(?:under which|by which|in which|whereby"
    rf"|(?:that|which) (?:would|will|could|{words('holds')}|bars?|puts?)|giving|calling for|that|of|for|to"
    rf"|worth)) (?P<what>\S)"
)
_RELATIVE = re.compile(
    r"(?: (?:is|was) (?:in sight|near|close|emerging|taking shape|ready))?"
    r",? (?P<link>under which|by which|in which|whereby|(?:that|which) would) (?P<what>\S)"
)
_NO_CONTENT = re.compile(
    r"(?:comment|help(?! to)|the (?:day|week|year|future|moment|time|first|second|third|last|next)|now|good|his|her|it"
    r"|them|this|course|him|talks$|a meeting$|be (?:seen|heard|known)|(?:would )?(?:run|last|need|require|cost) "
    r"|\w+ (?:said|told))\b"
)
_NO_VERB = re.compile(rf"(?:the|an?|its|their|his|her|both|all|{ACTOR})\b|{ACTOR}")


_MAIN_VERB = re.compile(rf"(?<! that)(?<! which)(?<! who)(?<!\bto) (?:{words('main_verbs')})\b")
_HYPOTHETICAL = re.compile(r"\b(?:if|unless|whether)\b[^,;:]*$")
_GOVERNED = re.compile(r"(?:\ban?|\b(?:of|on|to|for|with|under|over|about|against|\w+ed) the) $")
_UNREAL = re.compile(r"\b(?:no|without|denied|nobody|never|any|neither|rejected talk of|reports? of)\b[^,;:]{0,40}$")
_ACT_OF_MAKING = re.compile(
    rf"(?:{_MADE}|{words('puts_forth')}|{TIME}|(?:made|makes|gave|gives|sent|handed) (?:the |its )?{ACTOR}"
    rf"|(?:put|presented|submitted|sent|made|gave|handed) to (?:both |the |all |two )*(?:{ACTOR}|sides|parties"
    rf"|delegations"
    rf"|governments))\s$"
)
_ANSWERED = re.compile(rf"\b(?:{words('takes_up')})\w*\s$")


_GOVERNING = re.compile(
    r"\b(?:(?P<no>reject|rebuff|spurn|dismiss|refus|turn(?:s|ed|ing)? (?:down|aside)|scorn|snub|resist|brush(?:es"
    r"|ed) (?:off|aside)|"
    r"shrug(?:s|ged)? off|ignor|defi)|(?P<yes>accept|welcom|endors|approv|embrac))(?:s|ed|es|e|ied|ing)?\s$"
)
_DONE = re.compile(r"\w{3,}(?:ed|spurned|down|aside|off) $")
_LEAST = 2
_FATE_NEAR = 40


def tabled_in(line: Line, scene: Discourse) -> Iterator[Offer]:
    """Return the proposals that a sentence tells by a noun with what it holds."""
    small = line.small
    end = 0
    for match in islice(line.finditer(NOUN), MOST_IN_A_SENTENCE):
        if match.start() < end or line.is_quoted(match.start()):
            continue
        left = _DETERMINED.search(small, max(0, match.start() - 90), match.start())
        if left and left["owner"] and "'" not in left["det"] and _DONE.search(left["described"]):
            left = None  # "Xland rejected calls": Xland's they are not
        pact = nouns()[1][match[0]] == "pact"
        held = (_RELATIVE if pact else _HOLDS).match(small, match.end())
        before = small[: (left or match).start()]
        if not held or not _is_noun(match[0], left, held):
            continue
        if _UNREAL.search(before[-60:]) or _HYPOTHETICAL.search(before):
            continue
        offer = _offer(line, scene, match, left, held)
        if offer:
            end = clause_stop(small, held.start("what"))
            yield offer


def _is_noun(noun: str, left: re.Match[str] | None, held: re.Match[str]) -> bool:
    """Whether a word is a noun and no verb: "the firms plan to" is none, "its plan to", "an offer of" are."""
    if noun.endswith("s") and noun not in {"proposals", "ideas"}:
        bare = left is None and _ANSWERED.search(held.string[: held.start() - len(noun)]) is not None
        return bare or bool(left and not left["described"])
    if not left:
        return False
    last = left["described"].split()[-1:] or [left["det"].strip()]
    if noun.removesuffix("s") in word_set("papers") and held["link"].strip() in {"of", "for", "to"}:
        return noun == "approach" and held["link"].strip() == "of"
    if held["link"].strip() == "that" and noun not in word_set("saying_that"):
        return False  # "a paper that" tells of the paper
    verbal = noun in word_set("nouns_or_verbs") and held["link"].strip() in {"to", "for", "that"}
    if verbal and re.fullmatch(ACTOR, last[0]):
        return _GOVERNED.search(left.string[: left.end() - 2]) is not None  # "a Xish plan to", but "the X plan to"
    return not (
        verbal and (last[0].endswith("s") and not last[0].endswith(("'s", "ss")) and last[0] not in {"its", "his"})
    )


def _offer(
    line: Line, scene: Discourse, noun: re.Match[str], left: re.Match[str] | None, held: re.Match[str]
) -> Offer | None:
    small = line.small
    what = held.start("what")
    aim = held["link"].strip() == "to" and _NO_VERB.match(small, what)
    if aim or _holds_nothing(held, small, what) or small[: (left or noun).start()].endswith("at "):
        return None
    stop = clause_stop(small, what + 1)
    loose = held["link"].strip() in {"of", "for", "to", "worth", "that", "giving", "calling for"}
    verb = _MAIN_VERB.search(small, what, stop) if loose and held["link"].strip() != "that" else None
    stop = verb.start() if verb else stop
    described = left.start("described") if left else noun.start()
    start = what if held["link"].strip() in {"to", "that", "under which", "whereby"} else described
    content = words_at_most(line.text_of(start, stop), 40)
    if is_effort(small[noun.start() : stop]):
        return None
    told = content_stems(line.text_of(what, stop))
    if len(told) < _LEAST and not re.search(r"\d", content):
        return None
    if (fate := fate_after(line, what)) and what < fate[1] < stop:
        stop = fate[1]
        content = words_at_most(line.text_of(start, stop), 40)
    status, by = _fate_and_maker(line, scene, left, held, (noun, stop))
    if not by and status == "proposed" and loose and not _weighs(noun, line, left):
        return None
    saying = scene.saying(line, noun.start())
    return Offer(
        content,
        issue_of(content) or "other",
        by,
        [key for key in line.keys_in(what, stop)[:1] if by and key not in by],
        status,
        line,
        when=time_in(line, held.end("link"), stop),
        saying=saying,
        certainty=certainty_of(saying, by),
        numbers=[line.number],
    )


def _holds_nothing(held: re.Match[str], small: str, what: int) -> bool:
    asks = held["link"].strip() == "to" and small.startswith("require ", what)  # "a proposal to require labels"
    return not asks and _NO_CONTENT.match(small, what) is not None


def _weighs(noun: re.Match[str], line: Line, left: re.Match[str] | None) -> bool:
    """Whether a noun alone shows that something is put to somebody, or what governs it: not "a plan to grow"."""
    begin = left.start() if left else noun.start()
    governed = _ACT_OF_MAKING.search(line.small[:begin]) or _ANSWERED.search(line.small[:begin])
    return noun[0].removesuffix("s") in word_set("put_to_somebody") or governed is not None


def _fate_and_maker(
    line: Line, scene: Discourse, left: re.Match[str] | None, held: re.Match[str], at: tuple[re.Match[str], int]
) -> tuple[str, list[str]]:
    noun, stop = at
    told = [
        after[0] for at in (stop, held.start("what")) if (after := fate_after(line, at)) and after[1] - at <= _FATE_NEAR
    ]
    fate = told[0] if told else _answer_before(line.small[: (left or noun).start()])
    pact = nouns()[1][noun[0]] == "pact"
    status = fate or ("under_discussion" if pact else "proposed")
    if "maker" in held.re.groupindex and held["maker"]:
        return status, line.keys_in(*held.span("maker"))[:3]
    if left and left["owner"]:
        return status, line.keys_in(*left.span("owner"))
    if left and (named := re.findall(ACTOR, line.marked[left.start("described") : left.end("described")])):
        return status, [line.keys[char] for char in named[:1] if char in line.keys]
    begin = left.start() if left else noun.start()
    made = _ACT_OF_MAKING.search(line.small[:begin])
    own = left is not None and left["det"].strip() in {"its", "their", "his", "her"}
    if made or own:
        subject = scene.subject_at(line, made.start() if made else begin)
        return status, list(subject.keys) if subject else []
    return status, []


def _answer_before(before: str) -> str | None:
    """Return what the verb that governs a proposal has made of it: "rebuffed pleas to"."""
    match = _GOVERNING.search(before)
    return ("rejected" if match["no"] else "accepted") if match else None
