"""Vocabulary: a status, a stage, a role is believed where the sentences have a word for it, and refused where they
have one for its contrary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from summariser.models.claims import Model
from summariser.models.cues import cues_of
from summariser.models.faults import Fault
from summariser.models.markers import Ref, Told
from summariser.models.shapes import shape_of
from summariser.verification.cue import says
from summariser.verification.index import Passage
from summariser.verification.place import Place, listed

__all__ = ["is_told"]

_SHOWN = 6


def is_told(value: str, place: Place) -> Iterator[Fault]:
    """A small model fills vocabularies at random: `signed` where nobody signs, `prisoner_release` in a takeover.

    The cues are many, since what is asked is whether the sentences speak of such a thing at all, not whether the word
    is the best one. A cue that stands behind a negation or a hope, or beside another party's name, is none. Without any
    the word is refused where the sentences speak for its contrary, or where it is one that sentences do not leave
    unsaid; else the guard can't decide. For the bearer of a name, every sentence that mentions it counts.
    """
    assert isinstance(place.marker, Told)
    cues = cues_of(place.marker).get(value)
    if cues is None:
        return
    owner, done = _owner(place), place.marker.done
    wording = getattr(place.parent, place.marker.wording) if place.marker.wording else None
    own = place.own(wording) if wording else None
    if own and says(own, cues.refuted_by, done=True) and not says(own, cues.told_by, done=done):
        yield place.fault("is_told", f"is {value!r}, but {place.marker.wording} tells the contrary; make the two agree")
        return
    if _tell(cues.told_by, place, owner):
        yield from _beside_another(value, place, own)
        return
    refuted = _tell(cues.refuted_by, place, owner)
    of_bearer = owner is not None and owner == getattr(place.claim, "id", None)
    if not of_bearer and not refuted and owner and _tell(cues.told_by, place, None):
        return
    if not refuted and (cues.unsaid == "believed" or _follows(value, place)):
        return
    shown = ", ".join(_in_words(cue) for cue in cues.told_by[:_SHOWN])
    yield place.fault(
        "is_told",
        f"nothing in {place.scope_name} speaks of {value!r} ({shown} ...); choose the word that fits them",
        doubt=cues.unsaid != "refused" and (not refuted or (of_bearer and bool(place.marker.wording))),
    )


def _beside_another(value: str, place: Place, own: Passage | None) -> Iterator[Fault]:
    """A word that only the rest of the article has a cue for, where the claim's own wording has one for another."""
    assert isinstance(place.marker, Told)
    vocabulary = cues_of(place.marker)
    if place.marker.scope != "article" or own is None or not place.cited:
        return
    near = (own, place.article.join(place.cited))
    if any(says(passage, vocabulary[value].told_by) for passage in near):
        return
    others = [word for word, cues in vocabulary.items() if word != value and says(own, cues.told_by)]
    if others:
        yield place.fault(
            "is_told",
            f"{listed(place.cited)} and {place.marker.wording} say nothing of {value!r}, but speak of "
            f"{' or '.join(map(repr, others[:3]))}; choose the word that fits them",
            doubt=True,
        )


def _follows(value: str, place: Place) -> bool:
    """Whether the word follows from another of the claim's: who has signed has accepted."""
    assert isinstance(place.marker, Told)
    rows = place.marker.follows
    return any(value == word and getattr(place.claim, field, None) == other for word, field, other in rows)


def _in_words(cue: str) -> str:
    plain = cue.removeprefix("+")
    return plain[:-1] if plain.endswith(".") else plain.replace("!", "not ").replace("_", "- ") + "-"


def _tell(cues: Sequence[str], place: Place, owner: str | None) -> bool:
    assert isinstance(place.marker, Told)
    done = place.marker.done
    saying = (one for one in _sentences(place, owner) if says(one, cues, done=done))
    return any(owner is None or says(one, cues, owner, place.draft.mentions(one), done=done) for one in saying)


def _owner(place: Place) -> str | None:
    """The id of whoever the word is said of: the bearer of the claim's name, or the one that stands beside the word."""
    bearer: str | None = getattr(place.claim, "id", None)
    if bearer in place.draft.named:
        return bearer
    beside = [getattr(place.parent, name) for name in _references(type(place.parent))]
    return beside[0] if len(beside) == 1 and beside[0] in place.draft.named else None


@cache
def _references(model: type[Model]) -> list[str]:
    """Return the fields of a model that name an entry of the draft."""
    return [name for name, shape in shape_of(model).fields.items() if shape.has(Ref)]


def _sentences(place: Place, owner: str | None) -> Iterator[Passage]:
    """Yield where the word may be told: what is cited, and then what else mentions the bearer of the claim's name."""
    article = place.article
    if not place.cited or getattr(place.marker, "scope", "cited") != "cited":
        yield article.whole
        return
    yield from map(article.sentence, place.cited)
    if owner is not None and owner == getattr(place.claim, "id", None):
        yield from (article.sentence(n) for n in place.draft.mentioning(owner, article) if n not in place.cited)
