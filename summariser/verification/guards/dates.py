"""Dates: those in a claim's wording stand in its sentences, and an EDTF says what its words say."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from summariser.language.dates import MONTHS, WEEKDAYS, resolve
from summariser.language.edtf import bounds, is_edtf
from summariser.language.folding import fold
from summariser.models.faults import Fault
from summariser.models.markers import NotAhead
from summariser.verification.place import Place, has_it

__all__ = ["dates_stand_there", "edtf_agrees", "is_not_ahead"]

_AMBIGUOUS = {"mar", "jan", "dec"}
"""Forms that are names as well: taken for a month in the article, where a claim needs one, not in a claim."""

_FORMS = frozenset([*MONTHS, *WEEKDAYS])
_LONGEST_FIRST = sorted(_FORMS, key=len, reverse=True)
_NAME = re.compile(r"\b(?:" + "|".join(form.capitalize() for form in _LONGEST_FIRST if form not in _AMBIGUOUS) + r")\b")
_FORM = re.compile(r"\b(?:" + "|".join(form.capitalize() for form in _LONGEST_FIRST) + r")\b")
_ISO = re.compile(r"\b\d{4}-(\d\d)-\d\d\b")
_WEEKDAY_ALONE = re.compile(r"(?:(?:on|last|next|this) )?(" + "|".join(WEEKDAYS) + ")", re.IGNORECASE)
_LONGEST = 300
"""Characters of a time's words that are read."""


def dates_stand_there(value: str, place: Place) -> Iterator[Fault]:
    """A month or a weekday in a claim's wording is one that its sentences name."""
    if place.own(value).word_set.isdisjoint(_FORMS):
        return
    for name in dict.fromkeys(_NAME.findall(place.own(value).folded)):
        kind = _kind(name)
        if not place.scope.has(_kinds, kind, [name]):
            where = place.article.where_found(_kinds, kind)
            yield place.fault("dates_stand_there", f"{name!r} does not stand in {place.scope_name}; {has_it(where)}")


def edtf_agrees(value: str, place: Place) -> Iterator[Fault]:
    """An EDTF exists in the calendar and means what the words beside it mean, seen from the day of publication."""
    if not is_edtf(value):
        yield place.fault(
            "edtf_agrees", f"{value!r} is no date in EDTF, such as 2019-10-28, 2019-10 or 2019-10-01/2019-10-10~"
        )
        return
    text = fold(getattr(place.parent, getattr(place.marker, "text", "text"))[:_LONGEST])
    published = place.article.article.date
    expected = resolve(text, published)
    if expected is None:
        if published is None and not any(char.isdigit() for char in text):
            yield place.fault(
                "edtf_agrees", f"{text!r} fixes no date, and the day of publication is unknown; write null"
            )
        else:
            yield place.fault("edtf_agrees", f"{value!r} for {text!r} could not be checked", doubt=True)
    elif not _agree(value, expected, text, published):
        seen_from = f" in an article of {published}" if published else ""
        yield place.fault("edtf_agrees", f"{value!r} is not what {text!r} means{seen_from}; that is {expected!r}")


def is_not_ahead(value: str, place: Place) -> Iterator[Fault]:
    """What lies after the day of publication is planned or expected, however a model tells it."""
    assert isinstance(place.marker, NotAhead)
    published = place.article.article.date
    edtf = getattr(getattr(place.parent, place.marker.when, None), "edtf", None)
    if published is None or edtf is None or value not in place.marker.words or not is_edtf(edtf):
        return
    first, _ = bounds(edtf)
    if first and first > published:
        yield place.fault(
            "is_not_ahead",
            f"is {value!r}, but {edtf} lies after the day of publication, {published}; it is planned or expected",
        )


def _agree(value: str, expected: str, text: str, published: datetime.date | None) -> bool:
    weekday = _WEEKDAY_ALONE.fullmatch(text)
    first, last = bounds(value)
    if weekday and published and first:
        return first.weekday() == WEEKDAYS[weekday[1].lower()] and abs((first - published).days) <= 7
    low, high = bounds(expected)
    if low is None or high is None:
        return value[4:7] == expected[4:7] or len(value.rstrip("?~%")) == 4
    if first is None or last is None:
        return value.startswith("XXXX") is False or value[4:7] == expected[4:7]
    return first <= high and low <= last


def _kind(name: str) -> str:
    """Return a key for a month's or weekday's name, the same for all its spellings."""
    lowered = name.lower()
    return f"weekday {WEEKDAYS[lowered]}" if lowered in WEEKDAYS else f"month {MONTHS[lowered]}"


def _kinds(folded: str) -> frozenset[str]:
    named = map(_kind, _FORM.findall(folded))
    return frozenset([*named, *(f"month {int(month)}" for month in _ISO.findall(folded))])
