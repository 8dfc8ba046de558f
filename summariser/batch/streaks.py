"""Errors that would befall every article alike: a few in a row, and the run ends instead of failing them all."""

from __future__ import annotations

from summariser.batch.results import Done, Failed, Unsettled
from summariser.errors import NotAnEndpoint, RequestRefused, SummariserError, TransportError

__all__ = ["Streak"]

_ENOUGH: dict[type[SummariserError], int] = {RequestRefused: 5, NotAnEndpoint: 10, TransportError: 20}
"""How many articles in a row. A refused request is mostly the key or the model; a network may mend itself."""


class Streak:
    """Takes results as they come, and holds failures back for which the articles may not be to blame.

    `error` is what ends the run, once there are enough in a row.
    """

    def __init__(self) -> None:
        self.error: SummariserError | None = None
        self._held: list[Failed] = []
        self._settled = False

    def take(self, result: Done | Failed) -> list[Done | Failed | Unsettled]:
        """Return the results that can be stored now."""
        kind = _kind(result)
        if kind is None:
            self._settled = True
            return [*self._release(), result]
        assert isinstance(result, Failed)
        if self.error:
            return [Unsettled(result.article_id, result.error)]
        earlier = self._release() if self._held and _kind(self._held[-1]) is not kind else []
        self._held.append(result)
        if len(self._held) < _ENOUGH[kind]:
            return [*earlier]
        self.error = result.error
        return [*earlier, *self._unsettled()]

    def end(self) -> list[Done | Failed | Unsettled]:
        """Return what was held back, at the end of a run. Where nothing went well, that is no article's fault."""
        if self._held and not self._settled:
            self.error = self._held[-1].error
            return [*self._unsettled()]
        return [*self._release()]

    def _release(self) -> list[Failed]:
        held, self._held = self._held, []
        return held

    def _unsettled(self) -> list[Unsettled]:
        return [Unsettled(failed.article_id, failed.error) for failed in self._release()]


def _kind(result: Done | Failed) -> type[SummariserError] | None:
    if isinstance(result, Done) or result.cached:
        return None
    return next((kind for kind in _ENOUGH if isinstance(result.error, kind)), None)
