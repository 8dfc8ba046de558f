"""Falsehoods in a claim's verb: a "not" lost or gained, the opposite act, a plan told as done, who does it to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from benchmarks.truth.cases import Falsehood, changed, reworded
from benchmarks.truth.english import MODALS, MONTHS, NEGATION, OPPOSITES, PAST, PRESENT, WEEKDAYS, past
from benchmarks.truth.gold import Entry, Told
from benchmarks.truth.oracle import acts, mentions

__all__ = [
    "added_negation",
    "dropped_negation",
    "failed_as_done",
    "planned_as_done",
    "swapped_wording",
    "turned_verb",
]

_NOT = re.compile(
    r"\b(?P<cannot>cannot)\b"
    r"|\b(?P<modal>can|wo|will|would|could|should|must|is|are|was|were|has|have|had|does|do|did)(?:n't| not)(?: yet)?\b"
    r"|\b(?P<to>not to)\b"
    r"|\b(?P<never>never )(?=\w)"
    r"|\b(?P<no>[Nn]o )(?=agreement|deal|progress|decision|breakthrough|compromise|concession|date|plan|offer|talks)"
    r"|\b(?P<without>without )(?=an? (?:agreement|deal|accord|result)|agreement|result)"
)
_NO_PLAIN_NOT = re.compile(r"\bnot (?:only|just|necessarily|least|until)\b|\bwhether or not\b|\bno (?:more|less)\b")
_CONDITIONAL = re.compile(r"\b(?:if|unless|only|provided|whether|until|till|before|may|might)\b", re.IGNORECASE)
_PRONOUNS = frozenset("he she it they who which both sides side".split())
_PLANNED = re.compile(
    r"\b(?:will|would|shall|is to|are to|was to|were to|is due to|are due to|plans? to|is expected to|are expected to|"
    r"is scheduled to|are scheduled to|intends? to|hopes? to) (?P<verb>[a-z]+)\b"
)
_FAILED = re.compile(r"\b(?:(?:has|have|had) )?(?:so far )?(?:failed|refused|declined|neglected) to (?P<verb>[a-z]+)\b")
_OFF = {"planned", "expected", "cancelled", "postponed", "denied"}
_ALIKE = re.compile(
    r"\b(?:with|between|both|each other|mutual\w*|joint\w*|together|exchange\w*|swap\w*|two|three|all|border\w*|alike|"
    r"met|meet|meets|talks?|negotiat\w+)\b",
    re.IGNORECASE,
)
_ASYMMETRIC = re.compile(
    r"\b(?:offer|propos|demand|reject|accept|accus|pa[iy]|giv|gave|releas|buy|bought|withdr|told|tell|urg|ask|warn|threat|"
    r"allow|recogni|guarant|drop|lift|let|refus|approv|oppos|back|suppl|send|sent|sell|sold|lend|lent|owe|block|want|insist|"
    r"require|oblig|hand|deliver|agree|provid|commit|support|help|attack|kill|strike|struck|seiz|return|pass|put|keep|cut)"
    r"\w*",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?:[ai]n|ish|ese|[^aeiou]i|ch|ss)$")
_NOUNS_TOO = {"open", "close", "release", "support", "end", "back", "lift", "raise"}
_BEFORE_A_VERB = re.compile(r"(?:^|\b(?:to|will|would|can|could|must|should|they|and)\s)$", re.IGNORECASE)
_MAY_BE_A_NOUN = set(
    """
    pay offer call strike support exchange return release plan transfer appeal attack protest promise review report
    vote demand drop end help stop start block cover guarantee travel question press visit lift talk stand
    """.split()
)
_DETERMINERS = set("a an the its their all both any every this that these those his her our no more".split())
_CALLED_OFF = re.compile(
    r"\b(?:deni\w+|deny\w*|took back|take[ns]? back|takes|retract\w*|disput\w+|reject\w*|dismiss\w*|put off|put back|"
    r"cancel\w*|postpon\w*|adjourn\w*|called off|scrap\w*|delay\w*|withdr\w+)",
    re.IGNORECASE,
)
_TOLD = {"proposals", "conditions", "events", "status"}


def dropped_negation(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """A "not", "no", "never" or "without" is gone."""
    if claim.part not in _TOLD or _NO_PLAIN_NOT.search(claim.text):
        return
    for match in _NOT.finditer(claim.text):
        if match["modal"]:
            new = {"wo": "will"}.get(match["modal"], match["modal"])
        else:
            new = {"cannot": "can", "to": "to", "never": "", "no": "a ", "without": "with "}[str(match.lastgroup)]
        yield reworded(claim, match.start(), match[0], new)


def added_negation(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """The verb of a claim without any "not", "if" or "may" is denied."""
    text = claim.text
    if claim.part not in _TOLD or NEGATION.search(text) or _CONDITIONAL.search(text):
        return
    modal = re.search(rf"\b(?:{'|'.join(MODALS)})\b", text)
    if modal:
        yield reworded(claim, modal.start(), modal[0], f"{modal[0]} not")
        return
    actors = _PRONOUNS | {form.split()[-1].lower() for forms in claim.entry.forms.values() for form in forms}
    for match in re.finditer(r"(\w+) (\w+)\b(?! by\b)", text):
        if match[1].lower() in actors and match[2] in PRESENT:
            yield reworded(claim, match.start(2), match[2], f"did not {PRESENT[match[2]]}")
            return
    first, second, *_ = [*text.split(), "", ""]
    if first.lower() in PAST and (
        first.lower() not in _MAY_BE_A_NOUN or second in _DETERMINERS or second[:1].isdigit()
    ):
        yield reworded(claim, 0, first, f"Not {first.lower()}")


def turned_verb(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """An act is its opposite, which the cited sentences tell of nobody."""
    if claim.part not in _TOLD:
        return
    words = "|".join(re.escape(word) for word in sorted(OPPOSITES, key=len, reverse=True))
    for match in re.finditer(rf"\b(?:{words})\b", claim.text):
        new = OPPOSITES[match[0]]
        before = claim.text[: match.start()]
        if NEGATION.search(before[-25:]) or (acts(new) - acts(match[0])) & acts(claim.passage):
            continue
        if match[0] in _NOUNS_TOO and not _BEFORE_A_VERB.search(before):
            continue
        if match[0].endswith(" on") and re.match(
            rf"\s+(?:\d|{'|'.join([*MONTHS, *WEEKDAYS])})", claim.text[match.end() :]
        ):
            continue  # "the agreement on December 31"
        if not mentions(new.split()[0], claim.passage):
            yield reworded(claim, match.start(), match[0], new)


def planned_as_done(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """What is planned, expected, called off or denied is told as having happened, in the wording where that can be."""
    if claim.part == "status":
        yield from _done(claim)
    elif claim.value.get("factuality") in _OFF and not claim.allows("factuality", "happened"):
        if claim.value["factuality"] not in {"planned", "expected"} and (
            _CALLED_OFF.search(claim.text) or NEGATION.search(claim.text)
        ):
            return  # that it was denied, or put off, has happened
        done = list(_done(claim, factuality="happened"))
        yield from done or [changed(claim, f"{claim.value['factuality']} → happened", factuality="happened")]


def _done(claim: Told, **fields: str) -> Iterator[Falsehood]:
    if NEGATION.search(claim.text) or _CONDITIONAL.search(claim.text):
        return
    match = _PLANNED.search(claim.text)
    if match and (told := past(match["verb"])) and not mentions(told, claim.passage):
        yield reworded(claim, match.start(), match[0], told, **fields)
    elif fields and claim.text.split()[0] in PAST and (told := past(claim.text.split()[0])):
        yield reworded(claim, 0, claim.text.split()[0], told, **fields)


def failed_as_done(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """What somebody failed or refused to do is told as done."""
    match = _FAILED.search(claim.text) if claim.part in _TOLD else None
    if match and (told := past(match["verb"])) and not mentions(told, claim.passage):
        yield reworded(claim, match.start(), match[0], told)


def swapped_wording(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """Two parties change places in the wording, with an act between them that does not go both ways."""
    if claim.part not in _TOLD or _ALIKE.search(claim.text):
        return
    found = sorted(_parties_in(claim))
    for (start, one, who), (other_start, other, whom) in pairwise(found):
        between = claim.text[start + len(one) : other_start]
        if who == whom or not _ASYMMETRIC.search(between) or _is_adjective(one) != _is_adjective(other):
            continue
        if any(mark in between for mark in (";", " but ", " while ")):
            continue
        yield reworded(claim, start, one + between + other, other + between + one)


def _parties_in(claim: Told) -> Iterator[tuple[int, str, str]]:
    """Yield where which form of which party stands in the wording, the longest forms first."""
    forms = [(form, who) for who, names in claim.entry.forms.items() for form in names if form[:1].isupper()]
    taken: set[int] = set()
    for form, who in sorted(forms, key=lambda each: -len(each[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", claim.text):
            if not taken & set(range(*match.span())):
                taken |= set(range(*match.span()))
                yield match.start(), form, who


def _is_adjective(form: str) -> bool:
    return " " not in form and _ADJECTIVE.search(form) is not None
