"""What expressions of time in news English mean in EDTF when the day of publication is known.

Conventions (docs/vocabularies.md): "early October" is an interval with an approximate end, "last month" a month,
"this fall" a season. Without a day of publication only what the text itself fixes is resolved: "October" is `XXXX-10`,
"Monday" is nothing. Where the text leaves it open ("a year earlier": than what?) the answer is nothing as well.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date

from summariser.language.date_forms import (
    COMPILED,
    DATE_EXPRESSION,
    LOWER_DATE_EXPRESSION,
    MONTHS,
    SEASONS,
    SMALL,
    WEEKDAYS,
    YEAR_BESIDE,
)
from summariser.language.folding import fold

__all__ = ["DATE_EXPRESSION", "LOWER_DATE_EXPRESSION", "MONTHS", "WEEKDAYS", "resolve"]

_Match = re.Match[str]
_STEPS = {"last": -1, "this": 0, "next": 1}


def resolve(text: str, published: date | None) -> str | None:
    """Return in EDTF what `text` ("early October", "Sept 13") means, or None where it can't be known.

    `published` is the article's day of publication. Of the readings of a day or a month without a year, the one
    nearest to it is taken.
    """
    text = text if text.isascii() else fold(text)
    if published:
        text = YEAR_BESIDE.sub(lambda match: f"{match[1]} {published.year + _STEPS[match[2].lower()]:04}", text)
    for name, form in COMPILED:
        match = form.search(text)
        if match and (name != "month" or match["m"][0].isupper() or match["m"].lower() not in {"may", "march"}):
            meant = _RESOLVERS[name](match, published)
            return None if meant and "0000" in meant else meant  # the calendar begins with the year 1
    return None


def _iso(match: _Match, published: date | None) -> str | None:
    return match[0] if int(match["d"]) <= _length(match["y"], int(match["m"])) else None


def _day(match: _Match, published: date | None) -> str | None:
    month = _month_number(match["m"] or match["M1"] or match["M"])
    last_month = _month_number(match["m2"] or match["m"] or match["M"])
    first = _digits(match["d"] or match["D"])
    last = _digits(match["d2"] or match["D2"] or str(first))
    year = _year(match["y"] or match["Y"], month, first, published)
    if first > _length(year, month) or last > _length(year, last_month):
        return None
    start = f"{year}-{month:02}-{first:02}"
    if month == last_month and (last <= first or (" and " in match[0] and last - first > 2)):
        return start  # "Oct 2 and 12 ministers": no interval
    last_year = f"{int(year) + 1:04}" if last_month < month and year != "XXXX" else year
    return f"{start}/{last_year}-{last_month:02}-{last:02}"


def _part(match: _Match, published: date | None) -> str | None:
    month = _month_number(match["m"])
    return _third_of_month(_year(match["y"], month, 15, published), month, match["part"])


def _part_of_year(match: _Match, published: date | None) -> str | None:
    return _third_of_year(match["y"], match["part"])


def _end(match: _Match, published: date | None) -> str | None:
    if not published:
        return None
    step = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    unit = match["u"].lower()
    if unit == "year":
        return f"{published.year + step:04}-12~"
    if unit == "month":
        first = _shift_months(published, step)
        return _third_of_month(f"{first.year:04}", first.month, "end of")
    friday = 7 * step - published.weekday() + 4
    return f"{_shift(published, friday)}/{_shift(published, friday + 2)}~"


def _month(match: _Match, published: date | None) -> str | None:
    month = _month_number(match["m"])
    return f"{_year(match['y'], month, 15, published)}-{month:02}"


def _season(match: _Match, published: date | None) -> str | None:
    """ "Last spring" is the latest that is over, "next spring" the first to begin, "this spring" that of the year."""
    season = SEASONS[(match["s"] or match["S"]).lower()]
    if match["y"]:
        return f"{match['y']}-{season}"
    if not published:
        return None
    begins = 3 * (season - 20)
    months = published.year * 12 + published.month
    # Years in which a season of that name begins, and the months, counted from year 0, in which it begins and is over.
    near = [
        (year, year * 12 + begins, year * 12 + begins + 3) for year in range(published.year - 2, published.year + 2)
    ]
    which = match["which"].lower()
    if which == "last":
        year = max(year for year, _, over in near if over <= months)
    elif which == "next":
        year = min(year for year, start, _ in near if start > months)
    else:
        year = next((year for year, start, over in near if start <= months < over), published.year)
    return f"{year:04}-{season}"


def _quarter(match: _Match, published: date | None) -> str | None:
    if not (match["y"] or published):
        return None
    year = match["y"] or f"{published.year:04}"  # type: ignore[union-attr]
    number = (
        int(match["n"][0])
        if match["n"][0].isdigit()
        else ["first", "second", "third", "fourth"].index(match["n"].lower()) + 1
    )
    if match["q"].lower() == "quarter":
        return f"{year}-{32 + number}"
    return {1: f"{year}-01/{year}-06", 2: f"{year}-07/{year}-12"}.get(number)


def _unit(match: _Match, published: date | None) -> str | None:
    if not published:
        return None
    which, unit, part = match["which"].lower(), match["u"].lower(), (match["part"] or "").lower()
    days = {"week": 7, "month": 30, "year": 365}.get(unit)
    if days and which == "the past":
        return f"{_shift(published, -days)}~/{published}"
    if days and which == "the coming":
        return f"{published}/{_shift(published, days)}~"
    step = {"last": -1, "the past": -1, "next": 1, "the coming": 1}.get(which, 0)
    if unit == "year":
        year = f"{published.year + step:04}"
        return _third_of_year(year, part) if part in {"early", "late"} else year
    if unit == "month":
        first = _shift_months(published, step)
        whole = first.isoformat()[:7]
        return _third_of_month(f"{first.year:04}", first.month, part) if part in {"early", "late"} else whole
    monday = 7 * step - published.weekday()
    return f"{_shift(published, monday + 5 if unit == 'weekend' else monday)}/{_shift(published, monday + 6)}"


def _ago(match: _Match, published: date | None) -> str | None:
    way = match["way"].lower()
    if not published or way == "earlier":
        return None
    count = int(match["n"]) if match["n"].isdigit() else SMALL[match["n"].lower()]
    count = count if way == "from now" else -count
    unit = match["u"].lower()
    if unit == "day":
        return str(_shift(published, count))
    if unit == "week":
        return f"{_shift(published, 7 * count)}~"
    if unit == "month":
        return _shift_months(published, count).isoformat()[:7] + "~"
    return f"{published.year + count:04}~" if 1 <= published.year + count <= 9999 else None


def _weekday(match: _Match, published: date | None) -> str | None:
    if not published:
        return None
    ahead = (WEEKDAYS[match["w"].lower()] - published.weekday()) % 7
    which = (match["which"] or "").lower()
    if which == "next":
        return str(_shift(published, ahead or 7))
    if which == "this":
        return str(_shift(published, ahead))
    if which == "last":
        return str(_shift(published, ahead - 7))
    # News tells what has happened: a weekday without more is the last one, today included.
    return str(_shift(published, ahead - 7 if ahead else 0))


def _near(match: _Match, published: date | None) -> str | None:
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(match["near"].lower(), 0)
    return str(_shift(published, step)) if published else None


def _decade(match: _Match, published: date | None) -> str | None:
    return f"{match['y']}X"


def _years(match: _Match, published: date | None) -> str | None:
    """ "1990", "1990-91", "1990/1991"; "2019-10" is a month."""
    first, second = match["y"], match["y2"] or ""
    if len(second) == 2 and 1 <= int(second) <= 12 and int(second) != (int(first) + 1) % 100:
        return f"{first}-{second}"
    last = first[:2] + second if len(second) == 2 else second
    return f"{first}/{last}" if last > first else first


_RESOLVERS: dict[str, Callable[[_Match, date | None], str | None]] = {
    "iso": _iso, "day": _day, "part": _part, "part_of_year": _part_of_year, "end": _end, "month": _month,
    "season": _season, "quarter": _quarter, "unit": _unit, "ago": _ago, "weekday": _weekday, "near": _near,
    "decade": _decade, "years": _years,
}  # fmt: skip


def _third(part: str) -> int:
    part = part.lower()
    return 2 if part.startswith(("late", "end")) else 1 if part.startswith("mid") else 0


def _third_of_month(year: str, month: int, part: str) -> str:
    if year == "XXXX":
        return f"XXXX-{month:02}"
    third = _third(part)
    last = _length(year, month) if third == 2 else 10 * third + 10
    return f"{year}-{month:02}-{10 * third + 1:02}/{year}-{month:02}-{last:02}~"


def _third_of_year(year: str, part: str) -> str:
    third = _third(part)
    return f"{year}-{4 * third + 1:02}/{year}-{4 * third + 4:02}~"


def _month_number(name: str) -> int:
    return MONTHS[name.lower()[:3]]


def _digits(day: str) -> int:
    return int("".join(filter(str.isdigit, day)))


def _length(year: str, month: int) -> int:
    """Return how many days the month has; a year that is not known may be a leap year."""
    return calendar.monthrange(2000 if year == "XXXX" else int(year), month)[1]


def _year(written: str | None, month: int, day: int, published: date | None) -> str:
    """Return the written year, or the one that brings the day nearest to publication, leap days allowed for."""
    if written or not published:
        return written or "XXXX"
    years = [str(year) for year in range(max(1, published.year - 4), min(9999, published.year + 4) + 1)]
    real = [date(int(year), month, day) for year in years if day <= _length(year, month)]
    nearest = min(real, key=lambda each: abs((each - published).days), default=published)
    return f"{nearest.year:04}"


def _shift(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _shift_months(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(min(max(index // 12, 1), 9999), index % 12 + 1, 1)
