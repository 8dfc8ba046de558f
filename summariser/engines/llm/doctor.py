"""The doctor: is the endpoint there, does the key work, which modes work, and what would an article cost."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, get_args

from pydantic import Field

from summariser.engines.llm.modes import first_request
from summariser.engines.llm.outcomes import KeyRefused, answer_of
from summariser.engines.llm.pricing import Tally, cost_of
from summariser.errors import EngineError, RequestRefused
from summariser.models.claims import Model
from summariser.settings import Mode
from summariser.tasks.task import Task
from summariser.verification.answer import parse_object, validate

if TYPE_CHECKING:
    import httpx2

    from summariser.engines.llm.client import Client
    from summariser.models.record import Usage
    from summariser.settings import Settings

__all__ = ["ARTICLE_TOKENS", "Finding", "probe"]

ARTICLE_TOKENS = (3500, 1500)
"""Tokens in and out for an article of 450 words, prompt and schema included: what the price is told for."""

_LIMIT = 200
"""Tokens that a probe's answer may have: enough for its two fields, and for a model that chats."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    `check` is "endpoint", "key", "model", "price", or "mode json_schema" and so on. `works` is None where it cannot be
    told. `says` is for people. `usage` is what the check took, where it asked the model.
    """

    check: str
    works: bool | None
    says: str
    usage: Usage | None = None


class Sum(Model):
    """A sum and its result."""

    sum: Annotated[str, Field(max_length=40)]
    result: Annotated[int, Field(ge=0, le=99)]


_TASK = Task(name="probe", version="v1", draft=Sum, subject="a sum")
_MESSAGES = [
    {"role": "system", "content": 'Answer with one compact JSON object and nothing else: {"sum": text, "result": int}'},
    {"role": "user", "content": "What is 3 + 4?"},
]


async def probe(settings: Settings, *, http_client: httpx2.AsyncClient | None = None) -> list[Finding]:
    """Return what was found at the endpoint, in the order in which to read it.

    Asks the model once in each mode, for a few tokens, and repeats nothing. Failures are findings, not exceptions; only
    SettingsError is raised, where no model is configured.
    """
    from summariser.engines.llm.client import Client  # noqa: PLC0415 (it imports openai)

    few = min(_LIMIT, settings.max_completion_tokens)
    client = Client(replace(settings, transport_retries=0, max_completion_tokens=few), http_client=http_client)
    findings: list[Finding] = []
    try:
        await _examine(client, findings)
    except KeyRefused as error:
        findings.append(Finding("key", False, str(error)))
    finally:
        await client.aclose()
    return findings


async def _examine(client: Client, findings: list[Finding]) -> None:
    """Add to `findings` one by one. Raises KeyRefused, after which nothing more can be found."""
    settings = client.settings
    findings.append(await _endpoint(client))
    if findings[0].works is False:
        return
    tally = Tally(settings.base_url)
    modes = [await _mode(client, mode, tally) for mode in get_args(Mode)]
    if tally.model:
        findings += [Finding("key", True, "the key is taken, or none is needed"), _model(settings, tally)]
    findings += modes
    if tally.model:
        findings.append(_price(settings, tally))


async def _endpoint(client: Client) -> Finding:
    where, model = client.settings.base_url, client.settings.model
    try:
        listed = await client.models()
    except KeyRefused:
        raise
    except RequestRefused as error:
        # Some endpoints list no models and answer all the same.
        return Finding("endpoint", None, f"{where} lists no models: {error}")
    except EngineError as error:
        return Finding("endpoint", False, str(error))
    there = "among them" if model in listed else f"{model!r} not among them: {', '.join(listed[:8])}"
    return Finding("endpoint", True, f"{where} answers and lists {len(listed)} models, {there}")


async def _mode(client: Client, mode: Mode, total: Tally) -> Finding:
    check, tally = f"mode {mode}", Tally(client.settings.base_url, attempts=1)
    try:
        completion = await client.complete(first_request(_MESSAGES, _TASK, mode))
        for each in (tally, total):
            each.add_reply(completion)
        text = answer_of(completion, client.settings)
    except KeyRefused:
        raise
    except EngineError as error:
        return Finding(check, False, str(error), tally.usage())
    value, faults = parse_object(text)
    draft, faults = validate(value, Sum) if value is not None else (None, faults)
    if draft is None:
        return Finding(check, False, f"the answer does not fit: {'; '.join(map(str, faults))}", tally.usage())
    called = mode != "tools" or completion.choices[0].message.tool_calls
    says = f"works: {json.dumps(draft.model_dump())}" if called else "the answer fits, but comes without the tool call"
    return Finding(check, True, says, tally.usage())


def _model(settings: Settings, tally: Tally) -> Finding:
    asked = "" if tally.model == settings.model else f", asked for as {settings.model!r}"
    return Finding("model", True, f"the server calls its model {tally.model!r}{asked}")


def _price(settings: Settings, tally: Tally) -> Finding:
    read, written = ARTICLE_TOKENS
    cost = cost_of(tally.model, settings.base_url, read, 0, written)
    tokens = f"an article of 450 words takes about {read:,} tokens in and {written:,} out"
    if cost is None:
        return Finding("price", None, f"{tokens}; the price of {tally.model!r} is not known")
    return Finding("price", True, f"{tokens}: {cost:.4f} US dollars at list price")
