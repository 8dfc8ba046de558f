"""The archives' way into the job: a thread that reads them, batch by batch, and notes how far it has come."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence

from summariser.archives.items import Item
from summariser.archives.reading import Source, breaks_off, read_source, sources_of
from summariser.batch.job import Job
from summariser.batch.options import Options

__all__ = ["Intake", "Told", "take_up"]

_BATCH = 64
_CHARACTERS = 1_000_000
"""A batch ends with whichever comes first, so that long articles fill no memory either."""
_PATIENCE = 2.0
"""Seconds that a batch may still take once it is to stop; a source that hangs is left to itself."""
Told = Callable[[int, int], None]
"""Hears of each batch: how many articles came in, and how many items were none, below 0 where they are tried again."""


def take_up(job: Job, options: Options) -> None:
    """Make pending again what is to be tried once more; what was no article, `Intake` reads once more."""
    if options.retry_failed:
        job.reset_failed()
    if options.retry_skipped:
        job.reset_skipped()


class Intake:
    """Reads the sources that the job does not hold yet."""

    def __init__(self, job: Job, names: Sequence[str], options: Options) -> None:
        self._job = job
        self._names = names
        self._options = options
        self._stop = threading.Event()
        self._give_up: Callable[[], None] | None = None

    def stop(self) -> None:
        """Read no further than the batch that is being read. To be called in the event loop."""
        if self._give_up and not self._stop.is_set():
            asyncio.get_running_loop().call_later(_PATIENCE, self._give_up)
        self._stop.set()

    async def read(self, told: Told) -> None:
        """Read all sources in a thread of its own; `told` is called in the event loop.

        Raises ArticleError for a source that is not there, and JobError.
        """
        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()

        def settle(error: BaseException | None) -> None:
            if not done.done():
                done.set_exception(error) if error else done.set_result(None)

        def tell(pending: int, skipped: int) -> None:
            loop.call_soon_threadsafe(told, pending, skipped)

        def work() -> None:
            error: BaseException | None = None
            try:
                self.read_all(tell)
            except BaseException as raised:  # noqa: BLE001 (raised again where it is awaited)
                error = raised
            if not loop.is_closed():
                loop.call_soon_threadsafe(settle, error)

        self._give_up = lambda: settle(None)
        # A daemon: a source that hangs must not keep the process from ending.
        threading.Thread(target=work, name="intake", daemon=True).start()
        try:
            await done
        finally:
            self._stop.set()

    def read_all(self, told: Told) -> None:
        """Read all sources here and now."""
        for source in sources_of(self._names):
            if self._stop.is_set():
                return
            self._read_source(source, told)

    def _read_source(self, source: Source, told: Told) -> None:
        options, state = self._options, self._job.source(source.name, source.fingerprint)
        if options.retry_skipped and (again := self._job.forget_skips(state.id)):
            told(0, -again)
            state = self._job.source(source.name, source.fingerprint)
        if state.finished:
            return
        if self._job.forget_break(state.id, source.key):
            told(0, -1)
        first = state.items
        items = read_source(
            source, options.fields, start=first, least_words=options.least_words, encoding=options.encoding
        )
        for batch in _batches(items):
            broken = breaks_off(batch[-1], source)
            whole = batch[:-1] if broken else batch
            added = self._job.add(state.id, whole, first)
            first += len(whole)
            told(len(added), sum(item.skip is not None for item in whole))
            if broken:
                told(0, int(self._job.break_off(state.id, batch[-1])))
            if broken or self._stop.is_set():
                return
        self._job.finish_source(state.id)


def _batches(items: Iterator[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(item.article.text) if item.article else 0
        if len(batch) >= _BATCH or characters >= _CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
