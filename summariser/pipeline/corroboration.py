"""Corroboration: what a model claims is put to a second reading of the article, by the rules, who know no models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summariser.articles.article import Article
from summariser.engines.engine import Engine, Hinted
from summariser.errors import EngineError, SettingsError
from summariser.language.english import seems_english
from summariser.models.claims import Model
from summariser.models.faults import Fault
from summariser.tasks.negotiation import NEGOTIATION
from summariser.tasks.task import Task
from summariser.verification.second_reading import GUARD, not_borne_out

__all__ = ["SECOND", "check_corroborates", "check_second_reader", "needs_english", "with_second_reading"]

SECOND = "rules"
"""The engine that gives second readings: it costs nothing and is the same tomorrow."""
_NOBODY = (
    "cannot be put to a second reading: the article has hardly any running English, which is all that the rules read"
)


def check_corroborates(task: Task, engine: Engine | None = None) -> None:
    """Raise SettingsError where claims of `engine` for `task` cannot be corroborated: the second reader reads for
    another task, or is not independent. Nothing is asked of a task that wants none corroborated.
    """
    if not task.corroborated:
        return
    if task.draft is not NEGOTIATION.draft:
        raise SettingsError(
            f"corroboration is by the built-in rules, which read negotiations only, not the task {task.name!r}; "
            "leave out --corroborate"
        )
    if engine is not None and engine.name == SECOND:
        raise SettingsError(
            "the built-in rules cannot corroborate what they read themselves; have a model read (set SUMMARISER_MODEL, "
            "with OPENAI_API_KEY or OPENAI_BASE_URL), or leave out --corroborate"
        )
    if isinstance(engine, Hinted) and engine.first is not None:
        raise SettingsError(
            "a model that is shown what the rules read is no independent reader; unset SUMMARISER_HINTS, or leave out "
            "--corroborate"
        )


def needs_english(task: Task) -> bool:
    """Return whether an answer to `task` makes no record where the second reader cannot read the article."""
    return task.corroborated and task.strict


def check_second_reader(task: Task, article: Article) -> None:
    """Raise EngineError, before anything is spent, where no answer about the article could be let through."""
    if needs_english(task) and not seems_english(article.text):
        raise EngineError(f"what a model says of it {_NOBODY}; leave out --strict, or --corroborate")


def with_second_reading(task: Task, article: Article) -> Task:
    """Return the task with one more check of a draft: what a second reading of the article does not bear out is a
    doubt. `check_corroborates` must have let the task pass.
    """
    from summariser.engines.rules.engine import glanced  # noqa: PLC0415 (its lexicons are read on import)

    glance = glanced(article)

    def is_borne_out(draft: Model) -> Iterator[Fault]:
        if glance is None:
            yield Fault("", GUARD, _NOBODY, doubt=True)
        else:
            yield from not_borne_out(draft, glance.draft, claims=task.is_on_topic(draft))

    return replace(task, checks=(*task.checks, is_borne_out))
