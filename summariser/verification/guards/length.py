"""Length: short texts stay short, and none is blank."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.models.faults import Fault
from summariser.models.markers import Words
from summariser.verification.place import Place

__all__ = ["is_short_enough"]

_LETTERS_A_WORD = 20


def is_short_enough(value: str, place: Place) -> Iterator[Fault]:
    """A JSON Schema that decoders take can't bound a text, so this does."""
    assert isinstance(place.marker, Words)
    most, count = place.marker.most, len(value.split())
    if not value.strip():
        yield place.fault("is_short_enough", "is blank; fill it from the article")
    elif count > most:
        yield place.fault("is_short_enough", f"has {count} words, at most {most} are allowed; shorten it")
    elif len(value) > most * _LETTERS_A_WORD:
        yield place.fault(
            "is_short_enough", f"has {len(value)} characters, at most {most * _LETTERS_A_WORD} are allowed; shorten it"
        )
