"""The strong model's answers: one in each cassette of the gold set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from benchmarks.quality.answers import Answer
from summariser.evaluation.gold import Gold

CASSETTES = Path(__file__).parents[2] / "cassettes" / "gold_set"
TEST = "test_an_article_of_the_gold_set_makes_a_record_that_holds"


def recorded(gold: Sequence[Gold]) -> dict[str, Answer]:
    """Return the answers by article."""
    answers: dict[str, Answer] = {}
    for entry in gold:
        cassette = CASSETTES / f"{TEST}[{entry.name}].yaml"
        if not cassette.exists():
            continue
        (exchange,) = yaml.safe_load(cassette.read_text(encoding="utf-8"))["interactions"]
        body = exchange["response"]["json"]
        said, usage = body["choices"][0]["message"]["content"], body["usage"]
        answers[entry.name] = Answer(entry.name, said, usage["prompt_tokens"], usage["completion_tokens"])
    return answers
