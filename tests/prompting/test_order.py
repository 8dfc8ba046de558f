"""Fields are asked for in the order of the prompt's worked example."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from summariser.articles.article import Article
from summariser.engines.llm.modes import first_request
from summariser.models.shapes import shape_of
from summariser.prompting.order import field_order, in_order
from summariser.prompting.outline import outline
from summariser.prompting.render import asked_schema, example_of, render
from summariser.tasks.negotiation import NEGOTIATION

LAST = replace(NEGOTIATION, prompt="negotiation/v3")
CLAIMS = ["Condition", "Event", "Party", "Proposal", "Status"]


def properties(task, claim: str) -> list[str]:
    return list(asked_schema(task)["$defs"][claim]["properties"])


@pytest.mark.parametrize("prompt", ["claims/v1", "negotiation/v1", "negotiation/v2"])
def test_prompts_that_keep_the_models_order_ask_for_the_schema_as_it_is(prompt):
    task = replace(NEGOTIATION, prompt=prompt)
    assert json.dumps(asked_schema(task)) == json.dumps(NEGOTIATION.draft_schema)


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_third_prompt_asks_for_evidence_last_and_for_nothing_else(claim):
    assert properties(LAST, claim)[-1] == "evidence"
    assert properties(LAST, claim)[:-1] == [name for name in properties(NEGOTIATION, claim) if name != "evidence"]
    assert asked_schema(LAST) == NEGOTIATION.draft_schema, "the order is all that differs"


def test_it_is_the_second_but_for_that():
    (second, answer), (third, same) = example_of(NEGOTIATION), example_of(LAST)
    assert (second, json.loads(answer)) == (third, json.loads(same))
    article = Article("Velm and Orrin met.")
    told = [render(article, task).messages[0]["content"] for task in (NEGOTIATION, LAST)]
    assert '"evidence" comes last in each claim' in told[1]
    assert outline(shape_of(LAST.draft), field_order(shape_of(LAST.draft), json.loads(same))) in told[1]
    assert outline(shape_of(NEGOTIATION.draft)) in told[0]


@pytest.mark.parametrize("mode", ["json_schema", "tools"])
def test_the_request_asks_in_that_order(mode):
    asked = json.dumps(first_request([], LAST, mode))
    assert asked.index('"kind"') < asked.index('"evidence"')


def test_what_the_example_leaves_out_comes_last():
    assert list(in_order({"a": 1, "b": 2, "c": 3}, ("c", "x", "a"))) == ["c", "a", "b"]
    assert list(in_order({"a": 1, "b": 2}, None)) == ["a", "b"]
