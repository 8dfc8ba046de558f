"""Extended Date/Time Format (ISO 8601-2:2019, levels 0 and 1, and intervals): the part that news needs.

Written here because the one library for it prints to standard output and fails with AttributeError on malformed input,
which is what a verifier meets all day; see docs/dependencies.md.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

__all__ = ["EDTF_PATTERN", "bounds", "is_edtf"]

_POINT = r"[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?"
EDTF_PATTERN = rf"^({_POINT}(/({_POINT}|\.\.)?)?|(\.\.)?/{_POINT})$"
"""A regular expression for the model's schema: the form alone. `is_edtf` also knows the calendar."""

_PARTS = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[?~%]?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}


def is_edtf(value: str) -> bool:
    """Return whether `value` is a date, a season, a quarter or an interval that exists in the calendar."""
    ends = ["" if end == ".." else end for end in value.split("/")]
    if len(ends) > 2 or not any(ends) or (len(ends) == 1 and value == ".."):
        return False
    points = [_point_bounds(end) for end in ends if end]
    if any(point is None for point in points):
        return False
    if len(points) == 2 and points[0] and points[1]:
        first, last = points[0][0], points[1][1]
        return first is None or last is None or first <= last
    return True


def bounds(value: str) -> tuple[date | None, date | None]:
    """Return the earliest and the latest day that `value` can mean; None where it is open or its year is unknown.

    Raises ValueError where `value` is no EDTF.
    """
    if not is_edtf(value):
        raise ValueError(f"{value!r} is no date in EDTF")
    first, _, last = value.partition("/") if "/" in value else (value, "", value)
    earliest = _point_bounds(first) if first.strip(".") else None
    latest = _point_bounds(last) if last.strip(".") else None
    return (earliest[0] if earliest else None, latest[1] if latest else None)


@lru_cache(maxsize=4096)
def _point_bounds(point: str) -> tuple[date | None, date | None] | None:
    """Return the days between which a point lies, (None, None) where its year is unknown, None where it is none."""
    match = _PARTS.fullmatch(point)
    if not match:
        return None
    year, month, day = match.groups()
    low_year, high_year = max(_least(year), 1), _most(year)
    months = _months(month)
    if high_year == 0 or not months or (day and (months[0] not in range(1, 13) or not _day_exists(day, months, year))):
        return None
    if year == "XXXX":
        return (None, None)
    first, last = _SEASONS.get(months[0], (months[0], months[-1]))
    last_year = high_year + 1 if first > last else high_year
    if last_year > date.max.year:
        last_year, last = date.max.year, 12
    low = min(_least(day), _length(low_year, first)) if day else 1
    high = min(_most(day), _length(last_year, last)) if day else 31
    return date(low_year, first, max(low, 1)), date(last_year, last, min(high, _length(last_year, last)))


def _months(month: str | None) -> list[int]:
    """Return the months that the digits can mean, or the one season or quarter; nothing where there is none."""
    if month is None:
        return list(range(1, 13))
    if month.isdigit():
        return [int(month)] if int(month) in _SEASONS or 1 <= int(month) <= 12 else []
    return [number for number in range(1, 13) if _fits(number, month)]


def _day_exists(day: str, months: list[int], year: str) -> bool:
    # A year that is not wholly known may be a leap year.
    longest = max(_length(2000 if "X" in year else int(year), month) for month in months)
    if day.isdigit():
        return 1 <= int(day) <= longest
    return any(_fits(number, day) for number in range(1, longest + 1))


def _fits(number: int, digits: str) -> bool:
    return all(mask in ("X", digit) for mask, digit in zip(digits, f"{number:02}", strict=True))


def _least(digits: str) -> int:
    return int(digits.replace("X", "0"))


def _most(digits: str) -> int:
    return int(digits.replace("X", "9"))


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
