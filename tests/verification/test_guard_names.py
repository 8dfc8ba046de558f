"""Parties are mentioned where they are cited; names in the wording are known to the article."""

from datetime import date

import pytest
from minutes import by_guard, person, remark

from summariser.articles.article import Article


@pytest.mark.parametrize(
    ("name", "evidence", "aliases"),
    [
        ("Tin Guild", [1], []),
        ("Oslo Harrow", [1], []),
        ("Harrow", [1], []),
        ("Mira Kaul", [3], []),
        ("Teresa Windermere", [8], []),
        ("Union of Velvet Workers", [2], ["Velvet Union"]),
        ("Norrund", [6], ["Norrundian"]),
    ],
)
def test_who_is_mentioned_passes(name, evidence, aliases):
    assert by_guard("is_mentioned", people=[person(name, evidence, *aliases)]) == []


@pytest.mark.parametrize("name", ["Baradar", "Copper League", "Zorbland"])
def test_who_is_mentioned_nowhere_is_refused(name):
    (said,) = by_guard("is_mentioned", people=[person(name, [1])])
    assert said == (
        f"people[0].name: {name!r} is not mentioned in sentence 1; "
        "nor does any other; leave this out, or name it as the article does"
    )


def test_who_is_mentioned_elsewhere_is_pointed_at():
    (said,) = by_guard("is_mentioned", people=[person("Velvet Union", [1])])
    assert said.endswith("'Velvet Union' is not mentioned in sentence 1; sentence 2 does: cite what fits")


def test_a_misspelt_name_elsewhere_is_pointed_at():
    (said,) = by_guard("is_mentioned", people=[person("Windermere", [1])])
    assert said.endswith("sentence 8 does: cite what fits")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kabul agreed.", "Afghanistan"),
        ("The Afghan side agreed.", "Afghan government"),
        ("The U.S. agreed.", "United States"),
        ("Officials in Washington agreed.", "United States"),
        ("The IMF agreed.", "International Monetary Fund"),
    ],
)
def test_a_state_is_mentioned_by_its_forms(text, name):
    assert by_guard("is_mentioned", people=[person(name, [1])], article=Article(text)) == []


@pytest.mark.parametrize("name", ["Pakistan", "United Kingdom", "International Labour Organisation"])
def test_another_state_or_organisation_is_not_mentioned(name):
    article = Article("Officials in Washington and the IMF agreed.")
    assert len(by_guard("is_mentioned", people=[person(name, [1])], article=article)) == 1


@pytest.mark.parametrize("alias", ["the", "its", "The", "she", "of the"])
def test_a_small_word_is_nobodys_alias(alias):
    people = [person("Copper League", [1, 3, 4], alias)]
    assert by_guard("aliases_tell_their_bearer", people=people) == [
        f"people[0].aliases[0]: {alias!r} may be anybody and is nobody's alias; leave it out"
    ]
    (said,) = by_guard("is_mentioned", people=people)
    assert said.startswith("people[0].name: 'Copper League' is not mentioned in")


@pytest.mark.parametrize("alias", ["both sides", "the two sides", "the parties"])
def test_a_side_is_nobodys_alias(alias):
    article = Article("The Tin Guild met. Both sides, the two sides, the parties agreed.")
    people = [person("Tin Guild", [1], alias)]
    assert len(by_guard("aliases_tell_their_bearer", people=people, article=article)) == 1


def test_a_code_of_an_exchange_is_an_alias():
    article = Article("Tin Guild Inc <NOR.TO> met.")
    assert by_guard("aliases_tell_their_bearer", people=[person("Tin Guild", [1], "NOR.TO")], article=article) == []


def test_one_form_of_words_means_one_bearer():
    people = [person("Tin Guild", [1], "velvet union"), person("Velvet Union", [2], of="p2")]
    (said,) = by_guard("aliases_tell_their_bearer", people=people)
    assert said == "people[0].aliases[0]: 'velvet union' is a name of p2 as well; leave it to whom it means"
    assert by_guard("aliases_tell_their_bearer", people=[person("Tin Guild", [1], "Tin Guild", "The guild")]) == []


def test_an_invented_party_under_anothers_alias_is_refused():
    (said,) = by_guard("is_mentioned", people=[person("Copper League", [2], "Velvet Union")])
    assert said.endswith(
        "'Copper League' stands nowhere in the article; name it as the article does, 'Velvet Union' say"
    )


@pytest.mark.parametrize("name", ["Copper Guild", "Steel Union"])
def test_a_common_last_word_is_no_mention(name):
    assert len(by_guard("is_mentioned", people=[person(name, [1, 2])])) == 1


@pytest.mark.parametrize("what", ["The offer of Baradar", "The offer in Zorbland", "The Offer by Copper League"])
def test_an_invented_name_in_the_wording_is_refused(what):
    said = by_guard("names_are_known", remark(what, [2]))
    assert said
    assert "is named nowhere in the article; leave it out, or spell it as there" in said[0]


@pytest.mark.parametrize(
    "what",
    ["the offer of the Tin Guild", "the chair Mira Kaul", "a vote in Norrund", "The Guild's offer", "apples in April"],
)
def test_names_of_the_article_pass(what):
    assert by_guard("names_are_known", remark(what, [1])) == []


def test_a_state_may_be_named_by_another_of_its_forms():
    article = Article("Washington said no.", date=date(2026, 1, 1))
    assert by_guard("names_are_known", remark("said no to the United States", [1]), article=article) == []


STORY = Article(
    "Petra Vonn led the strike. The talks failed. Emil Dorrance said it would end. "
    "Snow fell on both days. Two pickets were detained after a scuffle."
)


def test_a_name_from_another_sentence_is_refused():
    (said,) = by_guard("names_are_near", remark("Two pickets of Petra Vonn were detained", [5]), article=STORY)
    assert said == "remarks[0].what: 'Petra' is not named in sentence 5; sentence 1 has it: cite what fits"


def test_a_name_that_the_draft_knows_is_one_as_first_word_too():
    people = [person("Petra Vonn", [1])]
    (said,) = by_guard("names_are_near", remark("Vonn was detained after a scuffle", [5]), people=people, article=STORY)
    assert "'Vonn' is not named in sentence 5" in said


@pytest.mark.parametrize(
    ("what", "evidence"),
    [
        ("the talks of Petra Vonn failed", [2]),  # named in the sentence before
        ("a scuffle of Petra Vonn", [1, 5]),
        ("said that Petra Vonn would end it", [3]),  # "it" may stand for anything
        ("Two pickets were detained", [5]),
        ("Talks failed, snow fell", [2, 4]),  # a capital at the start makes no name
    ],
)
def test_names_that_may_well_be_meant_pass(what, evidence):
    people = [person("Petra Vonn", [1])]
    assert by_guard("names_are_near", remark(what, evidence), people=people, article=STORY) == []


def test_a_name_that_only_the_title_has_passes():
    article = Article("Snow fell. Pickets were detained.", title="Strike of Hask Stone")
    assert by_guard("names_are_near", remark("pickets of Hask Stone were detained", [2]), article=article) == []


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("The fund's Harbour Workers' Union rejected it.", "Tin Workers' Union", "Harbour Workers' Union"),
        ("The International Cocoa Organization, ICCO, agreed.", "International Monetary Fund", "ICCO"),
        ("The works council of the port agreed.", "works council of the Brannock gearbox plant", "The works council"),
    ],
)
def test_a_name_is_not_known_from_words_that_many_names_share(text, name, alias):
    (said,) = by_guard("is_mentioned", people=[person(name, [1], alias)], article=Article(text))
    assert said.startswith(f"people[0].name: {name!r} stands nowhere in the article; name it as the article does")


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("Rebels of the Harrow Front agreed.", "Harrow Front rebels", "Rebels of the Harrow Front"),
        ("The bondholders' own committee agreed.", "bondholders' committee", "committee"),
        ("Holders of the bonds, who own a third, agreed.", "bond holders", "Holders of the bonds"),
    ],
)
def test_a_name_that_joins_the_article_s_words_is_known(text, name, alias):
    assert by_guard("is_mentioned", people=[person(name, [1], alias)], article=Article(text)) == []


def test_a_name_with_a_figure_is_known_whole():
    article = Article("Delegates at the COP25 summit quarrelled, delegates said.")
    assert by_guard("names_are_known", remark("quarrelled at the COP25 summit", [1]), article=article) == []
    (said,) = by_guard("names_are_known", remark("quarrelled at the EXPO9 summit", [1]), article=article)
    assert "'EXPO9' is named nowhere" in said
