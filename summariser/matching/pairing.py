"""Which given claim answers which expected one: the assignment with the greatest likeness as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["pair"]

_A = TypeVar("_A")
_B = TypeVar("_B")


def pair(given: Sequence[_A], expected: Sequence[_B], likeness: Callable[[_A, _B], float]) -> dict[int, int]:
    """Return positions in `given` with those in `expected` that they answer; likeness 0 pairs nothing."""
    from networkx import Graph, max_weight_matching  # noqa: PLC0415 (a third of a second, and only evaluation wants it)

    graph = Graph()
    for i, one in enumerate(given):
        for j, other in enumerate(expected):
            if (weight := likeness(one, other)) > 0:
                graph.add_edge((0, i), (1, j), weight=weight)
    sides = (sorted(edge) for edge in max_weight_matching(graph))
    return dict(sorted((this[1], that[1]) for this, that in sides))
