"""Hints: what another engine read in the article, for a model to start from instead of from nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summariser.errors import EngineError, SettingsError
from summariser.verification.salvage import salvage

if TYPE_CHECKING:
    from summariser.articles.article import Article
    from summariser.engines.engine import Engine
    from summariser.tasks.task import Task

__all__ = ["hints_of"]


async def hints_of(engine: Engine, article: Article, task: Task) -> tuple[str | None, tuple[str, ...]]:
    """Return what holds of the engine's own answer, as compact JSON in the form of an answer, and warnings.

    None, with a warning that says why, where it has no answer.
    """
    without = f"read without hints of the engine {engine.name!r}"
    try:
        reading = await engine.read(article, task)
    except SettingsError:
        return None, (f"{without}, which does not read for the task {task.name!r}",)
    except EngineError as error:
        return None, (f"{without}: {error}",)
    draft = reading.verdict.draft
    if not reading.verdict.holds:
        draft = salvage(reading.verdict, article, task).draft
    if draft is None:
        return None, (f"{without}: nothing of its answer holds",)
    answer = _as_answered(draft.model_dump(mode="json"))
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")), ()


def _as_answered(value: Any) -> Any:
    """Return the value with each citation as the bare number that a model answers."""
    if isinstance(value, list):
        return [_as_answered(item) for item in value]
    if isinstance(value, dict):
        if value.keys() >= {"number", "quote"}:
            return value["number"]
        return {name: _as_answered(item) for name, item in value.items()}
    return value
