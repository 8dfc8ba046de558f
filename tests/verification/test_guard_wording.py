"""A claim is told in the words of its sentences."""

import pytest
from minutes import by_guard, remark

from summariser.articles.article import Article


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("They proposed a ceasefire.", "A ceasefire proposal"),
        ("Negotiators were releasing prisoners.", "The negotiating side released a prisoner"),
        ("The union rejected the offer.", "Rejection of the offer"),
        ("It would guarantee a share.", "a guaranteed share, according to the article"),
    ],
)
def test_inflections_pass(text, what):
    assert by_guard("words_stand_there", remark(what, [1]), article=Article(text)) == []


def test_other_words_are_refused_and_the_right_sentence_named():
    (said,) = by_guard("words_stand_there", remark("offered 40 crates of apples", [5]))
    assert said == (
        "remarks[0].what: nothing in sentence 5 speaks of 'offered', '40', 'crates', 'apples'; "
        "sentence 1 may be what is meant"
    )


def test_words_that_stand_nowhere_are_refused():
    (said,) = by_guard("words_stand_there", remark("A pirate treasure was buried", [5]))
    assert said.endswith("use the words of the article")


def test_a_shared_small_word_is_no_support():
    assert len(by_guard("words_stand_there", remark("The bridge of the king", [1]))) == 1


def test_outside_claims_the_whole_article_supports():
    assert by_guard("words_stand_there", note="Apples were offered and the offer rejected") == []
    assert len(by_guard("words_stand_there", note="Pirates buried treasure")) == 1


def test_a_true_sentence_carries_no_invented_one_along():
    true = "Harrow of the guild offered 40 crates of apples on Monday."
    assert by_guard("words_stand_there", remark(true, [1])) == []
    (said,) = by_guard("words_stand_there", remark(f"{true} Pirates burned down every bridge.", [1]))
    assert "speaks of 'Pirates', 'burned', 'bridge'" in said
