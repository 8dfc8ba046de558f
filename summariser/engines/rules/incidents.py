"""Incidents: what happened, told by a verb of data/incidents.tsv, or by any verb in the past beside a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summariser.engines.rules.boundaries import word_set
from summariser.engines.rules.circumstances import place_in, time_in
from summariser.engines.rules.clauses import aux_before, words_at_most
from summariser.engines.rules.discourse import Discourse
from summariser.engines.rules.happening import Happening, event_start, event_stop, factuality_of
from summariser.engines.rules.lexicon import TIME, inflected, rows
from summariser.engines.rules.marking import Line

__all__ = ["incidents_in"]

_WORD = re.compile(r"[a-z]{3,}")
_TIME = re.compile(TIME)
_BEING = re.compile(r"\b(?:is|are|was|were|be|been|being)\b")
_HAVING = re.compile(r"\b(?:has|have|had)\b")
_AHEAD = re.compile(r"\b(?:will|is to|are to|due to|scheduled to|set to|expected to|likely to|plans? to|planning to|going to)\b")
_FORECAST = re.compile(r"\b(?:expected to|likely to)\b")
_STATE = re.compile(r"\b(?:is|are|must|need|needs|have to|has to|had to|be)\b")
_MAIN = re.compile(r"(?<!that )(?<!which )(?<!who )\b(?:is|are|was|were|has|have|had|will|would|should|can|could|must|may)\b")
_NO_SUBJECT = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her|this|that|of|in|on|for|with|by|at|to|any|no|such|and|or|as|from|into|than"
    r"|which|who|when|if|is|are)|,|^\W*)\s*$"
)
_LEAST = 4
_MOST = 2


@cache
def _kinds() -> tuple[dict[str, str], dict[str, str]]:
    """Return the kind of each form in the past, and of each base form."""
    past: dict[str, str] = {}
    base: dict[str, str] = {}
    for kind, verbs in rows("incidents"):
        for verb in verbs.split():
            stem, *irregular = verb.split(":")
            base.setdefault(stem, kind)
            for form in irregular or [form for form in inflected(stem) if form.endswith("ed")]:
                past.setdefault(form, kind)
    return past, base


@cache
def _no_events() -> frozenset[str]:
    """Return the forms that propose, answer or say something, and those that tell how somebody is or what prices do."""
    listed = (verb for table in ("acts", "frames") for *_, verbs in rows(table) for verb in verbs.split(";"))
    forms = [form for verb in listed for form in inflected(verb.strip().split(":")[0])]
    return frozenset(forms) | word_set("says") | word_set("speaks") | word_set("no_events")


def incidents_in(line: Line, scene: Discourse, taken: list[tuple[int, int]]) -> Iterator[Happening]:
    """Return the events that the verbs of a sentence tell, at most two; `taken` are the spans told already."""
    past, base = _kinds()
    found = 0
    for match in _WORD.finditer(line.small):
        word = match[0]
        kind = past.get(word) or base.get(word)
        kind = kind or ("other" if word.endswith("ed") and word not in _no_events() else None)
        if not kind or found == _MOST:
            continue
        happening = _told(line, scene, match.span(), kind, taken)
        if happening:
            found += 1
            yield happening


def _is_reduced(line: Line, end: int, stop: int) -> bool:
    """Whether a past is no verb of a clause: "a text tabled by Xland would", "the terms agreed in May were"."""
    return line.small.startswith(" by ", end) or _MAIN.search(line.small, end, stop) is not None


def _told(line: Line, scene: Discourse, verb: tuple[int, int], kind: str, taken: list[tuple[int, int]]) -> Happening | None:
    at, end = verb
    word = line.small[at:end]
    head = line.small[:at]
    aux = aux_before(head)
    past = word in _kinds()[0] or word.endswith("ed")
    ahead = _AHEAD.search(aux) is not None
    if not (past and (not ahead or _BEING.search(aux))) and not (ahead and word in _kinds()[1]):
        return None
    if not ahead and _STATE.search(aux):
        return None
    if line.is_quoted(at) or any(first <= at < last for first, last in taken):
        return None
    start = event_start(line.marked, at, scene.saying(line, at))
    stop = event_stop(line.small, end)
    listed = word in _kinds()[0] or word in _kinds()[1]
    if not listed and not _TIME.search(line.marked, start, stop):
        return None
    before = head[: len(head) - len(aux)]
    if _NO_SUBJECT.search(before) or start >= len(before):
        return None
    factuality = factuality_of(line.marked, start, verb)
    if factuality is None or any(first < stop and start < last for first, last in taken):
        return None
    if _FORECAST.search(aux):
        factuality = "expected"
    if not _BEING.search(aux) and not _HAVING.search(aux) and not ahead and _is_reduced(line, end, stop):
        return None
    what = words_at_most(line.text_of(start, stop), 40)
    if len(what.split()) < _LEAST or what.split()[0].lower() in word_set("aux"):
        return None
    taken.append((start, stop))
    subject = scene.subject_at(line, at)
    return Happening(
        kind,
        what,
        line.keys_in(start, stop) or list(subject.keys if subject else ()),
        time_in(line, start, stop),
        place_in(line, start, stop),
        factuality,
        line,
        kind == "meeting",
    )
