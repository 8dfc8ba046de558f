"""Ways to ask a small model for one article's record, from one bare call to the product's own prompt with hints.

Each takes a Call, which makes one request, and returns the answer's text. All answers are held to the same schema.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from summariser import NEGOTIATION, Article
from summariser.engines.llm.hints import hints_of
from summariser.engines.rules.engine import RulesEngine
from summariser.prompting.render import asked_schema, delimited, render

Messages = list[dict[str, str]]
Variant = Callable[["Call", Article], str]

_BARE = "Extract the negotiation that this news article reports, as JSON. Evidence is the numbers of the sentences.\n\n"
_FIRST = ("summary", "parties")


class Call(Protocol):
    """One request: messages, and the schema that the answer is held to; returns the answer's text."""

    def __call__(self, messages: Messages, schema: dict[str, Any] = NEGOTIATION.draft_schema) -> str: ...


def bare(call: Call, article: Article) -> str:
    """One call with the schema and a sentence: what one would write without this package."""
    known = {"Title": article.title, "Published": article.date}
    head = "".join(f"{name}: {value}\n" for name, value in known.items() if value)
    sentences = "\n".join(f"[{sentence.number}] {delimited(sentence.text)}" for sentence in article.sentences)
    return call([{"role": "user", "content": f"{_BARE}{head}{sentences}"}])


def first_prompt(call: Call, article: Article) -> str:
    """The prompt v1."""
    return call(render(article, replace(NEGOTIATION, prompt="negotiation/v1")).messages)


def prompt(call: Call, article: Article) -> str:
    """The prompt of today, as the product sends it."""
    return call(render(article, NEGOTIATION).messages)


def hints(call: Call, article: Article) -> str:
    """The prompt of today with what the rules read in the article, as `SUMMARISER_HINTS=rules` sends it."""
    offered, _ = asyncio.run(hints_of(RulesEngine(), article, NEGOTIATION))
    return call(render(article, NEGOTIATION, offered).messages)


def staged(call: Call, article: Article) -> str:
    """Two calls: what it is about and the parties, then the claims, given the parties."""
    messages = render(article, NEGOTIATION).messages
    names = list(NEGOTIATION.draft.model_fields)
    rest = [name for name in names if name not in _FIRST]
    now = f"First only {' and '.join(_FIRST)}."
    messages = [*messages[:-1], {**messages[-1], "content": f"{messages[-1]['content']}\n\n{now}"}]
    parties = call(messages, _part(_FIRST))
    then = f"Now {', '.join(rest)}, which refer to these parties."
    again = [*messages, {"role": "assistant", "content": parties}, {"role": "user", "content": then}]
    return json.dumps({**json.loads(parties), **json.loads(call(again, _part(rest)))}, ensure_ascii=False)


def evidence_last(call: Call, article: Article) -> str:
    """The prompt v3, which is v2 with evidence as the last field of each claim: write, then point."""
    task = replace(NEGOTIATION, prompt="negotiation/v3")
    return call(render(article, task).messages, asked_schema(task))


VARIANTS: dict[str, Variant] = {
    "bare": bare,
    "prompt-v1": first_prompt,
    "prompt": prompt,
    "hints": hints,
    "staged": staged,
    "evidence-last": evidence_last,
}


def _part(names: Any) -> dict[str, Any]:
    schema = NEGOTIATION.draft_schema
    return {**schema, "properties": {name: schema["properties"][name] for name in names}, "required": list(names)}
