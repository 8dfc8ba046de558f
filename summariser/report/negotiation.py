"""The report on a negotiation: who the parties are, what became of each proposal, what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from summariser.language.edtf import bounds
from summariser.models.negotiation import Condition, Event, Party, Proposal
from summariser.models.record import NegotiationRecord
from summariser.report.lines import (
    Item,
    Line,
    Outline,
    Section,
    about,
    cited,
    closing,
    coloured,
    held_back,
    in_words,
    joined,
    listed,
    say,
    when_text,
)

__all__ = ["negotiation_outline"]


def negotiation_outline(record: NegotiationRecord) -> Outline:
    """Return what is to be said of `record`."""
    telling = _Telling(record)
    sections = (
        Section("Where it stands", tuple(telling.standing())),
        Section("Parties", tuple(map(telling.party, record.parties))),
        Section("Proposals", tuple(map(telling.proposal, record.proposals)), numbered=True),
        Section("Conditions", tuple(map(telling.condition, record.conditions))),
        Section("Events", tuple(map(telling.event, sorted(record.events, key=_first_day)))),
        Section(
            "What comes next", tuple(Item(say(step)) for step in (record.status.next_steps if record.status else ()))
        ),
        *held_back(record),
    )
    filled = tuple(section for section in sections if section.items)
    title, opening = say(record.summary.headline, "strong"), (say(record.summary.overview),)
    return Outline(title, opening, about(record.article), filled, closing(record.provenance))


class _Telling:
    """Puts the parts of one record into lines; it knows the names behind the ids."""

    def __init__(self, record: NegotiationRecord) -> None:
        self.record = record
        self.names = {party.id: party.name for party in record.parties}
        self.numbers = {proposal.id: number for number, proposal in enumerate(record.proposals, start=1)}

    def standing(self) -> Iterator[Item]:
        summary, status = self.record.summary, self.record.status
        if not summary.is_negotiation:
            yield Item(say("The article reports no negotiation."))
        if status:
            where = say(in_words(status.stage).capitalize(), "strong") + say(f", {in_words(status.direction)}: ")
            yield Item(where + say(status.summary) + cited(status.evidence))
        if summary.process:
            yield Item(say(f"Process: {summary.process}"))
        if summary.other_processes:
            yield Item(say(f"Also mentioned: {listed(summary.other_processes)}"))

    def party(self, party: Party) -> Item:
        line = say(party.name, "strong") + say(f", {in_words(party.kind)}: {', '.join(map(in_words, party.roles))}")
        people = [
            say(person.name + (f", {person.position}" if person.position else "") + _also(person.aliases))
            for person in party.representatives
        ]
        aliases = [say(f"also {', '.join(party.aliases)}", "muted")] if party.aliases else []
        return Item(line + cited(party.evidence), (*people, *aliases))

    def proposal(self, proposal: Proposal) -> Item:
        line = say(proposal.content) + say(": ") + coloured(proposal.status) + cited(proposal.evidence)
        who = self.called(proposal.proposed_by)
        to = self.called(proposal.addressed_to)
        way = f"{f'by {who}' if who else ''}{f' to {to}' if to else ''}".strip()
        where = _place(proposal.where)
        circumstances = [in_words(proposal.issue), way, when_text(proposal.when), where]
        answers = [
            say(f"{self.names.get(each.party, each.party)}: ") + coloured(each.answer) for each in proposal.answers
        ]
        source = _source(proposal.attributed_to, proposal.certainty)
        return Item(line, _kept(joined(map(_said, circumstances), "; "), joined(answers, ", "), _said(source)))

    def condition(self, condition: Condition) -> Item:
        state = say(": ") + coloured(condition.state) if condition.state != "unknown" else ()
        line = say(condition.requirement) + state + cited(condition.evidence)
        setters = self.called(condition.set_by)
        bound = self.called([party for party in condition.binds if party not in condition.set_by])
        kind = in_words(condition.kind) + (f" of {setters}" if setters else "") + (f" on {bound}" if bound else "")
        number = self.numbers.get(condition.applies_to or "")
        for_what = f"for proposal {number}" if number else ""
        source = _source(condition.attributed_to, condition.certainty)
        return Item(line, _kept(joined(map(_said, (kind, for_what)), "; "), _said(source)))

    def event(self, event: Event) -> Item:
        when = when_text(event.when)
        line = say(f"{when}: ", "strong") if when else ()
        if event.factuality != "happened":
            line += coloured(event.factuality) + say(", ")
        line += say(event.what) + cited(event.evidence)
        who = self.called(event.participants)
        circumstances = [in_words(event.kind), who, _place(event.where)]
        return Item(line, _kept(joined(map(_said, circumstances), "; ")))

    def called(self, ids: Sequence[str]) -> str:
        return listed([self.names.get(each, each) for each in ids])


def _said(text: str) -> Line:
    return say(text) if text else ()


def _kept(*lines: Line) -> tuple[Line, ...]:
    return tuple(filter(None, lines))


def _also(aliases: Sequence[str]) -> str:
    return f" (also {', '.join(aliases)})" if aliases else ""


def _source(attributed_to: str | None, certainty: str) -> str:
    """Return who says so and how firmly; nothing where the article says it itself."""
    told = f"according to {attributed_to}" if attributed_to else ""
    firmness = "" if certainty == "asserted" or (told and certainty == "reported") else in_words(certainty)
    firmness = "from unnamed sources" if certainty == "unnamed" and not told else firmness
    return ", ".join(filter(None, (told, firmness)))


def _place(where: str | None) -> str:
    """Return a place as part of a sentence; one that is no name ("at the border") stands as the article has it."""
    return f"in {where}" if where and where[0].isupper() else where or ""


def _first_day(event: Event) -> date:
    """Return the day to sort an event by; those without a date that is known come last, in the article's order."""
    first, last = bounds(event.when.edtf) if event.when and event.when.edtf else (None, None)
    return first or last or date.max
