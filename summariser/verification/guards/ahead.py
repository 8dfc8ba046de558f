"""Next steps: what is said to come lies ahead in the article too."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.language.verbs import past_forms, root
from summariser.models.faults import Fault
from summariser.models.markers import Ahead
from summariser.verification.index import Passage
from summariser.verification.place import Place, listed

__all__ = ["lies_ahead"]

_WILL = frozenset(["will", "shall"])
_AHEAD = _WILL | frozenset(
    """
    would should must ll due plan plans planned planning next expect expects expected schedule scheduled
    tomorrow later soon until set upcoming intend intends intended hope hopes want wants wait awaits await pending yet
    again could may might can if
    """.split()
)
"""Words of which a sentence about things to come has one."""
_IS_TO = (" is to ", " are to ", " was to ", " were to ")
_OVER = frozenset("declined held met agreed rejected signed refused took made did ended".split())
_HELPERS = frozenset("not be also now then have".split())
_SAME = 0.8
"""Of the words of where things stand: a step that has so many of them, and no other, says nothing new."""
_REACH = 3


def lies_ahead(value: str, place: Place) -> Iterator[Fault]:
    """A model that must fill a list of next steps takes what is over: "declined to comment", talks held years ago; or
    says again where things stand; or puts a "will" before it."""
    assert isinstance(place.marker, Ahead)
    own, now = place.own(value), place.marker.now
    if now and _repeats(own, place.own(getattr(place.parent, now) or "")):
        yield place.fault("lies_ahead", f"repeats {now}; give what comes next, or leave it out")
        return
    verb = _promised(own.words)
    if verb is None and _speaks_of_things_to_come(own):
        return
    stems = own.stems - place.draft.name_stems
    near = [number for number in place.article.best(stems, most=3) if _shares(stems, place.article.sentence(number))]
    if any(_speaks_of_things_to_come(place.article.sentence(number)) for number in near):
        return
    if verb is None and near and _OVER & own.word_set:
        yield place.fault("lies_ahead", f"is no next step: {listed(near)} tells it as over; leave it out")
    done = [number for number in near if verb and _tells_as_done(verb, place.article.sentence(number))]
    if done:
        yield place.fault("lies_ahead", f"says 'will {verb}', but {listed(done[:1])} tells that as done; leave it out")


def _repeats(own: Passage, now: Passage) -> bool:
    if _WILL & own.word_set or any(phrase in own.plain for phrase in _IS_TO):
        return False  # where things stand may be what is to come
    return own.stems <= now.stems and len(own.stems) >= _SAME * len(now.stems)


def _promised(words: list[str]) -> str | None:
    """Return the verb behind the first "will"."""
    will = next((place for place, word in enumerate(words) if word in _WILL), None)
    if will is None:
        return None
    behind = words[will + 1 : will + 1 + _REACH]
    return next((word for word in behind if word not in _HELPERS and not word.endswith("ly")), None)


def _tells_as_done(verb: str, sentence: Passage) -> bool:
    past = (word for word in sentence.words if word in past_forms() or (word.endswith("ed") and word[-3:] != "eed"))
    return root(verb) in map(root, past)


def _speaks_of_things_to_come(passage: Passage) -> bool:
    return bool(_AHEAD & passage.word_set) or any(phrase in passage.plain for phrase in _IS_TO)


def _shares(stems: frozenset[str], sentence: Passage) -> bool:
    return len(stems & sentence.stems) * 2 >= len(stems)
