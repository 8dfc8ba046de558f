"""A tiny task and article, and ways to have the engine read it against a server that answers as told."""

import asyncio
import json
from collections.abc import Callable
from typing import Annotated, Any

import httpx2
import pytest
from pydantic import Field

from summariser.articles.article import Article
from summariser.engines.engine import Reading, Watch, unwatched
from summariser.engines.llm.engine import LlmEngine
from summariser.engines.llm.transport import Clock
from summariser.models.claims import Model
from summariser.settings import Settings
from summariser.tasks.task import Task

KEY = "sk-test-0123456789abcdef"


class Vote(Model):
    """A vote."""

    motion: Annotated[str, Field(max_length=80)]
    ayes: Annotated[int, Field(ge=0)]


VOTE = Task(name="vote count", version="v1", draft=Vote, subject="a vote")
ARTICLE = Article("The council of Averdale voted on Monday. The harbour motion passed with 14 ayes.")
GOOD = json.dumps({"motion": "the harbour motion", "ayes": 14})
BAD = json.dumps({"motion": "the harbour motion"})


class Sleeps(list[float]):
    """The waits that were asked for, none of which is waited."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


@pytest.fixture
def sleeps() -> Sleeps:
    return Sleeps()


@pytest.fixture
def read(sleeps: Sleeps) -> Callable[..., Reading]:
    """Read the article once: `url` is the server's, `watch` whoever watches; the rest are settings."""

    def read(url: str, watch: Watch = unwatched, task: Task = VOTE, **settings: Any) -> Reading:
        chosen = Settings(**{"base_url": url, "model": "m", "api_key": KEY, "timeout": 10, **settings})

        async def once() -> Reading:
            async with LlmEngine(chosen, clock=Clock(now=lambda: 1_000_000_000.0, sleep=sleeps)) as engine:
                return await engine.read(ARTICLE, task, watch)

        return asyncio.run(once())

    return read


@pytest.fixture
def read_reply(sleeps: Sleeps) -> Callable[..., Reading]:
    """Read the article once from a transport that answers each request with `respond`; the rest are settings."""

    def read_reply(
        respond: Callable[[httpx2.Request], httpx2.Response], watch: Watch = unwatched, **settings: Any
    ) -> Reading:
        chosen = Settings(**{"base_url": "http://api.test/v1", "model": "m", "api_key": KEY, **settings})

        async def once() -> Reading:
            async with httpx2.AsyncClient(transport=httpx2.MockTransport(respond)) as client:
                engine = LlmEngine(chosen, http_client=client, clock=Clock(sleep=sleeps))
                return await engine.read(ARTICLE, VOTE, watch)

        return asyncio.run(once())

    return read_reply
