"""A state's own name is no company's, and a person is nobody's government or alias."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import pytest

from summariser.articles.article import Article
from summariser.language.names import is_state
from summariser.models.claims import IdentifiedClaim, Model
from summariser.models.faults import Fault
from summariser.models.markers import Befits, Id, Named
from summariser.tasks.task import Task
from summariser.verification.verify import verify

BEFITS = Befits(states=("state",), persons=("person",))
ARTICLE = Article(
    "Prime Minister Ada Brook of Norway met General Motors in Oslo. Brook spoke of Orvane Mills. "
    "Orvane's chairman, Mr. Jens Falk, did not. The chairman met Harbour Line. Secretary of State Ruth Vale listened."
)


class Speaker(Model):
    name: str


class Body(IdentifiedClaim):
    id: Annotated[str, Id()]
    name: Annotated[str, Named()]
    kind: Annotated[Literal["state", "company", "person"], BEFITS]
    aliases: list[str]
    representatives: list[Speaker]


class Bodies(Model):
    bodies: list[Body]


TASK = Task(name="bodies", version="v1", draft=Bodies, subject="bodies")


GUARDS = ("kind_befits_its_name", "aliases_name_no_person", "speaks_not_for_oneself")


def found(name: str, kind: str, *aliases: str, cited: int = 1, speakers: tuple[str, ...] = ()) -> list[Fault]:
    body: dict[str, Any] = {"evidence": [cited], "id": "b1", "name": name, "kind": kind, "aliases": list(aliases)}
    body["representatives"] = [{"name": speaker} for speaker in speakers]
    verdict = verify(json.dumps({"bodies": [body]}), ARTICLE, TASK)
    return [fault for fault in (*verdict.faults, *verdict.doubts) if fault.guard in GUARDS]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Norway", "state"), ("Ada Brook", "person"), ("General Motors", "company"), ("Oslo", "company"),
        ("Orvane Mills", "company"), ("Harbour Line", "company"), ("Jens Falk", "person"),
    ],
)  # fmt: skip
def test_what_befits_the_name_passes(name, kind):
    assert found(name, kind) == []


def test_a_state_is_no_company():
    (fault,) = found("Norway", "company")
    assert str(fault) == "bodies[0].kind: is 'company', but 'Norway' is a state: state"


def test_an_organisation_of_states_is_no_government():
    text = "The EU and the United Nations met the European Commission in Brussels."
    article, befits = Article(text), Befits(states=("state",), persons=("person",), unions=("bloc",))

    class Union(IdentifiedClaim):
        id: Annotated[str, Id()]
        name: Annotated[str, Named()]
        kind: Annotated[Literal["bloc", "government_body"], befits]
        aliases: list[str]

    class Unions(Model):
        unions: list[Union]

    task = Task(name="unions", version="v1", draft=Unions, subject="unions")
    names = ("EU", "the United Nations", "European Commission", "Brussels")
    unions = [
        {"evidence": [1], "id": f"b{n}", "name": name, "kind": "government_body", "aliases": []}
        for n, name in enumerate(names)
    ]
    faults = verify(json.dumps({"unions": unions}), article, task).faults
    assert [(fault.path, fault.message) for fault in faults if fault.guard == "kind_befits_its_name"] == [
        ("unions[0].kind", "is 'government_body', but 'EU' is an organisation of states: bloc"),
        ("unions[1].kind", "is 'government_body', but 'the United Nations' is an organisation of states: bloc"),
    ]


def test_a_person_with_an_office_is_no_state():
    (fault,) = found("Ada Brook", "state")
    assert fault.message == (
        "is 'state', but sentence 1 shows 'Ada Brook' to be a person; "
        "name whom that person speaks for, or choose person"
    )


def test_a_person_is_no_alias_of_whom_he_speaks_for():
    (fault,) = found("Norway", "state", "Norwegians", "Brook")
    assert (fault.path, fault.guard) == ("bodies[0].aliases[1]", "aliases_name_no_person")
    assert fault.message == ("sentence 1 shows 'Brook' to be a person; give who speaks for it as that, not as alias")
    assert [fault.path for fault in found("Orvane Mills", "company", "Orvane", "Falk", cited=2)] == [
        "bodies[0].aliases[1]"
    ]


def test_a_person_has_aliases():
    assert found("Ada Brook", "person", "Brook") == []


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("Norway", True), ("the U.S.", True), ("Britain", True), ("Oslo", False), ("Norwegian", False),
     ("Norwegian government", False), ("European Union", False), ("Orvane", False)],
)  # fmt: skip
def test_which_names_are_a_states_own(name, is_one):
    assert is_state(name) is is_one


def test_a_minister_of_something_is_a_person():
    (fault,) = found("Ruth Vale", "state", cited=5)
    assert "sentence 5 shows 'Ruth Vale' to be a person" in fault.message


@pytest.mark.parametrize(
    ("text", "name", "is_person"),
    [
        ("Minister of Foreign Affairs Ada Brook spoke.", "Ada Brook", True),
        ("Secretary of State for Northern Ireland Ada Brook spoke.", "Ada Brook", True),
        ("Chancellor of the Exchequer Ada Brook spoke.", "Ada Brook", True),
        ("Secretary-General Ada Brook spoke.", "Ada Brook", True),
        ("Vice President Ada Brook spoke.", "Vice President Ada Brook", True),
        ("Secretary General Ada Brook spoke.", "Secretary General Ada Brook", True),
        ("The President Hotel Group spoke.", "President Hotel Group", False),
        ("The President of Estmark spoke.", "President of Estmark", False),
        ("It told the Minister of Energy Orvane Mills would leave.", "Orvane Mills", False),
        ("It told the Minister of Energy Orvane would leave.", "Orvane", False),
    ],
)
def test_a_title_with_what_it_is_for_tells_a_person(text, name, is_person):
    body = {"evidence": [1], "id": "b1", "name": name, "kind": "company", "aliases": [], "representatives": []}
    faults = {fault.guard for fault in verify(json.dumps({"bodies": [body]}), Article(text), TASK).faults}
    assert ("kind_befits_its_name" in faults) is is_person


@pytest.mark.parametrize(
    ("name", "kind", "speaker", "found_"),
    [
        ("Jens Falk", "person", "Jens Falk", "fault"),
        ("Jens Falk", "person", "Mr. Jens Falk", "fault"),
        ("Falk", "person", "Jens Falk", "doubt"),
        ("Jens Falk", "person", "Ada Brook", None),
        ("Orvane Mills", "company", "Orvane Mills", None),
    ],
)
def test_nobody_is_his_own_representative(name, kind, speaker, found_):
    faults = found(name, kind, cited=3 if "Falk" in name else 2, speakers=(speaker,))
    told = [(fault.path, "doubt" if fault.doubt else "fault") for fault in faults]
    assert told == ([("bodies[0].representatives[0].name", found_)] if found_ else [])
