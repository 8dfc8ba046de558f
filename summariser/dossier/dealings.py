"""Who negotiates with whom, and through whom, counted by articles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from summariser.dossier.parties import Party, WhoIsWho
from summariser.dossier.processes import GO_BETWEENS, SIDES, Process
from summariser.dossier.reports import Cite

__all__ = ["Dealing", "dealings_of"]


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
    """Return who deals with whom through whom, what most articles tell first."""
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
        for one, other in combinations(sorted(sides), 2):
            cites = [sides[one], sides[other], *(between[number] for number in sorted(between))]
            found[one, other, tuple(sorted(between))] += cites
    dealings = [
        Dealing((who.parties[one], who.parties[other]), tuple(who.parties[each] for each in between), tuple(cites))
        for (one, other, between), cites in sorted(found.items())
    ]
    return sorted(dealings, key=lambda dealing: -dealing.articles)
