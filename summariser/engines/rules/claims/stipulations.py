"""Stipulations: conditions told by set phrases, and those that hang on an "if", a "provided" or an "until"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summariser.engines.rules.claims.proposals.answers import is_bare
from summariser.engines.rules.claims.proposals.offers import certainty_of, thing_of
from summariser.engines.rules.clauses.boundaries import clause_stop, overlaps, parts_of
from summariser.engines.rules.clauses.deeds import Certainty, is_denied, words_at_most
from summariser.engines.rules.clauses.discourse import Discourse
from summariser.engines.rules.clauses.marking import Line, Subject
from summariser.engines.rules.clauses.sayings import Saying
from summariser.engines.rules.tables.lexicon import ACTOR, TIME, word_set, words
from summariser.engines.rules.tables.lookup import Sought

__all__ = ["Term", "stipulated"]

_ABSTAINS = r"(?:not|never|n't|nothing|refuse[sd]? to|only)"
_MODAL = re.compile(
    r"\b(?:will|would|wo(?=n't)|could|can|ca(?=n't)|cannot|might|may|shall|ready to|prepared to|willing to|free to"
    rf"|(?P<bound>(?:agree[sd]?|threaten(?:s|ed|ing)?|offer(?:s|ed|ing)?|promis(?:es|ed)|pledged|vow(?:s|ed))"
    rf"(?: (?:\w+ )?{TIME})? to)|'ll|does|do|did)"
    rf"(?P<no> ?{_ABSTAINS}\b)?(?: \w+ly| also| only| then| first)* (?P<verb>\w+)(?=(?P<with> \w+)?)"
)
_EMPTY = "needed|necessary|possible|any|so|not|asked|required|only"
_LINK = Sought(rf"(?:,\s|\s)(?:but )?\"?(?P<link>{words('links')})\s(?P<what>(?!(?:{_EMPTY})\b)\S)")
_OPENING_IF = Sought(
    rf"(?:^|[\"“] ?|, | that )(?P<link>if|once|unless|should|were)\s(?P<what>[^,;\"]+), (?:and [^,]+, )?"
    rf"(?P<main>(?:the |its |their )?(?:{ACTOR}|\w+)[^;.\"]*)"
)
_STATES = frozenset("be have know comment say happen see seem feel expect believe think want need".split())
_POINTS = re.compile(r"(?:that|it|this|these|they|those) (?:is|was|were|are)\b")
_GIVES = re.compile(rf"(?:\b(?:that|which|who|and|has|had|have|be|is|was|were|been|also)|{ACTOR})\s$")
_DENIED = re.compile(r"\b(?:denied|denies|deny|short of) (?:[\w'-]+ )*?(?:that|having|saying)\b[^,;]*$")
_PRONOUN = re.compile(r"(?:they|he|she|it|we|that|this|there)\b")
_SHORT, _BARE_SHORT = 45, 10
_LEAST = 2
_STRONG = re.compile(
    r"(?:on (?:the )?condition|provid|in exchange|in return|only (?:if|when|after|once)|as long as|so long as)"
)
_ASIDE = re.compile(rf", (?:the |an? |its |their )?(?:[\w'-]+ ){{0,4}}{ACTOR}(?: {words('says')})")


@dataclass(slots=True)
class Term:
    """A condition while it is put together; parties are keys of figures."""

    kind: str
    requirement: str
    set_by: list[str]
    binds: list[str]
    state: str
    line: Line
    saying: Saying | None
    certainty: Certainty
    about: str | None = None
    """The word for the proposal that it is tied to: "plan"."""


def stipulated(line: Line, scene: Discourse) -> Iterator[Term]:
    """Return the conditions that a sentence states by what hangs on what, or else by a phrase of the table."""
    taken: list[tuple[int, int]] = []
    for term, span in _hanging(line, scene):
        taken.append(span)
        yield term
    for term, span in _by_table(line, scene):
        if not overlaps(*span, taken):
            taken.append(span)
            yield term


def _by_table(line: Line, scene: Discourse) -> Iterator[tuple[Term, tuple[int, int]]]:
    for (kind, state, who, wording), pattern in line.rows("conditions"):
        for match in pattern.finditer(line.coded):
            if is_denied(line.marked[: match.start()][-12:]) or _DENIED.search(line.small[: match.start()]):
                continue
            if kind == "red_line" and is_bare(line.marked[match.end() : clause_stop(line.small, match.end())]):
                continue  # an answer: "does not accept it"
            subject = scene.subject_at(line, match.start()) if who in {"subject", "maker", "some", "bound"} else None
            whole = "whole" in match.re.groupindex
            told = "whole" if whole else "what" if wording == "what" else None
            if who == "actor":
                subject = Subject(tuple(line.keys_in(*match.span("A"))), match.start())
            start = match.start(told) if told else _clause_start(line, scene, match, subject)
            stop = match.end("whole") if whole else clause_stop(line.small, match.end())
            if kind == "red_line" and _POINTS.match(line.small, start):
                continue  # an answer too: "that was out of the question"
            for part in parts_of(line.small, start, stop) if kind == "demand" and told == "what" else [(start, stop)]:
                term = _term(line, scene, (kind, state, who), part, subject)
                if term:
                    term.about = thing_of(line.text_of(match.start(), start)) if told else None
                    yield term, part


def _clause_start(line: Line, scene: Discourse, match: re.Match[str], subject: Subject | None) -> int:
    if subject and subject.start < match.start():
        return subject.start
    saying = scene.saying(line, match.start())
    return min(max(scene.opening(line, match.start()), saying.first if saying else 0), match.start())


def _term(
    line: Line, scene: Discourse, sort: tuple[str, str, str], span: tuple[int, int], subject: Subject | None
) -> Term | None:
    """Put a condition together; None where nobody sets it who must, or its words are too few."""
    kind, state, who = sort
    saying = scene.saying(line, span[0])
    told = list(saying.keys)[:1] if saying and who not in {"-", "bound"} else []
    acting = list(subject.keys) if subject else []
    keys = [] if who == "bound" else acting or told
    stop = max(line.marked.rfind(",", *span), span[0]) if saying and span[0] < saying.start < span[1] else span[1]
    what = words_at_most(line.text_of(span[0], stop), 40)  # without ", its minister said"
    words_told = what.lower().split()
    if len(words_told) < _LEAST or words_told[0] in word_set("aux"):
        return None
    if who == "subject" and not (keys or subject or saying):
        return None
    doers = acting if who == "bound" and acting else [key for key in line.keys_in(*span) if key not in keys]
    binds = keys if kind in {"commitment", "limit"} and keys else doers[:1]
    return Term(kind, what, keys, binds, state, line, saying, certainty_of(saying, keys))


def _hanging(line: Line, scene: Discourse) -> Iterator[tuple[Term, tuple[int, int]]]:
    """Read "X will do Y if Z": Z is a precondition, and Y, where it is not refused, a commitment."""
    for match in [*line.finditer(_OPENING_IF), *line.finditer(_LINK)]:
        opening = "main" in match.re.groupindex
        within = match.span("main") if opening else (scene.opening(line, match.start()), match.start())
        if match["link"] == "provided" and _GIVES.search(line.small[: match.start("link")]):
            continue  # "a contract that provided higher wages"
        modal = _deals(line.small, within, match["link"])
        if modal and modal[0].startswith("threat") and match["link"] == "if":
            continue  # what is threatened is a red line: the table's
        if not modal and not _STRONG.match(match["link"]):
            continue
        at = modal.start() if modal else _first_verb(line, within)
        subject = scene.subject_at(line, at)
        stop = match.end("what") if opening else clause_stop(line.small, match.start("what"))
        refused = bool(modal and modal["no"] and modal["no"].strip() != "only")
        state = "unmet" if refused and match["link"] in {"until", "before"} else "pending"
        start = match.start("what")
        if subject and subject.start < start and _PRONOUN.match(line.small, start, stop) and stop - start < _SHORT:
            start = subject.start  # "they had no answer by Friday" alone says too little
        if stop - start < _BARE_SHORT and _PRONOUN.match(line.small, start, stop):
            continue  # "until they do"
        hangs = _term(line, scene, ("precondition", state, "subject"), (start, stop), subject)
        if not hangs:
            continue
        hangs.about = thing_of(line.text_of(*within))
        yield hangs, (start, stop)
        only = match["link"].startswith(("only", "unless")) or (modal and " only " in modal[0])
        if (
            modal
            and start == match.start("what")
            and not (refused or only)
            and subject
            and set(hangs.set_by) == set(subject.keys)
        ):
            yield from _promise(line, scene, subject, (subject.start, within[1] if opening else stop))


def _promise(
    line: Line, scene: Discourse, subject: Subject, span: tuple[int, int]
) -> Iterator[tuple[Term, tuple[int, int]]]:
    term = _term(line, scene, ("commitment", "pending", "subject"), span, subject)
    if term:
        yield term, span


def _deals(small: str, within: tuple[int, int], link: str) -> re.Match[str] | None:
    """Return the last modal of a clause whose verb deals ("would accept"); with "until" only a refusal will do."""
    found = [m for m in _MODAL.finditer(small, *within) if _is_dealing(m, link)]
    modal = found[-1] if found else None
    return None if modal and link in {"until", "before", "without"} and not modal["no"] else modal


def _is_dealing(modal: re.Match[str], link: str) -> bool:
    """Whether a verb is one of dealing, or is refused until, unless or before something: then any will do."""
    firm = link == "unless" or (modal["no"] and link in {"until", "before"})
    firm = firm or (modal["bound"] and modal["verb"] not in _STATES)
    return (bool(firm) and modal["verb"] not in _STATES) or not {
        modal["verb"],
        f"{modal['verb']}{modal['with'] or ''}",
    }.isdisjoint(_dealing())


def _first_verb(line: Line, within: tuple[int, int]) -> int:
    """Return where, after the clause's first actor, its verb begins."""
    match = re.compile(rf"{ACTOR} ").search(line.marked, *within)
    return match.end() if match else within[1]


def _dealing() -> frozenset[str]:
    return frozenset(words("dealing").split("|"))
