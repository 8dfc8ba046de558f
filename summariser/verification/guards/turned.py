"""Turned round: a wording doesn't have one do to another what the other did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from summariser.language.verbs import SAYS, root
from summariser.language.words import STOPWORDS, content_stems
from summariser.models.faults import Fault
from summariser.verification.cast import Mention, pieces
from summariser.verification.guards.wording import TELLING
from summariser.verification.place import Place

__all__ = ["names_do_not_change_places"]

_BOTH_WAYS = content_stems(
    "meet met talk negotiate discuss agree sign exchange border share swap merge join differ confer dispute fight clash"
)
"""What two do to one another, whoever is named first."""
_FEW = 2
"""Words of an act that are left when one of them stands nowhere: fewer than that tell nothing of who does it."""
_MARKED = frozenset(["to", "from", "by"])
_NO_MARKS = frozenset("and that of for".split())
_REACH = 4


@dataclass(frozen=True, slots=True)
class _Act:
    """What a wording has one do to another: the stems of its words, and the small word before the other's name."""

    one: Mention
    other: Mention
    stems: tuple[str, ...]
    mark: str | None


def names_do_not_change_places(value: str, place: Place) -> Iterator[Fault]:
    """ "Gulfland would owe Merriweather" is not told by "Merriweather would owe Gulfland", of the very same words.

    Between two names the first word that carries content is mostly the verb. The guard refuses where the cited
    sentences have it, and all others between the names, with the names the other way round, and nowhere as claimed.
    """
    own = place.own(value)
    if not place.cited or own.plain in place.scope.plain:
        return
    mentions = place.draft.cast.mentions(own)
    if len(mentions) < 2:
        return
    words = own.once(pieces)
    for act in _acts(words, mentions):
        told = {each for number in place.cited for each in map(root, place.article.sentence(number).words)}
        doubt = act.stems[0] not in told and len(act.stems) > _FEW
        if doubt:
            act = replace(act, stems=act.stems[1:])  # noqa: PLW2901 ("gets an option to buy" for "gives him an option")
        turned = [
            number
            for number in place.cited
            if _has(act.other, act.one, act, number, place) and not _stands_before(act.one, act, number, place)
        ]
        if turned and not any(_has(act.one, act.other, act, number, place) for number in place.cited):
            one, other = (" ".join(words[each.start : each.end]) for each in (act.one, act.other))
            yield place.fault(
                "names_do_not_change_places",
                f"sentence {turned[0]} tells it of {other!r} and {one!r} the other way round; say who does it to whom",
                doubt=doubt,
            )
            return


def _acts(words: Sequence[str], mentions: Sequence[Mention]) -> Iterator[_Act]:
    for one, other in pairwise(mentions):
        between = words[one.end : other.start]
        if "to" in between and root(between[0]) in _BOTH_WAYS:
            between = between[between.index("to") :]  # "agreed to sell"
        stems = tuple(root(word) for word in between if word.isalnum() and word not in STOPWORDS)
        if not stems or one.owners & other.owners or stems[0] in TELLING or _BOTH_WAYS & set(stems):
            continue
        if not {";", '"'} & set(between):
            yield _Act(one, other, stems, _mark(words, other, stems))


def _has(one: Mention, other: Mention, act: _Act, number: int, place: Place) -> bool:
    """Whether a sentence has the act with `one` before it and `other` behind it, or `other` marked as it is marked."""
    sentence = place.article.sentence(number)
    words, mentions = sentence.once(pieces), place.draft.cast.mentions(sentence)
    verbs = [at for at, word in enumerate(words) if root(word) == act.stems[0]]
    for verb in verbs:
        before = [each for each in mentions if each.end <= verb and each.owners & one.owners]
        behind = [each for each in mentions if each.start > verb and each.owners & other.owners]
        behind = [each for each in behind if not SAYS & set(words[each.end : each.end + 1])]  # "...," Ada Brook said
        for each in behind:
            marked = _mark(words, each, act.stems)
            all_between = set(act.stems) <= {root(word) for word in words[verb : each.start]}
            if before and all_between and (marked == "by") is (act.mark == "by"):
                return True
            if act.mark and marked == act.mark and act.mark != "by" and _names(words, mentions, one, act):
                return True
    return False


def _stands_before(one: Mention, act: _Act, number: int, place: Place) -> bool:
    """Whether the nearest name before the verb is the doer's: "they want Japan to cut their deficits with Japan"."""
    sentence = place.article.sentence(number)
    mentions = place.draft.cast.mentions(sentence)
    for at, word in enumerate(sentence.once(pieces)):
        before = [each for each in mentions if each.end <= at] if root(word) == act.stems[0] else []
        if before and max(before, key=lambda each: each.end).owners & one.owners:
            return True
    return False


def _names(words: Sequence[str], mentions: Sequence[Mention], one: Mention, act: _Act) -> bool:
    """Whether a name stands there, and not behind a word that marks whom something is done to."""
    return any(each.owners & one.owners and _mark(words, each, act.stems) is None for each in mentions)


def _mark(words: Sequence[str], mention: Mention, stems: tuple[str, ...]) -> str | None:
    """Return the small word that marks a name: "to" of "sold him to the Scottish club Kelvinside"."""
    for word in reversed(words[max(0, mention.start - _REACH) : mention.start]):
        if word in _MARKED:
            return word
        if not word.isalpha() or word in _NO_MARKS or root(word) in stems:
            return None
    return None
