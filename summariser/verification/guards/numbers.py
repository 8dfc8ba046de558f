"""Numbers: each number in a claim stands in the sentences that it cites, in whatever notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from summariser.language.dates import MONTHS
from summariser.language.numbers import notations, numbers_of
from summariser.models.faults import Fault
from summariser.verification.index import Passage
from summariser.verification.place import Place, has_it

__all__ = ["numbers_stand_there"]


_YEAR = re.compile(r"(?<![\w.,])(?:1[89]|20)\d\d(?!\w|[.,]\d)")
_DAY_BEFORE = re.compile(r"(?:\b(?:" + "|".join(MONTHS) + r")\b\.?|\b\d{1,2}),?\s+$", re.IGNORECASE)
_COUNTS = re.compile(
    r"\b(?:the|these|those|all|both) (two|three|four|five|six)\b(?! (?:points|articles|clauses|of))", re.I
)
_FEW = {word: Decimal(value) for value, word in enumerate("two three four five six".split(), start=2)}


def numbers_stand_there(value: str, place: Place) -> Iterator[Fault]:
    """A changed number is the falsehood that readers find last.

    The year of publication may be added to a date, and "the two" be said of two who are named.
    """
    missing = [n for n in sorted(place.own(value).once(numbers_of)) if not place.scope.has(numbers_of, n, notations(n))]
    for number in missing:
        if number in _year_to_add(value, place) or _counts_the_named(number, value, place):
            continue
        where = place.article.where_found(numbers_of, number)
        yield place.fault(
            "numbers_stand_there", f"the number {number:f} does not stand in {place.scope_name}; {has_it(where)}"
        )


def _year_to_add(value: str, place: Place) -> set[Decimal]:
    """Return the year of publication where it completes a day or a month, or where the sentences have no other year."""
    published = place.article.article.date
    own = list(_YEAR.finditer(place.own(value).folded))
    added = [match for match in own if published and int(match[0]) == published.year]
    if not added:
        return set()
    others = set(_YEAR.findall(place.scope.folded)) - {match[0] for match in own}
    if others and not all(_DAY_BEFORE.search(match.string[: match.start()]) for match in added):
        return set()
    return {Decimal(added[0][0])}


def _counts_the_named(number: Decimal, value: str, place: Place) -> bool:
    """Whether "the two" are as many as the wording names itself, or the cited sentences."""
    own = place.own(value)
    if number not in {_FEW[match[1].lower()] for match in _COUNTS.finditer(own.folded)}:
        return False
    if _named_in(own, place) == number:
        return True
    return _FEW.keys().isdisjoint(place.scope.word_set) and _named_in(place.scope, place) == number


def _named_in(passage: Passage, place: Place) -> int:
    return sum(place.draft.is_mentioned(entry, passage) for entry in place.draft.named)
