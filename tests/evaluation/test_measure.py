"""The measure is measured: gold against itself, gold with the words of others, and small wrongs that must be seen."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summariser import NEGOTIATION
from summariser.evaluation.evaluation import Evaluation, evaluate
from summariser.evaluation.gold import Gold, load_gold

GOLD = Path(__file__).parent.parent / "gold"


@pytest.fixture(scope="module")
def gold() -> list[Gold]:
    return load_gold(GOLD, NEGOTIATION)


def measured(gold: list[Gold], answers: dict[str, Any]) -> Evaluation:
    return evaluate(gold, answers, NEGOTIATION)


def as_given(gold: list[Gold]) -> dict[str, Any]:
    return {entry.article.id: copy.deepcopy(dict(entry.answer)) for entry in gold}


def test_gold_against_itself_scores_one(gold: list[Gold]) -> None:
    evaluation = measured(gold, as_given(gold))
    assert {slot: count.f1 for slot, count in evaluation.totals.items() if count.f1 not in (1.0, None)} == {}
    assert not evaluation.false_alarms
    assert not evaluation.overlooked
    assert not evaluation.without_record


def test_words_of_other_articles_with_the_right_evidence_score_near_nothing(gold: list[Gold]) -> None:
    told = [entry for entry in gold if entry.on_topic]
    answers = {}
    for entry, other in zip(told, told[1:] + told[:1], strict=True):
        answer = copy.deepcopy(dict(entry.answer))
        for name, field in (
            ("parties", "name"),
            ("proposals", "content"),
            ("conditions", "requirement"),
            ("events", "what"),
        ):
            foreign = other.answer[name]
            for position, claim in enumerate(answer[name]):
                if foreign:
                    claim[field] = foreign[position % len(foreign)][field]
                if name == "parties":
                    claim["aliases"], claim["representatives"] = [], []
        answers[entry.article.id] = answer
    totals = measured(told, answers).totals
    for slot in ("parties", "proposals", "conditions", "events"):
        f1 = totals[slot].f1
        assert f1 is not None
        assert f1 < 0.1, slot


def test_no_records_miss_everything(gold: list[Gold]) -> None:
    evaluation = measured(gold, {})
    assert len(evaluation.without_record) == len(gold)
    assert all(not count.f1 for count in evaluation.totals.values())


@pytest.mark.parametrize(
    ("slot", "change"),
    [
        ("parties", lambda answer: bool(answer["parties"] and answer["parties"].pop(0))),
        ("proposals", lambda answer: bool(answer["proposals"] and answer["proposals"].pop())),
        ("status.stage", lambda answer: _set(answer["status"], "stage", "signed", "stalled")),
        ("proposals.status", lambda answer: _each(answer["proposals"], "status", "implemented", "lapsed")),
        ("conditions.kind", lambda answer: _each(answer["conditions"], "kind", "limit", "guarantee")),
    ],
)
def test_a_wrong_is_seen_in_its_slot(gold: list[Gold], slot: str, change: Callable[[dict[str, Any]], Any]) -> None:
    answers = as_given(gold)
    changed = sum(bool(change(answer)) for answer in answers.values())
    f1 = measured(gold, answers).totals[slot].f1
    assert changed
    assert f1 is not None
    assert f1 < 0.95


def _set(claim: dict[str, Any], field: str, value: str, other: str) -> bool:
    claim[field] = other if claim[field] == value else value
    return True


def _each(claims: list[dict[str, Any]], field: str, value: str, other: str) -> bool:
    return bool([_set(claim, field, value, other) for claim in claims])


def test_an_invented_party_costs_precision_and_not_recall(gold: list[Gold]) -> None:
    answers = as_given(gold)
    for answer in answers.values():
        answer["parties"] += (
            [{**answer["parties"][0], "id": "p14", "name": "Zorvex Guild", "aliases": []}] if answer["parties"] else []
        )
    count = measured(gold, answers).totals["parties"]
    assert count.recall == 1.0
    assert count.precision is not None
    assert count.precision < 0.95


def test_swapped_sides_are_seen_where_claims_name_them(gold: list[Gold]) -> None:
    answers = as_given(gold)
    for answer in answers.values():
        for proposal in answer["proposals"]:
            proposal["proposed_by"], proposal["addressed_to"] = proposal["addressed_to"], proposal["proposed_by"]
    totals = measured(gold, answers).totals
    assert totals["proposals"].f1 == 1.0
    assert (totals["proposals.proposed_by"].f1 or 0) < 0.5


def test_other_ids_and_another_order_change_nothing(gold: list[Gold]) -> None:
    answers = {}
    for name, answer in as_given(gold).items():
        text = json.dumps(answer)
        for number in range(14, 0, -1):
            text = text.replace(f'"p{number}"', f'"p{number + 40}"').replace(f'"o{number}"', f'"o{number + 40}"')
        changed = json.loads(text)
        for claims in ("parties", "proposals", "conditions", "events"):
            changed[claims].reverse()
        answers[name] = changed
    assert {
        slot: count.f1 for slot, count in measured(gold, answers).totals.items() if count.f1 not in (1.0, None)
    } == {}
