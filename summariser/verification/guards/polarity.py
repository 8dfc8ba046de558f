"""Polarity: what the sentences deny is not asserted, and what they assert is not denied."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest

from summariser.language.contraries import CONTRARIES, positive, stems_saying
from summariser.language.polarity import LIGHT, NEGATING, Spoken, breaks_off, denied_stems, spoken
from summariser.language.verbs import root
from summariser.language.words import NEGATORS, stem
from summariser.models.faults import Fault
from summariser.verification.guards.wording import TELLING
from summariser.verification.index import Passage
from summariser.verification.place import Place

__all__ = ["polarity_agrees"]

_DOUBLE = frozenset("unless until till before except only".split())
"""Binders that deny a second time: "not before they sign" is "once they sign"."""
_OF_NOUNS = frozenset(["no", "without"])
_MOST_SENTENCES, _ALIKE = 60, 3


def polarity_agrees(value: str, place: Place) -> Iterator[Fault]:
    """A word keeps its "not", and none gains one.

    Each word is compared with where it stands in the sentences, first of all behind the same auxiliary ("will come",
    "have come"). Where they hinder it in other words ("refused to sign", "denied that it had signed"), a claim may deny
    it; where they bind it ("will not sign until ..."), a claim may turn both halves round ("signs once ...").
    """
    own, scope = place.own(value), place.scope
    denied_there = scope.asked(_denied)
    if not denied_there and not own.asked(_denied):
        return
    words = own.once(spoken)
    for word, behind in zip_longest(words, words[1:]):
        if not (word.denials or word.stem in denied_there):
            continue
        if stem(word.stem) in place.draft.name_stems or (word.stem in TELLING | LIGHT and not word.auxiliary):
            continue
        if word.denied_by == "no" and behind and behind.denied_by == "no" and behind.stem in denied_there:
            continue  # "no pressing need" where none is indicated: the noun is judged
        if word.denied_by:
            yield from _judge_denial(word, own, place)
        elif word.stem in denied_there and not word.hindered:
            yield from _judge_assertion(word, own, place)


def _judge_assertion(word: Spoken, own: Passage, place: Place) -> Iterator[Fault]:
    there = _there(word, place)
    told = [other for other in there if not other.denied_by and not other.hindered and not other.under & _DOUBLE]
    there = [other for other in there if other.denied_by]
    if told or not there or (word.has_article and all(_is_a_verb(other) for other in there)):
        return
    if all(_turned_round(word, other) for other in there):
        return
    yield place.fault(
        "polarity_agrees",
        f"says the opposite: {word.stem!r} stands behind a negation in {place.scope_name}",
        doubt=_is_title(place)
        or word.stem.isdigit()  # "eight percent, not the 12 that he had floated": he had
        or (place.scope is place.article.whole and bool(own.denials))  # "has seen no plan": it has its own "not"
        or (_is_rejected(place) and all(other.is_declined for other in there))
        or (all(other.denied_by in _OF_NOUNS for other in there) and not word.has_article),
    )


def _judge_denial(word: Spoken, own: Passage, place: Place) -> Iterator[Fault]:
    there = _there(word, place)
    if not there or any(other.denied_by or other.hindered - word.hindered for other in there):
        return
    if all("unless" in other.under or _turned_round(other, word) for other in there):
        return
    yield place.fault(
        "polarity_agrees",
        f"denies {word.stem!r}, which nothing in {place.scope_name} does",
        doubt=_is_title(place)
        or _is_denied_in_other_words(own, place)
        or any(breaks_off(passage.folded_case) for passage in _passages(word, place)),
    )


def _is_denied_in_other_words(own: Passage, place: Place) -> bool:
    """Whether the sentences that a wording about the whole article is most like deny something, in whatever words."""
    if place.scope is not place.article.whole:
        return False
    shared = {
        number: len(own.stems & place.article.sentence(number).stems) for number in range(1, place.article.count + 1)
    }
    most = sorted(shared, key=lambda number: -shared[number])[:_ALIKE]
    alike = [place.article.sentence(number) for number in most]
    return any(sentence.denials or not NEGATING.isdisjoint(sentence.word_set) for sentence in alike)


def _is_rejected(place: Place) -> bool:
    """Whether the claim says that it was rejected; the "not" that it lacks may be that answer."""
    return place.claim is not None and "rejected" in place.draft.told_of(place.claim)


def _is_title(place: Place) -> bool:
    return getattr(place.marker, "title", False)


def _is_a_verb(word: Spoken) -> bool:
    return word.auxiliary is not None and not word.has_article


def _turned_round(asserted: Spoken, denied: Spoken) -> bool:
    """Whether one says with another binder what the other denies: "signs once paid", "will not sign until paid"."""
    if "if" in denied.under:
        return "if" not in asserted.bound
    return bool(denied.bound & _DOUBLE and asserted.bound and not asserted.bound & denied.bound)


def _there(word: Spoken, place: Place) -> list[Spoken]:
    """Return where the word stands in the sentences, behind the same auxiliary if it does anywhere."""
    found = [
        other
        for passage in _passages(word, place)
        for other in passage.once(spoken)
        if other.stem == word.stem and other.light in {None, word.light}
    ]
    alike = [other for other in found if other.auxiliary == word.auxiliary] if word.auxiliary else []
    return alike or found


def _passages(word: Spoken, place: Place) -> list[Passage]:
    article = place.article
    if place.scope is article.whole:
        having = (article.best(frozenset([one]), most=_MOST_SENTENCES) for one in stems_saying(word.stem))
        return [article.sentence(number) for number in sorted(set(chain.from_iterable(having)))]
    return [article.sentence(number) for number in place.cited]


def _denied(passage: Passage) -> frozenset[str]:
    """Return the stems of words that may be denied in a passage; a long one is not read word by word for that."""
    prefixed = frozenset(root(positive(word) or word) for word in CONTRARIES & passage.word_set)
    if NEGATORS.isdisjoint(passage.word_set) and "n't" not in passage.folded_case and "yet to" not in passage.plain:
        return prefixed
    if len(passage.words) > 2_000:
        return prefixed | passage.denied_stems
    return prefixed | passage.once(denied_stems)
