"""Who is who: what is merged, what is not, and how long that takes."""

from __future__ import annotations

import time

import pytest
from made_up import dossier, names, party, report, source

from summariser.dossier.overrides import NO_OVERRIDES, Overrides
from summariser.dossier.pictures.network import processes_picture
from summariser.dossier.text import dossier_text


def together(*mentions, overrides=NO_OVERRIDES):
    """Return the parties of articles of which each names one."""
    reports = []
    for number, (name, *more) in enumerate(mentions, start=1):
        at = source(number)
        reports.append(report(at, party(at, name, *more)))
    return dossier(*reports, overrides=overrides)


@pytest.mark.parametrize(
    "same",
    [
        ("United States", "Washington", "American", "the U.S.", "White House", "US officials"),
        ("Myanmar", "Burma", "Burmese government"),
        ("Arland", "Arlandian", "Arlandian government", "the government of Arland", "Arlandian delegation"),
        ("Arlandia", "Arlandian", "Arlandia's foreign ministry"),
        ("Free Coast Front", "FCF"),
        ("Northern Dockers' Union", "Northern Dockers' Unoin"),
        ("the Arland Mining Company", "Arland Mining Company", "ARLAND MINING COMPANY"),
    ],
)
def test_one_party_under_several_names(same):
    kind = "state" if "Free" not in same[0] and "Union" not in same[0] and "Mining" not in same[0] else "other"
    found = together(*[(name, kind) for name in same])
    assert len(found.who.parties) == 1, names(found)
    assert len(found.who.parties[0].merges) == len({merge.names for merge in found.who.parties[0].merges})


@pytest.mark.parametrize(
    "different",
    [
        ("Slovakia", "Slovenia"),
        ("Austria", "Australia"),
        ("Iran", "Iraq"),
        ("Niger", "Nigeria"),
        ("North Korea", "South Korea"),
        ("Ireland", "Iceland"),
        ("Arland", "Arland Party"),
        ("Ridge Front", "Popular Front"),
        ("Republic of Congo", "Zambia"),
    ],
)
def test_names_that_only_look_alike(different):
    assert len(together(*[(name, "state") for name in different]).who.parties) == len(different)


def test_a_company_is_no_government():
    assert len(together(("Paris", "company"), ("France", "state")).who.parties) == 2


def test_two_bearers_of_the_same_initials_keep_them():
    parties = together(("Free Coast Front", "other"), ("First Craft Federation", "other"), ("FCF", "other")).who.parties
    assert len(parties) == 3


def test_a_word_for_anybody_is_no_name():
    found = together(
        ("Ridge Front", "other", "negotiating_party", ("the Front", "rebels")),
        ("Popular Front", "other", "negotiating_party", ("the Front", "rebels")),
    )
    assert len(found.who.parties) == 2


def called(name, kind, *aliases):
    """Return a party to which its article gives other names too."""
    return (name, kind, "negotiating_party", aliases)


def kept_apart(found):
    return {(frozenset(each.names), each.why) for each in found.who.kept_apart}


@pytest.mark.parametrize(
    "mentions",
    [
        pytest.param([("Unity", "company"), ("Unity", "company"), ("United", "company")], id="a word that goes on"),
        pytest.param([("Verity", "company"), ("Verity", "company"), ("Verily", "company")], id="nobody else in common"),
        pytest.param(
            [("Austrian Pilots Union", "trade_union"), ("Australian Pilots Union", "trade_union")], id="states"
        ),
        pytest.param([called("Coast Line", "company", "the Airline"), ("Airline", "company")], id="a common noun"),
        pytest.param(
            [called("Coast Line", "company", "Coast"), ("Coast", "company"), ("Coast Dockers", "trade_union")]
        ),
        pytest.param(
            [called("Pines Hotel", "company", "Tarn"), called("Oaks Hotel", "company", "Tarn")], id="borne twice"
        ),
        pytest.param(
            [("employers", "employer"), ("employees", "population"), ("employees", "population")], id="crowds"
        ),
        pytest.param([called("Houses of Tarn", "other", "Lower House"), ("House", "government_body")], id="a house"),
    ],
)
def test_strangers_are_no_party(mentions):
    found = together(*mentions)
    assert all(len(each.names) == 1 for each in found.who.parties), names(found)


def test_a_union_is_no_company_whatever_its_initials():
    found = together(called("Coast Line Union", "trade_union", "CLU"), ("CLU", "company"))
    assert names(found) == {frozenset({"Coast Line Union"}), frozenset({"CLU"})}
    why = "their kinds contradict each other: company and trade union"
    assert (frozenset({"CLU", "Coast Line Union"}), why) in kept_apart(found)


def test_initials_that_an_article_gives_outweigh_a_kind_that_another_misjudges():
    found = together(called("Tarn Relief Council", "population", "TRC"), ("TRC", "intergovernmental_organisation"))
    assert names(found) == {frozenset({"Tarn Relief Council", "TRC"})}


def test_no_chain_by_way_of_a_name_that_is_merged_itself():
    found = together(
        called("Meridian Airways", "company", "Northern Lines"),
        *[("Meridian Airways", "company")] * 2,
        ("Northern Lines", "company"),
        *[("Northern Linas", "company")] * 3,
    )
    assert names(found) == {frozenset({"Meridian Airways", "Northern Lines"}), frozenset({"Northern Linas"})}
    why = "that is said of a name which is merged itself"
    assert kept_apart(found) == {(frozenset({"Northern Lines", "Northern Linas"}), why)}


def test_a_name_that_several_bear_is_nobodys_but_a_firm_is_itself_without_its_legal_form():
    found = together(
        called("Coast Airways", "company", "Coast"),
        called("Coast Gas", "company", "Coast"),
        called("Coast Inc", "company", "Coast"),
        ("Coast", "company"),
    )
    assert names(found) == {frozenset({"Coast Airways"}), frozenset({"Coast Gas"}), frozenset({"Coast Inc", "Coast"})}
    assert (frozenset({"Coast", "Coast Gas"}), "it may as well be Coast Airways") in kept_apart(found)


def test_a_plural_is_its_singular():
    [found] = together(("Ridge rebel", "non_state_armed_group"), ("Ridge rebels", "non_state_armed_group")).who.parties
    assert [merge.reason for merge in found.merges] == ["plural"]


def test_a_misspelt_name_of_one_word_needs_company():
    reports = []
    for number, name in enumerate(["Bostenia", "Bostenia", "Bostania"], start=1):
        at = source(number)
        reports.append(report(at, party(at, name, "territory"), party(at, "Arland")))
    assert frozenset({"Bostenia", "Bostania"}) in names(dossier(*reports))
    assert frozenset({"Bostania"}) in names(
        together(*[(name, "territory") for name in ("Bostenia", "Bostenia", "Bostania")])
    )


def test_a_crowd_is_one_party_in_one_process_alone():
    reports = []
    for number, process in enumerate(["Tarn strike", "Tarn strike", "Orlav strike"], start=1):
        at, employer = source(number), f"{process.split()[0]} Steel"
        workers = party(at, "workers", "population")
        reports.append(report(at, party(at, employer, "company"), workers, process=process))
    found = dossier(*reports)
    assert sorted(each.articles for each in found.who.parties if each.name == "workers") == [1, 2]
    assert [story.process.name for story in found.stories] == ["Tarn strike", "Orlav strike"]
    text = "".join(dossier_text(found, colour=False, width=100))
    assert "workers, population, 2 articles of T1 [" in text
    assert "workers, population, 1 article of T2 [" in text
    picture = processes_picture(story.process for story in found.stories)
    assert {"workers (T1)", "workers (T2)"} <= {box.label for box in picture.boxes}


def test_overrides_can_make_a_crowd_somebody():
    found = together(
        ("workers", "population"), ("workers", "population"), overrides=Overrides(same=(("workers",) * 2,))
    )
    assert len(found.who.parties) == 1
    assert found.who.unknown == []


def test_what_an_article_counts_as_two_stays_two():
    at = source(1)
    both = report(at, party(at, "Arland Steel", "company"), party(at, "Arland Steal", "company"))
    found = dossier(both)
    assert len(found.who.parties) == 2
    [kept] = found.who.kept_apart
    assert kept.why == "article 1 counts them as two parties"


def test_overrides_come_before_all_else():
    at = source(1)
    both = report(at, party(at, "Arland"), party(at, "Arlandian army", "government_body"))
    assert len(dossier(both, overrides=Overrides(same=(("Arland", "Arlandian army"),))).who.parties) == 1
    apart = together(
        ("United States",), ("Washington",), overrides=Overrides(different=(("United States", "washington"),))
    )
    assert len(apart.who.parties) == 2


def test_the_name_that_is_shown_is_that_of_the_state_and_no_initials():
    assert together(("Washington",), ("Washington",), ("United States",)).who.parties[0].name == "United States"
    parties = together(("FCF", "other"), ("FCF", "other"), ("Free Coast Front", "other")).who.parties
    assert parties[0].name == "Free Coast Front"


def test_many_names_are_not_compared_with_each_other():
    """Names that differ in a letter: five times as many are no twenty-five times the work."""

    def seconds(count):
        letters = "abcdefghijklmnopqrst"
        roots = [
            f"K{one}{two}{three}ro{four}" for one in letters for two in letters for three in letters for four in "aeo"
        ]
        reports = []
        for number, root in enumerate(roots[:count], start=1):
            at = source(number)
            reports.append(report(at, party(at, f"{root} Mining Company", "company")))
        began = time.process_time()
        dossier(*reports)
        return time.process_time() - began

    assert seconds(5000) < 15 * seconds(1000)
