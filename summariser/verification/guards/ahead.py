"""Next steps: what is said to come lies ahead in the article too."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.models.faults import Fault
from summariser.verification.index import Passage
from summariser.verification.place import Place, listed

__all__ = ["lies_ahead"]

_AHEAD = frozenset(
    """
    will would shall should may might could can must ll to due plan plans planned planning next expect expects
    expected schedule scheduled tomorrow later soon until before if set upcoming intend intends intended hope hopes
    want wants wait awaits await pending remains remain yet again open opens begin begins start starts by on in after
    """.split()
)
"""Words of which a sentence about things to come has one."""


def lies_ahead(value: str, place: Place) -> Iterator[Fault]:
    """A model that must fill a list of next steps takes what is over: "declined to comment", talks held years ago."""
    stems = place.own(value).stems - place.draft.name_stems
    near = [number for number in place.article.best(stems, most=3) if _shares(stems, place.article.sentence(number))]
    if not near:
        return
    if not any(_AHEAD & place.article.sentence(number).word_set for number in near):
        yield place.fault("lies_ahead", f"is no next step: {listed(near)} tells it as over; leave it out")


def _shares(stems: frozenset[str], sentence: Passage) -> bool:
    return len(stems & sentence.stems) * 2 >= len(stems)
