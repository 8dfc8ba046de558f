"""Evaluations and comparisons for people: a table on a terminal, or Markdown for a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summariser.evaluation.comparison import Comparison
from summariser.evaluation.counts import Count
from summariser.evaluation.evaluation import Evaluation

__all__ = ["comparison_text", "evaluation_text"]

_HEADS = ("slot", "given", "expected", "precision", "recall", "F1", "95 %")
_MOST_NAMES = 6
_MOST_LINES = 4


def evaluation_text(evaluation: Evaluation, *, markdown: bool = False) -> str:
    """Return the figures of an evaluation, slot by slot, and what went wrong as a whole."""
    spans = evaluation.intervals()
    rows = [
        (slot, str(count.given), str(count.expected), *_shares(count), _span(spans.get(slot)))
        for slot, count in _ordered(evaluation.totals)
    ]
    about = [
        f"{len(evaluation.scores)} articles, {len(evaluation.off_topic)} off the topic; read by {evaluation.engine}",
        f"false alarms: {_names(evaluation.false_alarms)}",
        f"overlooked: {_names(evaluation.overlooked)}",
        f"without a record: {_names(evaluation.without_record)}",
    ]
    if evaluation.tokens:
        about.append(f"tokens: {evaluation.tokens[0]:,} in, {evaluation.tokens[1]:,} out")
    return "\n".join([*_table([_HEADS, *rows], markdown=markdown), "", *_lines(about, markdown=markdown), ""])


def comparison_text(comparison: Comparison, *, markdown: bool = False) -> str:
    """Return what changed between two evaluations: by slot, then article by article."""
    rows = [
        (slot, f"{value:+.3f}", f"{low:+.3f} to {high:+.3f}", "" if low <= 0 <= high else "more than chance")
        for slot, (value, (low, high)) in comparison.slots.items()
    ]
    lines = _table([("slot", "F1", "95 %", ""), *rows], markdown=markdown)
    for change in comparison.changes:
        lines += ["", f"{change.name}: {change.before:.3f} → {change.after:.3f}"]
        lines += [f"  mended  {line}" for line in _first(change.mended)]
        lines += [f"  broken  {line}" for line in _first(change.broken)]
    return "\n".join([*lines, ""])


def _ordered(totals: dict[str, Count]) -> Iterator[tuple[str, Count]]:
    """Lists of claims first, each with its fields below it."""
    lists = [slot for slot in totals if "." not in slot]
    heads = [*lists, *dict.fromkeys(slot.split(".")[0] for slot in totals if slot.split(".")[0] not in lists)]
    for head in heads:
        for slot, count in totals.items():
            if slot.split(".")[0] == head:
                yield slot, count


def _shares(count: Count) -> tuple[str, str, str]:
    return _share(count.precision), _share(count.recall), _share(count.f1)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _span(span: tuple[float, float] | None) -> str:
    return f"{span[0]:.2f}–{span[1]:.2f}" if span else "–"


def _names(names: Sequence[str]) -> str:
    if not names:
        return "none"
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return f"{len(names)}: {', '.join(names[:_MOST_NAMES])}{more}"


def _first(lines: Sequence[str]) -> list[str]:
    more = [f"… and {len(lines) - _MOST_LINES} more"] if len(lines) > _MOST_LINES else []
    return [*lines[:_MOST_LINES], *more]


def _lines(lines: Sequence[str], *, markdown: bool) -> list[str]:
    return [f"- {line}" for line in lines] if markdown else list(lines)


def _table(rows: Sequence[Sequence[str]], *, markdown: bool) -> list[str]:
    if markdown:
        head, *body = (f"| {' | '.join(row)} |" for row in rows)
        return [head, "|" + "---|" * len(rows[0]), *body]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [_aligned(row, widths) for row in rows]


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = row
    cells = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
    return "  ".join([first.ljust(widths[0]), *cells]).rstrip()
