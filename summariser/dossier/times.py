"""Times for people: what an EDTF says, uncertainty included, and where it stands among others."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from summariser.dossier.reports import Time
from summariser.language.edtf import bounds, is_edtf

__all__ = ["Span", "day_of", "in_words", "is_exact", "span_of", "when"]

Span = tuple[date | None, date | None]
"""The first and the last day that a time can mean, None where that is open."""

_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "33": "first quarter of", "34": "second quarter of", "35": "third quarter of", "36": "fourth quarter of",
}  # fmt: skip
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MARKS = {"~": "about ", "?": "possibly ", "%": "possibly about "}


@lru_cache(maxsize=16_384)
def span_of(edtf: str | None) -> Span:
    """Return the days between which a time lies; (None, None) where nothing is known."""
    return bounds(edtf) if edtf and is_edtf(edtf) else (None, None)


def is_exact(edtf: str | None) -> bool:
    """Return whether a time is one certain day."""
    return edtf is not None and _DAY.fullmatch(edtf) is not None


@lru_cache(maxsize=16_384)
def in_words(edtf: str) -> str:
    """Return an EDTF as people write it: "about 3 May 2024", "summer 2019", "October, year not told"."""
    if "/" not in edtf:
        return _point(edtf)
    first, _, last = edtf.partition("/")
    if not first.strip("."):
        return f"until {_point(last)}"
    if not last.strip("."):
        return f"from {_point(first)} on"
    return f"between {_point(first)} and {_point(last)}"


def day_of(day: date) -> str:
    """Return a day as people write it."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}"


def when(time: Time | None) -> str | None:
    """Return a time in words, with the article's own where they do not say the same."""
    if time is None:
        return None
    return in_words(time.edtf) if time.edtf else f"“{time.text}”"


def _point(point: str) -> str:
    mark = _MARKS.get(point[-1], "")
    year, month, day = (*point.rstrip("~?%").split("-"), None, None)[:3]
    assert year is not None
    if "X" in (month or "") or "X" in (day or ""):
        return f"{mark}{point.rstrip('~?%')}"
    whole = _year(year)
    if month in _SEASONS:
        return f"{mark}{_SEASONS[month]} {whole}"
    if month is None:
        return mark + whole
    name = _MONTHS[int(month) - 1]
    if year == "XXXX":
        return f"{mark}{f'{int(day)} ' if day else ''}{name}, year not told"
    return f"{mark}{f'{int(day)} ' if day else ''}{name} {whole}"


def _year(year: str) -> str:
    if year.endswith("X") and year[:3].isdigit():
        return f"the {year[:3]}0s"
    return "a year not told" if year == "XXXX" else year
