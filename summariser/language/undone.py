"""Undone: what somebody failed or refused to do, avoided, or stopped short of, did not happen.

"They failed to agree" and "they agreed" have a word in common, and no "not" tells them apart.
"""

from __future__ import annotations

import re
from collections import Counter

from summariser.language.verbs import root
from summariser.language.words import STOPWORDS, negates, words_of

__all__ = ["FAILING", "undone_stems"]

_TO = frozenset("fail failur refus declin neglect unabl unwil reluct hesit inabl".split())
"""Stems behind which "to" tells what is not done."""
_OF = {"short": "of", "far": "from", "instead": "of", "rather": "than", "out": "of", "away": "from", "refrain": "from"}
"""Words behind which an "-ing" tells what is not done, each with the word between."""
FAILING = _TO | frozenset("avoid short far instead rather refrain never not".split())
"""Stems that say in a claim's own words that something was not done."""
_TURNING = {"back": frozenset("out down away off".split()), "call": frozenset(["off"])}
"""Verbs that a particle turns round: who backs out of a plan does not back it."""
_MAY_TELL = re.compile(
    r"\b(?:fail|refus|declin|neglect|unabl|unwil|reluct|hesit|inabil|avoid|refrain|back\w* (?:out|down|away|off)\b"
    r"|call\w* off\b|(?:short|instead|out) of\b|(?:far|away) from\b|rather than\b)",
    re.IGNORECASE,
)
"""Where a text may tell a thing as not done: it is read there alone."""
_REACH, _BEFORE = 4, 3
_NEAR = 50
"""Characters before a word, and half of those behind it, that are read with it."""


def undone_stems(folded: str) -> frozenset[str]:
    """Return the stems of the words of a folded text each of which is told there only as not done."""
    undone: Counter[str] = Counter()
    for match in _MAY_TELL.finditer(folded):
        before = words_of(folded[max(0, match.start() - _NEAR) : match.start()])[-_BEFORE:]
        behind = words_of(folded[match.start() : match.start() + 2 * _NEAR])
        undone.update(_undone_at([*before, *behind], len(before)))
    if not undone:
        return frozenset()
    told = Counter(map(root, words_of(folded)))
    return frozenset(stem for stem, count in undone.items() if count >= told[stem])


def _undone_at(words: list[str], place: int) -> list[str]:
    """Return the stem of what the word at a place leaves undone, if any."""
    word, behind = words[place], words[place + 1 : place + 1 + _REACH]
    stem = root(word)
    if stem in _TURNING and behind[:1] and behind[0] in _TURNING[stem]:
        return [stem]
    if any(map(negates, words[max(0, place - _BEFORE) : place])):
        return []  # "did not refuse to sign"
    if stem in _TO and "to" in behind[:3]:
        return _first(behind[behind.index("to") + 1 :])
    after = behind if stem == "avoid" else behind[1:] if behind[:1] == [_OF.get(stem)] else []
    return [root(other) for other in after[:1] if other.endswith("ing")]


def _first(words: list[str]) -> list[str]:
    """Return the stem of the verb behind a "to", adverbs left out."""
    return [root(word) for word in words if word not in STOPWORDS and not word.endswith("ly")][:1]
