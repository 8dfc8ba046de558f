"""Alternatives: one pattern for many literal words that is decided letter by letter.

`re` tries the branches of "accept|accepted|agree" one after the other at each place of a text. Written as
"a(?:ccept(?:ed)?|gree)" most places are left after one letter: long lists become many times as fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

__all__ = ["any_of"]

_END = ""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern, in a group of its own, that matches any of the words, the longest first.

    A "~" at the end of a word stands for any ending; a space for any white space.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _written(tree)


def _written(node: dict[str, Any]) -> str:
    ends = _END in node
    branches = [_letter(letter) + _written(rest) for letter, rest in sorted(node.items()) if letter]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"


def _letter(letter: str) -> str:
    return r"\w*" if letter == "~" else r"\s+" if letter == " " else re.escape(letter)
