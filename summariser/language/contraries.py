"""Contraries: words that un-, in- or dis- turns round, so that they deny what they are built on."""

from __future__ import annotations

from functools import cache

from summariser.language.verbs import root
from summariser.language.words import stem

__all__ = ["CONTRARIES", "positive", "stems_saying"]

_CONTRARIES = {
    prefix + word: word
    for prefix in ("un", "in", "im", "il", "ir", "dis")
    for word in """
    willing able likely acceptable lawful legal possible certain clear fair safe satisfied prepared ready necessary
    reasonable realistic finished resolved settled signed paid popular workable founded justified agree agreed agrees
    agreement approve approved approval honest complete sufficient adequate
    """.split()
}
"""Words that un-, in- or dis- turns into their contraries, and what it turns."""
CONTRARIES = frozenset(_CONTRARIES)


def positive(word: str) -> str | None:
    """Return "willing" for "unwilling", None for what is no contrary of that kind."""
    return _CONTRARIES.get(word)


def stems_saying(root_of_it: str) -> frozenset[str]:
    """Return the stems of the words that have a root: "agree" stands in "disagree" too, denied."""
    return _stems_by_root().get(root_of_it, frozenset()) | {root_of_it}


@cache
def _stems_by_root() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for contrary, word in _CONTRARIES.items():
        found.setdefault(root(word), set()).update([stem(contrary), stem(word)])
    return {found_root: frozenset(stems) for found_root, stems in found.items()}
