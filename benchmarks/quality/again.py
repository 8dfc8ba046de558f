"""Ask a model for the records of the gold set as the product does, reasks and all, and keep its last answers.

    OPENAI_BASE_URL=http://127.0.0.1:8787/v1 SUMMARISER_MODEL=relay python -m benchmarks.quality.again --split test

Goes on where it stopped. What verification refuses goes back to the model up to twice.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from dataclasses import replace

from benchmarks.quality.answers import Answer, append, load, path_of
from benchmarks.quality.table import GOLD
from summariser import NEGOTIATION
from summariser.engines.llm.engine import LlmEngine
from summariser.errors import EngineError, SettingsError
from summariser.evaluation.gold import Gold, load_gold
from summariser.settings import Settings

NAME = "strong-again"
_BETWEEN = 0.7
"""Seconds between the first requests: whoever answers files takes few connections at a time."""


def main() -> None:
    """Ask, all articles at once."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.again", description=__doc__.split("\n")[0])
    parser.add_argument("--split", choices=["train", "test"], default="test")
    split = parser.parse_args().split
    done = load(path_of(NAME, split))
    todo = [gold for gold in load_gold(GOLD / split, NEGOTIATION) if gold.name not in done]
    try:
        settings = replace(Settings.from_environment(), tries=3, mode="json_schema", timeout=9000.0)
        asyncio.run(_ask_all(todo, settings, split))
    except SettingsError as error:
        sys.exit(str(error))


async def _ask_all(todo: list[Gold], settings: Settings, split: str) -> None:
    async with LlmEngine(settings) as engine:
        asked = [_ask(engine, gold, number * _BETWEEN) for number, gold in enumerate(todo)]
        for number, next_one in enumerate(asyncio.as_completed(asked), start=1):
            answer = await next_one
            print(f"{number} of {len(todo)}: {answer.article} {answer.error or ''}", file=sys.stderr)
            append(path_of(NAME, split), answer)


async def _ask(engine: LlmEngine, gold: Gold, wait: float) -> Answer:
    await asyncio.sleep(wait)
    try:
        reading = await engine.read(gold.article, NEGOTIATION)
    except EngineError as error:
        return Answer(gold.name, None, 0, 0, str(error))
    usage = reading.usage
    return Answer(gold.name, reading.verdict.raw, usage.input_tokens or 0, usage.output_tokens or 0)


if __name__ == "__main__":
    main()
