"""What a job will cost, before anything is sent: its archives are read and sifted, and what is left is priced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summariser.batch.answers import Answers
from summariser.batch.choosing import sampled
from summariser.batch.intake import Intake, take_up
from summariser.batch.job import Counts, Job, Waiting
from summariser.batch.money import expectation_of
from summariser.batch.options import Options
from summariser.batch.reader import Reader, settings_of
from summariser.batch.sifting import Sifter
from summariser.batch.status import changed
from summariser.pipeline.summariser import Summariser

__all__ = ["Estimate", "estimate"]

_CHUNK = 64


@dataclass(frozen=True, slots=True)
class Estimate:
    """How the job's articles stand after reading and sifting, and what those that are to be asked about will take.

    `cached` have their answers in the cache already. `cost` is in US dollars, None where the price is not known.
    """

    counts: Counts
    asked: int
    cached: int
    input_tokens: int
    output_tokens: int
    cost: float | None


def estimate(
    job: Job, names: Sequence[str], summariser: Summariser, options: Options, answers: Answers | None = None
) -> Estimate:
    """Read the archives `names` into the job, sift them, and return what a run would take. Sends nothing.

    Raises JobError, SettingsError, TaskError and ArticleError as a run does.
    """
    take_up(job, options)
    intake = Intake(job, names, options)
    # What has a record keeps it: an estimate is no run, and may be followed by none.
    intake.renew_all(lambda change: None, done_too=False)
    intake.read_all(lambda change: None)
    expectation = expectation_of(job, summariser.task, settings_of(summariser))
    sifter = Sifter(job, summariser.task, summariser.engine, triage=options.triage, copies=options.copies)
    reader = Reader(summariser, answers)
    asked = cached = 0
    read = written = 0.0
    for batch in _batches(job, options):
        for waiting in sifter.sift(batch)[0]:
            if asked + cached == options.limit:
                break
            if reader.is_kept(waiting.article):
                cached += 1
                continue
            asked += 1
            tokens = expectation.tokens(len(waiting.article.text))
            read, written = read + tokens[0], written + tokens[1]
        if asked + cached == options.limit:
            break
    for number in changed(job) if options.retry_changed else ():
        if asked + cached == options.limit:
            break
        asked += 1
        tokens = expectation.tokens(len(job.article(number).text))
        read, written = read + tokens[0], written + tokens[1]
    cost = 0.0 if expectation.free else expectation.price(read, written) if expectation.price else None
    return Estimate(job.counts(), asked, cached, round(read), round(written), cost)


def _batches(job: Job, options: Options) -> Iterator[list[Waiting]]:
    if options.sample is not None:
        yield from sampled(job, options.sample, options.seed)
        return
    last = 0
    while batch := job.pending(_CHUNK, last):
        last = batch[-1].id
        yield batch
