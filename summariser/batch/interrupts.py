"""Ctrl-C within asyncio: the first asks to finish, the second to end at once."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

__all__ = ["interruptible"]

_SIGNALS = [signal.SIGINT, signal.SIGTERM]


@contextmanager
def interruptible(interrupted: Callable[[], None]) -> Iterator[None]:
    """Call `interrupted` in the event loop at each SIGINT and SIGTERM, as long as the context lasts.

    Signals reach the main thread alone: elsewhere this changes nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = asyncio.get_running_loop()
    before = {number: signal.getsignal(number) for number in _SIGNALS}

    def handle(number: int, frame: Any) -> None:
        loop.call_soon_threadsafe(interrupted)

    for number in _SIGNALS:
        try:
            loop.add_signal_handler(number, interrupted)
        except NotImplementedError:
            # Windows: the handler runs between two steps of the loop, which a timer of the caller keeps turning.
            signal.signal(number, handle)
    try:
        yield
    finally:
        for number in _SIGNALS:
            with suppress(NotImplementedError):
                loop.remove_signal_handler(number)
            if before[number] is not None:
                signal.signal(number, before[number])
