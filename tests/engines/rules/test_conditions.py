"""Kinds of condition by the constructions that state them, on invented news."""

from __future__ import annotations

import pytest
from test_traps import party, read

from summariser.models.negotiation import Condition


def conditions(text: str) -> list[tuple[str, str]]:
    return [(condition.kind, condition.requirement) for condition in read(text).conditions]


def only(text: str) -> Condition:
    (condition,) = read(text).conditions
    return condition


@pytest.mark.parametrize(
    ("text", "kind", "requirement"),
    [
        (
            "Any pact would have to be ratified by the assembly of Ostrova.",
            "legal_requirement",
            "Any pact would have to be ratified by the assembly of Ostrova",
        ),
        (
            "The pact is subject to the approval of the Marsh Front's council.",
            "legal_requirement",
            "the approval of the Marsh Front's council",
        ),
        (
            "Ostrova's constitution forbids the lease of any river island.",
            "legal_requirement",
            "Ostrova's constitution forbids the lease of any river island",
        ),
        ("The truce runs out on June 30.", "deadline", "The truce runs out on June 30"),
        (
            "Ostrova will not reopen the river locks, its transport minister said.",
            "red_line",
            "Ostrova will not reopen the river locks",
        ),
        ("The Marsh Front ruled out any handover of the forts.", "red_line", "any handover of the forts"),
        (
            "No deal is possible without guarantees for the river towns, the Marsh Front said.",
            "precondition",
            "guarantees for the river towns",
        ),
        (
            "Only if the prisoners are freed will the Marsh Front return to the table.",
            "precondition",
            "the prisoners are freed",
        ),
        ("The Marsh Front promised not to shell the port.", "commitment", "not to shell the port"),
        ("The United Nations will guarantee the convoys.", "guarantee", "United Nations will guarantee the convoys"),
        (
            "The ceasefire does not cover the river islands.",
            "limit",
            "The ceasefire does not cover the river islands",
        ),
        ("Ostrova gave the Marsh Front 48 hours to reply.", "deadline", "the Marsh Front 48 hours to reply"),
        ("Ostrova is holding out for a share of the ferry tolls.", "demand", "a share of the ferry tolls"),
        (
            "The accord obliges both sides to clear the mines at Tarn.",
            "commitment",
            "The accord obliges both sides to clear the mines at Tarn",
        ),
    ],
)
def test_a_construction_tells_the_kind(text: str, kind: str, requirement: str) -> None:
    assert conditions(text) == [(kind, requirement)]


def test_what_somebody_would_do_if_is_a_commitment_and_its_precondition() -> None:
    assert conditions("Ostrova would withdraw from the forts if the Marsh Front opens the locks.") == [
        ("precondition", "the Marsh Front opens the locks"),
        ("commitment", "Ostrova would withdraw from the forts if the Marsh Front opens the locks"),
    ]


def test_what_anybody_would_do_that_is_no_dealing_hangs_on_nothing() -> None:
    assert conditions("The river would rise by a metre if the rain went on.") == []


def test_a_provided_that_needs_no_would() -> None:
    condition = only("The Marsh Front backs the inspections provided that Ostrova pays for the boats.")
    assert (condition.kind, condition.requirement) == ("precondition", "Ostrova pays for the boats")


def test_we_in_quotation_marks_is_who_is_quoted() -> None:
    text = '"We shall not leave the forts until the last mine is cleared," Marsh Front leader Ada Crewe said.'
    draft = read(text)
    (condition,) = draft.conditions
    assert condition.set_by == [party(draft, "Marsh Front").id]
    assert condition.attributed_to == "Marsh Front leader Ada Crewe"


def test_he_said_means_who_spoke_last() -> None:
    text = 'Marsh Front leader Ada Crewe said the locks were safe. "The forts are not for sale," she said.'
    condition = only(text)
    assert (condition.kind, condition.attributed_to) == ("red_line", "Marsh Front leader Ada Crewe")


def test_an_unnamed_source_makes_a_condition_unnamed() -> None:
    condition = only("Ostrova is holding out for a share of the tolls, two people close to the talks said.")
    assert (condition.attributed_to, condition.certainty) == ("two people close to the talks", "unnamed")


def test_what_was_denied_is_no_condition() -> None:
    assert conditions("Ostrova denied that it would not sign a truce.") == []


def test_a_list_of_demands_is_several() -> None:
    assert conditions("Ostrova is holding out for a share of the tolls, a seat on the council and an amnesty.") == [
        ("demand", "a share of the tolls"),
        ("demand", "a seat on the council"),
        ("demand", "an amnesty"),
    ]


def test_what_hangs_on_needs_be_hangs_on_nothing() -> None:
    assert conditions("Ostrova would accept a later date if needed.") == []


def test_another_process_sets_no_conditions_here() -> None:
    assert conditions("In Lund, meanwhile, Norra will not sign a fisheries pact unless the Danes pay.") == []


def test_it_after_a_verb_of_speech_is_the_speaker() -> None:
    draft = read("The talks failed when Ostrova left and the Marsh Front insisted it would not sell the locks.")
    (condition,) = draft.conditions
    assert condition.set_by == [party(draft, "Marsh Front").id]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The talks must settle who runs the locks.", "demand", "locks"),
        ("The truce excludes the upper valley.", "limit", "upper valley"),
        ("The two firms are still aiming to finalise the deal by the end of June.", "deadline", "finalise the deal"),
        ("Ostrova will only lift the toll after the barges are handed back.", "precondition", "barges are handed back"),
        ("There could be further walkouts unless there was a new rota.", "precondition", "a new rota"),
        ("Ostrova has consistently refused to join a river patrol.", "red_line", "river patrol"),
        ("The toll is not up for renegotiation, Ostrova said.", "red_line", "renegotiation"),
        ("Ostrova promised no pilots would lose their posts.", "commitment", "no pilots would lose"),
        ("Ostrova will not assist the pilots with their claim.", "limit", "assist the pilots"),
        ("The accord must win the backing of the upland deputies.", "legal_requirement", "upland deputies"),
    ],
)
def test_conditions_of_an_outcome_and_of_what_is_refused(text: str, kind: str, words: str) -> None:
    assert any(term.kind == kind and words in term.requirement for term in read(text).conditions)
