"""Falsehoods about who is who: parties, people, and who does what to whom in the references."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from benchmarks.truth.cases import Falsehood, changed
from benchmarks.truth.gold import Entry, Told, people_forms
from benchmarks.truth.oracle import beginnings, foreign, mentions, same_actor

__all__ = [
    "invented_party",
    "invented_person",
    "moved_person",
    "renamed_party",
    "swapped_references",
    "wrong_position",
    "wrong_source",
]

_MOST_PARTIES, _MOST_PEOPLE = 14, 8
_CROWDS = {"bloc", "population", "civil_society", "other"}
_GOVERNING = {"state", "government_body", "territory", "regulator", "political_party"}
_OWNING = {"company", "shareholders", "employer", "creditors"}
_VAGUE = frozenset(
    "official officials spokesman spokeswoman spokesperson negotiator leader representative member".split()
)
_BOTH_WAYS = "both;each other;mutual;joint;exchange;swap;the two;the three;all sides;together".split(";")


def swapped_references(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """Who proposes and who is addressed, or who demands and who must fulfil, change places, answers along with them."""
    names = {"proposals": ("proposed_by", "addressed_to"), "conditions": ("set_by", "binds")}.get(claim.part)
    if not names or any(word in f"{claim.text} {claim.passage}".lower() for word in _BOTH_WAYS):
        return
    one, other = (claim.value[name] for name in names)
    if not one or not other or set(one) & set(other):
        return
    if claim.allows(names[0], other) or claim.allows(names[1], one):
        return
    fields: dict[str, Any] = dict(zip(names, (other, one), strict=True))
    if claim.part == "proposals" and len(one) == 1:
        fields["answers"] = [
            {**answer, "party": one[0] if answer["party"] in other else answer["party"]}
            for answer in claim.value["answers"][:1]
        ]
    yield changed(claim, f"{names[0]} {one} → {other}, {names[1]} {other} → {one}", **fields)


def moved_person(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """A person who speaks for another party speaks for this one."""
    if claim.part != "parties" or len(claim.value["representatives"]) >= _MOST_PEOPLE:
        return
    movable = [
        (other, person)
        for other in claim.entry.of("parties")
        if _are_apart(claim.value, other.value)
        for person in other.value["representatives"]
        if not same_actor([person["name"], *person["aliases"]], people_forms(claim.value))
        and not same_actor([person["position"] or ""], _names(claim.value))
    ]
    if movable:
        other, person = chance.choice(movable)
        rest = [each for each in other.value["representatives"] if each is not person]
        yield Falsehood(
            path=claim.path,
            edits=(
                ((*other.steps, "representatives"), rest),
                ((*claim.steps, "representatives"), [*claim.value["representatives"], person]),
            ),
            note=f"{person['name']} of {other.value['name']} → of {claim.value['name']}",
        )


def _names(party: dict[str, Any]) -> list[str]:
    return [party["name"], *party["aliases"]]


def _are_apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether nobody can speak for one party as a part or a member of the other."""
    kinds = {one["kind"], other["kind"]}
    if one["id"] == other["id"] or same_actor(_names(one), _names(other)) or kinds & _CROWDS:
        return False
    return len(kinds & _GOVERNING) < 2 and len(kinds & _OWNING) < 2 and kinds != {"government_body"}


def wrong_position(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """A person has the position of another person of the article."""
    people = [person for party in claim.entry.of("parties") for person in party.value["representatives"]]
    for index, person in enumerate(claim.value.get("representatives", [])):
        told = _position(person) if not _is_a_counterpart(person, claim.entry) else None
        choice = [
            other["position"]
            for other in people
            if told and (new := _position(other)) and not new <= told and not told <= new and new - _stems(_VAGUE)
        ]
        if choice:
            new = chance.choice(choice)
            edits = (((*claim.steps, "representatives", index, "position"), new),)
            note = f"{person['name']}: {person['position']!r} → {new!r}"
            yield Falsehood(path=claim.path, edits=edits, note=note)


def _is_a_counterpart(person: dict[str, Any], entry: Entry) -> bool:
    """Whether the article says of a person that he holds the same office as somebody else."""
    sentences = (entry.sentence(each.number) for each in entry.article.sentences)
    return any("counterpart" in each and mentions(person["name"].split()[-1], each) for each in sentences)


def _position(person: dict[str, Any]) -> frozenset[str]:
    return beginnings(person["position"] or "")


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:5] for word in words)


def invented_party(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """Beside this party the record has one of another article, resting on the same sentences."""
    parties = claim.entry.answer["parties"]
    if claim.part == "parties" and len(parties) < _MOST_PARTIES and (new := _stranger(claim, chance, others)):
        party = {
            **new.value, "id": f"p{len(parties) + 40}", "evidence": claim.cited, "aliases": [], "representatives": [],
        }  # fmt: skip
        edits = ((("parties", len(parties)), party),)
        name = new.value["name"]
        yield Falsehood(path=f"parties[{len(parties)}]", edits=edits, note=f"adds {name!r}", says=name)


def renamed_party(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """The party has the name of another that the article does not mention; its aliases stay."""
    if claim.part == "parties" and (new := _stranger(claim, chance, others)):
        name = new.value["name"]
        yield changed(claim, f"{claim.value['name']!r} → {name!r}", says=name, name=name)


def _stranger(claim: Told, chance: Random, others: list[Entry]) -> Told | None:
    """Return a party, of the same kind if it can be, that the article does not mention."""
    known = [
        party
        for entry in others
        for party in entry.of("parties")
        if foreign([party.value["name"], *party.value["aliases"]], claim.entry)
    ]
    alike = [party for party in known if party.value["kind"] == claim.value["kind"]]
    return chance.choice(alike or known) if known else None


def invented_person(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """A person whom the article does not mention speaks for the party."""
    if claim.part != "parties" or len(claim.value["representatives"]) >= _MOST_PEOPLE:
        return
    strangers = [
        person
        for entry in others
        for party in entry.of("parties")
        for person in party.value["representatives"]
        if foreign([person["name"], *person["aliases"]], claim.entry)
    ]
    if strangers:
        person = {**chance.choice(strangers), "position": None, "aliases": []}
        people = [*claim.value["representatives"], person]
        yield changed(claim, f"adds {person['name']!r}", says=person["name"], representatives=people)


def wrong_source(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """Who says so is a person of another party, whom no cited sentence mentions."""
    source = claim.value.get("attributed_to")
    parties = [party.value for party in claim.entry.of("parties")]
    speaking = [party for party in parties if source and same_actor(claim.entry.forms[party["id"]], [source])]
    if not speaking:
        return
    strangers = [
        person["name"]
        for party in parties
        if all(_are_apart(party, own) for own in speaking)
        for person in party["representatives"]
        if not claim.allows("attributed_to", person["name"])
        and not any(mentions(word, claim.passage) for word in person["name"].split())
    ]
    if strangers:
        new = chance.choice(strangers)
        yield changed(claim, f"attributed to {source!r} → {new!r}", attributed_to=new)
