"""Everything that can go wrong, as one tree.

    SummariserError
    ├── ArticleError            the input is no article that can be read
    ├── SettingsError           a setting is missing or not understood
    ├── TaskError               a task, prompt or schema cannot be loaded
    ├── JobError                the file of a batch job cannot be read or written
    ├── GoldError               gold or predictions for an evaluation cannot be read
    └── EngineError             an engine gave no answer; `.usage` says what was spent
        ├── TransportError      the network or the server failed, also after retries
        ├── RequestRefused      the endpoint refuses: key (401, 403), model or path (404), request (400)
        ├── NotAnEndpoint       something answered, but not an OpenAI-compatible API
        ├── ContextOverflow     article and answer do not fit the model's context
        ├── AnswerCutOff        the answer ran into the token limit
        ├── ModelRefused        the model declined to answer
        ├── ContentFiltered     the provider's filter held the answer back
        └── VerificationFailed  no try gave an answer that holds; `.raw` and `.faults` say why

Each message says what value was met, what was expected and what to do. None contains a key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.models.faults import Fault
    from summariser.models.record import Usage

__all__ = [
    "AnswerCutOff",
    "ArticleError",
    "ContentFiltered",
    "ContextOverflow",
    "EngineError",
    "GoldError",
    "JobError",
    "ModelRefused",
    "NotAnEndpoint",
    "RequestRefused",
    "SettingsError",
    "SummariserError",
    "TaskError",
    "TransportError",
    "VerificationFailed",
]


class SummariserError(Exception):
    """Base of all errors that this package raises on purpose."""


class ArticleError(SummariserError):
    """The input is no article: missing, empty, binary, too long, not to be decoded."""


class SettingsError(SummariserError):
    """A setting (environment, option, argument) is missing or not understood."""


class TaskError(SummariserError):
    """A task, prompt or schema is missing or malformed."""


class JobError(SummariserError):
    """The file of a batch job is none, is in use, is from another version, or the disk does not take it."""


class GoldError(SummariserError):
    """Gold, records or an earlier evaluation cannot be read."""


class EngineError(SummariserError):
    """An engine could not answer.

    `usage` counts what was spent on the way (tries, tokens, cost, seconds), or is None where nothing was sent.
    `raw` is the model's last answer as text, where there was one.
    """

    def __init__(self, message: str, *, usage: Usage | None = None, raw: str | None = None) -> None:
        super().__init__(message)
        self.usage = usage
        self.raw = raw


class TransportError(EngineError):
    """The endpoint could not be reached, timed out, is overloaded or failed, also after retries."""


class RequestRefused(EngineError):
    """The endpoint refused the request for good: the key, the model, the path or a parameter."""


class NotAnEndpoint(EngineError):
    """Something answered at that address, but it speaks no OpenAI-compatible API."""


class ContextOverflow(EngineError):
    """The article, the prompt and the answer do not fit the model's context window."""


class AnswerCutOff(EngineError):
    """The answer was cut off by the token limit, so it cannot be whole."""


class ModelRefused(EngineError):
    """The model declined to answer; `raw` holds its words."""


class ContentFiltered(EngineError):
    """The provider's content filter held the answer back."""


class VerificationFailed(EngineError):
    """No try gave an answer that holds.

    `faults` are those of the last try, `raw` is its answer, unchanged.
    """

    def __init__(
        self, message: str, *, faults: Sequence[Fault], usage: Usage | None = None, raw: str | None = None
    ) -> None:
        super().__init__(message, usage=usage, raw=raw)
        self.faults = tuple(faults)
