"""Which negotiations there are: each with its articles, its parties and a name that tells it from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from summariser.dossier.gathering import GO_BETWEENS, OPENS, SIDES, Gathered
from summariser.dossier.naming import Named, names_for
from summariser.dossier.parties import Party, WhoIsWho
from summariser.dossier.reports import Report

__all__ = ["GO_BETWEENS", "OPENS", "SIDES", "Part", "Process", "processes_of"]


@dataclass(slots=True)
class Part:
    """What a party is in a process: its roles, each with the number of articles that give it.

    `told` is how many articles have it in their title, then in how many claims it has a part.
    """

    party: Party
    roles: Counter[str] = field(default_factory=Counter)
    told: tuple[int, int] = (0, 0)

    @property
    def side(self) -> str:
        """Whether it is mostly a side, a go-between, or another."""
        sides, between = self._count(SIDES), self._count(GO_BETWEENS)
        if not sides and not between:
            return "other"
        return "side" if sides >= between else "go_between"

    @property
    def weight(self) -> int:
        """How many articles make it what it mostly is."""
        counts = {"side": self._count(SIDES), "go_between": self._count(GO_BETWEENS)}
        return counts.get(self.side, sum(self.roles.values()))

    def _count(self, roles: Iterable[str]) -> int:
        return sum(self.roles[role] for role in roles)


@dataclass(slots=True)
class Process:
    """A negotiation: its articles in order, why they are put there, what they call it, its parties."""

    id: str
    name: str
    reports: list[Report]
    reasons: Counter[str]
    names: Counter[str]
    parts: dict[str, Part]
    sides: int

    @property
    def is_alone(self) -> bool:
        """Whether it is a lone article that names neither a process nor two who negotiate."""
        return len(self.reports) == 1 and not self.names and self.sides < 2

    @property
    def shown_parts(self) -> list[Part]:
        """Its parties, sides first, those that most articles name before others."""
        order = {"side": 0, "go_between": 1, "other": 2}
        return sorted(
            self.parts.values(),
            key=lambda part: (
                order[part.side],
                -part.weight,
                part.party.is_common,
                *(-count for count in part.told),
                part.party.name,
            ),
        )


def processes_of(groups: Iterable[Gathered], who: WhoIsWho) -> list[Process]:
    """Return the processes that articles were gathered to, those of most articles first, lone articles last."""
    found = [_process(group, who) for group in groups]
    found.sort(key=lambda process: (process.is_alone, -len(process.reports), process.reports[0].source.order))
    for number, (process, name) in enumerate(zip(found, names_for(map(_named, found)), strict=True), start=1):
        process.id, process.name = f"T{number}", name
    return found


def _process(group: Gathered, who: WhoIsWho) -> Process:
    names = Counter(report.process for report in group.reports if report.process)
    parts: dict[str, Part] = {}
    titled: Counter[str] = Counter()
    claimed: Counter[str] = Counter()
    for report in group.reports:
        roles: dict[str, set[str]] = {}
        for mention in report.mentions:
            party = who.of[mention.key]
            parts.setdefault(party.id, Part(party))
            roles.setdefault(party.id, set()).update(mention.roles)
        for party_id, given in roles.items():
            parts[party_id].roles.update(given)
        titled.update(party_id for party_id in roles if parts[party_id].party.named_by(report.about))
        claimed.update(who.of[key].id for key in report.involved)
    for party_id, part in parts.items():
        part.told = titled[party_id], claimed[party_id]
    return Process("", "", group.reports, group.reasons, names, parts, len(group.sides))


def _named(process: Process) -> Named:
    parts = [part for part in process.shown_parts if part.side == "side"] or process.shown_parts[:2]
    most = max((part.weight for part in parts), default=0)
    main = [part.party.name for part in parts if 2 * part.weight >= most]
    issues = Counter(issue for report in process.reports for issue in {proposal.issue for proposal in report.proposals})
    return Named(process.names, len(process.reports), main, issues, process.reports[0].source)
