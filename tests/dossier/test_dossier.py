"""The dossier of the archive of two negotiations, held against the one that a careful reader makes."""

from __future__ import annotations

import json

import gold_dossier as gold
import pytest
import talks

from summariser.dossier.data import as_data
from summariser.dossier.overrides import Overrides
from summariser.dossier.story import Story
from summariser.dossier.telling import time_of


@pytest.fixture(scope="module")
def found():
    return talks.dossier(since=talks.SINCE)


@pytest.fixture(scope="module")
def stories(found) -> list[Story]:
    return found.stories


def articles(cites):
    return [cite.source.number for cite in cites]


def names(parties):
    return {party.name for party in parties}


def test_the_articles_are_as_long_as_wire_stories_and_come_from_several_outlets():
    lengths = [len(article.text.split()) for article, _ in talks.drafts()]
    assert len(lengths) == 30
    assert all(60 <= length <= 200 for length in lengths)
    assert len({article.source for article, _ in talks.drafts()}) == 5


def test_names_of_one_party_are_put_together(found):
    assert {party.name: set(party.names) for party in found.who.parties} == gold.PARTIES


def test_every_merge_has_its_reason_and_its_sentences(found):
    merges = [merge for party in found.who.parties for merge in party.merges]
    reasons = {name: merge.reason for merge in merges for name in merge.names if name not in gold.PARTIES}
    assert reasons == gold.MERGES
    assert all(merge.told and merge.cites for merge in merges)


def test_the_processes_are_told_apart(found, stories):
    assert {
        story.process.name: [report.source.number for report in story.process.reports] for story in stories
    } == gold.PROCESSES
    assert found.silent == 1


def test_who_negotiates_and_who_stands_between(stories):
    for story in stories:
        parts = story.process.shown_parts
        sides, between = (names(part.party for part in parts if part.side == way) for way in ("side", "go_between"))
        assert (sides, between) == gold.SIDES[story.process.name]


def test_the_life_of_each_proposal(stories):
    lives = {
        life.text: [
            (f"back: {step.state}" if step.turn == "back" else step.state, articles(step.cites)) for step in life.steps
        ]
        for story in stories
        for life in story.lives
    }
    assert lives == gold.LIVES


def test_open_conditions_and_who_must_meet_them(stories):
    duties = [duty for story in stories for duty in story.duties]
    assert {
        duty.text: ([party.name for party in duty.bound], articles(claim.cite for claim in duty.claims))
        for duty in duties
        if duty.is_open
    } == gold.OPEN
    assert {
        duty.text: articles(claim.cite for claim in duty.claims) for duty in duties if duty.state == "met"
    } == gold.MET


def test_contradictions(stories):
    contradictions = {
        (each.text, each.on): {words: articles(cites) for words, cites in each.sides}
        for story in stories
        for each in story.contradictions
    }
    assert contradictions == gold.CONTRADICTIONS


def test_uncertain_dates_are_shown_as_such(stories):
    times = {happening.text: time_of(happening) for story in stories for happening in story.timeline}
    assert {what: times[what] for what in gold.UNCERTAIN} == gold.UNCERTAIN


def test_the_timeline_is_in_order_and_tells_each_event_once(stories):
    for story in stories:
        begins = [happening.order for happening in story.timeline]
        assert begins == sorted(begins)
    lifted = [each for each in stories[0].timeline if "blockade" in each.text]
    assert [articles(each.cites) for each in lifted] == [[12, 13]]


def test_what_changed_since_a_day(stories):
    changes = {
        (change.kind, change.text, change.before, change.now)
        for story in stories
        for change in story.changes
        if change.kind != "event"
    }
    assert changes == gold.CHANGES
    cited = {number for story in stories for change in story.changes for number in articles(change.cites)}
    assert cited == {23, 24, 25, 26, 27, 28, 29}


def test_every_line_leads_to_its_sentences(found):
    data = as_data(found)

    def evidence(value):
        if isinstance(value, dict):
            yield from ([value["evidence"]] if "evidence" in value else [])
            for inner in value.values():
                yield from evidence(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from evidence(inner)

    lists = list(evidence(data))
    assert len(lists) > 100
    for cites in lists:
        assert cites
        for cite in cites:
            for number in cite["sentences"]:
                quote = data["articles"][str(cite["article"])]["sentences"][str(number)]
                assert quote in talks.drafts()[cite["article"] - 1][0].text


def test_the_same_articles_give_the_same_dossier_in_any_order(found):
    again = talks.dossier(since=talks.SINCE, backwards=True)
    assert json.dumps(as_data(again)) == json.dumps(as_data(found))


def test_a_merge_can_be_undone():
    apart = talks.dossier(Overrides(different=(("Duvania", "Duvenia"),)))
    assert {"Duvania", "Duvenia"} <= names(apart.who.parties)
    [kept] = apart.who.kept_apart
    assert (kept.names, kept.why) == (("Duvenia", "Duvania"), "the overrides keep them apart")


def test_a_merge_can_be_made():
    together = talks.dossier(Overrides(same=(("East Sea Union", "ESU", "Norway", "Atlantis"),)))
    [merged] = [party for party in together.who.parties if "Norway" in party.names]
    assert set(merged.names) == gold.PARTIES["Norway"] | gold.PARTIES["East Sea Union"]
    assert merged.merges[0].reason == "overrides"
    assert together.who.unknown == ["Atlantis"]
