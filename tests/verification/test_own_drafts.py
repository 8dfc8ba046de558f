"""True drafts pass, the prompt's worked example passes, and its words leak into no other article's record."""

import json

import pytest
from own_articles import DRAFTED, NAMES, article, draft, raw_draft

from summariser.prompting.render import example_of
from summariser.tasks.negotiation import NEGOTIATION
from summariser.verification.salvage import salvage
from summariser.verification.verify import verify

EXAMPLE_ARTICLE, EXAMPLE_ANSWER = example_of(NEGOTIATION)


@pytest.mark.parametrize("name", DRAFTED)
def test_a_draft_written_by_hand_passes(name):
    verdict = verify(raw_draft(name), article(name), NEGOTIATION)
    assert list(map(str, verdict.faults)) == []
    assert list(map(str, verdict.doubts)) == []


def test_at_least_four_drafts_are_there():
    assert len(DRAFTED) >= 4


def test_the_worked_example_holds():
    verdict = verify(EXAMPLE_ANSWER, EXAMPLE_ARTICLE, NEGOTIATION)
    assert list(map(str, [*verdict.faults, *verdict.doubts])) == []


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_that_parrots_the_worked_example_is_refused(name):
    verdict = verify(EXAMPLE_ANSWER, article(name), NEGOTIATION)
    assert not verdict.holds
    shown = json.loads(EXAMPLE_ANSWER)
    for part in ("parties", "proposals", "conditions", "events"):
        for index in range(len(shown[part])):
            path = f"{part}[{index}]"
            assert any(fault.path.startswith(path) for fault in verdict.faults), f"{path} of the example passes"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_parroted_example_is_salvaged(name):
    kept = salvage(verify(EXAMPLE_ANSWER, article(name), NEGOTIATION), article(name), NEGOTIATION)
    if kept.draft is not None:
        assert not [*kept.draft.parties, *kept.draft.proposals, *kept.draft.conditions, *kept.draft.events]


@pytest.mark.parametrize("name", DRAFTED)
@pytest.mark.parametrize("part", ["parties", "proposals", "conditions", "events"])
def test_one_claim_of_the_example_in_a_good_draft_is_refused(name, part):
    shown = json.loads(EXAMPLE_ANSWER)
    for entry in shown[part]:
        whole = draft(name)
        whole[part] = [*whole[part], entry]
        faults = verify(json.dumps(whole), article(name), NEGOTIATION).faults
        assert any(fault.path.startswith(f"{part}[{len(whole[part]) - 1}]") for fault in faults), entry


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("other", DRAFTED)
def test_a_draft_of_another_article_is_refused(name, other):
    if name != other:
        assert not verify(raw_draft(other), article(name), NEGOTIATION).holds


FALSE = {
    "a changed number": ("river-accord", ("proposals", 0, "content"), "58 percent", "85 percent"),
    "a changed date": ("river-accord", ("conditions", 0, "requirement"), "June 30", "July 30"),
    "a dropped not": ("ferry-fares", ("status", "summary"), "did not reject", "did reject"),
    "an added not": ("river-accord", ("conditions", 0, "requirement"), "stops", "does not stop"),
    "an invented name": ("river-accord", ("proposals", 0, "content"), "guarantee Marellia", "guarantee Zorbland"),
    "another person": ("river-accord", ("parties", 0, "representatives", 0, "name"), "Adela Corvin", "Ada Lovelace"),
    "another office": ("river-accord", ("parties", 0, "representatives", 0, "position"), "water", "astronaut"),
    "another price": ("merger-approach", ("proposals", 0, "content"), "412 pence", "421 pence"),
    "another currency's scale": ("merger-approach", ("summary", "headline"), "1.2 billion", "1.2 million"),
    "another condition": (
        "merger-approach",
        ("conditions", 1, "requirement"),
        "at least ten years",
        "at least two years",
    ),
    "another hour": ("quarry-dispute", ("conditions", 1, "requirement"), "6 p.m.", "7 p.m."),
    "an invented place": ("ferry-fares", ("events", 1, "where"), "North Haven", "South Haven"),
    "another time": ("ferry-fares", ("events", 1, "when", "text"), "Tuesday, 9 September", "Tuesday, 10 September"),
    "another year": ("river-accord", ("events", 0, "when", "edtf"), "2024-11", "2023-11"),
    "an answer turned round": (
        "river-accord",
        ("status", "summary"),
        "Marellia accepted the plan and Tovenia rejected it",
        "Tovenia did not reject the plan",
    ),
}


@pytest.mark.parametrize(("name", "path", "old", "new"), FALSE.values(), ids=FALSE)
def test_a_falsehood_is_refused(name, path, old, new):
    whole = draft(name)
    here = whole
    for step in path[:-1]:
        here = here[step]
    assert old in here[path[-1]]
    here[path[-1]] = here[path[-1]].replace(old, new)
    assert not verify(json.dumps(whole), article(name), NEGOTIATION).holds
