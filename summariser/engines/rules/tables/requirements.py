"""Requirements: words without which a pattern of the tables matches nothing, so that most texts need not be searched.

A pattern is a sequence of parts. A part that is no option and begins with a word, or is an actor, place or time, asks
for it; alternatives that ask for several things each are ways apart, one of which must be there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["BEGINNING", "LEAST", "MARKS", "Ask", "Way", "required"]

LEAST, BEGINNING = 2, 6
"""Letters from which a word counts, and up to which its beginning tells it from others."""
MARKS = {"{As}": "{A}", "{A}": "{A}", "{a}": "{A}", "{L}": "{L}", "{T}": "{T}"}
"""Shorthands that stand for an actor, a place or a time, and the word that tells of one."""

Ask = frozenset[str]
"""Beginnings of words, of which a text must have one."""
Way = tuple[Ask, ...]
"""What a text must have for one way to match, the least common first."""

_EVERYWHERE = frozenset("an as at be by he in is it of on or so to up we".split())
_FREQUENT = frozenset(
    "the that their they its this said says has have had been was were are what and for with from not new will would "
    "can could may still also more over all both two way who which when than into after before last first next under "
    "about because being between could every other there these those where while {A}".split()
)
_COMMON, _SHORT = 40, 7
_MOST_WAYS = 16
_ATOM = re.compile(
    r"(?P<look>\(\?[=!<])|(?P<open>\((?:\?i?:|\?P<\w+>)?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<letter>[A-Za-z]|\[(?:Aa|Bb|Cc|Dd|Ee|Ff|Gg|Hh|Ii|Kk|Ll|Mm|Nn|Oo|Pp|Rr|Ss|Tt|Uu|Vv|Ww|Yy)\])"
    r"|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<escape>\\.)|(?P<short>\{\w+\})|(?P<other>.)"
)
_QUANTIFIER = re.compile(r"[?*+]\??|\{\d+(?:,\d*)?\}\??")


def required(text: str) -> tuple[Way, ...]:
    """Return the ways in which a pattern can match; a way without asks is always open."""
    ways, _ = _Reader(text).alternatives(True)
    return tuple(tuple(sorted(way, key=_cost)) for way in _joined(ways))


def _joined(ways: list[list[Ask]]) -> list[frozenset[Ask]]:
    """Return the ways without those that ask for more than another, and those as one that differ in one ask."""
    joined: list[frozenset[Ask]] = []
    for way in sorted(map(frozenset, ways), key=len):
        for place, known in enumerate(joined):
            more, less = way - known, known - way
            if not less:
                break
            if len(more) == len(less) == 1:
                joined[place] = (way & known) | {frozenset().union(*more, *less)}
                break
        else:
            joined.append(way)
    return joined


@dataclass(slots=True)
class _Sequence:
    """A sequence while it is read: the ways through it so far, and the word that is being spelt."""

    starts: bool
    """Whether what comes next begins a word."""
    ways: list[list[Ask]] = field(default_factory=lambda: [[]])
    word: str = ""

    def end_word(self) -> None:
        if len(self.word) >= LEAST and self.word not in _EVERYWHERE:
            self.ask(frozenset([self.word[:BEGINNING]]))
        self.word = ""

    def ask(self, words: Ask) -> None:
        for way in self.ways:
            way.append(words)

    def go_on(self, ways: list[list[Ask]]) -> None:
        """Add the ways through a group; of too many, what is least common in each."""
        if not all(ways):
            return
        if len(self.ways) * len(ways) > _MOST_WAYS:
            ways = [[frozenset().union(*(min(way, key=_cost) for way in ways))]]
        self.ways = [[*before, *way] for before in self.ways for way in ways]


def _cost(words: Ask) -> int:
    return sum(_COMMON if word in _FREQUENT or len(word) == LEAST else _SHORT - len(word) for word in words)


class _Reader:
    """Reads a pattern once, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def alternatives(self, starts: bool) -> tuple[list[list[Ask]], bool]:
        """Return the ways through the alternatives up to the closing bracket, and whether a word begins after them."""
        ways: list[list[Ask]] = []
        ends: list[bool] = []
        more = True
        while more:
            sequence = _Sequence(starts)
            more = self._sequence(sequence)
            sequence.end_word()
            ways += sequence.ways
            ends.append(sequence.starts)
        single = [way[0] for way in ways if len(way) == 1]
        others = [way for way in ways if len(way) != 1]
        return ([[frozenset().union(*single)], *others] if single else others), all(ends)

    def _sequence(self, sequence: _Sequence) -> bool:
        """Read one alternative; return whether another follows."""
        while self.at < len(self.text):
            atom = _ATOM.match(self.text, self.at)
            assert atom is not None  # the last branch takes any character
            self.at = atom.end()
            if atom["close"]:
                return False
            if atom["bar"]:
                return True
            self._atom(sequence, atom)
        return False

    def _atom(self, sequence: _Sequence, atom: re.Match[str]) -> None:
        if atom["look"]:
            self.alternatives(False)
            self._optional()
            return
        if atom["open"]:
            inside = sequence.starts and not sequence.word
            sequence.end_word()
            ways, ends = self.alternatives(inside)
            if self._optional():
                sequence.starts = inside and ends
            else:
                sequence.go_on(ways)
                sequence.starts = ends
            return
        optional = self._optional()
        if atom["letter"]:
            self._letter(sequence, atom[0].strip("[]")[:1].lower(), optional)
            return
        sequence.end_word()
        if atom[0] in MARKS and not optional:
            sequence.ask(frozenset([MARKS[atom[0]]]))
        if atom[0] == r"\b" or (atom["short"] and sequence.starts):
            sequence.starts = True
        elif not (optional and atom["other"] and atom[0] != "."):
            sequence.starts = not optional and (atom[0] == r"\s" or (bool(atom["other"]) and atom[0] != "."))

    def _letter(self, sequence: _Sequence, letter: str, optional: bool) -> None:
        if optional:
            sequence.end_word()
        elif sequence.word or sequence.starts:
            sequence.word += letter
        sequence.starts = False

    def _optional(self) -> bool:
        """Pass a quantifier; return whether what it belongs to may be left out."""
        match = _QUANTIFIER.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return match is not None and (match[0][0] in "?*" or match[0].startswith("{0"))
