"""The figures for people: in columns for a terminal, or as Markdown."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.truth.figures import Count, Row, total
from benchmarks.truth.gold import SPLITS
from benchmarks.truth.run import Judged

__all__ = ["rate", "shown", "table"]


def table(rows: list[Row], first: str, wrong: str, *, markdown: bool) -> str:
    """Return the rows, their sum, and the sum of those that have peers beside ours.

    `first` names what the rows are, `wrong` what is counted.
    """
    sums = [total(rows)]
    shared = [row for row in rows if any(count.asked for count in row.peers.values())]
    if shared and len(shared) < len(rows):
        sums.append(replace(total(shared), name="all that others can be asked"))
    whole = sums[0]
    splits = [split for split in SPLITS if whole.ours[split].asked]
    peers = list(whole.peers)
    heads = [first, *(head for split in splits for head in (split, wrong, "%")), *(f"{name}, %" for name in peers)]
    lines = [[row.name.replace("_", " "), *_cells(row, splits, peers)] for row in [*rows, *sums]]
    return _as_markdown(heads, lines) if markdown else _in_columns(heads, lines)


def _cells(row: Row, splits: list[str], peers: list[str]) -> list[str]:
    ours = [cell for split in splits for cell in _three(row.ours[split])]
    return [*ours, *(rate(row.peers.get(name, Count())) for name in peers)]


def _three(count: Count) -> list[str]:
    return [str(count.asked), str(count.wrong), rate(count)]


def rate(count: Count) -> str:
    """Return the percentage as it is shown, empty where none was asked."""
    return "" if count.rate is None else f"{count.rate:.1f}"


def _as_markdown(heads: list[str], lines: list[list[str]]) -> str:
    rule = ["---", *("--:" for _ in heads[1:])]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [heads, rule, *lines])


def _in_columns(heads: list[str], lines: list[list[str]]) -> str:
    widths = [max(len(cells[n]) for cells in [heads, *lines]) for n in range(len(heads))]
    return "\n".join(
        cells[0].ljust(widths[0])
        + "".join(f"  {cell:>{width}}" for cell, width in zip(cells[1:], widths[1:], strict=True))
        for cells in [heads, *lines]
    )


def shown(judged: Judged) -> str:
    """Return a falsehood that was accepted, or a truth that was refused, with the sentences that it cites."""
    claim, case = judged.claim, judged.case
    lines = [f"{claim.entry.slug} {case.falsehood.path if case else claim.path}"]
    if case:
        lines[0] = f"{case.kind}: {lines[0]}: {case.falsehood.note}"
    lines.append(f"    claim: {claim.text}")
    lines += [f"    [{number}] {claim.entry.sentence(number)}" for number in (case.cited if case else claim.cited)]
    lines += [f"    ! {fault}" for fault in judged.faults]
    return "\n".join(lines)
