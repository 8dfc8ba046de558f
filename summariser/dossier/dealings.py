"""Who negotiates with whom, and through whom, counted by articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from summariser.dossier.parties import Party, WhoIsWho
from summariser.dossier.processes import GO_BETWEENS, SIDES, Process
from summariser.dossier.reports import Cite, Report

__all__ = ["Dealing", "dealings_of"]

_FEW = 4


@dataclass(frozen=True, slots=True)
class Dealing:
    """Two sides of a process and those between them, none where no article names any; where that is said."""

    sides: tuple[Party, Party]
    between: tuple[Party, ...]
    cites: tuple[Cite, ...]

    @property
    def articles(self) -> int:
        """How many articles have the two as sides with just these between them."""
        return len({cite.source.number for cite in self.cites})


def dealings_of(process: Process, who: WhoIsWho) -> list[Dealing]:
    """Return who deals with whom through whom, what most articles tell first.

    Where an article has more than a few sides, not each deals with each: only those do who have a claim in common.
    """
    found: dict[tuple[int, int, tuple[int, ...]], list[Cite]] = defaultdict(list)
    for report in process.reports:
        sides: dict[int, Cite] = {}
        between: dict[int, Cite] = {}
        for mention in report.mentions:
            number = who.of[mention.key].rank
            if GO_BETWEENS.intersection(mention.roles):
                between.setdefault(number, mention.cite)
            elif SIDES.intersection(mention.roles):
                sides.setdefault(number, mention.cite)
        pairs = set(combinations(sorted(sides), 2))
        if len(sides) > _FEW:
            pairs &= set(_joined(report, who))
        for one, other in sorted(pairs):
            cites = [sides[one], sides[other], *(between[number] for number in sorted(between))]
            found[one, other, tuple(sorted(between))] += cites
    dealings = [
        Dealing((who.parties[one], who.parties[other]), tuple(who.parties[each] for each in between), tuple(cites))
        for (one, other, between), cites in sorted(found.items())
    ]
    return sorted(dealings, key=lambda dealing: -dealing.articles)


def _joined(report: Report, who: WhoIsWho) -> Iterator[tuple[int, int]]:
    """Yield the ranks of two who have a claim in common: one proposes, answers or demands of the other, or meets it."""
    claims = [(*each.makers, *each.addressees, *(key for key, _ in each.answers)) for each in report.proposals]
    claims += [(*each.setters, *each.bound) for each in report.conditions]
    claims += [each.who for each in report.events]
    for keys in claims:
        yield from combinations(sorted({who.of[key].rank for key in keys}), 2)
