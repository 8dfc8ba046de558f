"""The doctor tells what works at an endpoint, and what does not, in findings."""

import asyncio

import pytest

from summariser.engines.llm.doctor import Finding, probe
from summariser.errors import SettingsError
from summariser.settings import Settings
from tests.loopback import Loopback, Step, answer, html, models, status

SUM = '{"sum": "3 + 4", "result": 7}'


def examine(*script: Step, listing: Step | None = None, model: str = "loopback-1") -> dict[str, Finding]:
    with Loopback(*script, listing=listing) as server:
        found = asyncio.run(probe(Settings(base_url=server.url, model=model, timeout=5)))
    return {finding.check: finding for finding in found}


def test_an_endpoint_where_all_is_well() -> None:
    found = examine(answer(SUM, model="gpt-4o-mini"))
    assert list(found) == ["endpoint", "key", "model", "mode json_schema", "mode tools", "mode json", "price"]
    assert all(finding.works for finding in found.values())
    assert "US dollars" in found["price"].says
    usage = found["mode tools"].usage
    assert usage is not None
    assert (usage.attempts, usage.input_tokens, usage.output_tokens) == (1, 100, 20)


def test_each_mode_is_told_for_itself() -> None:
    found = examine(answer(SUM), status(400, "no tools here"), answer("Seven!"))
    assert [found[f"mode {mode}"].works for mode in ("json_schema", "tools", "json")] == [True, False, False]
    assert "no tools here" in found["mode tools"].says
    assert "not JSON" in found["mode json"].says


def test_a_wrong_key_ends_it() -> None:
    found = examine(status(401, "wrong key"))
    assert found["key"].works is False
    assert list(found) == ["endpoint", "key"]


def test_a_wrong_key_may_show_at_the_listing() -> None:
    found = examine(answer(SUM), listing=status(401, "wrong key"))
    assert list(found) == ["key"]


def test_a_server_that_is_down_ends_it() -> None:
    with Loopback(answer(SUM)) as server:
        url = server.url
    [finding] = asyncio.run(probe(Settings(base_url=url, model="m")))
    assert (finding.check, finding.works) == ("endpoint", False)
    assert "is the server running?" in finding.says


def test_a_web_page_ends_it() -> None:
    assert examine(answer(SUM), listing=html())["endpoint"].works is False


def test_a_server_that_lists_no_models_may_work_all_the_same() -> None:
    found = examine(answer(SUM), listing=status(404, "no list"))
    assert found["endpoint"].works is None
    assert found["mode json_schema"].works is True


def test_a_model_that_is_not_listed_is_told() -> None:
    found = examine(answer(SUM), listing=models("a", "b"), model="c")
    assert "'c' not among them: a, b" in found["endpoint"].says


def test_an_unknown_price_is_told_as_unknown() -> None:
    found = examine(answer(SUM))
    assert found["price"].works is None
    assert "is not known" in found["price"].says


def test_nothing_is_repeated() -> None:
    with Loopback(status(503)) as server:
        asyncio.run(probe(Settings(base_url=server.url, model="m")))
    assert len(server.requests) == 3


def test_without_a_model_there_is_nothing_to_examine() -> None:
    with pytest.raises(SettingsError, match="SUMMARISER_MODEL"):
        asyncio.run(probe(Settings()))
