"""Corroboration: claims are put to a second reading; what that lacks is a warning, or refused where strict."""

import json
from dataclasses import replace

import pytest
from court_rulings import RULINGS
from own_articles import article, draft, raw_draft

from summariser import (
    NEGOTIATION,
    Article,
    EngineError,
    ScriptedEngine,
    SettingsError,
    Summariser,
    VerificationFailed,
    check,
    summarise,
)
from summariser.engines.llm.engine import LlmEngine
from summariser.engines.rules.drafting import draft_of
from summariser.settings import Settings

ARTICLE = article("river-accord")
DOUBTING = replace(NEGOTIATION, corroborated=True)
REFUSING = replace(NEGOTIATION, corroborated=True, strict=True)
SWISS = Article(
    "Die Verhandlungen über das Abkommen gehen weiter. Der Bundesrat hat den Vorschlag der Kommission am Freitag "
    "abgelehnt. Beide Seiten treffen sich im Mai in Bern."
)
"""Nobody who reads English alone can bear out what is said of it."""


def what_the_rules_answer(text):
    """Return what the rules read as a model would answer it, with bare numbers for evidence."""
    value = draft_of(text).model_dump(mode="json")
    claims = [claim for part in ("parties", "proposals", "conditions", "events") for claim in value[part]]
    for claim in [*claims, *([value["status"]] if value["status"] else [])]:
        claim["evidence"] = [one["number"] for one in claim["evidence"]]
    return value


def test_what_the_second_reading_lacks_is_a_warning():
    plain, doubted = check(raw_draft("river-accord"), ARTICLE), check(raw_draft("river-accord"), ARTICLE, task=DOUBTING)
    assert doubted.parties == plain.parties
    assert doubted.refused == []
    more = set(doubted.provenance.warnings) - set(plain.provenance.warnings)
    assert more
    assert all(warning.startswith("not decided: ") and "second reading" in warning for warning in more)


def test_strict_takes_it_out_and_lists_it_though_the_answer_holds():
    record = check(raw_draft("river-accord"), ARTICLE, task=REFUSING)
    assert record.refused
    assert all("second reading" in fault for claim in record.refused for fault in claim.faults)
    assert [party.name for party in record.parties] == ["Marellia", "Tovenia", "Norrund"]
    assert not any("second reading" in warning for warning in record.provenance.warnings)


def test_who_read_second_stands_in_the_record():
    assert check(raw_draft("river-accord"), ARTICLE, task=DOUBTING).provenance.engine == "given, corroborated by rules"
    assert check(raw_draft("river-accord"), ARTICLE).provenance.engine == "given"


def test_of_a_swapped_offer_nobody_makes_or_gets_it():
    fish = Article(
        "The proposal of Norland that the cod be shared has found no favour with Sudland, which rejected it."
    )
    swapped = what_the_rules_answer(fish)
    for proposal in swapped["proposals"]:
        proposal["proposed_by"], proposal["addressed_to"] = proposal["addressed_to"], proposal["proposed_by"]
        proposal["answers"] = []
    assert any(proposal["proposed_by"] for proposal in swapped["proposals"])
    # Which of the two offers is beyond the guards, in these words.
    assert check(json.dumps(swapped), fish, task=replace(NEGOTIATION, strict=True)).proposals[0].proposed_by
    record = check(json.dumps(swapped), fish, task=REFUSING)
    assert not any(proposal.proposed_by or proposal.addressed_to for proposal in record.proposals)


def test_where_no_claim_is_left_the_answer_fails_with_what_was_missing():
    answer = draft("river-accord")
    other = Article(
        "A bakery in Tarn has won a prize for its rye bread. The bread is baked in a stone oven that Marellia and "
        "Tovenia gave. The Organisation of Lakeland States praised it."
    )
    with pytest.raises(VerificationFailed) as failed:
        check(json.dumps(answer), other, task=REFUSING)
    assert failed.value.raw


def test_an_answer_that_does_not_hold_is_not_let_through_by_it():
    answer = draft("river-accord")
    answer["proposals"][0]["content"] = "guarantee Marellia 59 percent of the river's flow in dry years"
    with pytest.raises(VerificationFailed, match="the number 59"):
        check(json.dumps(answer), ARTICLE, task=DOUBTING)
    kept = check(json.dumps(answer), ARTICLE, task=DOUBTING, keep_verified=True)
    assert any("the number 59" in fault for claim in kept.refused for fault in claim.faults)


def test_an_article_that_the_second_reader_cannot_read_is_a_doubt():
    answer = json.dumps(
        {
            "summary": {
                "headline": "Bundesrat Vorschlag abgelehnt",
                "overview": "Der Bundesrat hat den Vorschlag der Kommission am Freitag abgelehnt.",
                "process": None,
                "other_processes": [],
                "is_negotiation": False,
            },
            **{name: [] for name in ("parties", "proposals", "conditions", "events")},
            "status": None,
        }
    )
    plain = check(answer, SWISS)
    doubted = check(answer, SWISS, task=DOUBTING)
    (warning,) = set(doubted.provenance.warnings) - set(plain.provenance.warnings)
    assert "hardly any running English" in warning
    with pytest.raises(VerificationFailed, match="hardly any running English"):
        check(answer, SWISS, task=REFUSING)


def test_an_engine_is_not_asked_again_about_what_only_the_second_reading_lacks():
    engine = ScriptedEngine([raw_draft("river-accord"), raw_draft("river-accord")])
    record = summarise(ARTICLE, engine=engine, task=REFUSING)
    assert record.provenance.usage.attempts == 1
    assert record.refused


def test_the_rules_do_not_corroborate_themselves():
    with pytest.raises(SettingsError, match="cannot corroborate what they read themselves"):
        Summariser("rules", task=DOUBTING)


def test_a_model_that_is_shown_what_the_rules_read_is_not_independent():
    settings = Settings(model="m", base_url="http://127.0.0.1:9/v1")
    hinted = LlmEngine(settings, first=Summariser("rules").engine)
    with pytest.raises(SettingsError, match="SUMMARISER_HINTS"):
        Summariser(hinted, task=DOUBTING)
    assert Summariser(LlmEngine(settings), task=DOUBTING).task.corroborated


def test_another_task_has_no_second_reader():
    doubting = replace(RULINGS, corroborated=True)
    with pytest.raises(SettingsError, match=f"not the task '{RULINGS.name}'"):
        Summariser(ScriptedEngine(["{}"]), task=doubting)
    with pytest.raises(SettingsError, match="leave out --corroborate"):
        check("{}", ARTICLE, task=doubting)


def test_the_engines_fault_is_told_before_any_second_reading():
    with pytest.raises(EngineError, match="does not hold"):
        check("{}", ARTICLE, task=DOUBTING)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "Sudan has offered Ethiopia a cease-fire along the border, its foreign minister said in South Sudan. "
            "Ethiopia rejected the proposal of Sudan and demanded that the troops leave the border region first.",
            "Sudan",
            "South Sudan",
        ),
        (
            "Slovakia offered Hungary a share of the gas on Monday, the Slovenia Times wrote. Hungary rejected "
            "the offer of Slovakia and demanded half of it.",
            "Slovakia",
            "Slovenia",
        ),
    ],
)
def test_a_name_that_is_like_anothers_is_not_borne_out_by_it(text, right, wrong):
    answer = what_the_rules_answer(Article(text))
    (party,) = [party for party in answer["parties"] if party["name"] == right]
    assert check(json.dumps(answer), Article(text), task=DOUBTING).provenance.warnings == []
    party["name"], party["aliases"] = wrong, []
    record = check(json.dumps(answer), Article(text), task=REFUSING, keep_verified=True)
    assert wrong not in [party.name for party in record.parties]


def test_a_person_is_not_borne_out_by_anothers_initials():
    text = Article(
        "Norland offered Sudland a share of the cod on Monday, said John Kerry, the chief negotiator of Norland. "
        "Sudland rejected the offer. Jane Kelly of the fish shop said that Norland had much cod."
    )
    answer = what_the_rules_answer(text)
    (speaker,) = [person for party in answer["parties"] for person in party["representatives"]]
    assert speaker["name"] == "John Kerry"
    speaker["name"], speaker["position"], speaker["aliases"] = "Jane Kelly", None, []
    record = check(json.dumps(answer), text, task=REFUSING, keep_verified=True)
    assert [party.representatives for party in record.parties if party.name == "Norland"] == [[]]


def test_a_kind_that_is_doubted_goes_and_its_bearer_stays_with_all_that_it_offers():
    text = Article(
        "The European Union has offered Norway a share of the cod in the North Sea on Friday. Norway rejected the "
        "proposal of the European Union and demanded half of the cod in talks that will resume in May."
    )
    answer = what_the_rules_answer(text)
    (union,) = [party for party in answer["parties"] if party["name"] == "European Union"]
    assert union["kind"] == "bloc"
    union["kind"] = "intergovernmental_organisation"
    record = check(json.dumps(answer), text, task=REFUSING)
    assert [(claim.path, claim.claim) for claim in record.refused] == [
        (f"parties[{answer['parties'].index(union)}].kind", "intergovernmental_organisation")
    ]
    assert [proposal.proposed_by for proposal in record.proposals] == [
        proposal["proposed_by"] for proposal in answer["proposals"]
    ]


def test_what_is_taken_out_later_is_told_where_nothing_remains():
    answer = draft("river-accord")
    answer["summary"]["is_negotiation"], answer["note"] = False, "x"
    for part in ("parties", "proposals", "conditions", "events"):
        answer[part] = []
    answer["status"] = None
    with pytest.raises(VerificationFailed, match="is_negotiation: is false, not so in the second reading") as failed:
        check(json.dumps(answer), ARTICLE, task=REFUSING, keep_verified=True)
    assert "note" in str(failed.value)


def test_nothing_is_spent_on_what_no_second_reader_can_read():
    engine = ScriptedEngine(["{}"])
    with pytest.raises(EngineError, match=r"hardly any running English.*leave out --strict"):
        summarise(SWISS, engine=engine, task=REFUSING)
    assert engine.seen == []
