"""The Python door: one article in, one record out."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Self, TypeVar, overload

from summariser.articles.article import Article, as_article
from summariser.engines.choice import ENGINES, choose_engine
from summariser.engines.engine import Choosy, Engine, Reading, Watch, unwatched
from summariser.engines.outside import given_reading
from summariser.errors import SettingsError
from summariser.models.record import NegotiationRecord, Record
from summariser.pipeline.corroboration import check_corroborates, check_second_reader
from summariser.pipeline.record import build_record
from summariser.tasks.loading import as_task
from summariser.tasks.negotiation import NEGOTIATION
from summariser.tasks.task import Task

__all__ = ["Summariser", "asummarise", "check", "summarise"]

_T = TypeVar("_T")


class Summariser:
    """An engine and a task, ready for many articles.

    `engine` is one of "auto" (the model that the environment configures, else the rules), "llm", "rules", or an Engine
    of your own; `task` is a Task, or the name of one as on the command line. With `keep_verified` an answer that does
    not hold gives the record without the claims that failed, which lists them; without, it raises VerificationFailed.
    Use as an async context manager, or call `aclose`, to release the engine's connections. Raises TaskError and
    SettingsError where there is no such task or engine, or the engine does not read for the task.
    """

    def __init__(
        self, engine: str | Engine = "auto", *, task: Task | str = NEGOTIATION, keep_verified: bool = False
    ) -> None:
        self.task = as_task(task)
        self.engine = choose_engine(engine) if isinstance(engine, str) else engine
        if not isinstance(self.engine, Engine):
            raise SettingsError(
                f"an engine is one of {', '.join(ENGINES)}, or an Engine of your own, not {engine!r:.80}"
            )
        if isinstance(self.engine, Choosy):
            self.engine.check_task(self.task)
        check_corroborates(self.task, self.engine)
        self.keep_verified = keep_verified

    async def asummarise(self, article: Article | str, *, watch: Watch = unwatched) -> Record:
        """Return the record of one article. Raises ArticleError, EngineError and its kinds, TaskError, SettingsError.

        `watch` is called with the engine's Progress while it works.
        """
        article = as_article(article)
        return self.record_of(await self.read(article, watch=watch), article)

    async def read(self, article: Article, *, watch: Watch = unwatched) -> Reading:
        """Return the engine's reading of an article. Raises EngineError, before anything is spent where no reading of
        it could make a record.
        """
        check_second_reader(self.task, article)
        return await self.engine.read(article, self.task, watch)

    @property
    def keeps_what_holds(self) -> bool:
        """Whether an answer that does not hold gives a record without what failed: asked for, or the engine's way."""
        return self.keep_verified or self.engine.drops_refused

    def record_of(self, reading: Reading, article: Article) -> Record:
        """Return the record that a reading of the engine makes. Raises VerificationFailed."""
        return build_record(reading, article, self.task, self.engine.name, keep_verified=self.keeps_what_holds)

    def summarise(self, article: Article | str, *, watch: Watch = unwatched) -> Record:
        """Return the record of one article; as `asummarise`, outside an event loop."""

        async def once() -> Record:
            try:
                return await self.asummarise(article, watch=watch)
            finally:
                # Connections belong to the event loop that opened them, and this one ends here.
                await self.aclose()

        return _run(once())

    async def aclose(self) -> None:
        """Release the engine's connections; it opens new ones when used again."""
        close = getattr(self.engine, "aclose", None)
        if close is not None:
            await close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()


@overload
def summarise(
    article: Article | str, *, engine: str | Engine = "auto", keep_verified: bool = False
) -> NegotiationRecord: ...
@overload
def summarise(
    article: Article | str, *, engine: str | Engine = "auto", task: Task | str, keep_verified: bool = False
) -> Any: ...
def summarise(
    article: Article | str,
    *,
    engine: str | Engine = "auto",
    task: Task | str = NEGOTIATION,
    keep_verified: bool = False,
) -> Any:
    """Return the verified record of one article; see Summariser for the arguments and the errors."""
    return Summariser(engine, task=task, keep_verified=keep_verified).summarise(article)


@overload
async def asummarise(
    article: Article | str, *, engine: str | Engine = "auto", keep_verified: bool = False
) -> NegotiationRecord: ...
@overload
async def asummarise(
    article: Article | str, *, engine: str | Engine = "auto", task: Task | str, keep_verified: bool = False
) -> Any: ...
async def asummarise(
    article: Article | str,
    *,
    engine: str | Engine = "auto",
    task: Task | str = NEGOTIATION,
    keep_verified: bool = False,
) -> Any:
    """Return the verified record of one article; `summarise` inside an event loop."""
    async with Summariser(engine, task=task, keep_verified=keep_verified) as summariser:
        return await summariser.asummarise(article)


def check(
    answer: str, article: Article | str, *, task: Task | str = NEGOTIATION, keep_verified: bool = False
) -> Record:
    """Return the record that an answer from elsewhere makes, a chat window say, verified as an engine's own would be.

    `answer` is the text with its JSON object. Raises what `summarise` raises, where no engine is at fault.
    """
    if not isinstance(answer, str):
        raise SettingsError(
            f"an answer is the text that a model gave, not {type(answer).__name__}; write json.dumps(…)"
        )
    article, task = as_article(article), as_task(task)
    check_corroborates(task)
    reading = given_reading(answer, article, task)
    return build_record(reading, article, task, "given", keep_verified=keep_verified)


def _run(coroutine: Coroutine[Any, Any, _T]) -> _T:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass
    else:
        coroutine.close()
        raise SettingsError("summarise() cannot run inside an event loop; use `await asummarise(...)` there")
    return asyncio.run(coroutine)
