"""The draft's schema compiles in the constrained decoders that servers use, and holds a model to it."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import llguidance
import outlines_core
import pytest
from outlines_core.json_schema import build_regex_from_schema
from pydantic import ValidationError

from summariser.tasks.negotiation import NEGOTIATION

SCHEMA = json.dumps(NEGOTIATION.draft_schema)
GOOD: dict[str, Any] = json.loads((Path(__file__).parent / "data/drafts/river-accord.json").read_text(encoding="utf-8"))

Accepts = Callable[[str], bool]


def by_outlines() -> Accepts:
    pattern = re.compile(build_regex_from_schema(SCHEMA))
    return lambda text: pattern.fullmatch(text) is not None


def by_llguidance() -> Accepts:
    tokenizer = llguidance.LLTokenizer("byte")
    grammar = llguidance.LLMatcher.grammar_from_json_schema(SCHEMA)
    assert llguidance.LLMatcher.validate_grammar(grammar, tokenizer) == ""

    def accepts(text: str) -> bool:
        matcher = llguidance.LLMatcher(tokenizer, grammar)
        tokens = tokenizer.tokenize_str(text)
        return (
            matcher.validate_tokens(tokens) == len(tokens) and matcher.consume_tokens(tokens) and matcher.is_accepting()
        )

    return accepts


def by_xgrammar() -> Accepts:
    xgrammar = pytest.importorskip("xgrammar", reason="xgrammar needs torch")
    testing = pytest.importorskip("xgrammar.testing")
    grammar = xgrammar.Grammar.from_json_schema(SCHEMA)
    return lambda text: bool(testing._is_grammar_accept_string(grammar, text))


def by_pydantic() -> Accepts:
    def accepts(text: str) -> bool:
        try:
            NEGOTIATION.draft.model_validate_json(text)
        except ValidationError:
            return False
        return True

    return accepts


@pytest.fixture(
    scope="module", params=[by_outlines, by_llguidance, by_xgrammar, by_pydantic], ids=lambda by: by.__name__
)
def accepts(request: pytest.FixtureRequest) -> Accepts:
    result: Accepts = request.param()
    return result


def _changed(change: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    draft = copy.deepcopy(GOOD)
    change(draft)
    return draft


def _evidence_last(draft: dict[str, Any]) -> None:
    party = draft["parties"][0]
    party["evidence"] = party.pop("evidence")


BROKEN: dict[str, Callable[[dict[str, Any]], Any]] = {
    "an extra key": lambda draft: draft["summary"].update(mood="tense"),
    "an extra key in a claim": lambda draft: draft["conditions"][0].update(note="x"),
    "a missing key": lambda draft: draft["parties"][0].pop("kind"),
    "a word outside the vocabulary": lambda draft: draft["proposals"][0].update(status="half_accepted"),
    "a name where an id belongs": lambda draft: draft["proposals"][0].update(proposed_by=["Norrund"]),
    "an id of another kind": lambda draft: draft["conditions"][0].update(applies_to="p1"),
    "seven sentences cited": lambda draft: draft["parties"][0].update(evidence=[1, 2, 3, 4, 5, 6, 7]),
    "no sentence cited": lambda draft: draft["parties"][0].update(evidence=[]),
    "a quote where a number belongs": lambda draft: draft["parties"][0].update(evidence=["Marellia on Tuesday"]),
    "a date in words": lambda draft: draft["events"][0]["when"].update(edtf="last November"),
    "no role": lambda draft: draft["parties"][0].update(roles=[]),
    "a role too many": lambda draft: draft["parties"][0].update(roles=["host"] * 4),
    "is_negotiation in words": lambda draft: draft["summary"].update(is_negotiation="yes"),
}


@pytest.mark.parametrize("layout", [{"separators": (",", ":")}, {}], ids=["compact", "spaced"])
def test_a_good_draft_is_accepted(accepts: Accepts, layout: dict[str, Any]) -> None:
    assert accepts(json.dumps(GOOD, **layout))


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_draft_is_refused(accepts: Accepts, name: str) -> None:
    assert not accepts(json.dumps(_changed(BROKEN[name])))


def test_a_cut_off_draft_is_refused(accepts: Accepts) -> None:
    assert not accepts(json.dumps(GOOD)[:-40])


@pytest.mark.parametrize("decoder", [by_outlines, by_llguidance, by_xgrammar])
def test_decoders_have_evidence_written_first(decoder: Callable[[], Accepts]) -> None:
    """Pydantic takes any order; a decoder holds the model to ours."""
    assert not decoder()(json.dumps(_changed(_evidence_last)))


@pytest.mark.parametrize("decoder", [by_outlines, by_llguidance, by_xgrammar])
def test_decoders_leave_a_model_no_null_for_the_status(decoder: Callable[[], Accepts]) -> None:
    assert not decoder()(json.dumps(_changed(lambda draft: draft.update(status=None))))


def test_outlines_builds_an_index() -> None:
    letters = outlines_core.Vocabulary(0, {chr(code): [code] for code in range(1, 127)})
    index = outlines_core.Index(build_regex_from_schema(SCHEMA), letters)
    assert index.get_initial_state() is not None
