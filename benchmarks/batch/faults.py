"""Ten thousand articles against a server where each of nine faults befalls one request in ten.

    python -m benchmarks.batch.faults --articles 10000 --faults 0.1

Every article must end as a record or a typed failure, none twice, and the tokens must add up to what the server says
it has billed. Where a busy machine answers just as the time-out ends, an answer is billed and never seen: `--time-out 2
--late 0` shows that nothing else is lost.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
import time
from pathlib import Path

from benchmarks.batch.articles import articles
from benchmarks.batch.loopback import MODEL, counted, loopback
from benchmarks.batch.server import USAGE
from summariser.batch.job import Job
from summariser.batch.options import Options
from summariser.batch.reader import identity_of
from summariser.batch.runner import run
from summariser.batch.standing import Standing
from summariser.engines.llm.engine import LlmEngine
from summariser.pipeline.summariser import Summariser
from summariser.settings import Settings
from summariser.tasks.negotiation import NEGOTIATION


async def job_of(url: str, archive: Path, path: Path, time_out: float) -> Standing:
    """Run the job with short time-outs and waits."""
    settings = Settings(base_url=url, model=MODEL, timeout=time_out, transport_retries=4, longest_wait=0.2, tries=3)
    async with Summariser(LlmEngine(settings)) as summariser:
        with Job.open(path, NEGOTIATION, identity_of(summariser)) as job:
            return await run(job, [str(archive)], summariser, Options(concurrency=64, copies="off"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=200)
    parser.add_argument("--faults", type=float, default=0.1)
    parser.add_argument("--time-out", type=float, default=0.5, help="seconds; a server that hangs has them all")
    parser.add_argument("--late", type=float, default=0.001, help="share of answers that may cross the time-out")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, loopback(0.01, asked.faults) as url:
        archive, path = Path(folder) / "a.jsonl", Path(folder) / "j.db"
        with archive.open("w", encoding="utf-8") as file:
            for each in articles(asked.articles, asked.words):
                file.write(json.dumps({"text": each.text, "date": str(each.date)}) + "\n")
        began = time.perf_counter()
        standing = asyncio.run(job_of(url, archive, path, asked.time_out))
        seconds = time.perf_counter() - began
        server = counted(url)
        with Job.inspect(path) as job:
            spent, counts = job.spent(), job.counts()
            kinds = dict(job.rows("SELECT kind, count(*) FROM failures GROUP BY kind ORDER BY 2 DESC"))
            ((attempts, distinct),) = job.rows("SELECT count(*), count(DISTINCT article_id) FROM attempts")
    print(f"{asked.articles:,} articles in {seconds:.0f} s: {counts}")
    print(f"failures: {kinds}")
    print(f"server: { {name: count for name, count in server.items() if name != 'articles'} }")
    assert counts.done + counts.failed == asked.articles == standing.total
    assert attempts == distinct == asked.articles, "an article was read twice, or never"
    assert len(server["articles"]) == asked.articles
    late = (server["input_tokens"] - spent.input_tokens) / USAGE[0]
    print(f"billed {server['billed']:,} answers, of which {late:g} came when the time-out had just ended the wait")
    assert server["output_tokens"] - spent.output_tokens == late * USAGE[1]
    assert 0 <= late <= asked.late * server["billed"]
    print("every article has ended, none twice; the tokens add up to what the server billed")


if __name__ == "__main__":
    main()
