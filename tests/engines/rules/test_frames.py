"""Proposals by the general frames: verbs in any voice and inflection, nouns with what they hold, plans told on."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_traps import read

from summariser.articles.article import Article
from summariser.engines.rules.drafting import draft_of
from summariser.engines.rules.tables.lookup import chances_of
from summariser.engines.rules.tables.patterns import coded, patterns
from summariser.engines.rules.tables.requirements import required
from summariser.engines.rules.text.wording import lower_case, plain_typography
from summariser.models.negotiation import Negotiation

GOLD = Path(__file__).parents[2] / "gold" / "train"
TABLES = ("answers", "conditions", "events", "fates", "proposals", "roles", "stages", "topic")


def wordings(draft: Negotiation) -> list[str]:
    return [proposal.content for proposal in draft.proposals]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ostrova moots cutting the ferry toll by half.", "cutting the ferry toll by half"),
        ("Ostrova volunteered to dredge the northern channel.", "to dredge the northern channel"),
        ("Ostrova has come up with numerical targets for ferry tolls.", "numerical targets for ferry tolls"),
        ("Ostrova urged the Marsh Front to reopen the locks.", "to reopen the locks"),
        ("The Marsh Front was asked to reopen the locks.", "reopen the locks"),
        ("Ostrova would have all forts handed over within a year.", "all forts handed over within a year"),
        ("Ostrova wants the locks reopened by spring.", "the locks reopened by spring"),
        ("Ostrova could live with 30 crowns a barge.", "30 crowns a barge"),
        ("Ostrova is also willing to dredge the channel at its own cost.", "to dredge the channel at its own cost"),
        ("A truce of 30 days had been floated.", "A truce of 30 days"),
        ('"We have asked for two weeks of mine clearing," Ostrova said.', "two weeks of mine clearing"),
        ("What Ostrova is asking for is a lease of the locks until 2030.", "a lease of the locks until 2030"),
        (
            "Ostrova will hand over the forts in exchange for the bodies of its men.",
            "hand over the forts in exchange for the bodies of its men",
        ),
    ],
)
def test_a_verb_that_proposes_tells_it_in_any_voice(text: str, content: str) -> None:
    assert wordings(read(text)) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ostrova came to Lund with a request for 65,000 crowns.", "request for 65,000 crowns"),
        ("The Marsh Front, whose plea for a cut of 20 percent was heard, waits.", "plea for a cut of 20 percent"),
        (
            "A request by ferrymen's wives to send two observers was turned down by Ostrova.",
            "send two observers",
        ),
        ("Ostrova is pushing a stopgap that would keep the locks open.", "stopgap that would keep the locks open"),
    ],
)
def test_a_noun_with_what_it_holds_tells_a_proposal(text: str, content: str) -> None:
    (told,) = wordings(read(text))
    assert content in told


@pytest.mark.parametrize(
    ("text", "status", "content"),
    [
        ("Ostrova rejected calls for an inquiry into the raid.", "rejected", "an inquiry into the raid"),
        ("Ostrova is opposed to a pull-back of ten miles.", "rejected", "a pull-back of ten miles"),
        ("Ostrova called a toll of 12 crowns too much.", "rejected", "a toll of 12 crowns"),
        ("A suggestion by Ostrova to build a quay found no takers.", "rejected", "build a quay"),
        ("Ostrova's pledge of 3 million crowns for a quay was welcomed.", "accepted", "3 million crowns for a quay"),
        (
            "The two sides agreed that the locks would be closed at night.",
            "agreed",
            "the locks would be closed at night",
        ),
        ("A ceasefire of ten days was agreed on Monday.", "agreed", "A ceasefire of ten days"),
        ("Under discussion is a joint patrol on the river.", "under_discussion", "a joint patrol on the river"),
        ("A lease of 20 years is on the table.", "under_discussion", "A lease of 20 years"),
        ("Ministers will decide whether to halve the quota.", "under_discussion", "halve the quota"),
        ("A truce of ten days is what Ostrova has in mind.", "proposed", "A truce of ten days"),
        ("It was Ostrova that proposed a joint patrol on the river.", "proposed", "a joint patrol on the river"),
        ("The sum offered was 3 million crowns.", "proposed", "3 million crowns"),
        ("Ostrova put 3 million crowns on the table.", "proposed", "3 million crowns"),
        ("Ostrova maintained that the toll should be 12 crowns.", "proposed", "the toll should be 12 crowns"),
        ("The locks, Ostrova proposes, would be leased.", "proposed", "The locks, Ostrova proposes, would be leased"),
        ("Ostrova's idea is to share the tolls by halves.", "proposed", "to share the tolls by halves"),
        ("Their proposal: a lease of 20 years.", "proposed", "a lease of 20 years"),
    ],
)
def test_what_becomes_of_a_proposal_is_told_in_many_ways(text: str, status: str, content: str) -> None:
    (proposal,) = read(text).proposals
    assert (proposal.status, content in proposal.content) == (status, True)


@pytest.mark.parametrize(
    "text",
    [
        "Ostrova has a plan to grow old in peace.",
        "Ostrova sought comment on the toll.",
        "Ostrova wants a good deal.",
        "Ostrova is ready to discuss the toll of 12 crowns.",
        "Ostrova asked the Marsh Front to explain the toll of 12 crowns.",
        "Ostrova, in a late proposal, said nothing.",
    ],
)
def test_what_puts_nothing_to_anybody_is_no_proposal(text: str) -> None:
    assert wordings(read(text)) == []


def test_two_things_that_are_wanted_are_two_proposals() -> None:
    assert wordings(read("Ostrova wants 5 percent of the tolls and a ceiling of 28 barges a day.")) == [
        "5 percent of the tolls",
        "a ceiling of 28 barges a day",
    ]


def test_what_a_plan_holds_is_told_on() -> None:
    draft = read("Ostrova put forward a plan for the locks. It would lower the toll to 12 crowns.")
    assert wordings(draft) == ["a plan for the locks; would lower the toll to 12 crowns"]


def test_what_would_be_done_after_a_paper_is_what_it_holds() -> None:
    draft = read("The Marsh Front was shown a Norwegian paper. The forts would be handed over within a month.")
    assert wordings(draft) == ["The forts would be handed over within a month"]


def test_what_is_denied_is_demanded_by_nobody() -> None:
    draft = read("Ostrova denied a report by a radio station that it had demanded four seats in the cabinet.")
    assert draft.conditions == []


def test_a_person_who_acts_for_nobody_else_is_a_party_and_an_analyst_is_none() -> None:
    draft = read(
        "Harl Voss, an investor, has urged Ostrova to sell the locks at auction. "
        "Ina Rehm, an analyst, has urged Ostrova to sell the forts at auction."
    )
    names = {party.name: party.kind for party in draft.parties}
    assert names["Harl Voss"] == "individual"
    assert "Ina Rehm" not in names


def test_a_body_is_called_by_its_members() -> None:
    draft = read("The dockers' federation rejected a toll of 12 crowns. The owners' association put up 9 crowns.")
    names = {party.name: party.kind for party in draft.parties}
    assert names["dockers' federation"] == "trade_union"
    assert names["owners' association"] == "employer"


def test_two_sentences_of_a_court_report_tell_against_talks() -> None:
    text = (
        "Ostrova bargained with its union for a year and offered 3 percent, the High Court held on Tuesday. "
        "The judgment said that the union had rejected the offer. Counsel for the union asked for leave to appeal. "
        "The union had wanted 5 percent and the mill had offered 3 percent, the judges found."
    )
    assert not draft_of(Article(text)).summary.is_negotiation


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        (r"\b(?:has|have) asked (?:the )?(?:banks|lenders) to\b", [[{"asked"}, {"banks", "lender"}, {"has", "have"}]]),
        (r"{A} {aux}(?:accept(?:s|ed)?|refused)\b", [[{"accept", "refuse"}, {"{A}"}]]),
        (r"(?:very )?(?:\w+ )?quietly", [[{"quietl"}]]),
        (r"\b(?:offered|asked)\b|\bno deal\b", [[{"asked", "offere"}], [{"deal"}, {"no"}]]),
        (r"\b(?:due (?:by|on)|late) {T}", [[{"due", "late"}, {"{T}"}]]),
        (r'\bits (?:"?final"?|last word)\b', [[{"final"}, {"its"}], [{"last"}, {"its"}, {"word"}]]),
        (r"\b(?:one|\d+)\b", [[]]),
        (r"(?!never)\w+ing", [[]]),
    ],
)
def test_a_pattern_asks_for_the_words_that_it_cannot_do_without(pattern: str, ways: list[list[set[str]]]) -> None:
    assert [sorted(way, key=sorted) for way in required(pattern)] == [sorted(way, key=sorted) for way in ways]


@pytest.mark.parametrize("table", TABLES)
def test_no_pattern_that_matches_is_passed_over(table: str) -> None:
    for path in sorted(GOLD.glob("*.txt")):
        for sentence in Article(path.read_text(encoding="utf-8")).sentences:
            small = lower_case(plain_typography(sentence.text))
            text, tried = coded(small), {id(pattern) for _, pattern in chances_of(small, table).rows.get(table, ())}
            assert all(id(pattern) in tried for _, pattern in patterns(table) if pattern.search(text)), text
