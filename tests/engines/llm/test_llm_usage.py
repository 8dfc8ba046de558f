"""What was spent: tokens as the server counts them, and a cost only where every part of it is known."""

from collections.abc import Callable

import pytest

from summariser.engines.engine import Reading
from summariser.engines.llm.pricing import cost_of
from tests.engines.llm.conftest import BAD, GOOD
from tests.loopback import Loopback, answer

Read = Callable[..., Reading]
OPENAI = "https://api.openai.com/v1"


def test_a_known_model_has_a_price() -> None:
    cost = cost_of("gpt-4o-mini", OPENAI, 1000, 0, 100)
    assert cost == pytest.approx(1000 * 0.15e-6 + 100 * 0.6e-6)


def test_tokens_from_the_cache_cost_less() -> None:
    fresh, cached = (cost_of("gpt-4o-mini", OPENAI, 1000, share, 100) for share in (0, 800))
    assert fresh is not None
    assert cached is not None
    assert 0 < cached < fresh


@pytest.mark.parametrize("model", ["relay", "qwen2.5-coder-1.5b-instruct", "/models/a.gguf", "", None])
def test_an_unknown_model_has_none(model: str | None) -> None:
    assert cost_of(model, OPENAI, 1000, 0, 100) is None


def test_the_cost_is_that_of_all_tries(read: Read) -> None:
    with Loopback(answer(BAD, model="gpt-4o-mini"), answer(GOOD, model="gpt-4o-mini")) as server:
        usage = read(server.url).usage
    assert usage.cost == pytest.approx(2 * (100 * 0.15e-6 + 20 * 0.6e-6))


def test_a_cost_that_is_known_in_part_is_unknown(read: Read) -> None:
    with Loopback(answer(BAD, model="gpt-4o-mini"), answer(GOOD, model="gpt-4o-mini", usage=None)) as server:
        usage = read(server.url).usage
    assert usage.cost is None
    assert (usage.attempts, usage.input_tokens) == (2, 100)


def test_a_server_that_counts_nothing_leaves_tokens_unknown(read: Read) -> None:
    with Loopback(answer(GOOD, usage=None)) as server:
        usage = read(server.url).usage
    assert (usage.input_tokens, usage.output_tokens, usage.cost) == (None, None, None)


def test_the_model_is_the_one_that_the_server_names(read: Read) -> None:
    with Loopback(answer(GOOD, model="/srv/models/x.gguf")) as server:
        assert read(server.url).model == "/srv/models/x.gguf"


def test_a_try_that_is_worse_mends_nothing(read: Read) -> None:
    with Loopback(answer(BAD), answer("no object")) as server:
        assert read(server.url, tries=2).usage.faults_mended == 0
