"""Undone: what somebody failed or refused to do, avoided, or stopped short of, did not happen.

"They failed to agree" and "they agreed" have a word in common, and no "not" tells them apart.
"""

from __future__ import annotations

import re
from collections import Counter

from summariser.language.date_forms import MONTHS, WEEKDAYS
from summariser.language.verbs import root
from summariser.language.words import STOPWORDS, negates, words_of

__all__ = ["FAILING", "undone_stems"]

_TO = frozenset("fail failur refus declin neglect unabl unwil reluct hesit inabl".split())
"""Stems behind which "to" tells what is not done."""
_OF = {"short": "of", "far": "from", "instead": "of", "rather": "than", "out": "of", "away": "from", "refrain": "from"}
"""Words behind which an "-ing" tells what is not done, each with the word between."""
FAILING = _TO | frozenset(
    "avoid short far instead rather refrain never not demand ask want urg seek sought insist miss balk escap".split()
)
"""Stems that say in a claim's own words that something was not done, or that somebody else wants it."""
_TURNING = {"back": frozenset("out down away off".split()), "call": frozenset(["off"])}
"""Verbs that a particle turns round: who backs out of a plan does not back it."""
_MAY_TELL = re.compile(
    r"\b(?:fail|refus|declin|neglect|unabl|unwil|reluct|hesit|inabil|avoid|refrain|back\w* (?:out|down|away|off)\b"
    r"|call\w* off\b|(?:short|instead|out) of\b|(?:far|away) from\b|rather than\b)",
    re.IGNORECASE,
)
"""Where a text may tell a thing as not done: it is read there alone."""
_BETWEEN = frozenset("again even far last late month on once more so this today week year yesterday yet".split())
"""Words that may stand before that "to", beside adverbs and names of days: "failed on Friday to close"."""
_REACH, _BEFORE = 7, 3
_NEAR = 50
"""Characters before a word, and half of those behind it, that are read with it."""


def undone_stems(folded: str) -> frozenset[str]:
    """Return the stems of the words of a folded text each of which is told there only as not done."""
    undone: Counter[str] = Counter()
    for match in _MAY_TELL.finditer(folded):
        before = words_of(folded[max(0, match.start() - _NEAR) : match.start()])[-_BEFORE:]
        behind = folded[match.start() : match.start() + 2 * _NEAR]
        # A name may end in "ing": "walked out of Boeing".
        lower = {word.strip(".,;:!?\"'()") for word in behind.replace("-", " ").split() if word.islower()}
        undone.update(root(word) for word in _undone_at([*before, *words_of(behind)], len(before)) if word in lower)
    if not undone:
        return frozenset()
    told = Counter(map(root, words_of(folded)))
    return frozenset(stem for stem, count in undone.items() if count >= told[stem])


def _undone_at(words: list[str], place: int) -> list[str]:
    """Return the word that the one at a place leaves undone, if any."""
    word, behind = words[place], words[place + 1 : place + 1 + _REACH]
    stem = root(word)
    if _is_turned(words, place):
        return [] if words[max(0, place - 1) : place] == ["to"] else [word]  # "refused to back down"
    if any(map(negates, words[max(0, place - _BEFORE) : place])):
        return []  # "did not refuse to sign"
    if stem in _TO:
        # What "declined on Friday to close at 45" fell.
        between = _is_adverb if stem == "declin" else _may_stand_between
        to = next((step for step, other in enumerate(behind) if not between(other)), 0)
        verb = _first(behind[to + 1 :]) if behind[to : to + 1] == ["to"] else []
        return [] if verb and _is_turned(words, words.index(verb[0], place)) else verb
    after = behind if stem == "avoid" else behind[1:] if behind[:1] == [_OF.get(stem)] else []
    return [other for other in after[:1] if other.endswith("ing")]


def _may_stand_between(word: str) -> bool:
    return _is_adverb(word) or word in _BETWEEN or word in WEEKDAYS or word in MONTHS


def _is_adverb(word: str) -> bool:
    return word.endswith("ly")


def _is_turned(words: list[str], place: int) -> bool:
    return any(word in _TURNING.get(root(words[place]), ()) for word in words[place + 1 : place + 2])


def _first(words: list[str]) -> list[str]:
    """Return the verb behind a "to", adverbs left out; a figure is none."""
    found = [word for word in words if word not in STOPWORDS and not _is_adverb(word)][:1]
    return [word for word in found if word.isalpha()]
