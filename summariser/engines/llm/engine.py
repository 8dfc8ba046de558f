"""The llm engine: it asks a model behind an OpenAI-compatible endpoint until an answer passes verification.

A try is one answer asked for. What verification refuses goes back to the model with one line per fault, `tries` times
at most. Requests that get no answer at all are repeated beneath, in `transport`, and are no tries.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Self

from summariser.engines.engine import Progress, Reading, unwatched
from summariser.engines.llm.hints import hints_of
from summariser.engines.llm.modes import first_request, reask_messages
from summariser.engines.llm.outcomes import answer_of
from summariser.engines.llm.pricing import Tally
from summariser.errors import EngineError
from summariser.prompting.render import render
from summariser.verification.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    import httpx2

    from summariser.articles.article import Article
    from summariser.engines.engine import Engine, Gate, Watch
    from summariser.engines.llm.client import Listener
    from summariser.engines.llm.modes import Request
    from summariser.engines.llm.transport import Clock
    from summariser.settings import Settings
    from summariser.tasks.task import Task
    from summariser.verification.verdict import Verdict

__all__ = ["LlmEngine"]


class LlmEngine:
    """Reads articles with a language model. One engine serves many articles at once, over one pool of connections.

    Use it within one event loop at a time, and close it there: `async with LlmEngine(settings) as engine`. An
    `http_client` that is handed in stays open. `first` is an engine whose reading the model is shown, to start from.
    Raises SettingsError where no model is configured.
    """

    name = "llm"
    drops_refused = False

    def __init__(
        self,
        settings: Settings,
        *,
        first: Engine | None = None,
        http_client: httpx2.AsyncClient | None = None,
        clock: Clock | None = None,
    ) -> None:
        from summariser.engines.llm.client import Client  # noqa: PLC0415 (it imports openai)

        self.settings = settings
        self.first = first
        self._client = Client(settings, http_client=http_client, clock=clock)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections. New ones open when the engine is used again, in another event loop too."""
        await self._client.aclose()

    def pace_by(self, gate: Gate | None) -> None:
        """Send each request through `gate` from now on, repeats and reasks too; None: at once."""
        self._client.gate = gate

    async def read(self, article: Article, task: Task, watch: Watch = unwatched) -> Reading:
        """Return the reading of the first answer that holds, or of the last one; its verdict says which.

        The answer is streamed where somebody watches. Raises EngineError, with what was spent until then and the answer
        as far as there is one, where the endpoint or the model gives none that is whole.
        """
        hints, warnings = await hints_of(self.first, article, task) if self.first else (None, ())
        prompt = render(article, task, hints)
        tally = Tally(self.settings.base_url)
        request = first_request(prompt.messages, task, self.settings.mode)
        judge = partial(verify, article=article, task=task)
        try:
            verdict = await self._ask(request, judge, tally, watch)
        except EngineError as error:
            error.usage = tally.usage()
            raise
        known = {"model": tally.model, "prompt": prompt.name, "prompt_digest": prompt.digest}
        return Reading(verdict, tally.usage(), **known, warnings=warnings)

    async def _ask(self, request: Request, judge: Callable[[str], Verdict], tally: Tally, watch: Watch) -> Verdict:
        first = request["messages"]
        while True:
            tally.attempts += 1
            completion = await self._client.complete(request, self._listener(tally.attempts, watch))
            tally.add_reply(completion)
            verdict = judge(answer_of(completion, self.settings))
            tally.add_verdict(verdict)
            if verdict.holds or tally.attempts >= self.settings.tries:
                return verdict
            again = reask_messages(first, completion, verdict, self.settings.mode)
            request = {**request, "messages": again}

    def _listener(self, attempt: int, watch: Watch) -> Listener | None:
        if watch is unwatched:
            return None

        def listener(tokens: int, doing: str) -> None:
            watch(Progress(attempt, self.settings.tries, tokens, doing))

        listener(0, "reading")
        return listener
