"""Planted falsehoods: which of them verification refuses, and which truths it refuses by mistake.

    python -m benchmarks.truth                         # both halves of the gold set
    python -m benchmarks.truth --show 5 --kind changed_number

A case is one gold record in which one claim is made false in one way, or none is. It goes through `verify` as the
answer of a model would. The claim is refused if a fault lies on it that the untouched record does not have; doubts
do not count, nor do faults of other claims. A true claim is falsely refused if any fault lies on it in the untouched
record.

The falsehoods are made, and their falsity is checked, from the gold record and the article with means of their own
(`english`, `oracle`): nothing here asks the package what it thinks of numbers, dates, names or wording.
"""
