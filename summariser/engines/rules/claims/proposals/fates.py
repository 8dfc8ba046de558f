"""Fates: what the sentence that tells a proposal says has become of it (tables/data/fates.tsv)."""

from __future__ import annotations

from summariser.engines.rules.clauses.marking import Line

__all__ = ["fate_after"]


def fate_after(line: Line, start: int) -> tuple[str, int] | None:
    """Return the status that the words from `start` on tell, and where they begin; None where they tell none."""
    rest = line.coded[start:]
    for (status,), pattern in line.rows("fates"):
        if match := pattern.search(rest):
            return status, start + len(rest[: match.start()].rstrip())
    return None
