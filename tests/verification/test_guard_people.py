"""People are put under whom they speak for, with the office that the article gives them."""

import json
from typing import Annotated, Any

import pytest
from pydantic import Field

from summariser.articles.article import Article
from summariser.models.claims import IdentifiedClaim, Model
from summariser.models.faults import Fault
from summariser.models.markers import Id, Named, SpeaksFor, Supported, Verbatim
from summariser.tasks.task import Task
from summariser.verification.verify import verify


class Speaker(Model):
    name: Annotated[str, Verbatim(), SpeaksFor()]
    position: Annotated[str, Supported(scope="article")] | None
    aliases: list[Annotated[str, Verbatim()]]


class Body(IdentifiedClaim):
    id: Annotated[str, Field(pattern=r"^b[0-9]$"), Id()]
    name: Annotated[str, Named()]
    aliases: list[Annotated[str, Verbatim()]]
    people: list[Speaker]


class Bodies(Model):
    bodies: list[Body]


BODIES = Task(name="bodies", version="v1", draft=Bodies, subject="bodies", on_topic=None)


def body(of: str, name: str, *people: dict[str, Any], aliases: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"evidence": [1], "id": of, "name": name, "aliases": list(aliases), "people": list(people)}


def speaker(name: str, position: str | None = None, *aliases: str) -> dict[str, Any]:
    return {"name": name, "position": position, "aliases": list(aliases)}


def found(guard: str, text: str, *bodies: dict[str, Any]) -> list[Fault]:
    verdict = verify(json.dumps({"bodies": list(bodies)}), Article(text), BODIES)
    assert verdict.draft is not None, verdict.faults
    return [fault for fault in (*verdict.faults, *verdict.doubts) if fault.guard == guard]


OPENING = "Orvane Mills and the Tarn Union met in Selby on Monday. "
TOLD = [
    "Orvane's chief executive, Vera Lund, left early.",
    "Orvane chief executive Vera Lund left early.",
    "Orvane Mills's Vera Lund left early.",
    "Vera Lund, chief executive of Orvane, left early.",
    "Vera Lund, who heads Orvane, told the Tarn Union to wait.",
    "Vera Lund (chief executive of Orvane Mills) left early.",
    "Vera Lund of Orvane left early.",
    "A chief executive of Orvane, Vera Lund, left early.",
    "The Orvane delegation was led by Vera Lund, the chief executive.",
    "Vera Lund, representing Orvane, left early.",
    "Orvane will wait, its chief executive, Vera Lund, told the Tarn Union.",
    "Orvane will wait. Its chief executive, Vera Lund, left early.",
    "Vera Lund, who is chief executive of Orvane, left early.",
    "Vera Lund, who presides over Orvane, left early.",
    "Vera Lund, chief executive of Orvane and the one who talks with the Tarn Union, left early.",
]


@pytest.mark.parametrize("told", TOLD)
def test_a_person_speaks_for_whom_the_article_says(told):
    vera = speaker("Vera Lund", "chief executive" if "chief executive" in told else None)
    orvane, union = ("Orvane Mills", ("Orvane",)), ("Tarn Union", ())
    right = [body("b1", orvane[0], vera, aliases=orvane[1]), body("b2", *union[:1])]
    wrong = [body("b1", orvane[0], aliases=orvane[1]), body("b2", union[0], vera)]
    assert found("speaks_for_it", OPENING + told, *right) == []
    (fault,) = found("speaks_for_it", OPENING + told, *wrong)
    assert fault.path == "bodies[1].people[0].name"
    assert not fault.doubt
    assert "shows 'Vera Lund' to speak for b1, not for 'Tarn Union'" in fault.message


def test_two_offices_are_two_entries():
    text = OPENING + "Vera Lund, chairwoman of Orvane and also a director of the Tarn Union, left early."
    both = [
        body("b1", "Orvane Mills", speaker("Vera Lund", "chairwoman"), aliases=("Orvane",)),
        body("b2", "Tarn Union", speaker("Vera Lund", "director")),
    ]
    assert found("speaks_for_it", text, *both) == []


def test_an_office_elsewhere_may_be_held_as_well():
    text = OPENING + "Vera Lund, mayor of Selby, has chaired the talks. For the town she also sits on the Orvane board."
    people = [
        body("b1", "Selby", speaker("Vera Lund", "mayor of Selby")),
        body("b2", "Orvane board", speaker("Vera Lund", "sits on the Orvane board")),
    ]
    assert found("speaks_for_it", text, *people) == []


def test_a_ministry_is_part_of_its_state():
    text = "Norrund's trade ministry met the Tarn Union. Norrund's trade minister, Vera Lund, left early."
    people = [
        body("b1", "Norrund's trade ministry", speaker("Vera Lund", "trade minister")),
        body("b2", "Norrund"),
        body("b3", "Tarn Union"),
    ]
    assert found("speaks_for_it", text, *people) == []


def test_where_the_article_names_nobody_beside_it_the_guard_does_not_judge():
    text = OPENING + "A spokeswoman, Vera Lund, left early."
    for entry in ("Orvane Mills", "Tarn Union"):
        assert found("speaks_for_it", text, body("b1", entry, speaker("Vera Lund", "spokeswoman"))) == []


def test_a_person_far_from_every_mention_is_misplaced():
    text = OPENING + "Snow fell. The roads were shut. The Eskby Bank was closed. A spokeswoman, Vera Lund, left early."
    wrong = [body("b1", "Tarn Union", speaker("Vera Lund", "spokeswoman")), body("b2", "Eskby Bank")]
    (fault,) = found("speaks_for_it", text, *wrong)
    assert "'Tarn Union' is not named beside 'Vera Lund' (sentence 5)" in fault.message
    assert not fault.doubt


def test_a_government_need_not_be_named_beside_its_minister():
    text = "Norway met the Tarn Union. Snow fell. The roads were shut. The Tarn Union waits. Minister Vera Lund left."
    people = [body("b1", "Norway", speaker("Vera Lund", "Minister")), body("b2", "Tarn Union")]
    assert [fault.doubt for fault in found("speaks_for_it", text, *people)] == [True]


def test_a_person_in_the_name_of_the_entry_is_its_own():
    text = OPENING + "Snow fell. The roads were shut. President Lund's office declined. Tarn Union men met Lund."
    people = [body("b1", "Tarn Union"), body("b2", "President Lund's office", speaker("Lund", "President"))]
    assert found("speaks_for_it", text, *people) == []


HELD = [
    ("Orvane's chief executive, Vera Lund, met union leader Otto Brack.", "chief executive", "union leader"),
    (
        "The fee was settled by chief executive Vera Lund and the union's leader Otto Brack.",
        "chief executive",
        "leader",
    ),
    ("Vera Lund, chief executive of Orvane, met Otto Brack, leader of the Tarn Union.", "chief executive", "leader"),
    ("Vera Lund heads Orvane Mills. The union's leader, Otto Brack, left.", "heads Orvane Mills", "union's leader"),
    (
        "Vera Lund spoke first. She chairs the works committee. Leader Otto Brack left.",
        "chairs the committee",
        "leader",
    ),
]


@pytest.mark.parametrize(("told", "hers", "his"), HELD)
def test_an_office_is_held_by_whom_the_article_gives_it(told, hers, his):
    def people(lund: str | None, brack: str | None) -> list[dict[str, Any]]:
        return [
            body("b1", "Orvane Mills", speaker("Vera Lund", lund), aliases=("Orvane",)),
            body("b2", "Tarn Union", speaker("Otto Brack", brack)),
        ]

    text = OPENING + told
    assert found("holds_that_office", text, *people(hers, his)) == []
    assert found("holds_that_office", text, *people(None, None)) == []
    (fault,) = found("holds_that_office", text, *people(hers, hers))
    assert fault.path == "bodies[1].people[0].name"
    assert f"says {hers!r} of that person" in fault.message


def test_an_office_may_be_told_a_sentence_before_or_by_a_counterpart():
    text = "The justice ministers of Orvane and Tarn met. Orvane's Vera Lund and her counterpart Otto Brack left early."
    people = [
        body("b1", "Orvane", speaker("Vera Lund", "justice minister")),
        body("b2", "Tarn", speaker("Otto Brack", "counterpart of the justice minister")),
    ]
    assert found("holds_that_office", text, *people) == []


def test_a_head_of_government_may_be_named_by_the_party_alone():
    text = "Norway met the Liberal Union. The Liberal Union of Prime Minister Vera Lund proposed a tax."
    people = [body("b1", "Norway", speaker("Vera Lund", "Prime Minister")), body("b2", "Liberal Union")]
    assert all(fault.doubt for fault in found("speaks_for_it", text, *people))


def test_the_office_may_stand_beside_another_form_of_the_name():
    text = OPENING + "Orvane's chairman, Otto Brock, left. Snow fell. The roads were shut. Mr Brack will return."
    people = [body("b1", "Orvane Mills", speaker("Otto Brack", "chairman", "Otto Brock"), aliases=("Orvane",))]
    people[0]["people"][0]["name"] = "Brack"
    assert found("holds_that_office", text, *people) == []


def test_a_minister_speaks_for_no_company():
    text = f"{OPENING}The price was fair, Finance Minister Vera Lund said. Orvane left."
    vera = speaker("Vera Lund", "Finance Minister")
    faults = found(
        "speaks_for_it", text, body("b1", "Orvane Mills", aliases=("Orvane",)), body("b2", "Eskby Bank", vera)
    )
    assert [fault.doubt for fault in faults] == [False]


def test_a_plural_office_may_be_held_with_those_who_are_named_before():
    text = f"{OPENING}They met. It rained. It snowed. It cleared. The terms came from Vera Lund, who is chair of both."
    assert all(
        fault.doubt
        for fault in found(
            "speaks_for_it", text, body("b1", "Orvane Mills", speaker("Vera Lund")), body("b2", "Tarn Union")
        )
    )


def test_an_office_may_be_told_before_its_holder_is_named():
    text = "Orvane's lead negotiator spoke. Snow fell. Vera Lund said so. It fell. The Tarn Union's chair laughed."
    mine = body("b1", "Orvane", speaker("Vera Lund", "lead negotiator"))
    assert found("holds_that_office", text, mine) == []
    other = body("b1", "Orvane", speaker("Vera Lund", "chair of the union"))
    assert len(found("holds_that_office", text, other)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Orvane met. The plan was shown to the Tarn Union on Monday by chairman Jens Falk.",
        "Orvane met. There was nothing to break off, according to Jens Falk, since the Tarn Union had gone home.",
    ],
)
def test_who_is_only_named_beside_a_person_is_not_spoken_for(text):
    bodies = [body("b1", "Orvane", speaker("Jens Falk")), body("b2", "Tarn Union")]
    assert [fault for fault in found("speaks_for_it", text, *bodies) if not fault.doubt] == []


def test_two_persons_share_an_office_in_the_plural():
    text = "Independent directors Vera Lund and Ada Brook of Orvane will decide."
    whole = body("b1", "Orvane", speaker("Vera Lund", "independent director"), speaker("Ada Brook", "director"))
    assert found("holds_that_office", text, whole) == []
