"""Sides: whoever puts terms to somebody is not told of as the one to whom they are put."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from summariser.language.words import negates, stem
from summariser.models.faults import Fault
from summariser.models.markers import Puts
from summariser.verification.cast import Mention, pieces
from summariser.verification.clauses import Sides, clauses, sides
from summariser.verification.place import Place

__all__ = ["nobody_puts_terms_to_himself", "sides_are_not_turned"]

_Told = list[tuple[int, Sides]]
_Spans = Mapping[tuple[int, tuple[int, int]], frozenset[str]]
_SHARE = 0.7
"""Of the most words that a clause has in common with a claim: clauses that have so many tell it as well."""
_MUTUAL = frozenset(
    "both each joint jointly together mutual merge merger merging agree agreed agreement deal accord pact".split()
)
"""Words of terms that all who are named put to each other: of a deal that is done nobody asks who began."""
_LONGEST = 400
"""Words and marks of a sentence that are read: what goes on behind them puts terms as it will."""
_KINDS = {
    "company": ("company", "companies"),
    "employer": ("employer", "employers", "management"),
    "trade_union": ("union",),
    "state": ("country", "government"),
    "government_body": ("ministry", "government"),
    "non_state_armed_group": ("rebels", "guerrillas", "insurgents", "militants"),
    "creditors": ("creditors", "lenders", "bondholders"),
}
"""By the kind of an entry, the nouns that mean it with "the" where it is the only one of that kind."""


def sides_are_not_turned(value: list[str], place: Place) -> Iterator[Fault]:
    """Who offers or demands, and who is addressed or bound, are not turned round.

    "Norway has offered Mabanga 900 million" makes no proposal of Mabanga's. The guard refuses only where a clause that
    tells the claim shows the other side to make the terms, and nobody of this side.
    """
    assert isinstance(place.marker, Puts)
    makers, takers = set(value), set(getattr(place.parent, place.marker.to) or ())
    if not makers or not takers or makers & takers or not place.cited:
        return
    best, told = _told(place)
    plain = any(_makers(shown) for _, shown in told)
    if not plain:
        if any(shown.speaking & makers for _, shown in best):
            return
        told = [(number, replace(shown, makers=shown.speaking - shown.answering)) for number, shown in best]
    if any(_makers(shown) & makers for _, shown in told):
        return
    refuses = not place.marker.answered and any(map(negates, place.draft.wording_of(place.parent).split()))
    if refuses and any(shown.answering & makers for _, shown in told):
        return  # who "would not accept" a thing sets that himself
    turned = [(number, _makers(shown) & takers) for number, shown in told if _makers(shown) & takers]
    answering = [(number, _takers(shown, place) & makers) for number, shown in told if _takers(shown, place) & makers]
    field = place.path.rpartition(".")[2]
    if turned:
        number, who = turned[0]
        yield place.fault(
            "sides_are_not_turned",
            f"sentence {number} shows {_named(who, place)} to put these terms, not {_named(makers, place)}; "
            f"give in {field} who puts them and in {place.marker.to} to whom",
            doubt=(place.marker.answered and not plain)
            or any(_adds(other, number, place) for other in place.cited if _subject_of(other, place) & makers),
        )
    elif answering and not any(_takers(shown, place) & takers for _, shown in told):
        number, who = answering[0]
        yield place.fault(
            "sides_are_not_turned",
            f"sentence {number} shows these terms put to {_named(who, place)}, not by; "
            f"give in {field} who puts them and in {place.marker.to} to whom",
            doubt=True,
        )


def nobody_puts_terms_to_himself(value: list[str], place: Place) -> Iterator[Fault]:
    """A small model that does not know who offers gives everybody, on both sides; so does a fair reader, but only of
    terms that they put to each other."""
    assert isinstance(place.marker, Puts)
    makers, takers = set(value), set(getattr(place.parent, place.marker.to) or ())
    both = makers & takers & place.draft.named.keys()
    if place.marker.answered and both and not (len(both) > 1 and _MUTUAL & place.scope.word_set):
        field = place.path.rpartition(".")[2]
        yield place.fault(
            "nobody_puts_terms_to_himself",
            f"{_named(both, place)}: here and in {place.marker.to} alike; give in {field} who puts the terms and in "
            f"{place.marker.to} the others, or nobody",
            doubt=makers != takers,
        )


def _adds(number: int, to: int, place: Place) -> bool:
    """Whether a sentence has words of the claim that another lacks, so that its subject may have part in the terms."""
    own = place.draft.stems_of(place.parent) - place.draft.name_stems
    return bool(own & place.article.sentence(number).stems - place.article.sentence(to).stems)


def _makers(shown: Sides) -> frozenset[str]:
    return shown.makers | shown.conditioning


def _takers(shown: Sides, place: Place) -> frozenset[str]:
    assert isinstance(place.marker, Puts)
    return shown.takers | shown.answering if place.marker.answered else shown.takers


def _told(place: Place) -> tuple[_Told, _Told]:
    """Return the sides that those clauses of the cited sentences show which tell most of the claim, twice.

    Where those show no maker of terms, other sentences count as well in the second list: "Norway's offer" may be told
    before its terms.
    """
    own = place.draft.stems_of(place.parent) - place.draft.name_stems
    spans = _spans(place)
    shared = {each: len(own & stems) for each, stems in spans.items()}
    most = max(shared.values(), default=0)
    best = _with_its_figures(own, spans) or [each for each, count in shared.items() if count >= most * _SHARE]
    described = _described(place)
    told = [(number, _sides(number, span, place, described)) for number, span in best]
    if any(_makers(shown) or shown.by_others for _, shown in told):
        return told, told
    looked_at = {number for number, _ in best}
    others = [(number, _sides(number, span, place, described)) for number, span in spans if number not in looked_at]
    # What hangs on what in a sentence that tells something else is another matter.
    return told, told + [(number, replace(shown, conditioning=frozenset())) for number, shown in others]


def _spans(place: Place) -> _Spans:
    """Return the clauses of the cited sentences, each with the stems of its words."""
    texts = {number: _pieces(number, place) for number in place.cited}
    return {
        (number, span): frozenset(map(stem, text[slice(*span)]))
        for number, text in texts.items()
        for span in clauses(text)
    }


def _with_its_figures(own: frozenset[str], spans: _Spans) -> list[tuple[int, tuple[int, int]]]:
    """Return the clauses that have the claim's figures, where others have none of them: "has replied with 20%"."""
    figures = {stem_ for stem_ in own if stem_[0].isdigit()}
    having = {each: len(figures & stems) for each, stems in spans.items()}
    most = max(having.values(), default=0)
    return [each for each, count in having.items() if count == most] if most else []


def _sides(number: int, span: tuple[int, int], place: Place, described: Mapping[str, frozenset[str]]) -> Sides:
    before = _subject_of(number - 1, place)
    return sides(_pieces(number, place), _mentions(number, place), span, before, described)


def _described(place: Place) -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for entry_id, entry in place.draft.named.items():
        for noun in _KINDS.get(getattr(entry, "kind", ""), ()):
            kinds.setdefault(noun, set()).add(entry_id)
    return {noun: frozenset(entries) for noun, entries in kinds.items() if len(entries) == 1}


def _pieces(number: int, place: Place) -> list[str]:
    return place.article.sentence(number).once(pieces)[:_LONGEST]


def _mentions(number: int, place: Place) -> tuple[Mention, ...]:
    mentions = place.draft.cast.mentions(place.article.sentence(number))
    return tuple(mention for mention in mentions if mention.end <= _LONGEST)


def _subject_of(number: int, place: Place) -> frozenset[str]:
    """Return who is named first in a sentence: whom "it" at the beginning of the next one means."""
    mentions = _mentions(number, place) if number else ()
    return mentions[0].owners if mentions else frozenset()


def _named(entries: Iterable[str], place: Place) -> str:
    named = (next(iter(place.draft.cast.given.get(entry, ())), entry) for entry in sorted(entries))
    return " and ".join(named)
