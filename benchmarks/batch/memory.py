"""Resident memory of a job over a short and a long archive, read by the rules: it must be the same.

python -m benchmarks.batch.memory --articles 2000 200000
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.batch.articles import plain
from benchmarks.batch.loopback import ROOT


def peak(count: int, folder: Path) -> tuple[float, float]:
    """Return the peak of resident memory, in MB, and the seconds of a job over so many articles."""
    archive, job = folder / f"{count}.jsonl", folder / f"{count}.db"
    with archive.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": each.text}) + "\n" for each in plain(count))
    command = ["batch", str(archive), "--job", str(job), "--engine", "rules", "--quiet"]
    began = time.perf_counter()
    # Spawned and waited for here, since only wait4 tells the peak of this one process.
    process = os.spawnve(
        os.P_NOWAIT,
        sys.executable,
        [sys.executable, "-m", "summariser", *command],
        {**os.environ, "PYTHONPATH": str(ROOT)},
    )
    _, status, used = os.wait4(process, 0)
    assert status == 0, f"the job ended with {status}"
    return used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024), time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[2000, 200_000])
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        for count in parser.parse_args().articles:
            megabytes, seconds = peak(count, Path(folder))
            peaks.append(megabytes)
            print(f"{count:>9,} articles: {megabytes:6.1f} MB at most, {count / seconds:6.0f} articles/s", flush=True)
    print(f"longest to shortest: {peaks[-1] / peaks[0]:.2f}")


if __name__ == "__main__":
    main()
