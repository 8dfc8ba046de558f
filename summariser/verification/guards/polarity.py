"""Polarity: what the sentences deny is not asserted, and what they assert is not denied."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.models.faults import Fault
from summariser.verification.guards.wording import TELLING
from summariser.verification.place import Place

__all__ = ["polarity_agrees"]


def polarity_agrees(value: str, place: Place) -> Iterator[Fault]:
    """The word right behind a "not" keeps its "not", and none gains one where the sentences deny nothing.

    Where the sentences have a word both ways the guard does not judge, nor where they refuse in other words
    ("rejected", "ruled out"): a rejected proposal is told by its content, and "would not do so" denies what stands
    before it.
    """
    own, scope = place.own(value), place.scope
    turned = scope.denied_stems & own.asserted_stems - TELLING if scope.denied else None
    # "X said they had not agreed" holds in an article where somebody else "would not say".
    for word in sorted(turned - scope.asserted_stems) if turned else ():
        yield place.fault(
            "polarity_agrees", f"says the opposite: {word!r} stands behind a negation in {place.scope_name}"
        )
    for word in sorted(own.denied_stems & scope.asserted_stems - scope.denied_stems) if own.denied else ():
        if scope.denials - {word}:
            continue
        yield place.fault("polarity_agrees", f"denies {word!r}, which nothing in {place.scope_name} does")
