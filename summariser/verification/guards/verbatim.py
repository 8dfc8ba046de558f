"""Verbatim: what is given as the article's own words stands in the article."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.language.folding import fold, fold_case
from summariser.language.locating import locate, stands_whole
from summariser.language.names import misspelt
from summariser.language.words import tokens
from summariser.models.faults import Fault
from summariser.models.markers import Verbatim
from summariser.verification.index import Passage
from summariser.verification.place import Place, listed, quoted

__all__ = ["stands_verbatim"]


def stands_verbatim(value: str, place: Place) -> Iterator[Fault]:
    """Letter for letter, with whole words at both ends; typography, line breaks and capitals are no difference."""
    wanted = fold_case(value)
    if not wanted:
        return
    if _stands(value, wanted, place.article.whole):
        yield from _far(value, wanted, place)
        return
    near = _near(value, place)
    pointer = f"the article has {quoted(near)}" if near else "leave it out, or copy what stands there"
    yield place.fault(
        "stands_verbatim", f"{quoted(fold(value))} does not stand in the article letter for letter; {pointer}"
    )


def _far(value: str, wanted: str, place: Place) -> Iterator[Fault]:
    """Where the marker wants the words near the claim's sentences, a place or time of another story is none of this."""
    assert isinstance(place.marker, Verbatim)
    if place.marker.scope == "article" or not place.cited:
        return
    near = {1, *(number + step for number in place.cited for step in (-1, 0, 1))}
    title = place.article.article.title or ""
    if any(_stands(value, wanted, passage) for passage in (place.article.join(near), Passage(title))):
        return
    first = tokens(value)[:1]
    where = place.article.where(lambda passage: _stands(value, wanted, passage), first)
    if where:
        yield place.fault(
            "stands_verbatim",
            f"{quoted(fold(value))} stands in {listed(where)}, not in {place.scope_name}; cite what fits",
        )


def _stands(value: str, wanted: str, passage: Passage) -> bool:
    if stands_whole(wanted, passage.folded_case):
        return True
    # Words that are parted at the end of a line have two readings, which takes longer to look for.
    return (passage.is_wrapped or "\n" in value) and locate(value, passage.text) is not None


def _near(value: str, place: Place) -> str | None:
    """Return the article's words that differ from `value` by a slip of spelling, if it has such."""
    first, *others = tokens(value) or [""]
    article = place.article.whole
    for candidate in {first, *article.misspellings(first)}:
        start = article.plain.find(f" {candidate} ")
        if start >= 0:
            window = article.plain[start : start + 2 * len(value) + 20].split()[: len(others) + 1]
            if len(window) > len(others) and all(map(misspelt, others, window[1:])):
                return " ".join(window)
    return None
