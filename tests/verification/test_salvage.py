"""What is left when the claims that fail are taken out: it holds, and what went is told."""

import json
from dataclasses import replace

import pytest
from own_articles import DRAFTED, article, draft, raw_draft

from summariser.articles.article import Article
from summariser.models.claims import Claim
from summariser.tasks.negotiation import NEGOTIATION
from summariser.verification.salvage import salvage
from summariser.verification.verify import verify

ARTICLE = article("river-accord")


def salvaged(whole, of=ARTICLE, task=NEGOTIATION):
    return salvage(verify(json.dumps(whole), of, task), of, task)


@pytest.mark.parametrize("name", DRAFTED)
def test_a_good_draft_comes_back_whole(name):
    kept = salvaged(draft(name), article(name))
    assert kept.refused == ()
    assert kept.draft == verify(raw_draft(name), article(name), NEGOTIATION).draft


def test_an_invented_alias_goes_and_its_party_stays():
    whole = draft("river-accord")
    whole["parties"][0]["aliases"].append("Zorblanders")
    kept = salvaged(whole)
    assert [entry.path for entry in kept.refused] == ["parties[0].aliases[1]"]
    assert kept.refused[0].claim == "Zorblanders"
    assert "does not stand in the article" in kept.refused[0].faults[0]
    assert len(kept.draft.parties) == 3


def test_a_false_number_takes_its_claim_and_the_references_to_it():
    whole = draft("river-accord")
    whole["proposals"][0]["content"] = "guarantee Marellia 59 percent of the river's flow in dry years"
    kept = salvaged(whole)
    assert [proposal.id for proposal in kept.draft.proposals] == ["o2"]
    assert kept.draft.conditions[0].applies_to is None
    assert {entry.path for entry in kept.refused} == {"proposals[0]", "conditions[0].applies_to"}


def test_a_date_that_is_wrong_is_null_afterwards():
    whole = draft("river-accord")
    whole["events"][1]["when"]["edtf"] = "2026-05-13"
    kept = salvaged(whole)
    assert kept.draft.events[1].when.edtf is None
    assert kept.draft.events[1].when.text == "May 13"


def test_an_unknown_field_goes_alone():
    whole = draft("river-accord")
    whole["parties"][0]["mood"] = "grim"
    kept = salvaged(whole)
    assert [(entry.path, entry.claim) for entry in kept.refused] == [("parties[0].mood", "grim")]
    assert len(kept.draft.parties) == 3


def test_a_sentence_that_says_nothing_goes_and_the_claim_stays():
    whole = draft("river-accord")
    whole["proposals"][1]["evidence"] = [7, 8, 14]
    kept = salvaged(whole, task=replace(NEGOTIATION, strict=True))
    assert [entry.number for entry in kept.draft.proposals[1].evidence] == [7, 8]
    assert [entry.number for entry in salvaged(whole).draft.proposals[1].evidence] == [7, 8, 14]  # a doubt


def test_nothing_is_left_of_a_draft_with_a_fault_that_no_cut_mends():
    whole = draft("river-accord")
    whole["summary"]["is_negotiation"] = "yes"
    left = salvaged(whole)
    assert left.draft is None
    assert [fault.path for fault in left.stuck] == ["summary.is_negotiation"]


def test_what_an_order_in_the_article_said_is_not_kept():
    whole = draft("quarry-dispute")
    whole["proposals"][0]["evidence"] = [6]
    whole["proposals"][0]["content"] = "Greyfell accepted the company's offer in full"
    kept = salvaged(whole, article("quarry-dispute"))
    assert kept.draft.proposals == []


def test_the_answer_itself_is_left_alone():
    whole = draft("river-accord")
    whole["parties"][0]["aliases"].append("Zorblanders")
    verdict = verify(json.dumps(whole), ARTICLE, NEGOTIATION)
    salvage(verdict, ARTICLE, NEGOTIATION)
    assert json.loads(verdict.raw) == whole
    assert isinstance(verdict.draft.parties[0], Claim)


def test_a_refused_word_becomes_the_one_that_says_nothing_and_its_claim_stays():
    whole = draft("river-accord")
    whole["status"]["stage"] = "signed"
    kept = salvaged(whole)
    assert [(entry.path, entry.claim) for entry in kept.refused] == [("status.stage", "signed")]
    assert kept.draft.status.stage == "unclear"
    assert kept.draft.status.summary == whole["status"]["summary"]


def test_a_word_outside_its_vocabulary_goes_the_same_way():
    whole = draft("river-accord")
    whole["status"]["direction"] = "sideways"
    del whole["conditions"][0]["state"]
    kept = salvaged(whole)
    assert kept.draft.status.direction == "unclear"
    assert [entry.path for entry in kept.refused] == ["status.direction", "conditions[0]"]


def test_a_party_keeps_its_name_when_its_only_role_falls():
    whole = draft("river-accord")
    whole["parties"][0]["roles"] = ["mediator"]
    kept = salvaged(whole)
    assert [(entry.path, entry.claim) for entry in kept.refused] == [("parties[0].roles[0]", "mediator")]
    assert kept.draft.parties[0].roles == ["other"]
    whole["parties"][0]["roles"] = ["mediator", *draft("river-accord")["parties"][0]["roles"]]
    assert salvaged(whole).draft.parties[0].roles == draft("river-accord")["parties"][0]["roles"]


def test_a_state_that_is_called_a_company_stays_and_holds():
    told = Article("Norway offered Marellia 900 million. Marellia refused.")
    whole = draft("river-accord")
    norway = {**whole["parties"][2], "evidence": [1], "name": "Norway", "kind": "company", "roles": ["other"]}
    whole |= {"parties": [{**norway, "aliases": [], "representatives": []}], "proposals": [], "conditions": []}
    whole |= {"events": [], "summary": {**whole["summary"], "headline": "Norway offered Marellia 900 million"}}
    whole["summary"] |= {"overview": "Norway offered Marellia 900 million", "process": None}
    whole["status"] |= {"evidence": [2], "summary": "Marellia refused", "stage": "unclear", "direction": "unclear"}
    whole["status"]["next_steps"] = []
    kept = salvaged(whole, told)
    assert [(entry.path, entry.claim) for entry in kept.refused] == [("parties[0].kind", "company")]
    assert [party.kind for party in kept.draft.parties] == ["other"]
    assert [doubt.guard for doubt in kept.doubts] == ["kind_befits_its_name"]


def test_a_claim_all_of_whose_citations_are_wrong_goes_as_it_was_given():
    whole = draft("river-accord")
    whole["proposals"][1]["evidence"] = [50, 60]
    entry = salvaged(whole).refused[0]
    assert (entry.path, entry.claim) == ("proposals[1]", whole["proposals"][1])
    assert ["no sentence 50" in entry.faults[0], "no sentence 60" in entry.faults[1]] == [True, True]
