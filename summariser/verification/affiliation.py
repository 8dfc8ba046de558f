"""Affiliation: for whom a person is shown to speak by the words beside the name.

"Ashby's chief executive, Dale Rittenour", "Vera Lund, who heads Norbryg", "a spokesman for Pelagia, Stavros Melitis".
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summariser.language.names import OFFICES
from summariser.language.words import STOPWORDS
from summariser.verification.cast import Mention

__all__ = ["TITLES", "VERBS", "Link", "apposition", "is_possessed", "links", "title_before", "titles"]

_WORDS = {
    kind: frozenset(words.split())
    for kind, words in tomllib.loads(
        (Path(__file__).parent / "data" / "speakers.toml").read_text(encoding="utf-8")
    ).items()
}
TITLES = OFFICES | _WORDS["titles"]
"""Words that tell what somebody is."""
VERBS = _WORDS["verbs"]
"""Verbs after which a stretch of words is no title any more."""
_LEADS = _WORDS["leads"]
_OF = frozenset("of for at from with to under and also the a an who on behalf in by 's - as".split())
_FACING = frozenset("with against to between about over on".split())
"""Behind these stands whom somebody deals with, and not for whom he speaks: "who leads the talks with Orvane"."""
_BY = frozenset("by under".split())
_BEHIND = frozenset(
    tuple(f"{words}{the}".split())
    for words in ("of", "from", "for", "at", "on behalf of", "representing", "speaking for")
    for the in ("", " the")
)
_JOINTS = frozenset(["and", ","])
_CONJUNCTIONS = frozenset("after although and because before but if since though unless until when where while".split())
_MARKS = frozenset([",", ";", ":", '"', "(", ")", "-", "'s"])
_CALLS_SELF = frozenset([("who", "calls", "himself"), ("who", "calls", "herself"), ("who", "is", "called")])
_REACH_BEFORE, _REACH_AFTER = 8, 16
_MOST_JOINED = 12
"""People in a row who may share what is told before the first of them."""


@dataclass(frozen=True, slots=True)
class Link:
    """Entries that the words beside a name show to be the person's, and those words; none in "Sarvia's Petra Vonn"."""

    entries: frozenset[str]
    title: tuple[str, ...]


def links(words: Sequence[str], mentions: Sequence[Mention], at: int) -> Iterator[Link]:
    """Yield what the words beside the person at `mentions[at]` show the person to belong to."""
    person = mentions[at]
    span = apposition(words, person)
    yield from _before(words, mentions, at, tuple(words[slice(*span)]) if span else ())
    if span:
        inside = [
            other.entries
            for other in mentions
            if span[0] <= other.start < span[1] and not _is_faced(words[span[0] : other.start])
        ]
        if any(inside):
            yield Link(frozenset().union(*inside), tuple(words[slice(*span)]))
    elif at + 1 < len(mentions) and tuple(words[person.end : mentions[at + 1].start]) in _BEHIND:
        following = mentions[at + 1]
        if _ends_phrase(words, following.end):
            yield Link(following.entries, title_before(words, person))


def is_possessed(words: Sequence[str], person: Mention) -> bool:
    """Return whether a name follows the title that somebody named before has given: "its chairman, Vera Lund"."""
    start, end = _title_before(words, person)
    return bool(set(words[start:end]) & TITLES) and words[start - 1 : start] in (["its"], ["their"], ["our"])


def title_before(words: Sequence[str], person: Mention) -> tuple[str, ...]:
    """Return the words before a name that may tell what its bearer is: "the envoy" of "the envoy, Vera Lund"."""
    return tuple(words[slice(*_title_before(words, person))])


def titles(words: Sequence[str], mentions: Sequence[Mention], at: int) -> tuple[str, ...]:
    """Return the words before and behind the person at `mentions[at]` that may tell what the person is."""
    joined, apart = [mentions[at]], 0
    for other in filter(lambda mention: mention.of_person, reversed(mentions[:at])):
        between = words[other.end : joined[-1].start]
        if not set(between) <= _JOINTS or len(joined) == _MOST_JOINED:
            apart = len(between)
            break
        joined.append(other)  # "directors Ada Brook and Jens Falk"
    before = title_before(words, joined[-1])[-apart:]
    behind = filter(None, (apposition(words, person) for person in reversed(joined)))
    return (*before, *(word for span in behind for word in words[slice(*span)]))


def _is_faced(before: Sequence[str]) -> bool:
    """Whether the words before an entry tell that somebody deals with it: "who leads the talks with", "envoy for"."""
    if {"presides", "presided"} & set(before[-3:]):
        return False
    return bool(_FACING & set(before[-2:])) or (before[-1:] == ["for"] and before[-2:-1] in (["envoy"], ["mediator"]))


def _title_before(words: Sequence[str], person: Mention) -> tuple[int, int]:
    end = person.start
    if tuple(words[max(0, end - 3) : end]) in _CALLS_SELF:
        end -= 3
    if words[end - 1 : end] == [","]:
        end -= 1
    start = end
    while start and end - start < _REACH_BEFORE and not _parts(words[start - 1]):
        start -= 1
    return start, end


def _parts(word: str) -> bool:
    return word in _MARKS - {"'s"} or word in VERBS or (word in STOPWORDS and word not in _OF)


def _ends_phrase(words: Sequence[str], end: int) -> bool:
    """Whether a name is not the beginning of a longer one: "of the Fund", and not "of the fund Tern Point"."""
    return end == len(words) or words[end].endswith("ed") or words[end] in STOPWORDS | VERBS | _MARKS


def apposition(words: Sequence[str], person: Mention) -> tuple[int, int] | None:
    """Return where the words stand that tell after a name, set off by a comma or bracket, what its bearer is."""
    opens = words[person.end : person.end + 1]
    if opens not in ([","], ["("]):
        return None
    start = person.end + 1
    if words[start : start + 1] and words[start] in _CONJUNCTIONS:
        return None
    if words[start : start + 1] == ["who"]:
        is_told = words[start + 1 : start + 2] in (["is"], ["was"])
        if not is_told and not _LEADS & set(words[start : start + 3]):
            return None
        start += 2 if is_told else 1
    closing = {",", ";", ":", '"'} if opens == [","] else {")"}
    for place in range(start, min(start + _REACH_AFTER, len(words))):
        if words[place] in closing or words[place] in VERBS or words[place] == "-":
            return (start, place) if place > start else None
    return (start, min(start + _REACH_AFTER, len(words)))


def _before(words: Sequence[str], mentions: Sequence[Mention], at: int, behind: tuple[str, ...]) -> Iterator[Link]:
    """Yield the entries before a person's name from which nothing but a title leads to it."""
    person = mentions[at]
    for other in reversed(mentions[:at]):
        between = list(words[other.end : person.start])
        if len(between) > _REACH_BEFORE or not other.entries:
            return
        if between in (["'s"], ["under"]):
            yield Link(other.entries, behind)
        elif _is_title(between):
            yield Link(other.entries, (*between, *behind))
        elif _follows_title(words, other, between):
            yield Link(other.entries, tuple(words[max(0, other.start - 4) : other.start]))
        if {",", ";"} & set(between[:-1]):
            return


def _is_title(between: list[str]) -> bool:
    """Whether words tell what somebody is, and nothing else: "'s chief executive,", "delegation led by"."""
    if between[-1:] == [","]:
        between = between[:-1]
    if not between or _MARKS - {"'s"} & set(between) or "by" in between[:-1]:
        return False  # "shown to the union by chairwoman Vera Lund"
    if between[-1] in _BY:
        return bool(set(between) & (TITLES | _LEADS)) and not set(between) & {"said", "told", "accused"}
    if set(between) & VERBS or any(word in STOPWORDS and word not in _OF for word in between):
        return False
    return bool(set(between) & TITLES)


def _follows_title(words: Sequence[str], other: Mention, between: list[str]) -> bool:
    """Whether a title stands before the entry and the name behind it: "a spokesman for Pelagia, Stavros Melitis"."""
    before = [word for word in words[max(0, other.start - 4) : other.start] if word != "the"]
    return between == [","] and before[-1:] in (["for"], ["of"]) and bool(set(before) & TITLES)
