"""Names of people, states and organisations: which forms mean the same one.

The table of states (names, demonyms, capitals, codes) is countryinfo's; `data/polities.tsv` adds what newsrooms say
("White House", "Bonn", old spellings) and unions of states.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA

from summariser.language.folding import fold
from summariser.language.tables import table_rows
from summariser.language.words import STOPWORDS, tokens

__all__ = [
    "OFFICES",
    "acronym",
    "forms_of",
    "is_short",
    "is_state",
    "is_union",
    "misspelt",
    "name_words",
    "polities_of",
    "polity_table",
]

OFFICES = frozenset(
    """
    mr mrs ms miss dr sir lord lady prof professor president prime minister premier chancellor king queen prince
    princess emir sheikh shaikh sultan ayatollah pope cardinal bishop archbishop rabbi general gen colonel col major maj
    captain capt lieutenant lt admiral sergeant ambassador envoy secretary senator sen representative rep congressman
    governor gov mayor chairman chairwoman chair chief director spokesman spokeswoman spokesperson deputy vice former
    foreign defence defense finance interior minister adviser advisor special government ministry officials official
    """.split()
)
_SHORT_FORMS = frozenset(["us", "usa", "america", "uk", "britain", "great britain", "uae"])
_ACRONYM_DOTS = re.compile(r"\b(?:[A-Za-z]\.){2,}[A-Za-z]?(?=\W|$)")


@cache
def polity_table() -> dict[str, frozenset[str]]:
    """Return every known state and union by canonical name, with its folded lower-case forms."""
    from countryinfo import all_countries  # noqa: PLC0415 (it reads 250 small files: only when a name is looked up)

    table: dict[str, set[str]] = {}
    for country in all_countries():
        facts = country.info()
        forms = {facts["name"], *_listed(facts.get("capital")), *_listed(facts.get("demonym"))}
        spellings = facts.get("altSpellings", ())
        forms.update(form for form in spellings if len(form) > 3 and form.isascii() and form != "Island")
        table[facts["name"]] = {_plain(form) for form in forms}
    for name, further, _ in _said_in_newsrooms():
        table.setdefault(name, set()).update(_plain(form) for form in [name, *further])
    return {
        name: frozenset(forms | {form + "s" for form in forms if form.endswith(("an", "i"))})
        for name, forms in table.items()
    }


@cache
def _said_in_newsrooms() -> list[tuple[str, list[str], bool]]:
    """The rows of `data/polities.tsv`: a polity, further forms of its name, and whether it is a union of states."""
    rows = table_rows(Path(__file__).parent / "data" / "polities.tsv")
    return [(name, further.split(";"), bool(union)) for name, further, *union in rows]


@cache
def _states() -> frozenset[str]:
    unions = {name for name, _, is_union in _said_in_newsrooms() if is_union}
    return frozenset(_plain(name) for name in polity_table() if name not in unions) | _SHORT_FORMS


@cache
def _unions() -> frozenset[str]:
    rows = [(name, further) for name, further, is_union in _said_in_newsrooms() if is_union]
    short = (form for _, further in rows for form in further if is_short(form))
    return frozenset(map(_plain, [*(name for name, _ in rows), *short]))


def is_short(form: str) -> bool:
    """Return whether a form is a name in capitals ("U.N."): of a union's, others may be its seat's or its bodies'."""
    return form.replace(".", "").isupper()


def is_union(name: str) -> bool:
    """Return whether `name` is a union of states' own ("the EU", "United Nations"), not that of its seat or bodies."""
    return _plain(name).removeprefix("the ") in _unions()


def is_state(name: str) -> bool:
    """Return whether `name` is a state's own ("Norway", "the U.S."), not its people's, capital's or government's."""
    return _plain(name).removeprefix("the ") in _states()


def _listed(value: Any) -> list[str]:
    """The table gives one value as text, with commas between several, or as a list, or null."""
    return [part for part in (value.split(",") if isinstance(value, str) else value or ()) if part]


@cache
def _by_form() -> dict[str, frozenset[str]]:
    owners: dict[str, set[str]] = {}
    for name, forms in polity_table().items():
        for form in forms:
            owners.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in owners.items()}


@lru_cache(maxsize=16_384)
def polities_of(form: str) -> frozenset[str]:
    """Return the canonical names that `form` ("Kabul", "Afghan", "U.S.") can stand for; mostly none or one."""
    plain = _plain(form)
    return _by_form().get(plain) or _by_form().get(plain.removeprefix("the ").removesuffix(" government"), frozenset())


@lru_cache(maxsize=16_384)
def forms_of(name: str) -> frozenset[str]:
    """Return the folded lower-case forms under which a text may mention the bearer of `name`.

    The name itself, its acronym, and where it names a state or holds one ("Afghan government"), that state's forms.
    """
    forms = {_plain(name), _plain(name).removeprefix("the ")}
    short = acronym(name)
    if short:
        forms.add(_plain(short))
    for polity in polities_of(name):
        forms |= polity_table()[polity]
    return frozenset(forms - {""})


def name_words(name: str) -> list[str]:
    """Return the words of a name that tell its bearer apart: no titles, offices, articles or prepositions."""
    words = tokens(_undotted(name))
    telling = [word for word in words if word not in OFFICES and word not in STOPWORDS]
    return telling or words


def acronym(name: str) -> str | None:
    """Return the capitals of a name of several words ("European Steel Union" → "ESU"), None for a shorter one."""
    capitals = [word[0] for word in fold(name).replace("-", " ").split() if word[0].isupper()]
    return "".join(capitals) if len(capitals) >= 2 else None


def misspelt(word: str, other: str) -> bool:
    """Return whether two folded words are one name spelt twice: one slip in five letters, two in eight or more."""
    shorter = min(len(word), len(other))
    if shorter < 5 or word[0] != other[0]:
        return word == other
    allowed = 2 if shorter >= 8 else 1
    return OSA.distance(word, other, score_cutoff=allowed) <= allowed


def _undotted(name: str) -> str:
    return _ACRONYM_DOTS.sub(lambda match: match[0].replace(".", ""), name)


def _plain(form: str) -> str:
    return " ".join(tokens(_undotted(form)))
