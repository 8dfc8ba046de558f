"""Typography folded away, so that the same words match however they were typeset.

Matching compares folded text. Offsets are never taken from folded text: `locating` finds them in the original.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from summariser.language.hidden import BLANK, without_hidden

__all__ = ["fold", "fold_case", "parts_of_wrapped"]

_DROPPED = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
"""The commonest characters that nobody sees, dropped on the short way; all others are rare."""
_ALIKE = {
    **dict.fromkeys(map(ord, "‘’‚‛′´`ʼ＇‹›❛❜"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»＂❝❞〝〞"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−－⸺⸻"), "-"),
    **dict.fromkeys(map(ord, _DROPPED)),
    ord("…"): "...",
    **{
        ord(sign): f" {fraction}"
        for sign, fraction in zip("½⅓⅔¼¾⅛⅜⅝⅞", "1/2 1/3 2/3 1/4 3/4 1/8 3/8 5/8 7/8".split(), strict=True)
    },
    ord("ß"): "ss",
    ord("ẞ"): "SS",
    ord("œ"): "oe",
    ord("Œ"): "OE",
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
_LEVELS = 4
_AMPERSAND = re.compile("[&＆﹠]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LINE_END = r"[^\S\n]*\n[^\S\n]*"
_SOFTLY_WRAPPED = re.compile(f"\u00ad{_LINE_END}")
_WRAPPED = re.compile(rf"(?<=[^\W_])-{_LINE_END}(?=[^\W_])")
_TYPEWRITTEN = re.compile(r"(?<![`'])(?:``|'')(?![`'])|(?<![-!<])-{2,3}(?![->])")
"""Quotation marks and dashes of keyboards that have none, with nothing of their kind beside them."""


def fold(text: str, levels: int = _LEVELS) -> str:
    """Return `text` with quotes, dashes, spaces, accents, ligatures, entities and invisible marks made plain.

    A hyphen at the end of a line stays, and the line break behind it goes. Entities within entities are opened `levels`
    deep.
    """
    if levels == _LEVELS and _AMPERSAND.search(text) and not text.isascii():
        text = _without_foreign(text)  # so that "＆amp;" and "&amp;" are opened together
    if levels and "&" in text and (opened := _ENTITY.sub(_opened, text)) != text:
        return fold(opened, levels - 1)
    folded = _without_foreign(text)
    if "\n" in folded and "-" in folded:
        folded = _WRAPPED.sub("-", folded)
    if "--" in folded or "''" in folded or "``" in folded:
        folded = _TYPEWRITTEN.sub(lambda match: "-" if match[0][0] == "-" else '"', folded)
    folded = folded.strip()
    if "  " in folded or not folded.isprintable():
        folded = " ".join(folded.split())
        if not folded.isprintable():
            folded = " ".join(without_hidden(folded).split())
    if levels and folded != text and "&" in folded and _ENTITY.search(folded):
        return fold(folded, levels)  # a wide ampersand has become one
    return folded


def parts_of_wrapped(text: str) -> list[str]:
    """Return `text` cut at each hyphen that ends a line within a word, which may be the word's own or not."""
    for _ in range(_LEVELS):
        text = _ENTITY.sub(_opened, text)
    return _WRAPPED.split(_without_foreign(text))


def _opened(entity: re.Match[str]) -> str:
    import html  # noqa: PLC0415 (rare, and html.entities is large)

    return html.unescape(entity[0])


def _without_foreign(text: str) -> str:
    if text.isascii():
        return text
    if "\u00ad" in text and "\n" in text:
        text = _SOFTLY_WRAPPED.sub("", text)
    return _FOREIGN.sub(_fold_run, text)


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
