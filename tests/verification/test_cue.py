"""Cues: what a sentence says, of whom, and whether it is done."""

from __future__ import annotations

import pytest

from summariser.verification.cue import says
from summariser.verification.index import Passage

NAMES = {"p1": "tarsk", "p2": "the front"}


def mentions(passage: Passage) -> list[tuple[int, int, str]]:
    words = passage.words
    return sorted(
        (at, at + len(form.split()), name)
        for name, form in NAMES.items()
        for at in range(len(words))
        if words[at : at + len(form.split())] == form.split()
    )


@pytest.mark.parametrize(
    ("text", "cues", "found"),
    [
        ("They rejected it.", ["reject"], True),
        ("They turned the plan down.", ["turn_down"], True),
        ("They turned to the judge, and months later sat down.", ["turn_down"], False),
        ("Norway welcomed it.", ["no."], False),
        ("There is no deal.", ["no."], True),
        ("They didn't.", ["n't."], True),
        ("They did not agree on it.", ["!agre"], True),
        ("They agreed on it.", ["!agre"], False),
    ],
)
def test_what_a_cue_matches(text: str, cues: list[str], found: bool) -> None:
    assert says(Passage(text), cues) is found


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("They signed the pact on Monday.", True),
        ("They have not signed the pact.", False),
        ("They failed to sign the pact.", False),
        ("They will sign the pact.", False),
        ("They may sign the pact.", False),
        ("The guild, whose paper was without numbers, signed it.", True),
        ("They left without signing.", False),
        ("SORRIN, May 3 - They signed the pact.", True),
        ("They are to sign the pact.", False),
        ("They voted to sign the pact.", True),
        ("They will lift the ban after the pact is signed.", False),
        ("They will vote on it after the front signed the pact.", True),
        ("There is no deal until it is signed.", False),
        ("They did not meet, but signed the pact.", True),
        ("They stopped short of signing the pact.", False),
        ("Far from signing the pact, they left.", False),
        ("They avoided signing the pact.", False),
        ("The guild, which had earlier refused, signed the pact.", True),
        ("To avoid default they signed the pact.", True),
        ("Days before elections that will decide its fate they signed the pact.", True),
        ("Reports said they signed the pact at the wrong moment.", True),
        ("Nobody in Tarsk signed the pact.", False),
        ("Had they signed the pact, the war would be over.", False),
        ("They would die before they signed the pact.", False),
        ("They left before they signed the pact.", True),
        ("Rumours that they signed the pact were false.", False),
    ],
)
def test_what_is_denied_hoped_for_or_ahead_is_not_done(text: str, done: bool) -> None:
    assert says(Passage(text), ["sign"], done=True) is done
    assert says(Passage(text), ["sign"])


@pytest.mark.parametrize(
    ("text", "of_tarsk", "of_the_front"),
    [
        ("Tarsk has men among the rejects of the Front.", True, True),
        ("Ruvo hailed the rejected accord between Tarsk and the Front.", True, True),
        ('"We reject him and Tarsk," said Ada Brook of the Front.', False, True),
        ("All sides have rejected a plan that Tarsk liked.", True, True),
        ("The plan was rejected by Tarsk and the Front.", True, True),
        ("Tarsk rejected the plan.", True, False),
        ("Tarsk accepted the plan, but the front rejected it.", False, True),
        ("The plan of the front was rejected by Tarsk.", True, False),
        ("Tarsk and the front rejected the plan.", True, True),
        ("Tarsk told the front on Monday that it rejected the plan.", True, True),
        ("Tarsk said that it was rejected by others.", False, False),
        ("It was rejected.", True, True),
    ],
)
def test_whose_word_it_is(text: str, of_tarsk: bool, of_the_front: bool) -> None:
    passage = Passage(text)
    assert says(passage, ["reject"], "p1", mentions(passage)) is of_tarsk
    assert says(passage, ["reject"], "p2", mentions(passage)) is of_the_front


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The unions backed it.", True),
        ("The unions back the plan.", True),
        ("The county came back with 2 per cent.", False),
        ("The club knocked back an offer.", False),
        ("They are back in Geneva.", False),
    ],
)
def test_back_is_a_verb_or_a_particle(text: str, found: bool) -> None:
    assert says(Passage(text), ["back"]) is found


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Tarsk said it would accept the plan.", True),
        ("Tarsk said it would accept the plan if the front did.", False),
        ("Tarsk would accept the plan.", False),
        ("The talks go on unless the two sides that sat in Eskby accept it.", False),
    ],
)
def test_who_says_that_he_will_accept_has_answered(text: str, done: bool) -> None:
    assert says(Passage(text), ["+accept"], done=True) is done
    assert not says(Passage(text), ["accept"], done=True)


def test_what_stands_before_a_name_is_said_of_it() -> None:
    passage = Passage("Norway gave Tarsk and the rebel front a map.")
    names = [(2, 3, "p1"), (6, 7, "p2")]
    assert says(passage, ["rebel"], "p2", names)
