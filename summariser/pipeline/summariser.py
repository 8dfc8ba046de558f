"""The Python door: one article in, one record out."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Self, TypeVar, overload

from summariser.articles.article import Article
from summariser.engines.choice import choose_engine
from summariser.engines.engine import Choosy, Engine, Reading, Watch, unwatched
from summariser.engines.outside import given_reading
from summariser.errors import SettingsError
from summariser.models.record import NegotiationRecord, Record
from summariser.pipeline.record import build_record
from summariser.tasks.negotiation import NEGOTIATION
from summariser.tasks.task import Task

__all__ = ["Summariser", "asummarise", "check", "summarise"]

_T = TypeVar("_T")


class Summariser:
    """An engine and a task, ready for many articles.

    `engine` is one of "auto" (the model that the environment configures, else the rules), "llm", "rules", or an Engine
    of your own. With `keep_verified` an answer that does not hold gives the record without the claims that failed,
    which lists them; without, it raises VerificationFailed. Use as an async context manager, or call `aclose`, to
    release the engine's connections. Raises SettingsError where the engine does not read for the task.
    """

    def __init__(self, engine: str | Engine = "auto", *, task: Task = NEGOTIATION, keep_verified: bool = False) -> None:
        self.engine = choose_engine(engine) if isinstance(engine, str) else engine
        if isinstance(self.engine, Choosy):
            self.engine.check_task(task)
        self.task = task
        self.keep_verified = keep_verified

    async def asummarise(self, article: Article | str, *, watch: Watch = unwatched) -> Record:
        """Return the record of one article. Raises ArticleError, EngineError and its kinds, TaskError, SettingsError.

        `watch` is called with the engine's Progress while it works.
        """
        if isinstance(article, str):
            article = Article(article)
        return self.record_of(await self.engine.read(article, self.task, watch), article)

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
    article: Article | str, *, engine: str | Engine = "auto", task: Task, keep_verified: bool = False
) -> Any: ...
def summarise(
    article: Article | str, *, engine: str | Engine = "auto", task: Task = NEGOTIATION, keep_verified: bool = False
) -> Any:
    """Return the verified record of one article; see Summariser for the arguments and the errors."""
    return Summariser(engine, task=task, keep_verified=keep_verified).summarise(article)


@overload
async def asummarise(
    article: Article | str, *, engine: str | Engine = "auto", keep_verified: bool = False
) -> NegotiationRecord: ...
@overload
async def asummarise(
    article: Article | str, *, engine: str | Engine = "auto", task: Task, keep_verified: bool = False
) -> Any: ...
async def asummarise(
    article: Article | str, *, engine: str | Engine = "auto", task: Task = NEGOTIATION, keep_verified: bool = False
) -> Any:
    """Return the verified record of one article; `summarise` inside an event loop."""
    async with Summariser(engine, task=task, keep_verified=keep_verified) as summariser:
        return await summariser.asummarise(article)


def check(answer: str, article: Article | str, *, task: Task = NEGOTIATION, keep_verified: bool = False) -> Record:
    """Return the record that an answer from elsewhere makes, a chat window say, verified as an engine's own would be.

    Raises VerificationFailed as `summarise` does.
    """
    if isinstance(article, str):
        article = Article(article)
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
