"""What became of an article, as values that a job stores."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summariser.batch.outcome import Outcome
from summariser.errors import SummariserError
from summariser.models.record import Record

__all__ = ["Copied", "Done", "Failed", "Result", "Skipped", "Unsettled", "kind_of", "result_of"]


@dataclass(frozen=True, slots=True)
class Done:
    """It has a record. `cached` says that its answer came from the cache, so that nothing was spent now."""

    article_id: int
    record: Record
    cached: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """It has none, and the error says why."""

    article_id: int
    error: SummariserError
    cached: bool = False


@dataclass(frozen=True, slots=True)
class Unsettled:
    """It stays pending: the error (a wrong key, a dead endpoint) is not the article's own. What was spent counts."""

    article_id: int
    error: SummariserError


@dataclass(frozen=True, slots=True)
class Skipped:
    """It is not worth asking about: `kind` is a word, `detail` a sentence."""

    article_id: int
    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Copied:
    """It is a copy of another article of the job, whose record holds for it too."""

    article_id: int
    same_as: int


Result = Done | Failed | Unsettled | Skipped | Copied


def result_of(article_id: int, outcome: Outcome) -> Done | Failed:
    """Return an outcome as the result of the article with that id."""
    if outcome.record is not None:
        return Done(article_id, outcome.record, outcome.cached)
    assert outcome.error is not None, "an outcome is a record or an error"
    return Failed(article_id, outcome.error, outcome.cached)


def kind_of(error: SummariserError) -> str:
    """Return the kind of an error as one word: AnswerCutOff is answer_cut_off."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(error).__name__).lower()
