"""Wire copies: the same story under another dateline, with a sentence cut or edited. They are paid once.

Candidates are found by MinHash: each text is a set of runs of three words, hashed once and sorted into 64 bins, whose
least values make 16 bands (one-permutation hashing, Li, Owen and Zhang, NIPS 2012). Texts that share a band and half of
their bins are compared in full. What is news stands at the opening: two stories whose openings differ by a word that
tells or by a "not", or give other figures, are two stories, whatever background they share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import eq
from zlib import crc32

from summariser.language.dates import MONTHS, WEEKDAYS
from summariser.language.words import NEGATORS, STOPWORDS, stem

__all__ = ["Sketch", "is_copy", "sketch_of"]

_ALIKE = 0.7
"""Share of the runs of words in both texts that both have, from which on they are copies."""
_OPENING = 25
_OPENING_ALIKE = 0.5
_ROWS = 4
_BINS = 64
_WORTH_COMPARING = 35
"""Of 64 bins. Of copies that are just alike enough 45 agree, give or take 4."""
_SMALL = STOPWORDS | set(MONTHS) | set(WEEKDAYS)
_MASK = (1 << 64) - 1
_FACTOR = 0x9E3779B97F4A7C15
_SECOND, _THIRD = 0x1000193B5, 0x3C6EF372D
_WORD = re.compile(r"\w+")
_DATELINE = re.compile(r"\s*(?:\(\w+\)\s*)?[A-Z][^.!?\n]{0,80}?(?:\s[-–—]+\s|\)\s*[-–—]+\s*|\s--\s)")
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What of a text finds its copies: `bands`, numbers of 63 bits, of which copies share at least one and other texts
    hardly any; and the last byte of the least value of each bin, which copies mostly share."""

    bands: tuple[int, ...]
    bins: bytes

    def resembles(self, bins: bytes) -> bool:
        """Return whether a text with these `bins` is worth comparing in full."""
        return bool(sum(map(eq, self.bins, bins)) >= _WORTH_COMPARING)


def sketch_of(text: str) -> Sketch | None:
    """Return the sketch of a text, None where it has fewer than three words. It is the same on every machine."""
    least = {run >> 58: run for run in sorted(_runs(_words(text)), reverse=True)}
    if not least:
        return None
    bins = [least.get(number) or _borrowed(number, least) for number in range(_BINS)]
    bands = []
    for first in range(0, _BINS, _ROWS):
        value = first
        for row in bins[first : first + _ROWS]:
            value = (value ^ row) * _FACTOR & _MASK
            value ^= value >> 29
        bands.append(value >> 1)
    return Sketch(tuple(bands), bytes(value & 255 for value in bins))


def is_copy(text: str, other: str) -> bool:
    """Return whether two texts are one story: most of their wording, the opening and its figures are the same."""
    words, others = _words(text), _words(other)
    runs, other_runs = _runs(words), _runs(others)
    shared = len(runs & other_runs)
    if shared < _ALIKE * (len(runs) + len(other_runs) - shared):
        return False
    return _opens_alike(text, other) and _opens_alike(other, text)


def _opens_alike(text: str, other: str) -> bool:
    """Return whether the opening of `text` stands near the beginning of `other`, with its figures."""
    body, other_body = _after_dateline(text), _after_dateline(other)
    opening = _words(body)[:_OPENING]
    pairs, near = set(pairwise(opening)), _words(other_body)[: 2 * _OPENING]
    if len(pairs & set(pairwise(near))) < _OPENING_ALIKE * len(pairs):
        return False
    # "Rejects" for "accepts" makes another story of the same words.
    if _telling(opening) - _telling(near) or _negations(opening) != _negations(near[:_OPENING]):
        return False
    figures = {figure for word in body.split()[:_OPENING] for figure in _FIGURE.findall(word)}
    return figures <= set(_FIGURE.findall(other_body))


def _telling(words: list[str]) -> set[str]:
    """Return the stems of the words that carry content, those that tell a time aside."""
    return {stem(word) for word in words if len(word) > 3 and word not in _SMALL}


def _negations(words: list[str]) -> int:
    # The apostrophe of "isn't" has parted it in two words.
    contracted = sum(second == "t" and first.endswith("n") for first, second in pairwise(words))
    return contracted + sum(word in NEGATORS for word in words)


def _after_dateline(text: str) -> str:
    dateline = _DATELINE.match(text)
    return text[dateline.end() :] if dateline else text


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("\xad", "").lower())


def _runs(words: list[str]) -> set[int]:
    """Return the hashes, 64 bits each, of all runs of three words."""
    hashes = [_hashes(word) for word in words]
    mixed = [
        (a + b + c) & _MASK for (a, _, _), (_, b, _), (_, _, c) in zip(hashes, hashes[1:], hashes[2:], strict=False)
    ]
    return {value ^ (value >> 31) for value in mixed}


@lru_cache(maxsize=16_384)
def _hashes(word: str) -> tuple[int, int, int]:
    """Return what a word adds to a run's hash where it stands first, second and third."""
    value = crc32(word.encode("utf-8", "replace")) * _FACTOR
    return value & _MASK, value * _SECOND & _MASK, value * _THIRD & _MASK


def _borrowed(number: int, least: dict[int, int]) -> int:
    """Return what an empty bin takes from the next one that is filled, told apart by how far away that is."""
    distance = next(step for step in range(1, _BINS) if (number + step) % _BINS in least)
    return (least[(number + distance) % _BINS] + distance * _FACTOR) & _MASK
