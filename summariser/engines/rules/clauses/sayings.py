"""Sayings: who says what a sentence tells, and how far in the sentence their words go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from summariser.engines.rules.clauses.deeds import aux_before, subject_before
from summariser.engines.rules.clauses.marking import Line, Subject
from summariser.engines.rules.tables.lexicon import ACTOR, PLACE, TIME, words
from summariser.engines.rules.tables.lookup import Sought

__all__ = ["Saying", "sayings_in"]

_TURNED = re.compile(
    rf" (?P<who>(?!(?:that|its?|he|she|they|in|on|at|no|his|her|their|there|to|many|some)\b)(?:[\w'-]+ ){{0,4}}?{ACTOR}"
    rf"(?:'s? {ACTOR})?)(?=[,.;:]|$| (?:in|of|for|on|at|from|who|which)\b| (?:on )?{TIME})"
)
_WHO = re.compile(rf"(?:the |an? |its |their |one of the )?(?:[\w'-]+ ){{0,3}}?{ACTOR}(?:'s? {ACTOR})?", re.IGNORECASE)
_SAYS = Sought(rf"\b(?:{words('speaks')})\b")
_ACCORDING = Sought(
    rf"\baccording to (?P<who>(?:the |an? )?(?:[\w'-]+ ){{0,4}}?(?:{ACTOR}|(?:{words('unnamed')})\b))", "according"
)
_CLOSED = re.compile(rf"(?: to \w+| reporters| in (?:an? [\w ]+|{PLACE})| (?:on )?{TIME}| \w+ly)*\s*(?:[,.;:]|and\b|$)")
_NAMED = re.compile(r"\b[a-z]+ (?:[A-Z][\w'-]+ )+(?:[A-Z][\w'-]+)$")
"""An office and who holds it, though the name went unseen: "its foreign minister N. Surname"."""
_LATE = 20
"""How many characters at least stand before a source that is named after its words."""
_LISTED = re.compile(rf"{ACTOR}, (?:the |an? )?{ACTOR}")
_TURN = re.compile(r"[;:]\s|, (?:but|while|although|whereas) ")


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says something, in the article's words; `keys` are the figures that the source belongs to.

    `start` and `end` are those of the source in the marked sentence, `first` and `last` those of what it says.
    """

    words: str
    keys: tuple[str, ...]
    unnamed: bool
    start: int
    end: int
    first: int
    last: int

    def covers(self, at: int) -> bool:
        """Return whether what stands at `at` in the marked sentence is said by this source."""
        return self.first <= at < self.last


def sayings_in(line: Line, spoke: Saying | None, acted: Subject | None) -> list[Saying]:
    """Return what is said in a sentence, in order. `spoke` and `acted` are who last spoke and acted before it.

    A sentence in quotation marks that names no speaker goes on with the last one's words.
    """
    found: list[Saying] = []
    for verb in line.finditer(_SAYS):
        if line.is_quoted(verb.start()) or line.small.startswith((" by ", " in a "), verb.end() + 1):
            continue
        saying = _said(line, verb, found[-1] if found else spoke, acted)
        if saying:
            found.append(saying)
    found += _according(line)
    if not found and spoke and line.small.lstrip().startswith('"'):
        found.append(replace(spoke, start=0, end=0, first=0, last=len(line.marked) + 1))
    return found


@cache
def _nameless() -> re.Pattern[str]:
    people = words("unnamed")
    return re.compile(
        rf"(?:^|(?<=[,;:\"] )|(?<=that )|(?<=but )|(?<=and ))"
        rf"(?P<who>(?:[\w'-]+ |{ACTOR} ){{0,5}}?(?:{people}|{ACTOR}(?= (?:in|from|at|with|close)\b))"
        rf"(?: (?:in|from|at|with|of|for|familiar|close|briefed|who)"
        rf"(?: [\w'-]+| {ACTOR}| {PLACE}){{1,6}}?)?)(?: {PLACE}| in {PLACE})?$",
        re.IGNORECASE,
    )


def _said(line: Line, verb: re.Match[str], spoke: Saying | None, acted: Subject | None) -> Saying | None:
    head, end = line.marked[: verb.start()], len(line.marked) + 1
    turned = _TURNED.match(line.marked, verb.end()) if re.search(r'(?:^|[,"]) ?$', head) else None
    if turned:
        return _by(line, turned.span("who"), (_before(line, verb.start()), end))
    before = head[: len(head) - len(aux_before(head))].rstrip()
    late = len(head) > _LATE and _CLOSED.match(line.marked, verb.end()) is not None
    span = (_before(line, verb.start()) if late else verb.end(), end)
    if re.search(r"\b(?:he|she)$", before, re.IGNORECASE):
        return replace(spoke, start=len(before), end=len(before), first=span[0], last=end) if spoke else None
    nameless = _nameless().search(before)
    if nameless:
        return _by(line, nameless.span("who"), span)
    subject = subject_before(line, len(before), acted, None)
    if not subject:
        return None
    last = _LISTED.fullmatch(line.marked, subject.start, len(before))
    if last:  # "… in exchange for two hostages, Xish mediators said": whom a comma alone joins does not speak
        subject = Subject(tuple(line.keys_in(last.end() - 1, len(before))), last.end() - 1)
    who = _WHO.match(line.marked, subject.start)
    if line.small[: _article_before(line, subject.start)].rstrip().endswith('"'):
        span = (_before(line, verb.start()), end)  # '"…," N. told reporters at the gate'
    return _by(line, (_article_before(line, subject.start), who.end() if who else len(before)), span, subject.keys)


def _before(line: Line, at: int) -> int:
    """Return where the words begin that a source named after them says."""
    return max((turn.end() for turn in _TURN.finditer(line.small, 0, at)), default=0)


def _article_before(line: Line, at: int) -> int:
    article = re.search(r"\b(?:an?|the|one|senior|some) $", line.small[:at])
    return article.start() if article else at


def _by(line: Line, who: tuple[int, int], what: tuple[int, int], keys: tuple[str, ...] = ()) -> Saying:
    said = line.text_of(*who)
    mentions = [line.mentions[char] for char in line.marked[slice(*who)] if char in line.mentions]
    named = any(mention.sort in {"person", "name"} for mention in mentions) or _NAMED.search(said) is not None
    unnamed = not named and re.search(rf"\b(?:{words('unnamed')})\b", said, re.IGNORECASE) is not None
    return Saying(said, keys or tuple(line.keys_in(*who)), unnamed, *who, *what)


def _according(line: Line) -> Iterator[Saying]:
    for match in _ACCORDING.pattern.finditer(line.marked) if line.has_words_for(_ACCORDING) else ():
        yield _by(line, match.span("who"), (0, len(line.marked) + 1))
