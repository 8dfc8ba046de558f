"""Extended Date/Time Format (ISO 8601-2:2019, levels 0 and 1, and intervals): the part that news needs.

Written here because the one library for it prints to standard output and fails with AttributeError on malformed input,
which is what a verifier meets all day; see docs/dependencies.md.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

__all__ = ["EDTF_PATTERN", "bounds", "is_edtf"]

_POINT = r"[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?"
EDTF_PATTERN = rf"^({_POINT}|{_POINT}/{_POINT}|{_POINT}/|/{_POINT})$"
"""A regular expression for the model's schema: the form alone. `is_edtf` also knows the calendar."""

_PARTS = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[?~%]?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}


def is_edtf(value: str) -> bool:
    """Return whether `value` is a date, a season, a quarter or an interval that exists in the calendar."""
    ends = value.split("/")
    if len(ends) > 2 or not any(ends):
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
    earliest = _point_bounds(first) if first else None
    latest = _point_bounds(last) if last else None
    return (earliest[0] if earliest else None, latest[1] if latest else None)


def _point_bounds(point: str) -> tuple[date | None, date | None] | None:
    """Return the days between which a point lies, (None, None) where its year is unknown, None where it is none."""
    match = _PARTS.fullmatch(point)
    if not match:
        return None
    year, month, day = match.groups()
    low_year, high_year = _range(year)
    if high_year == 0 or not _month_exists(month, day, high_year if "X" not in year else 2000):
        return None
    if year == "XXXX":
        return (None, None)
    low_year = max(low_year, 1)
    low_month, high_month = _months(month)
    wraps = low_month > high_month
    last_year = high_year + 1 if wraps and high_year < date.max.year else high_year
    low_day, high_day = _days(day, last_year, high_month)
    return date(low_year, low_month, low_day), date(last_year, high_month, high_day)


def _range(digits: str) -> tuple[int, int]:
    return int(digits.replace("X", "0")), int(digits.replace("X", "9"))


def _month_exists(month: str | None, day: str | None, year: int) -> bool:
    if month is None or "X" in month:
        return day is None or "X" in day or 1 <= int(day) <= 31
    number = int(month)
    if number in _SEASONS:
        return day is None
    if not 1 <= number <= 12:
        return False
    return day is None or "X" in day or 1 <= int(day) <= calendar.monthrange(year, number)[1]


def _months(month: str | None) -> tuple[int, int]:
    if month is None or "X" in month:
        return 1, 12
    return _SEASONS.get(int(month), (int(month), int(month)))


def _days(day: str | None, year: int, month: int) -> tuple[int, int]:
    last = calendar.monthrange(year, month)[1]
    if day is None or "X" in day:
        return 1, last
    return int(day), min(int(day), last)
