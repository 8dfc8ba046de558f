"""People: whoever speaks for somebody is shown to by the words beside the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from summariser.language.names import name_words, polities_of
from summariser.language.words import STOPWORDS, content_stems, stem, tokens
from summariser.models.faults import Fault
from summariser.models.markers import SpeaksFor
from summariser.verification.affiliation import Link, is_possessed, links, title_before, titles
from summariser.verification.cast import pieces
from summariser.verification.guards.names import BODIES
from summariser.verification.place import Place, listed, quoted

__all__ = ["holds_that_office", "speaks_for_it"]

_NEAR = 2
"""Sentences back to which "its chairman" and "the envoy" may point."""
_GOVERNING = frozenset("administration cabinet government kingdom ministry republic state".split())
_OF_STATE = frozenset(map(stem, ["chancellor", "governor", "king", "minister", "premier", "president"]))
"""Offices of a state, whose holder an article may name by the party alone."""
_MINISTERS = frozenset(map(stem, ["minister", "premier"]))
_PRIVATE = frozenset(
    """
    airline airlines association bank bankers banks bondholders brigade club co companies company corp creditors
    employers federation fund guild holders inc lenders ltd noteholders owners plc rebels shareholders unions workers
    """.split()
)
"""Words in names of those for whom no minister speaks."""
_RELATED = frozenset(map(stem, ["counterpart", "colleague"]))
"""An office that is told by somebody else's stands in other words than its holder's name."""
_PLURALS = frozenset(["both", "all", "two"])
_OF = frozenset("of for in".split())
_BESIDE = 6
"""Words on either side of a name among which an office of its bearer stands."""
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
    name = quoted(getattr(place.claim, "name", None) or str(entry))
    far = not any(entry in _named_around(number, place) for number in sentences)
    if telling or (found and far):
        number, link = (telling or found)[0]
        others = " or ".join(sorted(link.entries))
        yield place.fault(
            "speaks_for_it",
            f"sentence {number} shows {quoted(value)} to speak for {others}, not for {name}; "
            "put each person where the article does",
            doubt=bool(office & _OF_STATE) and _governs([entry], place) and not _governs(link.entries, place),
        )
    elif _is_no_ministers(entry, own := _titles_of(value, sentences, place), place):
        yield place.fault(
            "speaks_for_it",
            f"{listed(sentences)} shows {quoted(value)} as {quoted(' '.join(own))}, who does not speak for {name}; "
            "put each person where the article does",
        )
    elif entry not in set().union(*(_named_in(number, place) or _named_in(number - 1, place) for number in sentences)):
        yield place.fault(
            "speaks_for_it",
            f"{name} is not named beside {quoted(value)} ({listed(sentences)}); put each person where the article does",
            doubt=not far or _may_be_unnamed(value, entry, sentences, place),
        )


def _is_no_ministers(entry: str, own: Iterable[str], place: Place) -> bool:
    """Whether somebody is told to be a minister, and the entry is nothing that has one."""
    names = {word for name in place.draft.cast.given[entry] for word in tokens(name)}
    return bool(_MINISTERS & _stems(own)) and bool(_PRIVATE & names) and not _governs([entry], place)


def _titles_of(person: str, sentences: list[int], place: Place) -> list[str]:
    return list(dict.fromkeys(word for number in sentences for word in _own_titles(number, person, place)))


def _may_be_unnamed(person: str, entry: str, sentences: list[int], place: Place) -> bool:
    """Whether a person may speak for an entry that is not named near.

    A state; where the office is a state's, whom the article opens with;
    one of several whom a plural tells ("deputy chair at both banks"); a group by a
    word of its name.
    """
    if polities_of(getattr(place.claim, "name", None) or ""):
        return True
    own = set(_titles_of(person, sentences, place))
    if _OF_STATE & _stems(own) and entry in _named_in(1, place):
        return True
    group = content_stems(getattr(place.claim, "name", None) or "") - _OF_STATE - _stems(BODIES)
    return bool(_PLURALS & own) or bool(group & _stems(own))


def holds_that_office(value: str, place: Place) -> Iterator[Fault]:
    """An office stands beside the name of whoever holds it, or at least among the sentences about that person.

    What the article says of somebody else alone is somebody else's: "chief executive" of "Kelvinside chief executive
    Duncan Raeburn" is not Salvado's, though he is named in the same sentence.
    """
    assert isinstance(place.marker, SpeaksFor)
    office = content_stems(getattr(place.parent, place.marker.office, None) or "")
    sentences = _about(value, place)
    if not office or not sentences or office & _RELATED:
        return
    if any(_tell(office, _own_titles(number, value, place)) for number in sentences):
        return
    before = (number - 1 for number in sentences if number > 1 and _is_of_nobody(number - 1, place))
    behind = (number + 1 for number in sentences if number < place.article.count)
    near = dict.fromkeys((*sentences, *behind, *before))
    if any(_tell(office, _not_of_others(number, value, place), more=1) for number in near):
        return
    where = [n for n in place.article.best(office, 3) if n not in sentences]
    entry = getattr(place.claim, "id", None)
    if any(_is_told_of(entry, office, number, place) for number in where):
        return  # "Norway's foreign minister" of the first sentence is named in the third
    pointer = f"; {listed(where)} may tell of whom it is" if where else ""
    yield place.fault(
        "holds_that_office",
        f"no sentence about {quoted(value)} ({listed(sentences)}) says "
        f"{quoted(getattr(place.parent, place.marker.office))} of that person{pointer}; give it as told, or null",
    )


def _tell(office: frozenset[str], words: Iterable[str], more: int = 0) -> bool:
    """Whether words say what an office is called, in half of its words or more, or with `more` in more than half."""
    return len(office & _stems(words)) * 2 >= len(office) + more


def _is_told_of(entry: Any, office: frozenset[str], number: int, place: Place) -> bool:
    """Whether a sentence tells of the entry's holder of an office without a name: "Norway's foreign minister"."""
    sentence = place.article.sentence(number)
    words, mentions = sentence.once(pieces), place.draft.cast.mentions(sentence)
    for mention in mentions:
        first, last = mention.start - _BESIDE, mention.end + _BESIDE
        if entry not in mention.entries or any(
            each.of_person and mention.start < each.start <= last for each in mentions
        ):
            continue
        behind = words[mention.end : last] if words[mention.end : mention.end + 1] == ["'s"] else []
        before = words[max(0, first) : mention.start] if _OF & set(words[mention.start - 2 : mention.start]) else []
        if _tell(office, [*before, *words[mention.start : mention.end], *behind], more=1):
            return True
    return False


def _own_titles(number: int, name: str, place: Place) -> Iterator[str]:
    sentence = place.article.sentence(number)
    words, mentions = sentence.once(pieces), place.draft.cast.mentions(sentence)
    for at, mention in enumerate(mentions):
        if any(name in person.names for person in mention.people):
            yield from titles(words, mentions, at)


def _is_of_nobody(number: int, place: Place) -> bool:
    """Whether a sentence is about no person, so that the next one may say who holds an office that it tells of."""
    sentence = place.article.sentence(number)
    return not sentence.word_set & {"he", "she"} and not any(
        mention.of_person for mention in place.draft.cast.mentions(sentence)
    )


def _not_of_others(number: int, name: str, place: Place) -> list[str]:
    """Return the words of a sentence without those that stand as titles beside the names of other people."""
    sentence = place.article.sentence(number)
    words, mentions = sentence.once(pieces), place.draft.cast.mentions(sentence)
    others = (
        at
        for at, mention in enumerate(mentions)
        if mention.of_person and not any(name in person.names for person in mention.people)
    )
    return list(Counter(words) - Counter(word for at in others for word in titles(words, mentions, at)))


def _about(value: str, place: Place) -> list[int]:
    """Return the first sentences that have the last word of one of a person's names."""
    assert isinstance(place.marker, SpeaksFor)
    names = [value, *(getattr(place.parent, place.marker.aliases, None) or ())]
    lasts = dict.fromkeys(name.rsplit(maxsplit=1)[-1] for name in names if name[:1].isupper())
    found = {number for last in lasts for number in islice(place.article.holding(last), _MOST)}
    return sorted(found)[:_MOST]


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


def _governs(entries: Iterable[str], place: Place) -> bool:
    """Whether one of the entries is a state or its government."""
    names = (name for entry in entries for name in place.draft.cast.given[entry])
    return any(polities_of(name) or _GOVERNING & set(tokens(name)) for name in names)


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
