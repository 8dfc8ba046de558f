"""Whether a planted falsehood is false: asked of gold and text, and answered with care, as a doubtful one is not used.

Two wordings are compared by the beginnings of their words and by groups of words that tell the same act, so that
"turned down" and "cannot accept" are seen to be near "rejected".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from benchmarks.truth.english import NUMBER_WORDS
from benchmarks.truth.gold import Entry, Told, plain

__all__ = [
    "acts",
    "amounts",
    "beginnings",
    "ends_apart",
    "foreign",
    "may_tell_of_an_actor",
    "mentions",
    "same_actor",
    "share",
    "tells",
]

_SMALL = frozenset(
    """
    about after again against all also although and any are because been before being between both but came can could
    did does down each few for from further had has have her here him his how into its just more most much not now off
    one only other our out over own said same say says she should since some such than that the their them then there
    these they this those through too two under until very was were what when where which while who whom will with
    would yet you your
    """.split()
)
_ACTS = [
    group.split()
    for group in """
    agreem deal accord pact treat settl
    accept agree approv welcom back endors embrac support adopt consent yes
    reject refus declin dismiss oppos spurn rebuff veto turn cannot
    propos offer suggest plan tabl submit put
    demand insist call urge ask want seek
    meet met talk negotiat discuss session round confer summit dialog sit sat
    strike walkout stoppage ballot
    sign initial
    end stop halt ceas clos over
    begin began start launch open resum restart
    pay wage salar earn
    kill dead death die
    free releas
    withdr pull leav left quit walk
    buy acqui takeov bid purchas merg
    delay postpon adjourn put
    cut reduc lower slash
    rais increas rise higher
    fight attack shell fire clash violen
    """.strip().splitlines()
]
_ACTORS = re.compile(
    r"\b(?:unions?|compan(?:y|ies)|governments?|ministr(?:y|ies)|ministers?|rebels?|groups?|firms?|clubs?|employers?|"
    r"sides?|committees?|teams?|presidents?|part(?:y|ies)|delegat\w+|officials?|negotiators?|spokes\w+|leaders?|"
    r"countr(?:y|ies)|states?|members?|council|chair\w*|mediators?|envoys?|he|him|his|she|her|it|its|they|them|their|"
    r"we|us|our|I|my|both|neither|either|all|former|latter|who|players?|workers?|directors?|boards?|banks?|creditors?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-zÀ-ž0-9][\w'À-ž]*")
_AMOUNT = re.compile(r"\d[\d,.]*\d|\d")
_GENERIC = frozenset(
    """
    union government ministry party company council group republic national federation association united states bank
    international committee club north south east west northern southern eastern western people front army liberation
    workers general city party democratic movement organisation european community minister commission authority
    """.split()
)
_POWERS = [
    group.split("|")
    for group in """
    united states|american|washington|white house|u.s|us
    united kingdom|britain|british|london|uk
    european union|eu|brussels|european|e.u
    european community|community|brussels|ec
    united nations|un|u.n
    international monetary fund|imf|fund
    russia|russian|moscow|kremlin|soviet
    china|chinese|beijing|peking
    france|french|paris
    germany|german|berlin|bonn
    switzerland|swiss|geneva|bern
    saudi arabia|saudi|riyadh
    israel|israeli|jerusalem
    japan|japanese|tokyo
    iran|iranian|tehran|teheran
    turkey|turkish|ankara
    egypt|egyptian|cairo
    qatar|qatari|doha
    norway|norwegian|oslo
    spain|spanish|madrid
    italy|italian|rome
    canada|canadian|ottawa
    brazil|brazilian|brasilia
    india|indian|delhi
    australia|australian|canberra
    """.replace("    ", "")
    .strip()
    .splitlines()
]
"""Actors that news name by their capitals and adjectives."""


@lru_cache(maxsize=100_000)
def beginnings(text: str) -> frozenset[str]:
    """Return the first five letters of the words that carry content, in lower case."""
    words = (word.lower().removesuffix("'s") for word in _WORD.findall(text))
    return frozenset(word[:5] for word in words if (len(word) > 2 or word.isdigit()) and word not in _SMALL)


@lru_cache(maxsize=100_000)
def acts(text: str) -> frozenset[int]:
    """Return which groups of acts a text has a word of."""
    words = [word.lower() for word in _WORD.findall(text)]
    told = set()
    for word in words:
        told.update({next((n for n, group in enumerate(_ACTS) if word.startswith(tuple(group))), -1)})
    return frozenset(told - {-1})


def share(claim: Told, text: str) -> float:
    """Return which part of what a claim says, the names of parties left out, `text` has in its own or kindred words.

    A claim that says nothing but names is told by any text: 1.0.
    """
    names = beginnings(" ".join(form for forms in claim.entry.forms.values() for form in forms))
    said = beginnings(claim.text) - names
    if len(said) < 2:
        return 1.0
    told_acts = acts(claim.text)
    items = len(said) + len(told_acts)
    return (len(said & beginnings(text)) + len(told_acts & acts(text))) / items


def mentions(form: str, text: str) -> bool:
    """Whether a name stands in a text, whatever its capitals."""
    return re.search(rf"(?<!\w){re.escape(plain(form))}(?!\w)", text, re.IGNORECASE) is not None


def may_tell_of_an_actor(text: str) -> bool:
    """Whether a text has a word ("the company", "they") that may stand for any party."""
    return _ACTORS.search(text) is not None


def tells(claim: Told, text: str, most: float) -> bool:
    """Whether a text may support a claim: more than `most` of what it says, or, for a party, any sign of an actor."""
    if claim.part == "parties":
        names = claim.entry.forms[claim.value["id"]]
        return may_tell_of_an_actor(text) or bool(beginnings(" ".join(names)) & beginnings(text))
    return share(claim, text) > most


@lru_cache(maxsize=10_000)
def amounts(text: str) -> frozenset[str]:
    """Return the significant digits of all numbers in a text, "2.5 billion" and "2,500 million" being both 25."""
    found = {_significant(match[0]) for match in _AMOUNT.finditer(text)}
    words = re.findall(r"[a-z]+", text.lower())
    return frozenset(found | {_significant(str(NUMBER_WORDS[word])) for word in words if word in NUMBER_WORDS})


def _significant(digits: str) -> str:
    return re.sub(r"\D", "", digits).strip("0")


def foreign(names: Iterable[str], entry: Entry) -> bool:
    """Whether the bearer of these names is surely not in an article: no name, and no telling word of one, stands there.

    States and unions are known by their capitals and adjectives as well.
    """
    return _foreign(tuple(names), entry.text)


@lru_cache(maxsize=1_000_000)
def _foreign(names: tuple[str, ...], text: str) -> bool:
    telling = _telling(names)
    if not telling or telling & beginnings(text) or any(mentions(name, text) for name in names):
        return False
    known_as = [group for group in _POWERS if any(name.lower().removeprefix("the ") in group for name in names)]
    return not any(mentions(form, text) for group in known_as for form in group)


def same_actor(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sets of names may mean the same, or one a part of the other: they share a telling word."""
    return bool(_telling(tuple(one)) & _telling(tuple(other)))


@lru_cache(maxsize=100_000)
def _telling(names: tuple[str, ...]) -> frozenset[str]:
    words = {word.lower().removesuffix("'s") for name in names for word in _WORD.findall(name)}
    return frozenset(word[:5] for word in words - _SMALL - _GENERIC if len(word) > 2)


def ends_apart(one: str | None, other: str | None) -> bool:
    """Whether two dates in EDTF are days, months or years that are exact and do not hold one another."""
    if not one or not other or any(mark in one + other for mark in "~?/%X"):
        return False
    return not one.startswith(other) and not other.startswith(one)
