"""How the recorded tests read: the engine with the settings that were recorded, against whichever endpoint is there."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from summariser.articles.article import Article
from summariser.engines.engine import Reading
from summariser.engines.llm.engine import LlmEngine
from summariser.models.record import NegotiationRecord
from summariser.pipeline.record import build_record
from summariser.settings import Settings
from summariser.tasks.negotiation import NEGOTIATION
from summariser.tasks.task import Task

ROOT = Path(__file__).parents[2]
RECORDING_ENDPOINT = os.environ.get("OPENAI_BASE_URL")
"""Read before the tests take the environment away; only a recording needs it."""


FIRST_PROMPT = replace(NEGOTIATION, prompt="negotiation/v1")
"""The task as it was asked when most of the answers were recorded."""


def article(path: str, published: str) -> Article:
    return Article((ROOT / path).read_text(encoding="utf-8"), date=date.fromisoformat(published))


async def read(text: Article, model: str, task: Task = FIRST_PROMPT, **settings: Any) -> Reading:
    """Return the engine's reading, without repeats of the transport: those would hide a mismatch with the cassette."""
    chosen = Settings(
        base_url=RECORDING_ENDPOINT or "http://127.0.0.1:9/v1",
        api_key="not-needed",
        model=model,
        **{"transport_retries": 0, "timeout": 1500, **settings},
    )
    async with LlmEngine(chosen) as engine:
        return await engine.read(text, task)


def record_of(reading: Reading, text: Article, *, keep_verified: bool = False) -> NegotiationRecord:
    record = build_record(reading, text, NEGOTIATION, "llm", keep_verified=keep_verified)
    assert isinstance(record, NegotiationRecord)
    return record
