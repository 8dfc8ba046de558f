"""Answers that are no good draft of "river-accord", kind by kind, with what the fault must say; and some that are."""

import json

from own_articles import draft, raw_draft

from summariser.models.negotiation import Negotiation
from summariser.models.shapes import shape_of
from summariser.prompting.outline import outline
from summariser.tasks.negotiation import NEGOTIATION
from summariser.verification.answer import LONGEST_ANSWER

RAW = raw_draft("river-accord")
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


GOOD = {
    "plain": RAW,
    "a byte order mark": f"\ufeff{RAW}",
    "white space around": f"\n {RAW}\n",
    "a fence": f"```json\n{RAW}\n```",
    "a fence without a name": f"```\n{RAW}\n```",
    "a fence in capitals": f"```JSON\n{RAW}\n```",
    "a fence with line breaks of Windows": f"```json\r\n{RAW}\r\n```",
    "indentation": json.dumps(json.loads(RAW), indent=4),
    "escapes": json.dumps(json.loads(RAW)),
    "an escaped key": RAW.replace('"summary"', r'"\u0073ummary"', 1),
    "reasoning": f"<think>\nMarellia accepted. Is it {{signed}}? No.\n</think>\n\n{RAW}",
    "empty reasoning": f"<think>\n\n</think>\n\n{RAW}",
    "reasoning whose opening is the prompt's": f"Marellia accepted, Tovenia did not.\n</think>\n{RAW}",
    "reasoning with another answer": f"<think>At first {RAW[:300]} ...</think>{RAW}",
    "reasoning, then a fence": f"<thinking>Hm.</thinking>\n```json\n{RAW}\n```",
    "reasoning in brackets": f"[THINK]Hm.[/THINK]{RAW}",
}
"""Taken as they are meant: what some models and servers put around an answer is taken off."""

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
    "a trailing comma": (RAW.replace("]}", ",]}", 1), "nothing follows the comma at"),
    "a trailing comma at the end": (f"{RAW[:-1]},}}", "nothing follows the comma at"),
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
    "a huge number": (RAW.replace("[1,4]", f"[{'9' * 5_000}]"), "a number in it has thousands of digits"),
    "NUL": (RAW.replace("Marellia accept", "\x00 accept"), "the answer is not JSON"),
    "truncated in a key": (RAW[: RAW.index('posed_by"')], "it ends before the object does"),
    "truncated after a colon": (RAW[: RAW.index('"p1"')], "it ends before the object does"),
    "truncated after a comma": (RAW[: RAW.index(',"parties"') + 1], "it ends before the object does"),
    "truncated in a literal": (RAW[: RAW.index("null") + 2], "it ends before the object does"),
    "truncated in an escape": (RAW[: RAW.index("Marellia")] + "\\u00", "it ends before the object does"),
    "truncated in a decimal": ('{"confidence":0.', "it ends before the object does"),
    "truncated after the first brace": ("{", "it ends before the object does"),
    "a fence alone": ("```json\n```", "the answer is empty"),
    "a fence of another language": (f"```python\n{RAW}\n```", "the answer is not JSON"),
    "a fence of tildes": (f"~~~json\n{RAW}\n~~~", "the answer is not JSON"),
    "two fences": (f"```json\n{RAW}\n```\n```json\n{RAW}\n```", "something follows the object"),
    "a comment at a line's end": (RAW.replace("{", "{ // here\n", 1), "the answer is not JSON"),
    "an ellipsis": (RAW.replace('"parties":[', '"parties":[..., ', 1), "the answer is not JSON"),
    "a missing comma": (RAW.replace(',"parties"', ' "parties"', 1), "expecting ',' delimiter"),
    "a key without quotes": (RAW.replace('"summary"', "summary", 1), "the answer is not JSON"),
    "a quote that is not escaped": (RAW.replace("Marellia accept", 'Marellia "accept', 1), "expecting ',' delimiter"),
    "an escape that is none": (RAW.replace("Marellia accept", r"Marellia\'s accept", 1), "invalid \\escape"),
    "a tab in a text": (RAW.replace("Marellia accept", "Marellia\taccept", 1), "invalid control character"),
    "an escape sequence, raw": (RAW.replace("Marellia accept", "\x1b[31m accept", 1), "invalid control character"),
    "typographic quotes": (RAW.replace('"', "”"), "the answer is not JSON"),
    "no-break spaces": (RAW.replace(",", ",\u00a0"), "the answer is not JSON"),
    "a number with a leading zero": (RAW.replace("[1,4]", "[01,4]"), "the answer is not JSON"),
    "a number in hexadecimal": (RAW.replace("[1,4]", "[0x1,4]"), "the answer is not JSON"),
    "YAML": ("summary:\n  headline: Marellia accepted\nparties: []\n", "expecting value at 'summary:"),
    "XML": ("<summary><headline>Marellia accepted</headline></summary>", "the answer is not JSON"),
    "an error page": ("<!DOCTYPE html><html><body>502 Bad Gateway</body></html>", "at '<!DOCTYPE html><html'"),
    "lines of JSON": ("\n".join([RAW, RAW]), "something follows the object"),
    "JSON in a text, twice": (json.dumps(json.dumps(RAW)), "the answer is a string at the top"),
    "an array of scalars": ("[1,2,3]", "the answer is an array at the top"),
    "a float on top": ("1e999", "the answer is a number at the top"),
    "NaN on top": ("NaN", "the answer holds NaN, which is no JSON"),
    "an inner key twice": (RAW.replace('"id":"p1"', '"id":"p1","id":"p1"', 1), "the key 'id' twice in one object"),
    "a key twice, escaped": (RAW.replace('"id":"p1"', r'"id":"p1","\u0069d":"p2"', 1), "the key 'id' twice"),
    "a long key twice": (f'{{"{"k" * 9_000}":1,"{"k" * 9_000}":2}}', "twice in one object; give each once"),
    "deep nesting, a hundred thousand": ('{"a":' + "[" * 100_000 + "]" * 100_000 + "}", "deeper than 12 levels"),
    "deep objects": ('{"a":' * 20_000 + "1" + "}" * 20_000, "deeper than 12 levels"),
    "ten thousand parties": (changed(["parties"], draft("river-accord")["parties"] * 3_334), "answer briefly"),
    "UTF-16": (RAW.encode("utf-16-le").decode("latin-1"), "the answer is not JSON"),
    "the outline of the prompt": (outline(shape_of(Negotiation)), "the answer is not JSON"),
    "reasoning alone": ("<think>Marellia accepted, so the stage is</think>", "the answer is empty"),
    "reasoning without an end": (f"<think>\nIt may be {RAW}", "the answer is reasoning without an end"),
    "reasoning behind the object": (f"{RAW}<think>That was it.</think>", "something follows the object"),
    "reasoning around the object": (f"<think>{RAW}</think>", "the answer is empty"),
    "reasoning, then prose": (f"<think>Hm.</think>Here it is: {RAW}", "the answer is not JSON"),
    "reasoning, then two objects": (f"<think>Hm.</think>{RAW}{RAW}", "something follows the object"),
}
"""Kind: the answer, and what its one fault says."""

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
    "ten thousand empty parties": (changed(["parties"], [{}] * 10_000), "parties", "has 10000 entries, at most 14"),
    "all fields missing": ("{}", "summary", "is missing; every field is required"),
    "a key in capitals": (changed(["Status"], None), "Status", "is no field of the schema; leave it out"),
    "an inner key in capitals": (changed(["parties", 0, "Kind"], "state"), "parties[0].Kind", "is no field"),
    "a key of two words": (changed(["my notes"], 1), "my notes", "is no field of the schema; leave it out"),
    "a key with a hyphen": (changed(["parties", 0, "in-favour"], 1), "parties[0].in-favour", "is no field"),
    "a key called like a type": (changed(["str"], 1), "str", "is no field of the schema; leave it out"),
    "a key with dots": (changed(["status.stage"], 1), "", '"status.stage" is no field of the schema; leave it out'),
    "an empty key": (changed([""], 1), "", '"" is no field of the schema; leave it out'),
    "a key with a hidden character": (changed(["sta\u200btus"], 1), "", '"sta\\u200btus" is no field of the schema'),
    "a key of 300,000 letters": (changed(["k" * 300_000], 1), "", '"kkkkk'),
    "a key in Cyrillic": (RAW.replace('"status":{', '"st\u0430tus":{'), "st\u0430tus", "it is written 'st\\u0430tus'"),
    "the key that it stands for": (RAW.replace('"status":{', '"st\u0430tus":{'), "status", "is missing"),
    "a number in brackets": (changed(["status", "evidence"], ["[3]"]), "status.evidence[0]", "cite a bare number"),
    "a number too large for a float": (RAW.replace("[1,4]", "[1e999]", 1), "parties[0].evidence[0]", "no sentence num"),
    "null for a number": (changed(["status", "evidence"], [None]), "status.evidence[0]", "null is no sentence number"),
    "a range for numbers": (changed(["status", "evidence"], "1-3"), "status.evidence", '"1-3"'),
    "an object without a number": (changed(["status", "evidence"], [{"quote": "x"}]), "status.evidence[0]", "no sent"),
    "an extra field of evidence": (
        changed(["status", "evidence"], [{"number": 1, "why": "x"}]),
        "status.evidence[0].why",
        "is no field of the schema",
    ),
    "an id of another list": (changed(["parties", 0, "id"], "o1"), "parties[0].id", '"o1" is not of the form ^p'),
    "a reference to another list": (
        changed(["conditions", 0, "set_by"], ["c1"]),
        "conditions[0].set_by[0]",
        '"c1" is not of the form ^p',
    ),
    "a condition that applies to itself": (
        changed(["conditions", 0, "applies_to"], "c1"),
        "conditions[0].applies_to",
        '"c1" is not of the form ^o',
    ),
    "a reference in a list": (changed(["conditions", 0, "applies_to"], ["o1"]), "conditions[0].applies_to", '["o1"]'),
    "two words of a vocabulary": (changed(["parties", 0, "kind"], "state | territory"), "parties[0].kind", "is not in"),
    "a word of a vocabulary with a space": (changed(["parties", 0, "kind"], "state "), "parties[0].kind", '"state "'),
    "a word in full-width letters": (
        changed(["parties", 0, "kind"], "ｓｔａｔｅ"),
        "parties[0].kind",
        "is not in the voc",
    ),
    "a line break that is hidden": (changed(["parties", 0, "kind"], "a\u2028b"), "parties[0].kind", '"a\\u2028b"'),
    "a word of 300,000 letters": (changed(["parties", 0, "kind"], "s" * 300_000), "parties[0].kind", '"sssss'),
    "an id of 300,000 letters": (changed(["parties", 0, "id"], "p" * 300_000), "parties[0].id", '"ppppp'),
    "the schema instead of an answer": (json.dumps(NEGOTIATION.draft_schema), "$defs", "is no field of the schema"),
    "an answer in an answer": (json.dumps({"answer": draft("river-accord")}), "answer", "is no field of the schema"),
    "an answer as arguments": (json.dumps({"name": "negotiation", "arguments": RAW}), "arguments", "is no field"),
}
"""Kind: the answer, where its fault is, and what that says."""

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
    "a sentence number of thousands of digits": (
        changed(["status", "evidence"], [10**4_000]),
        "status.evidence[0]",
        "there is no sentence 1000",
    ),
    "a sentence beyond the article": (changed(["status", "evidence"], [99]), "status.evidence[0]", "article has 1 to"),
    "a dangling condition": (changed(["conditions", 0, "applies_to"], "o7"), "conditions[0].applies_to", "'o7' is no"),
    "a text of white space": (changed(["summary", "headline"], " \u00a0\n"), "summary.headline", "is blank"),
    "a bell": (changed(["summary", "headline"], "Marellia\x07 accepted"), "summary.headline", "character U+0007"),
    "NUL, escaped": (
        changed(["summary", "headline"], "Marellia\x00 accepted"),
        "summary.headline",
        "U+0000; write plain",
    ),
    "an escape sequence": (changed(["parties", 0, "name"], "Marellia\x1b[2J"), "parties[0].name", "character U+001B"),
    "a text turned round": (changed(["parties", 0, "aliases", 0], "\u202eMarellia"), "parties[0].aliases[0]", "U+202E"),
    "hidden tags": (
        changed(["summary", "headline"], "Marellia accepted" + "".join(chr(0xE0000 + ord(char)) for char in "sign")),
        "summary.headline",
        "character U+E0073",
    ),
    "an alias of 300,000 letters": (
        changed(["parties", 0, "aliases", 0], "Z" * 300_000),
        "parties[0].aliases[0]",
        "has 300000 characters",
    ),
    "a name of 70,000 words": (changed(["parties", 0, "name"], "Zorb " * 70_000), "parties[0].name", "has 70000 words"),
    "a word of 300,000 letters": (
        changed(["summary", "headline"], "Marellia accepted a " + "z" * 300_000),
        "summary.headline",
        "has 300020 characters",
    ),
    "a number of 300,000 digits": (
        changed(["summary", "headline"], "Marellia accepted " + "9" * 300_000),
        "summary.headline",
        "has 300018 characters",
    ),
}
"""Of the right form, and still nothing: the answer, where its fault is, and what that says."""


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
    "keys, the last one twice": "{" + ",".join(f'"k{number}":1' for number in [*range(30_000), 29_999]) + "}",
    "reasoning": "<think>" * 50_000 + "</think>" * 5_000,
    "reasoning that is not closed": "<think>" + "</thin>" * 50_000,
}
"""Answers that are long, and that a careless reader takes minutes over."""
