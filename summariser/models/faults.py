"""A fault: what is wrong with one value of a draft, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Fault"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold.

    `path` is where (`proposals[1].evidence`), `guard` the name of what found it, `message` what is wrong and what to
    do, in words that a model and a person can act on. A `doubt` is not refused: the guard could not decide, and the
    record carries it as a warning.
    """

    path: str
    guard: str
    message: str
    doubt: bool = False

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message
