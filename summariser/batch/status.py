"""How a job stands: counts, spending, pace, what is left, and why articles have no record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from summariser.batch.job import Counts, Job, Spent
from summariser.batch.ledger import Reason
from summariser.batch.lock import running
from summariser.batch.renewing import CHANGED

__all__ = ["JobStatus", "Reason", "changed", "reasons", "status", "unread_dates"]

_LATEST = """
SELECT min(made), max(made), count(*) FROM attempts
WHERE made > (SELECT strftime('%Y-%m-%dT%H:%M:%f', max(made), '-10 minutes') FROM attempts)
"""
_SHORTEST = 1.0
"""Seconds of work, below which a rate says nothing."""
# SQLite gives the row of the least id its say for the column that stands for no group: the first message.
_BY_KIND = """
SELECT reason, count(*), detail, min(id) FROM articles WHERE state = ? GROUP BY reason ORDER BY count(*) DESC, reason
"""


@dataclass(frozen=True, slots=True)
class JobStatus:
    """How a job stands.

    `process` is the process that works on it now, None where none does. `rate` is in answers a second, over the last
    ten minutes in which there were any; `seconds_left` and `cost_left` are what the pending articles take at that rate
    and at the mean cost so far. They are None where there is nothing to tell them from. `changed` articles are done,
    and the archive has another text of them by now. `unread_dates` are those whose date can't be read, with an example.
    """

    task: str
    engine: str
    model: str | None
    process: int | None
    counts: Counts
    changed: int
    spent: Spent
    sources: int
    sources_read: int
    rate: float | None
    seconds_left: float | None
    cost_left: float | None
    failures: dict[str, Reason]
    skips: dict[str, Reason]
    unread_dates: Reason


def status(job: Job) -> JobStatus:
    """Return how a job stands. Raises JobError where the file cannot be read."""
    with job.snapshot():
        meta = dict(job.rows("SELECT key, value FROM meta"))
        counts, spent, rate = job.counts(), job.spent(), _rate(job)
        ((sources, read),) = job.rows("SELECT count(*), count(*) FILTER (WHERE finished) FROM sources")
        return JobStatus(
            task=f"{meta['task']} {meta['schema_version']}",
            engine=meta["engine"],
            model=meta["model"],
            process=running(job.path),
            counts=counts,
            changed=len(changed(job)),
            spent=spent,
            sources=sources,
            sources_read=read,
            rate=rate,
            seconds_left=counts.pending / rate if rate else None,
            cost_left=_cost_left(job, counts, spent),
            failures=reasons(job, "failed"),
            skips=reasons(job, "skipped"),
            unread_dates=unread_dates(job),
        )


def reasons(job: Job, state: str) -> dict[str, Reason]:
    """Return why articles are "failed" or "skipped", by kind, the most frequent first."""
    return {kind: Reason(count, example) for kind, count, example, _ in job.rows(_BY_KIND, (state,))}


def changed(job: Job, source_id: int | None = None) -> list[int]:
    """Return the ids of articles, of one source or all, that are done and that the archive has otherwise by now."""
    of_source, values = ("", ()) if source_id is None else (" AND source_id = ?", (source_id,))
    query = f"SELECT id FROM articles WHERE state = 'done' AND reason = ?{of_source} ORDER BY id"  # noqa: S608
    return [number for (number,) in job.rows(query, (CHANGED, *values))]


def unread_dates(job: Job) -> Reason:
    """Return how many articles have a date in the archive that can't be read, and the first of those."""
    ((count, example, _),) = job.rows("SELECT count(*), written, min(article_id) FROM unread_dates")
    return Reason(count, example or "")


def _rate(job: Job) -> float | None:
    ((first, last, number),) = job.rows(_LATEST)
    if number < 2:
        return None
    seconds = (datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds()
    return (number - 1) / seconds if seconds >= _SHORTEST else None


def _cost_left(job: Job, counts: Counts, spent: Spent) -> float | None:
    ((asked,),) = job.rows("SELECT count(DISTINCT article_id) FROM attempts WHERE cost IS NOT NULL AND NOT cached")
    return counts.pending * spent.cost / asked if asked and spent.cost is not None else None
