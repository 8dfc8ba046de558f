"""Falsehoods in the words of a vocabulary: turned round, with the wording as it was."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.truth.cases import Falsehood, changed
from benchmarks.truth.gold import Entry, Told
from benchmarks.truth.oracle import mentions

__all__ = [
    "borrowed_role",
    "turned_answer",
    "turned_direction",
    "turned_event",
    "turned_role",
    "turned_stage",
    "turned_state",
    "turned_status",
]

_ANSWERS = {
    "accepted": "rejected", "rejected": "accepted", "conditional": "rejected", "considering": "accepted",
    "countered": "accepted",
}  # fmt: skip
_STATUSES = {
    "accepted": ["rejected"], "agreed": ["rejected", "withdrawn"], "signed": ["rejected"], "implemented": ["rejected"],
    "rejected": ["accepted", "signed"], "countered": ["accepted"], "withdrawn": ["accepted"], "lapsed": ["agreed"],
    "superseded": ["implemented"], "partly_accepted": ["signed"], "proposed": ["accepted", "signed"],
    "expected": ["implemented", "rejected"], "under_discussion": ["agreed", "withdrawn"],
}  # fmt: skip
_STAGES = {
    "exploratory_contacts": ["signed", "broken_off"], "pre_negotiation": ["agreed", "in_implementation"],
    "under_way": ["agreed", "broken_off"], "stalled": ["agreed", "signed"], "suspended": ["agreed", "signed"],
    "broken_off": ["agreed", "signed"], "agreed_in_principle": ["broken_off", "in_implementation"],
    "agreed": ["broken_off", "stalled"], "signed": ["broken_off", "stalled"], "in_implementation": ["broken_off"],
}  # fmt: skip
_STATES = {"met": ["unmet", "rejected"], "pending": ["met"], "unmet": ["met"], "rejected": ["met"], "dropped": ["met"]}
_EVENTS = {
    "agreement": "rejection", "rejection": "agreement", "release_or_aid": "violence", "violence": "release_or_aid",
    "concession": "threat", "threat": "concession", "approval": "rejection", "withdrawal_from_talks": "agreement",
    "breakdown": "agreement", "sanction": "release_or_aid", "meeting": "violence", "offer": "sanction",
}  # fmt: skip
_ROLES = {
    "negotiating_party": "mediator", "supporter": "spoiler", "spoiler": "supporter", "observer": "guarantor",
    "affected": "mediator", "approver": "mediator", "rival": "guarantor", "mediator": "spoiler",
    "facilitator": "spoiler", "host": "spoiler",
}  # fmt: skip
_BORROWED = ("mediator", "host", "guarantor", "approver", "observer", "supporter", "spoiler")
_DIRECTIONS = {"advancing": "receding", "receding": "advancing"}


def turned_answer(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """One party's answer to a proposal is another: accepted is rejected."""
    answers = claim.value.get("answers", [])
    for index, given in enumerate(answers):
        new = [{**each, "answer": _ANSWERS[each["answer"]]} if n == index else each for n, each in enumerate(answers)]
        if claim.allows("answers", new):
            continue
        yield changed(claim, f"{given['party']} {given['answer']} → {new[index]['answer']}", answers=new)


def turned_status(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """A proposal's fate is another: rejected is accepted, proposed is signed."""
    if claim.part == "proposals":
        yield from _turned(claim, "status", _STATUSES)


def turned_stage(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """The process stands elsewhere: broken off is agreed."""
    if claim.part == "status":
        yield from _turned(claim, "stage", _STAGES)


def turned_direction(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """The process moves the other way."""
    if claim.part == "status":
        yield from _turned(claim, "direction", {word: [new] for word, new in _DIRECTIONS.items()})


def turned_state(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """A condition that is pending, unmet or rejected is met, and the other way round."""
    if claim.part == "conditions":
        yield from _turned(claim, "state", _STATES)


def turned_event(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """An event is of the opposite kind: an agreement is a rejection."""
    if claim.part == "events":
        yield from _turned(claim, "kind", {word: [new] for word, new in _EVENTS.items()})


def _turned(claim: Told, field: str, words: dict[str, list[str]]) -> Iterator[Falsehood]:
    told = claim.value[field]
    for new in words.get(told, []):
        if not claim.allows(field, new):
            yield changed(claim, f"{field} {told} → {new}", **{field: new})


def turned_role(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """A party has a part that it does not play: a negotiating party mediates."""
    if claim.part != "parties":
        return
    roles = claim.value["roles"]
    new = _ROLES.get(roles[0])
    if new and new not in roles and not claim.allows("roles", new):
        yield changed(claim, f"roles {roles[0]} → {new}", roles=[new, *roles[1:]])


def borrowed_role(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """A negotiating party has the part of another that a sentence names beside it: rebels mediate, as Norway does."""
    if claim.part != "parties" or claim.value["roles"][0] != "negotiating_party" or len(claim.value["roles"]) > 2:
        return
    mine = claim.value["roles"]
    for other in claim.entry.of("parties"):
        for role in other.value["roles"]:
            if (
                role in _BORROWED
                and role not in mine
                and not claim.allows("roles", role)
                and _side_by_side(claim, other)
            ):
                yield changed(claim, f"{role}, as {other.value['name']!r} is", roles=[*mine, role])
                return


def _side_by_side(one: Told, other: Told) -> bool:
    numbers = range(1, len(one.entry.article.sentences) + 1)
    return any(all(_named(claim, one.entry.sentence(number)) for claim in (one, other)) for number in numbers)


def _named(claim: Told, text: str) -> bool:
    return any(mentions(form, text) for form in claim.entry.forms[claim.value["id"]])
