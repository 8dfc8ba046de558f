"""The kinds of falsehoods, one function each: it yields those of its kind that can be planted in a claim.

A function is given the claim, a source of chance of its own, and the other articles of the same half of the gold set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from benchmarks.truth.cases import Case, Falsehood
from benchmarks.truth.gold import Entry, Told
from benchmarks.truth.kinds import cast, citations, figures, vocabulary, wording

__all__ = ["KINDS", "ON_SENTENCES", "Kind", "planted"]

Kind = Callable[[Told, Random, list[Entry]], Iterator[Falsehood]]

KINDS: dict[str, Kind] = {
    kind.__name__: kind
    for kind in (
        citations.unrelated_sentence,
        citations.neighbour_sentence,
        citations.other_article,
        figures.changed_number,
        figures.swapped_numbers,
        figures.changed_unit,
        figures.changed_date,
        figures.wrong_when,
        wording.dropped_negation,
        wording.added_negation,
        wording.turned_verb,
        wording.planned_as_done,
        wording.failed_as_done,
        wording.swapped_wording,
        cast.swapped_references,
        cast.moved_person,
        cast.wrong_position,
        cast.wrong_source,
        cast.invented_party,
        cast.invented_person,
        cast.renamed_party,
        vocabulary.turned_answer,
        vocabulary.turned_status,
        vocabulary.turned_stage,
        vocabulary.turned_direction,
        vocabulary.turned_state,
        vocabulary.turned_event,
        vocabulary.turned_role,
        vocabulary.borrowed_role,
    )
}
ON_SENTENCES = frozenset({"unrelated_sentence", "neighbour_sentence"})
"""The kinds whose wording is true, and only its citation false."""


def planted(entries: list[Entry], seed: int, kinds: list[str] | None = None) -> list[Case]:
    """Return all cases, kind by kind.

    What is drawn for a claim depends on the seed, the kind, the claim and the other articles, not on which kinds are
    asked for.
    """
    cases = []
    for name in kinds or KINDS:
        for entry in entries:
            others = [other for other in entries if other.split == entry.split and other is not entry]
            for claim in entry.claims:
                chance = Random(f"{seed} {name} {entry.slug} {claim.path}")
                found = KINDS[name](claim, chance, others)
                cases += [Case(kind=name, entry=entry, claim=claim, falsehood=each) for each in found]
    return cases
