"""How strict is strict enough: what each level of strictness accepts of the false, and what it refuses of the true.

    python -m benchmarks.truth.levels

The same cases as `python -m benchmarks.truth`, three times: as it is, with doubts refused (`--strict`), and with what a
second reading does not bear out refused as well (`--strict --corroborate`). It takes some minutes.
"""

from __future__ import annotations

from dataclasses import replace

from benchmarks.truth.figures import Row, falsehoods, total, truths
from benchmarks.truth.gold import SPLITS, load
from benchmarks.truth.kinds import planted
from benchmarks.truth.run import judge, judge_truths
from benchmarks.truth.table import rate
from summariser.tasks.negotiation import NEGOTIATION

LEVELS = {
    "standard": NEGOTIATION,
    "strict": replace(NEGOTIATION, strict=True),
    "strict and corroborated": replace(NEGOTIATION, strict=True, corroborated=True),
}


def main() -> None:
    """Print the table as Markdown: percentages of train and test."""
    entries = load()
    cases = planted(entries, seed=1)
    columns = {}
    for level, task in LEVELS.items():
        judged, untouched = judge(cases, entries, task), judge_truths(entries, task)
        false, true = falsehoods(judged, {}), truths(untouched, {})
        # Whoever refuses everything accepts nothing false: so also among the claims that would pass if they were true.
        passing = {(each.claim.entry.slug, each.claim.path) for each in untouched if not each.refused}
        fair = [each for each in judged if (each.claim.entry.slug, each.claim.path) in passing]
        columns[level] = {
            **{f"accepted: {_named(row)}": row for row in [*false, total(false)]},
            "accepted: all, of claims that pass when true": total(falsehoods(fair, {})),
            **{f"refused: {_named(row)}": row for row in [*true, total(true)]},
        }
    print(f"| % of train / test | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}")
    for name in next(iter(columns.values())):
        print(f"| {name} | {' | '.join(_rates(rows[name]) for rows in columns.values())} |")


def _named(row: Row) -> str:
    return row.name.replace("_", " ")


def _rates(row: Row) -> str:
    return " / ".join(rate(row.ours[split]) or "–" for split in SPLITS)


if __name__ == "__main__":
    main()
