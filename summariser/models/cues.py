"""The cues of the vocabularies: what a text must say before a word of a vocabulary is believed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from summariser.language.tables import table_rows
from summariser.models.markers import OfBearer, Told

__all__ = ["DATELINE", "Cues", "begins", "cues_of", "deeds", "hints", "own_cues"]


DATELINE = "dateline."
"""The cue of what is told by the place where an article was written."""

_Unsaid = Literal["refused", "doubted", "believed"]
_UNSAID: dict[str, _Unsaid] = {"*": "refused", "-": "believed"}


@dataclass(frozen=True, slots=True)
class Cues:
    """What speaks for a word of a vocabulary, and what against it where nothing speaks for it.

    `unsaid` is what the word is worth where nothing speaks for it or against it: "refused", "doubted" or "believed".
    """

    told_by: tuple[str, ...]
    refuted_by: tuple[str, ...] = ()
    unsaid: _Unsaid = "doubted"


@cache
def cues_of(marker: Told) -> dict[str, Cues]:
    """Return the cues for each word of the marker's vocabulary; a word without any needs none."""
    own = {word: Cues(cues, unsaid="refused") for word, cues in marker.cues}
    return own or _vocabularies().get(marker.vocabulary, {})


@cache
def deeds() -> dict[str, tuple[str, ...]]:
    """Return the beginnings of words for deeds that decide, each with those that may tell it in other words."""
    return {deed: (deed, *others) for vocabulary, deed, others, _ in _rows() if vocabulary == "deed"}


def begins(word: str, cue: str) -> bool:
    """Return whether a word is one that a cue of one part stands for."""
    if cue == "n't.":
        return word.endswith("n't")
    return word == cue[:-1] if cue.endswith(".") else word.startswith(cue)


def own_cues(marker: OfBearer, word: str) -> tuple[str, ...]:
    """Return what says a word of its bearer itself: beginnings of words, that of the word itself where none are."""
    return dict(marker.cues).get(word) or _row(f"own {marker.vocabulary}", word) or (word,)


def hints(marker: OfBearer, word: str) -> tuple[str, ...]:
    """Return what may say a word of its bearer in other words; who negotiates for himself does such things as well."""
    return () if dict(marker.cues).get(word) else _row(f"hint {marker.vocabulary}", word)


def _row(vocabulary: str, word: str) -> tuple[str, ...]:
    cues = _vocabularies().get(vocabulary, {}).get(word)
    return cues.told_by if cues else ()


@cache
def _vocabularies() -> dict[str, dict[str, Cues]]:
    table: dict[str, dict[str, Cues]] = {}
    for vocabulary, word, cues, against in _rows():
        unsaid: _Unsaid = next((_UNSAID[mark] for mark in against if mark in _UNSAID), "doubted")
        refuted = tuple(cue for cue in against if cue not in _UNSAID)
        table.setdefault(vocabulary, {})[word] = Cues(cues, refuted, unsaid)
    return table


@cache
def _rows() -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    return [
        (vocabulary, word, tuple(cues.split()), tuple(" ".join(against).split()))
        for vocabulary, word, cues, *against in table_rows(Path(__file__).parent / "data" / "cues.tsv")
    ]
