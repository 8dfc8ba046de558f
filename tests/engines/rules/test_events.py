"""Kinds of event by the constructions that tell them, and how real each is, on invented news."""

from __future__ import annotations

import pytest
from test_traps import party, read


def events(text: str) -> list[tuple[str, str]]:
    told = {1, 2}  # the opening's own
    return [
        (event.kind, event.factuality)
        for event in read(text).events
        if told.isdisjoint(e.number for e in event.evidence)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "factuality"),
    [
        ("The two sides meet again in Lund on June 20.", "meeting", "planned"),
        ("Party leaders will sit down tonight.", "meeting", "planned"),
        ("The second round ended after nine hours.", "meeting", "happened"),
        ("They failed again to settle who runs the locks.", "meeting", "happened"),
        ("The ferrymen will strike on Monday.", "protest", "planned"),
        ("Farmers blocked the bridge at Tarn on Monday.", "protest", "happened"),
        ("The assembly will vote on the pact in July.", "approval", "planned"),
        ("Shells killed two ferrymen near Tarn.", "violence", "happened"),
        ("The truce took effect at midnight.", "other", "happened"),
        ("Ostrova denied that it had offered a share of the tolls.", "offer", "denied"),
        ("The Marsh Front denied having signed a truce.", "agreement", "denied"),
    ],
)
def test_a_construction_tells_kind_and_factuality(text: str, kind: str, factuality: str) -> None:
    assert events(text) == [(kind, factuality)]


def test_no_meeting_is_no_event() -> None:
    assert events("No further meeting is planned for June. Neither side met the other.") == []


def test_the_two_sides_are_the_two_parties() -> None:
    draft = read("The two sides meet again in Lund on June 20.")
    event = draft.events[-1]
    assert set(event.participants) == {party(draft, "Marsh Front").id, party(draft, "Ostrova").id}
    assert event.where == "Lund"
    assert event.when is not None
    assert event.when.text == "on June 20" or event.when.text == "June 20"
