"""Expressions of time in news English, and what they mean in EDTF when the day of publication is known.

Conventions (docs/vocabularies.md): "early October" is an interval with an approximate end, "last month" a month,
"this fall" a season. Without a day of publication only what the text itself fixes is resolved: "October" is `XXXX-10`,
"Monday" is nothing.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

__all__ = ["DATE_EXPRESSION", "MONTHS", "WEEKDAYS", "resolve"]

_MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {
    form: number
    for number, name in enumerate(_MONTH_NAMES, start=1)
    for form in ({name, name[:3], "sept"} if number == 9 else {name, name[:3]})
}
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SMALL = {word: value for value, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)}
_SMALL |= {"a": 1, "an": 1}

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b"
_YEAR = r"(?:1[89]|20)\d\d\b"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
_UNIT = r"(?:week|month|year|weekend)"

_FORMS = [
    ("iso", r"(?P<y>(?:1[89]|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])\b"),
    (
        "day",
        rf"(?:(?:{_WEEKDAY},?\s+)?(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?:\s?(?:-|to|and)\s?(?P<d2>{_DAY}))?(?:,?\s+(?P<y>{_YEAR}))?"
        rf"|(?P<D>{_DAY})(?:\s?(?:-|to|and)\s?(?P<D2>{_DAY}))?\s+(?:of\s+)?(?P<M>{_MONTH})(?:,?\s+(?P<Y>{_YEAR}))?)",
    ),
    (
        "part",
        rf"(?:the\s+)?(?P<part>early|mid|middle of|late|end of|beginning of|start of)(?:\s+|-)(?P<m>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?",
    ),
    ("month", rf"(?P<m>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?"),
    ("season", rf"(?P<which>this|last|next)\s+(?P<s>spring|summer|autumn|fall|winter)\b"),
    (
        "unit",
        rf"(?:(?P<part>early|late|later|earlier)\s+)?(?P<which>this|last|next|the past|the coming)\s+(?P<u>{_UNIT})\b",
    ),
    (
        "ago",
        rf"(?P<n>\d{{1,3}}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<u>day|week|month|year)s?\s+(?P<way>ago|earlier|from now)\b",
    ),
    ("weekday", rf"(?:(?P<which>last|next|this|on)\s+)?(?P<w>{_WEEKDAY})"),
    ("near", r"(?P<near>today|yesterday|tomorrow|tonight)\b"),
    ("year", rf"(?P<y>{_YEAR})"),
]
_COMPILED = [(name, re.compile(form, re.IGNORECASE)) for name, form in _FORMS]
DATE_EXPRESSION = re.compile(r"\b(?:" + "|".join(re.sub(r"\?P<\w+>", "?:", form) for _, form in _FORMS) + ")", re.IGNORECASE)
"""Matches one expression of time in running text, the longest form first. A bare lower-case "may" or "march" matches
as well: the caller checks its capital."""


def resolve(text: str, published: date | None) -> str | None:
    """Return in EDTF what `text` ("early October", "Sept 13") means, or None where it can't be known.

    `published` is the article's day of publication. Of two readings of a day or a month without a year, the one nearer
    to it is taken.
    """
    for name, form in _COMPILED:
        match = form.search(text)
        if match and (name != "month" or match["m"][0].isupper() or match["m"].lower() not in {"may", "march"}):
            return _RESOLVERS[name](match, published)
    return None


def _iso(match: re.Match[str], published: date | None) -> str | None:
    return match[0]


def _day(match: re.Match[str], published: date | None) -> str | None:
    month = _month_number(match["m"] or match["M"])
    first, last = _number(match["d"] or match["D"]), match["d2"] or match["D2"]
    year = _year(match["y"] or match["Y"], month, first, published)
    start = f"{year}-{month:02}-{first:02}"
    return f"{start}/{year}-{month:02}-{_number(last):02}" if last and _number(last) > first else start


def _part(match: re.Match[str], published: date | None) -> str | None:
    month = _month_number(match["m"])
    year = _year(match["y"], month, 15, published)
    if year == "XXXX":
        return f"XXXX-{month:02}"
    end = calendar.monthrange(int(year), month)[1]
    low, high = {"e": (1, 10), "b": (1, 10), "s": (1, 10), "m": (11, 20)}.get(match["part"][0].lower(), (21, end))
    if match["part"].lower().startswith(("late", "end")):
        low, high = 21, end
    return f"{year}-{month:02}-{low:02}/{year}-{month:02}-{high:02}~"


def _month(match: re.Match[str], published: date | None) -> str | None:
    month = _month_number(match["m"])
    return f"{_year(match['y'], month, 15, published)}-{month:02}"


def _season(match: re.Match[str], published: date | None) -> str | None:
    step = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    return f"{published.year + step}-{_SEASONS[match['s'].lower()]}" if published else None


def _unit(match: re.Match[str], published: date | None) -> str | None:
    if not published:
        return None
    step = {"last": -1, "the past": -1, "next": 1, "the coming": 1}.get(match["which"].lower(), 0)
    unit = match["u"].lower()
    if unit == "year":
        return str(published.year + step)
    if unit == "month":
        return _shift_months(published, step).strftime("%Y-%m")
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    first = monday + timedelta(days=5) if unit == "weekend" else monday
    return f"{first}/{monday + timedelta(days=6)}"


def _ago(match: re.Match[str], published: date | None) -> str | None:
    if not published:
        return None
    count = int(match["n"]) if match["n"].isdigit() else _SMALL[match["n"].lower()]
    count = count if match["way"].lower() == "from now" else -count
    unit = match["u"].lower()
    if unit in {"day", "week"}:
        day = published + timedelta(days=count * (7 if unit == "week" else 1))
        return f"{day}" if unit == "day" else f"{day}~"
    if unit == "month":
        return _shift_months(published, count).strftime("%Y-%m") + "~"
    return f"{published.year + count:04}~" if published.year + count > 0 else None


def _weekday(match: re.Match[str], published: date | None) -> str | None:
    if not published:
        return None
    wanted = WEEKDAYS[match["w"].lower()]
    ahead = (wanted - published.weekday()) % 7
    if (match["which"] or "").lower() == "next":
        return str(published + timedelta(days=ahead or 7))
    # News tells what has happened: a weekday without more is the last one, today included.
    return str(published + timedelta(days=ahead - 7 if ahead else 0))


def _near(match: re.Match[str], published: date | None) -> str | None:
    step = {"yesterday": -1, "tomorrow": 1}.get(match["near"].lower(), 0)
    return str(published + timedelta(days=step)) if published else None


def _bare_year(match: re.Match[str], published: date | None) -> str | None:
    return match["y"]


_RESOLVERS = {
    "iso": _iso, "day": _day, "part": _part, "month": _month, "season": _season, "unit": _unit, "ago": _ago,
    "weekday": _weekday, "near": _near, "year": _bare_year,
}  # fmt: skip


def _month_number(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")[:3]]


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _year(written: str | None, month: int, day: int, published: date | None) -> str:
    if written:
        return written
    if not published:
        return "XXXX"
    def distance(year: int) -> int:
        return abs((date(year, month, min(day, calendar.monthrange(year, month)[1])) - published).days)

    candidates = [year for year in (published.year - 1, published.year, published.year + 1) if 1 <= year <= 9999]
    return f"{min(candidates, key=distance):04}"


def _shift_months(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(min(max(index // 12, 1), 9999), index % 12 + 1, 1)
