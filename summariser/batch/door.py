"""The Python door: many articles in, one outcome each out, as they come."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from summariser.archives.items import Item
from summariser.articles.article import Article, as_article
from summariser.batch.answers import key_of
from summariser.batch.job import Job
from summariser.batch.outcome import Outcome
from summariser.batch.pace import Pace
from summariser.batch.reader import Reader, identity_of
from summariser.batch.results import Unsettled, result_of
from summariser.batch.streaks import Streak
from summariser.engines.engine import Engine, Paced
from summariser.errors import ArticleError
from summariser.pipeline.summariser import Summariser
from summariser.tasks.negotiation import NEGOTIATION
from summariser.tasks.task import Task

__all__ = ["asummarise_all", "summarise_all"]

_SOURCE = "summarise_all"


def summarise_all(
    articles: Iterable[Article | str],
    *,
    engine: str | Engine = "auto",
    task: Task | str = NEGOTIATION,
    job: str | Path | None = None,
    concurrency: int = 32,
    keep_verified: bool = False,
) -> Iterator[Outcome]:
    """Yield the outcome of each article, in the order in which they come, not that of `articles`.

    A record that cannot be had is no exception but an outcome with its error; so is a text that is no article.
    `articles` is read as far ahead as `concurrency` asks for, in another thread. With `job`, a path, outcomes are
    stored there, and what has a record there already costs nothing; what has failed is tried again. Raises ArticleError
    where `articles` is a single one, SettingsError, TaskError, JobError, and the EngineError that would befall every
    article, such as a refused key, after a few in a row. Works within a running event loop too.
    """
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="summarise_all", daemon=True)
    thread.start()
    outcomes = asummarise_all(
        articles, engine=engine, task=task, job=job, concurrency=concurrency, keep_verified=keep_verified
    )

    running = asyncio.Lock()

    async def following() -> Outcome | None:
        async with running:
            return await anext(outcomes, None)

    async def close() -> None:
        # A step that was cancelled comes to its end first: a generator cannot be closed while it runs.
        async with running:
            await outcomes.aclose()

    try:
        while True:
            future = asyncio.run_coroutine_threadsafe(following(), loop)
            outcome = future.result()
            if outcome is None:
                return
            yield outcome
    finally:
        future.cancel()
        asyncio.run_coroutine_threadsafe(close(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def asummarise_all(
    articles: Iterable[Article | str],
    *,
    engine: str | Engine = "auto",
    task: Task | str = NEGOTIATION,
    job: str | Path | None = None,
    concurrency: int = 32,
    keep_verified: bool = False,
) -> AsyncGenerator[Outcome, None]:
    """Yield the outcome of each article as it comes; `summarise_all` inside an event loop."""
    _refuse_one(articles)
    summariser = Summariser(engine, task=task, keep_verified=keep_verified)
    if isinstance(summariser.engine, Paced):
        summariser.engine.pace_by(Pace(concurrency))
    under_way: set[asyncio.Task[Outcome]] = set()
    with ExitStack() as stack:
        shelf = (
            _Shelf(stack.enter_context(Job.open(Path(job), summariser.task, identity_of(summariser)))) if job else None
        )
        reader = Reader(summariser)
        passage = _Passage(shelf)
        try:
            for article in _looked_up(articles, shelf, summariser.task):
                if isinstance(article, Outcome):
                    yield article
                    continue
                under_way.add(asyncio.create_task(reader.read(article)))
                if len(under_way) >= concurrency:
                    ended, under_way = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
                    for outcome in passage.take(ended):
                        yield outcome
            while under_way:
                ended, under_way = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
                for outcome in passage.take(ended):
                    yield outcome
            for outcome in passage.end():
                yield outcome
        finally:
            for reading in under_way:
                reading.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)
            await summariser.aclose()


def _refuse_one(articles: object) -> None:
    """Raise ArticleError for a single article: the characters of a text would be taken for so many articles."""
    if isinstance(articles, (str, bytes, Article)):
        raise ArticleError("one article was given where several were expected; pass a list: summarise_all([article])")


def _looked_up(articles: Iterable[Article | str], shelf: _Shelf | None, task: Task) -> Iterator[Article | Outcome]:
    """Yield each of `articles` that is to be read, or its outcome: one that is kept, or why it is no article."""
    for number, given in enumerate(articles, 1):
        try:
            article = as_article(given)
        except ArticleError as error:
            yield Outcome(None, error=ArticleError(f"article {number:,} of those given: {error}"))
            continue
        kept = shelf.find(article, task) if shelf else None
        yield kept or article


class _Shelf:
    """The job as a place where outcomes are kept, by article."""

    def __init__(self, job: Job) -> None:
        self._job = job
        job.reset_failed()
        state = job.source(_SOURCE, "")
        self._source, self._items = state.id, state.items
        self._ids: dict[int, int] = {}

    def find(self, article: Article, task: Task) -> Outcome | None:
        """Return the outcome that is there already; else make a place for it, and return None."""
        key = key_of(article, b"").hex()[:32]
        self._job.add(self._source, [Item(key, article)], self._items)
        self._items += 1
        found = "SELECT id, json FROM articles LEFT JOIN records ON article_id = id WHERE source_id = ? AND key = ?"
        ((number, json),) = self._job.rows(found, (self._source, key))
        if json is not None:
            return Outcome(article, task.record.model_validate_json(json), cached=True)
        self._ids[id(article)] = number
        return None

    def keep(self, outcome: Outcome) -> None:
        """Store an outcome."""
        number = self._ids.pop(id(outcome.article), None)
        pending = number is not None and list(
            self._job.rows("SELECT 1 FROM articles WHERE id = ? AND state = 'pending'", (number,))
        )
        if number is not None and pending:
            self._job.store_many([result_of(number, outcome)])


class _Passage:
    """Lets outcomes through, and raises the error that would befall every article."""

    def __init__(self, shelf: _Shelf | None) -> None:
        self._shelf = shelf
        self._streak = Streak()
        self._held: dict[int, Outcome] = {}
        self._count = 0

    def take(self, ended: Iterable[asyncio.Task[Outcome]]) -> Iterator[Outcome]:
        for reading in ended:
            outcome = reading.result()
            self._count += 1
            self._held[self._count] = outcome
            yield from self._through(self._streak.take(result_of(self._count, outcome)))

    def end(self) -> Iterator[Outcome]:
        yield from self._through(self._streak.end())

    def _through(self, results: Iterable[object]) -> Iterator[Outcome]:
        for result in results:
            outcome = self._held.pop(result.article_id)  # type: ignore[attr-defined]
            if isinstance(result, Unsettled):
                continue
            if self._shelf:
                self._shelf.keep(outcome)
            yield outcome
        if self._streak.error:
            raise self._streak.error
