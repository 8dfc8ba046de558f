"""A small model on llama.cpp's server: it reads badly and invents much, the best adversary that verification can have.

cassettes/README.md says how these were recorded. Nothing here asserts that the model is right: what is asserted is that
what it gets wrong is refused, counted and told.
"""

from __future__ import annotations

import asyncio

import pytest

from summariser.errors import AnswerCutOff, VerificationFailed
from tests.cassettes.reading import article, read, record_of

MODEL = "qwen2.5-coder-1.5b-instruct"
DEBT = ("tests/data/articles/debt-restructuring.txt", "2025-07-28")
HOSTAGES = ("tests/data/articles/hostage-release.txt", "2024-09-08")
RIVER = ("examples/river-accord.txt", "2025-04-22")


@pytest.mark.vcr
@pytest.mark.parametrize("mode", ["json_schema", "tools", "json"])
def test_each_mode_gives_a_verdict_and_counts_what_it_took(mode: str) -> None:
    text = article(*RIVER)
    reading = asyncio.run(read(text, MODEL, mode=mode, tries=1))
    assert reading.model == MODEL
    assert reading.usage.input_tokens > 2_000
    assert reading.usage.output_tokens > 0
    assert reading.usage.cost is None, "the price of a model of one's own is not known, and never told as 0"
    assert reading.verdict.holds or reading.verdict.faults


@pytest.mark.vcr
def test_an_answer_cut_off_by_the_token_limit_is_told_as_such() -> None:
    with pytest.raises(AnswerCutOff, match="token") as caught:
        asyncio.run(read(article(*DEBT), MODEL, max_completion_tokens=120))
    assert caught.value.usage.output_tokens == 120
    assert caught.value.raw


@pytest.mark.vcr
def test_what_never_holds_is_a_failure_with_the_answer_and_the_faults() -> None:
    text = article(*DEBT)
    reading = asyncio.run(read(text, MODEL, tries=2))
    assert not reading.verdict.holds
    assert reading.usage.attempts == 2
    with pytest.raises(VerificationFailed) as caught:
        record_of(reading, text)
    assert caught.value.raw == reading.verdict.raw
    assert caught.value.faults


@pytest.mark.vcr
def test_blanket_evidence_is_refused_and_what_holds_may_be_kept() -> None:
    text = article(*HOSTAGES)
    reading = asyncio.run(read(text, MODEL, tries=1))
    assert "cites_no_blanket" in {fault.guard for fault in reading.verdict.faults}
    record = record_of(reading, text, keep_verified=True)
    assert record.refused
    assert "Free Highlands Army" in [party.name for party in record.parties]
    assert not record.proposals
    quotes = [entry for party in record.parties for entry in party.evidence]
    assert all(text.text[entry.start : entry.end] == entry.quote for entry in quotes)


@pytest.mark.vcr
def test_what_little_holds_of_an_answer_is_kept_and_the_rest_is_listed() -> None:
    text = article(*HOSTAGES)
    reading = asyncio.run(read(text, MODEL, tries=1))
    with pytest.raises(VerificationFailed):
        record_of(reading, text)
    record = record_of(reading, text, keep_verified=True)
    assert len(record.refused) > len(record.parties)
    assert not record.proposals
    assert not record.events
