"""`summariser batch`: an archive in, a job that holds its records out."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from shlex import quote

from summariser.batch.answers import FILE, Answers
from summariser.batch.estimating import Estimate, estimate
from summariser.batch.job import Job
from summariser.batch.ledger import Reason
from summariser.batch.options import Options
from summariser.batch.reader import identity_of, settings_of
from summariser.batch.runner import run
from summariser.batch.standing import Standing
from summariser.batch.status import changed, reasons, unread_dates
from summariser.cli.batch_progress import amount, duration, showing
from summariser.cli.output import as_json, remark, shortened, told_dates, write
from summariser.pipeline.summariser import Summariser
from summariser.settings import cache_folder

__all__ = ["estimate_job", "run_job"]

_COLLECT_AFTER = 20_000
"""New objects after which cycles are looked for. Drafts and records are trees, which need no looking."""
_REASONS = {
    "budget": "the budget would be passed by the next article; run again with a higher --budget to go on",
    "limit": "--limit is reached; run again to go on",
    "interrupted": "interrupted; run the same command again to go on",
}
_HINTS = {
    "no_text": "which column or key holds the text? Name it with --text-field NAME, and run again with --retry-skipped",
    "undecodable": "name their encoding with --encoding, and run again with --retry-skipped",
    "too_short": "to take shorter texts: --least-words N --retry-skipped",
    "not_english": "a model reads them: set SUMMARISER_MODEL, and name a new job file",
    "no_negotiation": "to have the engine read them all the same: without --triage, with --retry-skipped",
}
_ADVICE = {
    "unreadable": "run the same command again to read on",
    "undecodable": "run again with that, and with a job of its own where others have another",
}
_MEND = "put a sound file in its place and run the same command again"


def run_job(
    archives: Sequence[str], path: Path, summariser: Summariser, options: Options, *, cache: bool, quiet: bool
) -> int:
    """Run a job and return the exit code: 0, 3 where articles have failed or an archive was not read to its end, 130
    where it was interrupted."""
    with ExitStack() as stack:
        job = stack.enter_context(Job.open(path, summariser.task, identity_of(summariser)))
        answers = _answers(summariser, stack) if cache else None
        watch = stack.enter_context(showing(quiet=quiet))
        # What is loaded by now stays; going over it again and again takes a tenth of the processor's time.
        gc.freeze()
        gc.set_threshold(_COLLECT_AFTER, 20, 50)
        standing = asyncio.run(_run(job, archives, summariser, options, answers=answers, watch=watch))
        skips, others, dates = reasons(job, "skipped"), len(changed(job)), unread_dates(job)
    if not quiet:
        _tell(standing, path)
        _tell_of_skips(skips, path, all_of_them=standing.skipped == standing.total)
        _tell_of_breaks(standing.broken)
        _tell_of_changes(others)
        _tell_of_dates(dates)
    if standing.stopping == "interrupted":
        return 130
    return 3 if standing.failed or standing.broken else 0


def estimate_job(
    archives: Sequence[str], path: Path, summariser: Summariser, options: Options, *, cache: bool, json: bool
) -> None:
    """Write what running the job would take. Its archives are read into it; nothing is sent."""
    with ExitStack() as stack:
        job = stack.enter_context(Job.open(path, summariser.task, identity_of(summariser)))
        found = estimate(job, archives, summariser, options, _answers(summariser, stack) if cache else None)
        skips, dates = reasons(job, "skipped"), unread_dates(job)
    write(as_json(_fields(found)) if json else _lines(found, summariser))
    _tell_of_skips(skips, path, all_of_them=found.counts.skipped == found.counts.total)
    _tell_of_dates(dates)


async def _run(
    job: Job,
    archives: Sequence[str],
    summariser: Summariser,
    options: Options,
    **how: object,
) -> Standing:
    async with summariser:
        return await run(job, archives, summariser, options, **how)  # type: ignore[arg-type]


def _answers(summariser: Summariser, stack: ExitStack) -> Answers | None:
    if settings_of(summariser) is None:
        return None
    answers = Answers(cache_folder() / FILE)
    stack.callback(answers.close)
    return answers


def _tell(standing: Standing, path: Path) -> None:
    counts = f"{standing.done:,} done, {standing.failed:,} failed, {standing.skipped:,} skipped, "
    copies = f"{_number(standing.duplicate, 'copy', 'copies')}, {standing.pending:,} pending"
    spent = amount(standing.cost_before + standing.cost, standing.unpriced)
    remark(f"{counts}{copies} of {standing.total:,}; spent {spent}; {duration(standing.seconds)}")
    if not standing.total and not standing.stopping:
        remark("there was nothing to read: no article, and nothing that could be skipped")
    if standing.stopping in _REASONS:
        remark(_REASONS[standing.stopping])
    if standing.failed:
        remark(f"why some failed: summariser status {quote(str(path))}; to try them again: --retry-failed")


def _tell_of_skips(skips: dict[str, Reason], path: Path, *, all_of_them: bool) -> None:
    """Say why there were skips, and what to do where there was nothing else, for one reason."""
    if not skips:
        return
    if not all_of_them or len(skips) > 1:
        kinds = [f"{reason.count:,} {kind.replace('_', ' ')}" for kind, reason in skips.items()]
        remark(f"skipped: {', '.join(kinds)}; for examples: summariser status {quote(str(path))}")
        return
    ((kind, reason),) = skips.items()
    what = "the one item was" if reason.count == 1 else f"all {reason.count:,} items were"
    remark(f"{what} skipped as {kind}: {shortened(reason.example)}")
    if kind in _HINTS:
        remark(_HINTS[kind])


def _tell_of_breaks(broken: dict[str, Reason]) -> None:
    for kind, reason in broken.items():
        what = f"{_number(reason.count, 'archive', 'archives')} could not be read to the end"
        remark(f"{what}: {shortened(reason.example)}; {_ADVICE.get(kind, _MEND)}")


def _tell_of_changes(count: int) -> None:
    if count:
        done = _number(count, "article is", "articles are")
        remark(
            f"{done} done, and the archive has another text, title, date or publisher by now; "
            "to read anew what has changed: --retry-changed"
        )


def _tell_of_dates(dates: Reason) -> None:
    if dates.count:
        remark(told_dates(dates.count, dates.example))


def _number(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"


def _fields(found: Estimate) -> dict[str, object]:
    counts = found.counts
    return {
        "articles": counts.total - counts.skipped,
        "skipped": counts.skipped,
        "copies": counts.duplicate,
        "done": counts.done,
        "failed": counts.failed,
        "cached": found.cached,
        "to_ask": found.asked,
        "input_tokens": found.input_tokens,
        "output_tokens": found.output_tokens,
        "cost": found.cost,
    }


def _lines(found: Estimate, summariser: Summariser) -> str:
    counts = found.counts
    lines = [
        f"{_number(counts.total, 'item', 'items')}: {counts.skipped:,} skipped, "
        f"{_number(counts.duplicate, 'copy', 'copies')} of others, {counts.done:,} done, {counts.failed:,} failed",
        f"{found.asked:,} to ask about, {found.cached:,} answered in the cache",
    ]
    if settings_of(summariser) is None:
        lines.append(f"the engine {summariser.engine.name!r} asks no model: nothing to pay")
    else:
        lines.append(f"about {found.input_tokens:,} tokens in and {found.output_tokens:,} out")
        price = "not known: no price is listed for the model" if found.cost is None else f"about {amount(found.cost)}"
        lines.append(f"cost: {price}")
    return "\n".join(lines) + "\n"
