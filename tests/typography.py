"""Our own articles in other typography: the same words to a reader, other characters to a machine."""

from __future__ import annotations

import random
import re
import unicodedata

from hypothesis import strategies as st
from own_articles import NAMES, article

TEXTS = [f"{article(name).title}\n\n{article(name).text}" for name in NAMES]
LIKE = {
    " ": ["\u00a0", "\u2009", "\u202f", "\u3000", "  ", "\n", "\r\n", "\n\t", " \u200b", "&nbsp;", "&#160;", "\u200e "],
    "-": ["‐", "‑", "–", "—", "－", "&ndash;", "&#8209;", "&amp;#45;", "-\n"],
    "–": ["-", "—", "&ndash;"],
    "—": ["–", "--", "---", "-", "&mdash;"],
    "'": ["’", "‘", "′", "＇", "&#8217;", "&rsquo;", "&amp;#39;"],
    "’": ["'", "&rsquo;"],
    '"': ["“", "”", "„", "«", "''", "``", "&quot;", "&ldquo;", "&#x201D;", "&amp;quot;"],
    "“": ['"', "„", "&ldquo;"],
    "”": ['"', "''", "&rdquo;"],
    "&": ["&amp;", "＆", "&#38;", "&amp;amp;"],
    "fi": ["ﬁ"],
    "fl": ["ﬂ"],
    "ff": ["ﬀ"],
    "...": ["…"],
}
"""What may stand for a sign: to a reader it is the same."""
WITHIN = ["\u00ad", "\u200b", "\u200c", "\u2060", "\ufeff", "\u200f", "&shy;", "&#8203;", "-\n", "\u00ad\n", "‐\r\n  "]
"""What may part two letters of a word."""
SIGNS = sorted(LIKE, key=len, reverse=True)
_LETTER = r"[^\W_](?:\u0301|\u00ad(?=\w))*"
WORD = re.compile(rf"(?:{_LETTER})+(?:['’-](?:{_LETTER})+)*")


def retypeset(text: str, chance: random.Random, rate: float) -> str:
    """Return a text in other typography, at about so many of its signs."""
    made, at = "", 0
    while at < len(text):
        sign = next((sign for sign in SIGNS if text.startswith(sign, at)), text[at])
        at += len(sign)
        new = sign
        if chance.random() < rate:
            new = chance.choice(LIKE[sign] if sign in LIKE else [sign, *written_otherwise(sign)])
        if "\n" in new and not (made[-1:].isalnum() and text[at : at + 1].isalnum()):
            new = sign  # a line does not end before a hyphen, and "pre- and post-war" not after one
        made += new
        if sign.isalpha() and text[at : at + 1].isalpha() and chance.random() < rate / 4:
            made += chance.choice(WITHIN)
    return made


def written_otherwise(sign: str) -> list[str]:
    wide = [chr(ord(sign) + 0xFEE0)] if sign.isascii() and sign.isalnum() else []
    entity = [f"&#{ord(sign)};", f"&#x{ord(sign):x};"] if sign.isalnum() else []
    return [*wide, *entity, *(unicodedata.normalize(form, sign) for form in ("NFC", "NFD"))]


@st.composite
def typeset(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """Return words of an article in one typography, and in another with what stands before them and behind them."""
    text = draw(st.sampled_from(TEXTS)).replace("o", draw(st.sampled_from(["o", "ö", "ø", "o\u0301"])))
    words = list(WORD.finditer(text))
    first = draw(st.integers(0, len(words) - 1))
    last = min(first + draw(st.integers(0, 14)), len(words) - 1)
    start, end = words[first].start(), words[last].end()
    chance = random.Random(draw(st.integers(0, 2**32)))
    rates = [draw(st.sampled_from([0, 0.1, 0.5])) for _ in range(2)]
    wanted = retypeset(text[start:end], chance, rates[0])
    parts = (text[max(0, start - 400) : start], text[start:end], text[end : end + 200])
    before, piece, after = (retypeset(part, chance, rates[1]) for part in parts)
    return wanted, before, piece, after
