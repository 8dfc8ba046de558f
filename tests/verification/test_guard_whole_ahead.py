"""Texts that break off, and next steps that are over."""

from __future__ import annotations

import json
from typing import Annotated

import pytest

from summariser.articles.article import Article
from summariser.models.claims import Model
from summariser.models.markers import Ahead, Supported, Whole
from summariser.tasks.task import Task
from summariser.verification.verify import verify

TEXT = (
    'Velm agreed to work toward a temporary "pause" in the fighting. The two sides will meet again in June. '
    "The company declined to comment. Talks were held in 2014. Rebels seized a bridge near Orm on Sunday. "
    "The mediator sent a draft to Karsa. He plans to send another draft to Velm."
)


class Note(Model):
    overview: Annotated[str, Whole()]
    steps: list[Annotated[str, Supported(scope="article"), Ahead("overview")]]


TASK = Task(name="note", version="v1", draft=Note, subject="a note")


def guards(overview: str, *steps: str) -> set[str]:
    answer = json.dumps({"overview": overview, "steps": list(steps)})
    return {fault.guard for fault in verify(answer, Article(TEXT), TASK).faults}


@pytest.mark.parametrize(
    ("overview", "whole"),
    [
        ("Velm agreed to work toward a temporary ", False),
        ("Velm agreed to work toward a temporary pause.", True),
        ('Velm agreed to a "pause."', True),
        ("Velm agreed", True),
        ("Velm agreed to work toward the", False),
        ("There is a plan which Velm signed on to", True),
        ("There is a plan, and Velm signed on to", False),
    ],
)
def test_a_text_that_breaks_off_is_refused(overview: str, whole: bool) -> None:
    assert ("is_whole" not in guards(overview)) is whole


@pytest.mark.parametrize(
    ("step", "ahead"),
    [
        ("The two sides meet again in June", True),
        ("The company declined to comment", False),
        ("Talks were held", False),
        ("Rebels will seize a bridge near Orm", False),
        ("Talks will be held in 2014", False),
        ("The mediator will send another draft to Velm", True),
        ("The two sides will probably meet again in June", True),
    ],
)
def test_a_next_step_that_is_over_is_refused(step: str, ahead: bool) -> None:
    assert ("lies_ahead" not in guards("Velm agreed.", step)) is ahead


@pytest.mark.parametrize(
    ("now", "step", "says_more"),
    [
        ("Velm agreed to work toward a pause.", "Velm agreed to work toward a pause", False),
        ("Velm agreed to work toward a pause.", "work toward a pause in June", True),
        ("The two sides will meet again in June.", "The two sides will meet again in June", True),
        ("The two sides sit down in June.", "The two sides sit down in June", False),
        ("The two sides meet again in June.", "The two sides meet again in June", True),
        ("Velm must ratify the pause.", "Velm must ratify the pause", True),
        ("Talks broke up and are due to resume in June.", "Talks are due to resume in June", True),
    ],
)
def test_a_next_step_that_says_where_things_stand_is_refused(now: str, step: str, says_more: bool) -> None:
    assert ("lies_ahead" not in guards(now, step)) is says_more


@pytest.mark.parametrize(
    ("text", "step", "ahead"),
    [
        (
            "Velm's MPs vote on the truce on Monday. The senate voted on the truce in May.",
            "MPs will vote on the truce",
            True,
        ),
        ("Velm pledged to release the miners. Twelve miners were released.", "Velm will release the miners", True),
        ("Rebels seized a bridge near Orm on May 3.", "Rebels will seize a bridge near Orm", False),
        ("Velm agreed to the truce on Monday.", "Velm will soon agree to the truce", False),
        ("Velm agreed to the truce on Monday.", "Velm may agree to the truce", True),
    ],
)
def test_what_is_told_as_done_will_not_be_again(text: str, step: str, ahead: bool) -> None:
    answer = json.dumps({"overview": "Velm agreed.", "steps": [step]})
    faults = {fault.guard for fault in verify(answer, Article(text), TASK).faults}
    assert ("lies_ahead" not in faults) is ahead
