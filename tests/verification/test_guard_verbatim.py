"""What is given as the article's own words stands there letter for letter."""

import pytest
from hypothesis import given, settings
from minutes import by_guard, person, remark
from typography import typeset

from summariser.articles.article import Article


@pytest.mark.parametrize("alias", ["Tin Guild", "the Tin Guild", "Oslo  Harrow", "velvet union", "The guild's"])
def test_words_of_the_article_pass(alias):
    assert by_guard("stands_verbatim", people=[person("Tin Guild", [1], alias)]) == []


@pytest.mark.parametrize("alias", ["Tin", "Guild of", "Oslo Harrow of the Tin Guild offered"])
def test_parts_of_phrases_pass_with_whole_words(alias):
    expected = 1 if alias == "Guild of" else 0
    assert len(by_guard("stands_verbatim", people=[person("Tin Guild", [1], alias)])) == expected


@pytest.mark.parametrize("alias", ["Tin Gui", "in Guild", "Guild Tin", "Copper League"])
def test_other_words_are_refused(alias):
    (said,) = by_guard("stands_verbatim", people=[person("Tin Guild", [1], alias)])
    assert "does not stand in the article letter for letter; leave it out, or copy what stands there" in said


@pytest.mark.parametrize(("alias", "right"), [("Windermere", "windemere"), ("Teresa Windermere", "teresa windemere")])
def test_a_corrected_misspelling_is_told_how_it_is_spelt(alias, right):
    (said,) = by_guard("stands_verbatim", people=[person("Tin Guild", [1], alias)])
    assert said.endswith(f"does not stand in the article letter for letter; the article has {right!r}")


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("The “Tin’s Guild” met.", '"Tin\'s Guild"'),
        ("The Tin\nGuild met.", "Tin Guild"),
        ("The Tin\u00a0Guild met.", "Tin Guild"),
        ("The Tin Gu\u00adild met.", "Tin Guild"),
        ("Müllegaard met the Tin Guild.", "Mullegaard"),
        ("The Tin–Guild met.", "Tin-Guild"),
        ("The Tin -- Guild met.", "Tin — Guild"),
        ("The Tin Gui-\nld met.", "Tin Guild"),
        ("The Tin-\nGuild met.", "Tin-Guild"),
        ("The Tin&nbsp;Gu&shy;ild met.", "Tin Guild"),
        ("The Ｔｉｎ Ｇｕｉｌｄ met.", "Tin Guild"),
        ("The ``Tin Guild'' met.", "“Tin Guild”"),
        ("The Tin Guild met.", "Tin Gui\u00ad\nld"),
    ],
)
def test_typography_is_no_difference(text, alias):
    assert by_guard("stands_verbatim", people=[person("Tin Guild", [1], alias)], article=Article(text)) == []


@settings(max_examples=100, deadline=None)
@given(typeset())
def test_words_of_our_articles_pass_in_any_typography(given):
    wanted, before, piece, after = given
    article = Article(f"{before}{piece}{after}")
    assert by_guard("stands_verbatim", people=[person("Tin Guild", [1], wanted)], article=article) == []


@pytest.mark.parametrize(("text", "number"), [("Monday", 1), ("March", 5), ("March", 4), ("Monday", 8)])
def test_a_time_stands_near_the_claim_or_in_the_dateline(text, number):
    when = {"text": text, "edtf": None}
    assert by_guard("stands_verbatim", remark("apples", [number], when=when)) == []


def test_a_time_of_another_sentence_is_refused():
    when = {"text": "last week", "edtf": None}
    assert by_guard("stands_verbatim", remark("offered apples", [1], when=when)) == [
        "remarks[0].when.text: 'last week' stands in sentence 8, not in sentence 1; cite what fits"
    ]
