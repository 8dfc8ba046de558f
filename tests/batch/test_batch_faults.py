"""An endpoint with every fault there is: each article ends as a record or a typed failure, and the totals add up."""

import random
import threading
from collections import Counter

from runs import GOOD, archive, asking, rows, run_job, text

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
    """A step that throws dice, and counts."""

    def __init__(self, seed):
        self.dice, self.counts, self.lock = random.Random(seed), Counter(), threading.Lock()

    def __call__(self, handler, request):
        kinds = {**ANSWERED, **BROKEN}
        with self.lock:
            name = self.dice.choice(["good"] * 12 + list(kinds))
            self.counts[name] += 1
        kinds[name](handler, request)


def test_every_article_ends_and_the_totals_add_up(tmp_path):
    faulty, total = Faulty(11), 250
    name, job = archive(tmp_path / "a.jsonl", map(text, range(total))), tmp_path / "j.db"
    with Loopback(faulty) as server:
        engine = asking(server.url, timeout=0.4, transport_retries=3, longest_wait=0.05)
        standing = run_job(job, [name], engine, concurrency=48)
    assert standing.done + standing.failed == total
    assert standing.done > 150
    assert standing.failed > 5
    assert rows(job, "SELECT count(*), count(DISTINCT article_id) FROM attempts") == [(total, total)]
    assert rows(job, "SELECT count(*) FROM records NATURAL JOIN failures") == [(0,)]
    billed = sum(faulty.counts[name] for name in ANSWERED)
    assert rows(job, "SELECT sum(input_tokens), sum(output_tokens) FROM attempts") == [(100 * billed, 20 * billed)]
    kinds = {kind for (kind,) in rows(job, "SELECT DISTINCT kind FROM failures")}
    assert kinds <= {"transport_error", "model_refused", "verification_failed", "answer_cut_off"}
    assert {"model_refused", "answer_cut_off"} <= kinds
