"""Processes, lives, timelines, contradictions and changes, one trap at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made_up import demanded, dossier, happened, party, proposed, report, source

from summariser.dossier.text import dossier_text
from summariser.dossier.times import in_words


def told(
    *claims,
    day="2024-03-04",
    process="Arland trade talks",
    names=("Arland", "Bosten"),
    number=1,
    outlet="Wire",
    title=None,
):
    """Return a report of two states with claims, each a function of the article."""
    at = source(number, day, outlet, title)
    made = [claim(at) for claim in claims]
    kinds = {"proposals": "Proposed", "conditions": "Demanded", "events": "Happened"}
    sorted_ = {name: [one for one in made if type(one).__name__ == kind] for name, kind in kinds.items()}
    return report(at, *(party(at, name) for name in names), process=process, **sorted_)


def numbers(found):
    return [[each.source.number for each in story.process.reports] for story in found.stories]


def test_one_process_under_several_names_and_none():
    found = dossier(
        told(process="talks on fishing in the strait", number=1),
        told(process="strait fishing negotiations", number=2),
        told(process=None, number=3),
        told(process="Arland-Bosten talks", number=4),
    )
    assert numbers(found) == [[1, 2, 3, 4]]


def test_two_matters_between_the_same_two_are_two_processes():
    found = dossier(
        told(lambda at: proposed(at, "fish quota", "proposed", issue="supply"), process="fishing talks", number=1),
        told(
            lambda at: proposed(at, "free 9 sailors", "proposed", issue="prisoner_release"),
            process="sailor talks",
            number=2,
        ),
    )
    assert numbers(found) == [[1], [2]]


FISH = "Arland and Bosten haggle over herring quotas for trawlers in the northern strait this season"
NETS = "Herring quotas: Bosten trawlers may fish the northern strait, Arland offers"
REACTOR = "Arland lets inspectors visit its uranium reactor as Bosten demands stricter safeguards on enrichment"
CENTRIFUGES = "Uranium enrichment at the Arland reactor stops, inspectors tell Bosten, after demands for safeguards"


def test_a_pair_that_talks_about_many_things_has_a_process_for_each():
    found = dossier(
        *[
            told(process=None, number=number, title=title)
            for number, title in enumerate([FISH, REACTOR, NETS, CENTRIFUGES], start=1)
        ]
    )
    assert numbers(found) == [[1, 3], [2, 4]]
    assert len({story.process.name for story in found.stories}) == 2


def test_an_article_about_one_party_in_the_same_words_belongs_there_without_a_second_side():
    found = dossier(
        told(process=None, number=1, title=REACTOR),
        told(process=None, names=("Arland", "Corvia"), number=2, title=CENTRIFUGES.replace("Bosten", "Corvia")),
        told(process=None, names=("Arland", "Dorn"), number=3, title=FISH.replace("Bosten", "Dorn")),
    )
    assert numbers(found) == [[1, 2], [3]]


def names_of(found):
    return [story.process.name for story in found.stories]


def test_a_process_with_a_name_for_any_talks_is_named_with_its_parties():
    found = dossier(
        told(process="peace talks", number=1),
        told(process="peace talks", names=("Corvia", "Dorn"), number=2),
        told(process="contract talks", names=("Tarn Steel", "Steel League"), number=3),
    )
    assert names_of(found) == [
        "Peace talks of Arland and Bosten",
        "Peace talks of Corvia and Dorn",
        "Contract talks of Steel League and Tarn Steel",
    ]


def test_a_process_is_not_named_by_one_article_of_many():
    found = dossier(
        told(process="peace talks", number=1),
        *[
            told(lambda at: proposed(at, "herring quotas", "proposed", issue="supply"), process=None, number=number)
            for number in (2, 3, 4)
        ],
    )
    assert names_of(found) == ["Talks of Arland and Bosten on supply"]


def test_a_name_of_its_own_is_kept_and_no_two_processes_have_one_name():
    found = dossier(
        told(process="Mirov canal talks", number=1),
        told(process=None, number=2, title=FISH, names=("Corvia", "Dorn")),
        told(process=None, number=3, title=REACTOR, names=("Corvia", "Dorn"), day="2024-03-05"),
        told(process=None, number=4, names=("Corvia", "Elve"), day=None),
        told(process="Talks of Corvia and Dorn", number=5, names=("Fenn", "Gorm")),
    )
    assert names_of(found)[0] == "Mirov canal talks"
    assert len(set(names_of(found))) == 5, names_of(found)


def test_the_main_party_comes_first_in_the_name():
    found = dossier(
        *[told(process=None, names=("Bosten", other), number=number) for number, other in enumerate(["Arland"] * 3, 1)],
        told(process=None, names=("Bosten", "Arland", "Aaland"), number=4),
    )
    assert names_of(found) == ["Talks of Arland and Bosten"]


def test_not_all_sides_of_an_article_deal_with_each_other():
    sides = ("Arland", "Bosten", "Corvia", "Dorn", "Elve")
    found = dossier(
        told(lambda at: proposed(at, "a timber duty", "proposed", by="Arland", to=("Dorn",)), names=sides, number=1)
    )
    [dealing] = found.stories[0].dealings
    assert [each.name for each in dealing.sides] == ["Arland", "Dorn"]
    few = dossier(told(names=sides[:3])).stories[0].dealings
    assert len(few) == 3


def test_one_shared_party_makes_no_process():
    found = dossier(told(process=None), told(process=None, names=("Arland", "Corvia"), number=2))
    assert numbers(found) == [[1], [2]]


def test_an_article_that_names_nobody_stands_alone_and_last():
    at = source(1, "2024-01-01")
    found = dossier(report(at, party(at, "Arland")), told(number=2), told(number=3))
    assert numbers(found) == [[2, 3], [1]]
    assert [story.process.is_alone for story in found.stories] == [False, True]


def test_a_proposal_in_other_words_is_the_same_and_a_counterproposal_is_not():
    found = dossier(
        told(lambda at: proposed(at, "a duty of 5 percent on timber", "proposed"), number=1),
        told(
            lambda at: proposed(at, "the 5 percent timber duty that Arland offered", "rejected"),
            day="2024-03-09",
            number=2,
        ),
        told(lambda at: proposed(at, "no duty on timber", "proposed", by="Bosten"), day="2024-03-10", number=3),
    )
    [story] = found.stories
    assert [[step.state for step in life.steps] for life in story.lives] == [["proposed", "rejected"], ["proposed"]]


def test_a_proposal_of_nobody_known_that_shares_half_its_words_is_another():
    def nobodys(text, status):
        return lambda at: replace(proposed(at, text, status, issue="ceasefire"), makers=())

    found = dossier(
        told(nobodys("to step into the main battles of the civil war", "rejected"), number=1),
        told(nobodys("a pause in the civil war", "under_discussion"), day="2024-03-09", number=2),
        told(nobodys("a pause in the war", "proposed"), day="2024-03-10", number=3),
    )
    assert [[step.state for step in life.steps] for life in found.stories[0].lives] == [
        ["rejected"],
        ["under_discussion", "proposed"],
    ]


def test_two_deeds_with_one_word_in_common_are_two_events():
    def violence(text, edtf=None):
        return lambda at: happened(at, text, edtf, kind="violence")

    found = dossier(
        told(
            violence("blasts in Eskby killed 62"),
            violence("a car bomb on the Tarn bridge killed 57", "2024-03-03"),
            number=1,
        ),
        told(violence("400 have been killed in the war"), number=2),
        told(violence("a shell killed 4 in Tarn", "2024-03-02"), number=3),
    )
    assert [len(each.claims) for each in found.stories[0].timeline] == [1, 1, 1, 1]


def test_the_one_article_that_fits_nowhere_is_no_range():
    at = source(1)
    text = "".join(dossier_text(dossier(report(at, party(at, "Arland"))), colour=False, width=100))
    assert "  T1: 1 article that fits no process" in text


def test_reports_that_say_the_same_are_one_step():
    found = dossier(
        *[
            told(lambda at: proposed(at, "a timber duty", "proposed"), day=f"2024-03-0{number}", number=number)
            for number in (1, 2, 3)
        ]
    )
    [life] = found.stories[0].lives
    assert [len(step.claims) for step in life.steps] == [3]


@pytest.mark.parametrize(
    ("day", "outlet", "contradict"),
    [
        ("2024-03-04", "Post", True),
        ("2024-03-06", "Post", True),
        ("2024-03-07", "Post", False),
        ("2024-03-04", "Wire", False),
    ],
)
def test_a_contradiction_needs_two_outlets_and_nearly_one_time(day, outlet, contradict):
    found = dossier(
        told(lambda at: proposed(at, "a timber duty", "rejected"), number=1),
        told(lambda at: proposed(at, "a timber duty", "accepted"), number=2, day=day, outlet=outlet),
    )
    assert bool(found.stories[0].contradictions) is contradict


def test_conditions_that_outlets_call_met_and_unmet():
    found = dossier(
        told(lambda at: demanded(at, "open the strait", "met"), number=1),
        told(lambda at: demanded(at, "open the strait", "unmet"), number=2, outlet="Post"),
    )
    [each] = found.stories[0].contradictions
    assert (each.on, [words for words, _ in each.sides]) == ("whether it is met", ["met", "unmet"])


def test_meetings_in_the_same_words_on_other_days_are_two():
    found = dossier(
        told(lambda at: happened(at, "the delegations met in Eskby", "2024-03-04"), number=1),
        told(lambda at: happened(at, "the delegations met in Eskby", "2024-03-18"), number=2, day="2024-03-18"),
        told(lambda at: happened(at, "delegations met at Eskby", "2024-03"), number=3, day="2024-03-05", outlet="Post"),
    )
    timeline = found.stories[0].timeline
    assert [[claim.cite.source.number for claim in each.claims] for each in timeline] == [[1, 3], [2]]
    assert timeline[0].when.edtf == "2024-03-04", "the most exact date"


def test_an_article_without_a_date_comes_last_and_changes_nothing():
    found = dossier(
        told(lambda at: proposed(at, "a timber duty", "rejected"), day=None, number=1),
        told(lambda at: proposed(at, "a timber duty", "proposed"), number=2),
        since=date(2024, 3, 5),
    )
    assert numbers(found) == [[2, 1]]
    assert found.stories[0].changes == []


def test_a_proposal_that_comes_back_is_a_change_even_if_it_was_on_the_table_before():
    found = dossier(
        told(lambda at: proposed(at, "a timber duty", "proposed"), day="2024-03-01", number=1),
        told(lambda at: proposed(at, "a timber duty", "rejected"), day="2024-03-02", number=2),
        told(lambda at: proposed(at, "a timber duty", "proposed"), day="2024-04-02", number=3),
        since=date(2024, 4, 1),
    )
    [change] = found.stories[0].changes
    assert (change.before, change.now) == ("rejected", "back on the table")


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-05-03", "3 May 2024"),
        ("2024-05-03~", "about 3 May 2024"),
        ("2024-05?", "possibly May 2024"),
        ("2024", "2024"),
        ("2024%", "possibly about 2024"),
        ("2024-22", "summer 2024"),
        ("2024-34", "second quarter of 2024"),
        ("202X", "the 2020s"),
        ("XXXX-10", "October, year not told"),
        ("XXXX-10-05", "5 October, year not told"),
        ("2024-XX-05", "2024-XX-05"),
        ("20XX", "20XX"),
        ("2024-10-01/2024-10-10~", "between 1 October 2024 and about 10 October 2024"),
        ("2024-10/..", "from October 2024 on"),
        ("../2024-10-31", "until 31 October 2024"),
        ("/2024", "until 2024"),
    ],
)
def test_dates_in_words(edtf, words):
    assert in_words(edtf) == words
