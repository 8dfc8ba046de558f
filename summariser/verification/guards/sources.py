"""Sources: whoever is said to say a thing speaks in the sentences that are cited for it, or goes on speaking there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from summariser.language.names import name_words
from summariser.language.verbs import SAYS
from summariser.language.words import STOPWORDS, stem
from summariser.models.faults import Fault
from summariser.verification.affiliation import TITLES, VERBS
from summariser.verification.cast import Mention, pieces
from summariser.verification.guards.names import BODIES
from summariser.verification.place import Place, has_it, listed, quoted
from summariser.verification.subjects import SAYING

__all__ = ["says_so"]

_BACK, _FAR_BACK = 3, 6
"""Sentences back to which "he said", or a quotation that nobody is said to speak, may point; and from how far speech
may run on where nobody else is named to speak."""
_HE, _IT = frozenset(["he", "she"]), frozenset(["it", "they"])
_OPENING = 4
_APART = 14
"""Words on either side of a word of saying among which the speaker stands."""
_SAID = frozenset(["said", "says"])
_NOBODY: frozenset[str] = frozenset()


def says_so(value: str, place: Place) -> Iterator[Fault]:
    """A source is named in a cited sentence, or just before one that lets somebody go on speaking.

    "He said the ship would be let go" is said by the last person named before. A sentence that names somebody else and
    nobody by a pronoun is not the source's.
    """
    naming = [number for number in place.cited if _names_it(number, value, place)]
    if naming:
        yield from _somebody_else_says_so(value, naming, place)
    if naming or not place.cited:
        return
    speaking = [_speaks_in(number, value, place) for number in _telling(place)]
    if "surely" in speaking:
        return
    others = sorted({name for number in place.cited for name in _people_in(number, place)})
    described = not others and any(_describes(number, place) for number in place.cited)
    where = place.article.where(lambda passage: True, name_words(value)[-1:])
    found = f"{listed(place.cited)} {'does' if len(place.cited) == 1 else 'do'} not let {quoted(value)} say this"
    told = f"; {others[0]!r} is named there" if others else f"; {has_it(where)}" if where else ""
    yield place.fault(
        "says_so",
        f"{found}{told}; name who says it, or null where the article itself does",
        doubt="perhaps" in speaking or (any(speaking) and described) or _is_vague(value, place),
    )


def _somebody_else_says_so(value: str, naming: list[int], place: Place) -> Iterator[Fault]:
    """ "They will free the hostages, mediators said" is not said by hostages, though they are named there.

    Asked of sources without a name alone: a name may stand anywhere, and who bears it speak as "the minister".
    """
    if place.own(value).folded != place.own(value).folded_case:
        return
    own = {stem(word) for word in place.own(value).words if word not in STOPWORDS}
    sentences = [place.article.sentence(number).once(pieces) for number in naming]
    speakers = [speaker for words in sentences for speaker in _speakers(words)]
    may_speak = [*speakers, *(opening for words in sentences for opening in _openings(words))]
    if speakers and not any(own & set(map(stem, each)) for each in may_speak):
        told = f"{quoted(value)} is named in {listed(naming)}, but is not who speaks there"
        yield place.fault("says_so", f"{told}; name who says it, or null where the article itself does")


def _speakers(words: list[str]) -> Iterator[list[str]]:
    """Yield the words beside each word of saying: those up to a comma, and over a comma what it sets apart."""
    for at, word in enumerate(words):
        if word in SAYING or words[at : at + 2] == ["according", "to"]:
            yield _up_to_comma(words[at + 1 : at + 1 + _APART])
            yield _up_to_comma(words[max(0, at - _APART) : at][::-1])


def _openings(words: list[str]) -> Iterator[list[str]]:
    """Yield the first words of what stands between commas, where a subject stands."""
    starts = [0, *(at + 1 for at, word in enumerate(words) if not word.isalnum())]
    return (words[start : start + _OPENING] for start in starts)


def _up_to_comma(words: list[str]) -> list[str]:
    """Return the words up to a comma; where one comes at once, up to the third, between which somebody is described."""
    commas = [at for at, word in enumerate(words) if word == ","]
    last = commas[0] if commas and commas[0] > 0 else (commas[2] if len(commas) > 2 else len(words))
    return [word for word in words[:last] if word.isalnum()]


def _telling(place: Place) -> list[int]:
    """Return the cited sentences that may be the source's own: those that have most of the claim's words, and where
    nobody is told to say these, all of them. Others may tell an answer to it.
    """
    own = place.draft.stems_of(place.parent) - place.draft.name_stems
    shared = {number: len(own & place.article.sentence(number).stems) for number in place.cited}
    telling = [number for number in place.cited if shared[number] * 2 >= max(shared.values())]
    return telling if any(_says_by_name(number, _NOBODY, place) for number in telling) else list(place.cited)


def _speaks_in(number: int, source: str, place: Place) -> Literal["surely", "perhaps", "hardly"] | None:
    """Whether a source that was named before may speak in a sentence; None where it was not."""
    before = [near for near in range(max(1, number - _FAR_BACK), number) if near not in place.cited]
    speaking = [near for near in before if _names_it(near, source, place)]
    if not speaking or speaking[-1] < number - _BACK:
        since = range(speaking[-1] + 1, number + 1) if speaking else ()
        return "perhaps" if since and not any(_is_anothers(near, _HE, place) for near in since) else None
    pronouns = _HE if _is_person(source, place) else _HE | _IT
    if _goes_on(number, pronouns, place):
        between = range(speaking[-1] + 1, number)
        return "hardly" if any(True for near in between for _ in _people_in(near, place)) else "surely"
    if _is_anothers(number, pronouns, place):
        return "hardly"
    return "surely" if '"' in place.article.sentence(number).folded else "perhaps"


def _names_it(number: int, source: str, place: Place) -> bool:
    """Whether a sentence names the source: by a name that the draft has for it, or in half of the source's words."""
    sentence, cast = place.article.sentence(number), place.draft.cast
    own, there = cast.mentions(place.own(source)), cast.mentions(sentence)
    people = frozenset().union(*(mention.people for mention in own))
    entries = frozenset().union(*(mention.entries for mention in own))
    if any(people & mention.people or (not people and entries & mention.owners) for mention in there):
        return True
    words = {word for word in place.own(source).words if word not in STOPWORDS}
    found = {word for word in words if word in sentence.word_set or stem(word) in sentence.stems}
    telling = name_words(source)
    return len(found) * 2 >= len(words) or any(sentence.misspellings(word) for word in telling[-1:] if len(telling) < 4)


def _people_in(number: int, place: Place) -> Iterator[str]:
    for mention in place.draft.cast.mentions(place.article.sentence(number)):
        for person in mention.people:
            yield person.names[0]


def _goes_on(number: int, pronouns: frozenset[str], place: Place) -> bool:
    """Whether somebody named before goes on speaking: "he said", "she would not", "said it"."""
    words = place.article.sentence(number).once(pieces)
    return any(word in pronouns and _has_verb(words, at) for at, word in enumerate(words))


def _has_verb(words: list[str], at: int) -> bool:
    beside = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
    return bool(set(beside) & VERBS) or any(word.endswith("ed") for word in beside)


def _is_anothers(number: int, pronouns: frozenset[str], place: Place) -> bool:
    """Whether a sentence names somebody, or tells by a noun who says it."""
    return any(True for _ in _people_in(number, place)) or _says_by_name(number, pronouns, place)


def _says_by_name(number: int, pronouns: frozenset[str], place: Place) -> bool:
    """Whether a sentence tells by a noun who says it: "an official in Washington said"."""
    words = place.article.sentence(number).once(pieces)
    unnamed = pronouns | {"who", "which"}
    return any(word in _SAID and not unnamed & set(words[max(0, at - 2) : at]) for at, word in enumerate(words))


def _describes(number: int, place: Place) -> bool:
    """Whether a sentence has somebody speak who was named before: "the minister said", "the company added"."""
    words = place.article.sentence(number).once(pieces)
    spoken = (
        words[max(0, at - _BACK) : at] + words[at + 1 : at + 1 + _BACK] for at, word in enumerate(words) if word in SAYS
    )
    return any({"the", "its", "their", "his", "her"} & set(near) and (TITLES | BODIES) & set(near) for near in spoken)


def _is_person(source: str, place: Place) -> bool:
    return any(mention.people for mention in place.draft.cast.mentions(place.own(source)))


def _is_vague(source: str, place: Place) -> bool:
    """Whether a source bears no name: "officials" and "people familiar with the talks" go by many words."""
    own: tuple[Mention, ...] = place.draft.cast.mentions(place.own(source))
    return not own and not any(word[:1].isupper() for word in source.split()[1:])
