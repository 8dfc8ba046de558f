"""Wordings: a sentence in plain typography and in lower case, with the patterns that it has the words for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summariser.articles.sentences import Sentence
from summariser.engines.rules.tables.lookup import Chances, Sought, chances_of

__all__ = ["Wording", "lower_case", "plain_typography", "wording_of"]

_SAME_LENGTH = str.maketrans("‘’‚‛′´`“”„‟″–—‐‑−\n\r\t\u00a0", "'''''''\"\"\"\"\"-----    ") | dict.fromkeys(
    [*range(1, 9), *range(14, 32), *range(127, 160)], " "
)


_TICKER = re.compile(r" (?:<[A-Z.\d]+>|\([A-Z][\w.]*\.[A-Z]{1,3}\)|A/S\b)")


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence's text in plain typography, the same without stock tickers, and in lower case: all of one length."""

    sentence: Sentence
    plain: str
    bare: str
    small: str
    chances: Chances

    def has_words_for(self, sought: Sought) -> bool:
        """Return whether the pattern may match."""
        return sought.number in self.chances.numbers


def wording_of(sentence: Sentence) -> Wording:
    plain = plain_typography(sentence.text)
    small = lower_case(plain)
    return Wording(sentence, plain, _without_tickers(plain), small, chances_of(small, "topic"))


def plain_typography(text: str) -> str:
    """Return `text` with plain quotes, dashes and spaces, of the same length, so that offsets stay."""
    return text.translate(_SAME_LENGTH)


def _without_tickers(plain: str) -> str:
    """Return a text with stock tickers ("<XYZ.T>", "(XYZ.T)") blanked, of the same length."""
    return _TICKER.sub(lambda match: " " * len(match[0]), plain)


def lower_case(text: str) -> str:
    """Return `text` in lower case and of the same length."""
    small = text.lower()
    if len(small) != len(text):  # one letter of some alphabets is two in lower case
        small = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return small
