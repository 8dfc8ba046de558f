"""Words said of the bearer: who mediates, hosts or guarantees is told to, by name, and not somebody near."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summariser.models.cues import DATELINE, begins, hints, own_cues
from summariser.models.faults import Fault
from summariser.models.markers import OfBearer
from summariser.verification.cast import Mention, capitals, pieces
from summariser.verification.index import Passage
from summariser.verification.place import Place
from summariser.verification.subjects import JOINTS

__all__ = ["is_said_of_its_bearer"]

_BEHIND = 8
"""Pieces behind a word in which those stand who did it: "brokered by", "the chairman, Ambassador Emilio Restrepo"."""
_LONGEST = 400
"""Words and marks of a sentence that are read."""
_NEAR = 3
_LINKS = frozenset("of for from by at in s".split())


def is_said_of_its_bearer(value: list[str], place: Place) -> Iterator[Fault]:
    """A small model takes a word that stands anywhere in the sentences for everybody's in them.

    In "talks in Kuwait brokered by the United Nations" neither do the rebels mediate nor does the government host.
    """
    marker = place.marker
    assert isinstance(marker, OfBearer)
    bearer = getattr(place.claim, "id", None)
    if bearer not in place.draft.named:
        return
    has_side = bool(set(marker.sides) & set(value))
    # Who has a side gives, puts and passes on things for himself.
    cues = {
        word: own_cues(marker, word) + (() if has_side else hints(marker, word))
        for word in marker.words
        if word in value
    }
    unsaid = [word for word in value if word in cues and not _is_said(cues[word], bearer, place)]
    is_doubt = len(unsaid) == 1 and not has_side
    for index, word in enumerate(value):
        if word in unsaid:
            yield Fault(
                f"{place.path}[{index}]",
                "is_said_of_its_bearer",
                f"is {word!r}, but no sentence says that of {bearer} itself; keep only what the sentences tell of it",
                doubt=is_doubt,
            )


def _is_said(cues: Sequence[str], bearer: str, place: Place) -> bool:
    offices = place.draft.wording_of(place.draft.named[bearer]).split()
    if any(_is_cue(office, cues) for office in offices) or (DATELINE in cues and _opens_at(bearer, place)):
        return True
    return any(_says(sentence, cues, bearer, place) for sentence in _sentences(bearer, place))


def _opens_at(bearer: str, place: Place) -> bool:
    """Whether the article was written where the bearer is at home."""
    first = place.article.sentence(1)
    here = len(pieces(first.dateline))
    return any(bearer in each.entries and each.end <= here for each in place.draft.cast.mentions(first))


def _sentences(bearer: str, place: Place) -> Iterator[Passage]:
    numbers = dict.fromkeys([*place.cited, *place.draft.mentioning(bearer, place.article)])
    yield from map(place.article.sentence, numbers)


def _says(sentence: Passage, cues: Sequence[str], bearer: str, place: Place) -> bool:
    if not any(_is_cue(word, cues) for word in sentence.word_set):
        return False
    words = sentence.once(pieces)[:_LONGEST]
    mentions = [each for each in place.draft.cast.mentions(sentence) if each.end <= _LONGEST]
    return any(_is_its(at, words, mentions, bearer, sentence) for at, word in enumerate(words) if _is_cue(word, cues))


def _is_cue(word: str, cues: Sequence[str]) -> bool:
    return any(begins(word, cue) for cue in cues)


def _is_its(at: int, words: Sequence[str], mentions: Sequence[Mention], bearer: str, sentence: Passage) -> bool:
    """Whether the word at a place is said of the bearer: within its name, by it, or behind or before it and nobody
    else's name between."""
    inside = [each for each in mentions if each.start <= at < each.end]
    if inside:
        return any(bearer in each.owners for each in inside)
    behind = [each for each in mentions if at < each.start <= at + _BEHIND]
    if behind and "by" in words[at + 1 : at + 3]:
        return bearer in _joined(behind[0], mentions, words)
    if (
        behind
        and bearer in behind[0].owners
        and (behind[0].start <= at + _NEAR or _LINKS & set(words[at + 1 : behind[0].start]))
    ):
        return True
    before = [each for each in mentions if each.end <= at]
    if not before or _is_a_strangers(at, words, before[-1], sentence):
        return False
    return bearer in _joined(before[-1], mentions, words)


def _is_a_strangers(at: int, words: Sequence[str], nearest: Mention, sentence: Passage) -> bool:
    """Whether a name that the draft doesn't give stands right before a word: "Qatar's envoy", "U.N. envoy"."""
    behind = at - 1 if words[at - 1] == "'s" else at
    return nearest.end < behind and sentence.once(capitals)[behind - 1]


def _joined(mention: Mention, mentions: Sequence[Mention], words: Sequence[str]) -> frozenset[str]:
    """Return whom a mention names, and those joined to it: "brokered by Norway and Mabanga"."""
    owners, place = mention.owners, mentions.index(mention)
    for step in (1, -1):
        here = place
        while 0 <= here + step < len(mentions):
            first, second = sorted((mentions[here], mentions[here + step]), key=lambda each: each.start)
            if not set(words[first.end : second.start]) <= JOINTS:
                break
            here += step
            owners |= mentions[here].owners
    return owners
