"""The pace: how many requests may be under way at once, and how many a minute, learnt from what the endpoint says.

Additive increase, multiplicative decrease: each round of requests raises the limit by the share that was answered, up
to one, and lowers it by half of the share that was pushed back. So an endpoint that refuses everything halves the load
at once, and one that now and then refuses a request at random is not starved.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

__all__ = ["Pace"]

_FIRST = 16
"""Requests at once to begin with; they double with each round of answers until the endpoint first pushes back."""
_CHARACTERS_PER_TOKEN = 4
_SAVED_UP = 1 / 60
"""Minutes for which unused requests and tokens are saved up: a second's worth."""


class Pace:
    """The gate (engines.engine.Gate) of a run. `most` is the number of requests at once, at most.

    `requests` and `tokens` are per minute, None for as many as may be. `limit` is what holds now, `under_way` how many
    requests there are.
    """

    def __init__(
        self,
        most: int,
        *,
        requests: float | None = None,
        tokens: float | None = None,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.most = most
        self.limit = float(min(most, _FIRST))
        self.under_way = 0
        self._now, self._sleep = now, sleep
        self._requests = _Bucket(requests, now) if requests else None
        self._tokens = _Bucket(tokens, now) if tokens else None
        self._never_pushed_back = True
        self._closed_until = 0.0
        self._answers = self._pushed_back = 0
        self._entering = asyncio.Lock()
        self._room = asyncio.Event()

    async def enter(self, characters: int) -> int:
        """Wait for a place, in the order of arrival, and for the minute's requests and tokens to suffice."""
        aside = characters // _CHARACTERS_PER_TOKEN
        async with self._entering:
            while self.under_way >= int(self.limit) or (wait := self._wait(aside)):
                if self.under_way >= int(self.limit):
                    self._room.clear()
                    await self._room.wait()
                else:
                    await self._sleep(wait)
            self.under_way += 1
            if self._requests:
                self._requests.take(1)
            if self._tokens:
                self._tokens.take(aside)
        return aside

    def leave(
        self, aside: int, *, tokens: int | None = None, pushed_back: bool = False, wait: float | None = None
    ) -> None:
        """Free the place, and learn. What the endpoint asked one request to wait, all that follow wait."""
        self.under_way -= 1
        if self._tokens and tokens is not None:
            self._tokens.take(tokens - aside)
        if wait:
            self._closed_until = max(self._closed_until, self._now() + wait)
        self._answers += 1
        self._pushed_back += pushed_back
        if self._never_pushed_back and not pushed_back:
            self.limit = min(float(self.most), self.limit + 1)
        elif self._never_pushed_back or self._answers >= self.limit:
            self._end_round()
        self._room.set()

    def _end_round(self) -> None:
        share = self._pushed_back / self._answers
        self.limit = min(float(self.most), max(1.0, self.limit * (1 - share / 2) + 1 - share))
        self._answers = self._pushed_back = 0
        self._never_pushed_back = False

    def _wait(self, tokens: int) -> float:
        """Return the seconds until the next request may go, 0 for now."""
        waits = [self._closed_until - self._now()]
        waits += [bucket.wait(amount) for bucket, amount in ((self._requests, 1), (self._tokens, tokens)) if bucket]
        return max(0.0, *waits)


class _Bucket:
    """A token bucket: `rate` a minute, saved up for a second at most."""

    def __init__(self, rate: float, now: Callable[[], float]) -> None:
        self._per_second = rate / 60
        self._most = max(1.0, rate * _SAVED_UP)
        self._has = self._most
        self._now, self._at = now, now()

    def wait(self, amount: float) -> float:
        """Return the seconds until `amount` is there. More than a second's worth is lent, and paid off afterwards."""
        now = self._now()
        self._has = min(self._most, self._has + (now - self._at) * self._per_second)
        self._at = now
        lacking = min(amount, self._most) - self._has
        # Less than a millionth is a rounding error, for which nobody should wait.
        return lacking / self._per_second if lacking > 1e-6 else 0.0

    def take(self, amount: float) -> None:
        """Take `amount`, or give it back where it is negative."""
        self._has -= amount
