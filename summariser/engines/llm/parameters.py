"""Parameters that not every server takes: sent until one is refused, then left out for the engine's life."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summariser.engines.llm.outcomes import ErrorReply
    from summariser.settings import Settings

__all__ = ["Parameters"]

# Older servers know the limit by its first name; where both are refused there is none.
_INSTEAD = {"max_completion_tokens": "max_tokens"}
_UNKNOWN = re.compile(
    r"unsupported|not supported|does not support|unrecogni[sz]ed|unknown|unexpected|not permitted|not allowed|extra",
    re.IGNORECASE,
)


class Parameters:
    """Which parameters a request carries beside its messages and its form, as far as the server takes them."""

    def __init__(self, settings: Settings) -> None:
        self._model = settings.model
        self._wanted: dict[str, Any] = {
            "temperature": settings.temperature,
            "max_completion_tokens": settings.max_completion_tokens,
            "max_tokens": settings.max_completion_tokens,
            "seed": settings.seed,
            "stream_options": {"include_usage": True},
        }
        self._refused: set[str] = set()

    def to_send(self, *, streamed: bool) -> dict[str, Any]:
        """Return the parameters of one request."""
        left_out = self._refused | {new for old, new in _INSTEAD.items() if old not in self._refused}
        if not streamed:
            left_out.add("stream_options")
        sent = {name: value for name, value in self._wanted.items() if name not in left_out and value is not None}
        return {"model": self._model, "stream": streamed, **sent}

    def at_fault(self, reply: ErrorReply, sent: Mapping[str, Any]) -> str | None:
        """Return the parameter in `sent` that the server does not take, if that is what its error reply is about."""
        if reply.status not in (400, 422):
            return None
        unknown = any(_UNKNOWN.search(words) for words in (*reply.codes, reply.words))
        # The longer name first: a server that refuses max_completion_tokens mostly tells to use max_tokens.
        for name in sorted(self._wanted.keys() & sent.keys(), key=len, reverse=True):
            if unknown and (name == reply.parameter or (reply.parameter is None and _names(reply.words, name))):
                return name
        return None

    def drop(self, name: str) -> None:
        """Leave `name` out from now on."""
        self._refused.add(name)


def _names(words: str, name: str) -> bool:
    return re.search(rf"(?<!\w){name}(?!\w)", words) is not None
