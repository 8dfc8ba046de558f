"""Lookup: of all patterns, those that a text has the words for, found at once by the beginnings of its words."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from summariser.engines.rules.tables.lexicon import ACTOR, PLACE, TIME
from summariser.engines.rules.tables.patterns import Row, patterns
from summariser.engines.rules.tables.requirements import BEGINNING, LEAST, Ask, Way, required
from summariser.language.lazy import Remembered, lazy

__all__ = ["SOUGHT", "Chances", "Sought", "chances_of"]

SOUGHT: list[Sought] = []
"""All of them, in the order in which the modules that have them are imported."""


class Sought:
    """A pattern for text in lower case that is tried only where the text has the words that it asks for.

    `words` is what these are read off, where that is not the pattern itself (see requirements.py); `marked` whether it
    is sought in marked sentences or in plain ones.
    """

    def __init__(self, text: str, words: str = "", *, marked: bool = True) -> None:
        self.marked = marked
        self._text, self._words = text, words or text
        self.number = ~len(SOUGHT)
        SOUGHT.append(self)

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways in which it can match, by the words that a text must have."""
        return required(self._words)

    @lazy
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself, compiled when first a text has the words for it."""
        return re.compile(self._text)


class Chances(NamedTuple):
    """What can match in a text: the rows of each table of patterns, in order, and the patterns sought, by number."""

    rows: dict[str, list[Row]]
    numbers: set[int]


def chances_of(small: str, *tables: str, marked: bool = False) -> Chances:
    """Return what, of these tables and of the patterns sought, a text in lower case has the words for."""
    index = _index(tables, marked, len(SOUGHT))
    numbers, told, ways = set(index.always), 0, list[_Way]()
    for sure, asks, opened in filter(
        None, map(index.of_word.__getitem__, {*_WORD.findall(small), *_MARK.findall(small)})
    ):
        numbers.update(sure)
        told |= asks
        ways += opened
    numbers.update([number for needed, number in ways if needed & told == needed])
    rows: dict[str, list[Row]] = {}
    for number in sorted(numbers):
        if number >= 0:
            table, row = index.rows[number]
            rows.setdefault(table, []).append(row)
    return Chances(rows, numbers)


_Way = tuple[int, int]
"""A number in binary with a one for each ask of a way, and where it leads: the number of a row or of a pattern sought.

Patterns sought have negative numbers."""


class _Index:
    """What each word does for the patterns: what it leads to, or else the asks that it meets and the ways they open."""

    def __init__(self, rows: list[tuple[str, Row]], sought: list[Sought]) -> None:
        self.rows = rows
        self.always: list[int] = []
        self._asks: dict[Ask, int] = {}
        self._sure: dict[str, list[int]] = {}
        self._met: dict[str, int] = {}
        self._opened: dict[str, list[_Way]] = {}
        for number, (_, (_, pattern)) in enumerate(rows):
            self._enter(pattern.ways, number)
        for one in sought:
            self._enter(one.ways, one.number)
        self.of_word = Remembered(self._of_word)
        """What a word leads to at once, the asks that it meets, in binary, and the ways that it opens.

        None for most words.
        """

    def _enter(self, ways: tuple[Way, ...], number: int) -> None:
        for way in ways:
            if not way:
                self.always.append(number)
            elif len(way) == 1:
                for beginning in way[0]:
                    self._sure.setdefault(beginning, []).append(number)
            else:
                needed = sum({self._bit(ask) for ask in way})
                for beginning in way[0]:
                    self._opened.setdefault(beginning, []).append((needed, number))

    def _bit(self, ask: Ask) -> int:
        bit = self._asks.setdefault(ask, 1 << len(self._asks))
        for beginning in ask:
            self._met[beginning] = self._met.get(beginning, 0) | bit
        return bit

    def _of_word(self, word: str) -> tuple[list[int], int, list[_Way]] | None:
        sure, met, opened = list[int](), 0, list[_Way]()
        for beginning in _beginnings(word):
            sure += self._sure.get(beginning, ())
            met |= self._met.get(beginning, 0)
            opened += self._opened.get(beginning, ())
        return (sure, met, opened) if sure or met else None


@cache
def _index(tables: tuple[str, ...], marked: bool, known: int) -> _Index:
    """Return the index of what is known so far: modules imported later have more to seek."""
    sought = [one for one in SOUGHT[:known] if one.marked == marked]
    return _Index([(table, row) for table in tables for row in patterns(table)], sought)


_WORD = re.compile(rf"([a-z]{{{LEAST},{BEGINNING}}})[a-z]*")
_MARK = re.compile(f"[{ACTOR[1:-1]}{PLACE[1:-1]}{TIME[1:-1]}]")


def _beginnings(word: str) -> tuple[str, ...]:
    """Return the first two to six letters of a word, or for an actor, a place, a time the shorthand."""
    if len(word) == 1:
        return tuple(name for name, span in (("{A}", ACTOR), ("{L}", PLACE), ("{T}", TIME)) if re.match(span, word))
    return tuple(word[:length] for length in range(LEAST, len(word) + 1))
