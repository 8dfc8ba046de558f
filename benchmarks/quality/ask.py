"""Ask a small model for the records of the gold set, once for each article, and keep what it answers.

    OPENAI_BASE_URL=http://127.0.0.1:8080/v1 SUMMARISER_MODEL=qwen2.5-coder-1.5b-instruct \\
        python -m benchmarks.quality.ask hints --split test

Goes on where it stopped. Temperature 0, seed 0, one try, 3,072 tokens at most for each call.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from typing import Any

from openai import OpenAI, OpenAIError

from benchmarks.quality.answers import Answer, append, load, path_of
from benchmarks.quality.table import GOLD
from benchmarks.quality.variants import VARIANTS, Messages, Variant
from summariser import NEGOTIATION
from summariser.engines.llm.modes import first_request
from summariser.evaluation.gold import Gold, load_gold
from summariser.settings import Settings

LONGEST = 3072


class _CutOffError(Exception):
    """The answer reached the limit."""


def main() -> None:
    """Ask, eight at once at most."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.ask", description=__doc__.split("\n")[0])
    parser.add_argument("variant", choices=list(VARIANTS))
    parser.add_argument("--split", choices=["train", "test"], default="train")
    parser.add_argument("--articles", type=int, help="so many of them, always the same")
    parser.add_argument("--at-once", type=int, default=4)
    asked = parser.parse_args()
    settings = Settings.from_environment()
    if settings.model is None:
        sys.exit("no model is configured: set SUMMARISER_MODEL and OPENAI_BASE_URL")
    client = OpenAI(base_url=settings.base_url, api_key=settings.api_key or "none", timeout=3600, max_retries=0)
    path = path_of(asked.variant, asked.split)
    done = load(path)
    chosen = sorted(load_gold(GOLD / asked.split, NEGOTIATION), key=_shuffled)[: asked.articles]
    todo = [gold for gold in chosen if gold.name not in done]
    one = partial(_ask, client, settings.model, VARIANTS[asked.variant])
    with ThreadPoolExecutor(asked.at_once) as pool:
        answers = as_completed([pool.submit(one, gold) for gold in todo])
        for number, answer in enumerate((each.result() for each in answers), start=1):
            print(f"{number} of {len(todo)}: {answer.article} {answer.error or ''}", file=sys.stderr)
            append(path, answer)


def _ask(client: OpenAI, model: str, variant: Variant, gold: Gold) -> Answer:
    read, written = 0, 0

    def call(messages: Messages, schema: dict[str, Any] = NEGOTIATION.draft_schema) -> str:
        request = first_request(messages, NEGOTIATION, "json_schema")
        request["response_format"]["json_schema"]["schema"] = schema
        reply: Any = client.chat.completions.create(
            model=model, temperature=0, seed=0, max_completion_tokens=LONGEST, **request
        )
        nonlocal read, written
        read, written = read + reply.usage.prompt_tokens, written + reply.usage.completion_tokens
        if reply.choices[0].finish_reason == "length":
            raise _CutOffError(f"cut off after {LONGEST} tokens")
        return str(reply.choices[0].message.content)

    try:
        answer, error = variant(call, gold.article), None
    except (_CutOffError, OpenAIError) as failure:
        answer, error = None, str(failure)
    return Answer(gold.name, answer, read, written, error)


def _shuffled(gold: Gold) -> str:
    return hashlib.sha1(gold.name.encode(), usedforsecurity=False).hexdigest()


if __name__ == "__main__":
    main()
