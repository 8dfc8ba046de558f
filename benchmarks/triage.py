"""How many negotiations `--triage` keeps, and how many other articles it skips.

    python -m benchmarks.triage tests/gold/train tests/gold/more tests/gold/test

Takes gold folders, each article with whether it reports a negotiation.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from summariser import NEGOTIATION
from summariser.batch.sifting import why_not
from summariser.evaluation.gold import load_gold


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.triage", description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--names", action="store_true", help="Name the negotiations that are lost.")
    options = parser.parse_args()
    gold = [entry for folder in options.folders for entry in load_gold(folder, NEGOTIATION)]
    kept = {entry.name: why_not(entry.article) is None for entry in gold}
    negotiations = [entry.name for entry in gold if entry.on_topic]
    others = [entry.name for entry in gold if not entry.on_topic]
    lost = [name for name in negotiations if not kept[name]]
    found = len(negotiations) - len(lost)
    print(f"{found} of {len(negotiations)} negotiations are kept: {found / max(len(negotiations), 1):.1%}")
    print(f"{sum(not kept[name] for name in others)} of {len(others)} other articles are skipped")
    if options.names and lost:
        print(f"lost: {', '.join(sorted(lost))}")


if __name__ == "__main__":
    main()
