"""The cast: which entry of a draft, and which of its people, a passage mentions where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summariser.language.folding import fold_case
from summariser.language.names import OFFICES, forms_of, polities_of
from summariser.language.words import STOPWORDS, lower_case, tokens, undotted
from summariser.verification.index import Passage

__all__ = ["Cast", "Mention", "Person", "capitals", "pieces"]

_PIECE = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?|[,;:()\"]|(?<=\s)-(?=\s)")

_ENDINGS = ("n", "an", "ans", "ian", "ians", "i", "is", "ese", "ish", "er", "ers")
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Person:
    """Who speaks for an entry: its id, and the names that the draft gives to the person."""

    entry: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a name stands among the pieces of a passage (`end` exclusive), and of whom: entries, or a person."""

    start: int
    end: int
    entries: frozenset[str]
    people: frozenset[Person]

    @property
    def of_person(self) -> bool:
        return bool(self.people)

    @property
    def owners(self) -> frozenset[str]:
        """The entries that are mentioned, or for which the person speaks."""
        return self.entries | {person.entry for person in self.people}


class Cast:
    """The names of a draft, looked up by their first word, so that a passage is read once for all of them."""

    def __init__(self, entries: Mapping[str, Sequence[str]], people: Iterable[Person]) -> None:
        self.people = tuple(people)
        self._by_first: dict[str, dict[tuple[str, ...], tuple[set[str], set[Person]]]] = {}
        self._read: dict[Passage, tuple[Mention, ...]] = {}
        self.given = entries
        """By the id of each entry, its names as the draft gives them."""
        self.names = {entry: _forms(names) for entry, names in entries.items()}
        """By the id of each entry, the forms, folded, in lower case, under which passages may mention it."""
        for entry, forms in self.names.items():
            for name in forms:
                self._add(tuple(name.split()), entry)
        for person in self.people:
            for form in _forms_of_person(person):
                self._add(form, person)

    def mentions(self, passage: Passage) -> tuple[Mention, ...]:
        """Return the draft's names among the pieces of a passage, in order, the longest at each place."""
        if passage not in self._read:
            named = not self._by_first.keys().isdisjoint(passage.word_set)
            self._read[passage] = tuple(self._found(passage.once(pieces))) if named else ()
        return self._read[passage]

    def _add(self, form: tuple[str, ...], bearer: str | Person) -> None:
        if not set(form) - STOPWORDS:
            return  # "it" is no mention of the Italian Treasury
        entries, people = self._by_first.setdefault(form[0], {}).setdefault(form, (set(), set()))
        if isinstance(bearer, Person):
            people.add(bearer)
        else:
            entries.add(bearer)

    def _found(self, words: Sequence[str]) -> Iterator[Mention]:
        at = [place for place, word in enumerate(words) if word != "'s"]  # forms have no possessive within them
        plain = [words[place] for place in at]
        free = 0
        for place, word in enumerate(plain):
            forms = self._by_first.get(word) if place >= free else None
            fitting = [form for form in forms or () if tuple(plain[place : place + len(form)]) == form]
            if forms and fitting:
                longest = max(fitting, key=len)
                entries, people = forms[longest]
                free = place + len(longest)
                yield Mention(at[place], at[free - 1] + 1, frozenset(entries), frozenset(people))


def pieces(folded: str) -> list[str]:
    """Return the words of a folded text in lower case, in order, with `'s` and the marks that part clauses."""
    return _pieces(lower_case(undotted(folded)))


def capitals(folded: str) -> list[bool]:
    """Return which of the pieces of a folded text begin with a capital."""
    return [piece[0].isupper() for piece in _pieces(undotted(folded))]


def _pieces(text: str) -> list[str]:
    found: list[str] = []
    for piece in _PIECE.findall(text):
        if piece.endswith(("'s", "s'", "'S", "S'")):
            found += [piece[:-1] if piece.endswith("'") else piece[:-2], "'s"]
        else:
            found.append(piece.rstrip("'"))
    return found


def _forms(names: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*(forms_of(name) for name in names), *(_adjectives(name) for name in names))


def _adjectives(name: str) -> list[str]:
    """Return what may be derived from a name of one word: "Norrundian" of "Norrund", "Tarvenian" of "Tarvenia"."""
    if not (name.isalpha() and name[0].isupper() and len(name) > _SHORT) or polities_of(name):
        return []
    plain = fold_case(name)
    return [root + ending for root in {plain, plain.rstrip("aeiouy")} for ending in _ENDINGS]


def _forms_of_person(person: Person) -> set[tuple[str, ...]]:
    forms = set()
    for name in person.names:
        words = tokens(name)
        telling = [word for word in words if word not in OFFICES and word not in STOPWORDS]
        forms |= {tuple(words), tuple(telling), tuple(telling[-1:])}
    return forms
