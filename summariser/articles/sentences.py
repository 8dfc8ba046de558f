"""Numbered sentences with exact offsets into the article's text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sentencex import get_sentence_boundaries

__all__ = ["Sentence", "paragraphs", "split_sentences"]

_WRAP_WIDTHS = range(40, 100)
_LONG = 60
"""Words beyond which a sentence is cut within its quotations too; the segmenter keeps a quotation whole."""

# The segmenter ends a sentence here where it should not: "No. 3", "Gen. Ray", an initial.
_NO_END = re.compile(
    r"(?:\b(?:Nos?|Gen|Col|Lt|Sgt|Capt|Adm|Gov|Sens?|Reps?|Rev|Msgr|St|Ft|Mt|vs|approx)|(?<![\w.])[A-Z])\.$"
)
# It goes on where it should end: `(… at the gate.) But`, `an "excellent job". Others`, `he said… The`.
_MISSED = re.compile(r"(?:[a-z0-9]{2}[.!?]\)|[\"”]\.|…)\s+(?=[\"“(]?[A-Z])")
_HOUR = re.compile(r"\b[ap]\.m\.$")
_AFTER_HOUR = re.compile(
    r"(?:[A-Z]{2,4}|Eastern|Central|Pacific|New York|London|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\W*\d"
)
# Wires of the 1980s write a capital after every full stop: "60 billion U.S. Dlrs", "the U.S. And Japan".
_COUNTRY = re.compile(r"\b(?:[A-Z]\.){2,}$")
_AFTER_COUNTRY = re.compile(r"(?:And|Or|Would|Will|Has|Had|Is|Was|Were|Said|Dlrs?)\b")
_LOWER_START = re.compile(r"(?:[\"”]\s+)?[a-z]")
_LONGEST_END = 12
"""Characters that these look at, at most, from the end of a sentence."""
_LINE = re.compile(r"[^\n]+")
_OPEN_LINE = re.compile(r"[^.!?:;\"'”’)\]]\s*$")
_GOES_ON = re.compile(r"\s*[a-z,]")
_QUOTES = str.maketrans(dict.fromkeys('"“”', " "))
_BLANK = re.compile(r"[^\S ]")
"""Of any other white space than this the segmenter takes no line breaks, and panics over "A\u00a0."."""
_OPENING = re.compile(r"\s[\"“]$")
_CLOSING = re.compile(r"\s*[\"”](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Sentence `number` (from 1) of an article: `article.text[start:end] == text`, end exclusive."""

    number: int
    start: int
    end: int
    text: str


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order, without the white space around them.

    A line break ends a sentence, as headings and list items have no full stop, unless the next line goes on in lower
    case, or the text is hard-wrapped as wires of the 1980s are: then only an empty line or an indented one does.
    """
    spans: list[tuple[int, int]] = []
    for block in paragraphs(text):
        for span in _mended(text, _segments(text, *block)):
            spans.extend(_shortened(text, span))
    return tuple(
        Sentence(number, *span, text[slice(*span)]) for number, span in enumerate(_trimmed(text, spans), start=1)
    )


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans that no sentence crosses: lines, or paragraphs where lines are hard-wrapped."""
    lines = [match.span() for match in _LINE.finditer(text) if not match[0].isspace()]
    wrapped = _hard_wrapped([text[slice(*line)] for line in lines])
    blocks: list[tuple[int, int]] = []
    for start, end in lines:
        line = text[start:end]
        if not blocks:
            joins = False
        elif wrapped:
            joins = not line[:1].isspace() and text[blocks[-1][1] : start].count("\n") == 1
        else:
            first, last = blocks[-1]
            joins = bool(_GOES_ON.match(line) and _OPEN_LINE.search(text, max(first, last - 100), last))
        if joins:
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
    return blocks


def _segments(text: str, start: int, end: int, *, within_quotes: bool = False) -> list[tuple[int, int]]:
    joined = _BLANK.sub(" ", text[start:end])
    if within_quotes:
        joined = joined.translate(_QUOTES)
    spans: list[tuple[int, int]] = []
    for part in get_sentence_boundaries("en", joined):
        first, last = start + part["start_index"], start + part["end_index"]
        for missed in _MISSED.finditer(text, first, last):
            spans.append((first, missed.end()))
            first = missed.end()
        spans.append((first, last))
    return spans


def _hard_wrapped(lines: list[str]) -> bool:
    full = [line.rstrip() for line in lines]
    if len(full) < 4:
        return False
    broken = sum(len(line) in _WRAP_WIDTHS and line[-1] not in ".!?:\"'”’" for line in full)
    return broken > len(full) * 0.5


def _mended(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what the segmenter cut where no sentence ends, and put a quotation mark back on its own side of a cut."""
    mended: list[tuple[int, int]] = []
    for start, end in spans:
        if mended and _no_end(text[slice(*mended[-1])].rstrip(), text[start:end].lstrip()):
            mended[-1] = (mended[-1][0], end)
            continue
        if mended:
            first, last = mended[-1]
            start = _cut_beside_quote(text, first, last, end)  # noqa: PLW2901
            mended[-1] = (first, start)
        mended.append((start, end))
    return mended


def _no_end(before: str, after: str) -> bool:
    if not before or not after or _LOWER_START.match(after):
        return True
    if not before.endswith("."):
        return False
    end = before[-_LONGEST_END:]
    if _NO_END.search(end):
        return True
    if _HOUR.search(end):
        return _AFTER_HOUR.match(after) is not None
    return _COUNTRY.search(end) is not None and _AFTER_COUNTRY.match(after) is not None


def _cut_beside_quote(text: str, start: int, cut: int, end: int) -> int:
    """Return where to cut instead of `cut`: before an opening quotation mark, after a closing one."""
    if _OPENING.search(text[max(start, cut - 3) : cut]) and not text[cut : cut + 1].isspace():
        return cut - 1
    closing = _CLOSING.match(text, cut, end)
    return closing.end() if closing else cut


def _shortened(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """Cut a sentence of more than _LONG words within its quotations too."""
    inside = text[slice(*span)]
    if inside.count(" ") < _LONG or not any(mark in inside for mark in '"“”'):
        return [span]
    return _mended(text, _segments(text, *span, within_quotes=True))


def _trimmed(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    trimmed = []
    for start, end in spans:
        inside = text[start:end]
        body = inside.strip()
        if any(char.isalnum() for char in body):
            first = start + len(inside) - len(inside.lstrip())
            trimmed.append((first, first + len(body)))
    return trimmed
