"""Roles: what part a sentence says that somebody plays."""

from __future__ import annotations

from collections.abc import Iterable

from summariser.engines.rules.clauses import is_denied
from summariser.engines.rules.ledger import Ledger
from summariser.engines.rules.lexicon import patterns
from summariser.engines.rules.marking import Line

__all__ = ["note_roles"]


def note_roles(lines: Iterable[Line], ledger: Ledger) -> None:
    """Enter in the ledger every role that a pattern of data/roles.tsv finds."""
    for line in lines:
        if not line.keys:
            continue
        for (role,), pattern in patterns("roles"):
            for match in pattern.finditer(line.marked):
                if not is_denied(match[0]):
                    ledger.note(line.keys_in(*match.span("A")), role, line.number)
