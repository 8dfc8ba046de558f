"""What an engine is: it reads an article for a task, and answers with a verified reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from summariser.articles.article import Article
from summariser.models.record import Usage
from summariser.tasks.task import Task
from summariser.verification.verdict import Verdict

__all__ = ["Choosy", "Engine", "Gate", "Hinted", "Paced", "Progress", "Reading", "Watch", "unwatched"]


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


class Gate(Protocol):
    """What each request to an endpoint passes, so that whoever has many articles sets the pace."""

    async def enter(self, characters: int) -> int:
        """Wait until a request of so many characters may be sent; return the tokens that were set aside for it."""
        ...

    def leave(
        self, aside: int, *, tokens: int | None = None, pushed_back: bool = False, wait: float | None = None
    ) -> None:
        """Hear that the request is over: the tokens that it took, where they are known; whether the endpoint pushed
        back (too many requests, overload, time-out), and the seconds that it asked to wait."""
        ...


@runtime_checkable
class Paced(Protocol):
    """An engine whose requests pass a gate."""

    def pace_by(self, gate: Gate | None) -> None:
        """Send each request through `gate` from now on; None: at once."""
        ...


@runtime_checkable
class Choosy(Protocol):
    """An engine that does not read for every task."""

    def check_task(self, task: Task) -> None:
        """Raise SettingsError where the engine does not read for `task`."""
        ...


@runtime_checkable
class Hinted(Protocol):
    """An engine that may be shown what another one read in the article, to start from: `first`, None for nobody."""

    first: Engine | None


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
