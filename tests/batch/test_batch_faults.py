"""An endpoint with every fault there is: each article ends as a record or a typed failure, and the totals add up."""

import random
import threading

import httpx2
from runs import GOOD, PRICED, archive, rows, run_job, text

from benchmarks.batch.noting import Noting
from benchmarks.batch.server import NUMBER
from summariser.engines.llm.engine import LlmEngine
from summariser.settings import Settings
from tests.loopback import Loopback, answer, drip, hang, raw, reset, status, truncated

ANSWERED = {
    "good": answer(GOOD),
    "garbage": answer("I found {no} vote."),
    "refusal": answer("", refusal="I would rather not."),
    "wrong schema": answer('{"motion": 3}'),
    "cut off": answer(GOOD[:20], finish="length"),
}
"""Answers that are paid for: 100 tokens in and 20 out each."""
BROKEN = {
    "too many": status(429, headers={"retry-after-ms": "20"}),
    "broken": status(500),
    "reset": reset(),
    "hang": hang(),
    "truncated": truncated(),
    "half of a reply": raw(200, '{"choices": [{"mess'),
    "drip": drip(0.05),
}


class Faulty:
    """A step that throws dice, and keeps a book of the requests that it bills."""

    def __init__(self, seed):
        self.dice, self.billed, self.lock = random.Random(seed), set(), threading.Lock()

    def __call__(self, handler, request):
        kinds = {**ANSWERED, **BROKEN}
        with self.lock:
            name = self.dice.choice(["good"] * 12 + list(kinds))
            if name in ANSWERED:
                self.billed.add(int(handler.headers[NUMBER]))
        kinds[name](handler, request)


class Noted(LlmEngine):
    """An engine that notes which answers came whole: on a busy machine one may come as the time-out ends the wait."""

    def __init__(self, settings):
        self.noting = Noting(httpx2.AsyncHTTPTransport())
        self.own = httpx2.AsyncClient(transport=self.noting)
        super().__init__(settings, http_client=self.own)

    async def aclose(self):
        await super().aclose()
        await self.own.aclose()


def test_every_article_ends_and_the_totals_add_up(tmp_path):
    faulty, total = Faulty(11), 250
    name, job = archive(tmp_path / "a.jsonl", map(text, range(total))), tmp_path / "j.db"
    with Loopback(faulty) as server:
        hasty = {"timeout": 0.4, "transport_retries": 3, "longest_wait": 0.05}
        engine = Noted(Settings(base_url=server.url, model=PRICED, **hasty))
        standing = run_job(job, [name], engine, concurrency=48)
    assert standing.done + standing.failed == total
    assert standing.done > 150
    assert standing.failed > 5
    assert rows(job, "SELECT count(*), count(DISTINCT article_id) FROM attempts") == [(total, total)]
    assert rows(job, "SELECT count(*) FROM records NATURAL JOIN failures") == [(0,)]
    had = len(faulty.billed & engine.noting.whole)
    assert had > 200
    assert rows(job, "SELECT sum(input_tokens), sum(output_tokens) FROM attempts") == [(100 * had, 20 * had)]
    kinds = {kind for (kind,) in rows(job, "SELECT DISTINCT kind FROM failures")}
    assert kinds <= {"transport_error", "model_refused", "verification_failed", "answer_cut_off"}
    assert {"model_refused", "answer_cut_off"} <= kinds
