"""A job that is killed at twenty random moments and resumed each time, beside one that nobody disturbs.

    python -m benchmarks.batch.kill --kills 20

The records must be the same, and no more requests may be sent twice than were in flight, or not yet committed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.batch.articles import articles
from benchmarks.batch.loopback import MODEL, ROOT, counted, loopback
from summariser.batch.job import Job

AT_ONCE = 32


def begin(url: str, archive: Path, job: Path) -> subprocess.Popen[bytes]:
    """Begin a run as a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENAI_BASE_URL": url, "SUMMARISER_MODEL": MODEL}
    command = ["batch", str(archive), "--job", str(job), "--concurrency", str(AT_ONCE), "--no-cache", "--quiet"]
    return subprocess.Popen([sys.executable, "-m", "summariser", *command], env=environment)


def records(job_file: Path) -> dict[str, object]:
    """Return the records of a job by article, without what differs from run to run."""
    found = {}
    with Job.inspect(job_file) as job:
        for key, text in job.rows("SELECT key, json FROM records JOIN articles ON articles.id = article_id"):
            record = json.loads(text)
            del record["provenance"]["usage"]
            found[key] = record
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "a.jsonl"
        with archive.open("w", encoding="utf-8") as file:
            for each in articles(asked.articles, 450):
                file.write(json.dumps({"text": each.text, "date": str(each.date)}) + "\n")
        with loopback(0.05) as url:
            assert begin(url, archive, Path(folder) / "whole.db").wait() == 0
        with loopback(0.05) as url:
            for _ in range(asked.kills):
                run = begin(url, archive, Path(folder) / "killed.db")
                until = counted(url).get("requests", 0) + dice.randrange(1, asked.articles // asked.kills)
                while counted(url).get("requests", 0) < until and run.poll() is None:
                    time.sleep(dice.uniform(0.001, 0.02))
                run.kill()
                run.wait()
            assert begin(url, archive, Path(folder) / "killed.db").wait() == 0
            requests = counted(url)["requests"]
        whole, killed = records(Path(folder) / "whole.db"), records(Path(folder) / "killed.db")
    again = requests - asked.articles
    print(f"{asked.kills} kills: {again} requests again, {again / asked.kills:.1f} a kill, at most {AT_ONCE} in flight")
    assert whole == killed, "the records differ"
    assert again <= asked.kills * 2 * AT_ONCE, "more was paid again than was in flight"
    print(f"the {len(killed):,} records are the same as those of the run that nobody disturbed")


if __name__ == "__main__":
    main()
