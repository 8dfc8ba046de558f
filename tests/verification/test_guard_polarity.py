"""What is denied is not asserted, and what is asserted is not denied."""

import pytest
from minutes import by_guard, remark

from summariser.articles.article import Article


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Kaul did not sign the paper.", "Kaul signed the paper"),
        ("They never agreed to meet.", "They agreed to meet"),
        ("There is no deal.", "There is a deal"),
        ("They won't extend it.", "They extend it"),
        ("They left without signing.", "They left signing it"),
        ("They cannot accept it.", "They accept it"),
    ],
)
def test_a_dropped_not_is_refused(text, what):
    (said,) = by_guard("polarity_agrees", remark(what, [1]), article=Article(text))
    assert "says the opposite" in said


@pytest.mark.parametrize(
    ("text", "what"),
    [("Kaul signed the paper.", "Kaul did not sign the paper"), ("There is a deal.", "There is no deal")],
)
def test_an_added_not_is_refused(text, what):
    (said,) = by_guard("polarity_agrees", remark(what, [1]), article=Article(text))
    assert "which nothing in sentence 1 does" in said


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Kaul did not sign the paper.", "Kaul did not sign"),
        ("They didn't agree.", "They did not agree"),
        ("They could not agree on a date.", "They have not agreed"),
        ("They signed one and did not sign the other.", "They signed one"),
        ("The union rejected the offer.", "The offer, rejected by the union"),
        ("A law comes if there is no deal by March 20.", "A deal by March 20, or a law comes"),
        ("Kaul said they had left. Roe would not say more.", "They had left, Kaul said"),
    ],
)
def test_the_same_polarity_passes(text, what):
    assert by_guard("polarity_agrees", remark(what, [1]), article=Article(text)) == []
