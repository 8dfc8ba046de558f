"""Dates in a claim's wording: they stand in its sentences, and "last year" is not "next year"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.language.dates import MONTHS, WEEKDAYS
from summariser.models.faults import Fault
from summariser.verification.place import Place, has_it

__all__ = ["dates_stand_there", "past_stays_past"]

_AMBIGUOUS = {"mar", "jan", "dec"}
"""Forms that are names as well: taken for a month in the article, where a claim needs one, not in a claim."""

_FORMS = frozenset([*MONTHS, *WEEKDAYS])
_LONGEST_FIRST = sorted(_FORMS, key=len, reverse=True)
_NAME = re.compile(r"\b(?:" + "|".join(form.capitalize() for form in _LONGEST_FIRST if form not in _AMBIGUOUS) + r")\b")
_FORM = re.compile(r"\b(?:" + "|".join(form.capitalize() for form in _LONGEST_FIRST) + r")\b")
_ISO = re.compile(r"\b\d{4}-(\d\d)-\d\d\b")
_UNIT = r"(?:second|minute|hour|day|week|weekend|month|quarter|year|decade|spring|summer|autumn|fall|winter|\w+day)s?"
_RELATIVE = frozenset("last past yesterday ago next coming upcoming tomorrow now".split())
_PAST = re.compile(rf"\b(?:(?:last|past)\s+({_UNIT})|yesterday|({_UNIT})\s+ago)\b")
_FUTURE = re.compile(rf"\b(?:(?:next|coming|upcoming)\s+({_UNIT})|tomorrow|({_UNIT})\s+from now)\b")


def dates_stand_there(value: str, place: Place) -> Iterator[Fault]:
    """A month or a weekday in a claim's wording is one that its sentences name."""
    if place.own(value).word_set.isdisjoint(_FORMS):
        return
    for name in dict.fromkeys(_NAME.findall(place.own(value).folded)):
        kind = _kind(name)
        if not place.scope.has(_kinds, kind, [name]):
            where = place.article.where_found(_kinds, kind)
            yield place.fault("dates_stand_there", f"{name!r} does not stand in {place.scope_name}; {has_it(where)}")


def past_stays_past(value: str, place: Place) -> Iterator[Fault]:
    """One small word moves a claim from the past to the future: "last year" is not "next year"."""
    if place.own(value).word_set.isdisjoint(_RELATIVE):
        return
    for here, contrary in ((_PAST, _FUTURE), (_FUTURE, _PAST)):
        own = list(here.finditer(place.own(value).folded_case))
        scope = place.scope.folded_case if own else ""
        there = {_unit(match) for match in here.finditer(scope)}
        for match in own:
            against = (other[0] for other in contrary.finditer(scope) if _unit(other) == _unit(match))
            if _unit(match) not in there and (other := next(against, None)):
                yield place.fault("past_stays_past", f"says {match[0]!r}, but {place.scope_name} {other!r}")


def _unit(match: re.Match[str]) -> str:
    return (match[1] or match[2] or "day").removesuffix("s")


def _kind(name: str) -> str:
    """Return a key for a month's or weekday's name, the same for all its spellings."""
    lowered = name.lower()
    return f"weekday {WEEKDAYS[lowered]}" if lowered in WEEKDAYS else f"month {MONTHS[lowered]}"


def _kinds(folded: str) -> frozenset[str]:
    named = map(_kind, _FORM.findall(folded))
    return frozenset([*named, *(f"month {int(month)}" for month in _ISO.findall(folded))])
