"""A run of a job: items → ledger → triage, copies → cache → engine → verdict → record → store.

A thread reads the archives into the job, those first that are not as they were. The feeder takes pending articles from
the job, sifts them and hands on what is to be read; as many workers read as requests may be under way; the storer
commits what they bring, as it comes. The queues between them are short: whoever is slowest sets the pace, and memory
stays as it is however long the archive.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from summariser.batch.answers import Answer, Answers
from summariser.batch.choosing import sampled
from summariser.batch.intake import Intake, take_up
from summariser.batch.interrupts import interruptible
from summariser.batch.job import Counts, Job, Waiting
from summariser.batch.money import Budget, budget_of, expectation_of
from summariser.batch.options import Options
from summariser.batch.outcome import Outcome
from summariser.batch.pace import Pace
from summariser.batch.reader import Reader, settings_of
from summariser.batch.results import Result, result_of
from summariser.batch.sifting import Sifter
from summariser.batch.standing import Standing, Watch, unwatched
from summariser.batch.streaks import Streak
from summariser.engines.engine import Paced
from summariser.pipeline.summariser import Summariser

__all__ = ["run"]

T = TypeVar("T")
_CHUNK = 64
_MOST_STORED = 256
_EVERY = 0.25


async def run(
    job: Job,
    names: Sequence[str],
    summariser: Summariser,
    options: Options,
    *,
    answers: Answers | None = None,
    watch: Watch = unwatched,
) -> Standing:
    """Read the archives `names` into the job, have its pending articles read, and return where it stands then.

    Raises JobError, SettingsError, TaskError, ArticleError, and the EngineError that would befall every article; what
    was answered until then is stored, and the rest stays pending. The first Ctrl-C ends the run when what is in flight
    is stored, the second at once; `stopping` says so.
    """
    return await _Run(job, summariser, options, answers, watch).run(names)


class _Run:
    """One run. All but the intake's thread and the job's thread happens in the event loop."""

    def __init__(
        self, job: Job, summariser: Summariser, options: Options, answers: Answers | None, watch: Watch
    ) -> None:
        self._job, self._summariser, self._options, self._answers = job, summariser, options, answers
        self._watch = watch
        self._reader = Reader(summariser, answers)
        self._sifter = Sifter(job, summariser.task, summariser.engine, triage=options.triage, copies=options.copies)
        self._expectation = expectation_of(job, summariser.task, settings_of(summariser))
        self._budget = self._begin_budget()
        take_up(job, options)
        self._standing = Standing.of(job.counts(), job.spent())
        self._streak = Streak()
        self._to_read: asyncio.Queue[Waiting | None] = asyncio.Queue(options.concurrency)
        self._to_store: asyncio.Queue[Result | None] = asyncio.Queue(_MOST_STORED)
        self._changed = asyncio.Event()
        self._store = ThreadPoolExecutor(1, "store")
        self._parts: list[asyncio.Task[None]] = []
        self._handed_on = self._interrupts = 0
        self._renewed = False

    async def run(self, names: Sequence[str]) -> Standing:
        """See `run`."""
        self._intake = Intake(self._job, names, self._options)
        self._standing.broken = self._intake.broken
        self._set_pace()
        storing = asyncio.create_task(self._store_all())
        # Where nothing can be stored nothing must be paid for.
        storing.add_done_callback(lambda _: self._end_at_once())
        showing = asyncio.create_task(self._show())
        try:
            with interruptible(self._interrupted):
                try:
                    await self._read_all()
                finally:
                    await self._end_storing(storing)
        finally:
            showing.cancel()
            self._store.shutdown()
            self._tell()
        if self._streak.error:
            raise self._streak.error
        return self._standing

    async def _read_all(self) -> None:
        try:
            async with asyncio.TaskGroup() as parts:
                work = [self._take_in(), self._feed(), *(self._work() for _ in range(self._options.concurrency))]
                self._parts = [parts.create_task(part) for part in work]
        except ExceptionGroup as several:
            raise several.exceptions[0] from None

    # Archives → job

    async def _take_in(self) -> None:
        await self._intake.renew(self._took_in)
        self._renewed = True
        self._changed.set()
        await self._intake.read(self._took_in)
        self._standing.reading = False
        self._changed.set()

    def _took_in(self, change: Counts) -> None:
        self._standing.add(change)
        self._changed.set()

    # Job → what is to be read

    async def _feed(self) -> None:
        async for batch in self._batches():
            worth, settled = await self._in_store(partial(self._sifter.sift, batch))
            for result in settled:
                self._standing.settle(result)
            for waiting in worth:
                if not await self._may_read(waiting):
                    break
                await self._to_read.put(waiting)
            if self._standing.stopping:
                break
        for _ in range(self._options.concurrency):
            await self._to_read.put(None)

    async def _batches(self) -> AsyncIterator[list[Waiting]]:
        """Yield the pending articles in order, and wait for more as long as archives are being read."""
        if self._options.sample is not None:
            while self._standing.reading and not self._standing.stopping:
                await self._change()
            for batch in sampled(self._job, self._options.sample, self._options.seed):
                yield batch
            return
        while not self._renewed and not self._standing.stopping:
            await self._change()
        last = 0
        while not self._standing.stopping:
            whole = not self._standing.reading
            batch = await self._in_store(partial(self._job.pending, _CHUNK, last))
            if batch:
                last = batch[-1].id
                yield batch
            elif whole:
                return
            else:
                await self._change()

    async def _may_read(self, waiting: Waiting) -> bool:
        """Return whether an article may be read now; wait where its money depends on what is in flight."""
        if self._options.limit is not None and self._handed_on >= self._options.limit:
            self._stop("limit")
        while self._budget and not self._standing.stopping:
            if self._budget.reserve(self._expectation.cost(len(waiting.article.text)) or 0.0):
                break
            if self._budget.in_flight == 0:
                self._stop("budget")
            else:
                await self._change()
        if self._standing.stopping:
            return False
        self._handed_on += 1
        return True

    # Reading

    async def _work(self) -> None:
        while waiting := await self._to_read.get():
            if self._standing.stopping in ("interrupted", "error"):
                continue
            self._standing.in_flight += 1
            try:
                outcome = await self._reader.read(waiting.article)
            finally:
                self._standing.in_flight -= 1
            await self._finished(waiting, outcome)

    async def _finished(self, waiting: Waiting, outcome: Outcome) -> None:
        usage = outcome.usage
        if not outcome.cached:
            self._expectation.learn(len(waiting.article.text), usage)
            self._standing.pay(usage)
        if self._budget:
            nothing_sent = outcome.cached or not usage.attempts
            self._budget.settle(0.0 if nothing_sent else usage.cost)
        for ready in self._streak.take(result_of(waiting.id, outcome)):
            await self._to_store.put(ready)
        if self._streak.error:
            self._stop("error")
        self._changed.set()

    # Results → job

    async def _store_all(self) -> None:
        ended = False
        while not ended:
            batch = [await self._to_store.get()]
            while len(batch) < _MOST_STORED and not self._to_store.empty():
                batch.append(self._to_store.get_nowait())
            results = [result for result in batch if result is not None]
            ended = len(results) < len(batch)
            fresh = self._reader.take_fresh()
            await self._in_store(partial(self._commit, results, fresh))
            for result in results:
                self._standing.settle(result)

    def _commit(self, results: list[Result], fresh: list[tuple[bytes, Answer]]) -> None:
        # The answers first: what was paid for is then found again, even if the job's disk is full.
        if self._answers and fresh:
            self._answers.put(fresh)
        if results:
            self._job.store_many(results)

    async def _end_storing(self, storing: asyncio.Task[None]) -> None:
        """Have the storer store what is ready. Raises what it raised."""
        for result in (*self._streak.end(), None):
            if not storing.done():
                await self._to_store.put(result)
        await storing

    async def _in_store(self, work: Callable[[], T]) -> T:
        """Run `work` in the one thread that changes the job while archives are read in another."""
        return await asyncio.get_running_loop().run_in_executor(self._store, work)

    # Pace and end

    def _begin_budget(self) -> Budget | None:
        if self._options.budget is None:
            return None
        spent = self._job.spent().cost or 0.0
        return budget_of(self._options.budget, spent, self._expectation, settings_of(self._summariser))

    def _set_pace(self) -> None:
        options, engine = self._options, self._summariser.engine
        if isinstance(engine, Paced):
            requests, tokens = options.requests_per_minute, options.tokens_per_minute
            engine.pace_by(Pace(options.concurrency, requests=requests, tokens=tokens))

    async def _change(self) -> None:
        """Wait until something has happened since the last time; only the feeder does."""
        await self._changed.wait()
        self._changed.clear()

    def _stop(self, why: str) -> None:
        """Hand on nothing more; what is in flight goes on to its end."""
        self._standing.stopping = self._standing.stopping or why
        self._intake.stop()
        self._changed.set()

    def _interrupted(self) -> None:
        self._interrupts += 1
        self._stop("interrupted")
        self._tell()
        if self._interrupts > 1:
            self._end_at_once()

    def _end_at_once(self) -> None:
        for part in self._parts:
            part.cancel()

    async def _show(self) -> None:
        while True:
            await asyncio.sleep(_EVERY)
            self._tell()

    def _tell(self) -> None:
        self._standing.cost_to_come = self._expectation.mean_cost(self._standing.pending)
        self._watch(self._standing)
