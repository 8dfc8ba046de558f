"""Amounts: a number keeps the unit that it has in the sentences, and the part that it plays among the others there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from summariser.language.amounts import Amount, amounts_of, units_in
from summariser.language.numbers import notations, numbers_of
from summariser.models.faults import Fault
from summariser.verification.place import Place

__all__ = ["numbers_keep_their_parts", "units_stand_there"]

_LEADING = frozenset("from to of by than for every per at within over under above below between until in".split())
"""Small words that tell the parts of numbers apart: "to 45 from 30"."""
_MARGIN = 0.9
"""By how much numbers must fit better in each other's places to have been swapped."""
_CLEARLY = 1.3


def units_stand_there(value: str, place: Place) -> Iterator[Fault]:
    """A unit makes an amount a thousand times larger, and a checker of numbers alone passes over it.

    A number that stands without a unit ("to 45 dlrs from 30") takes any that the sentences have elsewhere.
    """
    if not _has_numbers(value, place):
        return
    for amount in place.own(value).once(amounts_of):
        there = _there(amount, place) if amount.units else []
        if not there or any(amount.units & other.units for other in there):
            continue
        other = next((other for other in there if other.units), None)
        if other is None or any(not each.units for each in there):
            near = place.article.join([*place.cited, *(number - 1 for number in place.cited)])
            if amount.units & (near if place.cited else place.scope).once(units_in):
                continue  # "at least ten years", and in the next sentence: "could live with five"
            elsewhere = amount.units & place.article.whole.once(units_in)
            yield place.fault(
                "units_stand_there",
                f"{amount.value:f} has no unit in {place.scope_name}, here it has {amount.written!r}; leave it out",
                doubt=bool(elsewhere),
            )
        else:
            yield place.fault(
                "units_stand_there",
                f"{amount.value:f} has the unit {other.written!r} in {place.scope_name}, not {amount.written!r}",
            )


def numbers_keep_their_parts(value: str, place: Place) -> Iterator[Fault]:
    """ "Raised from 45 to 30" has the right numbers and is wrong: each fits better where the sentences have the other.

    What surrounds two numbers here is compared with what surrounds them there, both ways round.
    """
    if len(_has_numbers(value, place)) < 2:
        return
    own = [amount for amount in place.own(value).once(amounts_of) if not amount.is_date]
    there = {amount: _there(amount, place) for amount in own}
    for one, other in combinations(there, 2):
        if one.value == other.value or not there[one] or not there[other]:
            continue
        if _are_swapped(one, other, there[one], there[other]):
            yield place.fault(
                "numbers_keep_their_parts",
                f"{one.value:f} and {other.value:f} stand in each other's place; {place.scope_name} has them the other"
                " way round",
                doubt=_voice([one, other]) != _voice([*there[one], *there[other]]),
            )
            return


def _are_swapped(one: Amount, other: Amount, ones: list[Amount], others: list[Amount]) -> bool:
    if one.name != other.name and _is_named(one, ones) and _is_named(other, others):
        return False  # "Ruvo showed 51, Pellam 64" of "Pellam showed 64, Ruvo 51"
    straight = _likest(one, ones) + _likest(other, others)
    crossed = _likest(one, others) + _likest(other, ones)
    return crossed > straight + _MARGIN and crossed > straight * _CLEARLY


def _is_named(amount: Amount, there: list[Amount]) -> bool:
    return amount.name is not None and any(amount.name == other.name for other in there)


def _voice(amounts: list[Amount]) -> bool:
    """Whether a "by" stands before one: "365 was replaced by 410" turns "410 replaced 365" round."""
    return any("by" in amount.before for amount in amounts)


def _has_numbers(value: str, place: Place) -> frozenset[object]:
    return place.own(value).once(numbers_of)


def _there(amount: Amount, place: Place) -> list[Amount]:
    """Return the amounts of that value in the sentences; in a whole article, those in the notations that are likely."""
    if place.scope is not place.article.whole:
        passages = [place.scope]
    else:
        numbers = {n for form in notations(amount.value) for n in place.article.holding(form)}
        sentences = (place.article.sentence(number) for number in sorted(numbers))
        passages = [sentence for sentence in sentences if amount.value in sentence.once(numbers_of)]
    return [other for passage in passages for other in passage.once(amounts_of) if other.value == amount.value]


def _likest(amount: Amount, there: list[Amount]) -> float:
    return max(_likeness(amount, other) for other in there)


def _likeness(one: Amount, other: Amount) -> float:
    """Return how much of the words around two numbers is the same, the nearest counting most."""
    leads = one.before[:1] == other.before[:1] and one.before[:1] and one.before[0] in _LEADING
    return bool(leads) + _shared(one.before, other.before) + _shared(one.after, other.after)


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    return sum(
        1 / max(here, other.index(word) + 1)
        for here, word in enumerate(one, start=1)
        if word in other and word not in one[: here - 1]
    )
