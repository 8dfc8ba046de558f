"""Text of unknown origin made fit for one line of a terminal."""

from __future__ import annotations

import re

__all__ = ["plain"]

# Control characters; halves of characters; and those that turn the order of what follows around, so that a terminal
# shows other text than is there.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """Return `text` on one line, white space run together and control characters made visible.

    An article, a model and a server may all send sequences that a terminal obeys.
    """
    return _UNFIT.sub(_visible, " ".join(text.split()))


def _visible(char: re.Match[str]) -> str:
    code = ord(char[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
