"""Text of unknown origin made fit for one line of a terminal."""

from __future__ import annotations

import unicodedata

__all__ = ["plain"]

# They turn the order of what follows around, so that a terminal shows other text than is there.
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def plain(text: str) -> str:
    """Return `text` on one line, white space run together and control characters made visible.

    An article, a model and a server may all send sequences that a terminal obeys.
    """
    return "".join(map(_visible, " ".join(text.split())))


def _visible(char: str) -> str:
    if unicodedata.category(char) in {"Cc", "Cs"} or char in _TURNING:
        return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"
    return char
