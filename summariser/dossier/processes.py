"""Which negotiations there are: the articles, each put to the one that it is about.

Articles are of one process where they name it alike and share a party, or where they share two parties who negotiate
and do not name two different matters. They are taken in the order of publication, and each is compared with those
processes alone that have such a pair.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from summariser.dossier.parties import Party, WhoIsWho
from summariser.dossier.reports import Report
from summariser.language.words import content_stems

__all__ = ["GO_BETWEENS", "SIDES", "Part", "Process", "processes_of"]

SIDES = frozenset({"negotiating_party", "rival"})
GO_BETWEENS = frozenset({"mediator", "facilitator"})
_STANDING_BY = frozenset({"observer", "affected", "supporter", "other"})
_CORE = 0.2
"""A party is one of a process where it is a side in so large a share of its articles."""
_ANY_PROCESS = content_stems(
    "talks negotiations negotiation process round rounds session deal agreement discussions dispute conflict crisis "
    "mediation meeting summit peace bargaining consultations on between"
)


@dataclass(slots=True)
class Part:
    """What a party is in a process: its roles, each with the number of articles that give it."""

    party: Party
    roles: Counter[str] = field(default_factory=Counter)

    @property
    def side(self) -> str:
        """Whether it is mostly a side, a go-between, or another."""
        sides = sum(self.roles[role] for role in SIDES)
        between = sum(self.roles[role] for role in GO_BETWEENS)
        if not sides and not between:
            return "other"
        return "side" if sides >= between else "go_between"


@dataclass(slots=True)
class Process:
    """A negotiation: its articles in order, why they are put there, its names and parties."""

    id: str
    reports: list[Report] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    parts: dict[str, Part] = field(default_factory=dict)
    sides: Counter[str] = field(default_factory=Counter)
    matter: Counter[str] = field(default_factory=Counter)
    issues: set[str] = field(default_factory=set)

    @property
    def is_alone(self) -> bool:
        """Whether it is a lone article that names neither a process nor two who negotiate."""
        return len(self.reports) == 1 and not self.names and len(self.sides) < 2

    @property
    def name(self) -> str:
        """What articles call it most, else its sides."""
        if self.names:
            return min(self.names, key=lambda name: (-self.names[name], name))
        sides = [part.party.name for part in self.shown_parts if part.side == "side"][:3]
        known = sides or [part.party.name for part in self.shown_parts][:2]
        return f"Talks of {' and '.join(known)}" if known else "Talks of parties that are not named"

    @property
    def shown_parts(self) -> list[Part]:
        """Its parties, sides first, those that most articles name before others."""
        order = {"side": 0, "go_between": 1, "other": 2}
        return sorted(
            self.parts.values(),
            key=lambda part: (order[part.side], -sum(part.roles.values()), part.party.name),
        )


def processes_of(reports: Iterable[Report], who: WhoIsWho) -> list[Process]:
    """Return the processes that the reports are about, those of most articles first, lone articles last."""
    sorting = _Sorting(who)
    for report in reports:
        sorting.put(report)
    found = sorted(
        sorting.processes,
        key=lambda process: (process.is_alone, -len(process.reports), process.reports[0].source.order),
    )
    for number, process in enumerate(found, start=1):
        process.id = f"T{number}"
    return found


class _Sorting:
    """The processes found so far, and where to look for the one of a report."""

    def __init__(self, who: WhoIsWho) -> None:
        self.who = who
        self.processes: list[Process] = []
        self._stems = {party.id: party.stems for party in who.parties}
        self._at: dict[Hashable, dict[int, None]] = defaultdict(dict)

    def put(self, report: Report) -> None:
        roles = self._roles(report)
        sides = _sides(roles)
        matter = self._matter(report, roles)
        issues = {proposal.issue for proposal in report.proposals} - {"other"}
        best, place, reason = 0.0, -1, "opens it"
        for candidate in self._candidates(sides, roles, matter):
            score, why = _fit(self.processes[candidate], sides, set(roles), matter, issues)
            if score > best:
                best, place, reason = score, candidate, why
        if place < 0:
            place = len(self.processes)
            self.processes.append(Process(f"T{place}"))
        self._enter(place, report, roles, reason)
        process = self.processes[place]
        process.sides.update(sides)
        process.matter.update(matter)
        process.issues |= issues
        for key in _keys(sides, roles, matter):
            self._at[key][place] = None

    def _enter(self, place: int, report: Report, roles: dict[str, set[str]], reason: str) -> None:
        process = self.processes[place]
        process.reports.append(report)
        process.reasons[reason] += 1
        if report.process:
            process.names[report.process] += 1
        for mention in report.mentions:
            party = self.who.of[mention.key]
            process.parts.setdefault(party.id, Part(party))
        for party_id, given in roles.items():
            process.parts[party_id].roles.update(given)

    def _roles(self, report: Report) -> dict[str, set[str]]:
        roles: dict[str, set[str]] = {}
        for mention in report.mentions:
            roles.setdefault(self.who.of[mention.key].id, set()).update(mention.roles)
        return roles

    def _matter(self, report: Report, roles: dict[str, set[str]]) -> frozenset[str]:
        names = frozenset(stem for party_id in roles for stem in self._stems[party_id])
        return content_stems(report.process or "") - _ANY_PROCESS - names

    def _candidates(self, sides: frozenset[str], roles: Iterable[str], matter: frozenset[str]) -> list[int]:
        found = {place for key in _keys(sides, roles, matter) for place in self._at.get(key, ())}
        return sorted(found)


def _sides(roles: dict[str, set[str]]) -> frozenset[str]:
    """Return who negotiates in an article: its sides, else all who do more than stand by."""
    sides = {party_id for party_id, given in roles.items() if given & SIDES}
    return frozenset(sides if len(sides) >= 2 else {each for each, given in roles.items() if given - _STANDING_BY})


def _keys(sides: frozenset[str], roles: Iterable[str], matter: frozenset[str]) -> Iterator[Hashable]:
    yield from combinations(sorted(sides), 2)
    for stem in sorted(matter):
        for party_id in sorted(roles):
            yield (stem, party_id, "named")


def _fit(
    process: Process, sides: frozenset[str], parties: set[str], matter: frozenset[str], issues: set[str]
) -> tuple[float, str]:
    """Return how well a report fits a process, 0 where not at all, and why it does."""
    size = len(process.reports)
    shares = {party_id: process.sides[party_id] / size for party_id in sides if process.sides[party_id] >= _CORE * size}
    pair = sum(shares.values()) if len(shares) >= 2 else 0.0
    shared = matter & process.matter.keys()
    if shared:
        weight = sum(process.matter[stem] for stem in shared) / max(process.matter.values())
        return 2.0 + pair + weight / len(matter), "names it alike and shares a party"
    if not pair:
        return 0.0, ""
    common = bool(issues & process.issues)
    if matter and process.matter:
        # Two matters between the same two: one process only where the same is proposed.
        return (pair / 4, "has the same sides and the same issue") if common else (0.0, "")
    return pair + 0.5 * common, "has the same sides"
