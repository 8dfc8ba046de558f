"""One endpoint behind one connection pool: a request in, a whole reply out, streamed or not.

Importing this module imports openai, which takes a second: the engine does it when it is made.
"""

from __future__ import annotations

import asyncio
import functools
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

import httpx2
import openai
from openai.types.chat import ChatCompletion, ChatCompletionChunk

from summariser.engines.llm.outcomes import ErrorReply, no_connection, no_endpoint
from summariser.engines.llm.parameters import Parameters
from summariser.engines.llm.streams import Fold, unstreamed
from summariser.engines.llm.transport import Clock, Passing, persistently
from summariser.errors import EngineError, SettingsError

if TYPE_CHECKING:
    from summariser.engines.engine import Gate
    from summariser.engines.llm.modes import Request
    from summariser.settings import Settings

__all__ = ["Client", "Listener"]

T = TypeVar("T")
CONNECTIONS = 1000
NO_KEY = "none"
"""Sent where there is no key: the openai client insists on one, and servers that want none read none."""
Listener = Callable[[int, str], None]
"""Hears of a slow reply: tokens received so far, and what is going on."""


class Client:
    """Sends chat completions. Raises EngineError for whatever goes wrong, after retries where those may help."""

    def __init__(
        self, settings: Settings, *, http_client: httpx2.AsyncClient | None = None, clock: Clock | None = None
    ) -> None:
        if settings.model is None:
            raise SettingsError("no model is configured; set SUMMARISER_MODEL to one that the endpoint serves")
        self.settings = settings
        self._clock = clock or Clock()
        self._parameters = Parameters(settings)
        self._borrowed = http_client
        self._openai: openai.AsyncOpenAI | None = None
        self._reached = False
        self.gate: Gate | None = None

    async def complete(self, request: Request, listener: Listener | None = None) -> ChatCompletion:
        """Return the reply to `request` (messages and form; settings give the rest), streamed for a listener."""
        while True:
            arguments = {**self._parameters.to_send(streamed=listener is not None), **request}
            send = functools.partial(self._through_gate, arguments, listener)
            try:
                return await persistently(send, self.settings, self._clock, _waits(listener))
            except _NotTaken as refused:
                self._parameters.drop(refused.parameter)

    async def models(self) -> list[str]:
        """Return the names of the models that the endpoint lists."""

        async def send() -> list[str]:
            page = await self._guarded(self._client().get("/models", cast_to=object))
            data = page.get("data") if isinstance(page, dict) else None
            if not isinstance(data, list):
                raise no_endpoint(page, self.settings)
            return [str(model.get("id") if isinstance(model, dict) else model) for model in data]

        return await persistently(send, self.settings, self._clock, _waits(None))

    async def aclose(self) -> None:
        """Close the connections, unless the HTTP client was handed in. New ones open when used again."""
        client, self._openai = self._openai, None
        if client is not None and self._borrowed is None:
            await client.close()

    def _client(self) -> openai.AsyncOpenAI:
        if self._openai is None:
            of = self.settings
            timeout = httpx2.Timeout(of.read_timeout or of.timeout, connect=of.connect_timeout, pool=None)
            limits = httpx2.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)
            self._openai = openai.AsyncOpenAI(
                base_url=of.base_url,
                api_key=of.api_key or NO_KEY,
                max_retries=0,
                timeout=timeout,
                http_client=self._borrowed or httpx2.AsyncClient(timeout=timeout, limits=limits, follow_redirects=True),
            )
        return self._openai

    async def _through_gate(self, arguments: Request, listener: Listener | None) -> ChatCompletion:
        gate = self.gate
        if gate is None:
            return await self._once(arguments, listener)
        aside = await gate.enter(sum(len(message["content"] or "") for message in arguments["messages"]))
        try:
            answer = await self._once(arguments, listener)
        except Passing as passing:
            gate.leave(aside, pushed_back=passing.pushed_back, wait=passing.wait)
            raise
        except BaseException:
            gate.leave(aside)
            raise
        gate.leave(aside, tokens=getattr(answer.usage, "total_tokens", None))
        return answer

    async def _once(self, arguments: Request, listener: Listener | None) -> ChatCompletion:
        answer = await self._guarded(self._exchange(arguments, listener), arguments)
        if not isinstance(answer, ChatCompletion):
            raise no_endpoint(answer, self.settings)
        # Some gateways wrap an error into a reply of status 200.
        if error := (answer.model_extra or {}).get("error"):
            raise ErrorReply.of_body(error, self.settings).meaning(self.settings)
        return answer

    async def _exchange(self, arguments: Request, listener: Listener | None) -> object:
        # By `post`, since `chat.completions.create` walks over messages and schema each time, for as long as all the
        # rest of a request takes.
        post = functools.partial(self._client().post, "/chat/completions", cast_to=ChatCompletion, body=arguments)
        if listener is None:
            return await post()
        stream_of_chunks = openai.AsyncStream[ChatCompletionChunk]
        async with await post(stream=True, stream_cls=stream_of_chunks) as stream:
            kind = stream.response.headers.get("content-type", "")
            if kind and "event-stream" not in kind:
                return unstreamed(await stream.response.aread(), kind)
            fold = Fold()
            async for chunk in stream:
                fold.add(chunk)
                listener(fold.tokens, "answering")
        if fold.chunks == 0:
            raise no_endpoint(None, self.settings)
        if fold.finish_reason is None:
            raise Passing(f"{self.settings.base_url} broke its answer off")
        return fold.completion()

    async def _guarded(self, exchange: Awaitable[T], arguments: Request | None = None) -> T:
        """Await `exchange` within the time-out, and raise what goes wrong as Passing, _NotTaken or an EngineError."""
        where, of = self.settings.base_url, self.settings
        try:
            async with asyncio.timeout(of.timeout):
                answer = await exchange
        except TimeoutError:
            raise Passing(f"{where} gave no whole answer within {of.timeout:g} s", timed_out=True) from None
        except (openai.APITimeoutError, httpx2.TimeoutException) as error:
            kind = type(_cause(error)).__name__
            raise Passing(f"{where} was silent for too long ({kind})", timed_out=True) from None
        except (openai.APIConnectionError, httpx2.RequestError) as error:
            raise self._broken(_cause(error)) from _cause(error)
        except (json.JSONDecodeError, UnicodeDecodeError):
            raise Passing(f"{where} answered with malformed JSON, or half of it") from None
        except openai.APIError as error:
            reply = ErrorReply.of(error, of, self._clock)
        else:
            self._reached = True
            return answer
        # Raised out here, so that no traceback shows the server's words unshortened.
        self._reached = True
        if parameter := self._parameters.at_fault(reply, arguments or {}):
            raise _NotTaken(parameter)
        raise reply.meaning(of)

    def _broken(self, cause: BaseException) -> Passing | EngineError:
        """Return what a broken connection amounts to. Where nobody ever answered, a repeat will not help."""
        lasting = (httpx2.UnsupportedProtocol, httpx2.TooManyRedirects)
        if not isinstance(cause, httpx2.RequestError) or isinstance(cause, lasting):
            return no_connection(cause, self.settings)
        if isinstance(cause, httpx2.ConnectError) and not self._reached:
            return no_connection(cause, self.settings)
        return Passing(f"the connection to {self.settings.base_url} broke: {str(cause) or type(cause).__name__}")


class _NotTaken(Exception):
    """The server does not take a parameter that can be left out."""

    def __init__(self, parameter: str) -> None:
        super().__init__(parameter)
        self.parameter = parameter


def _cause(error: Exception) -> BaseException:
    """Return what an error of the openai client wraps, or the error of the HTTP library itself."""
    wrapped = error.__cause__ if isinstance(error, openai.OpenAIError) else None
    return wrapped or error


def _waits(listener: Listener | None) -> Callable[[str], None]:
    return (lambda doing: listener(0, doing)) if listener else (lambda doing: None)
