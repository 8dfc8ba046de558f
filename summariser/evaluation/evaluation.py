"""An evaluation: the scores of many articles, their totals, and how sure those are. It is kept as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from summariser.errors import GoldError
from summariser.evaluation.counts import Count, Interval, intervals, total
from summariser.evaluation.gold import Gold
from summariser.evaluation.scoring import Score, score
from summariser.tasks.task import Task

__all__ = ["Evaluation", "evaluate"]

_FORM = 1


@dataclass(frozen=True)
class Evaluation:
    """The scores of an engine's records, one for each gold entry, in the order of the gold.

    `engine` says what made the records. `tokens` is input and output tokens of all tries, None where none were counted.
    """

    engine: str
    scores: Sequence[Score]
    tokens: tuple[int, int] | None = None

    @property
    def totals(self) -> dict[str, Count]:
        """Counts over all articles, by slot."""
        return total([score.counts for score in self.scores])

    @property
    def off_topic(self) -> list[Score]:
        """The articles that are not about the task's subject."""
        return [score for score in self.scores if not score.on_topic]

    @property
    def false_alarms(self) -> list[str]:
        """Names of the articles off the topic that have a record on it."""
        return [score.name for score in self.off_topic if score.called]

    @property
    def overlooked(self) -> list[str]:
        """Names of the articles on the topic whose record says that they are not."""
        return [score.name for score in self.scores if score.on_topic and score.called is False]

    @property
    def without_record(self) -> list[str]:
        """Names of the articles that have no record."""
        return [score.name for score in self.scores if score.called is None]

    def intervals(self, seed: int = 0) -> dict[str, Interval]:
        """Return the 95 % interval of each slot's F1 under another choice of articles."""
        return intervals([score.counts for score in self.scores], seed=seed)

    def as_json(self) -> dict[str, Any]:
        """Return all of it as JSON, with the figures that follow from the counts."""
        spans = self.intervals()
        slots = {
            slot: {
                "right": count.right, "given": count.given, "expected": count.expected,
                "precision": count.precision, "recall": count.recall, "f1": count.f1, "interval": spans.get(slot),
            }
            for slot, count in self.totals.items()
        }  # fmt: skip
        return {
            "form": _FORM,
            "engine": self.engine,
            "articles": len(self.scores),
            "tokens": self.tokens,
            "slots": slots,
            "off_topic": len(self.off_topic),
            "false_alarms": self.false_alarms,
            "overlooked": self.overlooked,
            "without_record": self.without_record,
            "scores": [asdict(score) for score in self.scores],
        }

    @classmethod
    def load(cls, path: Path) -> Evaluation:
        """Return the evaluation that a file holds. Raises GoldError where it holds none."""
        try:
            value = json.loads(path.read_text(encoding="utf-8"))
            if value["form"] != _FORM:
                raise GoldError(f"{str(path)!r} is an evaluation of form {value['form']!r}; this version reads {_FORM}")
            scores = [
                Score(**{**one, "counts": {slot: Count(**count) for slot, count in one["counts"].items()}})
                for one in value["scores"]
            ]
            tokens = value["tokens"]
            return cls(value["engine"], scores, tuple(tokens) if tokens else None)
        except OSError as error:
            raise GoldError(f"cannot read the evaluation {str(path)!r}: {error.strerror}") from error
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise GoldError(
                f"{str(path)!r} is no evaluation; make one with: summariser evaluate GOLD --format json -o FILE"
            ) from error


def evaluate(
    gold: Iterable[Gold],
    records: Mapping[str, Mapping[str, Any] | None],
    task: Task,
    *,
    engine: str = "",
    tokens: tuple[int, int] | None = None,
) -> Evaluation:
    """Hold records, as JSON and by the id of their article, against gold; an entry without a record has missed all."""
    scores = [score(entry, records.get(entry.article.id), task) for entry in gold]
    return Evaluation(engine, scores, tokens)
