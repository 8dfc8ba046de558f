"""An OpenAI-compatible server on loopback, quick enough to measure clients with: a process of its own, plain asyncio.

    python -m benchmarks.batch.server --delay 0.2
    python -m benchmarks.batch.server --delay 0.01 --faults 0.1

It prints its port on the first line, and on GET /count what it has counted, as JSON: requests, faults by name, answers
and tokens that it has billed, and its book of billed requests, where a client numbers its own. Each request gets the
answer that was written by hand for the article whose core it holds, after a fixed delay. With `--faults`, each kind of
fault comes with that probability: see FAULTS.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.batch.articles import cores

USAGE = (1700, 600)
"""Tokens in and out that each answer is said to have taken."""
HANG = 30.0
QUOTING = "quoting"
"""The model to ask for quotes instead of sentence numbers."""
NUMBER = "x-request-number"
"""The header in which a client numbers its requests, so that its book and the server's tell of the same ones."""


def reply(text: str, *, finish: str = "stop", refusal: str | None = None) -> bytes:
    """Return the body of a whole reply."""
    message = {"role": "assistant", "content": text, "refusal": refusal}
    choice = {"index": 0, "message": message, "finish_reason": finish, "logprobs": None}
    usage = {"prompt_tokens": USAGE[0], "completion_tokens": USAGE[1], "total_tokens": sum(USAGE)}
    head = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "gpt-4o-mini"}
    return json.dumps({**head, "choices": [choice], "usage": usage}).encode()


def page(body: bytes, status: str = "200 OK", headers: str = "", length: int | None = None) -> bytes:
    """Return a whole HTTP reply; `length` is a lie about its length."""
    size = len(body) if length is None else length
    head = f"HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {size}\r\n{headers}\r\n"
    return head.encode() + body


@dataclass(frozen=True, slots=True)
class Request:
    """A request: path and body, and the number that its client gave it, None where it gave none."""

    path: str
    body: bytes
    number: str | None

    @property
    def article(self) -> str:
        """The number of the article that it is about; each has one in its text."""
        at = self.body.rfind(b"Docket ")
        return self.body[at + 7 : self.body.find(b".", at)].decode() if at >= 0 else "none"


class Server:
    """The answers, the dice and the counts. `counts` has requests, answers and each fault by name."""

    def __init__(self, delay: float, faults: float, seed: int) -> None:
        self.delay = delay
        self.counts: Counter[str] = Counter()
        self.articles: Counter[str] = Counter()
        self.book: dict[str, str] = {}
        self.hang_ups: list[str] = []
        self._dice = random.Random(seed)
        self._faults = faults
        self._answers = [(core.mark.encode(), page(reply(core.answer))) for core in cores()]
        self._quotes = [(_as_json(quote.text), quote) for core in cores() for quote in core.quotes]

    async def respond(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        """Answer one request and return whether the connection goes on."""
        if request.path.endswith("/count"):
            told = {**self.counts, "articles": self.articles, "book": self.book, "hang_ups": self.hang_ups}
            writer.write(page(json.dumps(told).encode()))
            return True
        self.counts["requests"] += 1
        self.articles[request.article] += 1
        name = self._fault()
        self.counts[name] += 1
        if name == "answer":
            await asyncio.sleep(self.delay)
            self._bill(request)
            writer.write(self._answer(request))
            return True
        return await FAULTS[name](self, request, writer)

    def hung_up_on(self, last: Request | None) -> None:
        """Note a billed request after whose answer the client hung up, instead of using the connection again."""
        if last and last.number in self.book:
            self.hang_ups.append(last.number)

    def _fault(self) -> str:
        thrown = self._dice.random()
        for index, name in enumerate(FAULTS):
            if thrown < self._faults * (index + 1):
                return name
        return "answer"

    def _answer(self, request: Request) -> bytes:
        if f'"model":"{QUOTING}"'.encode() in request.body:
            found = [quote.extraction for text, quote in self._quotes if text in request.body]
            return page(reply(json.dumps({"extractions": found})))
        return next((answer for mark, answer in self._answers if mark in request.body), self._answers[0][1])

    def _bill(self, request: Request) -> None:
        self.counts["billed"] += 1
        self.counts["input_tokens"] += USAGE[0]
        self.counts["output_tokens"] += USAGE[1]
        if request.number is not None:
            self.book[request.number] = request.article

    async def too_many(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        writer.write(page(_error("slow down"), "429 Too Many Requests", "retry-after-ms: 40\r\n"))
        return True

    async def broken(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        writer.write(page(_error("internal"), "500 Internal Server Error"))
        return True

    async def reset(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        writer.transport.abort()
        return False

    async def hang(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        await asyncio.sleep(HANG)
        return False

    async def truncated(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        whole = self._answer(request).split(b"\r\n\r\n", 1)[1]
        writer.write(page(whole[: len(whole) // 2], length=len(whole)))
        return False

    async def garbage(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        self._bill(request)
        writer.write(page(reply("Here is what I found: the parties {met} and talked.")))
        return True

    async def refusal(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        self._bill(request)
        writer.write(page(reply("", refusal="I can't help with that.")))
        return True

    async def wrong_schema(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        self._bill(request)
        writer.write(page(reply(json.dumps({"summary": "talks", "parties": "two"}))))
        return True

    async def drip(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        writer.write(page(b"", length=100_000))
        for _ in range(int(HANG / 0.05)):
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.05)
        return False


Fault = Callable[[Server, Request, asyncio.StreamWriter], Awaitable[bool]]
FAULTS: dict[str, Fault] = {
    name: getattr(Server, name)
    for name in ("too_many", "broken", "reset", "hang", "truncated", "garbage", "refusal", "wrong_schema", "drip")
}


def _as_json(text: str) -> bytes:
    """Return a text as it stands within JSON."""
    return json.dumps(text, ensure_ascii=False)[1:-1].encode()


def _error(message: str) -> bytes:
    return json.dumps({"error": {"message": message, "type": None, "code": None, "param": None}}).encode()


def _header(head: bytes, name: str) -> str | None:
    at = head.lower().find(f"\r\n{name}:".encode())
    return head[at + len(name) + 3 : head.find(b"\r", at + 2)].decode().strip() if at >= 0 else None


async def serve(delay: float, faults: float = 0.0, seed: int = 0, announce: Callable[[int], Any] = print) -> None:
    """Serve on a free port until cancelled; `announce` hears of the port."""
    server = Server(delay, faults, seed)

    async def connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = None
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                body = await reader.readexactly(int(_header(head, "content-length") or 0))
                request = Request(head.split(b" ", 2)[1].decode(), body, _header(head, NUMBER))
                if not await server.respond(request, writer):
                    break
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            server.hung_up_on(request)
        finally:
            writer.close()

    listening = await asyncio.start_server(connection, "127.0.0.1", 0, backlog=1024)
    announce(listening.sockets[0].getsockname()[1])
    async with listening:
        await listening.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--delay", type=float, default=0.2, help="seconds before each answer")
    parser.add_argument("--faults", type=float, default=0.0, help="probability of each kind of fault")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    asyncio.run(serve(given.delay, given.faults, given.seed, lambda port: print(port, flush=True)))
