"""What is not news goes: datelines, soft hyphens; and headlines end where a clause ends."""

from __future__ import annotations

import pytest

from summariser.articles.sentences import split_sentences
from summariser.engines.rules.claims.headline import headline_of
from summariser.engines.rules.text.readable import readable


@pytest.mark.parametrize(
    "dateline",
    [
        "ESKBY, Norrund, April 22 - ",
        "PORT ALDER, Kessary - ",
        "VALMORA - ",
        "LANDING BAY, Nov 6 - ",
        "NORTH HAVEN, 3 September – ",
        "Eskby (NAP) — ",
        "OSLO (NAP) - ",
        "Eskby, April 22 - ",
        "OSLO/HELSINKI ",
        "OSLO ",
        "ESKBY ",
        "PORT ALDER ",
        "ESKBY, Norrund ",
        "ESKBY: ",
    ],
)
def test_a_dateline_goes(dateline: str) -> None:
    (sentence,) = readable(split_sentences(dateline + "The talks resumed."))
    assert sentence.text == "The talks resumed."


@pytest.mark.parametrize(
    "text",
    [
        "NATO Secretary-General Ida Moe met reporters.",
        "Marellia - which built the dam - said no.",
        "UN envoy Ida Moe left.",
        "U.S. Trade Secretary Ida Moe left.",
        "U.K. Chancellor Ida Moe left.",
        "The talks (on Friday) - the third - failed.",
        "Eskby - ",
    ],
)
def test_what_is_no_dateline_stays(text: str) -> None:
    (sentence,) = readable(split_sentences(text))
    assert sentence.text == text.strip()


def test_soft_hyphens_go() -> None:
    (sentence,) = readable(split_sentences("The coun\u00adcil wants two sail\u00adings."))
    assert sentence.text == "The council wants two sailings."


def test_a_headline_ends_at_a_clause() -> None:
    text = (
        "Striking dockers at Port Alder said on Thursday that they had not agreed to return to work, hours after the "
        "terminal operator told its customers that the three-week stoppage was over."
    )
    assert headline_of(text) == "Striking dockers at Port Alder said that they had not agreed to return to work"


def test_a_headline_without_a_clause_ends_at_a_phrase() -> None:
    text = (
        "Bondholders of the island state of San Teodor have turned down its offer to exchange $3.4 billion of debt at "
        "55 cents on the dollar."
    )
    assert headline_of(text).endswith("$3.4 billion of debt")


def test_a_headline_does_not_end_within_a_quotation() -> None:
    text = 'The committee\'s chair said "we agreed, after a long night of talks in the old hall, on all seven points".'
    assert headline_of(text).count('"') % 2 == 0


def test_a_short_sentence_is_its_own_headline() -> None:
    assert headline_of("Marellia accepted the plan on Tuesday.") == "Marellia accepted the plan"
