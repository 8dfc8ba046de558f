"""Where a process stands and where it moves, by the ways in which news says so."""

from __future__ import annotations

import pytest

from summariser.articles.article import Article
from summariser.engines.rules.drafting import draft_of
from summariser.models.negotiation import Status

SIDES = (
    " Ostrova wants the harbour. The Marsh Front wants the pier. Talks between Ostrova and the Front concern both. "
    "Both sides named their negotiators in May."
)


def status_of(opening: str) -> Status:
    status = draft_of(Article(opening + SIDES)).status
    assert status is not None
    return status


@pytest.mark.parametrize(
    ("opening", "stage"),
    [
        ("Ostrova and the Marsh Front argued over the harbour on Monday.", "under_way"),
        ("Ostrova and the Marsh Front signed a peace treaty on Monday.", "signed"),
        ("Ostrova and the Marsh Front have not signed a peace treaty.", "under_way"),
        (
            "Ostrova and the Marsh Front failed again to settle the harbour's fate. No further meeting has been set.",
            "stalled",
        ),
        (
            "Delegates of Ostrova and the Marsh Front will sit down together for the first time this evening.",
            "pre_negotiation",
        ),
        ("Talks between Ostrova and the Marsh Front have not started.", "pre_negotiation"),
        ("Ostrova accused the Marsh Front of breaking a ceasefire within hours of its start.", "in_implementation"),
        ("The Marsh Front walked out of the talks with Ostrova.", "broken_off"),
        ("The talks between Ostrova and the Marsh Front were suspended on Monday.", "suspended"),
        ("Ostrova and the Marsh Front agreed to a new three-year contract on Monday.", "agreed"),
        ("Ostrova said it had reached a provisional agreement with the Marsh Front.", "agreed_in_principle"),
        ("Forty prisoners were sent home by Ostrova on Monday under a pact with the Marsh Front.", "in_implementation"),
        (
            "Talks between Ostrova and the Marsh Front over eight years had failed to reach an accord, Ostrova said.",
            "broken_off",
        ),
        ("Ostrova barred talks with the Marsh Front until June.", "pre_negotiation"),
        ("Ostrova will hold the first meeting with the Marsh Front on Tuesday.", "pre_negotiation"),
        ("Ostrova would call in its allies if the talks with the Marsh Front got bogged down.", "under_way"),
        ("Ostrova would walk out of the talks, it said, if the Marsh Front came.", "under_way"),
    ],
)
def test_the_stage_that_an_opening_tells(opening: str, stage: str) -> None:
    assert status_of(opening).stage == stage


@pytest.mark.parametrize(
    ("opening", "direction"),
    [
        (
            "Ostrova accepted the Marsh Front's map. The Marsh Front has agreed to a toll. They are close to a deal.",
            "advancing",
        ),
        ("Ostrova accepted the map on Monday. The Marsh Front rejected it.", "mixed"),
        ("Ostrova and the Marsh Front argued on Monday.", "unchanged"),
        ("Ostrova and the Marsh Front were getting closer to a deal on Monday.", "advancing"),
    ],
)
def test_the_direction_of_what_is_under_way(opening: str, direction: str) -> None:
    status = status_of(opening)
    assert (status.stage, status.direction) == ("under_way", direction)
