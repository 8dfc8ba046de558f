"""Parameters that a server does not take are left out, once and for the engine's life."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from summariser.engines.engine import Reading
from summariser.engines.llm.engine import LlmEngine
from summariser.errors import RequestRefused
from summariser.settings import Settings
from tests.engines.llm.conftest import ARTICLE, GOOD, VOTE
from tests.loopback import Loopback, answer, raw, status

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("message", "error", "name"),
    [
        ("Unsupported value: 'temperature' does not support 0.", {"param": "temperature"}, "temperature"),
        ("scripted", {"param": "seed", "code": "unsupported_parameter"}, "seed"),
        ("Unrecognized request argument supplied: seed", {}, "seed"),
        ("property 'seed' is not allowed", {}, "seed"),
    ],
)
def test_a_parameter_that_is_not_taken_is_left_out(message: str, error: dict[str, Any], name: str, read: Read) -> None:
    with Loopback(status(400, message, **error), answer(GOOD)) as server:
        assert read(server.url).verdict.holds
    first, second = server.requests
    assert set(first) - set(second) == {name}


def test_a_reply_that_lists_what_is_extra_is_understood(read: Read) -> None:
    detail = (
        '{"detail": [{"type": "extra_forbidden", "loc": ["body", "seed"], "msg": "Extra inputs are not permitted"}]}'
    )
    with Loopback(raw(422, detail), answer(GOOD)) as server:
        assert read(server.url).verdict.holds
    assert "seed" not in server.requests[1]


def test_older_servers_get_the_limit_by_its_first_name(read: Read) -> None:
    refusal = status(400, "Unknown parameter: max_completion_tokens. Use max_tokens instead.")
    with Loopback(refusal, answer(GOOD)) as server:
        read(server.url, max_completion_tokens=99)
    assert "max_completion_tokens" not in server.requests[1]
    assert server.requests[1]["max_tokens"] == 99


def test_it_is_remembered() -> None:
    async def twice(url: str) -> None:
        async with LlmEngine(Settings(base_url=url, model="m")) as engine:
            for _ in range(2):
                await engine.read(ARTICLE, VOTE)

    with Loopback(status(400, "unsupported", param="seed"), answer(GOOD)) as server:
        asyncio.run(twice(server.url))
    assert ["seed" in request for request in server.requests] == [True, False, False]


def test_a_server_that_takes_none_of_them_comes_to_an_end(read: Read) -> None:
    message = "not supported: temperature, seed, max_tokens, max_completion_tokens"
    with Loopback(status(400, message)) as server, pytest.raises(RequestRefused, match="not supported"):
        read(server.url)
    assert len(server.requests) == 5


def test_a_value_that_is_out_of_range_is_no_unknown_parameter(read: Read) -> None:
    with Loopback(status(400, "max_completion_tokens is too large: 8192")) as server, pytest.raises(RequestRefused):
        read(server.url)
    assert len(server.requests) == 1


def test_a_setting_that_is_off_is_not_sent(read: Read) -> None:
    with Loopback(answer(GOOD)) as server:
        read(server.url, seed=None)
    assert "seed" not in server.requests[0]
