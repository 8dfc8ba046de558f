"""Numbers in a claim stand in its sentences, in whatever notation."""

from datetime import date

import pytest
from minutes import by_guard, person, remark

from summariser.articles.article import Article


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("They offered $2.5bn.", "They offered 2.5 billion dollars"),
        ("They offered 2,300,000 crowns.", "They offered 2.3 million crowns"),
        ("They offered two and a half million.", "They offered 2.5 million"),
        ("They offered forty percent.", "They offered 40 percent"),
        ("They offered 41 pct.", "They offered 41 percent"),
        ("They offered 60 mln dlrs.", "They offered 60 million dollars"),
        ("They offered twenty-one crates.", "They offered 21 crates"),
        ("One of them offered it first.", "One offered it first"),
    ],
)
def test_the_same_number_is_true(text, what):
    assert by_guard("numbers_stand_there", remark(what, [1]), article=Article(text)) == []


@pytest.mark.parametrize(
    ("text", "what", "number"),
    [
        ("They offered 40 crates.", "They offered 41 crates", "41"),
        ("They offered 40 crates.", "They offered 400 crates", "400"),
        ("They offered 40 crates.", "They offered 4.0 crates", "4"),
        ("They offered 2.5 million.", "They offered 2.5 billion", "2500000000"),
        ("They offered 2.5 million.", "They offered 2.5", "2.5"),
        ("They offered forty crates.", "They offered fourteen crates", "14"),
        ("They offered 6 percent.", "They offered 6 percent over two years", "2"),
    ],
)
def test_a_changed_number_is_refused(text, what, number):
    (said,) = by_guard("numbers_stand_there", remark(what, [1]), article=Article(text))
    assert f"the number {number} does not stand in sentence 1; no sentence has it: leave it out" in said


def test_a_number_of_another_sentence_is_pointed_at():
    (said,) = by_guard("numbers_stand_there", remark("Snow fell on 40 crates", [5]))
    assert said.endswith("the number 40 does not stand in sentence 5; sentence 1 has it: cite what fits")


def test_the_year_of_publication_may_be_added():
    article = Article("They met on 3 March.", date=date(2026, 3, 4))
    assert by_guard("numbers_stand_there", remark("They met on 3 March 2026", [1]), article=article) == []
    assert len(by_guard("numbers_stand_there", remark("They met on 3 March 2025", [1]), article=article)) == 1


@pytest.mark.parametrize(("note", "refused"), [("40 crates and 2.5 million", 0), ("41 crates and 2.5 billion", 2)])
def test_outside_claims_the_whole_article_is_asked(note, refused):
    assert len(by_guard("numbers_stand_there", note=note)) == refused


def test_the_year_of_publication_replaces_no_other_year():
    article = Article("They keep the base until 2006, he said. They met on 3 March.", date=date(2003, 3, 4))
    assert len(by_guard("numbers_stand_there", remark("They keep it until 2003", [1]), article=article)) == 1
    assert by_guard("numbers_stand_there", remark("On 3 March 2003 they met", [1, 2]), article=article) == []


@pytest.mark.parametrize(("what", "refused"), [("The two left", 0), ("The three left", 1), ("They want two", 1)])
def test_the_two_are_those_who_are_named(what, refused):
    people = [person("Oslo Harrow", [1]), person("Mira Kaul", [1], of="p2")]
    article = Article("Oslo Harrow and Mira Kaul left.")
    assert len(by_guard("numbers_stand_there", remark(what, [1]), article=article, people=people)) == refused


def test_the_two_may_be_those_whom_the_wording_names():
    people = [person("Oslo Harrow", [1]), person("Mira Kaul", [1], of="p2"), person("Teresa Roe", [1], of="p3")]
    article = Article("Oslo Harrow, Mira Kaul and Teresa Roe left; Harrow and Kaul quarrel.")
    what = "Oslo Harrow and Mira Kaul left; the two quarrel"
    assert by_guard("numbers_stand_there", remark(what, [1]), article=article, people=people) == []
    assert len(by_guard("numbers_stand_there", remark("The two quarrel", [1]), article=article, people=people)) == 1
