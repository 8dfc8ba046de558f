"""Incidents: what happened, told by a verb of tables/data/incidents.tsv, or by any other in the past beside a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from summariser.engines.rules.claims.happening import (
    FORECAST,
    Clause,
    Happening,
    event_start,
    event_stop,
    factuality_of,
    happening_in,
)
from summariser.engines.rules.clauses.boundaries import overlaps
from summariser.engines.rules.clauses.deeds import aux_before, words_at_most
from summariser.engines.rules.clauses.discourse import Discourse
from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.tables.lexicon import TIME, inflected, rows, word_set, words

__all__ = ["incidents_in"]

_WORD = re.compile(r"[a-z]{3,}")
_TIME = re.compile(TIME)
_AHEAD = re.compile(
    r"\b(?:will|is to|are to|were to be|due to|scheduled to|set to|expected to|likely to|plans? to|planned to"
    r"|planning to|going to)\b"
)
_IS = re.compile(r"\b(?:is|are|be|must|need|needs|have to|has to|had to)\b")
_GOING_ON = re.compile(r"\b(?:is|are|been)\b")
_MAIN = re.compile(
    r"(?<!that )(?<!which )(?<!who )\b(?:is|are|was|were|has|have|had|will|would|should|can|could|must|may)\b"
)
"""After a past without auxiliaries: the verb of the clause, so that the past is none."""
_NO_SUBJECT = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her|this|that|of|in|on|for|with|by|at|to|any|no|such|and|or|as|from|into|than"
    r"|which|who|when|if|is|are|not|be|been)|^[\"'(]*)\s*$"
)
_ASIDE = re.compile(r", (?:which|who|whose)\b[^,;:\"]{3,90},$")
_WITHIN = re.compile(r"(?:under|part of|of|with|amid|despite|in|on|at) [^,]*$")
"""Before a past within a thing that is not its subject: "Under the pact brokered in May"."""
_ELSE_AFTER = (" on to ", " on by ", " up to ")
_OF_WHAT = ("which ", "whom ")
"""Before a clause that only tells more of a thing: "the dam, which Xland is building"."""
_LEAST = 4
_MOST = 2


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    """Return, by form of a verb of the table, its kind of event and its tense: "base", "past" or "going on"."""
    forms: dict[str, tuple[str, str]] = {}
    for kind, verbs in rows("incidents"):
        for verb in verbs.split():
            stem, *irregular = verb.split(":")
            regular = inflected(stem)
            pasts = irregular or [form for form in regular if form.endswith("ed")]
            for form in pasts:
                forms.setdefault(form, (kind, "past"))
            forms.setdefault(stem, (kind, "base"))
            forms.update({form: (kind, "going on") for form in regular if form.endswith("ing")})
    return forms


@cache
def _no_events() -> frozenset[str]:
    """Return the forms that propose, answer or say, and those that tell how somebody is or what prices do."""
    listed = (verb for table in ("acts", "frames") for *_, verbs in rows(table) for verb in verbs.split(";"))
    forms = [form for verb in listed for form in inflected(verb.strip().split(":")[0])]
    return frozenset(forms) | word_set("says") | word_set("speaks") | word_set("no_events")


class _Verb(NamedTuple):
    """A verb in a marked sentence, with the kind of event that it tells, "" for none of its own, and its form."""

    start: int
    end: int
    kind: str
    form: str


def incidents_in(line: Line, scene: Discourse, taken: list[tuple[int, int]]) -> Iterator[Happening]:
    """Return the events that the verbs of a sentence tell, at most two; `taken` are the spans told already."""
    verbs, others = _verbs(), _no_events()
    found = 0
    for match in _WORD.finditer(line.small):
        word = match[0]
        known = verbs.get(word) or (("", "past") if word.endswith("ed") and word not in others else None)
        if not known or any(first <= match.start() < last for first, last in taken):
            continue
        if happening := _told(line, scene, _Verb(*match.span(), *known), taken):
            yield happening
            found += 1
            if found == _MOST:
                return


def _told(line: Line, scene: Discourse, verb: _Verb, taken: list[tuple[int, int]]) -> Happening | None:
    """Return the event of a verb; None where it is no verb, nothing happens or nobody it happens to is told."""
    aux = aux_before(line.small[: verb.start])
    begin = verb.start - len(aux)
    tense = _tense(verb.form, aux)
    if not tense or line.is_quoted(verb.start) or not _has_subject(line, begin, bare=not aux.strip()):
        return None
    start = event_start(line.marked, verb.start, scene.saying(line, verb.start))
    stop = event_stop(line.small, verb.end)
    if overlaps(start, stop, taken) or start >= begin:
        return None
    if line.small.endswith(_OF_WHAT, 0, start):
        return None
    if line.small.startswith(_ELSE_AFTER, verb.end) or (not aux.strip() and _is_reduced(line, verb, (start, stop))):
        return None
    if not verb.kind and not _TIME.search(line.marked, start, stop):
        return None
    real = factuality_of(line.marked, start, (begin if tense == "ahead" else verb.start, verb.end))
    what = words_at_most(line.text_of(start, stop), 40)
    if real is None or len(what.split()) < _LEAST or what.split()[0].lower() in word_set("aux"):
        return None
    if tense == "ahead":
        real = "expected" if FORECAST.search(aux) else "planned"
    kind = verb.kind if verb.kind not in {"", "other"} else _told_kind(what.lower())
    taken.append((start, stop))
    factuality = "ongoing" if tense == "going on" else real
    return happening_in(line, scene, Clause(start, stop, verb.start), kind=kind, what=what, factuality=factuality)


def _has_subject(line: Line, begin: int, *, bare: bool) -> bool:
    """Whether the words before a verb can be who does it; a comma before one without auxiliaries ends an aside."""
    if _NO_SUBJECT.search(line.small, max(0, begin - 20), begin):
        return False
    head = line.small[:begin].rstrip()
    return not (bare and head.endswith(",")) or _ASIDE.search(head) is not None


def _tense(form: str, aux: str) -> str | None:
    """Return whether something happened ("past"), goes on or is "ahead"; None where the verb tells none of these."""
    ahead = _AHEAD.search(aux) is not None
    if ahead:
        return "ahead" if form == "base" or (form == "past" and " be " in aux) else None
    if form == "going on":
        return form if _GOING_ON.search(aux) else None
    return form if form == "past" and not _IS.search(aux) else None


def _is_reduced(line: Line, verb: _Verb, clause: tuple[int, int]) -> bool:
    """Whether a past is no verb of a clause: "a text tabled by Xland would", "the terms agreed in May were"."""
    inside = _WITHIN.match(line.small, clause[0], verb.start)
    return bool(inside or line.small.startswith(" by ", verb.end) or _MAIN.search(line.small, verb.end, clause[1]))


@cache
def _kind_words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = ("protest", "violence", "meeting")
    return tuple((kind, re.compile(rf"\b(?:{words(f'told_{kind}')})\b")) for kind in kinds)


def _told_kind(small: str) -> str:
    """Return the kind that the other words of a clause tell."""
    return next((kind for kind, told in _kind_words() if told.search(small)), "other")
