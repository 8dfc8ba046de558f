"""What verification says of one answer."""

from __future__ import annotations

from dataclasses import dataclass

from summariser.models.claims import Model
from summariser.models.faults import Fault

__all__ = ["Verdict"]


@dataclass(frozen=True)
class Verdict:
    """An answer and what is wrong with it.

    `raw` is the answer as the engine gave it, unchanged. `draft` is it parsed, None where its form is wrong. `faults`
    are what must be mended, `doubts` what a guard could not decide.
    """

    raw: str
    draft: Model | None
    faults: tuple[Fault, ...] = ()
    doubts: tuple[Fault, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the draft can be passed off as good."""
        return self.draft is not None and not self.faults
