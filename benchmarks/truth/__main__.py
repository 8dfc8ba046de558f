"""The command: plant, judge, count, and print."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path

from benchmarks.pages import write_figures
from benchmarks.truth import peers as other_tools
from benchmarks.truth.figures import as_json, falsehoods, truths
from benchmarks.truth.gold import GOLD, SPLITS, load
from benchmarks.truth.kinds import KINDS, planted
from benchmarks.truth.run import Judged, judge, judge_truths
from benchmarks.truth.table import shown, table
from summariser.tasks.negotiation import NEGOTIATION


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.truth", description="Planted falsehoods: who notices?")
    add = parser.add_argument
    add("--seed", type=int, default=1)
    add("--kind", action="append", choices=list(KINDS), help="only this kind; may be repeated")
    add("--split", choices=SPLITS, help="only this half of the gold set; without it, --show shows train")
    add("--gold", type=Path, default=GOLD, help="the folder of the gold set")
    add("--show", type=int, metavar="N", help="print some N accepted falsehoods a kind, and N refused truths, instead")
    add("--strict", action="store_true", help="what verification doubts is refused as well")
    add(
        "--corroborate",
        action="store_true",
        help="with --strict, what a second reading doesn't bear out is refused too",
    )
    add("--no-peers", action="store_true", help="ours alone, which is much faster")
    add("--json", action="store_true")
    add("--markdown", action="store_true")
    add("--write", type=Path, metavar="PAGE", help="put the tables between the figures' marks of a page")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    entries = load(asked.gold, (asked.split,) if asked.split else SPLITS)
    task = replace(NEGOTIATION, strict=asked.strict, corroborated=asked.corroborate)
    false = judge(planted(entries, asked.seed, asked.kind), entries, task)
    true = judge_truths(entries, task)
    if asked.show is not None:
        show(false, true, asked.show, asked.split or "train")
        return
    peers = {} if asked.no_peers else other_tools.present()
    rows, true_rows = falsehoods(false, peers), truths(true, peers)
    if asked.json:
        figures = {"falsehoods": as_json(rows, "accepted"), "truths": as_json(true_rows, "refused")}
        print(json.dumps({"seed": asked.seed, "articles": len(entries), **figures}, indent=1))
        return
    markdown = asked.markdown or bool(asked.write)
    page = "\n\n".join(
        (
            f"{len(entries)} articles, {len(false):,} falsehoods and {len(true):,} truths, seed {asked.seed}"
            + "".join(f"; {name} {other_tools.version(name)}" for name in peers if "," not in name),
            table(rows, "falsehoods", "accepted", markdown=markdown),
            table(true_rows, "truths", "refused", markdown=markdown),
        )
    )
    if asked.write:
        write_figures(asked.write, page)
    else:
        print(page)
    for line in [] if asked.no_peers else other_tools.absent():
        print(line, file=sys.stderr)


def show(false: list[Judged], true: list[Judged], most: int, split: str) -> None:
    """Print what was accepted and what was refused by mistake, for those who mend guards."""
    leaks = [each for each in false if not each.refused and each.claim.entry.split == split]
    for kind, found in groupby(leaks, key=lambda each: each.case.kind if each.case else ""):
        accepted = list(found)
        print(f"== {kind}: {len(accepted)} accepted\n")
        # Spread over all of them, as neighbours in the list are from one article.
        for each in islice(accepted, 0, None, max(1, len(accepted) // max(1, most))):
            print(shown(each), end="\n\n")
    refused = [each for each in true if each.refused and each.claim.entry.split == split]
    guards = Counter(guard for each in refused for guard in {fault.guard for fault in each.faults})
    by_guard = ", ".join(f"{guard} {count}" for guard, count in guards.most_common())
    print(f"== truths: {len(refused)} refused; by guard: {by_guard}\n")
    for each in refused[:most]:
        print(shown(each), end="\n\n")


if __name__ == "__main__":
    main()
