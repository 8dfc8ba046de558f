"""A dossier of a job: the job is read here, and the dossier told."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from summariser.batch.job import Job
from summariser.batch.settled import settled, task_of
from summariser.cli.options import Wanted
from summariser.cli.output import as_json, remark, write
from summariser.dossier.dossier import Dossier, make_dossier
from summariser.dossier.overrides import NO_OVERRIDES, read_overrides
from summariser.dossier.reports import Archive
from summariser.errors import SettingsError
from summariser.models.record import NegotiationRecord
from summariser.settings import colours_allowed
from summariser.tasks.negotiation import NEGOTIATION

__all__ = ["write_dossier"]

_WIDEST = 100


def write_dossier(path: str, since: date | None, overrides: str | None, wanted: Wanted) -> None:
    """Write the dossier of a job in the format that is wanted, to its output or to standard output."""
    known = read_overrides(Path(overrides)) if overrides else NO_OVERRIDES
    dossier = make_dossier(Path(path).name, _archive(path), known, since)
    if not wanted.quiet:
        for name in dossier.who.unknown:
            remark(f"the overrides speak of {name!r}, and no article names a party so")
    write("".join(_told(dossier, wanted)), wanted.output)


def _archive(path: str) -> Archive:
    archive = Archive()
    with Job.inspect(Path(path)) as job:
        ((task,),) = job.rows("SELECT value FROM meta WHERE key = 'task'")
        if task != NEGOTIATION.name:
            raise SettingsError(f"job {path!r} is of the task {task!r}; a dossier is made of negotiations alone")
        with job.snapshot():
            for each in settled(job, task_of(job, None)):
                if isinstance(each.outcome, NegotiationRecord):
                    archive.add(each.id, each.outcome)
    return archive


def _told(dossier: Dossier, wanted: Wanted) -> Iterator[str]:
    if wanted.format == "json":
        from summariser.dossier.data import as_data  # noqa: PLC0415

        yield as_json(as_data(dossier))
    elif wanted.format == "markdown":
        from summariser.dossier.markdown import dossier_markdown  # noqa: PLC0415

        yield from dossier_markdown(dossier)
    elif wanted.format == "html":
        from summariser.dossier.html import dossier_html  # noqa: PLC0415

        yield dossier_html(dossier, Path(wanted.output).parent if wanted.output else None)
    else:
        from summariser.dossier.text import dossier_text  # noqa: PLC0415

        on_terminal = wanted.output is None and sys.stdout is not None and sys.stdout.isatty()
        width = min(shutil.get_terminal_size().columns, _WIDEST) if on_terminal else _WIDEST
        yield from dossier_text(dossier, colour=on_terminal and colours_allowed(), width=width)
