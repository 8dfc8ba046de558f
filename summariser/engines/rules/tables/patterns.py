"""The patterns of `data/`: regular expressions with shorthands in braces (data/roles.tsv explains them)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import zip_longest

from summariser.engines.rules.tables.alternatives import any_of
from summariser.engines.rules.tables.lexicon import ACTOR, PLACE, TIME, rows, words
from summariser.engines.rules.tables.requirements import Way, required
from summariser.language.lazy import Remembered

__all__ = ["LazyPattern", "Row", "coded", "pattern", "patterns"]


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern of the tables, for text in lower case: shorthands replaced, the first `{A}` the group "A"."""
    aux = rf"(?:[\w']+{_AFTER_AUX}|(?:on )?{TIME} )*"
    several = rf"{ACTOR}(?:(?:,? and |, )(?:the |its |an? )?{ACTOR})*"
    # Only the first actor of a pattern has a name to ask for: "A". "X said it would" is X's own doing.
    itself = rf"(?:,? (?:said|says) (?:(?:on )?{TIME} )?(?:that )?(?:it|they|he|she))?"
    text = re.sub(r"(?<=[a-z)] )(?=\{A|\{a\})", "(?:the |its |their |an? )?", text)
    text = text.replace("{As}", f"(?P<A>{several}){itself}", 1)
    if "(?P<A>" not in text:
        text = text.replace("{A} {aux}", f"(?P<A>{ACTOR}){itself} {{aux}}", 1)
    if "(?P<A>" not in text:
        text = text.replace("{A}", f"(?P<A>{ACTOR})", 1)
    shorthands = {
        "{As}": several,
        "{A}": ACTOR,
        "{a}": ACTOR,
        "{L}": PLACE,
        "{T}": TIME,
        "{rest}": r'(?:[^,;."]|[,.](?=\d))+',
        "{few}": rf"(?:(?:{ACTOR}(?:'s)?|[\w'-]+) ){{0,6}}?",
        "{gap}": r"(?:[^ ,;:.]+ ){0,6}?",
        "{aux}": aux,
        "{talks}": rf"\b{words('talks')}\b",
        "{deal}": rf"\b{words('deal')}\b",
    }
    for shorthand, form in shorthands.items():
        text = text.replace(shorthand, form)
    return re.compile(_for_coded(text))


_AFTER_AUX = "\x1f"
_CLASS = re.compile(r"(\[(?:\\.|[^\]\\])*\])")


def _for_coded(text: str) -> str:
    """Let every space of a pattern match the space after an auxiliary as well."""
    parts = _CLASS.split(text)
    plain = [part.replace(" ", f"[ {_AFTER_AUX}]") for part in parts[::2]]
    classes = [part.replace(" ", f" {_AFTER_AUX}") for part in parts[1::2]]
    return "".join(part for pair in zip_longest(plain, classes, fillvalue="") for part in pair)


def coded(small: str) -> str:
    """Return a text in lower case with the space after each auxiliary or adverb as a character of its own.

    So {aux} in a pattern is short: a pattern that spells the eighty words out is dear to compile.
    """
    return "".join(map(_SPACED.__getitem__, small.split(" ")))[:-1]


@cache
def _aux_at_end() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('aux').split('|'))}|[a-z']*ly)(?<![a-z']n't)\Z")


_SPACED = Remembered(lambda word: word + (_AFTER_AUX if _aux_at_end().search(word) else " "))


class LazyPattern:
    """A pattern of the tables that is compiled when first it is asked for a match.

    Most patterns speak of words that an article never uses: `chances_of` leaves those out, since compiling is dear.
    """

    __slots__ = ("_text", "finditer", "for_coded", "search")

    def __init__(self, text: str) -> None:
        self._text = text
        self.for_coded = "{aux}" in text
        """Whether it takes auxiliaries together, and so tells a text that is coded from one that is not."""
        self.search: Callable[[str], re.Match[str] | None] = self._search
        """Returns the first match in a text in lower case."""
        self.finditer: Callable[[str], Iterator[re.Match[str]]] = self._finditer
        """Returns the matches in a text in lower case."""

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways in which the pattern can match, by the words that a text must have."""
        text = self._text
        for name in ("talks", "deal"):
            text = text.replace(f"{{{name}}}", rf"\b{words(name)}\b")
        return required(text)

    def _search(self, small: str) -> re.Match[str] | None:
        return self._compiled().search(small)

    def _finditer(self, small: str) -> Iterator[re.Match[str]]:
        return self._compiled().finditer(small)

    def _compiled(self) -> re.Pattern[str]:
        compiled = pattern(self._text)
        self.search, self.finditer = compiled.search, compiled.finditer  # from now on without a detour
        return compiled


Row = tuple[tuple[str, ...], LazyPattern]


@cache
def patterns(name: str) -> tuple[Row, ...]:
    """Return the rows of a table of patterns: the columns before the last, and the last as a pattern."""
    return tuple((row[:-1], LazyPattern(row[-1])) for row in rows(name))
