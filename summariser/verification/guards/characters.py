"""Characters: what a record says can be read by a person, and does nothing to what shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.models.faults import Fault
from summariser.verification.place import Place

__all__ = ["has_no_hidden_characters", "has_no_markup"]

_HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, white space aside: a terminal obeys some of them
    r"\u202a-\u202e\u2066-\u2069"  # they turn the order of what follows around
    r"\U000e0000-\U000e007f\U000e0100-\U000e01ef]"  # tags and selectors, which carry text that nobody sees
)
_MARKUP = re.compile(r"\b(?:https?|ftp|file|javascript|data):\S|!?\[[^\]]*\]\(|<(?![A-Z0-9.]{1,9}>)[/!]?[a-zA-Z]")
"""A stock's sign, as in "Carling Plc <CARL.L>", is none."""


def has_no_hidden_characters(value: str, place: Place) -> Iterator[Fault]:
    """The prompt shows none of an article's own, so that a model that writes some has made them up."""
    hidden = None if value.isprintable() and value.isascii() else _HIDDEN.search(value)
    if hidden:
        yield place.fault(
            "has_no_hidden_characters", f"holds the hidden character U+{ord(hidden[0]):04X}; write plain text"
        )


def has_no_markup(value: str, place: Place) -> Iterator[Fault]:
    """A link or an image in a claim is fetched, or clicked on, wherever the record is shown."""
    markup = _MARKUP.search(value) if any(map(value.__contains__, ":[<")) else None
    if markup:
        start = markup.start()
        yield place.fault("has_no_markup", f"holds a link or markup, {value[start : start + 20]!r}; write plain text")
