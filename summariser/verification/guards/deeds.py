"""Deeds: what decides (accepted, rejected, killed) is told by the sentences, in that word or in one that means it."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.language.verbs import past_forms, root
from summariser.language.words import negates, stem
from summariser.models.cues import deeds
from summariser.models.faults import Fault
from summariser.verification.index import Passage
from summariser.verification.place import Place, has_it
from summariser.verification.wanted import tells_what_is_wanted

__all__ = ["deeds_are_done", "deeds_stand_there", "what_is_ahead_is_not_past"]

_AHEAD = frozenset("will would shall should can could may might must won't wouldn't cannot can't couldn't".split())
_DECIDED = frozenset("vote chose choos decid agre opt move began begin start went manag forc".split())
"""Stems before a "to" after which a deed counts as done: "voted to accept"."""
_INTENDS = _AHEAD | frozenset("to be being if unless not ready willing".split())
_OPEN = frozenset("if unless be being".split())
_NOT_FINITE = frozenset("be been being get gets to the a an its their his her by and or".split())
"""Words behind which a past form tells no deed of its own."""
_WAS = frozenset(["was", "were"])
_DETERMINERS = frozenset("the a an its their his her this that any each every".split())
_SPEAKERS = frozenset("i we board club company government ministry spokesman spokeswoman".split())
_BETWEEN = 3


def deeds_stand_there(value: str, place: Place) -> Iterator[Fault]:
    """One turned verb makes a falsehood of right words: "accepted" for "rejected", "killed" for "detained".

    Wording asks for half of the words; here the one word that decides has to be there.
    """
    own, scope = place.own(value), place.scope
    if own.word_set <= scope.word_set:
        return
    for word in sorted(own.word_set - scope.word_set):
        for deed, told_by in deeds().items():
            if word.startswith(deed) and not tells(scope, told_by) and not scope.misspellings(word):
                where = [n for n in range(1, place.article.count + 1) if tells(place.article.sentence(n), told_by)]
                pointer = has_it(where[:3]) if where else "choose the verb that stands there"
                yield place.fault("deeds_stand_there", f"nothing in {place.scope_name} says {word!r}; {pointer}")


def deeds_are_done(value: str, place: Place) -> Iterator[Fault]:
    """Who "will sign" or is "ready to sign" has not signed."""
    own, scope = place.own(value), place.scope
    if own.word_set <= scope.word_set or own.word_set & _INTENDS:
        return
    for word in sorted(own.word_set - scope.word_set):
        for deed, told_by in deeds().items():
            bare = {word.removesuffix("ed"), word.removesuffix("d")}
            if not (word.endswith("ed") and word.startswith(deed)) or tells(scope, told_by[1:]):
                continue
            forms = {form for form in scope.word_set if form.startswith(deed)}
            if forms and forms <= bare and all(map(_lies_ahead, _before(scope.words, forms))):
                yield place.fault(
                    "deeds_are_done", f"{word!r} has not happened in {place.scope_name}; say who would, or wants to"
                )


def what_is_ahead_is_not_past(value: str, place: Place) -> Iterator[Fault]:
    """The claim "dockers voted" is false of dockers who will vote: its past stands there only as what lies ahead.

    Asked of each verb whose past stands nowhere there. "The paper signed first" may be short for "to be signed first",
    and a "would", an "if" or a "not" in the claim keeps it open: there the guard does not judge; nor without a word
    like "will".
    """
    own, scope = place.own(value), place.scope
    if scope is place.article.whole or own.word_set <= scope.word_set or "what" in scope.word_set:
        return  # "what they did was to compare lists" tells a deed that is done
    for at, word in enumerate(own.words):
        if word in scope.word_set or at == 0 or own.words[at - 1] in _NOT_FINITE or not _is_past(word):
            continue
        if word in _WAS and own.words[at + 1 : at + 2] and own.words[at + 1].endswith("ing"):
            continue  # "which he was leaving" for "leaving"
        before = own.words[max(0, at - _BETWEEN) : at]
        if (_AHEAD | _OPEN) & set(before) or any(map(negates, before)):
            continue  # "has not dismissed them" tells of no deed that is done
        forms = {form for form in scope.word_set if root(form) == root(word)}
        stands = [before for before in _before(scope.words, forms) if before[-1:] and before[-1] not in _DETERMINERS]
        if stands and not any(map(_is_past, forms)) and all(map(_lies_ahead, stands)):
            ahead = min(forms)
            yield place.fault(
                "what_is_ahead_is_not_past",
                f"{word!r} has not happened in {place.scope_name}, where {ahead!r} lies ahead; say who will, or would",
                doubt=not any(map(_is_told_ahead, stands)) or tells_what_is_wanted(place),
            )


def _is_told_ahead(before: list[str]) -> bool:
    return bool(_AHEAD & set(before)) or (
        before[-1:] == ["to"] and before[-2:-1] in (["is"], ["are"], ["was"], ["were"])
    )


def _is_past(word: str) -> bool:
    return word in past_forms() or (word.endswith("ed") and len(word) > 4)


def _before(words: list[str], forms: set[str]) -> list[list[str]]:
    """Return the few words before each of `forms`."""
    return [words[max(0, place - _BETWEEN) : place] for place, word in enumerate(words) if word in forms]


def _lies_ahead(before: list[str]) -> bool:
    if before[-1:] == ["can"] and _SPEAKERS & set(before):
        return False  # "we can confirm" does it
    if _AHEAD & set(before):
        return True
    return before[-1:] == ["to"] and stem(before[-2] if len(before) > 1 else "") not in _DECIDED


def tells(passage: Passage, beginnings: tuple[str, ...]) -> bool:
    """Return whether a word of the passage begins with one of `beginnings`; `n't` stands for any contracted "not"."""
    negated = "n't" in beginnings
    return any(word.startswith(beginnings) or (negated and word.endswith("n't")) for word in passage.word_set)
