"""Requests that fail for a while: when they are repeated, how often, and after how long a wait.

The one place where tenacity is used, and the only owner of transport retries: the openai client's own are switched off.
What may pass arrives here as `Passing`; whether something may pass is decided in `outcomes`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, TypeVar

from summariser.errors import TransportError

if TYPE_CHECKING:
    from tenacity import RetryCallState

    from summariser.settings import Settings

__all__ = ["Clock", "Passing", "persistently", "retry_after"]

T = TypeVar("T")
FIRST_WAIT = 0.5
"""Seconds before the first repeat, and twice as long each further time. Up to as much is added to each wait at random,
so that requests that failed together do not come back together."""
MOST_TIME_OUTS = 2
"""A server that had all its time twice is not slow by chance."""


class Passing(Exception):
    """A request failed in a way that may pass.

    `wait` is the seconds that the server asked for, if it did. `timed_out` says that it had all its time, `pushed_back`
    that it has too much to do: it says so, or it timed out.
    """

    def __init__(
        self, reason: str, *, wait: float | None = None, timed_out: bool = False, pushed_back: bool = False
    ) -> None:
        super().__init__(reason)
        self.wait = wait
        self.timed_out = timed_out
        self.pushed_back = pushed_back or timed_out


@dataclass(frozen=True)
class Clock:
    """The time as the transport sees it: seconds since the epoch, and a sleep that can be awaited."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


def retry_after(headers: Mapping[str, str], clock: Clock) -> float | None:
    """Return the seconds that a reply's headers ask to wait: Retry-After as seconds or HTTP date, or retry-after-ms."""
    for header, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(header, "")) / unit
        except ValueError:
            continue
        if 0 <= seconds < float("inf"):
            return seconds
    try:
        date = parsedate_to_datetime(headers.get("retry-after", "")).timestamp()
    except (ValueError, OverflowError):
        return None
    return max(0.0, date - clock.now())


async def persistently(
    send: Callable[[], Awaitable[T]], settings: Settings, clock: Clock, told: Callable[[str], None]
) -> T:
    """Return what `send` returns, repeating it while it raises Passing; `told` hears of each wait.

    Repeats end after `transport_retries`, at the second time-out, or when a server asks to wait for more than
    `longest_wait`. Then TransportError says what failed last.
    """
    from tenacity import (  # noqa: PLC0415 (not before a request is sent)
        AsyncRetrying,
        retry_if_exception,
        stop_after_attempt,
        wait_exponential,
        wait_random,
    )

    spread = wait_random(0, FIRST_WAIT)
    backoff = wait_exponential(multiplier=FIRST_WAIT, max=settings.longest_wait)
    requests = time_outs = 0

    def wait(state: RetryCallState) -> float:
        asked = _failure(state).wait
        return (backoff(state) if asked is None else asked) + spread(state)

    def may_pass(error: BaseException) -> bool:
        return isinstance(error, Passing) and (error.wait or 0) <= settings.longest_wait and time_outs < MOST_TIME_OUTS

    def before_sleep(state: RetryCallState) -> None:
        told(f"waiting {state.upcoming_sleep:.0f} s: {_failure(state)}")

    async def counted() -> T:
        nonlocal requests, time_outs
        requests += 1
        try:
            return await send()
        except Passing as passing:
            time_outs += passing.timed_out
            raise

    retrying = AsyncRetrying(
        sleep=clock.sleep,
        stop=stop_after_attempt(settings.transport_retries + 1),
        wait=wait,
        retry=retry_if_exception(may_pass),
        before_sleep=before_sleep,
        reraise=True,
    )
    try:
        return await retrying(counted)
    except Passing as passing:
        times = "" if requests == 1 else f", {requests} times in a row"
        too_long = passing.wait is not None and passing.wait > settings.longest_wait
        asked = f"; it asks to wait {passing.wait:.0f} s, longer than SUMMARISER_LONGEST_WAIT" if too_long else ""
        raise TransportError(f"{passing}{times}{asked}") from passing.__cause__


def _failure(state: RetryCallState) -> Passing:
    error = state.outcome.exception() if state.outcome else None
    assert isinstance(error, Passing), "tenacity waits after a Passing only"
    return error
