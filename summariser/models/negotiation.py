"""The draft of one article about a negotiation: what an engine fills, and what must hold of each field.

Evidence stands first in each claim, since a model that decodes in order then points before it writes. Every list is
bounded and every id has a pattern: without, a small model repeats itself up to the token limit.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from summariser.language.edtf import EDTF_PATTERN
from summariser.models.claims import Claim, IdentifiedClaim, Model
from summariser.models.markers import (
    Ahead,
    Befits,
    Distinct,
    Edtf,
    Id,
    Named,
    NotAhead,
    OfBearer,
    OnTopic,
    Puts,
    Ref,
    SaysSo,
    SpeaksFor,
    Supported,
    Timed,
    Told,
    Verbatim,
    Whole,
    Words,
)
from summariser.models.vocabularies import (
    Answer,
    Certainty,
    ConditionKind,
    ConditionState,
    Direction,
    EventKind,
    Factuality,
    Issue,
    PartyKind,
    PartyRole,
    ProposalStatus,
    Stage,
)

__all__ = [
    "Condition",
    "Event",
    "Negotiation",
    "Party",
    "PartyAnswer",
    "Proposal",
    "Representative",
    "Status",
    "Summary",
    "When",
]

_SPOKEN: tuple[EventKind, ...] = ("statement", "rejection", "demand", "threat")
_HAPPENED = NotAhead(("happened", "ongoing"), wording="what", spoken=_SPOKEN)
_AGREED = tuple(("accepted", "status", fate) for fate in ("agreed", "signed", "implemented"))
_BETWEEN = OfBearer("role", ("mediator", "host", "guarantor"), sides=("negotiating_party", "approver"))
_BEFITS = Befits(
    states=("state", "territory"),
    persons=("individual",),
    unions=("intergovernmental_organisation", "bloc", "creditors", "regulator"),
)
_PARTY, _PROPOSAL, _CONDITION = r"^p[0-9]{1,2}$", r"^o[0-9]{1,2}$", r"^c[0-9]{1,2}$"

PartyRef = Annotated[str, Field(pattern=_PARTY), Ref("parties")]
PartyRefs = Annotated[list[PartyRef], Field(max_length=8)]
ProposalRef = Annotated[str, Field(pattern=_PROPOSAL), Ref("proposals")]
Source = Annotated[str, Supported(scope="article"), SaysSo(), Words(15)]


class Summary(Model):
    """What the article is about, in few words; `is_negotiation` last, once the rest has been thought through."""

    headline: Annotated[str, Supported(), Words(20)]
    overview: Annotated[str, Supported(), Whole(), Words(80)]
    process: Annotated[str, Supported(title=True), Words(15)] | None
    other_processes: Annotated[list[Annotated[str, Supported(title=True), Words(15)]], Field(max_length=4)]
    is_negotiation: bool


class Representative(Model):
    """A person who speaks for a party: name and aliases as the article spells them, position as it tells it."""

    name: Annotated[str, Verbatim(), SpeaksFor(), Words(8)]
    position: Annotated[str, Supported(scope="article"), Words(20)] | None
    aliases: Annotated[list[Annotated[str, Verbatim(), Words(8)]], Field(max_length=5)]


class Party(IdentifiedClaim):
    """Whoever negotiates, mediates, hosts, guarantees, approves, spoils or is bound by the outcome."""

    id: Annotated[str, Field(pattern=_PARTY), Id()]
    name: Annotated[str, Named(), Words(15)]
    kind: Annotated[PartyKind, Told("kind", wording="name"), _BEFITS]
    roles: Annotated[list[Annotated[PartyRole, Told("role")]], Field(min_length=1, max_length=3), _BETWEEN]
    aliases: Annotated[list[Annotated[str, Verbatim(), Words(15)]], Field(max_length=8)]
    representatives: Annotated[list[Representative], Field(max_length=8)]


class When(Model):
    """A time: the article's own words, and what they mean in EDTF, null where that can't be known."""

    text: Annotated[str, Verbatim(scope="near"), Timed(), Words(12)]
    edtf: Annotated[str, Field(pattern=EDTF_PATTERN), Edtf()] | None


class PartyAnswer(Model):
    """What one party answered to a proposal."""

    party: PartyRef
    answer: Annotated[Answer, Told("answer", done=True, follows=_AGREED)]


class Proposal(IdentifiedClaim):
    """What somebody offers, suggests or has on the table."""

    id: Annotated[str, Field(pattern=_PROPOSAL), Id()]
    content: Annotated[str, Supported(), Words(40)]
    issue: Annotated[Issue, Told("issue", scope="article", wording="content")]
    proposed_by: Annotated[PartyRefs, Puts("addressed_to", answered=True)]
    addressed_to: PartyRefs
    answers: Annotated[list[PartyAnswer], Field(max_length=8)]
    status: Annotated[ProposalStatus, Told("status", done=True)]
    when: When | None
    where: Annotated[str, Verbatim(scope="near"), Words(10)] | None
    attributed_to: Source | None
    certainty: Certainty


class Condition(IdentifiedClaim):
    """What must be, or must not be, before or after an agreement, and who says so."""

    id: Annotated[str, Field(pattern=_CONDITION), Id()]
    kind: ConditionKind
    requirement: Annotated[str, Supported(), Words(40)]
    set_by: Annotated[PartyRefs, Puts("binds")]
    binds: PartyRefs
    applies_to: ProposalRef | None
    state: Annotated[ConditionState, Told("state", done=True)]
    attributed_to: Source | None
    certainty: Certainty


class Event(Claim):
    """Something that happened, is planned, was called off or is alleged, within or around the negotiation."""

    kind: Annotated[EventKind, Told("event", wording="what")]
    what: Annotated[str, Supported(), Words(40)]
    participants: PartyRefs
    when: When | None
    where: Annotated[str, Verbatim(scope="near"), Words(10)] | None
    factuality: Annotated[Factuality, Told("factuality"), _HAPPENED]


class Status(Claim):
    """Where the process stands, and where it moves."""

    stage: Annotated[Stage, Told("stage", done=True, wording="summary")]
    direction: Annotated[Direction, Told("direction", wording="summary")]
    summary: Annotated[str, Supported(), Words(50)]
    next_steps: Annotated[
        list[Annotated[str, Supported(scope="article"), Ahead("summary"), Words(40)]], Field(max_length=5)
    ]


class Negotiation(Model):
    """The whole draft: what the article is about, and the claims that it makes about one negotiation."""

    summary: Summary
    parties: Annotated[list[Party], Field(max_length=14), Distinct("name")]
    proposals: Annotated[list[Proposal], Field(max_length=12), Distinct("content", "proposed_by", "status")]
    conditions: Annotated[list[Condition], Field(max_length=12), Distinct("requirement", "set_by", "binds")]
    events: Annotated[list[Event], Field(max_length=14), Distinct("what", "when")]
    status: Annotated[Status | None, OnTopic()]
