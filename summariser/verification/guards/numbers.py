"""Numbers: each number in a claim stands in the sentences that it cites, in whatever notation."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from summariser.language.numbers import numbers
from summariser.models.faults import Fault
from summariser.verification.place import Place, listed

__all__ = ["numbers_stand_there"]


def numbers_stand_there(value: str, place: Place) -> Iterator[Fault]:
    """A changed number is the falsehood that readers find last. The year of publication may be added to a date."""
    published = place.article.article.date
    allowed = {Decimal(published.year)} if published else set()
    for number in sorted(numbers(value) - place.scope.numbers - allowed):
        where = place.article.where(lambda passage, number=number: number in passage.numbers)  # type: ignore[misc]
        pointer = f"{listed(where)} has it: cite it" if where else "no sentence has it: leave it out"
        yield place.fault(
            "numbers_stand_there", f"the number {number:f} does not stand in {place.scope_name}; {pointer}"
        )
