"""A word of a vocabulary is believed only where the sentences have a word for it."""

import json
from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

import pytest

from summariser.articles.article import Article
from summariser.models.claims import Claim, Model
from summariser.models.cues import cues_of
from summariser.models.markers import Supported, Told
from summariser.models.shapes import Shape, shape_of
from summariser.tasks.negotiation import NEGOTIATION
from summariser.tasks.task import Task
from summariser.verification.verify import verify

WEATHER = Told("weather", (("rain", ("rain", "drizzl")), ("storm", ("storm", "gale"))))


class Report(Claim):
    sky: Annotated[Literal["rain", "storm", "unclear"], WEATHER]


class Reports(Model):
    reports: list[Report]


TASK = Task(name="weather", version="v1", draft=Reports, subject="the weather")
ARTICLE = Article("It was drizzling in Eskby. A gale is expected. The mayor slept.")


def said(sky: str, *evidence: int) -> list[str]:
    raw = json.dumps({"reports": [{"evidence": list(evidence), "sky": sky}]})
    return [str(fault) for fault in verify(raw, ARTICLE, TASK).faults if fault.guard == "is_told"]


@pytest.mark.parametrize(("sky", "sentence"), [("rain", 1), ("storm", 2), ("unclear", 3)])
def test_what_the_sentence_speaks_of_is_believed(sky, sentence):
    assert said(sky, sentence) == []


def test_what_it_does_not_speak_of_is_refused_with_what_to_look_for():
    assert said("storm", 1) == [
        "reports[0].sky: nothing in sentence 1 speaks of 'storm' (storm-, gale- ...); choose the word that fits them"
    ]


def test_every_cue_is_of_a_word_that_the_vocabulary_has():
    def told(shape: Shape):
        for marker in shape.markers:
            if isinstance(marker, Told):
                yield marker, shape.choices
        for below in [*shape.fields.values(), *([shape.item] if shape.item else [])]:
            yield from told(below)

    found = list(told(shape_of(NEGOTIATION.draft)))
    assert {marker.vocabulary for marker, _ in found} == {
        "role", "answer", "issue", "status", "state", "event", "factuality", "stage", "direction", "kind",
    }  # fmt: skip
    for marker, choices in found:
        assert cues_of(marker), marker
        assert set(cues_of(marker)) <= set(choices), marker


@pytest.mark.parametrize(
    ("stage", "summary", "refused"),
    [
        ("under_way", "Talks broke down on Monday", True),
        ("broken_off", "Talks broke down on Monday", False),
        ("under_way", "Talks go on in Eskby", False),
    ],
)
def test_talks_that_broke_down_are_not_under_way(stage, summary, refused):
    article = Article("Talks of Velm and Orrin broke down on Monday. Talks of Velm and Orrin go on in Eskby.")
    party = {"kind": "state", "roles": ["negotiating_party"], "aliases": [], "representatives": [], "evidence": [1]}
    draft = {
        "summary": {
            "headline": "Talks of Velm and Orrin", "overview": "Talks of Velm and Orrin.", "process": None,
            "other_processes": [], "is_negotiation": True,
        },
        "parties": [{**party, "id": "p1", "name": "Velm"}, {**party, "id": "p2", "name": "Orrin"}],
        "proposals": [], "conditions": [], "events": [],
        "status": {
            "evidence": [1, 2], "stage": stage, "direction": "unclear", "summary": summary, "next_steps": [],
        },
    }  # fmt: skip
    guards = {fault.guard for fault in verify(json.dumps(draft), article, NEGOTIATION).faults}
    assert ("stage_fits_its_summary" in guards) is refused


def test_a_word_that_follows_from_another_needs_no_cue():
    class Sky(Claim):
        sky: Annotated[Literal["rain", "storm"], replace(WEATHER, follows=(("storm", "wind", "gale"),))]
        wind: Literal["breeze", "gale"]

    class Skies(Model):
        skies: list[Sky]

    def refused(sky: str, wind: str) -> bool:
        raw = json.dumps({"skies": [{"evidence": [3], "sky": sky, "wind": wind}]})
        task = replace(TASK, draft=Skies)
        return any(fault.guard == "is_told" for fault in verify(raw, ARTICLE, task).faults)

    assert not refused("storm", "gale")
    assert refused("storm", "breeze")
    assert refused("rain", "gale")


@pytest.mark.parametrize(
    ("vocabulary", "word", "beginning"),
    [("event", "approval", "ballot"), ("event", "violence", "scuffl"), ("issue", "wages_and_work", "clos")],
)
def test_words_that_newsrooms_use_for_it(vocabulary, word, beginning):
    assert beginning in cues_of(Told(vocabulary))[word].told_by


@pytest.mark.parametrize(
    ("day", "factuality", "refused"),
    [
        ("March 10", "happened", True),
        ("March 10", "planned", False),
        ("March 2", "happened", False),
    ],
)
def test_what_lies_ahead_has_not_happened(day, factuality, refused):
    article = Article(f"Velm and Orrin will meet for talks on {day}.", date=date(2026, 3, 5))
    party = {"kind": "state", "roles": ["negotiating_party"], "aliases": [], "representatives": [], "evidence": [1]}
    event = {
        "evidence": [1], "kind": "meeting", "what": "Velm and Orrin meet for talks", "participants": ["p1", "p2"],
        "when": {"text": day, "edtf": f"2026-03-{int(day[6:]):02}"}, "where": None, "factuality": factuality,
    }  # fmt: skip
    draft = {
        "summary": {
            "headline": "Velm and Orrin meet", "overview": "Velm and Orrin meet for talks.", "process": None,
            "other_processes": [], "is_negotiation": True,
        },
        "parties": [{**party, "id": "p1", "name": "Velm"}, {**party, "id": "p2", "name": "Orrin"}],
        "proposals": [], "conditions": [], "events": [event],
        "status": {
            "evidence": [1], "stage": "unclear", "direction": "unclear", "summary": "Velm and Orrin meet for talks",
            "next_steps": [],
        },
    }  # fmt: skip
    guards = {fault.guard for fault in verify(json.dumps(draft), article, NEGOTIATION).faults}
    assert ("is_not_ahead" in guards) is refused


def _fates(text, status, answers=(), task=NEGOTIATION):
    party = {"kind": "state", "roles": ["negotiating_party"], "aliases": [], "representatives": [], "evidence": [1]}
    proposal = {
        "evidence": [2], "id": "o1", "content": "a truce", "issue": "ceasefire", "proposed_by": ["p1"],
        "addressed_to": ["p2"], "answers": [{"party": "p2", "answer": answer} for answer in answers], "status": status,
        "when": None, "where": None, "attributed_to": None, "certainty": "asserted",
    }  # fmt: skip
    draft = {
        "summary": {
            "headline": "Talks of Velm and Orrin", "overview": "Talks of Velm and Orrin.", "process": None,
            "other_processes": [], "is_negotiation": True,
        },
        "parties": [{**party, "id": "p1", "name": "Velm"}, {**party, "id": "p2", "name": "Orrin"}],
        "proposals": [proposal], "conditions": [], "events": [],
        "status": {
            "evidence": [1], "stage": "under_way", "direction": "unclear", "summary": "Talks of Velm and Orrin go on",
            "next_steps": [],
        },
    }  # fmt: skip
    article = Article(f"Talks of Velm and Orrin on a truce go on. {text}")
    verdict = verify(json.dumps(draft), article, task)
    told = [(fault.path, fault.guard) for fault in verdict.faults]
    doubted = [(fault.path, fault.guard) for fault in verdict.doubts]
    return told, doubted


@pytest.mark.parametrize(
    ("text", "status", "refused", "doubted"),
    [
        ("Orrin rejected the truce of Velm.", "rejected", False, False),
        ("Orrin rejected the truce of Velm.", "accepted", True, False),
        ("Orrin accepted the truce of Velm.", "rejected", True, False),
        ("Orrin would accept the truce of Velm.", "accepted", True, False),
        ("Orrin yawned at the truce of Velm.", "rejected", False, True),
        ("Velm and Orrin signed the truce.", "signed", False, False),
        ("Velm and Orrin have not signed the truce.", "signed", True, False),
    ],
)
def test_a_fate_is_refused_where_the_sentence_tells_another(text, status, refused, doubted):
    told, doubts = _fates(text, status)
    assert (("proposals[0].status", "is_told") in told) is refused
    assert (("proposals[0].status", "is_told") in doubts) is doubted


@pytest.mark.parametrize(
    ("status", "answers", "refused"),
    [
        ("accepted", ["accepted"], False),
        ("accepted", ["rejected"], True),
        ("partly_accepted", ["accepted", "rejected"], False),
        ("rejected", ["accepted"], True),
    ],
)
def test_a_fate_fits_the_answers(status, answers, refused):
    told, _ = _fates("Orrin accepted the truce, Velm rejected it, if the truce holds.", status, answers)
    assert (("proposals[0].status", "fates_fit_answers") in told) is refused


def test_a_strict_task_refuses_what_is_doubted():
    told, doubts = _fates("Orrin yawned at the truce of Velm.", "rejected", task=replace(NEGOTIATION, strict=True))
    assert ("proposals[0].status", "is_told") in told
    assert doubts == []


@pytest.mark.parametrize(
    ("text", "refused"),
    [("Velm signed the truce, Orrin rejected it.", True), ("Velm signed the truce; Orrin was there.", False)],
)
def test_who_rejected_what_others_signed_has_not_accepted_it(text, refused):
    told, doubted = _fates(text, "signed", ["accepted"])
    assert (("proposals[0].answers[0].answer", "is_told") in told) is refused
    assert "proposals[0].answers[0].answer" not in [path for path, _ in doubted]


class Forecast(Claim):
    what: Annotated[str, Supported()]
    sky: Annotated[Literal["rain", "storm"], replace(WEATHER, scope="article", wording="what")]


class Forecasts(Model):
    forecasts: list[Forecast]


@pytest.mark.parametrize(
    ("what", "sky", "sentence", "is_doubt"),
    [
        ("drizzling in Eskby", "storm", 1, True),
        ("drizzling in Eskby", "rain", 1, False),
        ("the mayor slept", "storm", 3, False),
        ("a gale", "rain", 2, True),
    ],
)
def test_a_word_of_the_article_is_a_doubt_where_the_claim_speaks_of_another(what, sky, sentence, is_doubt):
    task = Task(name="forecast", version="v1", draft=Forecasts, subject="the weather")
    raw = json.dumps({"forecasts": [{"evidence": [sentence], "what": what, "sky": sky}]})
    verdict = verify(raw, ARTICLE, task)
    assert [fault for fault in verdict.faults if fault.guard == "is_told"] == []
    assert [fault.path for fault in verdict.doubts if fault.guard == "is_told"] == (
        ["forecasts[0].sky"] if is_doubt else []
    )
