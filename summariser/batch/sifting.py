"""What need not be asked about: articles that report no negotiation, those that the engine cannot read, and copies of
articles that were seen before.
"""

from __future__ import annotations

from collections.abc import Sequence

from summariser.articles.article import Article
from summariser.batch.duplicates import Sketch, is_copy, sketch_of
from summariser.batch.job import Job, Waiting
from summariser.batch.options import Copies
from summariser.batch.results import Copied, Skipped
from summariser.engines.engine import Engine
from summariser.errors import SettingsError
from summariser.language.english import seems_english
from summariser.pipeline.corroboration import needs_english
from summariser.tasks.negotiation import NEGOTIATION
from summariser.tasks.task import Task

__all__ = ["NO_NEGOTIATION", "Sifter"]

NO_NEGOTIATION = "no_negotiation"
"""The kind of what triage skips."""


NOT_ENGLISH = "not_english"
"""The kind of what an engine that reads English alone skips: it would fail, and fail again."""
_WHY_NOT_ENGLISH = (
    "it has hardly any running English, which is all that the built-in rules read: a table, or another language"
)


class Sifter:
    """Goes over the pending articles of a job in order, for an engine. Raises SettingsError for triage of another
    task.
    """

    def __init__(self, job: Job, task: Task, engine: Engine, *, triage: bool, copies: Copies) -> None:
        self._english_alone = getattr(engine, "reads_english_alone", False) or needs_english(task)
        if triage and task.draft is not NEGOTIATION.draft:
            raise SettingsError(f"--triage knows negotiations only, not the task {task.name!r}; leave it out")
        self._job = job
        self._triage = triage
        self._copies = copies

    def sift(self, batch: Sequence[Waiting]) -> tuple[list[Waiting], list[Skipped | Copied]]:
        """Return which articles are to be read, and what became of the others, which the job has stored."""
        settled: list[Skipped | Copied] = []
        worth = [waiting for waiting in batch if not self._skipped(waiting, settled)]
        unlike = self._originals(worth, settled) if self._copies != "off" else list(worth)
        if settled:
            self._job.store_many(settled)
        return unlike, settled

    def _skipped(self, waiting: Waiting, settled: list[Skipped | Copied]) -> bool:
        if self._english_alone and not seems_english(waiting.article.text):
            settled.append(Skipped(waiting.id, NOT_ENGLISH, _WHY_NOT_ENGLISH))
        elif self._triage and (reason := why_not(waiting.article)):
            settled.append(Skipped(waiting.id, NO_NEGOTIATION, reason))
        else:
            return False
        return True

    def _originals(self, batch: Sequence[Waiting], settled: list[Skipped | Copied]) -> list[Waiting]:
        originals = []
        with self._job.sketches() as sketches:
            for waiting in batch:
                text = waiting.article.text
                sketch = self._sketch(waiting.article)
                close = (other for other in sketches.similar(sketch, waiting.id) if self._same(text, other))
                original = next(close, None)
                if original is None:
                    sketches.add(waiting.id, sketch)
                    originals.append(waiting)
                else:
                    settled.append(Copied(waiting.id, original))
        return originals

    def _sketch(self, article: Article) -> Sketch:
        """Return the sketch; of a text too short for one, or where copies are exact, the text's digest is all of it."""
        sketch = sketch_of(article.text) if self._copies == "near" else None
        return sketch or Sketch((int(article.id, 16) >> 1,), bytes(64))

    def _same(self, text: str, other: int) -> bool:
        other_text = self._job.article(other).text
        return text == other_text or (self._copies == "near" and is_copy(text, other_text))


def why_not(article: Article) -> str | None:
    """Return why the rules are sure that an article reports no negotiation; None where they find one or leave it open,
    and where they cannot read it: they know English alone.
    """
    from summariser.engines.rules.engine import glanced  # noqa: PLC0415 (its lexicons are read on import)

    glance = glanced(article)
    if glance is None or glance.is_open:
        return None
    return f"the rules read no negotiation in it: {glance.draft.summary.headline}"
