"""The engine `rules`: no model, no network, deterministic, milliseconds an article."""

from __future__ import annotations

import time
from weakref import WeakKeyDictionary

from summariser.articles.article import Article
from summariser.engines.engine import Reading, Watch, unwatched
from summariser.engines.rules.drafting import Glance, glance_at
from summariser.errors import EngineError, SettingsError
from summariser.language.english import seems_english
from summariser.models.record import Usage
from summariser.tasks.negotiation import NEGOTIATION
from summariser.tasks.task import Task
from summariser.verification.verify import verify

__all__ = ["RulesEngine", "glanced"]

_BEGUN: WeakKeyDictionary[Article, Glance] = WeakKeyDictionary()
"""What was read of articles that triage kept, until the engine reads them or they are dropped."""


def glanced(article: Article) -> Glance | None:
    """Return what the rules read in an article, None where it is not in English, which is all that they know.

    An engine that reads the same article next need not draft it again.
    """
    glance = _glance(article)
    if glance is not None:
        _BEGUN[article] = glance
    return glance


def _glance(article: Article) -> Glance | None:
    begun = _BEGUN.pop(article, None)
    return begun or (glance_at(article) if seems_english(article.text) else None)


class RulesEngine:
    """Reads negotiations by rules. What verification refuses of its draft is dropped: rules cannot be asked again."""

    name = "rules"
    drops_refused = True
    reads_english_alone = True

    def check_task(self, task: Task) -> None:
        """Raise SettingsError for any task but the built-in negotiation."""
        if task.draft is not NEGOTIATION.draft:
            raise SettingsError(
                f"the engine 'rules' reads negotiations only, not the task {task.name!r}; use a model for it: "
                "set SUMMARISER_MODEL (and OPENAI_BASE_URL, OPENAI_API_KEY) or pass --engine llm"
            )

    async def read(self, article: Article, task: Task, watch: Watch = unwatched) -> Reading:
        """Return the reading. Raises SettingsError for any task but the built-in negotiation, EngineError for a text
        that has no running English: "no negotiation" would be said of what nobody has read.
        """
        self.check_task(task)
        started = time.perf_counter()
        glance = _glance(article)
        if glance is None:
            raise EngineError(
                "the article has hardly any running English, which is all that the built-in rules read: it is a table, "
                "or in another language; have a model read it: set SUMMARISER_MODEL, with OPENAI_API_KEY or "
                "OPENAI_BASE_URL"
            )
        verdict = verify(glance.draft.model_dump_json(), article, task)
        return Reading(verdict, Usage(attempts=1, cost=0.0, seconds=time.perf_counter() - started))
