"""Whole sentences: a text that breaks off in the middle tells half a truth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.models.faults import Fault
from summariser.verification.place import Place

__all__ = ["is_whole"]

_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_LEAST_WORDS = 4


def is_whole(value: str, place: Place) -> Iterator[Fault]:
    """A small model stops where the text that it copies has a quotation mark: "agreed to work toward a temporary"."""
    if len(value.split()) >= _LEAST_WORDS and not _END.search(value.rstrip()):
        last = " ".join(value.split()[-3:])
        yield place.fault("is_whole", f"breaks off after {last!r}; write whole sentences, with a full stop at the end")
