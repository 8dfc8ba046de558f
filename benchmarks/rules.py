"""How fast the rules read: drafting and verification of the gold articles to train on.

    python -m benchmarks.rules

Each article is read as if for the first time, already in memory, best of some rounds; processor time.
"""

from __future__ import annotations

import argparse
import asyncio
import time

from benchmarks.quality.table import GOLD
from summariser import NEGOTIATION, Article
from summariser.engines.rules.drafting import draft_of
from summariser.engines.rules.engine import RulesEngine
from summariser.evaluation.gold import load_gold

WORDS = 450


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rules", description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    articles = [entry.article for entry in load_gold(GOLD / "train", NEGOTIATION) if entry.on_topic]
    words = sum(len(article.text.split()) for article in articles)
    drafted = min(_seconds(articles, reading=False) for _ in range(rounds))
    read = min(_seconds(articles, reading=True) for _ in range(rounds))
    print(f"{len(articles)} negotiations of {words / len(articles):.0f} words; best of {rounds} rounds")
    print(f"on a machine that takes {_sum():.1f} ms for sum(range(1_000_000))")
    for name, seconds in (("drafted", drafted), ("read: drafted, then verified", read)):
        each = seconds / words * WORDS
        print(f"{name:<30}{1000 * each:5.1f} ms of processor time for {WORDS} words{1 / each:7.0f} articles/s a core")


def _seconds(articles: list[Article], *, reading: bool) -> float:
    fresh = [Article(each.text, title=each.title, date=each.date) for each in articles]
    started = time.process_time()
    if reading:
        asyncio.run(_read(fresh))
    else:
        for article in fresh:
            draft_of(article)
    return time.process_time() - started


async def _read(articles: list[Article]) -> None:
    engine = RulesEngine()
    for article in articles:
        await engine.read(article, NEGOTIATION)


def _sum() -> float:
    started = time.process_time()
    sum(range(1_000_000))
    return 1000 * (time.process_time() - started)


if __name__ == "__main__":
    main()
