"""The commands about a job that is there: export and status."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from shlex import quote

import click

from summariser.batch.export import Form, export, record_lines, write_csv
from summariser.batch.job import Job
from summariser.batch.status import JobStatus, status
from summariser.cli.output import as_json, remark, shortened, standard_output, told_dates, write
from summariser.report.plain import plain

__all__ = ["export_job", "show_status"]


def export_job(path: str, form: Form, output: str | None, table: str | None) -> None:
    """Write the contents of a job to `output`, else to standard output, where that can take them."""
    if form == "jsonl" and table is not None:
        raise click.UsageError("--table is for csv and parquet; jsonl gives whole records")
    if output is None and (form == "parquet" or (form == "csv" and table is None)):
        wanted = "a file" if table else "a folder, which gets a file for each table"
        raise click.UsageError(f"--format {form} needs --output: {wanted}")
    with Job.inspect(Path(path)) as job:
        if output is not None:
            export(job, form, Path(output), table)
            remark(f"wrote {output}")
        else:
            _to_standard_output(job, table)


def _to_standard_output(job: Job, table: str | None) -> None:
    with standard_output() as stream, job.snapshot():
        if table is None:
            stream.writelines(record_lines(job))
        else:
            write_csv(job, table, stream)


def show_status(path: str, *, as_data: bool) -> None:
    """Say how a job stands, in lines to read or as JSON."""
    with Job.inspect(Path(path)) as job:
        found = status(job)
    if as_data:
        data = asdict(found)
        data["counts"] = {"total": found.counts.total, **data["counts"]}
        write(as_json(data))
    else:
        write("".join(f"{head:<10} {plain(text)}\n" for head, text in _lines(path, found)))


def _lines(path: str, found: JobStatus) -> list[tuple[str, str]]:
    counts = found.counts
    model = f", model {found.model}" if found.model else ""
    states = [f"{getattr(counts, state):,} {state}" for state in ("done", "failed", "skipped", "duplicate", "pending")]
    lines = [
        ("job", f"{path}: {found.task}, engine {found.engine}{model}"),
        ("now", f"process {found.process} works on it" if found.process else "no run works on it"),
        ("sources", f"{found.sources:,}, of which {found.sources_read:,} are read to the end"),
        ("articles", f"{counts.total:,}: {', '.join(states)}"),
        ("spent", _spent(found)),
    ]
    if found.changed:
        how_many = f"{found.changed:,} of those done, which the archive has otherwise by now"
        lines.append(("changed", f"{how_many}; to read them anew: summariser batch … --retry-changed"))
    if found.rate:
        lines.append(("rate", f"{found.rate:,.2f} answers/s{_left(found)}"))
    for head, kinds in (("failures", found.failures), ("skips", found.skips)):
        if kinds:
            told = [f"{kind} {reason.count:,}, e.g.: {shortened(reason.example)}" for kind, reason in kinds.items()]
            lines += zip((head, *[""] * (len(told) - 1)), told, strict=True)
    if found.unread_dates.count:
        lines.append(("dates", told_dates(found.unread_dates.count, found.unread_dates.example)))
    if found.failures:
        lines.append(("all why", f"summariser export {quote(path)} --format csv --table failures"))
    return lines


def _spent(found: JobStatus) -> str:
    spent = found.spent
    if not spent.tries:
        return "nothing"
    cost = "cost unknown" if spent.cost is None else f"${spent.cost:,.4f}"
    unpriced = f" and {spent.unpriced:,} answers of unknown price" if spent.unpriced and spent.cost is not None else ""
    tokens = f"{spent.input_tokens:,} tokens in and {spent.output_tokens:,} out"
    return f"{cost}{unpriced}, {spent.tries:,} tries, {tokens}"


def _left(found: JobStatus) -> str:
    if not found.counts.pending or found.seconds_left is None:
        return ""
    cost = f" and ${found.cost_left:,.2f}" if found.cost_left else ""
    return f"; the rest takes about {_duration(found.seconds_left)}{cost}"


def _duration(seconds: float) -> str:
    for size, unit in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds >= 1.5 * size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.0f} seconds"
