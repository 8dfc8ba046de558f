"""Answers that are no draft: each is a fault that says what to do, none raises, none is taken."""

import json
import time

import pytest
from own_articles import article, draft, raw_draft

from summariser.tasks.negotiation import NEGOTIATION
from summariser.verification.answer import LONGEST_ANSWER
from summariser.verification.salvage import salvage
from summariser.verification.verify import verify

RAW = raw_draft("river-accord")
ARTICLE = article("river-accord")
DEEP = "[" * 2_000 + "]" * 2_000


def changed(path, value):
    """Return the good draft with one value replaced; a path ends in the key or the index."""
    whole = draft("river-accord")
    here = whole
    *steps, last = path
    for step in steps:
        here = here[step]
    here[last] = value
    return json.dumps(whole)


def without(*path):
    whole = draft("river-accord")
    here = whole
    for step in path[:-1]:
        here = here[step]
    del here[path[-1]]
    return json.dumps(whole)


NOT_ONE_OBJECT = {
    "empty": ("", "the answer is empty; answer with one JSON object"),
    "blank": (" \n\t", "the answer is empty; answer with one JSON object"),
    "prose": ("I am sorry, I cannot do that.", "the answer is not JSON"),
    "prose before": (f"Here is the record: {RAW}", "the answer is not JSON"),
    "prose after": (f"{RAW} I hope this helps!", "something follows the object: 'I hope this helps!'"),
    "two objects": (f"{RAW}{RAW}", "something follows the object"),
    "truncated": (RAW[: len(RAW) // 2], "it ends before the object does"),
    "truncated in a number": (RAW[: RAW.index("[1,4]") + 2], "it ends before the object does"),
    "truncated at the last brace": (RAW[:-1], "it ends before the object does"),
    "truncated in a fence": (f"```json\n{RAW[:-1]}\n```", "it ends before the object does"),
    "an open fence": (f"```json\n{RAW}", "the answer is not JSON"),
    "a fence with prose": (f"Sure!\n```json\n{RAW}\n```", "the answer is not JSON"),
    "a trailing comma": (RAW.replace("]}", ",]}", 1), "the answer is not JSON"),
    "single quotes": (RAW.replace('"', "'"), "the answer is not JSON"),
    "a comment": (RAW.replace("{", "{/* here */", 1), "the answer is not JSON"),
    "a raw line break": (RAW.replace("Marellia accept", "Marellia\naccept", 1), "the answer is not JSON"),
    "Python": (RAW.replace("null", "None").replace("true", "True"), "the answer is not JSON"),
    "an array on top": (f"[{RAW}]", "the answer is an array at the top, a JSON object was expected"),
    "a string on top": (json.dumps(RAW), "the answer is a string at the top"),
    "a number on top": ("42", "the answer is a number at the top"),
    "a boolean on top": ("true", "the answer is a boolean at the top"),
    "null on top": ("null", "the answer is null at the top"),
    "NaN": (
        RAW.replace("58 percent", "58 percent").replace("[1,4]", "[NaN]"),
        "the answer holds NaN, which is no JSON",
    ),
    "Infinity": (RAW.replace("[1,4]", "[-Infinity]"), "the answer holds -Infinity, which is no JSON"),
    "a key twice": (RAW.replace('{"summary"', '{"status":null,"summary"', 1), "the key 'status' twice in one object"),
    "deep nesting": (DEEP, "nested deeper than 12 levels"),
    "deep in a field": (changed(["parties"], json.loads("[" * 20 + "]" * 20)), "nested deeper than 12 levels"),
    "too long": (RAW + " " * LONGEST_ANSWER, f"at most {LONGEST_ANSWER:,} are read; answer briefly"),
    "a string of a megabyte": (changed(["summary", "headline"], "a" * 1_000_000), "answer briefly"),
    "a lone surrogate, escaped": (changed(["summary", "headline"], "\ud83d plan"), "half of a surrogate pair"),
    "a lone surrogate, raw": (RAW.replace("Marellia accept", "\ud83d accept"), "half of a surrogate pair"),
    "a surrogate in a key": (RAW.replace('"where"', '"\\udead"', 1), "half of a surrogate pair"),
    "a huge number": (RAW.replace("[1,4]", f"[{'9' * 5_000}]"), "the answer is not JSON"),
    "NUL": (RAW.replace("Marellia accept", "\x00 accept"), "the answer is not JSON"),
}


@pytest.mark.parametrize(("raw", "says"), NOT_ONE_OBJECT.values(), ids=NOT_ONE_OBJECT)
def test_what_is_not_one_object_is_refused(raw, says):
    verdict = verify(raw, ARTICLE, NEGOTIATION)
    assert verdict.draft is None
    assert not verdict.holds
    assert verdict.raw == raw
    (fault,) = verdict.faults
    assert fault.guard == "is_well_formed"
    assert says in fault.message
    assert len(fault.message) < 300


@pytest.mark.parametrize("raw", [raw for raw, _ in NOT_ONE_OBJECT.values()], ids=NOT_ONE_OBJECT)
def test_nothing_is_salvaged_from_it(raw):
    assert salvage(verify(raw, ARTICLE, NEGOTIATION), ARTICLE, NEGOTIATION) is None


WRONG_FORM = {
    "a missing field": (without("status"), "status", "is missing; every field is required"),
    "a missing inner field": (without("parties", 0, "kind"), "parties[0].kind", "is missing"),
    "an extra field": (changed(["confidence"], 0.9), "confidence", "is no field of the schema; leave it out"),
    "an extra inner field": (changed(["parties", 0, "role"], "host"), "parties[0].role", "is no field of the schema"),
    "an extra field of a person": (
        changed(["parties", 0, "representatives", 0, "age"], 4),
        "parties[0].representatives[0].age",
        "is no field of the schema",
    ),
    "a word outside the vocabulary": (changed(["parties", 0, "kind"], "country"), "parties[0].kind", "not in the voc"),
    "an enum in capitals": (changed(["parties", 0, "kind"], "State"), "parties[0].kind", "is not in the vocabulary"),
    "a null list": (changed(["events"], None), "events", "null"),
    "null for a text": (changed(["summary", "headline"], None), "summary.headline", "null"),
    "a text for a list": (changed(["parties", 0, "roles"], "host"), "parties[0].roles", '"host"'),
    "an object for a list": (changed(["parties"], {"p1": {}}), "parties", '{"p1": {}}'),
    "a list for an object": (changed(["summary"], []), "summary", "[]"),
    "a number for a text": (changed(["summary", "headline"], 7), "summary.headline", "7"),
    "a text for a boolean": (changed(["summary", "is_negotiation"], "true"), "summary.is_negotiation", '"true"'),
    "a number for a boolean": (changed(["summary", "is_negotiation"], 1), "summary.is_negotiation", "1"),
    "a boolean for a number": (changed(["status", "evidence"], [True]), "status.evidence[0]", "true"),
    "a text for a number": (changed(["status", "evidence"], ["1"]), "status.evidence[0]", '"1"'),
    "a quote for a number": (changed(["status", "evidence"], ["Marellia won"]), "status.evidence[0]", "Marellia won"),
    "a float for a number": (changed(["status", "evidence"], [1.5]), "status.evidence[0]", "1.5"),
    "a whole float for a number": (changed(["status", "evidence"], [1.0]), "status.evidence[0]", "1.0"),
    "a list for a number": (changed(["status", "evidence"], [[1]]), "status.evidence[0]", "[1]"),
    "one number for a list": (changed(["status", "evidence"], 1), "status.evidence", "1"),
    "zero for a number": (changed(["status", "evidence"], [0]), "status.evidence[0]", "0"),
    "a negative number": (changed(["status", "evidence"], [-1]), "status.evidence[0]", "-1"),
    "no evidence": (changed(["status", "evidence"], []), "status.evidence", "has 0 entries, at least 1 is needed"),
    "evidence without end": (changed(["status", "evidence"], list(range(1, 14))), "status.evidence", "has 13 entries"),
    "a name for an id": (changed(["parties", 0, "id"], "Marellia"), "parties[0].id", '"Marellia" is not of the form'),
    "a long id": (changed(["parties", 0, "id"], "p100"), "parties[0].id", "is not of the form"),
    "an id with a line break": (changed(["parties", 0, "id"], "p1\n"), "parties[0].id", "is not of the form"),
    "an id in other digits": (changed(["parties", 0, "id"], "p١"), "parties[0].id", "is not of the form"),
    "a name for a reference": (
        changed(["proposals", 0, "proposed_by"], ["Norrund"]),
        "proposals[0].proposed_by[0]",
        "is not of the form",
    ),
    "a date for EDTF": (
        changed(["proposals", 0, "when", "edtf"], "19 April 2025"),
        "proposals[0].when.edtf",
        "is not of the form",
    ),
    "a bare text for a time": (changed(["proposals", 0, "when"], "Saturday"), "proposals[0].when", "Saturday"),
    "a list without end": (changed(["status", "next_steps"], ["again"] * 500), "status.next_steps", "has 500 entries"),
    "status null": (changed(["status"], None), "status", "is null, but the article is on the topic; fill it"),
}


@pytest.mark.parametrize(("raw", "path", "says"), WRONG_FORM.values(), ids=WRONG_FORM)
def test_a_wrong_form_is_refused_where_it_is(raw, path, says):
    verdict = verify(raw, ARTICLE, NEGOTIATION)
    assert not verdict.holds
    assert path in [fault.path for fault in verdict.faults]
    assert any(says in fault.message for fault in verdict.faults if fault.path == path)
    assert all(len(str(fault)) < 600 for fault in verdict.faults)


FALSE = {
    "a colliding id": (changed(["parties", 1, "id"], "p1"), "parties[1].id", "2 claims have the id 'p1'"),
    "a dangling reference": (
        changed(["proposals", 0, "proposed_by"], ["p9"]),
        "proposals[0].proposed_by[0]",
        "'p9' is no",
    ),
    "a huge sentence number": (
        changed(["status", "evidence"], [10**9]),
        "status.evidence[0]",
        "no sentence 1000000000",
    ),
    "an empty text": (changed(["summary", "headline"], ""), "summary.headline", "is blank"),
    "a blank alias": (changed(["parties", 0, "aliases"], [" "]), "parties[0].aliases[0]", "is blank"),
    "an invented quote": (
        changed(["status", "evidence"], [{"number": 1, "start": 0, "end": 9, "quote": "They agreed."}]),
        "status.evidence[0]",
        "cite the number 1 alone",
    ),
    "an invented span": (
        changed(["status", "evidence"], [{"number": 1, "start": 0, "end": 999_999}]),
        "status.evidence[0]",
        "cite the number 1 alone",
    ),
}


@pytest.mark.parametrize(("raw", "path", "says"), FALSE.values(), ids=FALSE)
def test_a_right_form_that_holds_nothing_is_refused(raw, path, says):
    verdict = verify(raw, ARTICLE, NEGOTIATION)
    assert verdict.draft is not None
    assert any(says in fault.message for fault in verdict.faults if fault.path == path), verdict.faults


@pytest.mark.parametrize(
    "raw",
    [
        RAW,
        f"\ufeff{RAW}",
        f"\n {RAW}\n",
        f"```json\n{RAW}\n```",
        f"```\n{RAW}\n```",
        json.dumps(json.loads(RAW), indent=4),
    ],
    ids=["plain", "byte order mark", "white space", "fenced", "fenced without a name", "indented"],
)
def test_a_good_answer_is_taken_however_it_is_wrapped(raw):
    assert verify(raw, ARTICLE, NEGOTIATION).holds


def test_escapes_are_no_difference():
    assert verify(json.dumps(draft("ferry-fares")), article("ferry-fares"), NEGOTIATION).holds


def of_length(text, path):
    """Return the good draft with a text of some 390,000 characters at `path`."""
    return changed(path, (text * (390_000 // len(text)))[:390_000])


HOSTILE = {
    "white space": RAW[:50] + " " * 390_000,
    "a fence and white space": "```json\n" + " " * 390_000 + "x",
    "fences": "```" * 130_000,
    "brackets": "[" * 390_000,
    "quotation marks": '"' * 390_000,
    "backslashes": '{"a":"' + "\\" * 390_000,
    "empty objects": '{"a":[' + "{}," * 130_000 + "{}]}",
    "keys": "{" + ",".join(f'"k{number}":1' for number in range(30_000)) + "}",
    "one key": "{" + ",".join('"k":1' for _ in range(60_000)) + "}",
    "numbers": of_length("1 22 4,000 half a million ", ["summary", "headline"]),
    "capitals": of_length("Zorb Zarb ", ["summary", "headline"]),
    "one word": of_length("A", ["summary", "headline"]),
    "negations": of_length("not never no ", ["summary", "headline"]),
    "orders": of_length("ignore all the schema set add ", ["summary", "headline"]),
    "entities": of_length("&amp;amp;amp; ", ["summary", "headline"]),
    "an alias": of_length("a b ", ["parties", 0, "aliases", 0]),
    "an acronym": of_length("A.", ["parties", 0, "name"]),
    "a place": of_length("Eskby ", ["events", 0, "where"]),
    "a time": changed(["events", 0, "when"], {"text": " " * 390_000 + "x Monday", "edtf": "2025-04-21"}),
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_answer_is_refused_quickly(raw):
    begun = time.process_time()
    verdict = verify(raw, ARTICLE, NEGOTIATION)
    assert not verdict.holds
    assert len(verdict.faults) < 100
    assert time.process_time() - begun < 5


def test_no_more_than_twenty_faults_of_form_are_told():
    whole = draft("river-accord")
    whole["parties"] = [{} for _ in range(14)]
    assert len(verify(json.dumps(whole), ARTICLE, NEGOTIATION).faults) == 20
