"""Falsehoods of the wild: what readers said of claims of a small model and of the rules, and what passed verification.

    python -m benchmarks.truth.wild

A 1.5B model answered news articles about negotiations, one try each, temperature 0: 40 in the first set, from whose
falsehoods guards were made, 20 in the second, 18 in the third, 35 in the fourth and 33 in the fifth;
each was first measured when the guards that came of the one before were made. Readers who knew nothing of the
guards judged every claim against its article.
`judgements.jsonl` holds one claim a line: the article's digest, the claim's path, the verdict, the kind of falsehood,
and whether it passed (whole, in part, or refused) with `--keep-verified` on the day of the table: in standard mode, in
strict mode, and in strict mode with `--corroborate`. The rules read the articles of the second and third sets; of what
they draft, only what passes was judged. The articles are not ours and are not here.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "judgements.jsonl"
MODES = {"standard": "standard", "strict": "strict", "corroborated": "strict and corroborated"}
SETS = {
    "first": "first set",
    "second": "second set",
    "third": "third set",
    "fourth": "fourth set",
    "fifth": "fifth set",
    "rules": "second set, by the rules",
    "rules, third": "third set, by the rules",
}


def main() -> None:
    """Print the tables as Markdown."""
    rows = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]
    print(f"| | articles | claims | true | {' | '.join(f'passed, {mode} | of them true' for mode in MODES.values())} |")
    print("|---|---|---|---|" + "---|---|" * len(MODES))
    for name, title in SETS.items():
        chosen = [row for row in rows if row["set"] == name]
        cells = [len({row["article"] for row in chosen}), len(chosen), _share(chosen)]
        for mode in MODES:
            passed = [row for row in chosen if row.get(mode) == "whole"]
            # The rules cannot be corroborated by themselves.
            cells += [len(passed), _share(passed)] if mode in chosen[0] else ["", ""]
        print(f"| {title} | {' | '.join(map(str, cells))} |")
    for mode in ("standard", "corroborated"):
        _by_kind(rows, mode)
    print(f"\n| falsehood | {' | '.join(f'given, {name} | passed, strict' for name in SETS)} |")
    print("|---|" + "---|---|" * len(SETS))
    for falsehood, _ in Counter(row["falsehood"] for row in rows if row["falsehood"]).most_common():
        cells = []
        for name in SETS:
            chosen = [row for row in rows if row["set"] == name and row["falsehood"] == falsehood]
            cells += [len(chosen), sum(row["strict"] == "whole" for row in chosen)]
        print(f"| {falsehood.replace('_', ' ')} | {' | '.join(map(str, cells))} |")


def _by_kind(rows: list[dict[str, Any]], mode: str) -> None:
    """Print how many claims of each kind passed in a mode, true and false ones."""
    sets = [name for name in SETS if any(row["set"] == name and mode in row for row in rows)]
    print(f"\n| of what passed, {MODES[mode]} | {' | '.join(f'{name}: true | false' for name in sets)} |")
    print("|---|" + "---|---|" * len(sets))
    passed = [(row, row["claim"].partition("[")[0]) for row in rows if row.get(mode) == "whole"]
    for kind in dict.fromkeys(row["claim"].partition("[")[0] for row in rows):
        counts = Counter((row["set"], row["verdict"]) for row, its_kind in passed if its_kind == kind)
        cells = [counts[name, verdict] for name in sets for verdict in ("true", "false")]
        print(f"| {kind} | {' | '.join(map(str, cells))} |")


def _share(rows: list[dict[str, Any]]) -> str:
    """The share of true claims among those that are true or false; arguable ones are left out."""
    counts = Counter(row["verdict"] for row in rows)
    judged = counts["true"] + counts["false"]
    return f"{counts['true']} ({100 * counts['true'] / judged:.0f} %)" if judged else "–"


if __name__ == "__main__":
    main()
