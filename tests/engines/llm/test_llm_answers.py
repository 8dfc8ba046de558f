"""The llm engine's answers: every mode, streamed or not, asked again where verification refuses."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from summariser.engines.engine import Engine, Progress, Reading
from summariser.engines.llm.engine import LlmEngine
from summariser.errors import SettingsError
from summariser.settings import Settings
from tests.engines.llm.conftest import ARTICLE, BAD, GOOD, KEY, VOTE, Vote
from tests.loopback import Loopback, answer, completion, raw

Read = Callable[..., Reading]
MODES = ["json_schema", "tools", "json"]


def quiet(progress: Progress) -> None:
    """Watch, so that the answer is streamed."""


def test_it_is_an_engine() -> None:
    engine = LlmEngine(Settings(model="m"))
    assert isinstance(engine, Engine)
    assert (engine.name, engine.drops_refused) == ("llm", False)


def test_without_a_model_there_is_no_engine() -> None:
    with pytest.raises(SettingsError, match="SUMMARISER_MODEL"):
        LlmEngine(Settings())


@pytest.mark.parametrize("mode", MODES)
def test_a_good_answer_is_read_at_once(mode: str, read: Read) -> None:
    with Loopback(answer(GOOD)) as server:
        reading = read(server.url, mode=mode)
    assert reading.verdict.holds
    assert reading.verdict.raw == GOOD
    assert (reading.model, reading.prompt) == ("loopback-1", "claims/v1")
    assert (reading.usage.attempts, reading.usage.input_tokens, reading.usage.output_tokens) == (1, 100, 20)


@pytest.mark.parametrize("mode", MODES)
def test_a_streamed_answer_gives_the_same(mode: str, read: Read) -> None:
    with Loopback(answer(BAD), answer(GOOD)) as server:
        streamed, whole = read(server.url, quiet, mode=mode), None
    with Loopback(answer(BAD), answer(GOOD)) as other:
        whole = read(other.url, mode=mode)
    assert streamed.verdict == whole.verdict
    assert streamed.usage.model_copy(update={"seconds": 0}) == whole.usage.model_copy(update={"seconds": 0})
    unlike = ("stream", "stream_options")
    for one, two in zip(server.requests, other.requests, strict=True):
        assert {k: v for k, v in one.items() if k not in unlike} == {k: v for k, v in two.items() if k not in unlike}


def test_json_schema_sends_the_tasks_schema_strictly(read: Read) -> None:
    with Loopback(answer(GOOD)) as server:
        read(server.url, mode="json_schema")
    form = server.requests[0]["response_format"]
    assert form == {
        "type": "json_schema",
        "json_schema": {"name": "vote_count", "strict": True, "schema": VOTE.draft_schema},
    }


def test_tools_forces_one_strict_tool(read: Read) -> None:
    with Loopback(answer(GOOD)) as server:
        read(server.url, mode="tools")
    request = server.requests[0]
    [tool] = request["tools"]
    assert tool["function"]["parameters"] == VOTE.draft_schema
    assert tool["function"]["strict"] is True
    assert request["tool_choice"] == {"type": "function", "function": {"name": "vote_count"}}


def test_json_asks_for_any_object_and_leaves_its_form_to_the_prompt(read: Read) -> None:
    with Loopback(answer(GOOD)) as server:
        read(server.url, mode="json")
    request = server.requests[0]
    assert request["response_format"] == {"type": "json_object"}
    assert [message["role"] for message in request["messages"]] == ["system", "user"]
    assert all(f'"{field}"' in request["messages"][0]["content"] for field in Vote.model_fields)


def test_parameters_come_from_the_settings(read: Read) -> None:
    with Loopback(answer(GOOD)) as server:
        read(server.url, max_completion_tokens=77, temperature=0.5, seed=3)
    request = server.requests[0]
    assert (request["model"], request["max_completion_tokens"]) == ("m", 77)
    assert (request["temperature"], request["seed"], request["stream"]) == (0.5, 3, False)
    assert "max_tokens" not in request


def test_a_fence_around_the_answer_does_no_harm_and_stays_in_raw(read: Read) -> None:
    fenced = f"```json\n{GOOD}\n```"
    with Loopback(answer(fenced)) as server:
        reading = read(server.url, mode="json")
    assert reading.verdict.holds
    assert reading.verdict.raw == fenced


def test_content_is_read_where_a_tool_call_was_expected(read: Read) -> None:
    with Loopback(raw(200, json.dumps(completion(GOOD, None)))) as server:
        assert read(server.url, mode="tools").verdict.holds


def test_a_tool_call_is_read_whose_arguments_are_an_object(read: Read) -> None:
    reply: Any = completion(GOOD, "vote_count")
    reply["choices"][0]["message"]["tool_calls"][0]["function"]["arguments"] = json.loads(GOOD)
    with Loopback(raw(200, json.dumps(reply))) as server:
        assert read(server.url, mode="tools").verdict.holds


def test_a_server_that_does_not_stream_is_read_all_the_same(read: Read) -> None:
    with Loopback(raw(200, json.dumps(completion(GOOD, None)))) as server:
        assert read(server.url, quiet).verdict.holds


@pytest.mark.parametrize("mode", MODES)
def test_the_reask_holds_the_answer_and_exactly_the_fault_lines(mode: str, read: Read) -> None:
    with Loopback(answer(BAD)) as server:
        reading = read(server.url, mode=mode, tries=2)
    first, second = (request["messages"] for request in server.requests)
    assert second[: len(first)] == first
    told, faults = second[len(first) :], "\n".join(map(str, reading.verdict.faults))
    call = told[0].get("tool_calls", [{}])[0].get("function", {})
    assert BAD in (told[0]["content"], call.get("arguments"))
    assert faults in told[1]["content"]
    assert len(told) == 2
    assert "pydantic" not in told[1]["content"]


def test_an_earlier_answer_is_not_sent_again(read: Read) -> None:
    with Loopback(answer(BAD)) as server:
        read(server.url, tries=3)
    assert [len(request["messages"]) for request in server.requests] == [2, 4, 4]


def test_an_answer_that_never_holds_comes_back_with_its_faults(read: Read) -> None:
    with Loopback(answer("The motion passed.")) as server:
        reading = read(server.url, tries=3)
    assert not reading.verdict.holds
    assert reading.verdict.raw == "The motion passed."
    assert (reading.usage.attempts, reading.usage.input_tokens, len(server.requests)) == (3, 300, 3)


def test_what_a_reask_mends_is_counted(read: Read) -> None:
    with Loopback(answer(BAD), answer(GOOD)) as server:
        reading = read(server.url)
    assert reading.verdict.holds
    assert (reading.usage.attempts, reading.usage.faults_mended, reading.usage.output_tokens) == (2, 1, 40)


def test_who_watches_hears_of_tries_and_tokens(read: Read) -> None:
    seen: list[Progress] = []
    with Loopback(answer(BAD), answer(GOOD)) as server:
        read(server.url, seen.append, tries=2)
    assert seen[0] == Progress(1, 2, 0, "reading")
    assert seen[-1].attempt == 2
    assert seen[-1].tokens == len(GOOD) // 10 + 1
    assert {progress.doing for progress in seen} == {"reading", "answering"}


def test_the_article_is_no_template(read: Read) -> None:
    with Loopback(answer(BAD)) as server:
        reading = read(server.url, tries=2)
    assert reading.verdict.faults
    messages = server.requests[1]["messages"]
    assert "14 ayes" in messages[1]["content"]
    assert all("14 ayes" not in message["content"] for message in messages[2:])


def test_many_articles_are_read_at_once_over_one_engine() -> None:
    async def many(url: str) -> list[Reading]:
        async with LlmEngine(Settings(base_url=url, model="m", api_key=KEY)) as engine:
            return await asyncio.gather(*(engine.read(ARTICLE, VOTE) for _ in range(40)))

    with Loopback(answer(GOOD)) as server:
        readings = asyncio.run(many(server.url))
    assert all(reading.verdict.holds for reading in readings)
    assert len(server.requests) == 40


def test_an_engine_that_was_closed_opens_again_in_another_loop() -> None:
    async def once(engine: LlmEngine) -> Reading:
        async with engine:
            return await engine.read(ARTICLE, VOTE)

    with Loopback(answer(GOOD)) as server:
        engine = LlmEngine(Settings(base_url=server.url, model="m", api_key=KEY))
        assert all(asyncio.run(once(engine)).verdict.holds for _ in range(2))
