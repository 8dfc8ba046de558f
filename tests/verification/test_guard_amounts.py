"""A number keeps its unit, and its part among the other numbers."""

import pytest
from minutes import by_guard, found, remark

from summariser.articles.article import Article


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The guild asked for 45 dlrs a crate.", "The guild asked for 45 stg a crate"),
        ("The guild asked for $45 a crate.", "The guild asked for 45 euros a crate"),
        ("The wage rises by 6.2 pct.", "The wage rises by 6.2 percentage points"),
        ("The ban lasts for two years.", "The ban lasts for two months"),
        ("A 30-day truce was offered.", "A 30-week truce was offered"),
        ("They pledged 40,000 tonnes of rice.", "They pledged 40,000 barrels of rice"),
        ("The fee rises from 10 to 13 percent.", "The fee rises from 10 percentage points to 13"),
        ("Guns go back 15 kilometres.", "Guns go back 15 metres"),
    ],
)
def test_a_changed_unit_is_refused(text, what):
    (said,) = by_guard("units_stand_there", remark(what, [1]), article=Article(text))
    assert "in sentence 1, not" in said


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The guild asked for 45 dlrs a crate.", "The guild asked for $45 a crate"),
        ("The guild asked for US$2.5bn.", "The guild asked for 2,500 mln dollars"),
        ("The guild asked for 45 Canadian dlrs.", "The guild asked for 45 dollars"),
        ("The levy goes up to 45 dlrs from 30.", "The levy goes up from 30 dlrs to 45"),
        ("The fee rises from 10 to 13 percent.", "The fee rises from 10% to 13%"),
        ("A two-year ban.", "A ban of two years"),
        ("They took 20 tons.", "They took 20 tonnes"),
        ("Pay is up by 4 per cent after 12 hours of talks.", "After 12 hours pay is up 4 pct"),
        (
            "It stays open for ten years. They could live with five.",
            "They could live with five years",
        ),
        ("Both paid 50 pounds.", "Both paid 50 stg"),
        ("They bid £1.5bn ($2.9bn).", "They bid £1.5bn"),
    ],
)
def test_the_same_unit_in_another_form_passes(text, what):
    article = Article(text)
    cited = [len(article.sentences)]
    assert by_guard("units_stand_there", remark(what, cited), article=article) == []


def test_a_unit_that_only_the_rest_of_the_article_has_is_a_doubt():
    article = Article("The levy goes up to 45. It is a tax. Levies are in euros here.")
    (doubt,) = (f for f in found(remark("The levy goes up to 45 euros", [1]), article=article) if "units" in f.guard)
    assert doubt.doubt


def test_a_unit_that_the_article_lacks_is_refused():
    (said,) = by_guard(
        "units_stand_there", remark("A levy of 45 euros", [1]), article=Article("The levy goes up to 45.")
    )
    assert "has no unit in sentence 1, here it has 'euros'" in said


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The levy goes up to 45 dlrs a tonne from 30.", "The levy goes up to 30 dlrs a tonne from 45"),
        ("They lift the bonus to 150 crowns from 90.", "A bonus of 90 crowns, up from 150"),
        ("Holders get seven new shares for every five they hold.", "Holders get five new shares for every seven held"),
        ("They agreed on 31 of 34 articles.", "They agreed on 34 of 31 articles"),
        ("Kharv showed 64 posts, Pamir 51.", "Kharv showed 51 posts, Pamir 64"),
        ("About 1,900 men refuse to work, delaying some 40 vessels.", "40 men refuse to work, delaying 1,900 vessels"),
        ("The vote was 13 for and seven against.", "Seven were for and 13 against"),
        (
            "Zorn wants 900,000 euros. Alma has offered 600,000.",
            "Zorn wants 600,000 euros and Alma has offered 900,000",
        ),
    ],
)
def test_swapped_numbers_are_refused(text, what):
    article = Article(text)
    cited = [1, 2][: len(article.sentences)]
    (said,) = by_guard("numbers_keep_their_parts", remark(what, cited), article=article)
    assert "stand in each other's place" in said


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The levy goes up to 45 dlrs a tonne from 30.", "The levy goes up from 30 dlrs a tonne to 45"),
        ("They lift the bonus to 150 crowns from 90.", "A bonus of 150 crowns, up from 90"),
        ("A bonus of 150 crowns, up from 90.", "The bonus rises from 90 to 150 crowns"),
        ("Kharv showed 64 posts, Pamir 51.", "Pamir showed 51 posts and Kharv 64"),
        ("The vote was 13 for and seven against.", "Seven were against it and 13 for it"),
        ("They agreed on 31 of 34 articles.", "Of 34 articles 31 are agreed"),
        ("Zorn wants 900,000 euros. Alma has offered 600,000.", "Alma has offered 600,000 euros; Zorn wants 900,000"),
        ("The new offer of 410 pence replaces one of 365.", "An offer of 410 pence replaced a bid of 365"),
        ("It will cut 1,200 jobs at a plant with 3,000 workers.", "A plant with 3,000 workers loses 1,200 jobs"),
        ("Exports fell 12 percent to 40 tonnes.", "Exports fell to 40 tonnes, down 12 percent"),
        ("Owners of 60 percent want 50 percent written off.", "A write-off of 50 percent, say owners of 60 percent"),
        ("Two of the five islands voted.", "Of five islands two voted"),
    ],
)
def test_numbers_told_in_another_order_pass(text, what):
    article = Article(text)
    cited = [1, 2][: len(article.sentences)]
    assert by_guard("numbers_keep_their_parts", remark(what, cited), article=article) == []


def test_a_passive_turns_numbers_round_and_is_a_doubt():
    article = Article("The new offer of 410 pence replaces one of 365.")
    faults = found(remark("A bid of 365 pence was replaced by one of 410", [1]), article=article)
    assert [fault.doubt for fault in faults if fault.guard == "numbers_keep_their_parts"] == [True]


def test_swapped_numbers_are_found_in_a_text_that_cites_nothing():
    article = Article("The levy goes up to 45 dlrs a tonne from 30.")
    said = by_guard("numbers_keep_their_parts", note="The levy goes up to 30 dlrs a tonne from 45", article=article)
    assert len(said) == 1
    assert "the article has them the other way round" in said[0]
