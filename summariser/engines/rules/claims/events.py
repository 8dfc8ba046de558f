"""Events: meetings, signings, departures, strikes; happened, planned, put off, called off, alleged or denied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from summariser.engines.rules.claims.happening import (
    FORECAST,
    Clause,
    Happening,
    event_start,
    event_stop,
    factuality_of,
    happening_in,
    told_again,
)
from summariser.engines.rules.claims.incidents import incidents_in
from summariser.engines.rules.clauses.boundaries import overlaps
from summariser.engines.rules.clauses.circumstances import time_in
from summariser.engines.rules.clauses.deeds import words_at_most
from summariser.engines.rules.clauses.discourse import Discourse
from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.tables.lexicon import word_set
from summariser.engines.rules.tables.lookup import Sought
from summariser.language.words import content_stems

__all__ = ["happenings_of"]

_BACKGROUND = re.compile(r"\b(?:which|that|who) (?:has |have |had )?(?:also |already )?$")
"""Before violence that only says more of something else: "a war which has killed thousands"."""
_DENIED = Sought(r"\b(?:denied|denies)\b [^.;]*?(?:that|having|\w+ing|report|reports)\b")
_KINDS = {
    "agreement": re.compile(r"\b(?:agreed|signed|settled|deal|accord|struck)\b"),
    "demand": re.compile(r"\b(?:asked|demanded|requested|called)\b"),
    "offer": re.compile(r"\b(?:offered|proposed|bid|suggested)\b"),
    "meeting": re.compile(r"\b(?:met|talks|meeting|contacts?|negotiat\w+)\b"),
    "threat": re.compile(r"\b(?:threat\w*|telling|told)\b"),
    "violence": re.compile(r"\b(?:attack\w*|killed|shelled|fired|violat\w+)\b"),
}
"""What the words of a denied clause tell of, the first that fits."""
_MOSTLY = 0.5
_SIDES = re.compile(r"(?:the |two |both |their )+(?:delegations|sides|negotiators|teams|parties|governments)\b")


def happenings_of(scene: Discourse, claimed: Iterable[tuple[int, str]]) -> list[Happening]:
    """Return the events that the sentences tell, a few a sentence, the same one once.

    `claimed` are the wordings of what is told as proposals and conditions, by sentence: no event only repeats them.
    """
    found: list[Happening] = []
    wordings: dict[int, list[frozenset[str]]] = {}
    for number, wording in claimed:
        wordings.setdefault(number, []).append(content_stems(wording))
    for line in scene.lines:
        taken: list[tuple[int, int]] = []
        for happening in chain(
            _denied_in(line, scene),
            _in(line, scene, taken),
            (
                one
                for one in incidents_in(line, scene, taken)
                if one.when or not _repeats(one, wordings.get(line.number, ()))
            ),
        ):
            if not any(told_again(happening, known) for known in found):
                found.append(happening)
    return found


def _repeats(happening: Happening, wordings: Iterable[frozenset[str]]) -> bool:
    told = content_stems(happening.what)
    return any(len(told & stems) > _MOSTLY * min(len(told), len(stems)) for stems in wordings)


def _in(line: Line, scene: Discourse, taken: list[tuple[int, int]]) -> Iterator[Happening]:
    for (kind, told), pattern in line.rows("events"):
        match = pattern.search(line.coded)
        if match and kind == "violence" and _BACKGROUND.search(line.small[: match.start()]):
            continue
        if not match or len(taken) == 2 or line.is_quoted(match.start()):
            continue
        start = event_start(line.marked, match.start(), scene.saying(line, match.start()))
        end = event_stop(line.small, match.end())
        if kind == "statement":
            start, end = 0, len(line.small)
        if overlaps(start, end, taken):
            continue
        factuality = factuality_of(line.marked, start, match.span(), told)
        if re.match(r"\s*(?:only )?(?:if|unless)\b", line.small[match.end() :]):
            continue
        factuality = told if told != "-" and factuality else factuality
        if factuality is None:
            continue
        if factuality == "planned" and FORECAST.search(line.small, start, match.end()):
            factuality = "expected"
        what = words_at_most(line.text_of(start, end), 40)
        if len(what.split()) >= 3 and what.split()[0].lower() not in word_set("aux"):
            taken.append((start, end))
            happening = happening_in(
                line, scene, Clause(start, end, match.start()), kind=kind, what=what, factuality=factuality
            )
            happening.of_both = happening.of_both or _SIDES.match(line.small, start) is not None
            yield happening


def _denied_in(line: Line, scene: Discourse) -> Iterator[Happening]:
    """Read "X denied that Y had happened": an event that is denied, of the kind that its words tell."""
    match = line.search(_DENIED)
    subject = scene.subject_at(line, match.start()) if match else None
    if not match or not subject:
        return
    start, end = subject.start, event_stop(line.small, match.end())
    kind = next((kind for kind, told in _KINDS.items() if told.search(line.small, match.end(), end)), "statement")
    what = words_at_most(line.text_of(start, end), 40)
    keys = list(dict.fromkeys([*subject.keys, *line.keys_in(start, end)]))
    yield Happening(kind, what, keys, time_in(line, start, end), None, "denied", line)
