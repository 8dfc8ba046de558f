"""States that the article itself shows to be states, though no table lists them.

A name is one when the text gives it what only states have (a foreign minister, troops, a parliament), itself or by its
adjective: "Xland's foreign minister", "the Xlandian delegation".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from summariser.engines.rules.tables.lexicon import actors, words
from summariser.engines.rules.tables.lookup import Sought
from summariser.engines.rules.text.wording import Wording
from summariser.language.dates import MONTHS
from summariser.language.names import polities_of
from summariser.language.words import STOPWORDS

__all__ = ["is_demonym", "states_told"]

_REST = r"[^\W\d_A-Z]{2,}(?:-[A-Z][^\W\d_A-Z]{2,})?"
_NAME = f"[A-Z]{_REST}"
# What stands before a name is looked at behind its first letter: `re` skips quickly to a letter, and not to a place.
_AT_NAME = rf"[A-Z](?<!\w.){_REST}"
_ALONE = rf"[A-Z](?<![\w'-].){_REST}"
_SUFFIXES = frozenset("an ian ans ians ean eans n ns ese ish i is ic er ers".split())
_SORT = (
    r"[Ii]sland (?:state|nation)|(?<!the )[Ss]tate|[Kk]ingdom|[Rr]epublic|[Ee]mirate|[Gg]overnments?|[Pp]arliaments?"
    r"|[Cc]apital"
)
_sought = partial(Sought, marked=False)
_STATE_OF = _sought(rf"\b(?:{_SORT}) of (?P<name>(?:{_NAME} )?{_NAME})")
_HAS = "constitution|government|parliament|army|border"
_WHOSE = _sought(rf"(?P<name>{_AT_NAME}(?: {_NAME})?), whose (?:\w+ )?(?:{_HAS})s?\b")
_GOVERNMENT = _sought(rf"\b[Tt]he (?P<name>{_NAME}) government\b")
_PART = "Lower|Upper|North|South|East|West|New|Northern|Southern|Eastern|Western|Greater|Great|Republic of|Kingdom of"
_CAPITAL_CITY = _sought(rf"(?P<of>{_AT_NAME})(?:'s)? capital,? (?P<city>{_NAME})\b(?! {_NAME})")
_BOTH = "countries|states|governments|nations|neighbou?rs|armies|foreign ministers|presidents"
_TWO = _sought(rf"\b(?:two|both) (?:{_BOTH})\b")
_PAIR = re.compile(rf"({_AT_NAME}) and ({_NAME})\b(?=.{{0,700}}\b(?:two|both) (?:{_BOTH})\b)", re.DOTALL)


_LOOKS = re.compile(r"(?P<name>[A-Z](?<![\w'.-].)[a-z]{2,}(?:ia|land|stan|via|onia))\b(?! [A-Z])")
_GOVERNED = _sought(
    r"\b(?:[Gg]overnments?|[Mm]inisters?|[Pp]arliament|[Tt]roops|[Aa]rmy|[Cc]abinet|[Ss]overeignty|[Tt]reaty"
    r"|President [A-Z]|[Bb]order|[Rr]ebels?|[Cc]eding|[Ee]mbassy)\b"
)
_OPENS = re.compile(
    r"(?:[A-Z][A-Z ,.]+[\w .,()]{0,24} ?--? )?(?P<name>[A-Z][a-z]{3,}) (?:has|had|is|will|would|on [A-Z]|\w+ed)\b"
)
_MINISTER_ALONE = _sought(
    r"(?<!'s )(?<![a-z] )\b(?:Prime|Finance|Foreign|Economy|Trade|Energy|Agriculture|Interior) Minister [A-Z]"
)
_COMPANY_WORDS = (
    "company|airline|carrier|bank|brewer|retailer|maker|group|firm|club|insurer|operator|striker|midfielder|town|city"
    "|village|province|region|district|suburb|actress|singer"
)
_NO_STATES = frozenset(
    "Maria Julia Victoria Sophia Sofia Olivia Patricia Claudia Virginia Silvia Sylvia Lydia Amelia Antonia Celia Gloria"
    " Natalia Nadia Emilia Marcia Sonia Tania Asia Australasia Scandinavia Eurasia California Pennsylvania Philadelphia"
    " Catalonia Bavaria Galicia Andalusia Columbia Alexandria Valencia Queensland Maryland Cleveland Portland Oakland"
    " Auckland Rhineland Sunderland Cumberland Northumberland Jutland Lapland Westphalia Media Militia Militias Holland"
    " Finland Island Homeland England Via Siberia Crimea Kurdistan Alitalia Iberia Nokia Telia Scania".split()
)
_PART_WORDS = frozenset(_PART.lower().replace(" of", "").split("|"))
_PARTICLES = "al|bin|ibn|de|da|van|von|der|el|del|la|le|di|ben|abu|dos|du"
_LONGER = re.compile(rf"\b(?:{_PART}) (?P<name>(?:{_NAME} )?{_NAME})\b")
_BESIDE_BUSINESS = (
    re.compile(rf"\b(?:{_COMPANY_WORDS}) (?P<name>[A-Z][a-z]+)\b"),
    re.compile(rf"(?P<name>[A-Z](?<!\w.)[a-z]+)(?:'s)? (?=[A-Z]|(?:{_COMPANY_WORDS}|shares?|shareholders|board)\b)"),
    re.compile(r"[A-Z][a-z]+ (?=(?P<name>[A-Z][a-z]+)\b)"),
)
_NAME_NEXT = rf" (?=(?:(?:{_PARTICLES})[- ])?(?P<name>{_NAME})\b(?! {_NAME}))"
_BEFORE_NAME = (
    re.compile(rf"([A-Z](?<![\w'-].)[\w.-]*){_NAME_NEXT}"),
    re.compile(rf"([mp](?<![\w'-].)(?:inister|resident|remier)){_NAME_NEXT}"),
)
_NO_FIRST_NAMES = STOPWORDS | MONTHS.keys() | _PART_WORDS
_SOME = r"(?:[a-z]+ |[A-Z][a-z]+ ){0,2}?"


_ADJECTIVE = _sought(rf"({_AT_NAME}(?:an|ese|ish|landic|i)) {_SOME}(?i:{words('of_states')})\b")
_POSSESSIVE = _sought(rf"(?P<name>{_ALONE}(?: {_NAME})?)'s? {_SOME}(?i:{words('of_states_alone')})\b")


def is_demonym(form: str, name: str) -> bool:
    """Return whether `form` is a name's adjective by their common root: "Marellian" of "Marellia"."""
    root = name.removesuffix("land").rstrip("aeiouy")
    return len(root) >= 4 and form.startswith(root) and form[len(root) :] in _SUFFIXES and form != name


def states_told(wordings: Sequence[Wording], capital: Iterable[str]) -> dict[str, str]:
    """Return the forms of such states, each with the state's name; `capital` are the words with a capital."""
    found: dict[str, str] = {}
    text = "\n".join(wording.bare for wording in wordings)
    names = [m["name"] for sought in (_POSSESSIVE, _STATE_OF, _WHOSE, _GOVERNMENT) for m in _found(sought, wordings)]
    if any(_found(_TWO, wordings)):
        pairs = (match.groups() for match in _PAIR.finditer(text))
        names += [name for pair in pairs if not polities_of(" and ".join(pair)) for name in pair]
    names += _by_their_look(text, wordings)
    adjectives = {match[1] for match in _found(_ADJECTIVE, wordings) if not polities_of(match[1])}
    if not names and not adjectives:
        return found
    before = _words_before_names(text)
    told = {tidy for name in names if (tidy := _tidy(name)) and not _is_person(tidy, before)}
    for word in sorted(capital):
        if word in told or any(is_demonym(adjective, word) for adjective in adjectives):
            told.update({word} if _tidy(word) and not _is_person(word, before) else ())
    found.update({match[0]: match["name"] for match in _LONGER.finditer(text) if match["name"] in told})
    told -= {form for form in told for name in told if is_demonym(form, name) and len(form) > len(name)}
    for name in sorted(told):
        found[name] = name
        found.update({form: name for form in capital if is_demonym(form, name)})
    for match in _found(_CAPITAL_CITY, wordings):
        if match["of"] in found:
            found.setdefault(match["city"], found[match["of"]])  # a capital may stand for its government
    return found


def _found(sought: Sought, wordings: Sequence[Wording]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in those sentences that have the words for it."""
    return (
        match
        for wording in wordings
        if wording.has_words_for(sought)
        for match in sought.pattern.finditer(wording.bare)
    )


def _by_their_look(text: str, wordings: Sequence[Wording]) -> list[str]:
    """Return single names that look like a state's ("…ia", "…land", "…stan") where ministers or governments act.

    A name that opens the article counts too, where a minister of no country told speaks in it.
    """
    if not any(_found(_GOVERNED, wordings)):
        return []
    looking = [match["name"] for match in _LOOKS.finditer(text)]
    opening = _OPENS.match(text) if any(_found(_MINISTER_ALONE, wordings)) else None
    names = {*looking, *([opening["name"]] if opening else [])} - _NO_STATES
    return sorted(names - _of_business(text)) if names else []


def _of_business(text: str) -> set[str]:
    """Return the names that are part of a longer one, or go with words for companies, clubs and towns."""
    return {match["name"] for beside in _BESIDE_BUSINESS for match in beside.finditer(text)}


def _tidy(name: str) -> str | None:
    """Return the name without small words that open a sentence; None where it is a body's, or in the table."""
    table = actors()
    parts = [part for part in name.split() if part.lower() not in STOPWORDS]
    known = any(part in table.organisations or part in table.media or part in table.nobody for part in parts)
    offices = any(part.lower() in table.positions or part.lower() in table.modifiers for part in parts)
    if not parts or known or offices or polities_of(" ".join(parts)) or any(map(polities_of, parts)):
        return None
    return " ".join(parts)


def _words_before_names(text: str) -> dict[str, list[str]]:
    """Return for each single name that no other follows the words with a capital, or for an office, before it."""
    found: dict[str, list[str]] = {}
    for match in (match for before in _BEFORE_NAME for match in before.finditer(text)):
        found.setdefault(match["name"], []).append(match[1].lower().rstrip("."))
    return found


def _is_person(name: str, before: dict[str, list[str]]) -> bool:
    """Whether a single name follows a first name, a title or an office somewhere."""
    return any(word not in _NO_FIRST_NAMES for word in before.get(name, ()))
