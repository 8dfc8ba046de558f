"""The strong model's answers: the last one of each cassette of the gold set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from benchmarks.quality.answers import Answer
from summariser.evaluation.gold import Gold

CASSETTES = Path(__file__).parents[2] / "cassettes" / "gold_set"
TEST = "test_an_article_of_the_gold_set_makes_a_record_that_holds"


def recorded(gold: Sequence[Gold]) -> dict[str, Answer]:
    """Return the answers by article, with the tokens that the tries before them took as well."""
    answers: dict[str, Answer] = {}
    for entry in gold:
        cassette = CASSETTES / f"{TEST}[{entry.name}].yaml"
        if not cassette.exists():
            continue
        bodies = [
            one["response"]["json"] for one in yaml.safe_load(cassette.read_text(encoding="utf-8"))["interactions"]
        ]
        read, written = (sum(body["usage"][name] for body in bodies) for name in ("prompt_tokens", "completion_tokens"))
        answers[entry.name] = Answer(entry.name, bodies[-1]["choices"][0]["message"]["content"], read, written)
    return answers
