"""Every way a reply can be no answer is one typed error; it says what to do and carries what was spent."""

import contextlib
import json
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summariser.engines.engine import Progress, Reading, Watch, unwatched
from summariser.errors import (
    AnswerCutOff,
    ContentFiltered,
    ContextOverflow,
    EngineError,
    ModelRefused,
    NotAnEndpoint,
    RequestRefused,
    TransportError,
)
from tests.engines.llm.conftest import BAD, GOOD
from tests.loopback import Loopback, answer, completion, html, raw

Read = Callable[..., Reading]


def quiet(progress: Progress) -> None:
    """Watch, so that the answer is streamed."""


def error(**fields: Any) -> dict[str, Any]:
    return {"error": {"message": "scripted", "type": None, "code": None, "param": None, **fields}}


OVERFLOWS = [
    error(message="This model's maximum context length is 8192 tokens.", code="context_length_exceeded"),
    error(
        message="the request exceeds the available context size, try increasing it",
        type="exceed_context_size_error",
        code=400,
    ),
    {
        "object": "error",
        "message": "This model's maximum context length is 4096 tokens. However, you requested 9000 tokens",
        "type": "BadRequestError",
        "code": 400,
    },
    error(message="prompt is too long: 210000 tokens > 200000 maximum"),
]
REFUSED_REQUESTS = [
    (401, error(message="Incorrect API key"), RequestRefused, "check OPENAI_API_KEY"),
    (403, error(message="Country not supported"), RequestRefused, "check OPENAI_API_KEY"),
    (404, error(message="The model does not exist"), RequestRefused, r"knows no model 'm'.*SUMMARISER_MODEL"),
    (404, error(message="The model does not exist"), RequestRefused, "http://api.test/v1"),
    (400, error(message="bad request"), RequestRefused, r"\(400\): bad request.*SUMMARISER_MODE"),
    (405, {"detail": "Method Not Allowed"}, RequestRefused, "Method Not Allowed"),
    (402, error(message="pay first"), RequestRefused, "pay first"),
    (429, error(message="no quota", code="insufficient_quota"), RequestRefused, "no credit left"),
    (400, error(message="held back", code="content_filter"), ContentFiltered, "held back"),
    *((400, body, ContextOverflow, "SUMMARISER_MAX_COMPLETION_TOKENS") for body in OVERFLOWS),
]


@pytest.mark.parametrize(("status", "body", "kind", "says"), REFUSED_REQUESTS)
def test_a_refused_request_is_typed_and_not_repeated(
    status: int, body: dict[str, Any], kind: type[EngineError], says: str, read_reply: Read, sleeps: list[float]
) -> None:
    asked = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        return httpx2.Response(status, json=body)

    with pytest.raises(kind, match=says) as caught:
        read_reply(respond)
    assert len(asked) == 1
    assert sleeps == []
    assert caught.value.usage is not None
    assert (caught.value.usage.attempts, caught.value.usage.input_tokens, caught.value.usage.cost) == (1, None, None)


def test_no_key_is_told_from_a_wrong_one(read_reply: Read) -> None:
    with pytest.raises(RequestRefused, match="OPENAI_API_KEY is not set"):
        read_reply(lambda _: httpx2.Response(401, json=error()), api_key=None)


@pytest.mark.parametrize("watch", [unwatched, quiet])
@pytest.mark.parametrize(
    ("step", "kind", "says"),
    [
        (html(), NotAnEndpoint, "an HTML page.*OPENAI_BASE_URL"),
        (raw(200, "It works!", kind="text/plain"), NotAnEndpoint, "it sent It works!"),
        (raw(200, "", kind="text/plain"), NotAnEndpoint, "it sent nothing"),
        (raw(200, "[]"), NotAnEndpoint, r"it sent \[\]"),
        (raw(200, '{"hello": "world"}'), NotAnEndpoint, "a reply without choices"),
        (raw(200, '{"choices": []}'), NotAnEndpoint, "a reply without choices"),
        (raw(200, '{"choices": {"0": 1}}'), NotAnEndpoint, "a reply without choices"),
        (raw(200, '{"choices": [null]}'), NotAnEndpoint, "a reply without choices"),
        (raw(200, json.dumps(error(code=400, message="wrapped"))), RequestRefused, "wrapped"),
        (raw(200, json.dumps(error(code=502, message="upstream"))), TransportError, "upstream, 5 times in a row"),
        (raw(200, "{half"), TransportError, "malformed JSON"),
        (html(502), TransportError, r"\(502\): an HTML page"),
    ],
)
def test_what_is_no_endpoint_says_so(step: Any, kind: type[EngineError], says: str, watch: Watch, read: Read) -> None:
    with Loopback(step) as server, pytest.raises(kind, match=says):
        read(server.url, watch)


@pytest.mark.parametrize("watch", [unwatched, quiet])
@pytest.mark.parametrize("mode", ["json_schema", "tools", "json"])
@pytest.mark.parametrize(
    ("changes", "kind", "says"),
    [
        ({"finish": "length", "usage": (100, 50)}, AnswerCutOff, "50 tokens; raise SUMMARISER_MAX_COMPLETION_TOKENS"),
        ({"finish": "length", "usage": (100, 20)}, AnswerCutOff, "after 20 tokens: the context of 'm' is full"),
        ({"finish": "content_filter"}, ContentFiltered, "held the answer back"),
    ],
)
def test_an_answer_that_is_not_whole_is_typed_and_carries_its_beginning(
    changes: dict[str, Any], kind: type[EngineError], says: str, mode: str, watch: Watch, read: Read
) -> None:
    half = GOOD[:20]
    with Loopback(answer(half, **changes)) as server, pytest.raises(kind, match=says) as caught:
        read(server.url, watch, mode=mode, max_completion_tokens=50)
    assert len(server.requests) == 1
    assert caught.value.raw == half
    assert caught.value.usage is not None
    assert caught.value.usage.input_tokens == 100


@pytest.mark.parametrize("watch", [unwatched, quiet])
def test_a_refusal_is_told_in_the_models_words(watch: Watch, read: Read) -> None:
    with Loopback(answer("", refusal="I will not read that.")) as server, pytest.raises(ModelRefused) as caught:
        read(server.url, watch)
    assert caught.value.raw == "I will not read that."
    assert len(server.requests) == 1


@pytest.mark.parametrize("words", ["I'm sorry, but I can't help with that.", "I cannot do this.", "Sorry, no."])
def test_a_refusal_in_plain_words_is_one_too(words: str, read: Read) -> None:
    with Loopback(answer(words)) as server, pytest.raises(ModelRefused) as caught:
        read(server.url)
    assert caught.value.raw == words


def test_prose_is_no_refusal(read: Read) -> None:
    with Loopback(answer("The council said it cannot vote.")) as server:
        assert read(server.url).usage.attempts == 3


def test_an_error_after_a_failed_try_counts_both(read: Read) -> None:
    with Loopback(answer(BAD), answer(GOOD[:9], finish="length")) as server, pytest.raises(AnswerCutOff) as caught:
        read(server.url)
    assert caught.value.usage is not None
    assert (caught.value.usage.attempts, caught.value.usage.input_tokens, caught.value.usage.output_tokens) == (
        2,
        200,
        40,
    )


def test_an_error_within_a_stream_is_read_as_one_before_it(read_reply: Read) -> None:
    event = json.dumps(error(code=400, type="exceed_context_size_error", message="the request is too long"))
    response = {"content": f"data: {event}\n\n", "headers": {"content-type": "text/event-stream"}}
    with pytest.raises(ContextOverflow, match="the request is too long"):
        read_reply(lambda _: httpx2.Response(200, **response), quiet)


def test_a_servers_words_are_shortened(read_reply: Read) -> None:
    with pytest.raises(RequestRefused) as caught:
        read_reply(lambda _: httpx2.Response(400, json=error(message="no " * 5000)))
    assert len(str(caught.value)) < 600


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_reply_whatever_ends_in_anything_but_a_reading_or_an_engine_error(
    data: st.DataObject, read_reply: Read
) -> None:
    finish = data.draw(st.sampled_from(["stop", "length", "content_filter"]))
    reply = json.loads(json.dumps(completion(GOOD, "vote_count", finish=finish)))
    place = reply
    # Walk down into a whole reply and put something else where a value stood.
    while True:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
            place[key] = data.draw(JSON)
            break
        place = place[key]
    with contextlib.suppress(EngineError):
        reading = read_reply(lambda _: httpx2.Response(200, json=reply), tries=2, transport_retries=0)
        assert reading.usage.attempts in (1, 2)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=st.lists(JSON, max_size=4), reply=JSON)
def test_no_stream_whatever_ends_in_anything_but_a_reading_or_an_engine_error(
    events: list[Any], reply: Any, read_reply: Read
) -> None:
    events = [*events, {"choices": [{"delta": reply, "finish_reason": "stop"}]}]
    body = "".join(f"data: {json.dumps(event)}\n\n" for event in events)
    response = {"content": body, "headers": {"content-type": "text/event-stream"}}
    with contextlib.suppress(EngineError):
        reading = read_reply(lambda _: httpx2.Response(200, **response), quiet, tries=1, transport_retries=0)
        assert reading.usage.attempts == 1
