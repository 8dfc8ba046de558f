"""A task that is not built in goes the whole way with no change to the package."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from court_rulings import RULINGS, CourtRuling
from own_articles import ROOT

from summariser import Article, Record, ScriptedEngine, Summariser, VerificationFailed, check, summarise
from summariser.prompting.render import render
from summariser.tasks.loading import load_task
from summariser.tasks.negotiation import NEGOTIATION

TEXT = (
    "The harbour court of Eskby ruled on Monday that Quill Ferries must repay 40,000 crowns to the Island Tenants. "
    "The tenants had argued that the fares were raised without notice. "
    "Quill said that a notice hung on every pier. "
    "The court did not grant the tenants their costs."
)
ARTICLE = Article(TEXT, title="Ferry line must repay tenants", date=date(2026, 3, 4))
DRAFT = {
    "summary": {"headline": "Court ruled that Quill Ferries must repay tenants", "is_ruling": True},
    "parties": [
        {"evidence": [1], "id": "p1", "name": "Island Tenants", "aliases": ["The tenants"], "side": "plaintiff"},
        {"evidence": [1, 3], "id": "p2", "name": "Quill Ferries", "aliases": ["Quill"], "side": "defendant"},
    ],
    "arguments": [
        {"evidence": [2], "what": "the fares were raised without notice", "argued_by": ["p1"]},
        {"evidence": [3], "what": "a notice hung on every pier", "argued_by": ["p2"]},
    ],
    "ruling": {
        "evidence": [1],
        "court": "harbour court of Eskby",
        "decision": "Quill Ferries must repay 40,000 crowns",
        "in_favour_of": "p1",
    },
}


def changed(**more):
    return json.dumps({**DRAFT, **more})


def test_it_goes_through_an_engine_into_a_record():
    record = summarise(ARTICLE, engine=ScriptedEngine([json.dumps(DRAFT)]), task=RULINGS)
    assert isinstance(record, Record)
    assert type(record).__name__ == "RulingsRecord"
    assert record.provenance.task == "rulings"
    assert [party.name for party in record.parties] == ["Island Tenants", "Quill Ferries"]
    for claim in [*record.parties, *record.arguments, record.ruling]:
        for evidence in claim.evidence:
            assert TEXT[evidence.start : evidence.end] == evidence.quote


def test_its_record_survives_a_round_trip():
    record = check(json.dumps(DRAFT), ARTICLE, task=RULINGS)
    assert RULINGS.record.model_validate_json(record.model_dump_json()) == record


def test_its_claims_are_verified():
    false = [{**DRAFT["arguments"][0], "what": "the fares were raised by 12 crowns"}]
    ruling = {**DRAFT["ruling"], "court": "high court of Eskby", "in_favour_of": "p4"}
    with pytest.raises(VerificationFailed) as failed:
        check(changed(arguments=false, ruling=ruling), ARTICLE, task=RULINGS)
    paths = {fault.path for fault in failed.value.faults}
    assert {"arguments[0].what", "ruling.court", "ruling.in_favour_of"} <= paths


def test_its_checks_of_the_whole_draft_are_made():
    with pytest.raises(VerificationFailed, match="names no plaintiff; list who it is"):
        check(changed(parties=DRAFT["parties"][1:]), ARTICLE, task=RULINGS)


def test_what_fails_is_taken_out_on_request():
    false = [*DRAFT["arguments"], {"evidence": [4], "what": "the court granted costs", "argued_by": ["p1"]}]
    record = check(changed(arguments=false), ARTICLE, task=RULINGS, keep_verified=True)
    assert len(record.arguments) == 2
    assert [entry.path for entry in record.refused] == ["arguments[2]"]


def test_off_its_topic_its_record_is_empty():
    answer = changed(summary={"headline": "Ferry line must repay tenants", "is_ruling": False}, ruling=None)
    record = check(answer, ARTICLE, task=RULINGS)
    assert (record.parties, record.arguments, record.ruling) == ([], [], None)
    assert record.provenance.warnings


def test_it_is_asked_again_for_what_did_not_hold():
    engine = ScriptedEngine([changed(ruling=None), json.dumps(DRAFT)])
    record = Summariser(engine, task=RULINGS).summarise(ARTICLE)
    assert record.provenance.usage.attempts == 2
    assert record.provenance.usage.faults_mended == 1


def test_its_schemas_are_made_from_the_model():
    draft, record = RULINGS.draft_schema, RULINGS.record_schema
    assert list(draft["properties"]) == ["summary", "parties", "arguments", "ruling"]
    assert list(record["properties"]) == ["article", *draft["properties"], "refused", "provenance"]
    assert "null" not in json.dumps(draft["properties"]["ruling"])
    assert "null" in json.dumps(record["properties"]["ruling"])
    assert draft["additionalProperties"] is False


def test_the_prompt_for_any_schema_asks_it():
    prompt = render(ARTICLE, RULINGS)
    assert prompt.name == "claims/v1"
    assert "about a court ruling" in prompt.messages[0]["content"]
    assert '"in_favour_of": id in parties | null' in prompt.messages[0]["content"]
    assert "Example" not in prompt.messages[0]["content"]


def test_it_is_loaded_by_the_name_of_its_module():
    assert load_task("court_rulings:RULINGS") is RULINGS
    assert load_task("court_rulings:RULINGS").draft is CourtRuling


def test_a_built_in_task_is_loaded_with_one_of_its_prompts():
    assert load_task("negotiation") is NEGOTIATION
    assert load_task("negotiation/v3") == replace(NEGOTIATION, prompt="negotiation/v3")
    assert load_task("negotiation/v1", strict=True).strict


@pytest.mark.parametrize("name", ["tests.court_rulings:RULINGS", "court_rulings:RULINGS"])
def test_it_is_found_from_the_working_directory(name):
    folder = ROOT if name.startswith("tests.") else ROOT / "tests"
    code = f"from summariser.tasks.loading import load_task; print(load_task({name!r}).subject)"
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "a court ruling\n"
