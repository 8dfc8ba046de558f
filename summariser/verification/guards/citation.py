"""Evidence: the sentences exist, speak of the claim, and are not a blanket thrown over the article."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.models.claims import Evidence
from summariser.models.faults import Fault
from summariser.verification.place import Place, listed

__all__ = ["cites_existing_sentences", "cites_no_blanket", "cites_what_speaks_of_it"]

_FEW = 3
_DENIED = frozenset(["denied", "disputed"])
_TAKES_BACK = frozenset("apologised apologized denied denies invented retracted untrue withdrew wrong".split())
"""In a sentence cited for what is denied they tell the denial, whatever else it is about."""
_ADDS = 2
"""Words that a sentence adds to what better ones say, at least, if it says little else."""


def cites_existing_sentences(evidence: list[Evidence], place: Place) -> Iterator[Fault]:
    """A number that no sentence bears ties the claim to nothing; a quote of the model's own could be made up."""
    for index, entry in enumerate(evidence):
        here = place.at(f"[{index}]")
        if entry.number > place.article.count:
            yield here.fault(
                "cites_existing_sentences",
                f"there is no sentence {entry.number}, the article has 1 to {place.article.count}; cite what says it",
            )
        if (entry.start, entry.end, entry.quote) != (None, None, None):
            yield here.fault("cites_existing_sentences", f"cite the number {entry.number} alone, without a quote")


def cites_what_speaks_of_it(evidence: list[Evidence], place: Place) -> Iterator[Fault]:
    """A sentence that shares no word with the claim and names nobody in it is no evidence.

    A neighbour of a sentence that does is let pass: "He said it would hold" goes on from the sentence before. One idle
    sentence among others that speak of the claim may tell what it rests on, and is a doubt.
    """
    idle = [number for number in place.cited if not _speaks(number, place)]
    speaking = [number for number in place.cited if number not in idle]
    for number in idle:
        if {number - 1, number + 1} & set(speaking):
            continue
        better = [] if speaking else place.article.best(_own_stems(place))
        pointer = f"; {listed(better)} may be what is meant" if better else "; leave it out"
        index = [entry.number for entry in evidence].index(number)
        here = place.at(f"[{index}]")
        yield here.fault(
            "cites_what_speaks_of_it",
            f"sentence {number} says nothing of this claim{pointer}",
            doubt=len(idle) <= len(speaking),
        )


def cites_no_blanket(evidence: list[Evidence], place: Place) -> Iterator[Fault]:
    """Evidence that is mostly beside the point hides which sentence is meant: small models cite runs of numbers."""
    cited = place.cited
    if len(cited) <= _FEW:
        return
    telling = _telling(cited, place)
    if len(telling) * 2 <= len(cited):
        keep = f"cite {listed(telling)} alone" if telling else "cite the one or two sentences that say it"
        yield place.fault(
            "cites_no_blanket",
            f"cites {len(cited)} sentences, of which {len(telling)} speak of this claim; {keep}",
            doubt=len(telling) * 2 == len(cited),
        )


def _telling(cited: list[int], place: Place) -> list[int]:
    """Return the cited sentences that say much of the claim, or words of it that those which say more do not have.

    Names count for nothing, unless the claim is about the bearer of one: then each sentence that mentions it tells; or
    it refers to somebody whom no sentence that says more mentions: "Egypt does not accept it" tells Egypt's answer. A
    sentence that mentions whoever answers may tell the answer.
    """
    if getattr(place.claim, "id", None) in place.draft.named:
        return [number for number in cited if _speaks(number, place)]
    own = _own_stems(place)
    words = own - place.draft.name_stems or own
    shares = {number: words & place.article.sentence(number).stems for number in cited}
    most = max(map(len, shares.values()))
    answering = place.draft.answering(place.claim) if place.claim else set()
    if len(answering) >= len(cited):
        answering = set()  # who lets everybody answer has not read who does
    telling, told, named = [], frozenset[str](), set[str]()
    for number in sorted(cited, key=lambda number: -len(shares[number])):
        names = _named_in(number, place)
        if (
            len(shares[number]) * 2 >= most > 0
            or len(shares[number] - told) >= _ADDS
            or names - named
            or names & answering
        ):
            telling.append(number)
        told |= shares[number]
        named |= names
    return sorted(telling)


def _named_in(number: int, place: Place) -> set[str]:
    """Return the ids that the claim refers to and whose bearers a sentence mentions."""
    assert place.claim is not None
    sentence = place.article.sentence(number)
    ids = place.draft.refs_of(place.claim)
    return {entry for entry in ids if place.draft.is_mentioned(entry, sentence)}


def _own_stems(place: Place) -> frozenset[str]:
    return place.draft.stems_of(place.claim) if place.claim else frozenset()


def _speaks(number: int, place: Place) -> bool:
    sentence = place.article.sentence(number)
    if _own_stems(place) & sentence.stems:
        return True
    assert place.claim is not None
    if sentence.word_set & _TAKES_BACK and _DENIED & place.draft.told_of(place.claim):
        return True
    ids = place.draft.refs_of(place.claim) | {getattr(place.claim, "id", "")}
    return any(place.draft.is_mentioned(entry, sentence) for entry in ids)
