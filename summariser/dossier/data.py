"""The dossier as data: for programs, and with all that the other forms say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from summariser.dossier.contradictions import Contradiction
from summariser.dossier.dealings import Dealing
from summariser.dossier.dossier import Dossier
from summariser.dossier.lives import Duty, Life, Step
from summariser.dossier.parties import Merge, Party
from summariser.dossier.reports import Cite, Standing, Time
from summariser.dossier.story import Change, Story
from summariser.dossier.timeline import Happening

__all__ = ["as_data"]

_Data = dict[str, Any]


def as_data(dossier: Dossier) -> _Data:
    """Return a dossier as what JSON can hold; docs/dossier.md tells its form."""
    return {
        "name": dossier.name,
        "since": str(dossier.since) if dossier.since else None,
        "without_negotiation": dossier.silent,
        "parties": [_party(party) for party in dossier.who.parties],
        "kept_apart": [
            {"names": list(each.names), "looks_like_one": each.told, "but": each.why} for each in dossier.who.kept_apart
        ],
        "overrides_without_use": dossier.who.unknown,
        "processes": [_process(story, with_changes=dossier.since is not None) for story in dossier.stories],
        "articles": _articles(dossier),
    }


def _articles(dossier: Dossier) -> _Data:
    articles: _Data = {
        str(number): {
            "date": str(source.date) if source.date else None,
            "title": source.title,
            "source": source.outlet,
            "url": source.url,
            "sentences": {},
        }
        for number, source in sorted(dossier.sources.items())
    }
    for (article, number), quote in sorted(dossier.quotes.items()):
        articles[str(article)]["sentences"][str(number)] = quote
    return articles


def _party(party: Party) -> _Data:
    return {
        "id": party.id,
        "name": party.name,
        "kind": party.kind,
        "articles": party.articles,
        "names": party.names,
        "aliases": list(party.aliases),
        "merges": [_merge(merge) for merge in party.merges],
        "representatives": [
            {"name": name, "position": position, "evidence": _cites([cite])}
            for name, (position, cite) in sorted(party.people.items())
        ],
        "evidence": _cites(party.cites),
    }


def _merge(merge: Merge) -> _Data:
    names, evidence = list(merge.names), _cites(merge.cites)
    return {"names": names, "reason": merge.reason, "because": merge.told, "evidence": evidence}


def _process(story: Story, *, with_changes: bool) -> _Data:
    process, standing = story.process, story.standing
    data = {
        "id": process.id,
        "name": process.name,
        "names": dict(sorted(process.names.items())),
        "articles": [report.source.number for report in process.reports],
        "put_together_by": dict(sorted(process.reasons.items())),
        "parties": [
            {"party": part.party.id, "takes_part_as": part.side, "roles": dict(sorted(part.roles.items()))}
            for part in process.shown_parts
        ],
        "dealings": [_dealing(dealing) for dealing in story.dealings],
        "standing": _standing(standing) if standing else None,
        "timeline": [_happening(happening) for happening in story.timeline],
        "proposals": [_life(life) for life in story.lives],
        "conditions": [_duty(duty) for duty in story.duties],
        "contradictions": [_contradiction(each) for each in story.contradictions],
    }
    return data | {"changes": [_change(change) for change in story.changes]} if with_changes else data


def _standing(standing: Standing) -> _Data:
    return {
        "stage": standing.stage,
        "direction": standing.direction,
        "summary": standing.text,
        "next_steps": list(standing.next_steps),
        "evidence": _cites([standing.cite]),
    }


def _dealing(dealing: Dealing) -> _Data:
    between = _ids(dealing.between)
    known = {"between": _ids(dealing.sides), "through": between, "articles": dealing.articles}
    return known | {"evidence": _cites(dealing.cites)}


def _happening(happening: Happening) -> _Data:
    first, last = happening.span
    return {
        "id": happening.id,
        "kind": happening.kind,
        "what": happening.text,
        "participants": _ids(happening.who),
        "when": _time(happening.when),
        "earliest": str(first) if first else None,
        "latest": str(last) if last else None,
        "where": happening.where,
        "factuality": happening.factuality,
        "told": [
            {"factuality": claim.factuality, "when": _time(claim.when), "evidence": _cites([claim.cite])}
            for claim in happening.claims
        ],
    }


def _life(life: Life) -> _Data:
    return {
        "id": life.id,
        "content": life.text,
        "issue": life.issue,
        "proposed_by": _ids(life.makers),
        "addressed_to": _ids(life.addressees),
        "status": life.state,
        "steps": [_step(step) | {"answers": dict(step.answers)} for step in life.steps],
    }


def _duty(duty: Duty) -> _Data:
    return {
        "id": duty.id,
        "requirement": duty.text,
        "kind": duty.kind,
        "set_by": _ids(duty.setters),
        "to_be_met_by": _ids(duty.bound),
        "applies_to": duty.of,
        "state": duty.state,
        "open": duty.is_open,
        "steps": [_step(step) for step in duty.steps],
    }


def _step(step: Step) -> _Data:
    days = [claim.cite.source.date for claim in step.claims]
    first, last = (str(day) if day else None for day in (days[0], days[-1]))
    wordings = list(dict.fromkeys(claim.text for claim in step.claims))
    turn = {"back": "back on the table"}.get(step.turn, step.turn)
    return {"state": step.state, "turn": turn, "from": first, "to": last, "wordings": wordings} | {
        "evidence": _cites(step.cites)
    }


def _contradiction(each: Contradiction) -> _Data:
    sides = [{"says": words, "evidence": _cites(cites)} for words, cites in each.sides]
    return {"about": each.about, "text": each.text, "on": each.on, "sides": sides}


def _change(change: Change) -> _Data:
    known = {"kind": change.kind, "text": change.text, "before": change.before, "now": change.now}
    return known | {"evidence": _cites(change.cites)}


def _time(time: Time | None) -> _Data | None:
    return {"text": time.text, "edtf": time.edtf} if time else None


def _ids(parties: Iterable[Party]) -> list[str]:
    return [party.id for party in parties]


def _cites(cites: Iterable[Cite]) -> list[_Data]:
    return [{"article": cite.source.number, "sentences": list(cite.sentences)} for cite in dict.fromkeys(cites)]
