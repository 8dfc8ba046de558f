"""How news English writes times: one regular expression for each form, and the words in them.

`summariser.language.dates` says what they mean.
"""

from __future__ import annotations

import re

__all__ = [
    "COMPILED",
    "DATE_EXPRESSION",
    "LOWER_DATE_EXPRESSION",
    "MONTHS",
    "SEASONS",
    "SMALL",
    "WEEKDAYS",
    "YEAR_BESIDE",
]

_MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {
    form: number
    for number, name in enumerate(_MONTH_NAMES, start=1)
    for form in ({name, name[:3], "sept"} if number == 9 else {name, name[:3]})
}
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
SMALL = {word: value for value, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)}
SMALL |= {"a": 1, "an": 1}

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
YEAR_BESIDE = re.compile(
    rf"\b({_MONTH}(?: \d{{1,2}})?|{'|'.join(SEASONS)}),? (?:of )?(last|this|next) year\b", re.IGNORECASE
)
"""A month or a season with its year told from that of publication: "February last year", "the spring of this year"."""
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?\b"
_YEAR = r"(?:1[89]|20)[0-9][0-9]\b"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
_UNIT = r"(?:week|month|year|weekend)"
_PART = r"(?:the\s+)?(?P<part>early|mid|middle of|late|end of|beginning of|start of)(?:\s+|-)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)\b"
_TO = r"\s?(?:-|–|to|and)\s?"

_FORMS = [
    ("iso", r"(?P<y>(?:1[89]|20)[0-9][0-9])-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12][0-9]|3[01])\b"),
    (
        "day",
        rf"(?:{_WEEKDAY},?\s+)?(?:"
        rf"(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?:{_TO}(?:(?P<m2>{_MONTH})\s+)?(?P<d2>{_DAY}))?(?:,?\s+(?P<y>{_YEAR}))?"
        rf"|(?P<D>{_DAY})(?:(?:\s+(?P<M1>{_MONTH}))?{_TO}(?P<D2>{_DAY}))?\s+(?:of\s+)?(?P<M>{_MONTH})(?:,?\s+(?P<Y>{_YEAR}))?)",
    ),
    ("part", rf"{_PART}(?P<m>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?"),
    ("part_of_year", rf"{_PART}(?P<y>{_YEAR})"),
    ("end", r"(?:the\s+)?end of (?P<which>the|this|next|last) (?P<u>week|month|year)\b"),
    ("month", rf"(?P<m>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?"),
    (
        "season",
        rf"(?:(?P<which>this|last|next)\s+(?P<s>{_SEASON})|(?:the\s+)?(?P<S>{_SEASON})(?:\s+of)?,?\s+(?P<y>{_YEAR}))",
    ),
    (
        "quarter",
        rf"(?P<n>first|second|third|fourth|[1-4](?:st|nd|rd|th))[\s-](?P<q>quarter|half)(?:\s+of)?(?:,?\s+(?P<y>{_YEAR}))?\b",
    ),
    (
        "unit",
        rf"(?:(?P<part>early|late|later|earlier)\s+)?(?P<which>this|last|next|the past|the coming)\s+(?P<u>{_UNIT})\b",
    ),
    (
        "ago",
        r"(?P<n>[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<u>day|week|month|year)s?\s+"
        r"(?P<way>ago|earlier|from now)\b",
    ),
    ("near", r"(?P<near>today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening))\b"),
    ("weekday", rf"(?:(?P<which>last|next|this|on)\s+)?(?P<w>{_WEEKDAY})"),
    ("decade", r"(?:the\s+)?(?P<y>(?:1[89]|20)[0-9])0s\b"),
    ("years", rf"(?P<y>{_YEAR})(?:[-/–](?P<y2>[0-9][0-9](?:[0-9][0-9])?)\b)?"),
]
COMPILED = [(name, re.compile(rf"\b{form}", re.IGNORECASE)) for name, form in _FORMS]
_BESIDE = r",?\s+(?:of\s+)?(?:last|this|next) year\b"
_MAY_HAVE_IT_BESIDE = frozenset(["day", "part", "month"])
_WHOLE = [
    rf"(?:the\s+)?{_SEASON}{_BESIDE}",
    *(rf"(?:{form})(?:{_BESIDE})?" if name in _MAY_HAVE_IT_BESIDE else form for name, form in _FORMS),
]
DATE_EXPRESSION = re.compile(
    r"\b(?:" + "|".join(re.sub(r"\?P<\w+>", "?:", form) for form in _WHOLE) + ")", re.IGNORECASE
)
"""Matches one expression of time in running text, the longest form first. A bare lower-case "may" or "march" matches
as well: the caller checks its capital."""

_BEGINNINGS = (
    "[0-9]|jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|the |earl|mid|late|end|begin"
    "|start|this|last|next|spring|summer|autumn|fall|winter|first|second|third|fourth|an? |one|two|three|four|five|six"
    "|seven|eight|nine|ten|today|yesterday|tomorrow|tonight|on "
)
LOWER_DATE_EXPRESSION = re.compile(rf"\b(?={_BEGINNINGS}){DATE_EXPRESSION.pattern.removeprefix(chr(92) + 'b')}")
"""The same for text in lower case, seven times as fast: most words begin no expression of time."""
