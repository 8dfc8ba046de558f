"""The archives' way into the job: a thread that reads them, batch by batch, and notes how far it has come.

Sources that are not as they were when they were read come first, before any article is asked about: what has another
text by now must not be in flight with the old one.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from functools import partial

from summariser.archives.items import Item
from summariser.archives.reading import Source, breaks_off, check_fields, read_source, sources_of
from summariser.batch.job import Counts, Job, SourceState
from summariser.batch.ledger import Reason
from summariser.batch.options import Options
from summariser.batch.status import changed
from summariser.errors import ArticleError

__all__ = ["Intake", "Told", "take_up"]

_BATCH = 64
_CHARACTERS = 1_000_000
"""A batch ends with whichever comes first, so that long articles fill no memory either."""
_PATIENCE = 2.0
"""Seconds that a batch may still take once it is to stop; a source that hangs is left to itself."""
Told = Callable[[Counts], None]
"""Hears of each batch how the counts of articles change."""
_Add = Callable[[int, Sequence[Item], int], Counts]
"""Takes items of a source into the job, of which the first is at that place, and returns what that changes."""


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
        self._renewed: set[str] = set()
        self.broken: dict[str, Reason] = {}
        """How many sources could not be read to their end, by kind, and why the first."""

    def stop(self) -> None:
        """Read no further than the batch that is being read. To be called in the event loop."""
        if self._give_up and not self._stop.is_set():
            asyncio.get_running_loop().call_later(_PATIENCE, self._give_up)
        self._stop.set()

    async def renew(self, told: Told) -> None:
        """Do `renew_all` in a thread of its own; `told` is called in the event loop.

        Raises ArticleError for a source that is not there, and JobError.
        """
        await self._in_thread(self.renew_all, told)

    async def read(self, told: Told) -> None:
        """Do `read_all` in a thread of its own, as `renew` does."""
        await self._in_thread(self.read_all, told)

    async def _in_thread(self, reading: Callable[[Told], None], told: Told) -> None:
        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()

        def settle(error: BaseException | None) -> None:
            if not done.done():
                done.set_exception(error) if error else done.set_result(None)

        def tell(change: Counts) -> None:
            loop.call_soon_threadsafe(told, change)

        def work() -> None:
            error: BaseException | None = None
            try:
                reading(tell)
            except BaseException as raised:  # noqa: BLE001 (raised again where it is awaited)
                error = raised
            if not loop.is_closed():
                loop.call_soon_threadsafe(settle, error)

        self._give_up = lambda: settle(None)
        # A daemon: a source that hangs must not keep the process from ending.
        threading.Thread(target=work, name="intake", daemon=True).start()
        try:
            await done
        except BaseException:
            self._stop.set()
            raise

    def renew_all(self, told: Told, *, done_too: bool | None = None) -> None:
        """Read again, here and now, the sources that are not as they were: what has changed takes the old one's place.

        `done_too`, whether what has a record does so too; by default what the options say. Raises ArticleError, before
        anything is read, where the options name a column that no row has.
        """
        check_fields(self._to_be_read(), self._options.fields, self._options.encoding)
        done_too = self._options.retry_changed if done_too is None else done_too
        renew = partial(self._job.renew, done_too=done_too)
        if not any(self._job.rows("SELECT 1 FROM sources LIMIT 1")):
            return
        for source in sources_of(self._names):
            if self._stop.is_set():
                return
            state = self._job.known_source(source.name, source.fingerprint)
            if state and (state.outdated or (done_too and changed(self._job, state.id))):
                self._renewed.add(source.name)
                told(Counts(skipped=-self._job.read_again(state.id)))
                self._read_source(source, replace(state, items=0), told, renew)

    def _to_be_read(self) -> Iterator[Source]:
        # Most runs name no columns, and then no source is asked for.
        if all(name is None for part, name in asdict(self._options.fields).items() if part != "text"):
            return
        for source in sources_of(self._names):
            state = self._job.known_source(source.name, source.fingerprint)
            if state is None or state.outdated or not state.finished or self._options.retry_skipped:
                yield source

    def read_all(self, told: Told) -> None:
        """Read what is not yet in the job, here and now."""
        for source in sources_of(self._names):
            if self._stop.is_set():
                return
            if source.name in self._renewed:
                continue
            state = self._job.source(source.name, source.fingerprint)
            if self._options.retry_skipped and (again := self._job.forget_skips(state.id)):
                told(Counts(skipped=-again))
                state = self._job.source(source.name, source.fingerprint)
            # What has changed since `renew_all` looked at it waits for the next run.
            if not (state.finished or state.outdated):
                self._read_source(source, state, told, self._add)

    def _add(self, source_id: int, items: Sequence[Item], first: int) -> Counts:
        added = self._job.add(source_id, items, first)
        return Counts(pending=len(added), skipped=sum(item.skip is not None for item in items))

    def _read_source(self, source: Source, state: SourceState, told: Told, add: _Add) -> None:
        options = self._options
        if self._job.forget_break(state.id, source.key):
            told(Counts(skipped=-1))
        first = state.items
        items = read_source(
            source, options.fields, start=first, least_words=options.least_words, encoding=options.encoding
        )
        for batch in _batches(items):
            broken = breaks_off(batch[-1])
            whole = batch[:-1] if broken else batch
            if whole:
                told(add(state.id, whole, first))
            first += len(whole)
            if broken:
                told(Counts(skipped=self._break_off(state.id, batch[-1])))
            if broken or self._stop.is_set():
                return
        self._job.finish_source(state.id, source.fingerprint)

    def _break_off(self, source_id: int, item: Item) -> int:
        assert item.skip is not None
        if item.skip.kind == "undecodable" and self._job.is_blank:
            # Said of the first archive, it is the encoding that was named wrongly.
            raise ArticleError(item.skip.message)
        known = self.broken.get(item.skip.kind, Reason(0, item.skip.message))
        self.broken[item.skip.kind] = Reason(known.count + 1, known.example)
        return int(self._job.break_off(source_id, item))


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
