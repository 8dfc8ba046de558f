"""A source speaks in the cited sentences, or goes on speaking there."""

import json
from typing import Annotated, Any

import pytest
from test_guard_people import Body, body, speaker

from summariser.articles.article import Article
from summariser.models.claims import Claim, Model
from summariser.models.faults import Fault
from summariser.models.markers import SaysSo, Supported
from summariser.tasks.task import Task
from summariser.verification.verify import verify


class Saying(Claim):
    what: Annotated[str, Supported()]
    source: Annotated[str, SaysSo()] | None


class Sayings(Model):
    bodies: list[Body]
    sayings: list[Saying]


SAYINGS = Task(name="sayings", version="v1", draft=Sayings, subject="sayings", on_topic=None)
BODIES = [
    body("b1", "Orvane Mills", speaker("Vera Lund", None), aliases=("Orvane",)),
    body("b2", "Tarn Union", speaker("Otto Brack", None)),
]
OPENING = (
    "Orvane Mills and the Tarn Union met in Selby on Monday. "  # 1
    "Orvane's Vera Lund met Otto Brack of the Tarn Union. "  # 2
    "Snow fell. The roads were shut. The trains were late. "  # 3 to 5
)


def found(source: str, told: str, *evidence: int, bodies: list[dict[str, Any]] = BODIES) -> list[Fault]:
    saying = {"evidence": list(evidence or [6]), "what": "The mill would close", "source": source}
    draft = {"bodies": bodies, "sayings": [saying]}
    verdict = verify(json.dumps(draft), Article(OPENING + told), SAYINGS)
    assert verdict.draft is not None, verdict.faults
    return [fault for fault in (*verdict.faults, *verdict.doubts) if fault.guard == "says_so"]


@pytest.mark.parametrize(
    "told",
    [
        "Vera Lund said the mill would close.",
        'The mill would close, said Lund, "and soon".',
        "The mill would close, according to Vera Lund.",
        "The mill would close, Lund told reporters.",
        "Ms Lund warned that the mill would close.",
    ],
)
def test_who_speaks_is_the_source(told):
    assert found("Vera Lund", told) == []
    (fault,) = found("Otto Brack", told)
    assert fault.path == "sayings[0].source"
    assert not fault.doubt
    assert fault.message == (
        "sentence 6 does not let 'Otto Brack' say this; 'Vera Lund' is named there; "
        "name who says it, or null where the article itself does"
    )


@pytest.mark.parametrize(
    "told",
    [
        "Vera Lund spoke first. She said the mill would close.",
        'Vera Lund spoke first. "The mill would close," she said.',
        'Vera Lund spoke first. "The mill would close."',
        "Vera Lund spoke first. Snow fell. The mill would close, she added.",
    ],
)
def test_who_goes_on_speaking_is_the_source(told):
    cited = 8 if "Snow" in told else 7
    assert found("Vera Lund", told, cited) == []
    assert [fault.doubt for fault in found("Otto Brack", told, cited)] == [False]


def test_a_pronoun_points_to_who_was_named_last():
    told = "Otto Brack left. Vera Lund stayed. She said the mill would close."
    assert found("Vera Lund", told, 8) == []
    assert found("Otto Brack", told, 8) != []


def test_a_person_is_not_meant_by_it():
    told = "Otto Brack left the Tarn Union room. It says that the mill would close."
    assert found("Tarn Union", told, 7) == []
    assert [fault.doubt for fault in found("Otto Brack", told, 7)] == [False]


def test_another_speaker_is_not_the_source():
    told = "Otto Brack left. The mill would close, an official in Selby said."
    assert found("an official in Selby", told, 7) == []
    assert [fault.doubt for fault in found("Otto Brack", told, 7)] == [False]


def test_a_party_speaks_by_its_people_and_forms():
    assert found("Orvane", "Lund said the mill would close.") == []
    assert found("Orvane Mills", "Orvane said the mill would close.") == []
    assert found("the Tarn Union", "Lund said the mill would close.") != []


def test_the_answer_of_another_is_cited_beside_what_the_source_said():
    told = 'Vera Lund spoke first. "The mill must close." Otto Brack said the mill would stay.'
    assert found("Vera Lund", told, 7, 8) == []
    assert found("Vera Lund", told, 8) != []


def test_what_follows_without_a_speaker_is_still_the_sources():
    told = "Vera Lund spoke. She would sign tonight, she says, if one thing were put right. The mill would close."
    assert found("Vera Lund", told, 7, 8) == []


def test_speech_may_run_on_for_long_where_nobody_else_speaks():
    told = "Vera Lund spoke. It was late. Snow fell. The lamps burnt. The mill would close."
    assert [fault.doubt for fault in found("Vera Lund", told, 10)] == [True]
    told = told.replace("Snow fell.", "Otto Brack left.")
    assert [fault.doubt for fault in found("Vera Lund", told, 10)] == [False]


def test_a_sentence_without_the_claims_words_lets_nobody_say_it():
    told = "The mill would close, Otto Brack said. Vera Lund spoke. She smiled."
    assert [fault.doubt for fault in found("Vera Lund", told, 6, 8)] == [False]


def test_where_nobody_speaks_the_guard_only_doubts():
    told = "Vera Lund left. The mill would close in May."
    assert [fault.doubt for fault in found("Vera Lund", told, 7)] == [True]


@pytest.mark.parametrize("who", ["the chairwoman", "its chief executive", "the minister"])
def test_an_office_may_be_who_was_named_before(who):
    told = f"Vera Lund spoke first. The mill would close, {who} said."
    assert all(fault.doubt for fault in found("Vera Lund", told, 7))


def test_sources_without_a_name_go_by_many_words():
    assert [fault.doubt for fault in found("officials", "The mill would close, aides said.")] == [True]
    assert found("people close to the talks", "The mill would close, one of the people said.") == []


TOLD = "Orvane agreed to free 30 drivers in exchange for two ships, mediators from Selby said."


@pytest.mark.parametrize("source", ["30 drivers", "ships", "two ships", "drivers"])
def test_who_is_only_named_says_nothing(source):
    (fault,) = found(source, TOLD)
    assert fault.message == (
        f"{source!r} is named in sentence 6, but is not who speaks there; name who says it, or null where the article "
        "itself does"
    )


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("mediators from Selby", TOLD),
        ("mediators", TOLD),
        ("an official", "The mill would close, according to an official at the mill."),
        ("a spokesman", "The mill would close, said a spokesman, who gave no name, on Monday."),
        (
            "the committee",
            "The committee, which speaks for 60 drivers and met all night, had said the mill would close.",
        ),
        ("its delegation", "The mill would close, its delegation let Otto Brack understand, who said nothing."),
    ],
)
def test_whoever_speaks_without_a_name_says_it(source, told):
    assert found(source, told) == []
