"""What citing sentences by number saves: the strong model's answers, beside the same answers with each citation quoted.

    python -m benchmarks.quality.quotes

Counted in characters, since tokenisers differ; a token is about four.
"""

from __future__ import annotations

import json
from typing import Any

from benchmarks.quality.recorded import recorded
from benchmarks.quality.table import GOLD
from summariser import NEGOTIATION, Article
from summariser.evaluation.gold import load_gold


def quoted(value: Any, article: Article) -> Any:
    """Return the answer with the text of each cited sentence in place of its number."""
    if isinstance(value, list):
        return [quoted(item, article) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: [article.sentences[number - 1].text for number in item] if name == "evidence" else quoted(item, article)
        for name, item in value.items()
    }


def main() -> None:
    """Print the lengths, and their ratio."""
    gold = load_gold(GOLD / "test", NEGOTIATION)
    answers = recorded(gold)
    numbers = quotes = 0
    for entry in gold:
        if entry.name in answers:
            answer = json.loads(answers[entry.name].answer or "{}")
            numbers += _length(answer)
            quotes += _length(quoted(answer, entry.article))
    ratio = f"{quotes / numbers:.2f} times" if numbers else "nothing to compare"
    print(f"{len(answers)} answers: {numbers:,} characters with numbers, {quotes:,} with quotes, {ratio}")


def _length(answer: Any) -> int:
    return len(json.dumps(answer, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
