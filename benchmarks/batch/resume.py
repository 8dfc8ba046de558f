"""How long a run takes that finds everything done: the same command again over 100,000 articles.

python -m benchmarks.batch.resume --articles 100000
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
import time
from pathlib import Path

from benchmarks.batch.articles import cores, plain
from summariser.archives.reading import read_source, sources_of
from summariser.articles.article import Article
from summariser.batch.job import Job
from summariser.batch.options import Options
from summariser.batch.reader import identity_of
from summariser.batch.results import Done
from summariser.batch.runner import run
from summariser.pipeline.summariser import Summariser, check


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    count = parser.parse_args().articles
    summariser = Summariser("rules")
    core = cores()[-1]
    record = check(core.answer, Article(core.text, date=core.published))
    with tempfile.TemporaryDirectory() as folder:
        archive, path = Path(folder) / "a.jsonl", Path(folder) / "j.db"
        with archive.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"text": each.text}) + "\n" for each in plain(count, 45))
        with Job.open(path, summariser.task, identity_of(summariser)) as job:
            fill(job, str(archive), record)
        began = time.perf_counter()
        with Job.open(path, summariser.task, identity_of(summariser)) as job:
            standing = asyncio.run(run(job, [str(archive)], summariser, Options()))
        seconds = time.perf_counter() - began
    print(f"{standing.done:,} done articles skipped in {seconds:.2f} s")


def fill(job: Job, archive: str, record: object) -> None:
    """Have every article of the archive done, with the same record each."""
    for source in sources_of([archive]):
        state = job.source(source.name, source.fingerprint)
        items = list(read_source(source))
        for first in range(0, len(items), 1000):
            batch = items[first : first + 1000]
            job.store_many([Done(number, record) for number in job.add(state.id, batch, first)])  # type: ignore[arg-type]
        job.finish_source(state.id)


if __name__ == "__main__":
    main()
