"""The examples and the test articles, which are all invented, read by rules."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from summariser.articles.article import Article
from summariser.engines.rules.cast.coreference import cast_of
from summariser.engines.rules.clauses.marking import mark
from summariser.engines.rules.drafting import draft_of
from summariser.engines.rules.mentions.detection import mentions_of
from summariser.engines.rules.tables.lookup import SOUGHT
from summariser.engines.rules.tables.patterns import patterns
from summariser.engines.rules.text.readable import readable
from summariser.engines.rules.text.wording import wording_of
from summariser.models.negotiation import Negotiation
from summariser.tasks.negotiation import NEGOTIATION
from summariser.verification.verify import verify

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"
ARTICLES = ROOT / "tests" / "data" / "articles"
NEGOTIATIONS = [
    EXAMPLES / "river-accord.txt",
    EXAMPLES / "harbour-strike.txt",
    *(path for path in sorted(ARTICLES.glob("*.txt")) if path.name != "ferry-fares.txt"),
]


def article(path: Path, published: date | None = None) -> Article:
    return Article(path.read_text(encoding="utf-8"), date=published)


def river() -> Negotiation:
    return draft_of(article(EXAMPLES / "river-accord.txt", date(2025, 4, 22)))


@pytest.mark.parametrize("path", NEGOTIATIONS, ids=lambda path: path.stem)
def test_a_negotiation_is_seen_and_its_draft_holds(path: Path) -> None:
    read = article(path)
    verdict = verify(draft_of(read).model_dump_json(), read, NEGOTIATION)
    assert verdict.faults == ()
    assert isinstance(verdict.draft, Negotiation)
    assert verdict.draft.summary.is_negotiation
    assert len(verdict.draft.parties) >= 1 + (path.name != "commodity-pact.txt")


def test_an_article_about_a_museum_is_none() -> None:
    assert not draft_of(article(EXAMPLES / "no-negotiation.txt")).summary.is_negotiation


def test_the_river_accord_has_its_parties() -> None:
    draft = river()
    assert [(p.name, p.kind, p.roles, [r.name for r in p.representatives]) for p in draft.parties] == [
        ("Marellia", "state", ["negotiating_party"], ["Adela Corvin"]),
        ("Tovenia", "state", ["negotiating_party"], ["Joris Maak"]),
        ("Norrund", "state", ["mediator"], ["Ingvar Tveld"]),
    ]


def test_the_river_accord_has_its_claims() -> None:
    draft = river()
    ids = {party.id: party.name for party in draft.parties}
    plan, counter = draft.proposals
    assert (plan.status, [ids[key] for key in plan.proposed_by]) == ("partly_accepted", ["Norrund"])
    assert {ids[a.party]: a.answer for a in plan.answers} == {"Marellia": "accepted", "Tovenia": "rejected"}
    assert (counter.content, [ids[key] for key in counter.proposed_by]) == (
        "a joint commission set the shares anew each spring",
        ["Tovenia"],
    )
    in_return, refused, condition = draft.conditions
    assert in_return.requirement == "Marellia would drop its objection to the Halden dam"
    assert in_return.applies_to == plan.id
    assert (refused.kind, refused.requirement) == ("red_line", "his government could not accept a fixed share")
    assert condition.requirement == "Tovenia stopped filling the Halden reservoir by June 30"
    assert condition.applies_to == plan.id
    planned = [(e.where, e.when.edtf if e.when else None) for e in draft.events if e.factuality == "planned"]
    assert planned == [("Eskby", "2025-05-13")]


def test_no_dateline_and_no_cut_phrase_in_a_headline() -> None:
    headlines = [draft_of(article(path)).summary.headline for path in NEGOTIATIONS]
    assert not [headline for headline in headlines if re.match(r"[A-Z]{3,}", headline)]
    assert not [headline for headline in headlines if re.search(r"\b(?:to|of|the|and|return|worth)$", headline)]


TABLES = "roles events conditions stages directions next_steps proposals answers".split()


def test_the_hints_of_a_pattern_hide_no_match() -> None:
    for path in NEGOTIATIONS:
        wordings = [wording_of(sentence) for sentence in readable(article(path).sentences)]
        mentions, states = mentions_of(wordings)
        cast = cast_of(mentions, [wording.plain for wording in wordings], states)
        for wording, found in zip(wordings, mentions, strict=True):
            line = mark(wording, found, cast)
            for name in TABLES:
                hidden = [row for row in patterns(name) if row not in line.rows(name)]
                assert [row for row in hidden if row[1].search(line.coded)] == []
            for text, told in ((line.small, line), (line.marked, line), (wording.bare, wording)):
                sought = [one for one in SOUGHT if one.marked == (told is line)]
                passed_over = [one for one in sought if not told.has_words_for(one)]
                found_there = [match[0] for one in passed_over if (match := one.pattern.search(text))]
                assert [words for words in found_there if not re.search(r"\d{3}", words)] == []  # years are no words
