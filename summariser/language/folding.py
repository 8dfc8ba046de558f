"""Typography folded away, so that the same words match however they were typeset.

Matching compares folded text. Offsets are never taken from folded text: whoever needs them keeps the original.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold", "fold_case"]

_DROPPED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_ALIKE = {
    **dict.fromkeys(map(ord, "‘’‚‛′´`ʼ＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-"),
    **dict.fromkeys(map(ord, _DROPPED)),
    ord("…"): "...",
    ord("ß"): "ss",
    ord("ø"): "o",
    ord("Ø"): "O",
    ord("ł"): "l",
    ord("Ł"): "L",
    ord("æ"): "ae",
    ord("Æ"): "AE",
    ord("đ"): "d",
    ord("ı"): "i",
}
_SPACES = re.compile(r"\s+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,12});")
_UNEVEN = re.compile(r"[^\S ]|  |^ | $")
_WRAPPED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def fold(text: str) -> str:
    """Return `text` with quotes, dashes, spaces, accents, ligatures, entities and invisible marks made plain."""
    if "&" in text and _ENTITY.search(text):
        import html  # noqa: PLC0415 (rare, and html.entities is large)

        text = html.unescape(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_ALIKE))
        text = "".join(mark for mark in text if not unicodedata.combining(mark)) if not text.isascii() else text
    if _UNEVEN.search(text):
        text = _SPACES.sub(" ", _WRAPPED.sub("-", text)).strip()
    return text


def fold_case(text: str) -> str:
    """Return `text` folded and in lower case, for comparisons that ignore capitals."""
    return fold(text).casefold()
