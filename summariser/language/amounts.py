"""Amounts in running text: a number with its unit, and the words around it, which tell what it is a number of.

"$45", "45 dlrs" and "45 U.S. dollars" are one unit, and in "from 10 to 13 percent" the ten is percent as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

from summariser.language.date_forms import MONTHS
from summariser.language.lazy import lazy
from summariser.language.numbers import located
from summariser.language.tables import table_rows
from summariser.language.words import STOPWORDS, stem

__all__ = ["Amount", "amounts_of", "units_in"]

_TOKEN = re.compile(r"(?:us|c|a|hk|s|nz)?\$|[€£¥%]|[^\W\d_]+(?:[.'][^\W\d_]+)*|[.;:!?]|[-,]")
_YEAR = re.compile("1[89][0-9][0-9]|20[0-9][0-9]")
_CAPITALISED = re.compile(r"\b[A-Z][^\W\d_]+")
_ENDS = frozenset(".;:!?")
_MARKS = frozenset("-,")
_SIGNS = frozenset("$€£¥")
_LINKS = frozenset("to - or and".split())
_OF_A_COUNTRY = frozenset("u.s us american canadian australian swiss french belgian german italian turkish new".split())
_AROUND = 5
"""Words on either side of a number that are looked at."""
_FARTHEST = 24
"""Items looked at on one side: a table of numbers has no words around them."""


_Unit = tuple[frozenset[str], str]


class _Text:
    """A text cut up: words and marks in lower case, and numbers, in order."""

    def __init__(self, folded: str) -> None:
        self._folded = folded
        text, spans = located(folded)
        self.items: list[str | Decimal] = []
        self.years = set()
        end = 0
        for start, stop, value in spans:
            self.items += [*_TOKEN.findall(text, end, max(start, end)), value]
            if _YEAR.fullmatch(text, start, stop):
                self.years.add(len(self.items) - 1)
            end = max(stop, end)
        self.items += _TOKEN.findall(text, end)

    @lazy
    def names(self) -> set[str]:
        """The words that have a capital somewhere."""
        return {word.casefold() for word in _CAPITALISED.findall(self._folded)} - STOPWORDS


class Amount:
    """A number where it stands.

    `units` are the kinds that its unit may be of, none where it has no unit; `written` is the unit as it stands there.
    """

    def __init__(self, value: Decimal, unit: _Unit, text: _Text, place: int) -> None:
        self.value = value
        self.units, self.written = unit
        self._text, self._place = text, place

    @lazy
    def before(self) -> tuple[str, ...]:
        """The stems before it in its sentence, the nearest first; small words keep their form."""
        return tuple(_nearest(self._text.items, self._place, -1))

    @lazy
    def after(self) -> tuple[str, ...]:
        """The stems behind it in its sentence, as those before it."""
        return tuple(_nearest(self._text.items, self._place, 1))

    @lazy
    def name(self) -> str | None:
        """The nearest word before it that has a capital."""
        return _name(self._text.items, self._place, self._text.names)

    @property
    def is_date(self) -> bool:
        """Whether it is a day of a month or a year."""
        return self._place in self._text.years or _is_day(self._text.items, self._place)


def amounts_of(folded: str) -> tuple[Amount, ...]:
    """Return the amounts of a folded text, in order."""
    text = _Text(folded)
    found = [(place, item) for place, item in enumerate(text.items) if isinstance(item, Decimal)]
    units = {place: _unit(text.items, place) for place, _ in found}
    _share_in_ranges(text.items, units)
    return tuple(Amount(value, units[place], text, place) for place, value in found)


def units_in(folded: str) -> frozenset[str]:
    """Return the kinds of units that a folded text has a word or a sign of, beside a number or not."""
    tokens = _TOKEN.findall(folded.casefold())
    pairs = (f"{one} {other}" for one, other in pairwise(tokens))
    return frozenset().union(*(_kinds().get(form, ()) for form in (*tokens, *pairs)))


_NONE: _Unit = (frozenset(), "")


def _unit(items: list[str | Decimal], place: int) -> _Unit:
    """Return the sign right before the number, else the unit behind it, else the currency before it."""
    before = items[place - 1] if place else None
    if isinstance(before, str) and before[-1] in _SIGNS and before in _kinds():
        return _kinds()[before], before
    behind = [item for item in items[place + 1 : place + 5] if item != "-"]
    if behind and behind[0] in _OF_A_COUNTRY:
        behind = behind[1:]
    for size in (2, 1):
        words = [word for word in behind[:size] if isinstance(word, str)]
        form = " ".join(words)
        if len(words) == size and form in _kinds():
            return _kinds()[form], form
    if isinstance(before, str) and before in _kinds() and len(before) <= 3:
        return _kinds()[before], before
    return _NONE


def _share_in_ranges(items: list[str | Decimal], units: dict[int, _Unit]) -> None:
    """Give the ten of "10 to 13 percent" the unit of the thirteen, and the six of "$5 to 6" that of the five."""
    for place in list(units):
        if place + 2 in units and items[place + 1] in _LINKS:
            one, other = units[place], units[place + 2]
            units[place], units[place + 2] = (other if one == _NONE else one), (one if other == _NONE else other)


def _nearest(items: list[str | Decimal], place: int, step: int) -> Iterator[str]:
    found = 0
    last = place + step * _FARTHEST
    place += step
    while 0 <= place < len(items) and found < _AROUND and place != last:
        item = items[place]
        if isinstance(item, str):
            if item in _ENDS:
                return
            if item not in _MARKS:
                found += 1
                yield item if item in STOPWORDS else min(_kinds().get(item, (stem(item),)))
        place += step


def _name(items: list[str | Decimal], place: int, names: set[str]) -> str | None:
    for item in reversed(items[max(place - _FARTHEST * 4, 0) : place]):
        if not isinstance(item, str):
            continue
        if item in _ENDS:
            return None
        if item in names:
            return stem(item)
    return None


def _is_day(items: list[str | Decimal], place: int) -> bool:
    """Whether a number stands beside the name of a month."""
    before = items[max(place - 2, 0) : place]
    beside = [*(before if before[-1:] == ["."] else before[-1:]), *items[place + 1 : place + 2]]
    return any(isinstance(word, str) and word in MONTHS for word in beside)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for kind, forms in table_rows(Path(__file__).parent / "data" / "units.tsv"):
        for form in forms.split(";"):
            table.setdefault(form, set()).add(kind)
    return {form: frozenset(kinds) for form, kinds in table.items()}
