"""Ctrl-C within asyncio: the first asks to finish, the second to end at once."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

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

    for number in _SIGNALS:
        loop.add_signal_handler(number, interrupted)
    try:
        yield
    finally:
        for number in _SIGNALS:
            loop.remove_signal_handler(number)
            if before[number] is not None:
                signal.signal(number, before[number])
