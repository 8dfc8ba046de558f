"""Numbers: each number in a claim stands in the sentences that it cites, in whatever notation."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from summariser.language.numbers import notations, numbers_of
from summariser.models.faults import Fault
from summariser.verification.place import Place, has_it

__all__ = ["numbers_stand_there"]


def numbers_stand_there(value: str, place: Place) -> Iterator[Fault]:
    """A changed number is the falsehood that readers find last. The year of publication may be added to a date."""
    published = place.article.article.date
    allowed = {Decimal(published.year)} if published else set()
    for number in sorted(place.own(value).once(numbers_of) - allowed):
        if place.scope.has(numbers_of, number, notations(number)):
            continue
        where = place.article.where_found(numbers_of, number)
        yield place.fault(
            "numbers_stand_there", f"the number {number:f} does not stand in {place.scope_name}; {has_it(where)}"
        )
