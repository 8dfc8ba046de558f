"""The pace: it grows while the endpoint answers, gives way when it pushes back, and keeps to what a minute allows."""

import asyncio
from collections.abc import Awaitable

from summariser.batch.pace import Pace


class Time:
    """A clock that is moved by sleeping alone."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


def timed(most: int = 1000, **rates: float) -> tuple[Pace, Time]:
    clock = Time()
    return Pace(most, now=clock, sleep=clock.sleep, **rates), clock


def soon(wanted: Awaitable[int]) -> bool:
    """Return whether something comes without waiting for others."""

    async def wait() -> bool:
        try:
            await asyncio.wait_for(wanted, 0.05)
        except TimeoutError:
            return False
        return True

    return asyncio.run(wait())


def answers(pace: Pace, count: int, pushed_back: int = 0) -> None:
    async def all_of_them() -> None:
        for number in range(count):
            aside = await pace.enter(0)
            pace.leave(aside, pushed_back=number < pushed_back)

    asyncio.run(all_of_them())


def test_no_more_requests_than_the_limit_are_under_way():
    async def enter_all(pace: Pace) -> int:
        entering = [asyncio.create_task(pace.enter(0)) for _ in range(10)]
        await asyncio.sleep(0.01)
        under_way = pace.under_way
        for task in entering:
            task.cancel()
        await asyncio.gather(*entering, return_exceptions=True)
        return under_way

    assert asyncio.run(enter_all(Pace(3))) == 3


def test_a_place_that_is_left_is_taken_by_who_waits():
    async def exchange() -> bool:
        pace = Pace(1)
        aside = await pace.enter(0)
        waiting = asyncio.create_task(pace.enter(0))
        await asyncio.sleep(0.01)
        assert not waiting.done()
        pace.leave(aside)
        await asyncio.wait_for(waiting, 1)
        return True

    assert asyncio.run(exchange())


def test_it_doubles_at_first_up_to_the_most():
    pace = Pace(100)
    began = pace.limit
    answers(pace, int(began))
    assert pace.limit == 2 * began
    answers(pace, 500)
    assert pace.limit == 100


def test_an_endpoint_that_refuses_everything_halves_it_each_round():
    pace = Pace(64)
    answers(pace, 64)
    limits = []
    for _ in range(12):
        answers(pace, int(pace.limit) + 1, pushed_back=100)
        limits.append(pace.limit)
    assert limits == sorted(limits, reverse=True)
    assert limits[-1] == 1.0


def test_after_the_first_push_it_grows_by_one_a_round():
    pace = Pace(64)
    answers(pace, 1, pushed_back=1)
    limit = pace.limit
    assert limit < 16
    answers(pace, int(limit) + 1)
    assert limit < pace.limit <= limit + 1


def test_a_push_back_now_and_then_does_not_starve_it():
    pace = Pace(64)
    for _ in range(300):
        answers(pace, 20, pushed_back=1)
    assert pace.limit > 20


def test_what_one_request_was_asked_to_wait_all_wait():
    pace, clock = timed()

    async def two() -> float:
        aside = await pace.enter(0)
        pace.leave(aside, pushed_back=True, wait=7.0)
        await pace.enter(0)
        return clock.now

    assert asyncio.run(two()) == 7.0


def test_requests_keep_to_what_a_minute_allows():
    pace, clock = timed(requests=60)
    answers(pace, 121)
    assert 119 <= clock.now <= 120.01


def test_tokens_keep_to_what_a_minute_allows_as_they_were_really_used():
    pace, clock = timed(tokens=6000)

    async def used(tokens: int) -> None:
        for _ in range(10):
            aside = await pace.enter(400)
            pace.leave(aside, tokens=tokens)

    asyncio.run(used(1000))
    assert 85 <= clock.now <= 100


def test_an_unbounded_pace_does_not_wait():
    assert soon(Pace(10).enter(10_000_000))
