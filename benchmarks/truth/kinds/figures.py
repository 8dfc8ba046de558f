"""Falsehoods in numbers, units and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from benchmarks.truth.cases import Falsehood, changed, reworded
from benchmarks.truth.english import MONTHS, NUMBER_WORDS, UNITS, WEEKDAYS
from benchmarks.truth.gold import Entry, Told
from benchmarks.truth.oracle import amounts, ends_apart, mentions

__all__ = ["changed_date", "changed_number", "changed_unit", "swapped_numbers", "wrong_when"]

_MONTH = "(?:" + "|".join(MONTHS) + r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_NUMBER = re.compile(rf"(?<![\w.,/-])(?:\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{'|'.join(NUMBER_WORDS)})(?![\w-]))(?![\d/])")
_BOUND = re.compile(
    r"\b(?:more|less|fewer|larger|smaller|longer|higher|lower) than|\b(?:at least|at most|over|above|below|under|up to|"
    r"exceed\w*|minimum|maximum|within|no more)\W+(?:\w+\W+){0,1}$",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(rf"\b{_MONTH}\s+(?P<after>\d{{1,2}})\b(?!:)|\b(?P<before>\d{{1,2}})\s+{_MONTH}")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")
_DATE_WORD = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(WEEKDAYS)})|(?P<month>{'|'.join(MONTHS)})"
    r"|(?P<which>last|next) (?=week|month|year|day)|(?P<near>yesterday|tomorrow))\b"
)
_MAY = re.compile(r"(?:\b(?:in|by|until|till|since|of|from|before|after|late|early|mid|last|next)[ -])$")
_NEAR = {"last": "next", "next": "last", "yesterday": "tomorrow", "tomorrow": "yesterday"}
_LIST = re.compile(r"\s*(?:,|and|or|to|-|,? and|pct and|percent and)\s*")


def changed_number(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """One number is another, that no cited sentence has: one that the article has nowhere, or has elsewhere."""
    if claim.part == "parties":
        return
    known = amounts(claim.entry.text) | amounts(claim.text)
    for match in _numbers(claim.text):
        if _BOUND.search(claim.text[: match.start()]):
            continue  # "more than 50" stays true as "more than 40"
        fresh = [new for new in _others(match[0]) if not amounts(new) & known]
        elsewhere = [
            found[0]
            for sentence in claim.entry.article.sentences
            for found in _numbers(claim.entry.sentence(sentence.number))
            if found[0][:1].isdigit() == match[0][:1].isdigit()
            and not amounts(found[0]) & (amounts(claim.passage) | amounts(claim.text))
        ]
        for choice in (fresh, sorted(set(elsewhere))):
            if choice:
                yield reworded(claim, match.start(), match[0], chance.choice(choice))


def swapped_numbers(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """Two numbers of one claim change places; those of a mere list do not."""
    if claim.part == "parties":
        return
    found = list(_numbers(claim.text))
    for one, other in pairwise(found):
        between = claim.text[one.end() : other.start()]
        if amounts(one[0]) == amounts(other[0]) or _LIST.fullmatch(between):
            continue
        yield reworded(claim, one.start(), one[0] + between + other[0], other[0] + between + one[0])


def changed_unit(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """An amount has another unit, that no cited sentence has."""
    if claim.part == "parties":
        return
    units = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
    amount = re.compile(
        rf"(?:\d|\b(?:{'|'.join(NUMBER_WORDS)}))[ -]?(?:(?:million|billion|mln|bln)[ -])?({units})(?!\w)"
    )
    for match in amount.finditer(claim.text):
        new = UNITS[match[1]]
        if "points" in new and claim.text[match.end() :].startswith(" of "):
            continue  # "2.5 percentage points of gross domestic product" is the same
        if not mentions(new.strip(), claim.passage) and not mentions(new.split()[-1].rstrip("s"), claim.passage):
            yield reworded(claim, match.start(1), match[1], new)


def changed_date(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """A date in the wording is another, that no cited sentence has."""
    if claim.part == "parties":
        return
    for start, old, choice in _dates(claim.text):
        known = {word.lower().rstrip("s") for word in re.findall(r"\w+", f"{claim.passage} {claim.text}")}
        apart = [new for new in choice if new.lower() not in known]
        if apart:
            yield reworded(claim, start, old, chance.choice(apart))


def _dates(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """Yield the parts of dates in a text: where, what, and what may stand instead."""
    for match in _DATE_WORD.finditer(text):
        old = match[0].strip()
        if match["weekday"]:
            yield match.start(), old, [day for day in WEEKDAYS if day != old]
        elif match["month"]:
            followed = re.match(r"\s+\d", text[match.end() :])
            if old not in {"May", "March"} or followed or _MAY.search(text[: match.start()]):
                yield match.start(), old, [month for month in MONTHS if month not in {old, "May", "March"}]
        else:
            yield match.start(), old, [_NEAR[old]]
    for match in _DAY_OF_MONTH.finditer(text):
        group = "after" if match["after"] else "before"
        day = int(match[group])
        yield match.start(group), match[group], [str(each) for each in range(1, 29) if each != day]
    for match in _YEAR.finditer(text):
        yield match.start(), match[0], [str(int(match[0]) + step) for step in (-3, -2, -1, 1, 2, 3)]


def wrong_when(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """`when` is that of another claim, whose words no cited sentence has, or its words stay and its EDTF is moved."""
    when = claim.value.get("when")
    if not when or claim.allows("when", when):
        return
    elsewhere = [
        other.value["when"]
        for other in claim.entry.claims
        if other.value.get("when")
        and ends_apart(other.value["when"]["edtf"], when["edtf"])
        and not mentions(other.value["when"]["text"], claim.passage)
    ]
    if elsewhere:
        new = chance.choice(elsewhere)
        yield changed(claim, f"when {when['text']!r} → {new['text']!r}", when=new)
    if when["edtf"] and (moved := _moved(when["edtf"], chance)):
        yield changed(claim, f"{when['text']!r} is {when['edtf']} → {moved}", when={**when, "edtf": moved})


def _moved(edtf: str, chance: Random) -> str | None:
    """Return another day, month or year; None for what is not exact."""
    step = chance.choice((-1, 1))
    if re.fullmatch(r"\d{4}", edtf):
        return f"{int(edtf) + step:04}"
    if re.fullmatch(r"\d{4}-(?:0[2-9]|1[01])", edtf):
        return f"{edtf[:5]}{int(edtf[5:]) + step:02}"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
        return str(date.fromisoformat(edtf) + timedelta(days=step * chance.randint(1, 9)))
    return None


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers that are no part of a date, an hour or a decade."""
    taken = {place for match in _DAY_OF_MONTH.finditer(text) for place in range(*match.span())}
    taken |= {place for match in _YEAR.finditer(text) for place in range(*match.span())}
    for match in _NUMBER.finditer(text):
        rest = text[match.end() :]
        if match.start() not in taken and not re.match(r"s\b|th\b|st\b|nd\b|rd\b|-[A-Za-z]|:\d", rest):
            yield match


def _others(number: str) -> list[str]:
    """Return numbers of the same look and another leading digit."""
    if number in NUMBER_WORDS:
        return [word for word, value in NUMBER_WORDS.items() if (value < 20) == (NUMBER_WORDS[number] < 20)]
    first = next((place for place, digit in enumerate(number) if digit in "123456789"), None)
    if first is None:
        return []
    return [number[:first] + digit + number[first + 1 :] for digit in "123456789" if digit != number[first]]
