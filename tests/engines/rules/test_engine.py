"""The engine as the pipeline meets it: verified, deterministic, honest about what it cannot do."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from pathlib import Path
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.articles.article import Article
from summariser.engines.engine import Engine, Reading
from summariser.engines.rules.drafting import draft_of
from summariser.engines.rules.engine import RulesEngine
from summariser.errors import EngineError, SettingsError
from summariser.models.claims import Claim
from summariser.models.markers import Supported
from summariser.models.negotiation import Negotiation
from summariser.tasks.negotiation import NEGOTIATION
from summariser.tasks.task import Task

SHARED = Path(__file__).parents[4] / "shared"
ARTICLE = SHARED / "articles" / "khalilzad-qatar-2019.txt"
needs_shared = pytest.mark.skipif(not ARTICLE.exists(), reason="the real article lies outside the repository")


def read(article: Article) -> Reading:
    return asyncio.run(RulesEngine().read(article, NEGOTIATION))


def test_it_is_an_engine() -> None:
    engine = RulesEngine()
    assert isinstance(engine, Engine)
    assert (engine.name, engine.drops_refused) == ("rules", True)


def test_usage_is_one_attempt_without_tokens_or_cost() -> None:
    usage = read(Article("Ostrova and the Marsh Front held peace talks. The talks resumed.")).usage
    assert (usage.attempts, usage.input_tokens, usage.output_tokens, usage.cost) == (1, None, None, 0.0)
    assert usage.seconds > 0


def test_another_task_is_refused_with_a_way_out() -> None:
    class Ruling(Claim):
        ruling: Annotated[str, Supported()]

    with pytest.raises(SettingsError, match=r"'ruling'.*--engine llm"):
        asyncio.run(RulesEngine().read(Article("A court ruled."), Task("ruling", "v1", Ruling, "a court ruling")))


def test_what_is_not_english_is_refused_and_not_called_no_negotiation() -> None:
    german = "Die Vermittlerin schlug am Montag vor, alle Gefangenen binnen dreissig Tagen freizulassen. " * 2
    with pytest.raises(EngineError, match=r"hardly any running English.*SUMMARISER_MODEL"):
        read(Article(german))


def test_a_headline_above_the_text_does_not_run_into_the_overview() -> None:
    article = Article("Talks resume in Lantz\n\nPellam and Ruvo resumed peace talks in Lantz. Pellam proposed a truce.")
    summary = draft_of(article).summary
    assert summary.headline == "Talks resume in Lantz"
    assert summary.overview.startswith("Pellam and Ruvo resumed peace talks")


def test_the_same_article_gives_the_same_draft() -> None:
    text = "Ostrova and the Marsh Front held peace talks. Ostrova proposed a truce. The Marsh Front rejected the offer."
    assert read(Article(text)).verdict.raw == read(Article(text)).verdict.raw


WORDS = (
    'Ostrova Marsh Front the talks ceasefire rejected proposed said officials of Norway Oslo , . " ( U.S. to if'.split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60))
def test_any_run_of_words_gives_a_draft(words: list[str]) -> None:
    text = "Peace talks with Norway resumed. " + " ".join(words)
    assert isinstance(draft_of(Article(text)), Negotiation)


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_text_gives_a_draft(text: str) -> None:
    article = "Norway and Oslo held peace talks.\n" + text.replace("\x00", "")
    if not any("\ud800" <= char <= "\udfff" for char in article):
        draft_of(Article(article))


@needs_shared
def test_the_real_article_is_read_and_holds() -> None:
    reading = read(Article(ARTICLE.read_text(encoding="utf-8"), date=date(2019, 11, 1)))
    assert reading.verdict.faults == ()
    draft = reading.verdict.draft
    assert isinstance(draft, Negotiation)
    roles = {party.name: party.roles for party in draft.parties}
    assert roles == {
        "Taliban": ["negotiating_party"],
        "United States": ["negotiating_party"],
        "Pakistan": ["mediator"],
        "Afghan government": ["negotiating_party"],
    }
    people = {person.name: (party.name, person.aliases) for party in draft.parties for person in party.representatives}
    assert people["Zalmay Khalilzad"] == ("United States", ["Khalilzad", "Khalizlad"])
    assert people["Suhail Shaheen"][0] == people["Abdul Ghani Baradar"][0] == "Taliban"
    assert people["Hamdullah Mohib"][0] == "Afghan government"


@needs_shared
def test_the_real_articles_claims_are_those_that_it_makes() -> None:
    draft = draft_of(Article(ARTICLE.read_text(encoding="utf-8"), date=date(2019, 11, 1)))
    fates = {(proposal.issue, proposal.status) for proposal in draft.proposals}
    assert {("ceasefire", "rejected"), ("prisoner_release", "under_discussion")} <= fates
    demands = [condition.requirement for condition in draft.conditions if condition.kind == "demand"]
    assert len(demands) == 1
    assert "release of their prisoners" in demands[0]
    events = {(event.kind, event.factuality, event.where) for event in draft.events}
    assert ("meeting", "planned", "Beijing") in events
    assert ("agreement", "cancelled", None) in events


@needs_shared
def test_most_drafts_of_real_news_pass_verification_whole() -> None:
    text = (SHARED / "archives" / "web2016.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    verdicts = [read(Article(row["text"], title=row["title"])).verdict for row in rows[::5]]
    assert all(verdict.draft is not None for verdict in verdicts)
    assert sum(verdict.holds for verdict in verdicts) >= 0.9 * len(verdicts)
