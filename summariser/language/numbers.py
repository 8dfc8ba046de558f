"""Numbers in running text, however they are written: `2.5bn`, `8-mln`, `two and a half billion`, `40 per cent`.

Only the value counts, so that "$2.5bn" and "2,500,000,000 dollars" are the same amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from summariser.language.folding import fold

__all__ = ["Span", "located", "notations", "numbers", "numbers_of"]

Span = tuple[int, int, Decimal]
"""Where a number stands in a text, end exclusive, and its value."""

_UNITS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
_TENS = {w: 10 * v for v, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_SCALES = {
    **dict.fromkeys(("hundred", "hundreds"), 100),
    **dict.fromkeys(("thousand", "thousands", "k"), 1_000),
    **dict.fromkeys(("million", "millions", "mln", "mn", "m"), 1_000_000),
    **dict.fromkeys(("billion", "billions", "bln", "bn"), 1_000_000_000),
    **dict.fromkeys(("trillion", "trillions", "tln", "trn", "tn"), 1_000_000_000_000),
    "dozen": 12,
    "dozens": 12,
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth""".split(),
        start=1,
    )
}
_ORDINALS |= {word.removesuffix("y") + "ieth": value for word, value in _TENS.items()}
_SCALE = "hundred|thousand|million|billion|trillion|mln|bln|tln|trn|mn|bn|tn|k|m"
_DIGITS = re.compile(
    r"(?=\d)(?<![\w.])(?:(?P<alone>\d/[1-9])(?![\d/])"
    r"|(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[\s-](?P<top>\d)/(?P<bottom>[1-9])(?![\d/]))?)"
    rf"(?:[\s-]?(?P<scale>{_SCALE})\b)?"
)
_RANGE = re.compile(r"\s?(?:-|to|or)\s?|\sand\s")
_HALF_A = re.compile(rf"\bhalf[\s-]an?[\s-](?=(?:{_SCALE})\b)")
_AND_A_HALF = re.compile(r"[\s-]and[\s-]a[\s-]half\b")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+|[^\sa-z-]")
_NO_LETTER = {code: " " for code in range(128) if not chr(code).islower()}
_SPOKEN = frozenset(_UNITS) | frozenset(_TENS) | frozenset(_SCALES) - {"k", "m", "mn", "tn"}
_NUMBER_WORDS = _SPOKEN | frozenset(_ORDINALS)
_IN_A_WORD = {Decimal(value): word for word, value in (_UNITS | _TENS).items()}
_BEGINS = _NUMBER_WORDS | {"half"}


def numbers(text: str) -> frozenset[Decimal]:
    """Return the values of all numbers in `text`; `one`, `first` and `second` are none here, being mostly words."""
    return numbers_of(fold(text))


def numbers_of(folded: str) -> frozenset[Decimal]:
    """Return what `numbers` does, of a text that is folded already."""
    text = _prepared(folded)
    values = {value for _, _, value in _written(text)} if _DIGIT.search(text) else set()
    if _has_number_words(text):
        values.update(value for _, _, value in _spoken(_WORD.findall(_DIGITS.sub(" | ", text))))
    return frozenset(values)


def located(folded: str) -> tuple[str, list[Span]]:
    """Return the text in which the numbers of a folded text are read, in lower case, and where they stand in it."""
    text = _prepared(folded)
    if not _has_number_words(text):
        return text, list(_written(text))
    words = list(_WORD.finditer(_DIGITS.sub(lambda match: "|" * len(match[0]), text)))
    spoken = _spoken([word[0] for word in words])
    spans = [(words[first].start(), words[last].end(), value) for first, last, value in spoken]
    return text, sorted([*_written(text), *spans])


def _has_number_words(text: str) -> bool:
    """Most sentences have none; to see that takes a tenth of the time that it takes to read the words in order."""
    letters = text.translate(_NO_LETTER).split() if text.isascii() else _WORD.findall(text)
    return not _NUMBER_WORDS.isdisjoint(letters)


def _prepared(folded: str) -> str:
    text = folded.casefold()
    return _AND_A_HALF.sub(" half", _HALF_A.sub("0.5 ", text)) if "half" in text else text


def notations(number: Decimal) -> Iterator[str]:
    """Yield how newspapers write a number: in full, in thousands, millions and so on, and small ones in a word."""
    yield f"{number:,f}"
    yield from (f"{(number / scale).normalize():f}" for scale in (1, 10**3, 10**6, 10**9, 10**12) if number >= scale)
    if number in _IN_A_WORD:
        yield _IN_A_WORD[number]


def _written(text: str) -> Iterator[Span]:
    """Yield the numbers written in digits; in "24 to 28 million" the first takes the scale of the second."""
    found = list(_DIGITS.finditer(text))
    for match, after in zip_longest(found, found[1:]):
        value, scale = _digits(match), match["scale"]
        if after and not scale and after["scale"] and value < _digits(after):
            link = _RANGE.fullmatch(text, match.end(), after.start())
            if link and (link[0].strip() != "and" or text[: match.start()].endswith("between ")):
                scale = after["scale"]
        yield (*match.span(), (value * _SCALES[scale] if scale else value).normalize())


def _digits(match: re.Match[str]) -> Decimal:
    if match["alone"]:
        top, bottom = match["alone"].split("/")
        return Decimal(top) / Decimal(bottom)
    value = Decimal(match["digits"].replace(",", ""))
    return value + Decimal(match["top"]) / Decimal(match["bottom"]) if match["top"] else value


class _Spoken:
    """A number in words while it is being read: `total` of the scales that are done, `part` of the one under way."""

    def __init__(self) -> None:
        self.total = self.part = Decimal(0)
        self.scale = Decimal(1)
        self.words = 0

    @property
    def value(self) -> Decimal:
        return self.total + self.part

    def takes(self, word: str) -> bool:
        """Read one more word of the number; return False where the word begins another one, or none."""
        if word == "half" and self.part:
            self.part += Decimal("0.5")
        elif word == "half" and self.total:
            self.total += self.scale / 2
        elif word in _SCALES:
            self._scaled(Decimal(_SCALES[word]))
        elif word in _UNITS and self.part % (100 if _UNITS[word] > 9 else 10) == 0 and self.part % 100 != 10:
            self.part += _UNITS[word]
        elif word in _TENS and self.part % 100 == 0:
            self.part += _TENS[word]
        else:
            return False
        self.words += 1
        return True

    def _scaled(self, scale: Decimal) -> None:
        self.part = (self.part or Decimal(1)) * scale
        self.scale = scale
        if scale > 100:
            self.total, self.part = self.total + self.part, Decimal(0)


def _spoken(words: list[str]) -> list[Span]:
    """Return the numbers in words: the places of their first and last word, both inclusive, and their values."""
    found: list[Span] = []
    number, first = _Spoken(), 0

    def ends(last: int, value: Decimal, begun: int) -> None:
        # Alone, "one" is mostly a pronoun; "hundreds" and "a dozen" stay what they are, a value like any other.
        if value not in (0, 1):
            found.append((begun, last, value.normalize()))

    for index, word in enumerate(words):
        if word not in _BEGINS and not number.words:
            continue
        if word == "and" and number.words and words[index - 1] in _SCALES and words[index + 1 : index + 2] != ["|"]:
            continue  # "one hundred and five"
        first = first if number.words else index
        if word in _SPOKEN or word == "half":
            if not number.takes(word):
                ends(index - 1, number.value, first)
                number, first = _Spoken(), index
                number.takes(word)
            continue
        ordinal = _ORDINALS.get(word, 0)
        if ordinal < 10 and number.part % 100 >= 20 and number.part % 10 == 0:
            ends(index, number.value + ordinal, first)  # "twenty-first"
        else:
            ends(index - 1, number.value, first)
            ends(index, Decimal(0 if word in {"first", "second"} else ordinal), index)
        number = _Spoken()
    ends(len(words) - 1, number.value, first)
    return found
