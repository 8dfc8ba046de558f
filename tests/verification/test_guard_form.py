"""Ids, references, lengths, repetitions, and what must be filled on the topic."""

import pytest
from minutes import END, by_guard, person, remark


def test_two_claims_of_one_id_are_refused():
    said = by_guard("id_is_unique", people=[person("Tin Guild", [1]), person("Velvet Union", [2])])
    assert said[0] == "people[0].id: 2 claims have the id 'p1'; give each its own"
    assert len(said) == 2


def test_ids_of_their_own_pass():
    assert by_guard("id_is_unique", people=[person("Tin Guild", [1]), person("Velvet Union", [2], of="p2")]) == []


def test_a_reference_to_nobody_is_refused_with_who_is_there():
    said = by_guard("ref_exists", remark("apples", [1], by=["p1", "p7"]), people=[person("Tin Guild", [1])])
    assert said == ["remarks[0].by[1]: 'p7' is no entry of people; its ids are p1"]


def test_a_reference_into_an_empty_list_is_refused():
    assert by_guard("ref_exists", remark("apples", [1], by=["p1"])) == [
        "remarks[0].by[0]: 'p1' is no entry of people; that list is empty"
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is blank; fill it from the article"),
        (" \t\n", "is blank; fill it from the article"),
        ("apples " * 41, "has 41 words, at most 40 are allowed; shorten it"),
        ("apples" * 140, "has 840 characters, at most 800 are allowed; shorten it"),
    ],
)
def test_a_blank_or_long_text_is_refused(text, says):
    assert by_guard("is_short_enough", remark(text, [1])) == [f"remarks[0].what: {says}"]


def test_a_text_at_the_bound_passes():
    assert by_guard("is_short_enough", remark("apples " * 40, [1])) == []


def test_the_same_claim_twice_is_refused():
    same = [remark("The offer of 40 crates", [1]), remark("offered 40 crates", [1])]
    assert by_guard("says_each_thing_once", *same) == ["remarks[1]: says the same as remarks[0]; leave one of them out"]


def test_the_same_words_of_another_party_are_another_claim():
    people = [person("Tin Guild", [1]), person("Velvet Union", [2], of="p2")]
    other = [remark("The offer", [1], by=["p1"]), remark("The offer", [2], by=["p2"])]
    assert by_guard("says_each_thing_once", *other, people=people) == []


def test_null_is_refused_on_the_topic_and_taken_off_it():
    assert by_guard("is_filled_on_topic", end=None) == ["end: is null, but the article is on the topic; fill it"]
    assert by_guard("is_filled_on_topic", end=None, meeting=False) == []
    assert by_guard("is_filled_on_topic", end=END) == []
