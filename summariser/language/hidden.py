"""Characters that nobody sees: an article may carry orders in them, and a name may be cut in two by one."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["BLANK", "without_hidden"]

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cn"})
"""Unicode's categories of control, format (zero-width, tags, marks of direction), private and unassigned characters."""
BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0d\uffa0\U000e0100-\U000e01ef]")
"""Characters that count as printable and show nothing: fillers, joiners, selectors (those of emoji aside)."""


def without_hidden(line: str) -> str:
    """Return a text of one line (white space is the space alone) without the characters that show nothing."""
    if not line.isprintable():
        line = "".join(char for char in line if unicodedata.category(char) not in _HIDDEN)
    return line if line.isascii() else BLANK.sub("", line)
