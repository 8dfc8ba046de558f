"""Events told by verbs of what happens, by nouns and by statements, on invented news."""

from __future__ import annotations

import pytest
from test_events import events
from test_traps import read


@pytest.mark.parametrize(
    ("text", "kind", "factuality"),
    [
        ("About 30 dockers were arrested near the quay.", "other", "happened"),
        ("A first group of 80 settlers, most from the delta, were sent back to Ostrova.", "other", "happened"),
        ("The lock keepers repainted the sluice gates on Monday.", "other", "happened"),
        ("Ostrova is negotiating with a second dredging firm.", "meeting", "ongoing"),
        ("Troops took back the pumping station near Tarn.", "violence", "happened"),
        ("The lighthouse crew is likely to leave the rock in spring.", "other", "expected"),
        ("A second barge will leave the harbour on Friday.", "other", "planned"),
        ("The pilots have been on strike for nine days.", "protest", "ongoing"),
        ("A walkout at the sawmills spread to the canal ports.", "protest", "ongoing"),
        ("Shelling of the bridge resumed after a short lull.", "violence", "happened"),
        ("The truce has held along the river.", "agreement", "happened"),
        ("The toll law was passed.", "approval", "happened"),
        ("Ostrova said in a statement that the barges were late.", "statement", "happened"),
        ("After the count, the ferrymen left the hall.", "other", "happened"),
    ],
)
def test_a_verb_or_a_noun_tells_what_happens(text: str, kind: str, factuality: str) -> None:
    assert (kind, factuality) in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "A toll introduced by Ostrova would be kept.",
        "Under the pact brokered in May the barges pay half.",
        "The pact must be ratified in June.",
        "The barges were not released.",
        "Tar prices jumped on Monday.",
        "The envoy said they might send a barge.",
    ],
)
def test_what_only_describes_or_may_be_is_no_event(text: str) -> None:
    assert events(text) == []


def test_an_aside_is_no_part_of_what_happens() -> None:
    told = read("The harbour board, which runs three quays, sold a dredger on Monday.").events
    assert any("board" in event.what for event in told)


def test_an_event_does_not_repeat_a_proposal() -> None:
    record = read("Ostrova delivered an offer to cut the toll by 5 percent.")
    assert record.proposals
    assert [event.what for event in record.events if "cut the toll" in event.what] == []
