"""Whole sentences: a text that breaks off in the middle tells half a truth."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.models.faults import Fault
from summariser.verification.place import Place

__all__ = ["is_whole"]

_STRANDED = frozenset("of to in on at by for from with without into over under".split())
_OPEN = _STRANDED | frozenset(
    """
    a an the between and or but nor if that which who whose than as because while although its his her their this
    these those
    """.split()
)
"""Words with which no sentence ends, but for prepositions behind a relative: "the plan that they signed on to"."""
_RELATIVES = frozenset("which that who whom what where".split())


def is_whole(value: str, place: Place) -> Iterator[Fault]:
    """A small model stops where the text that it copies has a quotation mark: "agreed to work toward a temporary "."""
    words = value.split()
    if words and (value[-1].isspace() or words[-1].casefold() in _OPEN):
        last = " ".join(words[-3:])
        relative = words[-1].casefold() in _STRANDED and not _RELATIVES.isdisjoint(map(str.casefold, words))
        yield place.fault("is_whole", f"breaks off after {last!r}; write whole sentences", doubt=relative)
