"""Sentences of thousands of words: read in time that grows with their length, and without an end of the stack."""

import json
import time

import pytest
from own_articles import draft

from summariser.articles.article import Article
from summariser.tasks.negotiation import NEGOTIATION
from summariser.verification.verify import verify

_SECONDS = 20
"""A hundred times what it takes; where the time grows with the square of the length, it is minutes."""


@pytest.mark.parametrize(
    "again",
    [
        "{person}, ",
        "{person} and {other} and ",
        "rejected by {one} and ",
        "{one} offer ",
        "the offer from {two} that was refused by {one} and ",
        "its offer to {one} by {two} ",
        "{one} said it would offer {two} ",
        "{one} will accept ",
        "{one} rejected ",
        "we rejected and {one} said ",
        "{one} mediator and ",
        "they failed to agree and {one} refused to sign, ",
    ],
)
def test_a_sentence_that_goes_on_and_on_takes_no_minutes(again):
    whole = draft("river-accord")
    names = {"one": whole["parties"][0]["name"], "two": whole["parties"][1]["name"]}
    people = [person["name"] for party in whole["parties"] for person in party["representatives"]]
    told = again.format(**names, person=people[0], other=people[1])
    start = time.perf_counter()
    verdict = verify(json.dumps(whole), Article(f"{names['two']} left. {told * 1200}{names['two']}."), NEGOTIATION)
    assert time.perf_counter() - start < _SECONDS
    assert verdict.faults
