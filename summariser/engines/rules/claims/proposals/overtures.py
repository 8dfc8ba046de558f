"""Overtures: proposals told by the set phrases of tables/data/proposals.tsv, and what an offer holds ("under …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summariser.engines.rules.claims.proposals.answers import is_bare, made_at
from summariser.engines.rules.claims.proposals.fates import fate_after
from summariser.engines.rules.claims.proposals.offers import Offer, asked_at, certainty_of, is_effort, names_no_thing
from summariser.engines.rules.clauses.boundaries import overlaps, stop_after
from summariser.engines.rules.clauses.circumstances import time_in
from summariser.engines.rules.clauses.deeds import is_denied, words_at_most
from summariser.engines.rules.clauses.discourse import Discourse
from summariser.engines.rules.clauses.issues import issue_of
from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.tables.lexicon import ACTOR

__all__ = ["overtures_in"]

_UNTOLD = re.compile(r"\b(?:if|unless|until|whether|denied|denies|deny|not|never|n't|no|nobody|neither)\b[^,;]*$")
_VERB = re.compile(
    r"(?<!which) (?:is|was|were|are|has|have|had|will|would|remains?|remained|still stands?|stands?|stood|lapsed?"
    r"|won|drew|gained|found|got|received|ran into|met with|runs into|gets|wins"
    r"|lay|lies|sat|sits|expires?|values?|replaces?|replaced|failed|fails|came|comes)\b"
)
_WHO_ANSWERED = re.compile(
    rf"\bwhich (?:the )?(?P<who>{ACTOR})(?:'s? {ACTOR})? (?:had |has )?"
    r"(?P<answer>turned down|rejected|refused|accepted)\b"
)
_MADE_BY = re.compile(rf"\b(?:made|put|announced|offered|tabled|launched)\b[^.;]{{0,30}}? by (?:the )?({ACTOR})")
_FIGURE = re.compile(
    r"\d|\b(?:million|billion|percent|pct|half|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred)\b"
)
_WOULD = re.compile(r" (?:would|should|could be) ")
_LEAST = 3


def overtures_in(line: Line, scene: Discourse, offers: Sequence[Offer]) -> Iterator[Offer]:
    """Return the proposals that a sentence tells by a phrase of the table; `offers` are those before it."""
    taken: list[tuple[int, int]] = []
    for (status, maker), pattern in line.rows("proposals"):
        for match in pattern.finditer(line.coded):
            start = match.start("whole" if "whole" in match.re.groupindex else "what")
            quoted = line.is_quoted(match.start()) and maker != "subject"
            if quoted or _UNTOLD.search(line.small[max(0, match.start() - 60) : match.start()]):
                continue
            asked = asked_at(line, start)
            start, stop = asked, _stop(line, match, maker) if asked == start else stop_after(line.small, asked)
            if overlaps(start, stop, taken):
                continue
            by = _makers(line, scene, match, maker, offers)
            offer = None if by is None else _offer(line, scene, (start, stop), status, by)
            if offer:
                taken.append((start, stop))
                yield offer


def _stop(line: Line, match: re.Match[str], maker: str) -> int:
    """Return where the wording stops: where the clause does, or where an offer that is its subject meets its verb."""
    if "whole" in match.re.groupindex:
        return match.end("whole")
    stop = stop_after(line.small, match.end("what"))
    if maker == "last":
        return next((at for at in [line.small.find(" which ", match.end("what"), stop)] if at > 0), stop)
    verb = _VERB.search(line.small, match.end("what"), stop) if maker == "actor" else None
    relative = re.search(r"\b(?:that|which|whereby)$", match["what"])
    return verb.start() if verb and not relative else stop


def _makers(
    line: Line, scene: Discourse, match: re.Match[str], maker: str, offers: Sequence[Offer]
) -> list[str] | None:
    """Return whose proposal it is; None where the pattern wants who does it and nobody is told, or it is not done."""
    if maker == "-":
        return []
    if maker == "last":
        here = _MADE_BY.search(line.marked)
        told = [line.keys[here[1]]] if here and here[1] in line.keys else []
        return told or (offers[-1].by if offers else [])
    if maker == "actor":
        return line.keys_in(*match.span("A"))
    aux = line.marked[: match.start()][-14:]
    subject = scene.subject_at(line, match.start())
    if is_denied(aux) or (maker == "subject" and not subject):
        return None
    return list(subject.keys) if subject else []


def _offer(line: Line, scene: Discourse, span: tuple[int, int], status: str, by: list[str]) -> Offer | None:
    content = words_at_most(line.text_of(*span), 40)
    if is_effort(content) or is_bare(line.marked[slice(*span)]):
        return None
    figure = _FIGURE.search(content) is not None
    clause = (
        line.small[: span[0]].endswith("that ") or _WOULD.search(content) is not None
    )  # what would be done is told as a clause
    if len(content.split()) < _LEAST - figure or (not clause and names_no_thing(content)):
        return None
    fate = fate_after(line, span[0]) if status == "proposed" else None
    if fate and fate[0] != "under_discussion":
        status = fate[0]
        content = words_at_most(line.text_of(span[0], min(span[1], fate[1])), 40) if fate[1] > span[0] else content
    answer = _WHO_ANSWERED.search(line.marked, span[0])
    keys = [line.keys[answer["who"]]] if answer and answer["who"] in line.keys else []
    saying = scene.saying(line, span[0])
    to = [key for key in line.keys_in(*span)[:1] if by and key not in by]
    return Offer(
        content,
        issue_of(content) or "other",
        by,
        to,
        status,
        line,
        when=made_at(line, span[0]) or time_in(line, span[1] - 1, len(line.marked)),
        saying=saying,
        certainty=certainty_of(saying, by),
        answers=dict.fromkeys(keys, "accepted" if answer and answer["answer"] == "accepted" else "rejected"),
        numbers=[line.number],
    )
