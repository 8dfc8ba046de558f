"""The gold set, read by several engines: one table.

    python -m benchmarks.quality --split test

The answers of the small model are on file in `answers/`, as `benchmarks.quality.ask` received them; each is verified
anew, as a fresh answer would be. The strong model's are those of `cassettes/gold_set/`.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.quality.answers import Answer, load, path_of
from benchmarks.quality.recorded import recorded
from benchmarks.quality.table import GOLD, by_rules, score, table, tokens, unverified, verified
from benchmarks.quality.variants import VARIANTS
from summariser import NEGOTIATION
from summariser.evaluation.gold import Gold, load_gold

Answers = Mapping[str, Answer]


_BLOCK = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)


def main() -> None:
    """Print the table, or put it between the figures' marks of a page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__.split("\n")[0])
    parser.add_argument("--split", choices=["train", "test"], default="test")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the table between the figures' marks of a page")
    asked = parser.parse_args()
    told = side_by_side(load_gold(GOLD / asked.split, NEGOTIATION), asked.split)
    if asked.write:
        page = asked.write.read_text(encoding="utf-8")
        asked.write.write_text(_BLOCK.sub(lambda _: f"{told}\n", page), encoding="utf-8")
    else:
        print(told)


def side_by_side(gold: Sequence[Gold], split: str) -> str:
    """Return the table. Where a model has read only some of the articles, there is a second one of those alone."""
    strong = recorded(gold)
    small = {name: answers for name in VARIANTS if (answers := load(path_of(name, split)))}
    tables = [_table(gold, {}, strong)]
    if small:
        read = [entry for entry in gold if all(entry.name in answers for answers in small.values())]
        tables.append(_table(read, small, strong))
    return "\n\n".join(tables)


def _table(gold: Sequence[Gold], small: Mapping[str, Answers], strong: Answers) -> str:
    columns, spent = [score(gold, by_rules(gold), "rules")], {}
    for name, answers in small.items():
        columns.append(score(gold, unverified(gold, answers), f"{name}, unverified"))
        columns.append(score(gold, verified(gold, answers), f"{name}, verified"))
        spent[columns[-1].engine] = tokens(answers)
    if gold and all(entry.name in strong for entry in gold):
        columns.append(score(gold, unverified(gold, strong), "strong model, unverified"))
        columns.append(score(gold, verified(gold, strong), "strong model, verified"))
        spent[columns[-1].engine] = tokens(strong)
    off = sum(not entry.on_topic for entry in gold)
    return f"{len(gold)} articles, {off} of them off the topic:\n\n{table(columns, spent)}"


if __name__ == "__main__":
    main()
