"""Numbered sentences with exact offsets into the article's text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sentencex import get_sentence_boundaries

__all__ = ["Sentence", "split_sentences"]

_WRAP_WIDTHS = range(40, 100)
# The segmenter ends a sentence here where it should not: "5 p.m. Friday", "No. 3", "Gen. Ray", an initial.
_NO_END = re.compile(r"(?:\b[ap]\.m|\b(?:Nos?|Gen|Col|Lt|Sgt|Capt|Adm|Gov|Sens?|Reps?|Rev|Msgr|St|Mt|vs|approx)|(?<![\w.])[A-Z])\.$")
_LOWER_START = re.compile(r"[a-z]")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Sentence `number` (from 1) of an article: `article.text[start:end] == text`, end exclusive."""

    number: int
    start: int
    end: int
    text: str


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order, without the white space around them.

    A line break ends a sentence, as headings and list items have no full stop, unless the text is hard-wrapped as
    wires of the 1980s are: then only an empty line does.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _blocks(text):
        joined = text[start:end].replace("\n", " ").replace("\r", " ")
        inside = [(start + part["start_index"], start + part["end_index"]) for part in get_sentence_boundaries("en", joined)]
        spans.extend(_mended(text, inside))
    return tuple(Sentence(number, *span, text[slice(*span)]) for number, span in enumerate(_trimmed(text, spans), start=1))


def _blocks(text: str) -> list[tuple[int, int]]:
    """Return the spans that no sentence crosses: lines, or paragraphs where lines are hard-wrapped."""
    lines = [match.span() for match in _LINE.finditer(text)]
    if not _hard_wrapped([text[slice(*line)] for line in lines]):
        return lines
    blocks: list[tuple[int, int]] = []
    for start, end in lines:
        new_paragraph = text[start:end][:1].isspace() or not text[start:end].strip()
        if blocks and not new_paragraph and text[blocks[-1][1] : start].count("\n") == 1:
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
    return blocks


def _hard_wrapped(lines: list[str]) -> bool:
    full = [line.rstrip() for line in lines if line.strip()]
    if len(full) < 4:
        return False
    broken = sum(len(line) in _WRAP_WIDTHS and line[-1] not in ".!?:\"'”’" for line in full)
    return broken > len(full) * 0.5


def _mended(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what the segmenter cut after an abbreviation or before a lower-case word."""
    mended: list[tuple[int, int]] = []
    for start, end in spans:
        before = text[slice(*mended[-1])].rstrip() if mended else ""
        here = text[start:end].lstrip()
        if before and here and (_NO_END.search(before) or _LOWER_START.match(here)):
            mended[-1] = (mended[-1][0], end)
        else:
            mended.append((start, end))
    return mended


def _trimmed(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    trimmed = []
    for start, end in spans:
        inside = text[start:end]
        body = inside.strip()
        if any(char.isalnum() for char in body):
            first = start + len(inside) - len(inside.lstrip())
            trimmed.append((first, first + len(body)))
    return trimmed
