"""`summariser evaluate`: records held against gold."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summariser.batch.door import summarise_all
from summariser.cli.output import remark, write
from summariser.evaluation.comparison import compare
from summariser.evaluation.evaluation import Evaluation, evaluate
from summariser.evaluation.gold import Gold, load_gold
from summariser.evaluation.records import read_records, strangers
from summariser.evaluation.table import comparison_text, evaluation_text
from summariser.models.record import Usage
from summariser.pipeline.summariser import Summariser
from summariser.tasks.loading import load_task
from summariser.tasks.task import Task

__all__ = ["Asked", "evaluate_gold"]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the options of `evaluate` say, as in its help."""

    engine: str
    task: str
    records: str | None
    job: str | None
    against: str | None
    keep_verified: bool
    strict: bool
    corroborated: bool
    concurrency: int
    form: str
    output: str | None
    quiet: bool


def evaluate_gold(gold: str, asked: Asked) -> None:
    """Write the evaluation of an engine's records, or of those in a file, against `gold`.

    Raises GoldError, SettingsError, TaskError, JobError, and the EngineError that would befall every article.
    """
    task = load_task(asked.task, strict=asked.strict, corroborated=asked.corroborated)
    entries = load_gold(Path(gold), task)
    before = Evaluation.load(Path(asked.against)) if asked.against else None
    if asked.records is not None:
        records, remarks = read_records(Path(asked.records), task)
        if strange := strangers(records, entries):
            several = f"{strange:,} of {len(records):,} records belong"
            remarks.append(f"{several} to no article of the gold set; they do not count")
        for line in [] if asked.quiet else remarks:
            remark(f"{asked.records}: {line}")
        evaluation = evaluate(entries, records, task, engine=Path(asked.records).name)
    else:
        evaluation = _with_engine(entries, task, asked)
    markdown = asked.form == "markdown"
    if asked.form == "json":
        text = json.dumps(evaluation.as_json(), ensure_ascii=False, indent=1) + "\n"
    else:
        text = evaluation_text(evaluation, markdown=markdown)
        if before is not None:
            changed = comparison_text(compare(before, evaluation), markdown=markdown)
            text += f"\nAgainst {asked.against}, read by {before.engine}:\n\n{changed}"
    write(text, asked.output)


def _with_engine(entries: Sequence[Gold], task: Task, asked: Asked) -> Evaluation:
    made = Summariser(asked.engine, task=task, keep_verified=asked.keep_verified)
    names = {entry.article.id: entry.name for entry in entries}
    watched = not asked.quiet and sys.stderr.isatty()
    records: dict[str, Mapping[str, Any] | None] = {}
    usages: list[Usage] = []
    for outcome in summarise_all(
        [entry.article for entry in entries],
        engine=made.engine,
        task=task,
        job=asked.job,
        concurrency=asked.concurrency,
        keep_verified=asked.keep_verified,
    ):
        usages.append(outcome.usage)
        assert outcome.article is not None, "articles were given, not texts"
        records[outcome.article.id] = outcome.record.model_dump(mode="json") if outcome.record else None
        if outcome.error is not None and not asked.quiet:
            remark(f"{names[outcome.article.id]}: {outcome.error}")
        if watched:
            end = "\n" if len(records) == len(entries) else ""
            sys.stderr.write(f"\r{len(records)} of {len(entries)} articles\x1b[K{end}")
    return evaluate(entries, records, task, engine=made.engine.name, tokens=_tokens(usages))


def _tokens(usages: Sequence[Usage]) -> tuple[int, int] | None:
    counted = [usage for usage in usages if usage.input_tokens is not None]
    if not counted:
        return None
    return sum(usage.input_tokens or 0 for usage in counted), sum(usage.output_tokens or 0 for usage in counted)
