"""What a second reading does not bear out: claims without their like, and what a like has otherwise."""

import copy

import pytest
from own_articles import DRAFTED, draft

from benchmarks.truth.gold import load
from summariser import Negotiation
from summariser.engines.rules.engine import glanced
from summariser.verification.answer import validate
from summariser.verification.second_reading import not_borne_out

GOLD = load()


def drafted(value):
    made, faults = validate(value, Negotiation)
    assert made is not None, faults
    return made


def doubts(ours, theirs, **how):
    found = list(not_borne_out(drafted(ours), drafted(theirs), **how))
    assert all(fault.doubt and fault.guard == "borne_out" for fault in found)
    return {fault.path: fault.message for fault in found}


def put(*path):
    """Return a change that puts the last of `path` where the others lead."""
    *steps, last, value = path

    def change(whole):
        here = whole
        for step in steps:
            here = here[step]
        here[last] = value

    return change


@pytest.mark.parametrize("name", DRAFTED)
def test_a_draft_bears_itself_out(name):
    assert doubts(draft(name), draft(name)) == {}


def test_ids_and_order_are_nobodys_business():
    other = draft("river-accord")
    text = repr(other).replace("'p1'", "'p9'").replace("'p2'", "'p1'").replace("'p9'", "'p2'")
    other = eval(text)
    for name in ("parties", "proposals", "conditions", "events"):
        other[name].reverse()
    assert other["parties"] != draft("river-accord")["parties"]
    assert doubts(draft("river-accord"), other) == {}


@pytest.mark.parametrize(
    ("name", "words"),
    [("parties", "name"), ("proposals", "content"), ("conditions", "requirement"), ("events", "what")],
)
def test_a_claim_that_the_second_reading_lacks(name, words):
    def without(value):
        del value[name][0]
        for proposal in value["proposals"]:
            proposal["answers"] = []
        return value

    # References to what went are cut as well, since a second reading holds together.
    ours, theirs = draft("river-accord"), without(draft("river-accord"))
    if name in ("parties", "proposals"):
        gone = ours[name][0]["id"]
        for claim in [*theirs["proposals"], *theirs["conditions"], *theirs["events"]]:
            for key in ("proposed_by", "addressed_to", "set_by", "binds", "participants"):
                if key in claim:
                    claim[key] = [one for one in claim[key] if one != gone]
            if claim.get("applies_to") == gone:
                claim["applies_to"] = None
    told = doubts(ours, theirs)[f"{name}[0]"]
    assert told == f"{ours[name][0][words]!r} is not in the second reading"


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (("parties", 0, "kind"), "company", "parties[0].kind"),
        (("parties", 0, "roles"), ["approver"], "parties[0].roles[0]"),
        (("proposals", 0, "status"), "rejected", "proposals[0].status"),
        (("proposals", 0, "issue"), "price_or_payment", "proposals[0].issue"),
        (("events", 0, "kind"), "threat", "events[0].kind"),
        (("events", 0, "factuality"), "planned", "events[0].factuality"),
        (("status", "stage"), "signed", "status.stage"),
        (("status", "direction"), "receding", "status.direction"),
        (("summary", "is_negotiation"), False, "summary.is_negotiation"),
    ],
)
def test_a_word_that_the_like_has_otherwise(path, value, where):
    ours = draft("river-accord")
    put(*path, value)(ours)
    found = doubts(ours, draft("river-accord"))
    assert list(found) == [where]
    said = "false" if value is False else repr(value[0] if isinstance(value, list) else value)
    assert found[where].startswith(f"is {said}, not so in the second reading (")


def test_who_to_whom_turned_round():
    ours = draft("river-accord")
    proposal = next(i for i, one in enumerate(ours["proposals"]) if one["proposed_by"] and one["addressed_to"])
    swapped = ours["proposals"][proposal]
    swapped["proposed_by"], swapped["addressed_to"] = swapped["addressed_to"], swapped["proposed_by"]
    found = doubts(ours, draft("river-accord"))
    assert {path.partition("].")[2].partition("[")[0] for path in found} == {"proposed_by", "addressed_to"}
    first = swapped["proposed_by"][0]
    name = next(party["name"] for party in ours["parties"] if party["id"] == first)
    assert f"is {first!r} ({name}), not so in the second reading" in found.values()


def test_a_person_who_speaks_for_another():
    ours = draft("river-accord")
    held = [party for party in ours["parties"] if party["representatives"]]
    other = next(party for party in ours["parties"] if party is not held[0])
    moved = held[0]["representatives"].pop()
    other["representatives"].append(moved)
    ((path, message),) = doubts(ours, draft("river-accord")).items()
    assert path.startswith(f"parties[{ours['parties'].index(other)}].representatives[")
    assert moved["name"] in message


def test_what_says_nothing_needs_no_second_reader():
    ours = draft("river-accord")
    ours["status"]["stage"] = ours["status"]["direction"] = "unclear"
    ours["proposals"][0]["issue"] = "other"
    assert doubts(ours, draft("river-accord")) == {}


def test_what_is_left_open_is_no_doubt_and_what_the_other_leaves_open_is():
    ours = draft("river-accord")
    ours["status"] = None
    assert doubts(ours, draft("river-accord")) == {}
    assert doubts(draft("river-accord"), ours) == {"status": "is not in the second reading"}


def test_off_the_topic_only_that_is_compared():
    ours = draft("river-accord")
    ours["summary"]["is_negotiation"] = False
    other = copy.deepcopy(draft("river-accord"))
    other["parties"] = other["events"] = other["proposals"] = other["conditions"] = []
    other["status"] = None
    assert list(doubts(ours, other, claims=False)) == ["summary.is_negotiation"]


def test_the_paths_are_where_faults_lie():
    """Salvage cuts at the path of a fault: each must lead somewhere."""
    whole = draft("river-accord")
    found = doubts(whole, draft("ferry-fares"))
    assert len(found) > 5
    for path in found:
        here = whole
        for step in path.replace("[", ".").replace("]", "").split("."):
            here = here[int(step)] if step.isdigit() else here[step]


def test_claims_in_the_same_words_are_each_borne_out_by_the_one_that_agrees():
    ours = draft("river-accord")
    twin = copy.deepcopy(ours["conditions"][0])
    twin["id"], twin["kind"] = "c9", "commitment"
    ours["conditions"].append(twin)
    theirs = copy.deepcopy(ours)
    theirs["conditions"].reverse()
    assert doubts(ours, theirs) == {}


def test_one_like_bears_out_several_claims():
    ours = draft("river-accord")
    again = copy.deepcopy(ours["proposals"][0])
    again["id"], again["proposed_by"] = "o9", []
    ours["proposals"].insert(0, again)
    assert doubts(ours, draft("river-accord")) == {}


@pytest.mark.parametrize("entry", GOLD, ids=lambda entry: entry.slug)
def test_what_the_rules_read_bears_itself_out(entry):
    second = glanced(entry.article)
    assert second is not None
    assert list(not_borne_out(second.draft, second.draft)) == []
