"""Counts of a run: falsehoods by kind, truths by part of the record, ours by half of the gold set, and the peers'."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.truth.gold import SPLITS, WORDS_OF
from benchmarks.truth.kinds import KINDS
from benchmarks.truth.peers import Accepts
from benchmarks.truth.run import Judged

__all__ = ["Count", "Row", "as_json", "falsehoods", "total", "truths"]


@dataclass
class Count:
    """How many were judged, and how many of them wrongly: a falsehood accepted, a truth refused."""

    asked: int = 0
    wrong: int = 0

    def add(self, wrong: bool) -> None:
        self.asked += 1
        self.wrong += wrong

    @property
    def rate(self) -> float | None:
        """The wrong ones in percent, None where none was asked."""
        return 100 * self.wrong / self.asked if self.asked else None


@dataclass
class Row:
    """The counts of one kind: ours by half of the gold set, each peer's over both."""

    name: str
    ours: dict[str, Count] = field(default_factory=lambda: {split: Count() for split in SPLITS})
    peers: dict[str, Count] = field(default_factory=dict)


def falsehoods(judged: Iterable[Judged], peers: dict[str, Accepts]) -> list[Row]:
    """Return a row a kind, in the order of the kinds: what was accepted."""
    rows = {name: Row(name) for name in KINDS}
    for each in judged:
        assert each.case
        row = rows[each.case.kind]
        row.ours[each.claim.entry.split].add(not each.refused)
        for name, accepts in peers.items():
            count = row.peers.setdefault(name, Count())
            if (accepted := accepts(each)) is not None:
                count.add(accepted)
    return [row for row in rows.values() if any(count.asked for count in row.ours.values())]


def truths(judged: Iterable[Judged], peers: dict[str, Accepts]) -> list[Row]:
    """Return a row for each part of the record: what was refused."""
    rows = {name: Row(name) for name in WORDS_OF}
    for each in judged:
        row = rows[each.claim.part]
        row.ours[each.claim.entry.split].add(each.refused)
        for name, accepts in peers.items():
            row.peers.setdefault(name, Count()).add(not accepts(each))
    return [row for row in rows.values() if any(count.asked for count in row.ours.values())]


def total(rows: list[Row]) -> Row:
    """Return the sum of rows."""
    whole = Row("all")
    for row in rows:
        for into, counts in ((whole.ours, row.ours), (whole.peers, row.peers)):
            for name, count in counts.items():
                summed = into.setdefault(name, Count())
                summed.asked += count.asked
                summed.wrong += count.wrong
    return whole


def as_json(rows: list[Row], wrong: str) -> dict[str, Any]:
    """Return rows as plain values; `wrong` names what is counted: `accepted` or `refused`."""

    def told(counts: dict[str, Count]) -> dict[str, dict[str, int]]:
        return {name: {"n": count.asked, wrong: count.wrong} for name, count in counts.items()}

    return {row.name: {**told(row.ours), "peers": told(row.peers)} for row in [*rows, total(rows)]}
