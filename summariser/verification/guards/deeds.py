"""Deeds: what decides (accepted, rejected, killed) is told by the sentences, in that word or in one that means it."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.models.cues import deeds
from summariser.models.faults import Fault
from summariser.verification.index import Passage
from summariser.verification.place import Place, has_it

__all__ = ["deeds_stand_there"]


def deeds_stand_there(value: str, place: Place) -> Iterator[Fault]:
    """One turned verb makes a falsehood of right words: "accepted" for "rejected", "killed" for "detained".

    Wording asks for half of the words; here the one word that decides has to be there.
    """
    own, scope = place.own(value), place.scope
    if own.word_set <= scope.word_set:
        return
    for word in sorted(own.word_set - scope.word_set):
        for deed, told_by in deeds().items():
            if word.startswith(deed) and not tells(scope, told_by):
                where = [n for n in range(1, place.article.count + 1) if tells(place.article.sentence(n), told_by)]
                pointer = has_it(where[:3]) if where else "choose the verb that stands there"
                yield place.fault("deeds_stand_there", f"nothing in {place.scope_name} says {word!r}; {pointer}")


def tells(passage: Passage, beginnings: tuple[str, ...]) -> bool:
    """Return whether a word of the passage begins with one of `beginnings`; `n't` stands for any contracted "not"."""
    negated = "n't" in beginnings
    return any(word.startswith(beginnings) or (negated and word.endswith("n't")) for word in passage.word_set)
