"""What became of one article, as a value."""

from __future__ import annotations

from dataclasses import dataclass

from summariser.articles.article import Article
from summariser.errors import SummariserError
from summariser.models.record import Record, Usage

__all__ = ["Outcome"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An article with its record, or with the error that says why it has none: exactly one of the two.

    `article` is None where what was given makes none (a blank text): the ArticleError says which one it was, and why.
    `cached` says that the answer came from the cache or from the job, so that nothing was spent now.
    """

    article: Article | None
    record: Record | None = None
    error: SummariserError | None = None
    cached: bool = False

    @property
    def usage(self) -> Usage:
        """What was spent on it, failed tries included."""
        if self.record is not None:
            return self.record.provenance.usage
        return getattr(self.error, "usage", None) or Usage()
