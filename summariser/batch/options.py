"""How a job is to be run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from summariser.archives.items import Fields
from summariser.archives.judging import LEAST_WORDS
from summariser.archives.streams import check_encoding
from summariser.errors import SettingsError

__all__ = ["Copies", "Options"]

Copies = Literal["near", "exact", "off"]


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a run is to do. Raises SettingsError for a value out of range.

    `concurrency` is the number of requests at once, at most. `budget` is in US dollars and counts what earlier runs of
    the job spent. `limit` ends the run after so many articles were asked about; `sample` reads so many that `seed`
    chooses. `triage` skips what the rules find no negotiation in. `copies` says which articles are paid once.
    `retry_failed` and `retry_skipped` try articles again, the latter also what was none; `retry_changed` those that are
    done, and that the archive has otherwise by now.
    """

    concurrency: int = 32
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    budget: float | None = None
    limit: int | None = None
    sample: int | None = None
    seed: int = 0
    triage: bool = False
    copies: Copies = "near"
    retry_failed: bool = False
    retry_skipped: bool = False
    retry_changed: bool = False
    fields: Fields = field(default_factory=Fields)
    least_words: int = LEAST_WORDS
    encoding: str | None = None

    def __post_init__(self) -> None:
        if self.encoding is not None:
            check_encoding(self.encoding)
        for name, least in (("concurrency", 1), ("limit", 1), ("sample", 1), ("least_words", 0)):
            value = getattr(self, name)
            if value is not None and value < least:
                raise SettingsError(f"{name} is {value!r}; expected at least {least}")
        for name in ("requests_per_minute", "tokens_per_minute", "budget"):
            value = getattr(self, name)
            if value is not None and not 0 < value < float("inf"):
                raise SettingsError(f"{name} is {value!r}; expected a number greater than 0")
