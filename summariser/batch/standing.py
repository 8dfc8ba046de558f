"""Where a run stands: what a progress bar shows, and what is left to say at the end."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from summariser.batch.ledger import Counts, Reason, Spent
from summariser.batch.results import Copied, Done, Failed, Result, Skipped
from summariser.models.record import Usage

__all__ = ["Standing", "Watch", "unwatched"]


@dataclass
class Standing:
    """Counts of the job's articles, all runs together, and of this run: articles `settled`, answers `asked` and
    `cached`, money, time.

    `reading` says that archives are still being read, so that there will be more articles. `stopping` says why a run
    ends before its time, None while it goes on. `cost` is in US dollars; `unpriced` counts answers without a price.
    `broken` are sources that could not be read to their end, by kind.
    """

    done: int = 0
    failed: int = 0
    skipped: int = 0
    duplicate: int = 0
    pending: int = 0
    asked: int = 0
    cached: int = 0
    settled: int = 0
    in_flight: int = 0
    reading: bool = True
    stopping: str | None = None
    broken: dict[str, Reason] = field(default_factory=dict)
    cost: float = 0.0
    cost_before: float = 0.0
    unpriced: int = 0
    cost_to_come: float | None = None
    began: float = field(default_factory=time.monotonic)

    @classmethod
    def of(cls, counts: Counts, spent: Spent) -> Standing:
        """Return the standing at the beginning of a run."""
        return cls(
            counts.done,
            counts.failed,
            counts.skipped,
            counts.duplicate,
            counts.pending,
            cost_before=spent.cost or 0.0,
            unpriced=spent.unpriced,
        )

    def add(self, change: Counts) -> None:
        """Count what came in, and what takes the place of something else."""
        self.done += change.done
        self.failed += change.failed
        self.skipped += change.skipped
        self.duplicate += change.duplicate
        self.pending += change.pending

    def settle(self, result: Result) -> None:
        """Count a result."""
        match result:
            case Done():
                self.done += 1
            case Failed():
                self.failed += 1
            case Skipped():
                self.skipped += 1
            case Copied():
                self.duplicate += 1
            case _:
                return
        self.pending -= 1
        self.settled += 1
        if isinstance(result, Done | Failed):
            self.cached += result.cached
            self.asked += not result.cached

    def pay(self, usage: Usage) -> None:
        """Count what an article took."""
        self.cost += usage.cost or 0.0
        self.unpriced += usage.cost is None and usage.attempts > 0

    @property
    def total(self) -> int:
        return self.done + self.failed + self.skipped + self.duplicate + self.pending

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self.began

    @property
    def rate(self) -> float:
        """Articles settled a second in this run."""
        return self.settled / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_to_come(self) -> float | None:
        """Seconds to the end at this rate, None where that is not known yet."""
        return None if self.reading or not self.rate else self.pending / self.rate


Watch = Callable[[Standing], None]


def unwatched(standing: Standing) -> None:
    """Watch nothing."""
