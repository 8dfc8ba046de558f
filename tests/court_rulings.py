"""A second task, as a user would write one: who argued what before which court, and what it ruled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from summariser import Claim, Fault, IdentifiedClaim, Model, Task
from summariser.models.markers import Distinct, Id, Named, OnTopic, Ref, Supported, Verbatim, Words

PartyRef = Annotated[str, Field(pattern=r"^p[0-9]{1,2}$"), Ref("parties")]


class Summary(Model):
    headline: Annotated[str, Supported(), Words(20)]
    is_ruling: bool


class Party(IdentifiedClaim):
    id: Annotated[str, Field(pattern=r"^p[0-9]{1,2}$"), Id()]
    name: Annotated[str, Named(), Words(10)]
    aliases: Annotated[list[Annotated[str, Verbatim()]], Field(max_length=5)]
    side: Literal["plaintiff", "defendant", "other"]


class Argument(Claim):
    what: Annotated[str, Supported(), Words(40)]
    argued_by: Annotated[list[PartyRef], Field(max_length=4)]


class Ruling(Claim):
    court: Annotated[str, Verbatim(), Words(10)]
    decision: Annotated[str, Supported(), Words(40)]
    in_favour_of: PartyRef | None


class CourtRuling(Model):
    summary: Summary
    parties: Annotated[list[Party], Field(max_length=8), Distinct("name")]
    arguments: Annotated[list[Argument], Field(max_length=10), Distinct("what", "argued_by")]
    ruling: Annotated[Ruling | None, OnTopic()]


def a_ruling_has_two_sides(draft: CourtRuling) -> Iterator[Fault]:
    """Refuse a ruling without a plaintiff or without a defendant."""
    sides = {party.side for party in draft.parties}
    for side in ("plaintiff", "defendant"):
        if draft.summary.is_ruling and side not in sides:
            yield Fault("parties", "has_two_sides", f"names no {side}; list who it is")


RULINGS = Task(
    name="rulings",
    version="v1",
    draft=CourtRuling,
    subject="a court ruling",
    on_topic="summary.is_ruling",
    checks=(a_ruling_has_two_sides,),
)

NOT_A_TASK = CourtRuling
