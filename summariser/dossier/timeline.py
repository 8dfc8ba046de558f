"""What happened when: the events of all articles, each once, by the day on which they happened as far as known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from summariser.dossier.parties import Party, WhoIsWho
from summariser.dossier.processes import Process
from summariser.dossier.reports import Cite, Happened, Time
from summariser.dossier.times import Span, is_exact, span_of
from summariser.dossier.wording import Groups, alike, stems_without

__all__ = ["TRUE", "UNTRUE", "Happening", "apart", "timeline_of"]

TRUE, UNTRUE = frozenset({"happened", "ongoing"}), frozenset({"denied", "cancelled"})

_LEAST = 0.5
"""From which likeness on two wordings tell one event, where its days may be the same."""
_LEAST_APART = 0.75
"""The same where the days differ: sources may contradict each other."""
_LEAST_UNDATED = 0.6
"""The same where one of them has no day."""
_LEAST_IN_ARTICLE = 0.85
"""The same where one article tells both."""
_FEWEST_WORDS = 2
_DAYS_APART = 4
"""Events whose days differ by more are two."""
_DAYS_UNDATED = 7
"""An event without a date is the same as another where the articles are no further apart."""
_BUCKET = 14


@dataclass(slots=True)
class Happening:
    """An event over all articles: what, who, where, and all claims that tell it, in order.

    `when` is the time that the most exact claim gives; `factuality` the last article's, or
    "disputed".
    """

    id: str
    kind: str
    text: str
    who: list[Party]
    when: Time | None
    where: str | None
    factuality: str
    claims: list[Happened]

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Where it is said."""
        return tuple(claim.cite for claim in self.claims)

    @property
    def span(self) -> Span:
        """The days between which it lies, where a date is told."""
        return span_of(self.when.edtf if self.when else None)

    @property
    def order(self) -> tuple[date, date, str]:
        """Place on the timeline: by its first day, else by the day on which it was reported."""
        first, last = self.span
        reported = self.claims[0].cite.source.date or date.max
        begins = first or last or reported
        return (begins, last or begins, self.text)


def timeline_of(process: Process, who: WhoIsWho, names: frozenset[str]) -> list[Happening]:
    """Return the events of a process by the day on which they happened."""

    def judge(one: Happened, other: Happened) -> float:
        if one.kind != other.kind or not _may_be_same(one, other, who):
            return 0.0
        stems, others = stems_without(one.text, names), stems_without(other.text, names)
        score = alike(stems, others)
        return score if score >= _needed(one, other, len(stems & others)) else 0.0

    groups = Groups(judge)
    for report in process.reports:
        for told in report.events:
            groups.add(told, stems_without(told.text, names), _buckets(told))
    found = [_happening(claims, who) for claims in groups.members]
    found.sort(key=lambda happening: happening.order)
    for number, happening in enumerate(found, start=1):
        happening.id = f"{process.id}.e{number}"
    return found


def apart(one: Happened, other: Happened) -> int | None:
    """Return how many days lie between the dates of two claims: 0 where they may be the same, None if one has none."""
    (first, last), (start, end) = _span(one), _span(other)
    if not (first and last and start and end):
        return None
    if start <= last and first <= end:
        return 0
    return (start - last).days if start > last else (first - end).days


def _needed(one: Happened, other: Happened, words: int) -> float:
    """Return how alike two wordings must be to tell one event; more than they can be where days speak against it.

    `words` is how many they share: one ("killed") makes no event of two, and one article seldom tells one twice.
    """
    days = apart(one, other)
    if words < _FEWEST_WORDS and not (days == 0 and one.who and other.who):
        return 2.0
    if one.cite.source is other.cite.source:
        return _LEAST_IN_ARTICLE
    if days == 0:
        return _LEAST
    reported = _days_between(one.cite, other.cite)
    if days is None:
        return _LEAST_UNDATED if reported is not None and reported <= _DAYS_UNDATED else 2.0
    near = days <= _DAYS_APART and reported is not None and reported <= _DAYS_APART
    return _LEAST_APART if near and one.cite.source.outlet != other.cite.source.outlet else 2.0


def _days_between(one: Cite, other: Cite) -> int | None:
    first, second = one.source.date, other.source.date
    return abs((first - second).days) if first and second else None


def _may_be_same(one: Happened, other: Happened, who: WhoIsWho) -> bool:
    these, those = {who.of[key].id for key in one.who}, {who.of[key].id for key in other.who}
    return not these or not those or bool(these & those)


def _span(told: Happened) -> Span:
    return span_of(told.when.edtf if told.when else None)


def _buckets(told: Happened) -> Iterator[tuple[str, int | None]]:
    """Yield the fortnight in which the event is looked for by others, then those in which others may stand."""
    first, last = _span(told)
    day = first or last or told.cite.source.date
    if day is None:
        yield (told.kind, None)
        return
    ends = last if first and last and last - first < timedelta(days=120) else day
    begin = day.toordinal() // _BUCKET
    yield (told.kind, begin)
    for fortnight in range(begin - 1, max(ends, day).toordinal() // _BUCKET + 2):
        if fortnight != begin:
            yield (told.kind, fortnight)


def _happening(claims: list[Happened], who: WhoIsWho) -> Happening:
    first = claims[0]
    dated = [claim for claim in claims if claim.when and claim.when.edtf]
    exact = [claim for claim in dated if claim.when and is_exact(claim.when.edtf)]
    best = next(iter(exact or dated), first)
    parties = {who.of[key].id: who.of[key] for claim in claims for key in claim.who}
    where = next((claim.where for claim in claims if claim.where), None)
    return Happening("", first.kind, first.text, list(parties.values()), best.when, where, _factuality(claims), claims)


def _factuality(claims: list[Happened]) -> str:
    """Return what the last article says of it; "disputed" where some say that it was and others that it was not."""
    told = {claim.factuality for claim in claims}
    return "disputed" if told & TRUE and told & UNTRUE else claims[-1].factuality
