"""Ask a model for the records of the gold set as the product does, reasks and all, and keep its last answers.

    OPENAI_BASE_URL=http://127.0.0.1:8787/v1 SUMMARISER_MODEL=relay python -m benchmarks.quality.again --split test
    ... python -m benchmarks.quality.again --split test --task negotiation/v3      # with another prompt

Goes on where it stopped. What verification refuses goes back to the model up to twice.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.quality.answers import Answer, append, load, path_of
from benchmarks.quality.table import GOLD
from summariser.engines.llm.engine import LlmEngine
from summariser.errors import EngineError, SettingsError, TaskError
from summariser.evaluation.gold import Gold, load_gold
from summariser.settings import Settings
from summariser.tasks.loading import load_task
from summariser.tasks.negotiation import NEGOTIATION
from summariser.tasks.task import Task

NAME = "strong-again"
"""What the answers to the default prompt are filed as; those to another have its version behind it."""
_BETWEEN = 0.7
"""Seconds between the first requests: whoever answers files takes few connections at a time."""


def main() -> None:
    """Ask, all articles at once."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.again", description=__doc__.split("\n")[0])
    parser.add_argument("--split", choices=["train", "test"], default="test")
    parser.add_argument("--task", default=NEGOTIATION.name, help="with another prompt: negotiation/v3")
    asked = parser.parse_args()
    try:
        task = load_task(asked.task)
        settings = replace(Settings.from_environment(), tries=3, mode="json_schema", timeout=9000.0)
        asyncio.run(_ask_all(task, settings, path_of(name_of(task), asked.split), asked.split))
    except (SettingsError, TaskError) as error:
        sys.exit(str(error))


def name_of(task: Task) -> str:
    """Return what the answers to a task's prompt are filed as."""
    version = task.prompt.rpartition("/")[2]
    return NAME if task.prompt == NEGOTIATION.prompt else f"{NAME}-{version}"


async def _ask_all(task: Task, settings: Settings, path: Path, split: str) -> None:
    done = load(path)
    todo = [gold for gold in load_gold(GOLD / split, task) if gold.name not in done]
    async with LlmEngine(settings) as engine:
        asked = [_ask(engine, task, gold, number * _BETWEEN) for number, gold in enumerate(todo)]
        for number, next_one in enumerate(asyncio.as_completed(asked), start=1):
            answer = await next_one
            print(f"{number} of {len(todo)}: {answer.article} {answer.error or ''}", file=sys.stderr)
            append(path, answer)


async def _ask(engine: LlmEngine, task: Task, gold: Gold, wait: float) -> Answer:
    await asyncio.sleep(wait)
    try:
        reading = await engine.read(gold.article, task)
    except EngineError as error:
        return Answer(gold.name, None, 0, 0, str(error))
    usage = reading.usage
    return Answer(gold.name, reading.verdict.raw, usage.input_tokens or 0, usage.output_tokens or 0)


if __name__ == "__main__":
    main()
