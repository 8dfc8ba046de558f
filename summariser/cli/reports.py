"""What people read of a job, its pages and a spreadsheet: the job is read here, and the report told of it."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path

import click

from summariser.batch.export import whole
from summariser.batch.job import Job
from summariser.batch.settled import Refusal, settled, task_of
from summariser.batch.status import JobStatus, status
from summariser.cli.output import CannotWriteError, remark, standard_output
from summariser.models.record import Record
from summariser.report.html import Failure
from summariser.report.site import About, Copy, Entry, NotOurs, write_site
from summariser.report.spreadsheet import claim_kinds, write_spreadsheet
from summariser.tasks.task import Task

__all__ = ["export_spreadsheet", "write_report"]

_COUNTS = {
    "done": "with a record", "failed": "failed", "duplicate": "copies", "skipped": "skipped", "pending": "pending",
}  # fmt: skip


def write_report(path: str, output: str, task_name: str | None) -> None:
    """Write the pages of a job into the folder `output`."""
    with Job.inspect(Path(path)) as job:
        task, found = task_of(job, task_name), status(job)
        with job.snapshot():
            try:
                listed = write_site(Path(output), task.draft, _entries(job, task), _about(path, found))
            except NotOurs as error:
                raise click.BadParameter(
                    f"{str(error)!r} is no page of a report, and would be lost; name another folder",
                    param_hint="--output",
                ) from error
            except OSError as error:
                raise CannotWriteError(f"cannot write {error.filename or output}: {error.strerror}") from error
    remark(f"wrote pages of {listed:,} articles; open {Path(output, 'index.html')}")


def export_spreadsheet(path: str, output: str | None, kind: str | None, task_name: str | None) -> None:
    """Write the claims of a job as a table that spreadsheets open, to `output` or to standard output."""
    with Job.inspect(Path(path)) as job:
        task = task_of(job, task_name)
        kinds = claim_kinds(task.draft, kind)
        # Where writing fails, what reads the job is closed before the job is.
        with job.snapshot(), closing(_records(job, task)) as records:
            if output is None:
                with standard_output() as stream:
                    write_spreadsheet(records, kinds, stream)
                return
            with whole(Path(output)) as passing, passing.open("w", encoding="utf-8", newline="") as file:
                count = write_spreadsheet(records, kinds, file)
    remark(f"wrote {count:,} claims to {output}")


def _entries(job: Job, task: Task) -> Iterator[Entry]:
    for each in settled(job, task):
        outcome: Record | Failure | Copy
        if isinstance(each.outcome, Refusal):
            refusal = each.outcome
            outcome = Failure(refusal.kind, refusal.message, refusal.faults, refusal.raw)
        else:
            outcome = Copy(each.outcome) if isinstance(each.outcome, int) else each.outcome
        yield Entry(each.id, each.article, f"{each.source}: {each.key}", outcome)


def _records(job: Job, task: Task) -> Generator[tuple[int, Record], None, None]:
    """Yield the records; a copy has none of its own, so that each claim is counted once."""
    for each in settled(job, task):
        if isinstance(each.outcome, Record):
            yield each.id, each.outcome


def _about(path: str, found: JobStatus) -> About:
    counts = {"articles": found.counts.total}
    counts |= {word: getattr(found.counts, state) for state, word in _COUNTS.items()}
    made = {"task": found.task, "engine": found.engine, "model": found.model or ""}
    return About(
        name=f"Report: {Path(path).name}",
        made={name: value for name, value in made.items() if value},
        counts={word: count for word, count in counts.items() if count},
        failures={kind: (reason.count, reason.example) for kind, reason in found.failures.items()},
        skips={kind: (reason.count, reason.example) for kind, reason in found.skips.items()},
    )
