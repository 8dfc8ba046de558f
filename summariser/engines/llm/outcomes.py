"""What a reply means: an answer, something that may pass, or one typed error for each way to fail.

Servers word the same thing in many ways, so codes are read first and words second. Server words go into messages
shortened and without the key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from summariser.engines.llm.modes import answer_text
from summariser.engines.llm.transport import Clock, Passing, retry_after
from summariser.errors import (
    AnswerCutOff,
    ContentFiltered,
    ContextOverflow,
    EngineError,
    ModelRefused,
    NotAnEndpoint,
    RequestRefused,
    TransportError,
)
from summariser.settings import VARIABLES

if TYPE_CHECKING:
    from openai import APIError
    from openai.types.chat import ChatCompletion

    from summariser.settings import Settings

__all__ = ["ErrorReply", "KeyRefused", "answer_of", "no_connection", "no_endpoint"]

_OVERFLOW_CODES = {"context_length_exceeded", "exceed_context_size_error"}
_OVERFLOW = re.compile(
    r"context (length|size|window)|maximum (context|prompt|input) length|(prompt|input) is too long|too many tokens",
    re.IGNORECASE,
)
_FILTER_CODES = {"content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation"}
_NO_CREDIT_CODES = {"insufficient_quota", "billing_hard_limit_reached"}
_PASSING_STATUS = {408, 409, 425, 429}
_PUSHES_BACK = {429, 503, 529}
_REFUSAL = re.compile(
    r"\s*(i['’]?m sorry|i am sorry|sorry,|i apologi[sz]e|i (can['’]?t|cannot|can not|won['’]?t|will not)\b"
    r"|i['’]?m (unable|not able)|i am (unable|not able))",
    re.IGNORECASE,
)
_WORDS = 300
"""Characters of a server's own words that go into a message, at most."""


class KeyRefused(RequestRefused):
    """The endpoint refuses the key, or wants one."""


@dataclass(frozen=True)
class ErrorReply:
    """An error that the server answered with, in whichever of the usual forms: as a status, or within a reply."""

    status: int | None
    codes: frozenset[str]
    parameter: str | None
    words: str
    wait: float | None = None

    @classmethod
    def of(cls, error: APIError, settings: Settings, clock: Clock) -> ErrorReply:
        """Return what the openai client's `error` says."""
        reply = cls.of_body(error.body, settings)
        response = getattr(error, "response", None)
        if response is None:
            return reply
        wait = retry_after(response.headers, clock)
        return replace(reply, status=response.status_code, wait=wait)

    @classmethod
    def of_body(cls, body: object, settings: Settings) -> ErrorReply:
        """Return what an error object says that came in the body of a reply."""
        fields: dict[str, Any] = body if isinstance(body, dict) else {"message": body}
        codes = {str(fields[name]) for name in ("code", "type") if fields.get(name) is not None}
        status = next((int(code) for code in codes if code.isdecimal() and len(code) == 3), None)
        parameter = fields.get("param")
        message = fields.get("message") or fields.get("detail") or fields
        return cls(
            status, frozenset(codes), parameter if isinstance(parameter, str) else None, _words(message, settings)
        )

    def meaning(self, settings: Settings) -> Passing | EngineError:
        """Return what the reply amounts to, to be raised."""
        where, status = settings.base_url, f" ({self.status})" if self.status else ""
        if self.codes & _NO_CREDIT_CODES:
            return RequestRefused(f"the account at {where} has no credit left{status}: {self.words}")
        if self.codes & _OVERFLOW_CODES or (self.status not in (401, 403, 404, 429) and _OVERFLOW.search(self.words)):
            return ContextOverflow(
                f"article, prompt and answer do not fit the context of {settings.model!r}{status}: {self.words}; "
                "use a model with a longer context, lower SUMMARISER_MAX_COMPLETION_TOKENS, or shorten the article"
            )
        if self.codes & _FILTER_CODES:
            return ContentFiltered(f"the content filter at {where} held the request back{status}: {self.words}")
        if self.status in _PASSING_STATUS or (self.status or 500) >= 500:
            return Passing(
                f"{where} answered with an error{status}: {self.words}",
                wait=self.wait,
                pushed_back=self.status in _PUSHES_BACK,
            )
        if self.status in (401, 403):
            variable = VARIABLES["api_key"]
            hint = f"check {variable}" if settings.api_key else f"{variable} is not set"
            return KeyRefused(f"{where} refuses the key{status}: {self.words}; {hint}")
        return RequestRefused(self._refusal(settings))

    def _refusal(self, settings: Settings) -> str:
        where = settings.base_url
        if self.status == 404:
            return (
                f"{where} knows no model {settings.model!r}, or is no API address (404): {self.words}; "
                f"check {VARIABLES['model']} and {VARIABLES['base_url']}, which mostly ends in /v1"
            )
        return (
            f"{where} refuses the request ({self.status}): {self.words}; "
            f"if that is about the form of the answer, try another {VARIABLES['mode']}"
        )


def answer_of(completion: ChatCompletion, settings: Settings) -> str:
    """Return the model's answer, unchanged. Raises the EngineError that fits where there is no whole one."""
    # The openai client takes a reply as it comes: any field may be missing or of another type.
    choices: object = getattr(completion, "choices", None)
    choice = choices[0] if isinstance(choices, list) and choices else None
    message, reason = getattr(choice, "message", None), getattr(choice, "finish_reason", None)
    if message is None:
        raise no_endpoint("a reply without choices", settings)
    text = answer_text(message)
    if refusal := getattr(message, "refusal", None):
        raise ModelRefused(f"the model declined to answer: {_words(refusal, settings)}", raw=str(refusal))
    if reason == "content_filter":
        raise ContentFiltered(f"the content filter at {settings.base_url} held the answer back", raw=text)
    if reason == "length":
        raise AnswerCutOff(_cut_off(completion, settings), raw=text)
    # Most open models decline in plain words; what holds no brace cannot be an answer either.
    if "{" not in text and _REFUSAL.match(text):
        raise ModelRefused(f"the model declined to answer: {_words(text, settings)}", raw=text)
    return text


def no_endpoint(met: object, settings: Settings) -> NotAnEndpoint:
    """Return the error for something at the address that is no OpenAI-compatible API, and sent `met`."""
    sent = "nothing" if met is None or met == "" else _words(met, settings)
    return NotAnEndpoint(
        f"{settings.base_url} is no OpenAI-compatible endpoint: where an answer was expected it sent {sent}; "
        f"check {VARIABLES['base_url']}, which mostly ends in /v1"
    )


def no_connection(error: BaseException, settings: Settings) -> TransportError:
    """Return the error for an endpoint that cannot be reached at all."""
    return TransportError(
        f"cannot reach {settings.base_url}: {_words(str(error) or type(error).__name__, settings)}; "
        f"is the server running? {VARIABLES['base_url']} says where it is"
    )


def _cut_off(completion: ChatCompletion, settings: Settings) -> str:
    written = getattr(completion.usage, "completion_tokens", None)
    if isinstance(written, int) and written < settings.max_completion_tokens:
        return (
            f"the answer was cut off after {written} tokens: the context of {settings.model!r} is full; "
            "use a model with a longer context, or shorten the article"
        )
    return (
        f"the answer was cut off at the limit of {settings.max_completion_tokens} tokens; "
        f"raise {VARIABLES['max_completion_tokens']}"
    )


def _words(said: object, settings: Settings) -> str:
    text = " ".join(str(said).split())
    if text.startswith("<"):
        return "an HTML page"
    text = settings.hide_key(text)
    return text if len(text) <= _WORDS else f"{text[:_WORDS]} …"
