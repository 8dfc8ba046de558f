"""Which outline a record gets: its task's own where there is one, its fields one by one otherwise."""

from __future__ import annotations

from summariser.models.record import NegotiationRecord, Record
from summariser.report.fields import fields_outline
from summariser.report.lines import Outline
from summariser.report.negotiation import negotiation_outline

__all__ = ["outline_of"]


def outline_of(record: Record) -> Outline:
    """Return what is to be said of `record`, whatever its task."""
    return negotiation_outline(record) if isinstance(record, NegotiationRecord) else fields_outline(record)
