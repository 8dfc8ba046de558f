"""What the tests of runs share: a tiny task, an archive of articles about it, and a run of a job over them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from summariser.articles.article import Article
from summariser.batch.answers import Answers
from summariser.batch.job import Job
from summariser.batch.options import Options
from summariser.batch.reader import identity_of
from summariser.batch.runner import run
from summariser.batch.standing import Standing, unwatched
from summariser.engines.engine import Engine
from summariser.engines.llm.engine import LlmEngine
from summariser.models.claims import Model
from summariser.pipeline.summariser import Summariser
from summariser.settings import Settings
from summariser.tasks.task import Task


class Vote(Model):
    """A vote."""

    motion: Annotated[str, Field(max_length=80)]
    ayes: Annotated[int, Field(ge=0)]


VOTE = Task(name="vote", version="v1", draft=Vote, subject="a vote")
GOOD = json.dumps({"motion": "the harbour motion", "ayes": 14})
PRICED = "gpt-4o-mini"
"""A model that has a list price, under which the loopback server may go."""
_NOUNS = "barge crane dredger ferry jetty lighter mole pier quay slipway tug wharf buoy dock keel lock".split()


def text(number: int) -> str:
    """Return an article that no other is like."""
    words = [f"{_NOUNS[(number * 7 + step * step) % 16]}{number}x{step}" for step in range(45)]
    return f"Article {number} reports a vote on {' '.join(words)}."


def archive(path: Path, texts: Sequence[str]) -> str:
    """Write an archive of JSON Lines and return its name."""
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    return str(path)


def asking(url: str, **settings: Any) -> LlmEngine:
    """Return an engine that asks the server at `url`."""
    given = {"base_url": url, "model": PRICED, "timeout": 5, "transport_retries": 2, **settings}
    return LlmEngine(Settings(**given))


def run_job(
    path: Path,
    names: Sequence[str],
    engine: Engine,
    *,
    task: Task = VOTE,
    answers: Answers | None = None,
    **options: Any,
) -> Standing:
    """Run a job and return where it stands."""

    async def once() -> Standing:
        async with Summariser(engine, task=task) as summariser:
            with Job.open(path, task, identity_of(summariser)) as job:
                watch: Callable[[Standing], None] = options.pop("watch", unwatched)
                return await run(job, names, summariser, Options(**options), answers=answers, watch=watch)

    return asyncio.run(once())


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query to a job."""
    with Job.inspect(path) as job:
        return list(job.rows(query))


def number_of(article: Article) -> int:
    """Return the number of an article of `text`."""
    return int(article.text.split()[1])
