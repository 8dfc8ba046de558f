"""Falsehoods in what a claim rests on: other sentences than its own, or the words of another article."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.truth.cases import Falsehood, changed
from benchmarks.truth.gold import Entry, Told
from benchmarks.truth.oracle import acts, beginnings, same_actor, share, tells

__all__ = ["neighbour_sentence", "other_article", "unrelated_sentence"]

_LEAST_WORDS = 6


def unrelated_sentence(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """The claim cites a sentence, two or more from its own, that shares nothing with it: no word, no act, no number."""
    entry = claim.entry
    far = [
        sentence.number
        for sentence in entry.article.sentences[1:]
        if min(abs(sentence.number - own) for own in claim.cited) >= 2
        and len(sentence.text.split()) >= _LEAST_WORDS
        and not tells(claim, entry.sentence(sentence.number), 0.0)
    ]
    if far:
        yield _citing(claim, chance.choice(far))


def neighbour_sentence(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """The claim cites the sentence before its first, or after its last, which has at most a quarter of what it says."""
    for number in (min(claim.cited) - 1, max(claim.cited) + 1):
        if 1 < number <= len(claim.entry.article.sentences) and not tells(claim, claim.entry.sentence(number), 0.25):
            yield _citing(claim, number)


def _citing(claim: Told, number: int) -> Falsehood:
    return changed(claim, f"cites {number} instead of {claim.cited}", says=claim.text, evidence=[number])


def other_article(claim: Told, chance: Random, others: list[Entry]) -> Iterator[Falsehood]:
    """The claim says what one of the same list says in another article, of the same sort if it can be."""
    if claim.part not in {"proposals", "conditions", "events", "status"}:
        return
    alike = [entry for entry in others if entry.sort == claim.entry.sort] or others
    strange = [told for entry in alike for told in entry.of(claim.part) if _is_strange(told, claim)]
    if strange:
        told = chance.choice(strange)
        yield changed(claim, f"from {told.entry.slug}: {told.text!r}", says=told.text, **{claim.field: told.text})


def _is_strange(told: Told, claim: Told) -> bool:
    """Whether a claim of another article is surely not told by this one: no party and no sentence have much of it."""
    if any(same_actor(one, other) for one in told.entry.forms.values() for other in claim.entry.forms.values()):
        return False
    if len(beginnings(told.text)) < 4 or len(beginnings(told.text) | acts(told.text)) < 5:
        return False
    passages = [claim.passage, *(claim.entry.sentence(each.number) for each in claim.entry.article.sentences)]
    return all(share(told, passage) <= (0.25 if n == 0 else 0.5) for n, passage in enumerate(passages))
