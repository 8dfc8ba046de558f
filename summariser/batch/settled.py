"""What became of each article of a job, with its text: what pages and tables for people are made of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from summariser.articles.article import Article
from summariser.batch.identity import check_task
from summariser.batch.job import Job
from summariser.batch.ledger import waiting
from summariser.errors import SettingsError
from summariser.models.faults import Fault
from summariser.models.record import Record
from summariser.tasks.loading import BUILT_IN, load_task
from summariser.tasks.task import Task

__all__ = ["Refusal", "Settled", "settled", "task_of"]

_SETTLED = """
SELECT articles.id, text, title, articles.date, articles.source, url, language,
    sources.name, key, same_as, records.json, kind, message, faults, raw
FROM articles
JOIN sources ON sources.id = source_id
LEFT JOIN records ON records.article_id = articles.id
LEFT JOIN failures ON failures.article_id = articles.id
WHERE state IN ('done', 'failed', 'duplicate')
ORDER BY articles.id
"""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an article has no record: the kind of error as a word, its message, the faults as lines, the raw answer."""

    kind: str
    message: str
    faults: tuple[str, ...]
    raw: str | None


@dataclass(frozen=True, slots=True)
class Settled:
    """An article of a job under its id and its place in the archive: it has a record, or a refusal, or is a copy."""

    id: int
    article: Article
    source: str
    key: str
    outcome: Record | Refusal | int


def settled(job: Job, task: Task) -> Iterator[Settled]:
    """Yield each article that is done, failed or a copy, in order; `outcome` of a copy is the id of the other."""
    for *about, source, key, same_as, record, kind, message, faults, raw in job.rows(_SETTLED):
        outcome: Record | Refusal | int
        if same_as is not None:
            outcome = same_as
        elif record is not None:
            outcome = task.record.model_validate_json(record)
        else:
            outcome = Refusal(kind, message, _lines(faults), raw)
        found = waiting(tuple(about))
        yield Settled(found.id, found.article, source, key, outcome)


def task_of(job: Job, name: str | None) -> Task:
    """Return the task of a job: the built-in one, or the one called `name`, such as `module:NAME`.

    Raises TaskError where there is none of that name, SettingsError where the job was begun with another.
    """
    ((stored,),) = job.rows("SELECT value FROM meta WHERE key = 'task'")
    if name is None and stored not in BUILT_IN:
        raise SettingsError(
            f"job {str(job.path)!r} is of the task {stored!r}, which is not built in; name it with --task module:NAME"
        )
    task = load_task(name or stored)
    check_task(dict(job.rows("SELECT key, value FROM meta")), task, job.path)
    return task


def _lines(faults: str | None) -> tuple[str, ...]:
    return tuple(str(Fault(**fault)) for fault in (json.loads(faults) if faults else ()))
