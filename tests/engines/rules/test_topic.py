"""What is a negotiation and what is none."""

from __future__ import annotations

import pytest

from summariser.articles.article import Article
from summariser.engines.rules.drafting import draft_of

OFF_TOPIC = {
    "election": "Voters went to the polls on Sunday. The Reform Party candidate won the primary. Turnout was high.",
    "market report": "Shares in Tollgate Inc rose 4 percent. Analysts expect quarterly earnings to beat forecasts.",
    "court case": (
        "A court sentenced two men on Friday. The judge said the deal between them was fraud. "
        "Prosecutors had agreed to a lesser charge. The trial lasted a week."
    ),
    "match": "Harwick Town beat Lowmere 3-0 in the cup on Saturday. The striker scored twice. The coach praised them.",
    "memoir": "The singer tells of her childhood in a new novel. The film of the book opens next season.",
    "passing mention": (
        "A storm hit the coast of Ostrova. Hundreds lost their homes. Roads were closed. Schools stayed shut. "
        "Aid came late. The mayor, who was away for talks in Lund, returned at once. Repairs will take months. "
        "Rain is forecast for the week."
    ),
    "talk of offers and truces in a review": (
        "The Orla 3 kettle is a deal that nobody should reject. Its maker, Hobb Kitchens, struck a truce with steam. "
        "Customers will negotiate the lid with one hand. The new product makes no concessions on noise. "
        "A battery keeps the water warm. The sensor in the handle beeps. It costs 80 crowns in most shops."
    ),
    "a market where buyers and sellers bargain": (
        "Tin futures rose 3 percent on Tuesday after sellers withdrew offers above 900 crowns. "
        "Traders said stocks fell. Dealers expect prices to climb. Analysts said the index closed higher. "
        "Warehouse stocks were the lowest since May."
    ),
    "an obituary": (
        "Hale Birk, who has died aged 88, won the strike of 1961. He was born in Lund and left school at 13. "
        "In retirement he kept bees. He turned down an offer of a title. His memoir sold well. "
        "He is survived by a daughter."
    ),
    "a pact that is a name": (
        "A ship of Peru was hit by shells of a Warsaw Pact vessel in war games on Monday. Three sailors were hurt. "
        "The Warsaw Pact vessel left. Peru's navy said the ship was towed to port."
    ),
    "a rating": (
        "Northby Ratings said it downgraded 20 mln crowns of Tollgate Inc's subordinated debt. "
        "The rating reflects an offer by Tollgate of new notes. Tollgate filed a registration statement."
    ),
}
ON_TOPIC = {
    "takeover": "Tollgate Inc rejected a takeover offer from Marlin Holdings. Tollgate Inc said the bid was too low.",
    "pay dispute": (
        "Contract talks between Harbour Lines Inc and the Dockers Union resumed. The union rejected a pay offer."
    ),
    "no word of talks": (
        "Ostrova would open its harbour to Velden's boats on condition that Velden pays for the pier. "
        "Velden has yet to answer. Ostrova's port minister, Lia Korr, said that she would look at half the sum. "
        "Velden's offer of a loan was out of the question, Korr said."
    ),
    "a transfer": (
        "Lower Wick United made a late bid for the striker Ivo Rann on Monday. Alder Rovers said the club wanted "
        "2 million crowns. United are ready to discuss personal terms with Rann before the season ends. "
        "Alder Rovers's coach hopes that Rann plays in the cup on Saturday."
    ),
    "a ransom": (
        "Kidnappers who hold the crew of the Marta have asked for 4 million crowns. The owner, Tarn Shipping, offered "
        "one million. A village elder carries messages between Tarn Shipping and the kidnappers. "
        "The kidnappers said no to the sum."
    ),
    "a ruling party, which is no ruling of a court": (
        "Ostrova's opposition said on Monday that it had met a group of mediators. The two sides held talks last year. "
        "The ruling Harbour Party has shot down every law of the opposition since May. "
        "The mediators will meet the ruling party on Friday, Foreign Minister Lia Korr said."
    ),
    "a bid made anew": (
        "Tollgate Inc said Marlin Holdings had amended its offer for the company. "
        "The offer is now 11 crowns a share. Tollgate said its board would study the revised offer on Friday."
    ),
    "a settlement out of court": (
        "Lower prices may affect an out of court settlement of Tollgate Inc's dispute with Marlin Holdings, its "
        "chairman, Ivo Rann, said on Monday. Rann would not say whether the two companies held settlement talks. "
        "Marlin Holdings said it would not settle for less than 9 million crowns."
    ),
    "a tax that is dropped before a strike": (
        "The Ostrova government dropped some tax increases on Monday. "
        "The 12 opposition parties had called a six-hour strike for Tuesday. "
        "The Ostrova People's Party said the strike was still on. Ostrova's Prime Minister Lia Korr spoke last."
    ),
    "peace talks": "Ostrova and the Marsh Front held peace talks. Ostrova offered a ceasefire.",
}


@pytest.mark.parametrize("text", OFF_TOPIC.values(), ids=OFF_TOPIC.keys())
def test_no_negotiation_gives_an_empty_draft(text: str) -> None:
    draft = draft_of(Article(text))
    assert not draft.summary.is_negotiation
    assert draft.status is None
    assert [draft.parties, draft.proposals, draft.conditions, draft.events] == [[], [], [], []]
    assert draft.summary.headline


@pytest.mark.parametrize("text", ON_TOPIC.values(), ids=ON_TOPIC.keys())
def test_a_negotiation_has_parties_and_a_status(text: str) -> None:
    draft = draft_of(Article(text))
    assert draft.summary.is_negotiation
    assert len(draft.parties) >= 2
    assert draft.status is not None


def test_a_title_becomes_the_headline() -> None:
    draft = draft_of(Article(ON_TOPIC["takeover"], title="Tollgate rejects Marlin"))
    assert draft.summary.headline == "Tollgate rejects Marlin"


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    draft = draft_of(Article("Rain " + "fell and fell " * 40 + "today."))
    assert len(draft.summary.headline.split()) <= 20
