"""What kind of party a name is: by a word in it, else by the words that keep it company."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from summariser.engines.rules.cast.cast import Cast
from summariser.engines.rules.mentions.mention import Mention
from summariser.engines.rules.mentions.persons import is_called_like_a_person
from summariser.engines.rules.tables.lexicon import actors, words

__all__ = ["tell_kinds", "tell_listed_kinds"]

_ARMED = re.compile(
    r"ceasefire|cease-fire|truce|attack|fighter|militant|rebel|insurgent|guerrilla|gunm[ae]n|militia|armed", re.I
)
_BUSINESS = re.compile(
    r"compan|shares|takeover|merger|acqui|profit|club\b|transfer|striker|goalkeeper|sharehold|per share|firm\b|bid\b"
    r"|stake|subsidiary|airline|bank",
    re.I,
)


_KIND_OF_WORD = {
    "bloc": "bloc",
    "company": "company",
    "brewer": "company",
    "retailer": "company",
    "airline": "company",
    "lender": "company",
    "football club": "company",
    "trade union": "trade_union",
    "rebel group": "non_state_armed_group",
    "militia": "non_state_armed_group",
    "regulator": "regulator",
}
# What stands right before and right after a name.
_ASIDE = re.compile(rf"(?: \([A-Z]+\))?, (?:an?|the|its|their) (?:[\w-]+ ){{0,3}}?({'|'.join(_KIND_OF_WORD)})\b")
_TOWN = re.compile(r"\b(?:town|city|village|municipality) of $")
_SELF_STYLED = re.compile(r"\b(?:self-styled|self-proclaimed|breakaway|rebel|separatist|outlawed) $")
_WORD_BEFORE = re.compile(r"\b([a-z]+) $")
_OF_ONE = frozenset({"trade_union", "company", "regulator"})
_AGE = re.compile(r", \d\d,")
_PLAYER = re.compile(rf"\b(?:{words('persons')}) $")
_IS_A_PERSON = re.compile(rf", (?:an?|the|its) (?:(?:[\w-]+|[A-Z]\w+) ){{0,3}}?(?:{words('persons')})\b")
_PRESSES = re.compile(r"\b(?:pressure|lobby|lobbying|rights|advocacy|campaign|trade|industry|aid) (?:group|body) $")
_COMPANY = re.compile(
    r"(?:\b(?:company|airline|brewer|carrier|lender|retailer|firm|club|\w*makers?|producer|operator|line|supplier"
    r"|giant|insurer|utility|conglomerate|subsidiary|unit|developer|builder|manufacturer|publisher|broadcaster|chain)"
    r"|(?<!rebel )(?<!armed )(?<!opposition )\bgroup"
    r"|\b(?:shares|stake) (?:of|in)) $",
    re.IGNORECASE,
)
_OF_COMPANY = re.compile(
    r"(?:'s)? (?:shares?|stock|board|shareholders|stockholders|subsidiary|board of directors)\b"
    r"|'s? (?:(?:former|veteran|star|young|teenage|\w+ international|[A-Z]\w+) )?(?:goalkeeper|striker|midfielder"
    r"|defender|winger|forward|captain|playmaker|manager|head coach|depots?|plants?|factory|factories|mines?|fleet"
    r"|crews|staff)\b"
)
_OFFICE_OF_COMPANY = re.compile(
    r"\b(?:managing|sports?|sporting|team|sales|personnel|executive|finance|financial) (?!minister|secretary)"
    r"|chief executive|\bceo\b",
    re.IGNORECASE,
)
_GOVERNS = re.compile(r"\b(?:minister|premier|chancellor|parliamentary)\b", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:minister|premier|chancellor|parliamentary|leader)\b", re.IGNORECASE)
_OF_A_TRADE = re.compile(
    r"(?:ers|men|ists|Nurses|Pilots|Clerks|Crews?|Doctors|Musicians|Actors|Technicians|Mechanics)'"
    r" (?:[A-Z]\w+ )?(?:Federation|Association|Society|Union|Congress|Guild|League|Alliance|Confederation)"
    r"|^(?!.*(?:Employers|Owners|Producers|Growers|Exporters))(?:Amalgamated|United|Associated) [A-Z]\w+(?:ers|men)\b"
)
"""Who works unites: "Seafarers' Federation"; who owns, employs or grows is no union of workers."""
_OF_THE_PUBLIC = re.compile(
    r"\b(?:Supporters|Consumers|Depositors|Ratepayers|Tenants|Taxpayers|Users|Customers|Voters)'"
)
_NO_WORKERS = re.compile(r"\b(?:Employers|Owners|Producers|Growers|Exporters|Importers|Manufacturers|Brewers|Bankers)'")
_OF_STATE = re.compile(
    r"^(?:House|Chamber) of (?:Representatives|Commons|Lords|Deputies)\b|^House$"
    r"|\b(?:Senate|House|Parliamentary|Congressional|Assembly) (?:\w+ ){0,3}(?:[Cc]ommittees?|Panel|Subcommittee)$"
    r"|^(?:\w[\w.]* )?(?:Office|Bureau|Department|Ministry|Secretariat) (?:of|for)\b"
)
_OF_A_SPORT = re.compile(r"(?:International|World|European) (?:\w+ )*(?:Union|Federation|Association)$")


_IN_A_LIST = frozenset({" and ", ", and ", " & "})
_OF_LISTS = frozenset({"company", "trade_union", "non_state_armed_group", "political_party"})


def tell_kinds(cast: Cast, texts: list[str]) -> None:
    """Set the kinds of figures by their names, the offices of their speakers and the company of words.

    `texts` are the sentences. What has been told already is told again only from more.
    """
    offices: dict[str | None, list[str]] = {}
    for person in cast.people:
        offices.setdefault(person.party, []).extend(person.positions)
    for figure in cast.figures.values():
        again = figure.key.startswith("name:") and figure.kind in {"bloc", "trade_union"}  # a party's leader may tell
        if figure.guessed or not figure.kind or again:
            held = offices.get(figure.key, [])
            basis = (figure.name, set(figure.sentences), held)
            if basis == figure.basis:
                continue
            spoken = [texts[number - 1] for number in sorted(set(figure.sentences))]
            told = _told_kind(figure.name, " ".join(spoken), held, polity=":" not in figure.key)
            if told is None and again and not figure.guessed:
                continue  # the words beside its name in a sentence have told it
            figure.kind, figure.guessed, figure.basis = told or _guessed_kind(spoken), told is None, basis


def tell_listed_kinds(cast: Cast, mentions: list[list[Mention]], texts: list[str]) -> None:
    """Give a name of unknown kind that of its neighbour in a list: "Acme Steel Ltd and Bolton"."""
    for line, text in zip(mentions, texts, strict=True):
        for before, after in pairwise(line):
            if text[before.end : after.start] not in _IN_A_LIST:
                continue
            pair = [cast.figures.get(cast.of_mention.get(mention, "")) for mention in (before, after)]
            told = {figure.kind for figure in pair if figure and not figure.guessed} & _OF_LISTS
            for figure in pair:
                if told and figure and figure.guessed and figure.kind == "other" and figure.key.startswith("name:"):
                    figure.kind, figure.guessed = min(told), False


def _told_kind(name: str, spoken: str, offices: list[str], *, polity: bool) -> str | None:
    """Return the kind that a name tells, or words beside it in the sentences that mention it, or its people's offices.

    `polity` says that it is a state or a union of states.
    """
    table = actors()
    if polity or name in table.unions:
        return "intergovernmental_organisation" if name in table.unions else "state"
    around = list(_around(name, spoken))
    for _, after in around:
        if beside := _ASIDE.match(after):
            return _KIND_OF_WORD[beside[1]]
    if by_form := table.known.get(name) or _by_its_form(name, [before for before, _ in around]):
        return by_form
    if any(_SELF_STYLED.search(before) for before, _ in around):
        return "non_state_armed_group"
    told = _telling_word(name)
    if told:
        words_told = {table.organisations.get(word) for word in name.replace("'", " ").split()[:-1]}
        return _of_head(name, table.organisations[told], "trade_union" in words_told, list(offices))
    return _by_the_words_beside(name, around, offices)


def _by_the_words_beside(name: str, around: list[tuple[str, str]], offices: Iterable[str]) -> str | None:
    table = actors()
    beside_it = {table.own.get(match[1], "") for before, _ in around if (match := _WORD_BEFORE.search(before))}
    if kinds := beside_it & _OF_ONE:
        return min(kinds)
    if any(_TOWN.search(before) for before, _ in around):
        return "government_body"
    if any(_AGE.match(after) or _IS_A_PERSON.match(after) or _PLAYER.search(before) for before, after in around):
        return "individual"
    owned = any(_COMPANY.search(before) or _OF_COMPANY.match(after) for before, after in around)
    if owned or any(map(_OFFICE_OF_COMPANY.search, offices)):
        return "company"
    return "individual" if is_called_like_a_person(name) else None


def _by_its_form(name: str, before: list[str]) -> str | None:
    if any(map(_PRESSES.search, before)):
        return "civil_society"
    if _OF_THE_PUBLIC.search(name):
        return "civil_society"
    if _OF_A_TRADE.search(name) and not _NO_WORKERS.search(name):
        return "trade_union"
    return "government_body" if _OF_STATE.search(name) else None


def _telling_word(name: str) -> str | None:
    """Return the last word that tells what a body is, of those before "of" if any: "Court of the Xish Union"."""
    known = actors().organisations
    parts = (name.partition(" of ")[0], name)
    return next((word for part in parts for word in reversed(part.split()) if word in known), None)


def _of_head(name: str, kind: str, workers: bool, offices: list[str]) -> str:
    """Return the kind of a name by that of its last telling word: a "Union" may be workers, a party or a sport's."""
    if workers:
        return "trade_union"
    leads = {"trade_union": _GOVERNS, "bloc": _LEADS}.get(kind)
    if leads and any(map(leads.search, offices)):
        return "political_party"
    return "regulator" if _OF_A_SPORT.match(name) else kind


def _around(name: str, spoken: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and after each place of the name, a few words of it."""
    at = spoken.find(name)
    while at >= 0:
        end = at + len(name)
        if not spoken[end : end + 1].isalnum() and not spoken[at - 1 : at].isalnum():
            yield spoken[max(0, at - 24) : at], spoken[end : end + 60]
        at = spoken.find(name, end)


def _guessed_kind(sentences: Iterable[str]) -> str:
    """Return the kind that the company of words in the sentences makes likely, "other" where none is."""
    counts = [_company_of_words(sentence) for sentence in sentences]
    armed, business = sum(count[0] for count in counts), sum(count[1] for count in counts)
    if max(armed, business) < 2:
        return "other"
    return "non_state_armed_group" if armed >= business else "company"


@lru_cache(maxsize=1024)
def _company_of_words(sentence: str) -> tuple[int, int]:
    return len(_ARMED.findall(sentence)), len(_BUSINESS.findall(sentence))
