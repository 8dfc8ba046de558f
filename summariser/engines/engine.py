"""What an engine is: it reads an article for a task, and answers with a verified reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from summariser.articles.article import Article
from summariser.models.record import Usage
from summariser.tasks.task import Task
from summariser.verification.verdict import Verdict

__all__ = ["Engine", "Progress", "Reading", "Watch", "unwatched"]


@dataclass(frozen=True, slots=True)
class Progress:
    """A sign of life of a slow engine: which try, of at most how many, tokens received in it, and what it is doing."""

    attempt: int
    attempts_allowed: int
    tokens: int
    doing: str


Watch = Callable[[Progress], None]


def unwatched(progress: Progress) -> None:
    """Watch nothing."""


@dataclass(frozen=True)
class Reading:
    """What an engine made of an article: its last answer with the verdict on it, and what that took.

    `model` is the name that the server gave. `prompt` is name and version of the templates, `prompt_digest` the first
    16 hexadecimal digits of the SHA-256 of what they hold; both None where no prompt was used.
    """

    verdict: Verdict
    usage: Usage
    model: str | None = None
    prompt: str | None = None
    prompt_digest: str | None = None
    warnings: tuple[str, ...] = ()


@runtime_checkable
class Engine(Protocol):
    """Anything that reads articles.

    `drops_refused` says that what verification refuses is taken out of the record, as for an engine that cannot be
    asked again; the pipeline owns what happens otherwise.
    """

    name: str
    drops_refused: bool

    async def read(self, article: Article, task: Task, watch: Watch = unwatched) -> Reading:
        """Return a reading of `article`. Raises EngineError where there is no answer at all."""
        ...
