"""The task `negotiation`: who wants what from whom, what was the answer, what stands in the way, what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.models.faults import Fault
from summariser.models.negotiation import Event, Negotiation, Status
from summariser.models.vocabularies import PLOVER, pax_stage
from summariser.tasks.task import Derived, Task

__all__ = ["NEGOTIATION"]


_GOING_ON = {"exploratory_contacts", "pre_negotiation", "under_way"}
_ENDED = re.compile(
    r"(?<!not )(?<!not been )(?<!n't )(?<!never )\b(?:broke[n]? (?:down|off)|collapsed|were called off)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?P<office>(?:Vice )?President|(?:Prime |Foreign |Finance )?Minister|Secretary(?: of State)?|Governor"
    r"|Chancellor|King|Ambassador|Senator|Chairman|Mayor)(?: [A-Z][\w'’-]+){1,3}$"
)
_TAKEN = frozenset({"accepted", "agreed", "signed", "implemented"})


def proposals_need_a_negotiation(draft: Negotiation) -> Iterator[Fault]:
    """Refuse a draft that lists proposals or conditions and says that the article reports no negotiation."""
    listed = [f"{len(part)} {name}" for name in ("proposals", "conditions") if (part := getattr(draft, name))]
    if listed and not draft.summary.is_negotiation:
        yield Fault(
            "summary.is_negotiation",
            "no_claims_off_topic",
            f"is false, but the draft lists {' and '.join(listed)}; "
            "set it to true if parties negotiate, else empty the lists",
        )


def a_negotiation_has_parties(draft: Negotiation) -> Iterator[Fault]:
    """Refuse a draft that says that parties negotiate and names none."""
    if draft.summary.is_negotiation and not draft.parties:
        yield Fault(
            "parties",
            "on_topic_has_parties",
            "is empty, but is_negotiation is true; list who negotiates, mediates or is addressed",
        )


def nobody_answers_himself(draft: Negotiation) -> Iterator[Fault]:
    """Refuse a proposal that is answered by, or addressed to, the party alone that makes it."""
    for index, proposal in enumerate(draft.proposals):
        makers = set(proposal.proposed_by)
        if proposal.addressed_to and len(makers) == 1 and set(proposal.addressed_to) <= makers:
            yield Fault(
                f"proposals[{index}].addressed_to",
                "addressed_to_others",
                f"names only {', '.join(sorted(makers))}, who made the proposal; "
                "name those it was put to, or leave it empty",
            )


def fates_fit_answers(draft: Negotiation) -> Iterator[Fault]:
    """Refuse a proposal that is accepted beside an answer that rejects it, or rejected where each answer accepts it."""
    for index, proposal in enumerate(draft.proposals):
        answers = {given.answer for given in proposal.answers}
        if proposal.status in _TAKEN and "rejected" in answers:
            told, fitting = "rejected", "partly_accepted or rejected"
        elif proposal.status == "rejected" and answers == {"accepted"}:
            told, fitting = "accepted", "accepted"
        else:
            continue
        yield Fault(
            f"proposals[{index}].status",
            "fates_fit_answers",
            f"is {proposal.status!r}, but an answer is {told!r}; make it {fitting}, or mend the answer",
        )


def persons_speak_for_somebody(draft: Negotiation) -> Iterator[Fault]:
    """Refuse an office-holder as a party: he speaks for one, and is a party only when he acts for himself."""
    for index, party in enumerate(draft.parties):
        if party.kind != "individual" and (office := _OFFICE.search(party.name)):
            yield Fault(
                f"parties[{index}].name",
                "persons_speak_for_somebody",
                f"names a person by the office {office['office']!r}; name whom he speaks for, him as representative",
            )


def plover_type(draft: Negotiation, event: Event) -> str | None:
    """Return the PLOVER type of an event, which joins it with POLECAT and ICEWS."""
    return PLOVER[event.kind]


def stage_in_pax(draft: Negotiation, status: Status) -> str | None:
    """Return the stage that PA-X would give the process."""
    reached = {proposal.issue for proposal in draft.proposals if proposal.status in {"agreed", "signed"}}
    return pax_stage(status.stage, reached)


def talks_that_broke_down_do_not_go_on(draft: Negotiation) -> Iterator[Fault]:
    """Refuse a stage of talks that go on beside a summary of the status in which they have ended."""
    status = draft.status
    if status and status.stage in _GOING_ON and (ended := _ENDED.search(status.summary)):
        yield Fault(
            "status.stage",
            "stage_fits_its_summary",
            f"is {status.stage!r}, but the summary says {ended[0]!r}; choose broken_off, suspended or concluded, "
            "or tell in the summary what goes on",
        )


NEGOTIATION = Task(
    name="negotiation",
    version="v1",
    draft=Negotiation,
    subject="a negotiation",
    prompt="negotiation/v2",
    on_topic="summary.is_negotiation",
    checks=(
        proposals_need_a_negotiation,
        a_negotiation_has_parties,
        nobody_answers_himself,
        fates_fit_answers,
        persons_speak_for_somebody,
        talks_that_broke_down_do_not_go_on,
    ),
    derived=(Derived("events", "plover", plover_type), Derived("status", "pax", stage_in_pax)),
)
