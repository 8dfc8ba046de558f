"""Requirements: words of which a pattern of the tables needs at least one, so that most texts need not be searched.

A pattern is a sequence of parts. A part that is no option and begins with a word asks for it; of the parts that ask for
something, the one that is met least often is the requirement of the whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["BEGINNING", "LEAST", "required"]

LEAST, BEGINNING = 3, 6
"""Letters from which a word counts, and up to which its beginning tells it from others."""

_FREQUENT = frozenset(
    "the that their they its this said says has have had been was were are what and for with from not new will would "
    "can could may still also more over all both two way who which when than into after before last first next under "
    "about because being between could every other there these those where while".split()
)
_COMMON, _SHORT = 40, 7
_ATOM = re.compile(
    r"(?P<look>\(\?[=!<])|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<close>\))|(?P<bar>\|)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<escape>\\.)|(?P<short>\{\w+\})|(?P<letter>[a-z])|(?P<other>.)"
)
_QUANTIFIER = re.compile(r"[?*+]\??|\{\d+(?:,\d*)?\}\??")


def required(text: str) -> tuple[frozenset[str], ...]:
    """Return sets of beginnings of words: every match has one of each set, the first of which is met least often."""
    return tuple(sorted(_Reader(text).whole(), key=_cost))


@dataclass(slots=True)
class _Sequence:
    """A sequence while it is read: the words that it asks for so far, and the word that is being spelt."""

    starts: bool
    """Whether what comes next begins a word."""
    asked: list[frozenset[str]] = field(default_factory=list)
    word: str = ""

    def end_word(self) -> None:
        if len(self.word) >= LEAST:
            self.asked.append(frozenset([self.word[:BEGINNING]]))
        self.word = ""

    def best(self) -> frozenset[str] | None:
        self.end_word()
        return min(self.asked, key=_cost, default=None)


def _cost(words: frozenset[str]) -> int:
    return sum(_COMMON if word in _FREQUENT else _SHORT - len(word) for word in words)


class _Reader:
    """Reads a pattern once, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def whole(self) -> list[frozenset[str]]:
        """Return all that the pattern asks for: the parts of its one sequence, or what all its alternatives ask for."""
        sequence = _Sequence(True)
        if not self._sequence(sequence):
            sequence.end_word()
            return list(dict.fromkeys(sequence.asked))
        first = sequence.best()
        rest, _ = self.alternatives(True)
        return [first | rest] if first and rest else []

    def alternatives(self, starts: bool) -> tuple[frozenset[str] | None, bool]:
        """Return what the alternatives up to the closing bracket ask for, and whether a word begins after them."""
        asked: list[frozenset[str] | None] = []
        ends: list[bool] = []
        while True:
            sequence = _Sequence(starts)
            more = self._sequence(sequence)
            asked.append(sequence.best())
            ends.append(sequence.starts)
            if not more:
                break
        known = [words for words in asked if words is not None]
        return (frozenset().union(*known) if len(known) == len(asked) else None), all(ends)

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
            asked, ends = self.alternatives(inside)
            if self._optional():
                sequence.starts = inside and ends
            else:
                sequence.asked.extend([asked] if asked else [])
                sequence.starts = ends
            return
        optional = self._optional()
        if atom["letter"]:
            self._letter(sequence, atom[0], optional)
            return
        sequence.end_word()
        if atom[0] == r"\b" or (atom["short"] and sequence.starts):
            sequence.starts = True
        else:
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
