"""Failures that may pass are repeated, as often and after as long as the settings and the server say."""

import asyncio
import time
from collections.abc import Callable
from email.utils import formatdate

import httpx2
import pytest

from summariser.engines.engine import Progress, Reading, Watch, unwatched
from summariser.engines.llm.engine import LlmEngine
from summariser.engines.llm.transport import FIRST_WAIT, Clock
from summariser.errors import TransportError
from summariser.settings import Settings
from tests.engines.llm.conftest import ARTICLE, GOOD, VOTE
from tests.loopback import Loopback, Step, answer, broken_stream, drip, hang, reset, status, truncated

Read = Callable[..., Reading]
NOW = 1_000_000_000.0


def quiet(progress: Progress) -> None:
    """Watch, so that the answer is streamed."""


@pytest.mark.parametrize("code", [408, 409, 429, 500, 502, 503, 504, 529])
def test_a_status_that_may_pass_is_repeated(code: int, read: Read, sleeps: list[float]) -> None:
    with Loopback(status(code), answer(GOOD)) as server:
        reading = read(server.url)
    assert reading.verdict.holds
    assert len(server.requests) == 2
    assert len(sleeps) == 1
    assert reading.usage.attempts == 1


@pytest.mark.parametrize("watch", [unwatched, quiet])
@pytest.mark.parametrize("step", [reset(), truncated()])
def test_a_broken_connection_is_repeated(step: Step, watch: Watch, read: Read) -> None:
    with Loopback(step, answer(GOOD)) as server:
        assert read(server.url, watch).verdict.holds
    assert len(server.requests) == 2


@pytest.mark.parametrize("mode", ["json_schema", "tools"])
def test_a_stream_that_ends_too_soon_is_repeated(mode: str, read: Read) -> None:
    with Loopback(broken_stream(GOOD), answer(GOOD)) as server:
        reading = read(server.url, quiet, mode=mode)
    assert reading.verdict.raw == GOOD
    assert len(server.requests) == 2


def test_repeats_come_to_an_end(read: Read, sleeps: list[float]) -> None:
    with Loopback(status(503, "overloaded")) as server, pytest.raises(TransportError) as caught:
        read(server.url, transport_retries=3)
    assert str(caught.value) == f"{server.url} answered with an error (503): overloaded, 4 times in a row"
    assert len(server.requests) == 4
    assert caught.value.usage is not None
    assert caught.value.usage.attempts == 1


def test_waits_double_and_keep_to_the_limit(read: Read, sleeps: list[float]) -> None:
    with Loopback(status(503)) as server, pytest.raises(TransportError):
        read(server.url, transport_retries=5, longest_wait=4)
    for wait, least in zip(sleeps, [0.5, 1, 2, 4, 4], strict=True):
        assert least <= wait <= least + FIRST_WAIT


@pytest.mark.parametrize(
    ("headers", "asked"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": formatdate(NOW + 30, usegmt=True)}, 30.0),
        ({"Retry-After": formatdate(NOW - 30, usegmt=True)}, 0.0),
        ({"retry-after-ms": "1500", "Retry-After": "2"}, 1.5),
        ({"Retry-After": "a while"}, FIRST_WAIT),
        ({"Retry-After": "Mon, 01 Jan 2001 00:00:00 +99999999999999999999"}, FIRST_WAIT),
        ({"Retry-After": "-5"}, FIRST_WAIT),
        ({"Retry-After": "inf"}, FIRST_WAIT),
    ],
)
def test_the_server_says_how_long_to_wait(
    headers: dict[str, str], asked: float, read: Read, sleeps: list[float]
) -> None:
    with Loopback(status(429, headers=headers), answer(GOOD)) as server:
        read(server.url)
    assert asked <= sleeps[0] <= asked + FIRST_WAIT


def test_a_wait_that_is_too_long_is_not_waited(read: Read, sleeps: list[float]) -> None:
    with (
        Loopback(status(429, headers={"Retry-After": "3600"})) as server,
        pytest.raises(TransportError, match="asks to wait 3600 s, longer than SUMMARISER_LONGEST_WAIT"),
    ):
        read(server.url)
    assert sleeps == []


def test_who_watches_hears_of_the_wait(read: Read) -> None:
    seen: list[str] = []
    with Loopback(status(503, "overloaded"), answer(GOOD)) as server:
        read(server.url, lambda progress: seen.append(progress.doing))
    assert any(doing.startswith("waiting") and "overloaded" in doing for doing in seen)


@pytest.mark.parametrize("watch", [unwatched, quiet])
@pytest.mark.parametrize("step", [hang(), drip(0.05)], ids=["hang", "drip"])
def test_the_time_out_ends_a_server_that_hangs_or_drips(step: Step, watch: Watch, read: Read) -> None:
    started = time.monotonic()
    with (
        Loopback(step) as server,
        pytest.raises(TransportError, match=r"no whole answer within 0\.3 s"),
    ):
        read(server.url, watch, timeout=0.3, transport_retries=0)
    assert time.monotonic() - started < 3


def test_the_read_time_out_ends_a_silence(read: Read) -> None:
    with Loopback(hang()) as server, pytest.raises(TransportError, match="silent for too long"):
        read(server.url, read_timeout=0.2, transport_retries=0)


def test_a_time_out_is_repeated_once(read: Read) -> None:
    with Loopback(hang()) as server, pytest.raises(TransportError, match="2 times in a row"):
        read(server.url, timeout=0.3, transport_retries=10)


def test_a_server_that_was_never_there_is_not_asked_again(read: Read, sleeps: list[float]) -> None:
    with Loopback(answer(GOOD)) as server:
        url = server.url
    with pytest.raises(TransportError, match=r"cannot reach .*is the server running\? OPENAI_BASE_URL"):
        read(url)
    assert sleeps == []


def test_a_server_that_went_away_is_waited_for(sleeps: list[float]) -> None:
    answers = iter([httpx2.Response(200, json={"choices": [{"message": {"content": GOOD}}]}), None])

    def respond(request: httpx2.Request) -> httpx2.Response:
        response = next(answers)
        if response is None:
            raise httpx2.ConnectError("refused", request=request)
        return response

    async def twice() -> None:
        nonlocal answers
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(respond)) as client:
            engine = LlmEngine(Settings(model="m"), http_client=client, clock=Clock(sleep=sleeps))  # type: ignore[arg-type]
            await engine.read(ARTICLE, VOTE)
            answers = iter([None, None, httpx2.Response(200, json={"choices": [{"message": {"content": GOOD}}]})])
            assert (await engine.read(ARTICLE, VOTE)).verdict.holds

    asyncio.run(twice())
    assert len(sleeps) == 2


def test_what_is_no_fault_of_the_network_keeps_its_cause(read_reply: Read, sleeps: list[float]) -> None:
    mismatch = RuntimeError("no such recording")

    def respond(request: httpx2.Request) -> httpx2.Response:
        raise mismatch

    with pytest.raises(TransportError, match="no such recording") as caught:
        read_reply(respond)
    assert caught.value.__cause__ is mismatch
    assert sleeps == []
