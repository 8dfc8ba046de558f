"""The day of publication in the forms that archives have it in. What can't be read is None, never a guess."""

from __future__ import annotations

import re
from datetime import date, datetime

from summariser.language.date_forms import MONTHS

__all__ = ["day_of"]

_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
# What may follow a day: a time, and what a time is written with. Anything else, and it was no date.
_TIME = r"(?:[T\s,@:|–-]*(?:at\s+)?\d{1,2}[:.h]?\d{2}.*|\s*[TZ]?[\s.,]*)$"
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE | re.DOTALL)
    for form in (
        rf"{_YEAR}(?P<mark>[-/.]?)(?P<number>\d{{2}})(?P=mark)(?P<day>\d{{2}})(?!\d(?!\d{{3}}))",
        rf"{_WEEKDAY}{_DAY}[\s/-]+(?:of\s+)?{_MONTH},?[\s/-]+{_YEAR}(?!\d)",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}(?!\d)",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}(?!\d)",
    )
)
_CTIME = re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY}\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{{1,5}}\s+)?{_YEAR}$", re.IGNORECASE)
_SLASHES = re.compile(rf"(?P<first>\d{{1,2}})[/-](?P<second>\d{{1,2}})[/-]{_YEAR}(?!\d){_TIME}", re.DOTALL)


def day_of(value: object) -> date | None:
    """Return the day that `value` tells, a date or a text such as "2-JUN-1987 10:04:07.81", or None.

    The day is the one that is written, whatever the time zone. Days of another order than year, month, day that are
    all numbers ("11/01/2016") are read only where one reading is possible; a year has four digits.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and len(str(value)) == 8:
        value = str(value)
    if not isinstance(value, str) or len(value) > 100:
        return None
    text = value.strip()
    for form in (*_FORMS, _CTIME):
        if match := form.match(text):
            parts = match.groupdict()
            number = int(parts["number"]) if parts.get("number") else MONTHS.get(parts["month"].lower(), 0)
            return _day(parts["year"], number, parts["day"])
    match = _SLASHES.match(text)
    return _either(match["year"], int(match["first"]), int(match["second"])) if match else None


def _either(year: str, first: int, second: int) -> date | None:
    """Return the day whose order, day first or month first, is told by its numbers alone."""
    readings = {_day(year, second, str(first)), _day(year, first, str(second))} - {None}
    return readings.pop() if len(readings) == 1 else None


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
