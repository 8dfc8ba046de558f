"""Signs of life while a slow model answers: one line on a terminal, rewritten as time passes, gone at the end."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from summariser.engines.engine import Progress, Watch, unwatched
from summariser.report.plain import plain
from summariser.settings import terminal_is_dumb

__all__ = ["Ticker", "watching"]

_CLEAR = "\r\x1b[K"


class Ticker:
    """Shows the latest Progress and the seconds that have passed, from `patience` seconds on."""

    def __init__(self, stream: TextIO, *, patience: float = 0.5, every: float = 0.25) -> None:
        self._stream = stream
        self._patience = patience
        self._every = every
        self._latest: Progress | None = None
        self._began = time.monotonic()
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._tick, daemon=True)

    def __call__(self, progress: Progress) -> None:
        self._latest = progress

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._done.set()
        self._thread.join()

    def line(self) -> str:
        """Return what is shown now."""
        parts = [f"{time.monotonic() - self._began:.0f} s"]
        if self._latest:
            progress = self._latest
            if progress.attempts_allowed > 1:
                parts.append(f"try {progress.attempt} of {progress.attempts_allowed}")
            parts += [f"{progress.tokens:,} tokens"] if progress.tokens else []
            parts.append(plain(progress.doing))
        return ", ".join(parts)

    def _tick(self) -> None:
        if self._done.wait(self._patience):
            return
        while True:
            self._stream.write(_CLEAR + self.line()[: shutil.get_terminal_size().columns - 1])
            self._stream.flush()
            if self._done.wait(self._every):
                break
        self._stream.write(_CLEAR)
        self._stream.flush()


@contextmanager
def watching(*, quiet: bool) -> Iterator[Watch]:
    """Yield what an engine may report its progress to; it is shown only where standard error is a terminal."""
    if quiet or not sys.stderr.isatty() or terminal_is_dumb():
        yield unwatched
        return
    ticker = Ticker(sys.stderr)
    ticker.start()
    try:
        yield ticker
    finally:
        ticker.stop()
