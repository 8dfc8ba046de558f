"""Reports for tests of one thing at a time, without articles behind them."""

from __future__ import annotations

from datetime import date

from summariser.dossier.dossier import Dossier, make_dossier
from summariser.dossier.overrides import NO_OVERRIDES, Overrides
from summariser.dossier.reports import (
    Archive,
    Cite,
    Demanded,
    Happened,
    Mention,
    Proposed,
    Report,
    Source,
    Time,
    key_in,
    key_of,
)


def source(number: int, day: str | None = "2024-03-04", outlet: str = "Wire", title: str | None = None) -> Source:
    """Return an article."""
    return Source(number, date.fromisoformat(day) if day else None, title or f"Article {number}", outlet, None)


def party(at: Source, name: str, kind: str = "state", role: str = "negotiating_party", aliases: tuple[str, ...] = ()):
    """Return a party as an article names it."""
    return Mention(key_in(name, at.number), name, kind, (role,), aliases, (), Cite(at, (1,)))


def report(
    at: Source, *mentions: Mention, process: str | None = None, proposals=(), conditions=(), events=()
) -> Report:
    """Return all that an article claims."""
    return Report(at, process, mentions, tuple(proposals), tuple(conditions), tuple(events), None)


def proposed(
    at: Source, text: str, status: str, *, by: str = "Arland", to: tuple[str, ...] = (), issue: str = "trade"
) -> Proposed:
    """Return a proposal."""
    return Proposed(Cite(at, (2,)), text, issue, (key_of(by),), tuple(map(key_of, to)), (), status, None)


def demanded(at: Source, text: str, state: str, *, by: str = "Arland", of: str = "Bosten") -> Demanded:
    """Return a condition."""
    return Demanded(Cite(at, (2,)), text, "demand", (key_of(by),), (key_of(of),), state, None)


def happened(
    at: Source, text: str, edtf: str | None, *, factuality: str = "happened", kind: str = "meeting"
) -> Happened:
    """Return an event."""
    return Happened(Cite(at, (3,)), text, kind, (), Time("then", edtf) if edtf else None, None, factuality)


def dossier(*reports: Report, overrides: Overrides = NO_OVERRIDES, since: date | None = None) -> Dossier:
    """Return the dossier of some reports."""
    return make_dossier("made up", Archive(list(reports)), overrides, since)


def names(found: Dossier) -> set[frozenset[str]]:
    """Return the names of each party."""
    return {frozenset(each.names) for each in found.who.parties}
