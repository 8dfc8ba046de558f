"""What became of each request, as the client saw it: whether its answer arrived whole."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import httpx2

from benchmarks.batch.server import NUMBER

__all__ = ["Noting"]


class Noting(httpx2.AsyncBaseTransport):
    """Numbers the requests that pass through it. `asked` is how many, `whole` has those whose reply came to its end."""

    def __init__(self, inner: httpx2.AsyncBaseTransport) -> None:
        self.asked = 0
        self.whole: set[int] = set()
        self._inner = inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self.asked += 1
        number = self.asked
        request.headers[NUMBER] = str(number)
        response = await self._inner.handle_async_request(request)
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _Noted(response.stream, lambda: self.whole.add(number))
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


class _Noted(httpx2.AsyncByteStream):
    def __init__(self, inner: httpx2.AsyncByteStream, ended: Callable[[], None]) -> None:
        self._inner, self._ended = inner, ended

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._inner:
            yield part
        self._ended()

    async def aclose(self) -> None:
        await self._inner.aclose()
