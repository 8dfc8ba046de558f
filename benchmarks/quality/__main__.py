"""The gold set, read by several engines: one table.

    python -m benchmarks.quality

The answers of the small model are on file in `answers/`, as `benchmarks.quality.ask` received them; each is verified
anew, as a fresh answer would be. The strong model's are those of `cassettes/gold_set/`, and what `again` received.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.pages import write_figures
from benchmarks.quality import again
from benchmarks.quality.answers import Answer, load, path_of
from benchmarks.quality.recorded import recorded
from benchmarks.quality.table import GOLD, Records, by_rules, score, table, tokens, unverified, verified
from benchmarks.quality.variants import VARIANTS
from summariser import NEGOTIATION
from summariser.evaluation.gold import Gold, load_gold

Answers = Mapping[str, Answer]
SPLITS = ["test", "train"]
AGAIN = {again.NAME: "strong model, asked again", f"{again.NAME}-v3": "strong model, v3, asked again"}


def main() -> None:
    """Print the table, or put it between the figures' marks of a page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__.split("\n")[0])
    parser.add_argument("--split", choices=SPLITS, help="only this half of the gold set; both without it")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the table between the figures' marks of a page")
    asked = parser.parse_args()
    chosen = [asked.split] if asked.split else SPLITS
    told = "\n\n".join(side_by_side(load_gold(GOLD / split, NEGOTIATION), split) for split in chosen)
    if asked.write:
        write_figures(asked.write, told)
    else:
        print(told)


def side_by_side(gold: Sequence[Gold], split: str) -> str:
    """Return the table. Where a small model has read only some of the articles, there is a second one of those."""
    rules = by_rules(gold)
    strong = {name: answers for name, answers in _strong(gold, split).items() if answers}
    small = {name: answers for name in VARIANTS if (answers := load(path_of(name, split)))}
    tables = [_table(gold, split, rules, strong)] if strong or not small else []
    if small:
        read = [entry for entry in gold if all(entry.name in answers for answers in small.values())]
        tables.append(_table(read, split, rules, small))
    return "\n\n".join(tables)


def _strong(gold: Sequence[Gold], split: str) -> dict[str, Answers]:
    """Return the strong model's answers: the first ones, and the last ones where verification's faults went back."""
    last = {title: load(path_of(name, split)) for name, title in AGAIN.items()}
    return {"strong model": recorded(gold), **last}


def _table(gold: Sequence[Gold], split: str, rules: Records, models: Mapping[str, Answers]) -> str:
    columns, spent = [score(gold, rules, "rules")], {}
    for name, answers in models.items():
        if name not in AGAIN.values():  # what it was asked again about has been verified before
            columns.append(score(gold, unverified(gold, answers), f"{name}, unverified"))
        columns.append(score(gold, verified(gold, answers), f"{name}, verified"))
        spent[columns[-1].engine] = tokens(answers)
    off = sum(not entry.on_topic for entry in gold)
    return f"{len(gold)} articles, {split}, {off} of them off the topic:\n\n{table(columns, spent)}"


if __name__ == "__main__":
    main()
