"""What must be there on the topic is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from summariser.models.faults import Fault
from summariser.verification.place import Place

__all__ = ["is_filled_on_topic"]


def is_filled_on_topic(value: Any, place: Place) -> Iterator[Fault]:
    """Null is for articles off the topic: those are not walked this far."""
    if value is None:
        yield place.fault("is_filled_on_topic", "is null, but the article is on the topic; fill it")
