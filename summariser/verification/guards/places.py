"""Places: "talks in Geneva" stands where a sentence has both, not where talks are here and Geneva is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.language.words import content_stems
from summariser.models.faults import Fault
from summariser.models.markers import Supported
from summariser.verification.place import Place, listed, quoted

__all__ = ["goes_on_there"]

_IN_A_PLACE = re.compile(r"\bin\s+((?:[A-Z][\w'’-]+)(?:\s+[A-Z][\w'’-]+)*)$")
_TALKS = content_stems("talks negotiations discussions consultations meetings conference summit peace")
"""Where one of them goes on, any may be said to."""


def goes_on_there(value: str, place: Place) -> Iterator[Fault]:
    """A name of one's own for what the article tells is free in its words, but not in where that goes on.

    Only one that is just what goes on and where is asked: "purchase of a stake in Quill" has no place.
    """
    marker = place.marker
    assert isinstance(marker, Supported)
    found = _IN_A_PLACE.search(value.rstrip()) if marker.title else None
    told = content_stems(value[: found.start()]) if found else frozenset()
    if not found or len(told) != 1:
        return
    numbers = place.article.mentioning(found[1].lower())
    around = frozenset().union(*(place.article.sentence(number).stems for number in numbers))
    title = content_stems(place.article.article.title or "")
    if content_stems(found[1]) <= title:
        around |= title
    told |= _TALKS if told & _TALKS else frozenset()
    if numbers and not told & around:
        yield place.fault(
            "goes_on_there",
            f"{listed(numbers[:3])} {'has' if len(numbers) == 1 else 'have'} {quoted(found[1])}, and nothing of "
            f"{quoted(value[: found.start()].strip())}; name what goes on without the place, or leave it null",
        )
