"""A random sample of a job's articles, the same for the same seed in whichever run, however far the job has come."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from hashlib import blake2b

from summariser.batch.job import Job, Waiting

__all__ = ["sampled"]

_CHUNK = 64


def sampled(job: Job, count: int, seed: int) -> Iterator[list[Waiting]]:
    """Yield the pending ones among `count` articles that `seed` chooses of all that have a text, in order."""

    def rank(number: int) -> bytes:
        return blake2b(f"{seed}:{number}".encode(), digest_size=8).digest()

    with_text = (number for (number,) in job.rows("SELECT id FROM articles WHERE digest IS NOT NULL"))
    chosen = set(heapq.nsmallest(count, with_text, key=rank))
    pending = [number for number in job.pending_ids() if number in chosen]
    for first in range(0, len(pending), _CHUNK):
        yield [Waiting(number, job.article(number)) for number in pending[first : first + _CHUNK]]
