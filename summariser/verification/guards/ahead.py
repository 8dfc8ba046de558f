"""Next steps: what is said to come lies ahead in the article too."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.models.faults import Fault
from summariser.verification.index import Passage
from summariser.verification.place import Place, listed

__all__ = ["lies_ahead"]

_AHEAD = frozenset(
    """
    will would shall should must ll due plan plans planned planning next expect expects expected schedule scheduled
    tomorrow later soon until set upcoming intend intends intended hope hopes want wants wait awaits await pending yet
    again could may might can if
    """.split()
)
"""Words of which a sentence about things to come has one."""
_IS_TO = (" is to ", " are to ", " was to ", " were to ")
_OVER = frozenset("declined held met agreed rejected signed refused took made did ended".split())


def lies_ahead(value: str, place: Place) -> Iterator[Fault]:
    """A model that must fill a list of next steps takes what is over: "declined to comment", talks held years ago."""
    own = place.own(value)
    if _speaks_of_things_to_come(own):
        return
    stems = own.stems - place.draft.name_stems
    near = [number for number in place.article.best(stems, most=3) if _shares(stems, place.article.sentence(number))]
    told_as_over = not any(_speaks_of_things_to_come(place.article.sentence(number)) for number in near)
    if near and told_as_over and _OVER & own.word_set:
        yield place.fault("lies_ahead", f"is no next step: {listed(near)} tells it as over; leave it out")


def _speaks_of_things_to_come(passage: Passage) -> bool:
    return bool(_AHEAD & passage.word_set) or any(phrase in passage.plain for phrase in _IS_TO)


def _shares(stems: frozenset[str], sentence: Passage) -> bool:
    return len(stems & sentence.stems) * 2 >= len(stems)
