"""The closed vocabularies of the record: the field's own terms, each with a way out (`other`, `unclear`, `unknown`).

Sources: PLOVER (event types), PA-X (stages of peace processes), UN Guidance for Effective Mediation A/66/811 (roles),
FactBank (factuality, certainty). What each word means and how they map: docs/vocabularies.md.
"""

from __future__ import annotations

from typing import Literal

__all__ = [
    "PLOVER",
    "Answer",
    "Certainty",
    "ConditionKind",
    "ConditionState",
    "Direction",
    "EventKind",
    "Factuality",
    "Issue",
    "PartyKind",
    "PartyRole",
    "ProposalStatus",
    "Stage",
    "pax_stage",
]

PartyKind = Literal[
    "state", "government_body", "territory", "intergovernmental_organisation", "bloc", "non_state_armed_group",
    "political_party", "company", "employer", "trade_union", "creditors", "shareholders", "regulator", "civil_society",
    "population", "individual", "other",
]  # fmt: skip
PartyRole = Literal[
    "negotiating_party", "mediator", "facilitator", "host", "guarantor", "approver", "rival", "observer", "supporter",
    "spoiler", "affected", "other",
]  # fmt: skip
Issue = Literal[
    "ceasefire", "violence_reduction", "prisoner_release", "procedure", "withdrawal", "territory",
    "recognition_or_membership", "power_sharing", "security_guarantees", "arms_control", "humanitarian_access",
    "sanctions", "trade", "supply", "debt", "budget_and_reform", "subsidies", "migration", "laws_and_rights",
    "price_or_payment", "wages_and_work", "ownership", "transfer", "other",
]  # fmt: skip
ProposalStatus = Literal[
    "expected", "proposed", "under_discussion", "accepted", "partly_accepted", "rejected", "countered", "withdrawn",
    "superseded", "lapsed", "agreed", "signed", "implemented",
]  # fmt: skip
Answer = Literal["accepted", "conditional", "considering", "rejected", "countered"]
ConditionKind = Literal[
    "precondition", "demand", "commitment", "guarantee", "deadline", "red_line", "limit", "legal_requirement"
]
ConditionState = Literal["met", "partly_met", "pending", "unmet", "rejected", "dropped", "unknown"]
Stage = Literal[
    "exploratory_contacts", "pre_negotiation", "under_way", "stalled", "suspended", "broken_off", "agreed_in_principle",
    "agreed", "signed", "in_implementation", "concluded", "unclear",
]  # fmt: skip
Direction = Literal["advancing", "unchanged", "receding", "mixed", "unclear"]
EventKind = Literal[
    "meeting", "statement", "offer", "agreement", "rejection", "concession", "demand", "threat",
    "withdrawal_from_talks", "breakdown", "imposition", "approval", "protest", "release_or_aid", "violence", "sanction",
    "other",
]  # fmt: skip
Factuality = Literal["happened", "ongoing", "planned", "expected", "cancelled", "postponed", "alleged", "denied"]
Certainty = Literal["asserted", "reported", "unnamed", "disputed", "speculative"]

PLOVER: dict[EventKind, str | None] = {
    "meeting": "CONSULT", "statement": None, "offer": "REQUEST", "agreement": "AGREE", "rejection": "REJECT",
    "concession": "CONCEDE", "demand": "REQUEST", "threat": "THREATEN", "withdrawal_from_talks": "RETREAT",
    "breakdown": "REJECT", "imposition": "COERCE", "approval": None, "protest": "PROTEST", "release_or_aid": "AID",
    "violence": "ASSAULT", "sanction": "SANCTION", "other": None,
}  # fmt: skip
"""The PLOVER type of each kind of event, None where none maps."""

_PAX: dict[Stage, str] = {"exploratory_contacts": "Pre", "pre_negotiation": "Pre", "in_implementation": "Imp"}


def pax_stage(stage: Stage, issues: set[Issue]) -> str | None:
    """Return the PA-X stage that maps, or None.

    `issues` are those of the proposals that are agreed or signed: a lone ceasefire makes it `Cea`. Whether an
    agreement is partial or comprehensive cannot be told from a stage, so an agreement about more is None.
    """
    if (
        stage in {"agreed_in_principle", "agreed", "signed"}
        and issues
        and issues <= {"ceasefire", "violence_reduction"}
    ):
        return "Cea"
    return _PAX.get(stage)
