"""The progress of a batch job on standard error: a line that is rewritten on a terminal, else one now and then."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from summariser.batch.standing import Standing, Watch, unwatched
from summariser.settings import terminal_is_dumb

__all__ = ["Shown", "amount", "duration", "line", "showing"]

_EVERY = 10.0
_BAR = 20
_CLEAR = "\r\x1b[K"


class Shown:
    """Writes where a run stands to `stream`; `rewriting` says that it is a terminal."""

    def __init__(self, stream: TextIO, *, rewriting: bool, every: float = _EVERY) -> None:
        self._stream = stream
        self._rewriting = rewriting
        self._every = every
        self._next = time.monotonic() + every
        self._told: str | None = None

    def __call__(self, standing: Standing) -> None:
        if standing.stopping == "interrupted" and self._told is None:
            self._told = standing.stopping
            self._say(f"finishing {standing.in_flight:,} in flight; Ctrl-C again to end at once")
        if self._rewriting:
            width = shutil.get_terminal_size().columns - 1
            self._stream.write(_CLEAR + f"{_bar(standing)} {line(standing)}"[:width])
        elif time.monotonic() >= self._next:
            self._next = time.monotonic() + self._every
            self._say(line(standing))
        self._stream.flush()

    def end(self) -> None:
        """Take the line away."""
        if self._rewriting:
            self._stream.write(_CLEAR)
            self._stream.flush()

    def _say(self, words: str) -> None:
        self._stream.write(f"{_CLEAR if self._rewriting else ''}summariser: {words}\n")


@contextmanager
def showing(*, quiet: bool) -> Iterator[Watch]:
    """Yield what a run may tell where it stands."""
    if quiet or sys.stderr is None:
        yield unwatched
        return
    shown = Shown(sys.stderr, rewriting=sys.stderr.isatty() and not terminal_is_dumb())
    try:
        yield shown
    finally:
        shown.end()


def line(standing: Standing) -> str:
    """Return where a run stands, in one line."""
    total = f"{standing.total:,}{'+' if standing.reading else ''}"
    parts = [f"{standing.total - standing.pending:,} of {total}", f"{standing.rate:.1f}/s"]
    parts += [f"{standing.failed:,} failed"] if standing.failed else []
    if standing.cost or standing.cost_before or standing.unpriced:
        parts.append(f"spent {amount(standing.cost_before + standing.cost, standing.unpriced)}")
    if (seconds := standing.seconds_to_come) is not None and standing.pending:
        money = f", {amount(standing.cost_to_come)}" if standing.cost_to_come else ""
        parts.append(f"{duration(seconds)}{money} to go")
    return ", ".join(parts)


def amount(dollars: float | None, unpriced: int = 0) -> str:
    """Return US dollars as people write them; `unpriced` answers have no price."""
    if dollars is None:
        return "unknown"
    digits = 2 if dollars >= 1 or dollars == 0 else 4
    return f"${dollars:,.{digits}f}" + (f" and {unpriced:,} answers without a price" if unpriced else "")


def duration(seconds: float) -> str:
    """Return a time as people say it: 42 s, 3 min, 2 h 5 min."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60:,} h {minutes % 60} min"


def _bar(standing: Standing) -> str:
    share = (standing.total - standing.pending) / standing.total if standing.total else 0.0
    filled = int(share * _BAR)
    return f"[{'#' * filled}{'.' * (_BAR - filled)}]"
