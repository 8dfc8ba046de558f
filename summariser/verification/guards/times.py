"""Times of claims: their words are those of the claim's sentences, their EDTF means what the words mean, and what lies
ahead has not happened."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from summariser.language.dates import DATE_EXPRESSION, MONTHS, WEEKDAYS, resolve
from summariser.language.edtf import bounds, is_edtf
from summariser.language.folding import fold, fold_case
from summariser.language.locating import stands_whole
from summariser.models.faults import Fault
from summariser.models.markers import NotAhead
from summariser.verification.place import Place, quoted

__all__ = ["edtf_agrees", "is_not_ahead", "time_is_the_claims"]

_HOUR = re.compile(
    r"(?<=\bat )\d{3,4}\b"
    r"|\b\d{1,2}(?:[:.]?\d\d)?(?:\s?[ap]\.?m\b\.?|\s?(?:gmt|utc|cet|bst|[ecmp][sd]t)\b|\s?o'clock\b|(?<=[:.]\d\d))",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:(last|next|this)\s+)?(" + "|".join(WEEKDAYS) + r")\b", re.IGNORECASE)
_OTHER_DATE = re.compile(r"\d|\b(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r"|week|month|year)\b", re.I)
_DAY_ALONE = re.compile(r"\bthe (\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
_OF_THE_DAY = re.compile(
    r"\b(?:morning|noon|midday|afternoon|evening|night|midnight|overnight|dawn|dusk)\b", re.IGNORECASE
)
_LATER = re.compile(r"\b(?:later (?:today|tonight)|tomorrow|next (?:\w+day|week|weekend|month|year))\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|through|by)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_AHEAD = re.compile(
    r"\b(?:will|shall|would(?! not\b)|(?:is|are|was|were) (?:due|expected|planned|scheduled|set|to)"
    r"|(?:plan|intend|hope|aim|expect)s? to)\b"
)
_OTHER_VERB = re.compile(r"\b(?:\w{2,}ed|took|met|put|set|began|held|made|gave|that|which|who|whose|if|what)\b", re.I)
"""Before a "would" these tell that it is not the main verb: "Ruvo promised it would go"."""
_SAYING = re.compile(r"\b(?:sa(?:id|ys?)|told|tells?|warns?|adds?|wrote|writes?|added|according)\b")
"""That somebody said so has happened, whatever lies ahead."""
_ANOTHER_DAY = re.compile(r"\b(?:that|same|following|next|previous) (?:\w+ )?$", re.IGNORECASE)
"""Before a part of a day these make it one of a day that was told before, not that of publication."""
_MONTH = re.compile(r"[\dX]{4}-(?:0\d|1[0-2])")
_DAY = re.compile(r"[\dX]{4}-\d\d-[\dX]{2}")
_A_MONTH = rf"(?i:{'|'.join(MONTHS)})"
_PART_OF_A_MONTH = re.compile(
    r"\d|\b(?:until|till|through|by|early|earlier|late|later|rest|so far|mid\w*|half|end|begin\w*|start|last|eve"
    r"|ides|weekend|week|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir\w+|fourteen\w*|fif\w+|sixteen\w*"
    r"|seventeen\w*|eighteen\w*|nineteen\w*|twent\w+|first|second|third|fourth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|\w+day)\b",
    re.IGNORECASE,
)
"""By these a day of a month may be meant: "the first of July", "on the 5th", "until June"."""
_NEAR = 40
"""Characters beside the words of a time that may say more of it."""
_HALF_A_YEAR, _A_YEAR = 245, 366
"""Days: of a month or a day without a year, both the last and the next may be meant if neither is further away, and
however far the last, and the next where the sentences tell of what lies ahead."""
_MONTH_AND_A_HALF = 45
_LONGEST = 300
"""Characters of a time's words that are read."""


def time_is_the_claims(value: str, place: Place) -> Iterator[Fault]:
    """A time of a neighbouring sentence is mostly that of another event.

    Where the claim's own sentences tell no time, one that stands beside them may be theirs; and one that means the same
    day as theirs is as good. A time in the claim's wording is part of what it says, and no time at which it was said;
    nor is that of the dateline.
    """
    scope = place.scope
    if not place.cited or stands_whole(fold_case(value), scope.folded_case):
        return
    published = place.article.article.date
    expected = resolve(value, published)
    told = scope.folded.removeprefix(scope.dateline)
    own = [match[0] for match in DATE_EXPRESSION.finditer(told) if match[0].strip(".") not in {"may", "march"}]
    said = place.claim and place.draft.wording_of(place.claim)
    own = [words for words in own if not said or fold_case(words).strip(".") not in said]
    if own and not (expected and expected in {resolve(words, published) for words in own}):
        told = ", ".join(quoted(words) for words in dict.fromkeys(own[:3]))
        yield place.fault(
            "time_is_the_claims",
            f"{quoted(fold(value))} is not in {place.scope_name}, where the time is {told}; take that, or null",
        )


def edtf_agrees(value: str, place: Place) -> Iterator[Fault]:
    """An EDTF exists in the calendar and means what the words beside it mean, seen from the day of publication."""
    if not is_edtf(value):
        yield place.fault(
            "edtf_agrees", f"{value!r} is no date in EDTF, such as 2019-10-28, 2019-10 or 2019-10-01/2019-10-10~"
        )
        return
    text = fold((getattr(place.parent, getattr(place.marker, "text", "text")) or "")[:_LONGEST])
    published = place.article.article.date
    expected = resolve(text, published)
    if expected is None:
        yield from _unresolved(value, text, published, place)
    elif not _agree(value, expected, text, place):
        seen_from = f" in an article of {published}" if published else ""
        yield place.fault("edtf_agrees", f"{value!r} is not what {text!r} means{seen_from}; that is {expected!r}")


def is_not_ahead(value: str, place: Place) -> Iterator[Fault]:
    """What lies after the day of publication is planned or expected, however a model tells it, and so is what its own
    words tell as ahead ("the ministers will meet"). Until when something goes on says nothing of its beginning."""
    assert isinstance(place.marker, NotAhead)
    if value not in place.marker.words:
        return
    when = getattr(place.parent, place.marker.when, None)
    text, edtf = getattr(when, "text", None) or "", getattr(when, "edtf", None)
    published = place.article.article.date
    first = bounds(edtf)[0] if edtf and is_edtf(edtf) else None
    if published and first and first > published and not _is_an_end(value, text, place):
        yield place.fault(
            "is_not_ahead",
            f"is {value!r}, but {edtf} lies after the day of publication, {published}; it is planned or expected",
        )
    elif _LATER.search(text):
        yield place.fault("is_not_ahead", f"is {value!r}, but {text!r} lies ahead; it is planned or expected")
    elif place.marker.wording and (ahead := _told_as_ahead(getattr(place.parent, place.marker.wording) or "")):
        if getattr(place.parent, place.marker.kind, None) in place.marker.spoken:
            return
        yield place.fault(
            "is_not_ahead",
            f"is {value!r}, but {place.marker.wording} says {ahead!r}; make the two agree",
        )


def _is_an_end(value: str, text: str, place: Place) -> bool:
    """Whether a time tells until when: what is put off "until Friday" has happened, what lasts until then goes on."""
    if _UNTIL.search(text):
        return True
    before = rf"\b(?:until|till|through|by)\s+(?:the\s+)?{re.escape(fold_case(text))}"
    return value == "ongoing" and re.search(before, place.article.join(place.cited).folded_case) is not None


def _told_as_ahead(wording: str) -> str | None:
    """Return the words by which a wording says that its main verb lies ahead."""
    match = _AHEAD.search(wording)
    if not match or _OTHER_VERB.search(wording[: match.start()]) or _SAYING.search(wording):
        return None
    return match[0]


def _unresolved(value: str, text: str, published: datetime.date | None, place: Place) -> Iterator[Fault]:
    if published is None and not any(char.isdigit() for char in text):
        yield place.fault("edtf_agrees", f"{text!r} fixes no date, and the day of publication is unknown; write null")
        return
    first = bounds(value)[0]
    away = abs((first - published).days) if first and published else None
    day = _DAY_ALONE.search(text)
    if day and first and away is not None and len(value) == len("2019-10-28"):
        if first.day != int(day[1]) or away > _MONTH_AND_A_HALF:
            yield place.fault("edtf_agrees", f"{value!r} is not what {text!r} means in an article of {published}")
    elif away is not None and (part := _OF_THE_DAY.search(text)) and not _OTHER_DATE.search(_HOUR.sub("", text)):
        if away > 1 and not _ANOTHER_DAY.search(text[: part.start()]):
            yield place.fault(
                "edtf_agrees", f"{value!r} is not what {text!r} means in an article of {published}; that is that day"
            )
    else:
        yield place.fault("edtf_agrees", f"{value!r} for {text!r} could not be checked", doubt=True)


def _agree(value: str, expected: str, text: str, place: Place) -> bool:
    published = place.article.article.date
    first, last = bounds(value)
    weekday = _WEEKDAY.search(text)
    if weekday and published and first and not _OTHER_DATE.search(_HOUR.sub("", text)):
        return _is_weekday(first, WEEKDAYS[weekday[2].lower()], (weekday[1] or "").lower(), published)
    if _MONTH.fullmatch(expected) and _DAY.search(value) and not _tells_a_day(text, place):
        return False
    low, high = bounds(expected)
    if low is None or high is None:
        return _year_stands_there(value, place) and _same_but_for_the_year(value, expected)
    if first is None or last is None:
        return value.startswith("XXXX") is False or value[4:7] == expected[4:7]
    if first <= high and low <= last:
        return True
    return published is not None and not _YEAR.search(text) and _other_year(value, expected, published, place)


def _tells_a_day(text: str, place: Place) -> bool:
    """Whether the words of a time, or what stands beside them in the cited sentences, may tell a day of their month:
    "in June, on the 5th"."""
    scope = place.scope.folded_case
    start = scope.find(fold_case(text))
    beside = scope[max(0, start - _NEAR) : start + len(text) + _NEAR] if start >= 0 else ""
    return any(_PART_OF_A_MONTH.search(_YEAR.sub("", words)) for words in (text, beside))


def _year_stands_there(value: str, place: Place) -> bool:
    """Whether the years of an EDTF that neither the words nor a day of publication give are told in the article, in
    full or as "Oct '87", "1986-87", "6 Oct 87"."""
    article = place.article.article
    text = f"{article.title} {article.text} {article.source} {article.url}"
    years = {point[:4].rstrip("X") for point in value.split("/") if point[:1].isdigit()}
    return all(
        re.search(
            rf"(?<!\d){year}" + (rf"(?!\d)|(?:['’/-]|\b{_A_MONTH}\.? ){year[2:]}(?!\d)" if year[3:] else ""), text
        )
        for year in years
    )


def _same_but_for_the_year(value: str, expected: str) -> bool:
    """Whether month and day are the same, as far as either goes."""
    told, meant = ([point[4:].rstrip("?~%") for point in edtf.split("/")] for edtf in (value, expected))
    if len(told) == len(meant):
        return all(one.startswith(other) or other.startswith(one) for one, other in zip(told, meant, strict=True))
    return all(one.startswith(other) or other.startswith(one) for one in told for other in meant)


def _is_weekday(day: datetime.date, weekday: int, which: str, published: datetime.date) -> bool:
    """Whether a day is the last or the next of that name; "Friday" in an article of a Friday is that day."""
    ahead = (day - published).days
    if day.weekday() != weekday or abs(ahead) > 13:
        return False
    if which in {"last", "next"}:
        return ahead < 0 if which == "last" else ahead > 0
    return abs(ahead) < 7


def _other_year(value: str, expected: str, published: datetime.date, place: Place) -> bool:
    """Whether a month or a day without a year, told in December, is May of the same year as well as of the next."""
    first, (low, _) = bounds(value)[0], bounds(expected)
    if first is None or low is None or value[4:] != expected[4:] or abs(first.year - low.year) != 1:
        return False
    sure = first < published or (place.cited and _AHEAD.search(place.scope.folded_case))
    return abs((first - published).days) <= (_A_YEAR if sure else _HALF_A_YEAR)
