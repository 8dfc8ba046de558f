"""What was spent: attempts, tokens and cost over all answers to one article, failed ones included."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from summariser.models.record import Usage

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

    from summariser.verification.verdict import Verdict

__all__ = ["Tally", "cost_of"]


@dataclass
class Tally:
    """Counts up while an article is read. `base_url` tells whose prices hold."""

    base_url: str
    clock: Callable[[], float] = time.perf_counter
    attempts: int = 0
    model: str | None = None
    _input: list[int] = field(default_factory=list)
    _output: list[int] = field(default_factory=list)
    _costs: list[float | None] = field(default_factory=list)
    _verdicts: list[Verdict] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._started = self.clock()

    def add_reply(self, completion: ChatCompletion) -> None:
        """Count the tokens of one reply, as the server gave them; where it gave none the cost is not known either."""
        model = getattr(completion, "model", None)
        self.model = model if isinstance(model, str) and model else self.model
        usage = getattr(completion, "usage", None)
        read, written = getattr(usage, "prompt_tokens", None), getattr(usage, "completion_tokens", None)
        if not (isinstance(read, int) and isinstance(written, int) and read >= 0 and written >= 0):
            self._costs.append(None)
            return
        self._input.append(read)
        self._output.append(written)
        cached = getattr(getattr(usage, "prompt_tokens_details", None), "cached_tokens", None) or 0
        self._costs.append(cost_of(self.model, self.base_url, read, cached, written))

    def add_verdict(self, verdict: Verdict) -> None:
        """Count what verification said of an answer."""
        self._verdicts.append(verdict)

    def usage(self) -> Usage:
        """Return what was spent so far."""
        known = [cost for cost in self._costs if cost is not None]
        return Usage(
            attempts=self.attempts,
            input_tokens=sum(self._input) if self._input else None,
            output_tokens=sum(self._output) if self._output else None,
            cost=sum(known) if known and len(known) == len(self._costs) else None,
            seconds=round(self.clock() - self._started, 3),
            faults_mended=self._mended(),
        )

    def _mended(self) -> int:
        """Count by number alone: a model that writes its draft anew moves the faults to other places."""
        *earlier, last = [len(verdict.faults) for verdict in self._verdicts] or [0]
        well_formed = bool(self._verdicts) and self._verdicts[-1].draft is not None
        return max(0, max(earlier, default=0) - last) if well_formed else 0


def cost_of(model: str | None, base_url: str, read: int, cached: int, written: int) -> float | None:
    """Return the list price in US dollars of `read` tokens in, `cached` of them from the cache, and `written` out.

    None where genai-prices knows no price. Prices are those of the provider at `base_url`, else of whoever makes a
    model of that name.
    """
    if model is None:
        return None
    import genai_prices  # noqa: PLC0415 (not before there is something to price)

    usage = genai_prices.Usage(input_tokens=read, cache_read_tokens=min(cached, read), output_tokens=written)
    for provider in _sellers(model, base_url):
        price = genai_prices.calc_price(usage, model, provider_api_url=provider).total_price
        # A price of nothing for something is a gap in the list.
        return float(price) or None
    return None


@lru_cache(maxsize=256)
def _sellers(model: str, base_url: str) -> tuple[str | None, ...]:
    """Return the addresses under which genai-prices finds the model; None stands for whoever makes it."""
    import genai_prices  # noqa: PLC0415

    found = []
    for provider in (base_url, None):
        with contextlib.suppress(LookupError):
            genai_prices.calc_price(genai_prices.Usage(), model, provider_api_url=provider)
            found.append(provider)
    return tuple(found)
