"""Numbers in running text, however they are written: `2.5bn`, `8-mln`, `two and a half billion`, `40 per cent`.

Only the value counts, so that "$2.5bn" and "2,500,000,000 dollars" are the same amount.
"""

from __future__ import annotations

import re
from decimal import Decimal

from summariser.language.folding import fold_case

__all__ = ["numbers"]

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
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=2
    )
}
_DIGITS = re.compile(
    r"(?<![\w.])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:\s+(?P<top>\d)/(?P<bottom>\d))?"
    r"(?:(?:\s|-)?(?P<scale>hundred|thousand|million|billion|trillion|mln|bln|tln|trn|mn|bn|tn|k|m)\b)?"
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+|\|")
_SPOKEN = frozenset(_UNITS) | frozenset(_TENS) | frozenset(_SCALES) - {"k", "m", "mn", "tn"}
_NUMBER_WORDS = _SPOKEN | frozenset(_ORDINALS)


def numbers(text: str) -> frozenset[Decimal]:
    """Return the values of all numbers in `text`; `one`, `first` and `a` are no numbers here, being mostly words."""
    folded = fold_case(text)
    values: set[Decimal] = set()
    if _DIGIT.search(folded):
        values.update(_digits(match) for match in _DIGITS.finditer(folded))
        folded = _DIGITS.sub(" | ", folded)
    words = _WORD.findall(folded.replace(" and a half", " half"))
    if not _NUMBER_WORDS.isdisjoint(words):
        values.update(_spoken(words))
    return frozenset(values)


def _digits(match: re.Match[str]) -> Decimal:
    value = Decimal(match["digits"].replace(",", ""))
    if match["top"] and match["bottom"] != "0":
        value += Decimal(match["top"]) / Decimal(match["bottom"])
    return (value * _SCALES[match["scale"]] if match["scale"] else value).normalize()


def _spoken(words: list[str]) -> set[Decimal]:
    values: set[Decimal] = set()
    total = part = Decimal(0)
    begun = False
    for index, word in enumerate(words):
        if word in _ORDINALS and not begun:
            if word != "second":
                values.add(Decimal(_ORDINALS[word]))
        elif word in _SPOKEN:
            begun = True
            if word in _SCALES:
                part = (part or Decimal(1)) * _SCALES[word]
                if _SCALES[word] > 100:
                    total, part = total + part, Decimal(0)
            else:
                part += _UNITS.get(word, 0) or _TENS.get(word, 0)
        elif word == "half" and begun:
            part += Decimal("0.5")
        elif not (begun and word == "and" and index + 1 < len(words) and words[index + 1] in _SPOKEN):
            values.add(total + part)
            total = part = Decimal(0)
            begun = False
    values.add(total + part)
    # Alone, "one" is mostly a pronoun, and "hundreds" or "a dozen" stay what they are: a value like any other.
    return {value.normalize() for value in values} - {Decimal(0), Decimal(1)}
