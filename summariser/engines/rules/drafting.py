"""From an article to a draft, in one walk: text, mentions, cast, clauses, claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from summariser.articles.article import Article
from summariser.engines.rules.cast.cast import Person
from summariser.engines.rules.cast.coreference import cast_of
from summariser.engines.rules.claims.conditions import terms_of
from summariser.engines.rules.claims.events import happenings_of
from summariser.engines.rules.claims.happening import Happening
from summariser.engines.rules.claims.ledger import Ledger
from summariser.engines.rules.claims.proposals.gathering import offers_of
from summariser.engines.rules.claims.proposals.offers import Offer, thing_of
from summariser.engines.rules.claims.roles import note_actors, note_roles
from summariser.engines.rules.claims.standing import Standing, standing_of
from summariser.engines.rules.claims.stipulations import Term
from summariser.engines.rules.claims.summary import summary_of
from summariser.engines.rules.clauses.deeds import words_at_most
from summariser.engines.rules.clauses.discourse import discourse_of
from summariser.engines.rules.clauses.marking import mark
from summariser.engines.rules.mentions.detection import mentions_of
from summariser.engines.rules.tables.lexicon import actors
from summariser.engines.rules.text.readable import readable
from summariser.engines.rules.text.topic import topic_of
from summariser.engines.rules.text.wording import Wording, wording_of
from summariser.language.dates import WEEKDAYS, resolve
from summariser.models.negotiation import Negotiation

__all__ = ["Glance", "draft_of", "glance_at"]

_OVER = frozenset({"superseded", "withdrawn", "lapsed"})
_ANSWERED = frozenset({"accepted", "partly_accepted", "rejected", "countered", "agreed", "signed", "withdrawn"})
_HANGS = frozenset({"legal_requirement", "precondition", "limit", "commitment"})
_AT_HOME = frozenset({"political_party", "trade_union", "government_body", "civil_society", "employer"})
_FROM_ABROAD = frozenset({"state", "non_state_armed_group", "territory", "intergovernmental_organisation"})
"""Kinds of which one other party makes a government the side of its state."""
_BRIEF = 4
"""Sentences up to which an article is a brief."""
_PUT_TO_OTHERS = frozenset({"demand", "precondition", "red_line"})


@dataclass(frozen=True, slots=True)
class Glance:
    """What the rules read in an article, and whether they leave open that it reports a negotiation."""

    draft: Negotiation
    is_open: bool


def draft_of(article: Article) -> Negotiation:
    """Return what the rules read in the article: deterministic, without model or network."""
    return glance_at(article).draft


def glance_at(article: Article) -> Glance:
    """Return what the rules read in the article, and whether another reader may find more."""
    wordings = [wording_of(sentence) for sentence in readable(article.sentences)]
    topic = topic_of(article.title, wordings)
    if not topic.is_possible:
        return Glance(_empty(article, wordings), topic.is_open)
    mentions, states = mentions_of(wordings)
    cast = cast_of(mentions, [wording.plain for wording in wordings], states)
    lines = [mark(wording, found, cast) for wording, found in zip(wordings, mentions, strict=True)]
    scene = discourse_of(lines)
    ledger = Ledger(cast, is_brief=len(lines) <= _BRIEF)
    note_roles(lines, ledger)
    offers = offers_of(scene, ledger)[:12]
    terms = _distinct_terms(terms_of(scene, ledger), offers)[:12]
    claimed = [(number, offer.content) for offer in offers for number in offer.numbers]
    claimed += [(term.line.number, term.requirement) for term in terms]
    happenings = happenings_of(scene, claimed)[:14]
    note_actors(lines, ledger)
    ledger.settle()
    answers = sum(offer.status in _ANSWERED for offer in offers) + sum(term.kind == "red_line" for term in terms)
    claims = len(offers) + len(terms)
    if not topic.is_negotiation(claims, answers, len(ledger.ids)):
        return Glance(_empty(article, wordings), topic.is_open)
    draft = Negotiation.model_validate(
        {
            "summary": summary_of(article, wordings, topic.sentences, True),
            "parties": [_party(key, ledger) for key in ledger.ids],
            "proposals": [_proposal(f"o{n}", offer, ledger, article) for n, offer in enumerate(offers, start=1)],
            "conditions": [_condition(f"c{n}", term, ledger, offers) for n, term in enumerate(terms, start=1)],
            "events": [_event(happening, ledger, article) for happening in happenings],
            "status": _status(standing_of(lines, happenings, topic.sentences)),
        }
    )
    return Glance(draft, is_open=True)


def _empty(article: Article, wordings: list[Wording]) -> Negotiation:
    return Negotiation(
        summary=summary_of(article, wordings, (), False),
        parties=[],
        proposals=[],
        conditions=[],
        events=[],
        status=None,
    )


def _distinct_terms(terms: list[Term], offers: list[Offer]) -> list[Term]:
    """Return each condition once; a commitment that a proposal words already is none of its own."""
    once = {(term.requirement.lower(), tuple(term.set_by), tuple(term.binds)): term for term in reversed(terms)}
    return [
        term
        for term in reversed(once.values())
        if term.kind != "commitment"
        or not any(offer.line is term.line and offer.content in term.requirement for offer in offers)
    ]


def _status(standing: Standing) -> dict[str, Any]:
    return {
        "evidence": [standing.line.number],
        "stage": standing.stage,
        "direction": standing.direction,
        "summary": standing.summary,
        "next_steps": standing.next_steps,
    }


def _party(key: str, ledger: Ledger) -> dict[str, Any]:
    figure = ledger.cast.figures[key]
    roles = sorted(ledger.roles[key], key=lambda role: -len(ledger.roles[key][role]))[:3]
    shown = [number for role in roles for number in ledger.roles[key][role][:2]]
    government = next(
        (form for form, _ in figure.forms.most_common() if form.endswith(" government") and len(form.split()) <= 3),
        None,
    )
    name = government or figure.name
    forms = [form for form, _ in figure.forms.most_common() if form != name]
    return {
        "evidence": sorted(list(dict.fromkeys([n for n in shown if n in figure.named] or figure.named[:1]))[:4]),
        "id": ledger.ids[key],
        "name": words_at_most(name, 15),
        "kind": _kind_of(key, name, ledger),
        "roles": roles,
        "aliases": forms[:8],
        "representatives": [_representative(person) for person in ledger.cast.people if person.party == key][:8],
    }


def _kind_of(key: str, name: str, ledger: Ledger) -> str:
    """Return a party's kind as a side of this negotiation: a government among its own citizens is no state there."""
    figure = ledger.cast.figures[key]
    if key in actors().blocs and set(ledger.roles[key]) == {"negotiating_party"}:
        return "bloc"
    kinds = [ledger.cast.figures[other].kind for other in ledger.ids if other != key]
    at_home = not _FROM_ABROAD.intersection(kinds) and not _AT_HOME.isdisjoint(kinds)
    return "government_body" if figure.kind == "state" and name.endswith(" government") and at_home else figure.kind


def _representative(person: Person) -> dict[str, Any]:
    position = max(person.positions, key=len, default=None)
    return {
        "name": person.name,
        "position": words_at_most(position, 20) if position else None,
        "aliases": person.aliases[:5],
    }


def _when(text: str | None, article: Article, *, ahead: bool = False) -> dict[str, Any] | None:
    """Return a time with what it means; `ahead` says that a weekday without more is the next one, not the last."""
    if not text:
        return None
    weekday = text.lower().removeprefix("on ")
    return {"text": text, "edtf": resolve(f"this {weekday}" if ahead and weekday in WEEKDAYS else text, article.date)}


def _proposal(id_: str, offer: Offer, ledger: Ledger, article: Article) -> dict[str, Any]:
    of_both = not offer.by and offer.status in {"agreed", "signed"}
    by = ledger.refs(ledger.two_sides() if of_both else offer.by)
    to = [ref for ref in ledger.refs(offer.to) if ref not in by]
    to = to or (ledger.refs(ledger.other_side(offer.by)) if offer.status not in {"agreed", "signed"} else [])
    return {
        "evidence": sorted(offer.numbers),
        "id": id_,
        "content": offer.content,
        "issue": offer.issue,
        "proposed_by": by,
        "addressed_to": to,
        "answers": [
            {"party": ledger.ids[key], "answer": answer} for key, answer in offer.answers.items() if key in ledger.ids
        ][:8],
        "status": _status_of(offer, ledger),
        "when": _when(offer.when, article, ahead=offer.status == "expected"),
        "where": offer.where,
        "attributed_to": _source_of(offer),
        "certainty": offer.certainty,
    }


def _source_of(offer: Offer) -> str | None:
    """Return who says that it was proposed; None where several sentences tell it and the first does not name them."""
    if not offer.saying or (len(offer.numbers) > 1 and offer.saying.words not in offer.line.sentence.text):
        return None
    return words_at_most(offer.saying.words, 15)


def _status_of(offer: Offer, ledger: Ledger) -> str:
    """Return a proposal's status: a mediator's is accepted when more than one party has said so."""
    mediated = any("mediator" in ledger.roles.get(key, ()) for key in offer.by)
    return "under_discussion" if mediated and offer.status == "accepted" and len(offer.answers) < 2 else offer.status


def _condition(id_: str, term: Term, ledger: Ledger, offers: list[Offer]) -> dict[str, Any]:
    return {
        "evidence": [term.line.number],
        "id": id_,
        "kind": term.kind,
        "requirement": term.requirement,
        "set_by": ledger.refs(term.set_by),
        "binds": ledger.refs(term.binds or (ledger.other_side(term.set_by) if term.kind in _PUT_TO_OTHERS else [])),
        "applies_to": _tied_to(term, offers),
        "state": term.state,
        "attributed_to": words_at_most(term.saying.words, 15) if term.saying else None,
        "certainty": term.certainty,
    }


def _tied_to(term: Term, offers: list[Offer]) -> str | None:
    """Return the id of the proposal that a condition is tied to: what its words call "the plan", or its sentence's.

    Else, unless it is a deadline, the last live one before it that its setter made or was made; for what an outcome
    hangs on, the first live one; or the only one.
    """
    known = {f"o{number}": offer for number, offer in enumerate(offers, start=1)}
    before = {id_: offer for id_, offer in known.items() if offer.line.number <= term.line.number}
    live = [id_ for id_, offer in before.items() if offer.status not in _OVER]
    named = [id_ for id_, offer in before.items() if term.about and term.about == thing_of(offer.content)]
    here = [id_ for id_, offer in before.items() if term.line.number in offer.numbers]
    involved = [id_ for id_ in live if set(term.set_by) & {*known[id_].by, *known[id_].to}]
    if tied := [id_ for id_ in named if id_ in live] or here:
        return tied[-1]
    if term.kind == "deadline":
        return None
    if involved:
        return involved[-1]
    hangs = term.kind in _HANGS and (not term.set_by or term.kind == "legal_requirement")
    return live[0] if live and hangs else next(iter(known)) if len(known) == 1 else None


def _event(happening: Happening, ledger: Ledger, article: Article) -> dict[str, Any]:
    return {
        "evidence": [happening.line.number],
        "kind": happening.kind,
        "what": happening.what,
        "participants": ledger.refs(happening.participants or (ledger.two_sides() if happening.of_both else [])),
        "when": _when(happening.when, article, ahead=happening.factuality == "planned"),
        "where": happening.where,
        "factuality": happening.factuality,
    }
