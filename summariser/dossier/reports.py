"""What each article of a job claims, in a form of which twenty thousand fit into memory.

Parties stand in it by the key of their name, so that who is who can be decided once all articles are known.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern

from summariser.dossier.common import is_common
from summariser.language.words import content_stems, tokens
from summariser.models.claims import Claim, Evidence
from summariser.models.negotiation import Condition, Event, Party, Proposal, When
from summariser.models.record import NegotiationRecord

__all__ = [
    "Archive",
    "Cite",
    "Demanded",
    "Happened",
    "Mention",
    "Proposed",
    "Report",
    "Source",
    "Standing",
    "Stated",
    "Time",
    "is_of_one_article",
    "key_in",
    "key_of",
    "known_as",
]

_ARTICLE = " @"


@dataclass(frozen=True, slots=True)
class Source:
    """An article: its number in the job, and what is known of it."""

    number: int
    date: datetime.date | None
    title: str | None
    outlet: str | None
    url: str | None

    @property
    def order(self) -> tuple[datetime.date, int]:
        """Place among other articles: by day of publication, those without one last."""
        return (self.date or datetime.date.max, self.number)


@dataclass(frozen=True, slots=True)
class Cite:
    """Where something is said: an article, and the numbers of its sentences."""

    source: Source
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Time:
    """A time in an article's words, and in EDTF where that is known."""

    text: str
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A party as one article names it."""

    key: str
    name: str
    kind: str
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    people: tuple[tuple[str, str | None], ...]
    cite: Cite


@dataclass(frozen=True, slots=True)
class Stated:
    """What all claims have: where it is said, in which words, who says so and how firmly."""

    cite: Cite
    text: str
    attributed_to: str | None = field(default=None, kw_only=True)
    certainty: str = field(default="asserted", kw_only=True)


@dataclass(frozen=True, slots=True)
class Proposed(Stated):
    """A proposal as one article tells it; parties are keys of names."""

    issue: str
    makers: tuple[str, ...]
    addressees: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    status: str
    when: Time | None


@dataclass(frozen=True, slots=True)
class Demanded(Stated):
    """A condition as one article tells it. `of` is the proposal of the same article that it belongs to."""

    kind: str
    setters: tuple[str, ...]
    bound: tuple[str, ...]
    state: str
    of: Proposed | None


@dataclass(frozen=True, slots=True)
class Happened(Stated):
    """An event as one article tells it."""

    kind: str
    who: tuple[str, ...]
    when: Time | None
    where: str | None
    factuality: str


@dataclass(frozen=True, slots=True)
class Standing(Stated):
    """Where the process stands according to one article."""

    stage: str
    direction: str
    next_steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that one article claims about a negotiation."""

    source: Source
    process: str | None
    mentions: tuple[Mention, ...]
    proposals: tuple[Proposed, ...]
    conditions: tuple[Demanded, ...]
    events: tuple[Happened, ...]
    standing: Standing | None

    @property
    def about(self) -> frozenset[str]:
        """The stems of its title and of the name of its process."""
        return content_stems(f"{self.source.title or ''} {self.process or ''}")

    @property
    def involved(self) -> Iterator[str]:
        """The keys of those who have a part in a claim, once for each."""
        for proposal in self.proposals:
            yield from (*proposal.makers, *proposal.addressees)
        for condition in self.conditions:
            yield from (*condition.setters, *condition.bound)
        for event in self.events:
            yield from event.who


@dataclass(slots=True)
class Archive:
    """The reports of a job, in the order of publication once `close` was called, and the sentences that they cite.

    `silent` is how many articles report no negotiation.
    """

    reports: list[Report] = field(default_factory=list)
    quotes: dict[tuple[int, int], str] = field(default_factory=dict)
    silent: int = 0

    def add(self, number: int, record: NegotiationRecord) -> None:
        """Take in the record of article `number`."""
        if record.summary.is_negotiation:
            self.reports.append(_Reading(number, record, self.quotes).report())
        else:
            self.silent += 1

    def close(self) -> None:
        """Put the reports into the order of their publication."""
        self.reports.sort(key=lambda report: report.source.order)


@lru_cache(maxsize=65_536)
def key_of(name: str) -> str:
    """Return the key of a name: the same for spellings that differ in case, accents, hyphens or "the" alone."""
    return intern(" ".join(tokens(name)).removeprefix("the ") or name)


def key_in(name: str, number: int) -> str:
    """Return the key under which article `number` speaks of a party.

    That of its name; a common noun ("workers", "the opposition") means another party in another article.
    """
    key = key_of(name)
    return intern(f"{key}{_ARTICLE}{number}") if is_common(name) else key


def known_as(key: str) -> str:
    """Return the key of the name alone, of one that may stand for one article's party."""
    return key.partition(_ARTICLE)[0]


def is_of_one_article(key: str) -> bool:
    """Return whether a key stands for a party of one article, which has a common noun for its name."""
    return _ARTICLE in key


class _Reading:
    """Turns one record into a report; it knows the names behind the ids."""

    def __init__(self, number: int, record: NegotiationRecord, quotes: dict[tuple[int, int], str]) -> None:
        about = record.article
        outlet = intern(about.source) if about.source else None
        self.source = Source(number, about.date, about.title, outlet, about.url)
        self.record = record
        self.quotes = quotes
        self.keys = {party.id: key_in(party.name, number) for party in record.parties}

    def report(self) -> Report:
        proposals = {proposal.id: self.proposed(proposal) for proposal in self.record.proposals}
        return Report(
            self.source,
            self.record.summary.process,
            tuple(map(self.mention, self.record.parties)),
            tuple(proposals.values()),
            tuple(self.demanded(each, proposals) for each in self.record.conditions),
            tuple(map(self.happened, self.record.events)),
            self.standing(),
        )

    def mention(self, party: Party) -> Mention:
        people = tuple((person.name, person.position) for person in party.representatives)
        roles, aliases = tuple(party.roles), tuple(map(intern, party.aliases))
        return Mention(self.keys[party.id], party.name, party.kind, roles, aliases, people, self.cite(party))

    def proposed(self, proposal: Proposal) -> Proposed:
        return Proposed(
            self.cite(proposal),
            proposal.content,
            proposal.issue,
            self.who(proposal.proposed_by),
            self.who(proposal.addressed_to),
            tuple((self.keys[answer.party], answer.answer) for answer in proposal.answers),
            proposal.status,
            _time(proposal.when),
            attributed_to=proposal.attributed_to,
            certainty=proposal.certainty,
        )

    def demanded(self, condition: Condition, proposals: dict[str, Proposed]) -> Demanded:
        return Demanded(
            self.cite(condition),
            condition.requirement,
            condition.kind,
            self.who(condition.set_by),
            self.who(condition.binds),
            condition.state,
            proposals.get(condition.applies_to or ""),
            attributed_to=condition.attributed_to,
            certainty=condition.certainty,
        )

    def happened(self, event: Event) -> Happened:
        who, when = self.who(event.participants), _time(event.when)
        return Happened(self.cite(event), event.what, event.kind, who, when, event.where, event.factuality)

    def standing(self) -> Standing | None:
        status = self.record.status
        if status is None:
            return None
        steps = tuple(status.next_steps)
        return Standing(self.cite(status), status.summary, status.stage, status.direction, steps)

    def who(self, ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.keys[each] for each in ids)

    def cite(self, claim: Claim) -> Cite:
        return Cite(self.source, tuple(self.kept(claim.evidence)))

    def kept(self, evidence: Iterable[Evidence]) -> list[int]:
        """Return the numbers of the cited sentences, and keep what they say."""
        numbers = []
        for entry in evidence:
            self.quotes.setdefault((self.source.number, entry.number), entry.quote or "")
            numbers.append(entry.number)
        return numbers


def _time(when: When | None) -> Time | None:
    return Time(when.text, when.edtf) if when else None
