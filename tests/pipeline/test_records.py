"""From a reading to a record: spans, provenance, what is off the topic, what is refused."""

import json

import pytest
from own_articles import DRAFTED, article, draft, raw_draft

from summariser import Article, NegotiationRecord, ScriptedEngine, VerificationFailed, check, summarise
from summariser.engines.engine import Reading
from summariser.models.claims import Claim, Evidence, Model
from summariser.models.record import Usage
from summariser.pipeline.record import build_record
from summariser.tasks.negotiation import NEGOTIATION
from summariser.verification.verify import verify

ARTICLE = article("river-accord")


def claims(value):
    """Yield all claims of a record or below a value."""
    if isinstance(value, Claim):
        yield value
    if isinstance(value, Model):
        for name in type(value).model_fields:
            yield from claims(getattr(value, name))
    if isinstance(value, list):
        for entry in value:
            yield from claims(entry)


def false(**more):
    whole = draft("river-accord")
    whole["proposals"][0]["content"] = "guarantee Marellia 59 percent of the river's flow in dry years"
    return json.dumps({**whole, **more})


@pytest.mark.parametrize("name", DRAFTED)
def test_spans_slice_back_to_quotes(name):
    text = article(name).text
    found = [evidence for claim in claims(check(raw_draft(name), article(name))) for evidence in claim.evidence]
    assert found
    for evidence in found:
        assert text[evidence.start : evidence.end] == evidence.quote
        assert article(name).sentences[evidence.number - 1].text == evidence.quote


@pytest.mark.parametrize("name", DRAFTED)
def test_a_record_survives_a_round_trip(name):
    record = check(raw_draft(name), article(name))
    assert isinstance(record, NegotiationRecord)
    assert NegotiationRecord.model_validate_json(record.model_dump_json()) == record
    assert json.loads(record.model_dump_json(indent=2)) == record.model_dump(mode="json")


def test_evidence_is_in_order_and_each_sentence_once():
    whole = draft("river-accord")
    whole["parties"][0]["evidence"] = [4, 1, 4]
    record = check(json.dumps(whole), ARTICLE)
    assert [evidence.number for evidence in record.parties[0].evidence] == [1, 4]
    assert all(isinstance(evidence, Evidence) for evidence in record.parties[0].evidence)


def test_the_article_is_known_by_its_digest_and_not_repeated():
    record = check(raw_draft("river-accord"), ARTICLE)
    assert record.article.id == ARTICLE.id
    assert record.article.title == ARTICLE.title
    assert record.article.date == ARTICLE.date
    assert (record.article.characters, record.article.sentences) == (len(ARTICLE.text), len(ARTICLE.sentences))
    assert ARTICLE.text not in record.model_dump_json()


def test_provenance_says_where_it_comes_from():
    usage = Usage(attempts=2, input_tokens=900, output_tokens=80, cost=0.01, seconds=1.5, faults_mended=3)
    reading = Reading(
        verify(raw_draft("river-accord"), ARTICLE, NEGOTIATION), usage, "model-1", "negotiation/v1", "0" * 16, ("slow",)
    )
    provenance = build_record(reading, ARTICLE, NEGOTIATION, "llm", keep_verified=False).provenance
    assert (provenance.task, provenance.schema_version, provenance.engine) == ("negotiation", "v1", "llm")
    assert (provenance.model, provenance.prompt, provenance.prompt_digest) == ("model-1", "negotiation/v1", "0" * 16)
    assert provenance.usage == usage
    assert provenance.warnings == ["slow"]
    assert provenance.software.startswith("summariser ")


def test_off_the_topic_the_record_is_empty_and_says_what_was_left_out():
    whole = draft("river-accord")
    whole["summary"]["is_negotiation"] = False
    record = check(json.dumps({**whole, "proposals": [], "conditions": []}), ARTICLE)
    assert not list(claims(record))
    assert record.status is None
    assert record.summary.headline
    assert record.provenance.warnings == [
        "the article is off the topic: 3 parties left out",
        "the article is off the topic: 2 events left out",
    ]


def test_what_could_not_be_decided_is_a_warning():
    whole = draft("river-accord")
    whole["events"][0]["when"] = {"text": "earlier round", "edtf": "2024"}
    (warning,) = check(json.dumps(whole), ARTICLE).provenance.warnings
    assert warning.startswith("not decided: events[0].when.edtf: '2024' for 'earlier round' could not be checked")


def test_a_failure_carries_answer_faults_and_usage():
    engine = ScriptedEngine(["no JSON", false()])
    with pytest.raises(VerificationFailed) as failed:
        summarise(ARTICLE, engine=engine)
    error = failed.value
    assert error.raw == false()
    assert [fault.path for fault in error.faults] == ["proposals[0].content"]
    assert error.usage.attempts == 2
    assert str(error).startswith("after 2 tries the answer does not hold: proposals[0].content: the number 59 does not")


def test_a_failure_with_many_faults_tells_five_and_counts_the_rest():
    whole = draft("river-accord")
    for party in whole["parties"]:
        party["aliases"] = [f"Zorb{letter} {party['id']}" for letter in "abc"]
    with pytest.raises(VerificationFailed, match=r"; and 4 more$") as failed:
        check(json.dumps(whole), ARTICLE)
    assert len(failed.value.faults) == 9


def test_with_keep_verified_what_is_refused_is_listed():
    record = check(false(), ARTICLE, keep_verified=True)
    assert [proposal.id for proposal in record.proposals] == ["o2"]
    refused = next(entry for entry in record.refused if entry.path == "proposals[0]")
    assert refused.claim["content"].startswith("guarantee Marellia 59")
    assert "the number 59 does not stand in" in refused.faults[0]
    assert NegotiationRecord.model_validate_json(record.model_dump_json()) == record


def test_with_keep_verified_an_answer_of_which_nothing_holds_is_a_failure():
    with pytest.raises(VerificationFailed, match="the answer is not JSON") as failed:
        check("no JSON", ARTICLE, keep_verified=True)
    assert failed.value.raw == "no JSON"


def test_a_record_of_a_bare_text_has_no_title_and_no_date():
    record = check(raw_draft("river-accord"), ARTICLE.text, keep_verified=True)
    assert (record.article.title, record.article.date) == (None, None)
    assert Article(ARTICLE.text).id == record.article.id
