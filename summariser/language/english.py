"""Whether a text is in English at all: told by small words that English can't do without and its neighbours lack."""

from __future__ import annotations

from summariser.language.words import tokens

__all__ = ["seems_english"]

_LOOKED_AT = 2_000
"""Characters: enough to tell, and quick for an article of any length."""
_LEAST_WORDS = 20
"""Fewer words tell nothing: "Pellam and Ruvo agree truce" has one small word, "Pellam offered talks" none."""
_ONE_IN = 100
"""Running text has one in ten; of 676 news wires the poorest, a table of earnings in dollars, has one in 78."""
_SMALL_WORDS = frozenset("the and with that from this has have which they said been would their".split())


def seems_english(text: str) -> bool:
    """Return False where the opening of `text` is mostly in another script or has none of English's small words."""
    opening = text[:_LOOKED_AT]
    letters = [char for char in opening if char.isalpha()]
    if sum(char > "\u024f" for char in letters) * 2 > len(letters):
        return False
    words = tokens(opening)
    return len(words) < _LEAST_WORDS or sum(word in _SMALL_WORDS for word in words) * _ONE_IN >= len(words)
