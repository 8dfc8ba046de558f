"""Ten thousand articles against a server where each of nine faults befalls one request in ten.

    python -m benchmarks.batch.faults --articles 10000 --faults 0.1

Every article must end as a record or a typed failure, none twice, and the tokens must add up, article by article, to
what the server has billed. On a busy machine an answer is now and then sent just as the time-out ends the wait: the
server bills it, and nobody ever has it whole. Client and server number the requests, each in a book of its own, so that
these are told apart from answers that the job would have lost. Exit code 1 where anything is left over.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

from benchmarks.batch.articles import articles
from benchmarks.batch.loopback import MODEL, counted, loopback
from benchmarks.batch.noting import Noting
from benchmarks.batch.server import USAGE
from summariser.batch.job import Job
from summariser.batch.options import Options
from summariser.batch.reader import identity_of
from summariser.batch.runner import run
from summariser.engines.llm.engine import LlmEngine
from summariser.pipeline.summariser import Summariser
from summariser.settings import Settings
from summariser.tasks.negotiation import NEGOTIATION

_SPENT = """
SELECT substr(key, 2) - 1, count(attempts.id), total(input_tokens), total(output_tokens)
FROM articles LEFT JOIN attempts ON article_id = articles.id GROUP BY articles.id
"""


async def run_job(url: str, archive: Path, path: Path, time_out: float) -> tuple[Noting, dict[str, Any]]:
    """Run the job with short time-outs and waits, and return what the client and what the server say of its requests.

    The client keeps its connections to the end: where it hangs up, a time-out has ended a wait. That may be the wait of
    a next request, not sent yet, so hang-ups can be more than answers that were late.
    """
    settings = Settings(base_url=url, model=MODEL, timeout=time_out, transport_retries=4, longest_wait=0.2, tries=3)
    noting = Noting(httpx2.AsyncHTTPTransport(limits=httpx2.Limits(keepalive_expiry=None)))
    async with httpx2.AsyncClient(transport=noting) as client, Summariser(LlmEngine(settings, http_client=client)) as s:
        with Job.open(path, NEGOTIATION, identity_of(s)) as job:
            await run(job, [str(archive)], s, Options(concurrency=64, copies="off"))
        await asyncio.sleep(1.0)
        return noting, counted(url)


@dataclass(frozen=True)
class Books:
    """What server, client and job say of the answers: how many by article, and of which kind."""

    billed: Counter[int]
    """As the server has billed them."""
    unseen: Counter[int]
    """Those of them that the client never had whole."""
    unexplained: int
    """Those of these after which the server saw no hang-up."""
    stored: dict[int, tuple[int, int, int]]
    """What the job holds of each article: calls of the engine, tokens in and out."""

    @classmethod
    def of(cls, server: dict[str, Any], noting: Noting, job: Job) -> Books:
        book = {int(number): int(article) for number, article in server["book"].items()}
        unseen = {number: article for number, article in book.items() if number not in noting.whole}
        unexplained = len(unseen.keys() - {int(number) for number in server["hang_ups"]})
        stored = {int(article): tuple(map(int, spent)) for article, *spent in job.rows(_SPENT)}
        return cls(Counter(book.values()), Counter(unseen.values()), unexplained, stored)  # type: ignore[arg-type]

    def faults(self, count: int) -> list[str]:
        """Return where the books disagree, line by line."""
        lines = [f"{self.unexplained} answers never arrived, and nobody hung up on them"] if self.unexplained else []
        lines += [f"article {article} is not in the job" for article in range(count) if article not in self.stored]
        for article, (calls, read, written) in sorted(self.stored.items()):
            due = self.billed[article] - self.unseen[article]
            if calls != 1:
                lines.append(f"article {article} was read {calls} times")
            if (read, written) != (due * USAGE[0], due * USAGE[1]):
                answers = f"{self.billed[article]} answers billed, {self.unseen[article]} of them never seen whole"
                lines.append(f"article {article}: {answers}; {read:,} tokens in and {written:,} out in the job")
        return lines


def told(books: Books, server: dict[str, Any], noting: Noting, job: Job) -> list[str]:
    """Print the reconciliation, and return what does not close."""
    counts, spent = job.counts(), job.spent()
    kinds = dict(job.rows("SELECT kind, count(*) FROM failures GROUP BY kind ORDER BY 2 DESC"))
    asked, billed, hung_up, unseen = server["requests"], server["billed"], len(server["hang_ups"]), books.unseen.total()
    print(f"articles: {counts.done:,} records, {counts.failed:,} failures {kinds}, {counts.pending:,} pending")
    print(f"requests: {noting.asked:,} sent by the job, {asked:,} seen by the server")
    print(f"answers:  {billed:,} billed by the server, of which {unseen:,} came when a time-out had ended the wait:")
    print(f"          so many never arrived whole, says the client; after {hung_up:,} it hung up, says the server")
    rows = (("in", server["input_tokens"], spent.input_tokens), ("out", server["output_tokens"], spent.output_tokens))
    for (name, due, stored), each in zip(rows, USAGE, strict=True):
        left = due - unseen * each - stored
        print(f"tokens {name}: {due:,} billed - {unseen * each:,} never arrived - {stored:,} in the job = {left:,}")
    faults = books.faults(len(server["articles"]))
    if counts.done + counts.failed != counts.total:
        faults.append(f"{counts.total - counts.done - counts.failed} articles have not ended")
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=200)
    parser.add_argument("--faults", type=float, default=0.1)
    parser.add_argument("--time-out", type=float, default=0.5, help="seconds; a server that hangs has them all")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, loopback(0.01, asked.faults) as url:
        archive, path = Path(folder) / "a.jsonl", Path(folder) / "j.db"
        with archive.open("w", encoding="utf-8") as file:
            for each in articles(asked.articles, asked.words):
                file.write(json.dumps({"text": each.text, "date": str(each.date)}) + "\n")
        began = time.perf_counter()
        noting, server = asyncio.run(run_job(url, archive, path, asked.time_out))
        print(f"{asked.articles:,} articles in {time.perf_counter() - began:.0f} s")
        with Job.inspect(path) as job:
            faults = told(Books.of(server, noting, job), server, noting, job)
    for line in faults[:20]:
        print(line, file=sys.stderr)
    print(f"the books do not close: {len(faults)} faults" if faults else "the books close: nothing lost, nothing twice")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
