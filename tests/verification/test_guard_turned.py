"""Who does it to whom is not turned round in the wording."""

import pytest
from test_guard_sides import found_of

GUARD = "names_do_not_change_places"
TRUE = [
    ("Orvane would owe the Tarn Union 25 crowns.", "Orvane would owe the Tarn Union 25 crowns"),
    ("Orvane has withdrawn its proposal to buy Eskby Bank.", "Orvane's proposal to buy Eskby Bank"),
    ("Orvane agreed to sell the Eskby Bank to the Tarn Union.", "Orvane sold the Eskby Bank"),
    ("Orvane agreed to sell the Eskby Bank to the Tarn Union.", "The Eskby Bank is sold to the Tarn Union"),
    ("Orvane passed the paper to the Tarn Union.", "Orvane passed the paper to the Tarn Union"),
    ("Orvane is prepared to pay provided that the Tarn Union does.", "Orvane pays provided that the Tarn Union does"),
    ("Orvane signed an agreement to be acquired by the Eskby Bank.", "Orvane agreed to be acquired by the Eskby Bank"),
]
TURNED = [
    "The Tarn Union would owe Orvane 25 crowns",
    "Eskby Bank's proposal to buy Orvane",
    "The Eskby Bank sold Orvane",
    "The Tarn Union is sold to the Eskby Bank",
    "The Tarn Union passed the paper to Orvane",
    "The Tarn Union pays provided that Orvane does",
    "The Eskby Bank agreed to be acquired by Orvane",
]


@pytest.mark.parametrize(("text", "what"), TRUE)
def test_what_is_told_passes(text, what):
    assert found_of(GUARD, text, what=what) == []


@pytest.mark.parametrize(("text", "what"), [(text, what) for (text, _), what in zip(TRUE, TURNED, strict=True)])
def test_what_is_turned_round_is_refused(text, what):
    (fault,) = found_of(GUARD, text, what=what)
    assert fault.path == "terms[0].what"
    assert not fault.doubt
    assert fault.message.startswith("sentence 2 tells it of ")
    assert fault.message.endswith(" the other way round; say who does it to whom")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The offer was rejected by the Tarn Union.", "The Tarn Union rejected Orvane's offer"),
        ("Orvane's offer was rejected by the Tarn Union.", "The Tarn Union rejected Orvane's offer"),
        ("Orvane met the Tarn Union in Selby.", "The Tarn Union met Orvane in Selby"),
        ("Orvane sells grain to the Tarn Union.", "The Tarn Union buys grain from Orvane"),
        ('"The Tarn Union will wait," said Orvane.', "Orvane said the Tarn Union will wait"),
        ("The Tarn Union accused Orvane, and Orvane accused the Tarn Union.", "Orvane accused the Tarn Union"),
        ("The Tarn Union took the offer that Orvane had made.", "Orvane made the Tarn Union an offer"),
        ("Talks between Orvane and the Tarn Union broke down.", "Talks of the Tarn Union with Orvane broke down"),
        ("The Tarn Union was paid by Orvane.", "Orvane paid the Tarn Union"),
        (
            "The Tarn Union wants Orvane to lift its curbs and to cut its debts with Orvane.",
            "Orvane lifts curbs to cut debts of the Tarn Union with Orvane",
        ),
    ],
)
def test_the_same_in_another_order_passes(text, what):
    assert found_of(GUARD, text, what=what) == []


def test_who_speaks_behind_a_quotation_is_not_whom_it_is_done_to():
    text = 'Otto Brack wrote: "The union has just got Orvane\'s papers and is weighing the claims," Otto Brack said.'
    assert found_of(GUARD, text, what="The Tarn Union is weighing the claims in Orvane's papers") == []
