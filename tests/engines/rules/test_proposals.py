"""Kinds of proposal by the constructions that tell them, and what is answered, on invented news."""

from __future__ import annotations

import pytest
from test_traps import party, read

from summariser.models.negotiation import Negotiation, Proposal


def only(draft: Negotiation) -> Proposal:
    (proposal,) = draft.proposals
    return proposal


@pytest.mark.parametrize(
    ("text", "status", "content"),
    [
        (
            "Ostrova's offer of 40 million crowns for the locks is still on the table.",
            "proposed",
            "offer of 40 million crowns for the locks",
        ),
        (
            "Ostrova wants the Marsh Front to cut its ferry toll by a third.",
            "proposed",
            "the Marsh Front to cut its ferry toll by a third",
        ),
        ("Ostrova has replied with a toll of 12 crowns.", "proposed", "a toll of 12 crowns"),
        ("Ostrova has offered 600,000.", "proposed", "600,000"),
        ("Creditors were asked to write off a third of the debt.", "proposed", "write off a third of the debt"),
        (
            "The Marsh Front had a bid of 12 million pounds for the goalkeeper rejected last week.",
            "rejected",
            "a bid of 12 million pounds for the goalkeeper",
        ),
        (
            "A bid of 12 million pounds from the Marsh Front was turned down by Ostrova.",
            "rejected",
            "A bid of 12 million pounds from the Marsh Front",
        ),
        (
            "Ostrova reached a deal with the Marsh Front to raise the ferry tolls.",
            "agreed",
            "a deal with the Marsh Front to raise the ferry tolls",
        ),
        (
            "The Marsh Front gave up its claim to the northern locks.",
            "withdrawn",
            "its claim to the northern locks",
        ),
        (
            "Ostrova would make a new offer before the winter.",
            "expected",
            "a new offer before the winter",
        ),
        (
            "Ostrova agreed to sell the forts to the Marsh Front for 9 million crowns.",
            "agreed",
            "sell the forts to the Marsh Front for 9 million crowns",
        ),
        (
            "Ostrova signed a treaty on the river tolls with the Marsh Front.",
            "signed",
            "a treaty on the river tolls with the Marsh Front",
        ),
        (
            "Ostrova and the Marsh Front are close to agreeing a sale of the locks by auction.",
            "under_discussion",
            "a sale of the locks by auction",
        ),
    ],
)
def test_a_construction_tells_the_status(text: str, status: str, content: str) -> None:
    proposal = only(read(text))
    assert (proposal.status, proposal.content) == (status, content)


def test_an_adjective_tells_whose_plan_it_is() -> None:
    draft = read("Ostrova studied a Norwegian plan under which the locks would open each spring.")
    proposal = only(draft)
    assert proposal.content == "plan under which the locks would open each spring"


def test_of_two_sides_the_other_is_addressed() -> None:
    draft = read("Ostrova has offered 600,000.")
    assert only(draft).proposed_by == [party(draft, "Ostrova").id]
    assert only(draft).addressed_to == [party(draft, "Marsh Front").id]


@pytest.mark.parametrize(
    ("words", "answer", "status"),
    [
        ("The Marsh Front said no.", "rejected", "rejected"),
        ("The Marsh Front called the offer an insult.", "rejected", "rejected"),
        ("The Marsh Front welcomed that.", "accepted", "accepted"),
        ("The Marsh Front is studying the text.", "considering", "under_discussion"),
        ("The Marsh Front would agree once the guns are gone.", "conditional", "under_discussion"),
    ],
)
def test_an_answer_that_repeats_no_words_goes_to_the_last_proposal(words: str, answer: str, status: str) -> None:
    draft = read(f"Ostrova proposed a ten-day ceasefire along the river. {words}")
    proposal = only(draft)
    assert [(a.party, a.answer) for a in proposal.answers] == [(party(draft, "Marsh Front").id, answer)]
    assert proposal.status == status


def test_what_an_offer_replaced_is_superseded_and_its_makers() -> None:
    draft = read(
        "Ostrova offered the Marsh Front a share of 30 percent of the tolls. "
        "The offer replaces one of 12 percent which the Marsh Front turned down in May."
    )
    assert [(p.status, p.proposed_by) for p in draft.proposals] == [
        ("proposed", [party(draft, "Ostrova").id]),
        ("superseded", [party(draft, "Ostrova").id]),
    ]
    assert [a.answer for a in draft.proposals[1].answers] == ["rejected"]


def test_what_a_plan_holds_is_added_to_it() -> None:
    proposal = only(
        read(
            "Ostrova put forward a plan for a truce on the river. "
            "Under the plan, both sides would pull back their guns by ten miles."
        )
    )
    assert proposal.content == ("a plan for a truce on the river; both sides would pull back their guns by ten miles")
    assert [one.number for one in proposal.evidence] == [3, 4]


def test_the_issue_of_a_bare_figure_is_what_the_article_is_about() -> None:
    draft = read(
        "The union of the ferrymen wants higher wages. Wages have stood still and a strike is near. "
        "Ostrova has offered 4 percent."
    )
    assert [p.issue for p in draft.proposals if "4 percent" in p.content] == ["wages_and_work"]


@pytest.mark.parametrize(
    "text",
    [
        "The Marsh Front never put forward a plan for the river.",
        "Ostrova rejected none of the terms.",
        "If Ostrova made an offer of 3 million crowns for the locks, nobody would notice.",
        "Ostrova and the Marsh Front plan to build a bridge.",
    ],
)
def test_what_nobody_did_is_no_proposal(text: str) -> None:
    assert read(text).proposals == []


def test_an_effort_or_a_plea_to_a_court_is_no_proposal() -> None:
    text = "Ostrova's bid to end the row failed. Ostrova asked the High Court to review the judgment against it."
    assert read(text).proposals == []


def test_when_an_offer_was_made_may_stand_in_the_next_sentence() -> None:
    draft = read("Ostrova offered a toll of 12 crowns. The offer, made on June 10, is the third.")
    when = only(draft).when
    assert when is not None
    assert when.edtf == "2021-06-10"


def test_who_made_the_offer_that_replaces_another_made_that_too() -> None:
    draft = read(
        "The Marsh Front gave up its claim to the northern locks. "
        "The offer, made on Monday by Ostrova, replaces one of 12 percent."
    )
    (replaced,) = [p for p in draft.proposals if p.status == "superseded"]
    assert replaced.proposed_by == [party(draft, "Ostrova").id]


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        ("Ostrova is interested in buying two dredgers from the delta yards.", "expected", "buying two dredgers"),
        ("Ostrova may lift the toll on grain barges.", "expected", "lift the toll on grain barges"),
        ("The two sides discussed ways to reopen the upper locks.", "under_discussion", "ways to reopen the upper"),
        ("Pilots marched in protest at government plans to close the Tarn locks.", "rejected", "close the Tarn locks"),
        ("A proposal to require lamps on barges suffered a narrow defeat.", "rejected", "require lamps on barges"),
        ("Its first offer was based on a lump sum over three years.", "superseded", "a lump sum over three years"),
        ("The pilots walked out demanding a 9 percent pay rise.", "proposed", "9 percent pay rise"),
        ("Ostrova proposed to the private creditors a delay of all payments.", "proposed", "a delay of all payments"),
    ],
)
def test_what_is_weighed_wanted_or_defeated(text: str, status: str, words: str) -> None:
    assert any(offer.status == status and words in offer.content for offer in read(text).proposals)


@pytest.mark.parametrize(
    "text",
    [
        "Ostrova put its bid on hold.",
        "The pilots will go on until Ostrova puts an acceptable offer on the table.",
        "Ostrova said that any deal would take a few days.",
    ],
)
def test_what_is_put_off_or_only_waited_for_is_no_proposal(text: str) -> None:
    assert read(text).proposals == []
