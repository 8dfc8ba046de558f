"""A streamed reply, put together into the reply that the server would have sent at once."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from openai.types.chat import ChatCompletion, ChatCompletionChunk

__all__ = ["Fold", "unstreamed"]


@dataclass
class Fold:
    """Takes chunks one by one. `tokens` counts those that carry something: on most servers one token each."""

    chunks: int = 0
    tokens: int = 0
    finish_reason: str | None = None
    _head: dict[str, Any] = field(default_factory=dict)
    _content: list[str] = field(default_factory=list)
    _refusal: list[str] = field(default_factory=list)
    _calls: dict[int, dict[str, Any]] = field(default_factory=dict)

    def add(self, chunk: ChatCompletionChunk) -> None:
        """Take one chunk; the last ones may hold the usage and no choice."""
        self.chunks += 1
        for name in ("id", "created", "model", "usage"):
            if (value := getattr(chunk, name, None)) is not None:
                self._head[name] = value
        choices = getattr(chunk, "choices", None)
        if not isinstance(choices, list) or not choices:
            return
        self.finish_reason = getattr(choices[0], "finish_reason", None) or self.finish_reason
        delta = getattr(choices[0], "delta", None)
        content, refusal = getattr(delta, "content", None), getattr(delta, "refusal", None)
        for parts, words in ((self._content, content), (self._refusal, refusal)):
            if isinstance(words, str):
                parts.append(words)
        calls = getattr(delta, "tool_calls", None) or ()
        for call in calls:
            self._add_call(call)
        if content or refusal or calls or getattr(delta, "reasoning_content", None):
            self.tokens += 1

    def _add_call(self, delta: Any) -> None:
        call = self._calls.setdefault(getattr(delta, "index", None) or 0, {"id": None, "name": None, "arguments": []})
        function = getattr(delta, "function", None)
        call["id"] = getattr(delta, "id", None) or call["id"]
        call["name"] = getattr(function, "name", None) or call["name"]
        if isinstance(arguments := getattr(function, "arguments", None), str):
            call["arguments"].append(arguments)

    def completion(self) -> ChatCompletion:
        """Return the whole reply."""
        calls = [
            {
                "id": call["id"],
                "type": "function",
                "function": {"name": call["name"], "arguments": "".join(call["arguments"])},
            }
            for _, call in sorted(self._calls.items())
        ]
        message = {
            "role": "assistant",
            "content": "".join(self._content) if self._content else None,
            "refusal": "".join(self._refusal) or None,
            "tool_calls": calls or None,
        }
        choice = {"index": 0, "finish_reason": self.finish_reason, "message": message}
        return ChatCompletion.construct(**self._head, object="chat.completion", choices=[choice])


def unstreamed(body: bytes, kind: str) -> object:
    """Return what a server sent at once that was asked for a stream: the reply, or whatever else it is.

    Raises ValueError where a body that says it is JSON is none.
    """
    try:
        value = json.loads(body)
    except ValueError:
        if "json" in kind:
            raise
        return body.decode(errors="replace")
    return ChatCompletion.construct(**value) if isinstance(value, dict) else value
