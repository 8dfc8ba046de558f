"""Next steps: what is said to come lies ahead in the article too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.language.verbs import past_forms, root
from summariser.models.faults import Fault
from summariser.models.markers import Ahead
from summariser.verification.index import Passage
from summariser.verification.place import Place, listed

__all__ = ["lies_ahead"]

_WILL = frozenset(["will", "shall"])
_SURELY = _WILL | frozenset(
    """
    would must ll due plan plans planned planning next expect expects expected schedule scheduled tomorrow later soon
    until set upcoming intend intends intended hope hopes want wants wait awaits await pending promise promises promised
    pledge pledges pledged vow vows vowed going
    """.split()
)
_AHEAD = _SURELY | frozenset("should yet again could may might can if".split())
"""Words of which a sentence about things to come has one."""
_THE_MONTH = re.compile(r"\bmay (?=\d)|\b(?:in|since|last|of) may\b")
_IS_TO = (" is to ", " are to ", " was to ", " were to ")
_OVER = frozenset("declined held met agreed rejected signed refused took made did ended".split())
_HELPERS = frozenset("not be also now then have soon again next both still never each all first".split())
_NOT_PAST = frozenset("need feed speed proceed exceed succeed indeed".split())
_SAME = 0.8
"""Of the words of where things stand: a step that has so many of them, and no other, says nothing new."""
_REACH = 3


def lies_ahead(value: str, place: Place) -> Iterator[Fault]:
    """A model that must fill a list of next steps takes what is over: "declined to comment", talks held years ago; or
    says again where things stand; or puts a "will" before it."""
    assert isinstance(place.marker, Ahead)
    own, field = place.own(value), place.marker.now
    now = place.own(getattr(place.parent, field) or "") if field else None
    if now and not _speaks_of_things_to_come(own, _SURELY) and _repeats(own, now):
        doubt = _speaks_of_things_to_come(own)
        yield place.fault("lies_ahead", f"repeats {field}; give what comes next, or leave it out", doubt=doubt)
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
    elif verb and (done := _number_of_the_deed(verb, near, place)):
        yield place.fault("lies_ahead", f"says that it will be so, but {listed([done])} tells it as done; leave it out")


def _repeats(own: Passage, now: Passage) -> bool:
    return own.stems <= now.stems and len(own.stems) >= _SAME * len(now.stems)


def _promised(words: list[str]) -> str | None:
    """Return the verb behind the first "will"."""
    will = next((place for place, word in enumerate(words) if word in _WILL), None)
    if will is None:
        return None
    behind = words[will + 1 : will + 1 + _REACH]
    return next((word for word in behind if word not in _HELPERS and not word.endswith("ly")), None)


def _number_of_the_deed(verb: str, near: list[int], place: Place) -> int | None:
    """Return the sentence that tells a verb as done, where none has it in the present or behind a "to": a parliament
    that votes on Thursday may have voted before."""
    forms = {n: [word for word in place.article.sentence(n).words if root(word) == root(verb)] for n in near}
    if any(not _is_past(word) and not word.endswith("ing") for found in forms.values() for word in found):
        return None
    return next((number for number, found in forms.items() if any(map(_is_past, found))), None)


def _is_past(word: str) -> bool:
    return word in past_forms() or (word.endswith("ed") and word not in _NOT_PAST)


def _speaks_of_things_to_come(passage: Passage, words: frozenset[str] = _AHEAD) -> bool:
    if words & passage.word_set - {"may"} or any(phrase in passage.plain for phrase in _IS_TO):
        return True
    return "may" in words & passage.word_set and "may" in _THE_MONTH.sub("", passage.plain).split()


def _shares(stems: frozenset[str], sentence: Passage) -> bool:
    return len(stems & sentence.stems) * 2 >= len(stems)
