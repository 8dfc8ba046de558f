"""Ours beside its peers, in one process and one run, on loopback: time and processor time an article.

    python -m benchmarks.batch.speed                      # 1,000 articles of 450 words, 200 ms, 128 in flight
    python -m benchmarks.batch.speed --articles 300 --rounds 2

`ours` is a whole job: numbering, prompt, request, verification, copies, cache, store. `openai` is the bare client that
sends the same messages and schema, ready made, and looks at nothing; `instructor` is its client under `gather`;
`langextract` takes part where it is installed. The peers take turns, `--rounds` times; the least of each is told, which
other load on the machine disturbs least.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import instructor
import openai

from benchmarks.batch.articles import articles
from benchmarks.batch.langextracting import ABSENT, langextracted
from benchmarks.batch.loopback import MODEL, loopback
from summariser.articles.article import Article
from summariser.batch.answers import Answers
from summariser.batch.job import Job
from summariser.batch.options import Options
from summariser.batch.reader import identity_of
from summariser.batch.runner import run
from summariser.engines.llm.engine import LlmEngine
from summariser.engines.llm.modes import first_request
from summariser.pipeline.summariser import Summariser
from summariser.prompting.render import render
from summariser.settings import Settings
from summariser.tasks.negotiation import NEGOTIATION

AT_ONCE = 128
Peer = Callable[[str, list[Article]], Awaitable[int]]


async def ours(url: str, given: list[Article]) -> int:
    """Run a job over an archive of the articles."""
    with tempfile.TemporaryDirectory() as folder:
        archive, job_file = Path(folder) / "a.jsonl", Path(folder) / "j.db"
        lines = (json.dumps({"text": each.text, "date": str(each.date)}) for each in given)
        archive.write_text("\n".join(lines), encoding="utf-8")
        started.append(time.perf_counter())
        busy.append(time.process_time())
        answers = Answers(Path(folder) / "answers.db")
        async with Summariser(LlmEngine(Settings(base_url=url, model=MODEL))) as summariser:
            with Job.open(job_file, NEGOTIATION, identity_of(summariser)) as job:
                options = Options(concurrency=AT_ONCE)
                standing = await run(job, [str(archive)], summariser, options, answers=answers)
        answers.close()
    return standing.done


async def bare(url: str, given: list[Article]) -> int:
    """Send the same requests with the openai client alone."""
    form = first_request([], NEGOTIATION, "json_schema")["response_format"]
    messages = {article.id: render(article, NEGOTIATION).messages for article in given}
    started.append(time.perf_counter())
    busy.append(time.process_time())
    async with openai.AsyncOpenAI(base_url=url, api_key="none", max_retries=0) as client:

        async def one(article: Article) -> bool:
            create: Any = client.chat.completions.create
            asked = {"messages": messages[article.id], "response_format": form}
            reply = await create(model=MODEL, temperature=0, max_completion_tokens=8192, seed=0, **asked)
            return bool(reply.choices[0].message.content)

        return await gathered(one, given)


async def instructed(url: str, given: list[Article]) -> int:
    """Send the same messages with instructor, which validates the answer and looks at no article."""
    messages = {article.id: render(article, NEGOTIATION).messages for article in given}
    started.append(time.perf_counter())
    busy.append(time.process_time())
    async with openai.AsyncOpenAI(base_url=url, api_key="none", max_retries=0) as plain:
        client = instructor.from_openai(plain, mode=instructor.Mode.JSON_SCHEMA)

        async def one(article: Article) -> bool:
            create: Any = client.chat.completions.create
            asked = {"messages": messages[article.id], "response_model": NEGOTIATION.draft}
            return bool(await create(model=MODEL, temperature=0, max_completion_tokens=8192, seed=0, **asked))

        return await gathered(one, given)


async def extracted(url: str, given: list[Article]) -> int:
    """Have langextract extract from the same articles."""
    return await langextracted(url, given, AT_ONCE, started, busy)


async def gathered(one: Callable[[Article], Awaitable[bool]], given: list[Article]) -> int:
    """Return how many of all articles went well, so many at once."""
    places = asyncio.Semaphore(AT_ONCE)

    async def placed(article: Article) -> bool:
        async with places:
            return await one(article)

    return sum(await asyncio.gather(*map(placed, given)))


started: list[float] = []
busy: list[float] = []
PEERS: dict[str, Peer] = {"openai": bare, "ours": ours, "instructor": instructed}
if ABSENT is None:
    PEERS["langextract"] = extracted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--words", type=int, default=450)
    parser.add_argument("--delay", type=float, default=0.2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", choices=list(PEERS), default=list(PEERS))
    asked = parser.parse_args()
    seconds: dict[str, list[float]] = {name: [] for name in asked.only}
    milliseconds: dict[str, list[float]] = {name: [] for name in asked.only}
    with loopback(asked.delay) as url:
        for name in asked.only:
            asyncio.run(PEERS[name](url, list(articles(20, asked.words))))
        for _ in range(asked.rounds):
            for name in asked.only:
                # New articles each time, so that nobody has what an earlier round left behind.
                given = list(articles(asked.articles, asked.words))
                gc.collect()
                good = asyncio.run(PEERS[name](url, given))
                seconds[name].append(time.perf_counter() - started[-1])
                milliseconds[name].append((time.process_time() - busy[-1]) * 1000 / asked.articles)
                assert good == asked.articles, f"{name}: {good} of {asked.articles} went well"
    for name in asked.only:
        rate = asked.articles / min(seconds[name])
        cpu = min(milliseconds[name])
        print(f"{name:<12}{rate:8.0f} articles/s   {cpu:6.2f} ms of processor time an article")
    if {"ours", "openai"} <= set(asked.only):
        print(f"processor time, ours to openai: {min(milliseconds['ours']) / min(milliseconds['openai']):.2f}")
    for name in asked.only:
        if "ours" in asked.only and name in ("instructor", "langextract"):
            print(f"throughput, ours to {name}: {min(seconds[name]) / min(seconds['ours']):.2f}")
    if ABSENT:
        print(ABSENT)


if __name__ == "__main__":
    main()
