"""Answers that no engine here gave: pasted from a chat window, or scripted for a test. Verified all the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from summariser.articles.article import Article
from summariser.engines.engine import Progress, Reading, Watch, unwatched
from summariser.errors import EngineError
from summariser.models.record import Usage
from summariser.tasks.task import Task
from summariser.verification.verify import verify

__all__ = ["ScriptedEngine", "given_reading"]


def given_reading(answer: str, article: Article, task: Task) -> Reading:
    """Return `answer` as a reading of `article`, with the verdict on it and nothing spent.

    What a chat window says around the one object ("Here is the record: ... Let me know!") is left out.
    """
    return Reading(verify(_without_talk(answer), article, task), Usage())


def _without_talk(answer: str) -> str:
    """An array stays one: what stands around the object has no bracket."""
    start, end = answer.find("{"), answer.rfind("}") + 1
    talk = answer[:start] + answer[end:]
    return answer if start < 0 or end <= start or "[" in talk or "]" in talk else answer[start:end]


class ScriptedEngine:
    """An engine for tests, in process: it gives the answers that it is handed, and asks itself again as a model would.

    `answers` are texts, or errors to raise, one for each try; or a function from article and task to a text. Where one
    does not hold, the next is taken, until they are used up: the last one is the reading.

        engine = ScriptedEngine(['{"summary": ...}'])
        record = summarise("...", engine=engine)
    """

    name = "scripted"
    drops_refused = False

    def __init__(
        self, answers: Sequence[str | EngineError] | Callable[[Article, Task], str], *, model: str = "script"
    ) -> None:
        self.answers = answers
        self.model = model
        self.seen: list[Article] = []
        """The articles that were read, in order."""

    async def read(self, article: Article, task: Task, watch: Watch = unwatched) -> Reading:
        """Return the first answer that holds, or the last. Raises the error whose turn comes."""
        self.seen.append(article)
        script: Sequence[Any] = [self.answers(article, task)] if callable(self.answers) else self.answers
        faults = 0
        for attempt, answer in enumerate(script, start=1):
            watch(Progress(attempt, len(script), 0, "answering"))
            if isinstance(answer, EngineError):
                raise answer
            verdict = verify(answer, article, task)
            if verdict.holds or attempt == len(script):
                usage = Usage(attempts=attempt, faults_mended=max(0, faults - len(verdict.faults)))
                return Reading(verdict, usage, model=self.model)
            faults += len(verdict.faults)
        raise EngineError("the scripted engine has no answers; give it at least one")
