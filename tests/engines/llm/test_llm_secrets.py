"""The key goes to the server and nowhere else: no error, traceback, repr or log holds it."""

import logging
import traceback
from collections.abc import Callable

import httpx2
import pytest

from summariser.engines.engine import Reading
from summariser.engines.llm.engine import LlmEngine
from summariser.errors import EngineError
from summariser.settings import Settings
from tests.engines.llm.conftest import GOOD, KEY
from tests.loopback import Loopback, Step, answer, raw, reset, status

Read = Callable[..., Reading]


def test_the_key_is_sent(read: Read) -> None:
    with Loopback(answer(GOOD)) as server:
        read(server.url)
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    "step",
    [
        status(401, f"Incorrect API key provided: {KEY}"),
        status(500, f"cannot find {KEY}"),
        raw(200, f"You sent {KEY}", kind="text/plain"),
        raw(400, f"<p>{KEY}</p>", kind="text/html"),
        answer("", refusal=f"I do not know {KEY}"),
        reset(),
    ],
)
def test_no_error_holds_it(step: Step, read: Read, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with Loopback(step) as server, pytest.raises(EngineError) as caught:
        read(server.url, transport_retries=1)
    assert KEY not in str(caught.value)
    assert KEY not in repr(caught.value)
    assert KEY not in "".join(traceback.format_exception(caught.value))


def test_no_log_of_ours_or_the_openai_client_holds_it(read: Read, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with Loopback(answer(GOOD)) as server:
        read(server.url)
    assert caplog.records
    assert KEY not in caplog.text


def test_no_repr_holds_it() -> None:
    engine = LlmEngine(Settings(model="m", api_key=KEY))
    assert KEY not in repr(engine) + repr(vars(engine)) + repr(engine.settings)


def test_without_a_key_a_stand_in_is_sent(read_reply: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    sent = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        sent.append(request.headers["authorization"])
        return httpx2.Response(200, json={"choices": [{"message": {"content": GOOD}}]})

    read_reply(respond, api_key=None)
    assert sent == ["Bearer none"]
