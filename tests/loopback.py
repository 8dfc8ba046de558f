"""An OpenAI-compatible server on loopback that answers as it is told, faults and all.

    with Loopback(answer('{"a": 1}'), status(503), reset()) as server:
        ... server.url is the base URL, server.requests are the bodies that came in

Each POST to /chat/completions gets the next step of the script, the last one over and over. An answer takes the form
that the request asks for: streamed or not, as a tool call or as content.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

JSON = "application/json"
MODEL = "loopback-1"
LONGEST = 20.0
"""Seconds after which a server that hangs or drips gives up, so that a test that fails does not hang."""

Step = Callable[["Handler", dict[str, Any]], None]


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    loopback: Loopback

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if not self.path.endswith("/chat/completions"):
            self.send(404, json.dumps({"error": {"message": f"no such path: {self.path}"}}))
            return
        request = json.loads(body)
        self.loopback.next_step(request, {name.lower(): value for name, value in self.headers.items()})(self, request)

    def do_GET(self) -> None:
        self.loopback.paths.append(self.path)
        self.loopback.listing(self, {})

    def send(
        self,
        code: int,
        body: str | bytes,
        *,
        kind: str = JSON,
        headers: dict[str, str] | None = None,
        length: int | None = None,
    ) -> None:
        """Send a whole reply; `length` is a lie about its length."""
        data = body.encode() if isinstance(body, str) else body
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def send_events(self, events: Iterator[Any], *, pause: float = 0.0, done: bool = True) -> None:
        """Send server-sent events, `pause` seconds apart, and close the connection."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        for event in events:
            self.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
            self.wfile.flush()
            if self.loopback.stopping.wait(pause):
                return
        if done:
            self.wfile.write(b"data: [DONE]\n\n")

    def log_message(self, *_: object) -> None:
        pass


class Loopback:
    """The server. `requests` and `headers` (names in lower case) hold what came in, `url` is the base URL."""

    def __init__(self, *script: Step, listing: Step | None = None) -> None:
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.stopping = threading.Event()
        self.listing = listing or models(MODEL)
        self._script = list(script)
        self._lock = threading.Lock()
        handler = type("Bound", (Handler,), {"loopback": self})
        self._server = _Server(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def next_step(self, request: dict[str, Any], headers: dict[str, str]) -> Step:
        with self._lock:
            self.requests.append(request)
            self.headers.append(headers)
            return self._script.pop(0) if len(self._script) > 1 else self._script[0]

    def __enter__(self) -> Loopback:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that hang up."""


def answer(text: str, **changes: Any) -> Step:
    """Answer with `text`; `changes` are those of `completion`."""

    def step(handler: Handler, request: dict[str, Any]) -> None:
        reply = completion(text, forced_tool(request), **changes)
        if request.get("stream"):
            handler.send_events(chunks(reply))
        else:
            handler.send(200, json.dumps(reply))

    return step


def status(http: int, message: str = "scripted", *, headers: dict[str, str] | None = None, **error: Any) -> Step:
    """Answer with an error as OpenAI words it; `error` adds code, type and param."""
    body = json.dumps({"error": {"message": message, "type": None, "code": None, "param": None, **error}})
    return raw(http, body, headers=headers)


def raw(code: int, body: str | bytes, *, kind: str = JSON, headers: dict[str, str] | None = None) -> Step:
    """Answer with `body` as it is."""
    return lambda handler, _: handler.send(code, body, kind=kind, headers=headers)


def html(code: int = 200) -> Step:
    return raw(code, "<!doctype html><html><title>Welcome</title><p>Nothing here</html>", kind="text/html")


def truncated() -> Step:
    """Break the body off: fewer bytes than promised."""

    def step(handler: Handler, _: dict[str, Any]) -> None:
        handler.close_connection = True
        body = json.dumps(completion("{}", None))
        handler.send(200, body[: len(body) // 2], length=len(body))

    return step


def broken_stream(text: str) -> Step:
    """Stream half of an answer and close the connection."""

    def step(handler: Handler, request: dict[str, Any]) -> None:
        events = list(chunks(completion(text, forced_tool(request))))
        handler.send_events(iter(events[: len(events) // 2]), done=False)

    return step


def reset() -> Step:
    """Reset the connection instead of an answer."""

    def step(handler: Handler, _: dict[str, Any]) -> None:
        handler.close_connection = True
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.close()

    return step


def hang() -> Step:
    """Say nothing, and keep the connection open."""
    return lambda handler, _: handler.loopback.stopping.wait(LONGEST) and None


def drip(pause: float) -> Step:
    """Answer in time each time, and never come to an end."""

    def step(handler: Handler, request: dict[str, Any]) -> None:
        empty = {"choices": [{"index": 0, "delta": {"content": " "}, "finish_reason": None}]}
        if request.get("stream"):
            handler.send_events((empty for _ in range(int(LONGEST / pause))), pause=pause, done=False)
            return
        handler.send(200, b"", length=100_000)
        while not handler.loopback.stopping.wait(pause):
            handler.wfile.write(b" ")
            handler.wfile.flush()

    return step


def models(*names: str) -> Step:
    data = [{"id": name, "object": "model", "created": 0, "owned_by": "loopback"} for name in names]
    return raw(200, json.dumps({"object": "list", "data": data}))


def forced_tool(request: dict[str, Any]) -> str | None:
    choice = request.get("tool_choice")
    return choice["function"]["name"] if isinstance(choice, dict) else None


def completion(
    text: str | None,
    tool: str | None,
    *,
    model: str = MODEL,
    finish: str | None = "stop",
    refusal: str | None = None,
    usage: tuple[int, int] | None = (100, 20),
) -> dict[str, Any]:
    """Return a whole reply."""
    message: dict[str, Any] = {"role": "assistant", "content": None if tool else text, "refusal": refusal}
    if tool:
        call = {"id": "call_1", "type": "function", "function": {"name": tool, "arguments": text}}
        message["tool_calls"] = [call]
    reply = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": model,
        "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
    }
    if usage:
        reply["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
    return reply


def chunks(reply: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Return a whole reply as the chunks that a server streams, ten characters each."""
    head = {"id": reply["id"], "object": "chat.completion.chunk", "created": 1, "model": reply["model"]}
    choice = reply["choices"][0]
    message = choice["message"]

    def chunk(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
        return {**head, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}

    yield chunk({"role": "assistant"})
    for field in ("content", "refusal"):
        for piece in _pieces(message[field]):
            yield chunk({field: piece})
    for index, call in enumerate(message.get("tool_calls", [])):
        function = {"name": call["function"]["name"], "arguments": ""}
        yield chunk({"tool_calls": [{"index": index, "id": call["id"], "type": "function", "function": function}]})
        for piece in _pieces(call["function"]["arguments"]):
            yield chunk({"tool_calls": [{"index": index, "function": {"arguments": piece}}]})
    yield chunk({}, choice["finish_reason"])
    if "usage" in reply:
        yield {**head, "choices": [], "usage": reply["usage"]}


def _pieces(text: str | None) -> list[str]:
    return [text[at : at + 10] for at in range(0, len(text), 10)] if text else []
