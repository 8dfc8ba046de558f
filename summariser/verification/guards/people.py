"""People: whoever speaks for somebody is shown to by the words beside the name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summariser.language.names import name_words, polities_of
from summariser.language.words import STOPWORDS, content_stems, stem, tokens
from summariser.models.faults import Fault
from summariser.models.markers import SpeaksFor
from summariser.verification.affiliation import Link, is_possessed, links, title_before
from summariser.verification.cast import pieces
from summariser.verification.guards.names import BODIES
from summariser.verification.place import Place, listed, quoted

__all__ = ["speaks_for_it"]

_NEAR = 2
"""Sentences back to which "its chairman" and "the envoy" may point."""
_MOST = 12
"""Sentences about one person that are looked at."""


def speaks_for_it(value: str, place: Place) -> Iterator[Fault]:
    """A person belongs to the entry beside whose name the article puts the person's.

    "Ashby's chief executive, Dale Rittenour" is Ashby's, and whoever is listed elsewhere with that office is misplaced.
    Where the office stands by itself ("its chairman, Hal Brandvold"), the entry must be named in that sentence or
    shortly before.
    """
    assert isinstance(place.marker, SpeaksFor)
    entry = getattr(place.claim, "id", None)
    if entry not in place.draft.named or _is_the_entry(value, entry, place):
        return
    sentences = _about(value, place)
    found = [(number, link) for number in sentences for link in _links(number, value, place)]
    if not sentences or any(entry in link.entries or _akin(entry, link, place) for _, link in found):
        return
    office = content_stems(getattr(place.parent, place.marker.office, None) or "")
    if office & place.draft.stems_of_names(place.draft.named[entry]) and not office <= _stems(_titles(found)):
        return
    telling = [(number, link) for number, link in found if not link.title or not office or office & _stems(link.title)]
    name = quoted(getattr(place.claim, "name", entry))
    far = not any(entry in _named_around(number, place) for number in sentences)
    if telling or (found and far):
        number, link = (telling or found)[0]
        others = " or ".join(sorted(link.entries))
        yield place.fault(
            "speaks_for_it",
            f"sentence {number} shows {quoted(value)} to speak for {others}, not for {name}; "
            "put each person where the article does",
        )
    elif entry not in set().union(*(_named_in(number, place) or _named_in(number - 1, place) for number in sentences)):
        yield place.fault(
            "speaks_for_it",
            f"{name} is not named beside {quoted(value)} ({listed(sentences)}); put each person where the article does",
            doubt=not far or bool(polities_of(getattr(place.claim, "name", ""))),
        )


def _about(name: str, place: Place) -> list[int]:
    """Return the first sentences that have the last word of a name."""
    last = name.rsplit(maxsplit=1)[-1] if name.split() else name
    return list(dict.fromkeys(place.article.holding(last)))[:_MOST]


def _links(number: int, name: str, place: Place) -> Iterator[Link]:
    sentence = place.article.sentence(number)
    words, mentions = sentence.once(pieces), place.draft.cast.mentions(sentence)
    for at, mention in enumerate(mentions):
        if any(name in person.names for person in mention.people):
            yield from links(words, mentions, at)
            if is_possessed(words, mention):
                before = frozenset().union(*(other.entries for other in mentions[:at]))
                possessors = before or _named_in(number - 1, place)
                if possessors:
                    yield Link(possessors, title_before(words, mention))


def _is_the_entry(name: str, entry: str, place: Place) -> bool:
    """Whether the name is one of the entry's own, or stands in one: "President Marchuk's office"."""
    last = name_words(name)[-1:]
    return any(set(last) <= set(form.split()) for form in place.draft.cast.names[entry])


def _akin(entry: str, link: Link, place: Place) -> bool:
    """Whether an entry and one that the person is shown to speak for are one, or one a part of the other."""
    given = place.draft.cast.given
    return any(_overlap(name, other) for bearer in link.entries for name in given[entry] for other in given[bearer])


def _overlap(name: str, other: str) -> bool:
    one, two = _telling(name), _telling(other)
    return bool(one and two and (one <= two or two <= one)) or bool(polities_of(name) & polities_of(other))


def _telling(name: str) -> set[str]:
    return {word for word in tokens(name) if word not in STOPWORDS and word not in BODIES}


def _titles(found: list[tuple[int, Link]]) -> Iterator[str]:
    return (word for _, link in found for word in link.title)


def _stems(words: Iterable[str]) -> set[str]:
    return {stem(word) for word in words}


def _named_around(number: int, place: Place) -> set[str]:
    """Return the entries that are named in a sentence or in those just before it."""
    return set().union(*(_named_in(near, place) for near in range(number - _NEAR, number + 1)))


def _named_in(number: int, place: Place) -> frozenset[str]:
    if number < 1:
        return frozenset()
    mentions = place.draft.cast.mentions(place.article.sentence(number))
    return frozenset().union(*(mention.entries for mention in mentions))
