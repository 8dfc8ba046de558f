"""Which articles are about one negotiation.

Articles are of one process where they name it alike and share a party, or where they share two parties who negotiate
and do not name two different matters; one pair talks about many things, so what they tell must be alike in its words
too, less so where both are about one party ("Syria"). They are taken in the order of publication, and each is compared
with those processes alone that have such a pair; then processes that fit are put together, as articles are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from summariser.dossier.parties import WhoIsWho
from summariser.dossier.reports import Report
from summariser.dossier.topics import Topic, Topics
from summariser.language.words import content_stems

__all__ = ["ANY_PROCESS", "GO_BETWEENS", "OPENS", "SIDES", "Gathered", "gathered"]

SIDES = frozenset({"negotiating_party", "rival"})
GO_BETWEENS = frozenset({"mediator", "facilitator"})
ANY_PROCESS = content_stems(
    "talks negotiations negotiation process round rounds session deal agreement discussions dispute conflict crisis "
    "mediation meeting summit peace bargaining consultations on between"
)
_STANDING_BY = frozenset({"observer", "affected", "supporter", "other"})
_CORE = 0.2
"""A party is one of a process where it is a side in so large a share of its articles."""
OPENS = "opens it"
_LEAST_ALIKE, _WHERE_ABOUT_ONE, _WITHOUT_PAIR, _ABOUT_OTHERS = 0.1, 0.06, 0.07, 0.1
"""How alike the words must be; by how much less where both are about one party, more where they share no two sides, or
are about others."""
_OF_GROUPS, _FEW = 0.05, 2
"""How much more alike two processes of more than a few articles must be: they have more words to share."""
_LATEST = 64
"""Of processes with the same pair, so many are looked at, those last reported first."""


@dataclass(slots=True)
class Gathered:
    """Articles about one negotiation, in order, each with why it is there; what they are about."""

    reports: list[Report] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    sides: Counter[str] = field(default_factory=Counter)
    matter: Counter[str] = field(default_factory=Counter)
    issues: set[str] = field(default_factory=set)
    about: Counter[str] = field(default_factory=Counter)
    topic: Topic = field(default_factory=Topic)

    def core(self, counts: Counter[str]) -> dict[str, float]:
        """Return what is so in many of the articles, each with their share."""
        size = len(self.reports)
        return {each: count / size for each, count in counts.items() if count >= _CORE * size}

    def take(self, other: Gathered, reason: str) -> None:
        """Add the articles of another process, for a reason."""
        self.reports += other.reports
        for why, count in other.reasons.items():
            self.reasons[reason if why == OPENS else why] += count
        self.sides.update(other.sides)
        self.matter.update(other.matter)
        self.issues |= other.issues
        self.about.update(other.about)
        self.topic.take(other.topic)


def gathered(reports: Sequence[Report], who: WhoIsWho) -> list[Gathered]:
    """Return the reports, put together by the negotiation that they are about."""
    reading = _Reading(reports, who)
    first = _Gathering(reading.focus)
    for report in reports:
        first.put(reading.read(report))
    found = first.found
    # Now that more is known of each: small ones to large ones.
    second = _Gathering(reading.focus)
    for process in sorted(found, key=lambda process: (-len(process.reports), process.reports[0].source.order)):
        second.put(process)
    for process in second.found:
        process.reports.sort(key=lambda report: report.source.order)
    return second.found


class _Reading:
    """Reads of each article what it is about."""

    def __init__(self, reports: Sequence[Report], who: WhoIsWho) -> None:
        self._who = who
        self._topics = Topics(reports)
        self._stems = {party.id: party.stems for party in who.parties}
        self._about = {report.source.number: self._parties_in_title(report) for report in reports}
        about = Counter(each for parties in self._about.values() for each in parties)
        self.focus = {party.id: about[party.id] / party.articles for party in who.parties}
        """Which share of the articles that name a party is about it: much of "Syria", little of "United Nations"."""

    def read(self, report: Report) -> Gathered:
        """Return a process of one article."""
        roles: dict[str, set[str]] = {}
        for mention in report.mentions:
            roles.setdefault(self._who.of[mention.key].id, set()).update(mention.roles)
        names = frozenset(stem for party_id in roles for stem in self._stems[party_id])
        topic = Topic()
        topic.add(self._topics.words_of(report))
        return Gathered(
            [report],
            Counter([OPENS]),
            Counter(_sides(roles)),
            Counter(content_stems(report.process or "") - ANY_PROCESS - names),
            {proposal.issue for proposal in report.proposals} - {"other"},
            Counter(self._about[report.source.number]),
            topic,
        )

    def _parties_in_title(self, report: Report) -> set[str]:
        """Return the parties that the title or the name of the process names, and the words that do."""
        stems = report.about
        about: set[str] = set()
        for party in {self._who.of[mention.key].id: self._who.of[mention.key] for mention in report.mentions}.values():
            if named := [] if party.is_common else party.named_by(stems):
                about.update([party.id], *named)
        return about


class _Gathering:
    """The processes found so far, and where to look for the one of an article."""

    def __init__(self, focus: Mapping[str, float]) -> None:
        self.found: list[Gathered] = []
        self._focus = focus
        self._at: dict[Hashable, dict[int, None]] = defaultdict(dict)

    def put(self, process: Gathered) -> None:
        keys = list(_keys(process))
        best, place, reason = 0.0, -1, OPENS
        for candidate in sorted({place for key in keys for place in list(self._at.get(key, ()))[-_LATEST:]}):
            score, why = _fit(self.found[candidate], process, self._focus)
            if score > best:
                best, place, reason = score, candidate, why
        if place < 0:
            place = len(self.found)
            self.found.append(process)
        else:
            self.found[place].take(process, reason)
        for key in keys:
            self._at[key].pop(place, None)
            self._at[key][place] = None


def _sides(roles: dict[str, set[str]]) -> frozenset[str]:
    """Return who negotiates in an article: its sides, else all who do more than stand by."""
    sides = {party_id for party_id, given in roles.items() if given & SIDES}
    return frozenset(sides if len(sides) >= 2 else {each for each, given in roles.items() if given - _STANDING_BY})


def _keys(process: Gathered) -> Iterator[Hashable]:
    """Yield under what a process is found: pairs of its sides, the matter that it names with a party."""
    sides = sorted(process.core(process.sides))
    yield from combinations(sides, 2)
    yield from (("about", party_id) for party_id in sorted(process.core(process.about)))
    for stem in sorted(process.matter):
        for party_id in sides:
            yield (stem, party_id, "named")


def _fit(process: Gathered, other: Gathered, focus: Mapping[str, float]) -> tuple[float, str]:
    """Return how well another process, mostly of one article, fits a process, 0 where not at all, and why it does."""
    shares, others = process.core(process.sides), other.core(other.sides)
    both = [shares[each] for each in others if each in shares]
    pair = sum(both) if len(both) >= 2 else 0.0
    likeness = process.topic.likeness(other.topic)
    here, there = process.core(process.about).keys(), other.core(other.about).keys()
    known = max((focus.get(each, 0.0) for each in here & there), default=0.0)
    needed = _LEAST_ALIKE - _WHERE_ABOUT_ONE * known
    needed += _OF_GROUPS * (min(len(process.reports), len(other.reports)) > _FEW)
    needed += _WITHOUT_PAIR * (not pair) + _ABOUT_OTHERS * bool(
        here and there and not here & there and not there & focus.keys() <= shares.keys()
    )
    if likeness is not None and likeness < needed:
        return 0.0, ""
    shared = other.matter.keys() & process.matter.keys()
    if shared and both:
        weight = sum(process.matter[stem] for stem in shared) / max(process.matter.values())
        return 2.0 + pair + weight / len(other.matter), "names it alike and shares a party"
    common = bool(other.issues & process.issues)
    if not pair:
        alike = bool(known and both and likeness)
        return (likeness or 0.0, "is about the same party, in the same words") if alike else (0.0, "")
    if other.matter and process.matter:
        # Two matters between the same two: one process only where the same is proposed.
        return (pair / 4, "has the same sides and the same issue") if common else (0.0, "")
    return pair + 0.5 * common + (likeness or 0.0), "has the same sides"
