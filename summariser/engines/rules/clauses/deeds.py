"""Deeds: who does what in a marked sentence, whether it is denied, when, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from summariser.engines.rules.clauses.boundaries import clause_stop
from summariser.engines.rules.clauses.marking import Line, Subject
from summariser.engines.rules.tables.lexicon import ACTOR, PLACE, TIME, Act, acts, word_pattern, word_set
from summariser.engines.rules.tables.lookup import Sought

__all__ = [
    "Certainty",
    "Deed",
    "aux_before",
    "deeds_of",
    "is_denied",
    "subject_before",
    "words_at_most",
]

Certainty = Literal["asserted", "reported", "unnamed", "disputed", "speculative"]

_ACT = Sought(acts()[0].pattern, "|".join(acts()[1]))
_OF_NOUN = re.compile(r"\b(?:the|an?|its|their|his|her|new|this|that|of|in|on)\s$")
_PARTS = re.compile("[,:;]")
_IF = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|unless|whether|would|could|may|might|should|asked whether|in case|were to)\b", re.IGNORECASE
)
_FUTURE = re.compile(
    r"\b(?:will|shall|to be|plans? to|planning to|due to|set to|expected to|about to|going to)\b", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:denied|denies|deny) [^,;:]{0,60}\b(?:that|having) [^,;:]*$", re.IGNORECASE)
"""Before a deed that somebody says was none: "denied a report that it had demanded"."""
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.IGNORECASE)
_PROGRESSIVE = re.compile(r"\b(?:is|are|has been|have been|being|now)\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:(?P<pronoun>he|she|it|they|who|which)|(?P<own>his|her) (?:own )?(?:government|country|administration|cabinet"
    r"|ministry|party|union|company|side))\s*$",
    re.IGNORECASE,
)
"""Who acts: somebody told before, or the body that they speak for."""
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_ASIDE_OPENS = (
    rf"(?:who|which|whose|an?|the|its|their|for its part|now|also|once|based|\w+ing|\w+ed by|one of)\b|{ACTOR}'s?"
)
_CLEFT = re.compile(rf"\b(?:[Ii]t|[Tt]his) (?:was|is) (?:the )?({ACTOR}) (?:that|who|which)$")
_DOING = re.compile(r"\s*(?:still |now |also )?\w+ing\b")
"""After "with Xland": what Xland does is told."""
_ASIDE = re.compile(rf"(?<={ACTOR}), (?:{_ASIDE_OPENS})[^;:\"]{{3,90}},$")
_GOVERNED = re.compile(
    r"\b(?:with|by|of|for|to|from|against|in|on|at|off|near|over|under|between|among)(?: the| its| their| an?)? $"
)
_OWN = re.compile(r"\b(?:its|their)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_WHEN = re.compile(r"\s(?:in|at|after|during)\s(?:\w+\s)?\w+$")
_OF_ACTOR = re.compile(rf"(?<={ACTOR}) of (?:the |an? )?(?:\w+ )?\w+$")
_ACTOR_COMMA = re.compile(rf"{ACTOR},$")
_WHO = re.compile(rf"({ACTOR}),?\s*$")
_LINKED = re.compile(r"(?:\band|\bbut|\bthen|,)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deed:
    """One act in one sentence: the verb from `start` to `end`, what it governs up to `stop`, all in the marked text."""

    line: Line
    act: Act
    verb: str
    start: int
    end: int
    stop: int
    subject: Subject | None
    denied: bool = False
    hypothetical: bool = False
    future: bool = False
    passive: bool = False
    progressive: bool = False
    aux: str = ""

    @property
    def object(self) -> str:
        """The marked text that the verb governs."""
        return self.line.marked[self.end : self.stop]


@cache
def _subject_tail() -> re.Pattern[str]:
    one = rf"{ACTOR}(?:'s? (?:\w+ ){{0,2}}(?={ACTOR}))?"
    return re.compile(rf"(?P<all>{one}(?:(?:,? and |, )(?:the |an? |its |their )?{one})*)$")


@cache
def _detour() -> re.Pattern[str]:
    """Words between a subject and its verb: "Xland, in talks with Yland," or "Xish officials in Zville"."""
    where = r"(?:in|at|of|for|from|on|with|during)(?: the| a| an)?"
    return re.compile(rf"(?:,? {where} [^,;:.]{{0,40}}?(?:{ACTOR}|{PLACE}|{TIME}),?|,? {TIME},?)\s*$")


def deeds_of(lines: list[Line]) -> dict[int, list[Deed]]:
    """Return every act of tables/data/acts.tsv in the sentences, in order, by the number of the sentence."""
    deeds: dict[int, list[Deed]] = {}
    last: Subject | None = None  # who acted last, for pronouns
    for line in lines:
        deeds[line.number] = here = list(_deeds_in(line, last))
        acted = next((deed.subject for deed in reversed(here) if deed.subject), None)
        last = acted or line.first_actor or last
    return deeds


def _deeds_in(line: Line, last: Subject | None) -> Iterator[Deed]:
    before: Subject | None = None
    for match in line.finditer(_ACT):
        verb = " ".join(match[0].lower().split())
        if line.is_quoted(match.start()):
            continue  # somebody's words, not what the article tells
        if _OF_NOUN.search(line.marked, max(0, match.start() - 8), match.start()) and not verb.endswith("ing"):
            continue  # a noun: "the offer", "an appeal"
        head = line.marked[: match.start()]
        aux_text = aux_before(head)
        subject = subject_before(line, match.start() - len(aux_text), last, before)
        around = line.marked[max(0, match.start() - len(aux_text) - 25) : match.end()]
        passive = bool(_PASSIVE.search(aux_text)) and (verb.endswith("ed") or " " in verb)
        passive = passive and not verb.split()[0].endswith("ing")
        yield Deed(
            line,
            acts()[1][verb],
            verb,
            match.start(),
            match.end(),
            clause_stop(line.small, match.end()),
            subject,
            ("den" in line.small and _DENIED.search(head) is not None)
            or is_denied(aux_text)
            or is_denied(_PARTS.split(around)[-1][: -len(match[0])]),
            bool(_HYPOTHETICAL.search(aux_text) or _IF.search(head, head.rfind(",") + 1)),
            bool(_FUTURE.search(aux_text)),
            passive,
            bool(_PROGRESSIVE.search(aux_text)) and verb.endswith("ing"),
            aux_text,
        )
        before = subject or before


def aux_before(head: str) -> str:
    """Return the auxiliaries, adverbs and times at the end of a marked text."""
    at = len(head)
    while at and head[at - 1].isspace():
        word = head[:at].rstrip()
        start = word.rfind(" ") + 1
        if not _is_aux(word[start:].lower()):
            break
        at = start
    return head[at:]


@cache
def _is_aux(word: str) -> bool:
    return word in word_set("aux") or (word.endswith("ly") and word.isalpha()) or re.fullmatch(TIME, word) is not None


def subject_before(line: Line, end: int, last: Subject | None, before: Subject | None) -> Subject | None:
    """Return who acts, given where the verb with its auxiliaries begins."""
    head = line.marked[:end].rstrip()
    if (cleft := _CLEFT.search(head)) and (named := line.keys_in(*cleft.span(1))):
        return Subject(tuple(named), cleft.start(1))
    for _ in range(5):
        window = head[-160:]
        found = _subject_tail().search(window)
        offset = len(head) - len(window)
        if found:
            start = offset + found.start()
            governed = _GOVERNED.search(head, max(0, start - 16), start)
            if not governed or (governed[0].startswith("with") and _DOING.match(line.marked, end)):
                keys = tuple(line.keys_in(start, offset + found.end()))
                own = not keys and _OWN.search(head[:start])
                known = (before or line.first_actor or last) if own else None  # "X said its board had …"
                return Subject(known.keys if known else keys, start)
            head = head[: governed.start()].rstrip().rstrip(",")
            head = _OF_ACTOR.sub("", _WHEN.sub("", head))
            continue
        if head.endswith(",") and (aside := _ASIDE.search(head)):
            head = head[: aside.start()]
            continue
        if _ACTOR_COMMA.search(head, max(0, len(head) - 2)):
            head = head[:-1]  # "X's envoy, N. Name, said"
            continue
        detour = _detour().search(window)
        if detour:
            head = head[: offset + detour.start()]
            continue
        break
    pronoun = _PRONOUN.search(head)
    if pronoun:
        return _antecedent(line, head, pronoun, last, before)
    if _LINKED.search(head):
        return before
    return None


def _antecedent(
    line: Line, head: str, pronoun: re.Match[str], last: Subject | None, before: Subject | None
) -> Subject | None:
    word = (pronoun["pronoun"] or pronoun["own"]).lower()
    if word in {"who", "which"}:
        found = _WHO.search(head[: pronoun.start()])
        keys = line.keys_in(found.start(1), found.end(1)) if found else []
        return Subject(tuple(keys), found.start(1)) if found and keys else None
    first = line.first_actor
    known = (
        before or (first if first and first.start < pronoun.start() else None) or (last if word in _PRONOUNS else None)
    )
    return Subject(known.keys, pronoun.start()) if known else None


def is_denied(text: str) -> bool:
    """Return whether the words before a verb take it back: negation or denial."""
    return bool(text) and word_pattern("negations").search(text) is not None


_DANGLING = frozenset("the a an of to and in for by with on at or".split())


def words_at_most(text: str, most: int) -> str:
    """Return `text` cut at a word boundary to at most `most` words, loose punctuation at its ends removed."""
    parts = text.split()
    cut = parts[:most]
    if len(parts) > most:
        while len(cut) > 3 and cut[-1].lower().strip(",") in _DANGLING:
            cut.pop()
    return _balanced(" ".join(cut).strip(" ,;:-–—."))


_APOSTROPHES = frozenset("'‘’")
_OPENING, _CLOSING = re.compile(r"(?<!\w)'"), re.compile(r"['’](?!\w)")


def _balanced(text: str) -> str:
    """Drop quotation marks and brackets that the cut left without their partners."""
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")].strip(" ,;:-–—.") or text.replace("(", "")
    if sum(map(text.count, '"“”')) % 2:
        text = text.translate(dict.fromkeys(map(ord, '"“”')))
    marks = not _APOSTROPHES.isdisjoint(text)
    if marks and text.count("‘") + len(_OPENING.findall(text)) != len(_CLOSING.findall(text)):
        text = text.strip("'‘’")
    return text.strip(" .,;")
