"""How a fault is told: what went wrong, in one line; what an answer got wrong, claim by claim."""

from __future__ import annotations

import click

from summariser.errors import SummariserError, VerificationFailed
from summariser.report.plain import plain

__all__ = ["tell"]

_MOST_FAULTS = 10
_LONGEST = 600


def tell(error: SummariserError, source: str | None = None) -> None:
    """Say on standard error what went wrong; `source` is the article it happened to, where there are several."""
    where = "" if source is None or source in str(error) else f"{source}: "
    if not isinstance(error, VerificationFailed):
        _say(f"summariser: {where}{error}")
        return
    tries = error.usage.attempts if error.usage else 0
    after = f" after {tries} tries" if tries > 1 else ""
    count = f"{len(error.faults)} fault{'' if len(error.faults) == 1 else 's'}"
    _say(f"summariser: {where}the answer does not hold{after}: {count}")
    for fault in error.faults[:_MOST_FAULTS]:
        _say(f"  {fault}")
    if len(error.faults) > _MOST_FAULTS:
        _say(f"  and {len(error.faults) - _MOST_FAULTS} more")
    from summariser.verification.second_reading import GUARD  # noqa: PLC0415 (start-up time)

    if any(fault.guard == GUARD for fault in error.faults):
        _say("summariser: without --strict, what a second reading does not bear out is a warning in the record")
    # An answer that is no object at all has nothing to keep.
    elif any(fault.path for fault in error.faults):
        _say("summariser: --keep-verified gives the record without the claims that fail, where the rest holds")


def _say(line: str) -> None:
    indent = "  " if line.startswith("  ") else ""
    whole = plain(line)
    click.echo(indent + (whole if len(whole) <= _LONGEST else f"{whole[:_LONGEST]}…"), err=True)
