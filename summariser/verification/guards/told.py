"""Vocabulary: a status, a stage, a role is believed where the sentences have a word for it, and refused where they
have one for its contrary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summariser.models.cues import cues_of
from summariser.models.faults import Fault
from summariser.models.markers import Ref, Told
from summariser.models.shapes import shape_of
from summariser.verification.cue import Mention, says
from summariser.verification.index import Passage
from summariser.verification.place import Place

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
    own = place.own(getattr(place.parent, place.marker.wording)) if place.marker.wording else None
    if own and says(own, cues.refuted_by, done=done) and not says(own, cues.told_by, done=done):
        yield place.fault("is_told", f"is {value!r}, but {place.marker.wording} tells the contrary; make the two agree")
        return
    sentences = _sentences(place, owner)
    mentions = [_mentions(one, place) if owner else () for one in sentences]
    if _tell(sentences, cues.told_by, mentions, place, owner):
        return
    refuted = _tell(sentences, cues.refuted_by, mentions, place, owner)
    of_bearer = owner is not None and owner == getattr(place.claim, "id", None)
    if not of_bearer and not refuted and owner and _tell(sentences, cues.told_by, mentions, place, None):
        return
    if not refuted and cues.unsaid == "believed":
        return
    shown = ", ".join(_in_words(cue) for cue in cues.told_by[:_SHOWN])
    yield place.fault(
        "is_told",
        f"nothing in {place.scope_name} speaks of {value!r} ({shown} ...); choose the word that fits them",
        doubt=not refuted and cues.unsaid == "doubted",
    )


def _in_words(cue: str) -> str:
    return cue[:-1] if cue.endswith(".") else cue.replace("!", "not ").replace("_", "- ") + "-"


def _tell(
    sentences: list[Passage], cues: Sequence[str], mentions: list[Sequence[Mention]], place: Place, owner: str | None
) -> bool:
    assert isinstance(place.marker, Told)
    done = place.marker.done
    return any(says(one, cues, owner, here, done=done) for one, here in zip(sentences, mentions, strict=True))


def _owner(place: Place) -> str | None:
    """The id of whoever the word is said of: the bearer of the claim's name, or the one that stands beside the word."""
    bearer = getattr(place.claim, "id", None)
    if bearer in place.draft.named:
        return bearer
    fields = shape_of(type(place.parent)).fields
    beside = [getattr(place.parent, name) for name, below in fields.items() if below.has(Ref)]
    return beside[0] if len(beside) == 1 and beside[0] in place.draft.named else None


def _sentences(place: Place, owner: str | None) -> list[Passage]:
    article = place.article
    if place.cited and getattr(place.marker, "scope", "cited") == "cited":
        numbers = list(place.cited)
        if owner is not None and owner == getattr(place.claim, "id", None):
            forms = place.draft.forms(owner)
            others = (n for n in range(1, article.count + 1) if n not in numbers)
            numbers += [n for n in others if any(article.sentence(n).mentions(form) for form in forms)]
        return [article.sentence(number) for number in numbers]
    return [article.whole]


def _mentions(sentence: Passage, place: Place) -> list[Mention]:
    """Return where a sentence mentions the bearers of the draft's names, in order."""
    found = []
    for entry in place.draft.named:
        for form in place.draft.forms(entry):
            if sentence.mentions(form):
                found += [(start, start + len(form.split()), entry) for start in _starts(sentence.words, form.split())]
    return sorted(found)


def _starts(words: list[str], form: list[str]) -> list[int]:
    first, size = form[0], len(form)
    return [at for at, word in enumerate(words) if word == first and words[at : at + size] == form]
