"""Who mediates, hosts or guarantees is told to by name: a word that stands near somebody is not said of him."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import pytest

from summariser.articles.article import Article
from summariser.models.claims import IdentifiedClaim, Model
from summariser.models.cues import own_cues
from summariser.models.faults import Fault
from summariser.models.markers import Id, Named, OfBearer, SpeaksFor, Supported
from summariser.tasks.task import Task
from summariser.verification.verify import verify

ROLES = OfBearer("role", ("mediator", "host", "guarantor"), sides=("negotiating_party",))
Role = Literal["negotiating_party", "mediator", "host", "guarantor", "supporter"]


class Speaker(Model):
    name: Annotated[str, SpeaksFor()]
    position: Annotated[str, Supported(scope="article")] | None
    aliases: list[str]


class Body(IdentifiedClaim):
    id: Annotated[str, Id()]
    name: Annotated[str, Named()]
    roles: Annotated[list[Role], ROLES]
    aliases: list[str]
    representatives: list[Speaker]


class Bodies(Model):
    bodies: list[Body]


TASK = Task(name="bodies", version="v1", draft=Bodies, subject="bodies")


def found(text: str, *bodies: tuple[str, list[str]], speaker: tuple[str, str] | None = None) -> list[Fault]:
    """Return the guard's faults and doubts about bodies, by name and roles, in a text of one sentence."""
    people = [{"name": speaker[0], "position": speaker[1], "aliases": []}] if speaker else []
    answer: dict[str, Any] = {
        "bodies": [
            {"evidence": [1], "id": f"p{n}", "name": name, "roles": roles, "aliases": [], "representatives": people}
            for n, (name, roles) in enumerate(bodies, start=1)
        ]
    }
    verdict = verify(json.dumps(answer), Article(text), TASK)
    return [each for each in (*verdict.faults, *verdict.doubts) if each.guard == "is_said_of_its_bearer"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Norway has mediated between the rebels and the government since May.", "mediator"),
        ("The rebels signed a truce brokered last month by Norway.", "mediator"),
        ("The rebels signed a truce brokered by Qatar and Norway.", "mediator"),
        ("The rebels met the mediator, a retired judge from Norway, on Monday.", "mediator"),
        ("Norway's envoy saw the rebels on Monday.", "mediator"),
        ("The rebels thanked the Norwegian hosts for the lodge.", "host"),
        ("Norway is hosting the rebels at a lodge.", "host"),
        ("TROMSO, Norway, May 3 - The rebels met the government on Monday.", "host"),
        ("The truce is to be guaranteed by Norway and Qatar, the rebels said.", "guarantor"),
    ],
)
def test_what_is_said_of_the_bearer_passes(text, role):
    assert found(text, ("Norway", [role]), ("the rebels", ["negotiating_party"])) == []
    assert found(text, ("Norway", ["negotiating_party", role])) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The rebels met the government in talks that Norway brokered.", "mediator"),
        ("The rebels will discuss efforts by Norway to mediate.", "mediator"),
        ("The rebels flew to peace talks brokered by Norway.", "mediator"),
        ("The rebels wrote to Qatar's envoy on Monday.", "mediator"),
        ("The rebels met at a lodge that Norway hosts.", "host"),
        ("The rebels fear that nobody but Norway guarantees the truce.", "guarantor"),
    ],
)
def test_what_is_said_of_somebody_else_is_refused_beside_a_side(text, role):
    parties = [("the rebels", ["negotiating_party", role]), ("Norway", ["supporter"])]
    (fault,) = found(text, *parties)
    assert (fault.path, fault.doubt) == ("bodies[0].roles[1]", False)
    assert fault.message == (
        f"is {role!r}, but no sentence says that of p1 itself; keep only what the sentences tell of it"
    )
    (doubt,) = found(text, ("the rebels", [role]), ("Norway", ["supporter"]))
    assert (doubt.path, doubt.doubt) == ("bodies[0].roles[0]", True)


def test_what_may_tell_it_tells_nothing_of_a_side():
    text = "The rebels gave a paper to the government, and the committee assured them of peace."
    assert found(text, ("the rebels", ["mediator"])) == []
    assert found(text, ("the committee", ["guarantor"])) == []
    assert len(found(text, ("the rebels", ["negotiating_party", "mediator"]))) == 1
    assert len(found(text, ("the committee", ["negotiating_party", "guarantor"]))) == 1


def test_two_that_nobody_tells_are_refused():
    faults = found("The rebels met the government in Geneva.", ("the rebels", ["host", "guarantor"]))
    assert [(fault.path, fault.doubt) for fault in faults] == [
        ("bodies[0].roles[0]", False),
        ("bodies[0].roles[1]", False),
    ]


def test_an_office_tells_it_as_well():
    text = "Ada Brook of Norway, who chairs the talks, saw the rebels."
    assert (
        found(text, ("Norway", ["mediator", "negotiating_party"]), speaker=("Ada Brook", "who chairs the talks")) == []
    )


def test_words_without_a_row_are_looked_for_themselves():
    marker = OfBearer("game", ("referee", "linesman"), cues=(("referee", ("whistl",)),))
    assert own_cues(marker, "referee") == ("whistl",)
    assert own_cues(marker, "linesman") == ("linesman",)


@pytest.mark.parametrize(
    "text",
    [
        "KENYA'S LEADER SAYS SUDAN'S RIVALS SEE RUVO AS A FAIR HOST",
        "RUVO TOLD ISRAEL'S ENVOY THAT GAZA'S RULERS NEED A MEDIATOR",
    ],
)
def test_a_text_in_capitals_is_read_as_well(text):
    assert isinstance(found(text, ("Ruvo", ["host", "mediator"])), list)
