"""Boundaries: where, in a sentence in lower case, the wording that a verb governs ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from summariser.engines.rules.tables.lexicon import ACTOR, TIME, word_set, words

__all__ = ["clause_stop", "overlaps", "parts_of", "stop_after"]

_PRONOUNS = frozenset({"it", "he", "she", "they"})
# Candidates; whether they end a clause is told by the words that they capture. Long lists stand in sets, not in
# patterns, since patterns with many alternatives are dear to compile.
_ACTOR_ACTS = re.compile(rf", (?:and )?(?:the |an? )?{ACTOR} (?P<word>[\w']+)")
_SOMEBODY_SAYS = re.compile(rf", (?:the |an? )(?:[\w']+ ){{1,3}}(?:the |an? )?{ACTOR} (?P<word>\w+)")
_APPOSED_SAYS = re.compile(
    rf", (?:the |an? |its )?(?:(?:[\w-]+|{ACTOR})(?:'s)? ){{0,6}}?(?:[\w-]+|{ACTOR}), "
    rf"(?:{ACTOR}|[\w.-]+(?: [\w.-]+)?), (?P<word>said|says|told)\b"
)
_NAMELESS_SAYS = re.compile(
    rf", (?:[\w'-]+ |{ACTOR} ){{1,8}}?(?P<word>said|says|say)\b(?=\s*(?:[.,:]|$|on |in |late |{TIME}))"
)
_COMMA = re.compile(r", (?P<word>[\w']+)(?: (?P<next>\w+))?")
_AND = re.compile(r" and (?P<word>[\w']+)(?P<next> \w+)?")
_AND_DOING = re.compile(rf" and (?:the )?{ACTOR} (?P<word>\w+ing)\b")
_TURNED = re.compile(rf",? (?P<word>\w+) (?:the )?{ACTOR}")


@cache
def _sure() -> re.Pattern[str]:
    return re.compile(
        r"(?=[;:.!?,\s])"  # most letters are left after one look
        rf"(?:[;:]|(?<=[a-z]{{4}})[.!?][\"']? (?=\S)|,? and that\b|,? (?:{words('clause_ends')})\b"
        rf"|, according to| as {ACTOR}|, as (?:it|he|she|they|its|his|her|their|both)\b|[.!?]?\s*$)"
    )


def overlaps(start: int, stop: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Return whether a span shares anything with one of `spans`."""
    return any(first < stop and start < last for first, last in spans)


def clause_stop(small: str, start: int) -> int:
    """Return where the clause that goes on at `start` stops."""
    sure = _sure().search(small, start)
    stop = sure.start() if sure else len(small)
    return min([stop, *_told(small, start, stop)])


def stop_after(small: str, start: int) -> int:
    """Return where a clause stops, with what follows its colon: "a plan of her own: early retirement"."""
    stop = clause_stop(small, start)
    return clause_stop(small, stop + 1) if small.startswith(":", stop) else stop


def _told(small: str, start: int, stop: int) -> Iterator[int]:
    """Yield the first place before `stop` of each sort at which somebody else begins to act or to speak."""
    for opening, told in _BY_OPENING:
        first = small.find(opening, start, stop + len(opening) - 1)
        for pattern, fits in told if first >= 0 else ():
            yield from _first_told(pattern, fits, small, first, stop)


def _first_told(pattern: re.Pattern[str], fits: _Fits, small: str, at: int, stop: int) -> Iterator[int]:
    while match := pattern.search(small, at):
        if match.start() >= stop:
            return
        if fits(match):
            yield match.start()
            return
        at = match.start() + 1


def _says(match: re.Match[str]) -> bool:
    return match["word"] in word_set("says")


def _acts(match: re.Match[str]) -> bool:
    return match["word"] in word_set("aux") or _says(match)


def _goes_on(match: re.Match[str]) -> bool:
    word = match["word"]
    return (
        word == "which"
        or word in word_set("aux")
        or (word in word_set("says") and match.string[match.end("word") :].startswith(","))
        or (word in _PRONOUNS and match["next"] in word_set("says"))
    )


def _adds(match: re.Match[str]) -> bool:
    word = match["word"]
    more = word.endswith("ed") or word in word_set("next_verbs")
    return more or (word in word_set("aux") and match["next"] is not None)


_Fits = Callable[[re.Match[str]], object]
_BY_OPENING: tuple[tuple[str, tuple[tuple[re.Pattern[str], _Fits], ...]], ...] = (
    (
        ", ",
        (
            (_ACTOR_ACTS, _acts),
            (_SOMEBODY_SAYS, _says),
            (_NAMELESS_SAYS, _says),
            (_APPOSED_SAYS, _says),
            (_COMMA, _goes_on),
        ),
    ),
    (" and ", ((_AND, _adds), (_AND_DOING, bool))),
    ("", ((_TURNED, _says),)),
)
"""Each pattern with what else must hold of its match, by the letters that all of them begin with."""


_JOINT = re.compile(
    r", (?:for )?(?=(?:an?|no) )|,? and (?:for )?(?=(?:an?|no) )(?!an? (?:half|quarter|third|bit)\b)"
    r"|,? and for (?=the )|, and (?=the )"
)


def parts_of(small: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return where each of several things asked for begins and ends: "a ceasefire, a prisoner swap and the keys"."""
    joints = [joint for joint in _JOINT.finditer(small, 0, stop) if joint.start() > start]
    starts = [start, *(joint.end() for joint in joints)]
    return list(zip(starts, [*(joint.start() for joint in joints), stop], strict=True))
