"""Who is who: what is merged, what is not, and how long that takes."""

from __future__ import annotations

import time

import pytest
from made_up import dossier, names, party, report, source

from summariser.dossier.overrides import NO_OVERRIDES, Overrides


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
