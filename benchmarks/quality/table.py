"""Records from answers on file, scored, as columns of one table."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.quality.answers import Answer
from summariser import NEGOTIATION, VerificationFailed, check, summarise_all
from summariser.evaluation.counts import Interval
from summariser.evaluation.evaluation import Evaluation, evaluate
from summariser.evaluation.gold import Gold
from summariser.verification.answer import parse_object, validate

GOLD = Path(__file__).parents[2] / "tests" / "gold"
SLOTS = (
    "parties", "parties.roles", "parties.representatives", "proposals", "proposals.status", "proposals.proposed_by",
    "proposals.addressed_to", "conditions", "conditions.kind", "conditions.set_by", "events", "status.stage",
    "evidence",
)  # fmt: skip

Records = dict[str, Mapping[str, Any] | None]


def by_rules(gold: Sequence[Gold]) -> Records:
    """Return the records of the built-in rules, by the id of their article."""
    outcomes = summarise_all([entry.article for entry in gold], engine="rules")
    return {one.article.id: one.record.model_dump(mode="json") if one.record else None for one in outcomes}


def unverified(gold: Sequence[Gold], answers: Mapping[str, Answer]) -> Records:
    """Return what the answers say, as far as they fit the schema, whatever verification would say to it."""
    records: Records = {}
    for entry in gold:
        value, _ = parse_object(_text(answers, entry))
        draft, _ = validate(value, NEGOTIATION.draft) if value is not None else (None, None)
        records[entry.article.id] = draft.model_dump(mode="json") if draft else None
    return records


def verified(gold: Sequence[Gold], answers: Mapping[str, Answer]) -> Records:
    """Return the records that the answers make, without what verification refuses of them."""
    records: Records = {}
    for entry in gold:
        try:
            record = check(_text(answers, entry), entry.article, keep_verified=True)
            records[entry.article.id] = record.model_dump(mode="json")
        except VerificationFailed:
            records[entry.article.id] = None
    return records


def score(gold: Sequence[Gold], records: Records, name: str) -> Evaluation:
    """Return the evaluation of one column."""
    return evaluate(gold, records, NEGOTIATION, engine=name)


def tokens(answers: Mapping[str, Answer]) -> str:
    """Return the median of tokens read and written for an article."""
    read, written = ([getattr(one, name) for one in answers.values()] for name in ("input_tokens", "output_tokens"))
    return f"{statistics.median(read):,.0f} / {statistics.median(written):,.0f}"


def table(columns: Sequence[Evaluation], spent: Mapping[str, str]) -> str:
    """Return the columns side by side, in Markdown: F1 with its 95 % interval, then what is counted in articles."""
    spans = [column.intervals() for column in columns]
    lines = [f"| F1 (95 %) | {' | '.join(column.engine for column in columns)} |", f"|---|{'---|' * len(columns)}"]
    for slot in SLOTS:
        cells = [_cell(column, slot, span) for column, span in zip(columns, spans, strict=True)]
        lines.append(f"| {slot} | {' | '.join(cells)} |")
    counts = {"false alarms": "false_alarms", "overlooked": "overlooked", "no record": "without_record"}
    for title, name in counts.items():
        lines.append(f"| {title} | {' | '.join(str(len(getattr(column, name))) for column in columns)} |")
    lines.append(f"| tokens in / out | {' | '.join(spent.get(column.engine, '–') for column in columns)} |")
    return "\n".join(lines)


def _text(answers: Mapping[str, Answer], entry: Gold) -> str:
    answer = answers.get(entry.name)
    return answer.answer or "" if answer else ""


def _cell(evaluation: Evaluation, slot: str, spans: Mapping[str, Interval]) -> str:
    count = evaluation.totals.get(slot)
    if count is None or count.f1 is None:
        return "–"
    span = f" ({spans[slot][0]:.2f}–{spans[slot][1]:.2f})" if slot in spans else ""
    return f"{count.f1:.2f}{span}"
