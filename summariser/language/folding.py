"""Typography folded away, so that the same words match however they were typeset.

Matching compares folded text. Offsets are never taken from folded text: whoever needs them keeps the original.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from summariser.language.hidden import BLANK, without_hidden

__all__ = ["fold", "fold_case"]

_DROPPED = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
"""The commonest characters that nobody sees, dropped on the short way; all others are rare."""
_ALIKE = {
    **dict.fromkeys(map(ord, "‘’‚‛′´`ʼ＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-"),
    **dict.fromkeys(map(ord, _DROPPED)),
    ord("…"): "...",
    **{
        ord(sign): f" {fraction}"
        for sign, fraction in zip("½⅓⅔¼¾⅛⅜⅝⅞", "1/2 1/3 2/3 1/4 3/4 1/8 3/8 5/8 7/8".split(), strict=True)
    },
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
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,11});")
_WRAPPED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def fold(text: str, levels: int = 4) -> str:
    """Return `text` with quotes, dashes, spaces, accents, ligatures, entities and invisible marks made plain.

    Entities within entities are opened `levels` deep.
    """
    if not text.isascii():
        text = _FOREIGN.sub(_fold_run, text)
    if "-\n" in text:
        text = _WRAPPED.sub("-", text)
    text = " ".join(text.split())
    if not text.isprintable():
        text = " ".join(without_hidden(text).split())
    if levels and "&" in text and _ENTITY.search(text):
        import html  # noqa: PLC0415 (rare, and html.entities is large)

        plain = html.unescape(text)
        return fold(plain, levels - 1) if plain != text else text
    return text


def _fold_run(match: re.Match[str]) -> str:
    return _folded_run(match[0]) if len(match[0]) < 100 else _folded_run.__wrapped__(match[0])


@lru_cache(maxsize=4_096)
def _folded_run(run: str) -> str:
    """Runs repeat (one accented letter, one dash), so most of a text is folded from memory."""
    # Taking signs apart brings out further ones that are written alike ("ŉ" holds an apostrophe).
    plain = unicodedata.normalize("NFKD", run.translate(_ALIKE)).translate(_ALIKE)
    return BLANK.sub("", "".join(mark for mark in plain if not unicodedata.combining(mark)))


def fold_case(text: str) -> str:
    """Return `text` folded and in lower case, for comparisons that ignore capitals."""
    return fold(text).casefold()
