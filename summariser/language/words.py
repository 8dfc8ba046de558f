"""Words and their stems: what two wordings share, whatever their inflection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import Stemmer

from summariser.language.folding import fold

__all__ = [
    "NEGATORS",
    "STOPWORDS",
    "content_stems",
    "lower_case",
    "negates",
    "rows_of",
    "stem",
    "stems_of",
    "tokens",
    "undotted",
    "words_of",
]

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_NO_WORD = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "'")}
_PARTING = "^"
_NO_WORD_NOR_PARTING = {code: space for code, space in _NO_WORD.items() if chr(code) != _PARTING}
_MARK = re.compile(r"'(?:(?<= ')|s(?= )|(?= ))")
_DOT = re.compile(r"\.(?<=\b[A-Za-z]\.)(?=[A-Za-z]\b|\W|$)")
_STATES = re.compile(r"\bUS\b")
_NO_STEM = frozenset([""])
_STEMMER = Stemmer.Stemmer("english", 0)

STOPWORDS = frozenset(
    """
    a about above after again against all also although am among an and any are aren't as at be became because been
    before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down
    during each either else even ever every few for from further had hadn't has hasn't have haven't having he her here
    hers him his how however i if in including into is isn't it it's its itself just like may might more most much must
    my neither no nor not now of off on once one only onto or other others our out over own per rather same shall she
    should shouldn't since so some such than that the their theirs them themselves then there these they this those
    though through till to too toward towards under until up upon us very via was wasn't we were weren't what when where
    whether which while who whom whose why will with within without won't would wouldn't yet you your
    """.split()
)
NEGATORS = frozenset("not never no neither nor without cannot".split())
"""Whole words that turn what follows into its contrary; beside them stands whatever ends in `n't`."""


def negates(word: str) -> bool:
    """Return whether a folded word in lower case turns what follows into its contrary."""
    return word in NEGATORS or word.endswith("n't")


def undotted(folded: str) -> str:
    """Return a folded text without the dots inside abbreviations: "U.S." is "US", as some write it."""
    return _DOT.sub("", folded) if "." in folded else folded


def tokens(text: str) -> list[str]:
    """Return the words of `text`, folded, in lower case and in order; possessive `'s` is cut off.

    "US" in capitals is `usa`, so that it is not taken for the pronoun.
    """
    return words_of(fold(text))


def lower_case(folded: str) -> str:
    """Return a folded text in lower case, "US" in capitals as `usa`, so that it is not taken for the pronoun."""
    return (_STATES.sub("USA", folded) if "US" in folded else folded).casefold()


def words_of(folded: str) -> list[str]:
    """Return what `tokens` does, of a text that is folded already, capitals kept."""
    plain = lower_case(folded)
    return _odd_words(plain) if _is_odd(plain) else _spaced(plain, _NO_WORD).split()


def rows_of(texts: Sequence[str]) -> list[str]:
    """Return the words of each text in a row, between two spaces, dots inside abbreviations left out.

    All texts are read in one pass, which takes a fraction of the time.
    """
    plain = lower_case(undotted(fold(f" {_PARTING} ".join(texts))))
    rows = f" {' '.join(_spaced(plain, _NO_WORD_NOR_PARTING).split())} ".split(_PARTING)
    if len(rows) != len(texts) or " " in rows:  # the mark stands in a text as well, or one has no word
        return [_row(words_of(undotted(fold(text)))) for text in texts]
    if not _is_odd(plain):
        return rows
    parts = zip(plain.split(_PARTING), rows, strict=True)
    return [_row(_odd_words(part)) if _is_odd(part) else row for part, row in parts]


def _row(words: list[str]) -> str:
    return f" {' '.join(words)} "


def _is_odd(plain: str) -> bool:
    """Whether a text in lower case must be read by an expression; all others are several times faster without."""
    return not plain.isascii() or "''" in plain or "'s'" in plain


def _odd_words(plain: str) -> list[str]:
    return [word.removesuffix("'s") for word in _WORD.findall(plain)]


def _spaced(plain: str, apart: dict[int, str]) -> str:
    """Return a text with spaces for what belongs to no word; a quotation mark or possessive `'s` is cut off."""
    spaced = f" {plain.translate(apart)} "
    return _MARK.sub("", spaced) if "'" in spaced else spaced


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the Porter-2 stem of one folded word: `proposed`, `proposes`, `proposing` are one."""
    return str(_STEMMER.stemWord(word))


@lru_cache(maxsize=65_536)
def _content_stem(word: str) -> str:
    return "" if word in STOPWORDS or len(word) < 2 else stem(word)


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of those folded words that carry content (no stop words, nothing of one letter)."""
    return frozenset(map(_content_stem, words)) - _NO_STEM


@lru_cache(maxsize=16_384)
def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that carry content."""
    return stems_of(tokens(text))
