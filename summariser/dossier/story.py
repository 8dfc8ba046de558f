"""The story of one process: what is known of it, and what of that is new."""

from __future__ import annotations

from dataclasses import dataclass

from summariser.dossier.contradictions import Contradiction
from summariser.dossier.dealings import Dealing
from summariser.dossier.lives import Duty, Life
from summariser.dossier.processes import Process
from summariser.dossier.reports import Cite, Standing
from summariser.dossier.timeline import Happening

__all__ = ["Change", "Story"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is new: of what kind, in words, and where it is said. `before` is what was known, if anything."""

    kind: str
    text: str
    before: str | None
    now: str
    cites: tuple[Cite, ...]


@dataclass(slots=True)
class Story:
    """What is known of one process. `changes` are those since a day, where one was asked for."""

    process: Process
    dealings: list[Dealing]
    timeline: list[Happening]
    lives: list[Life]
    duties: list[Duty]
    contradictions: list[Contradiction]
    standings: list[Standing]
    changes: list[Change]

    @property
    def standing(self) -> Standing | None:
        """Where it stands, by the last article that says so clearly."""
        told = [each for each in self.standings if each.stage != "unclear"] or self.standings
        return told[-1] if told else None
