"""The cues of the vocabularies: what a text must say before a word of a vocabulary is believed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from summariser.models.markers import Told

__all__ = ["cues_of", "deeds"]


@cache
def cues_of(marker: Told) -> dict[str, tuple[str, ...]]:
    """Return the word beginnings for each word of the marker's vocabulary; a word without any needs none."""
    return dict(marker.cues) or _table().get(marker.vocabulary, {})


@cache
def deeds() -> dict[str, tuple[str, ...]]:
    """Return the beginnings of words for deeds that decide, each with those that may tell it in other words."""
    return {deed: (deed, *others) for deed, others in _table()["deed"].items()}


@cache
def _table() -> dict[str, dict[str, tuple[str, ...]]]:
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in (Path(__file__).parent / "data" / "cues.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            vocabulary, word, cues = line.split("\t")
            table.setdefault(vocabulary, {})[word] = tuple(cues.split())
    return table
