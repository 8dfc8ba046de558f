"""Where a value stands in a draft, with all that a guard may need to judge it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from summariser.language.folding import fold_case
from summariser.language.names import forms_of
from summariser.language.words import content_stems
from summariser.models.claims import Claim, Model
from summariser.models.faults import Fault
from summariser.models.markers import Id, Marker, Named, Ref, SpeaksFor, Supported, Told, Verbatim
from summariser.models.shapes import Shape, shape_of
from summariser.verification.cast import Cast, Person
from summariser.verification.cue import Mention
from summariser.verification.index import ArticleIndex, Passage, phrase

__all__ = ["DraftIndex", "Guard", "Place", "has_it", "listed", "quoted"]

_SHOWN = 100
"""Characters of a value that a message repeats: whoever reads it knows the rest, and a model pays for each."""
_LONG_WORD = re.compile(rf"(\S{{{_SHOWN}}})\S+")

_NO_MARKER = Marker()


class DraftIndex:
    """The draft as guards ask about it: its ids, and the names it gives to whom the article mentions."""

    def __init__(self, draft: Model) -> None:
        self.draft = draft
        self._stems: dict[int, frozenset[str]] = {}
        self._refs: dict[int, frozenset[str]] = {}
        self._forms: dict[str, frozenset[str]] = {}
        self._passages: dict[str, Passage] = {}
        self._mentions: dict[Passage, list[Mention]] = {}
        self._mentioning: dict[str, list[int]] = {}

    def passage(self, text: str) -> Passage:
        """Return a text of the draft as a passage."""
        if text not in self._passages:
            self._passages[text] = Passage(text)
        return self._passages[text]

    @cached_property
    def ids(self) -> dict[str, list[str]]:
        """The ids of the claims of each list, in order, repeated ones too."""
        return {
            name: [getattr(entry, id_field) for entry in getattr(self.draft, name)]
            for name, id_field, _ in _lists_of_claims(type(self.draft))
        }

    @cached_property
    def named(self) -> dict[str, Model]:
        """The entries that bear a name and an id, by id."""
        return {
            getattr(entry, id_field): entry
            for name, id_field, is_named in _lists_of_claims(type(self.draft))
            if is_named
            for entry in getattr(self.draft, name)
        }

    @cached_property
    def name_stems(self) -> frozenset[str]:
        """The stems of the names in the draft: wording is judged without them, the names having guards of their own."""
        return frozenset().union(*(self.stems_of_names(entry) for entry in self.named.values()))

    def bearers(self, form: str) -> list[str]:
        """Return the ids of the entries that have `form` as their name or, outside the people below them, as alias."""
        return self._bearers.get(phrase(form), [])

    @cached_property
    def _bearers(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for entry_id, entry in self.named.items():
            for path in _paths(type(entry), (Named, Verbatim)):
                if len(path) == 1:
                    given = getattr(entry, path[0])
                    for form in set(map(phrase, given if isinstance(given, list) else filter(None, [given]))):
                        found.setdefault(form, []).append(entry_id)
        return {form: list(dict.fromkeys(ids)) for form, ids in found.items()}

    @cached_property
    def cast(self) -> Cast:
        """Who is mentioned where: the entries by their own names, and their people by theirs."""
        names = {
            entry_id: [text for path in _own_names(type(entry)) for text in _values(entry, path) if text]
            for entry_id, entry in self.named.items()
        }
        people = (person for entry_id, entry in self.named.items() for person in _people(entry_id, entry))
        return Cast(names, people)

    def forms(self, entry_id: str) -> frozenset[str]:
        """Return the forms, folded, in lower case, under which sentences may mention the entry with that id."""
        if entry_id not in self._forms:
            entry = self.named.get(entry_id)
            names = _texts(entry, (Named, Verbatim)) if entry else []
            self._forms[entry_id] = frozenset().union(*(forms_of(name) for name in names))
        return self._forms[entry_id]

    def stems_of_names(self, entry: Model) -> frozenset[str]:
        """Return the stems of an entry's names, aliases and people."""
        return content_stems(" ".join(_texts(entry, (Named, Verbatim))))

    def stems_of(self, claim: Model) -> frozenset[str]:
        """Return the stems of all that a claim says in words of its own."""
        if id(claim) not in self._stems:
            texts = _texts(claim, (Supported, Named, Verbatim))
            self._stems[id(claim)] = frozenset().union(*(self.passage(text).stems for text in texts))
        return self._stems[id(claim)]

    def mentions(self, sentence: Passage) -> list[Mention]:
        """Return where a sentence mentions the bearers of the draft's names, in order."""
        if sentence not in self._mentions:
            words, by_first = sentence.words, self._forms_by_first
            self._mentions[sentence] = sorted(
                (start, start + len(form), entry)
                for start, word in enumerate(words)
                for form, entry in by_first.get(word, ())
                if words[start : start + len(form)] == form
            )
        return self._mentions[sentence]

    @cached_property
    def _forms_by_first(self) -> dict[str, list[tuple[list[str], str]]]:
        """The forms of all names by their first word, each with whose it is."""
        found: dict[str, list[tuple[list[str], str]]] = {}
        for entry in self.named:
            for form in map(str.split, self.forms(entry)):
                found.setdefault(form[0], []).append((form, entry))
        return found

    def is_mentioned(self, entry_id: str, passage: Passage) -> bool:
        """Return whether a passage mentions the entry with that id."""
        return any(map(passage.mentions, self.forms(entry_id)))

    def mentioning(self, entry_id: str, article: ArticleIndex) -> list[int]:
        """Return the sentences that mention the entry with that id."""
        if entry_id not in self._mentioning:
            numbers = (number for form in self.forms(entry_id) for number in article.mentioning(form))
            self._mentioning[entry_id] = sorted(set(numbers))
        return self._mentioning[entry_id]

    def wording_of(self, claim: Model) -> str:
        """Return what a claim says in words of its own, folded, in lower case."""
        return fold_case(" ".join(_texts(claim, (Supported,))))

    def answering(self, claim: Model) -> set[str]:
        """Return the ids of those of whom a claim tells in a word of a vocabulary what they answered."""
        above = {path[:-1] for path in _paths(type(claim), (Told,)) if len(path) > 1}
        return {entry for path in above for model in _values(claim, path) for entry in _texts(model, (Ref,))}

    def told_of(self, claim: Model) -> set[str]:
        """Return the words of vocabularies that a claim uses."""
        return set(_texts(claim, (Told,)))

    def refs_of(self, claim: Model) -> frozenset[str]:
        """Return the ids that a claim refers to."""
        if id(claim) not in self._refs:
            self._refs[id(claim)] = frozenset(_texts(claim, (Ref,)))
        return self._refs[id(claim)]


@dataclass(slots=True)
class Place:
    """Where a value stands.

    `path` in the draft; `marker` that asked for the guard; `parent`, the model whose field it is; `claim`, the nearest
    claim around it, None outside any; `cited`, the sentences that the claim cites, those that exist, in order.
    """

    path: str
    parent: Model
    claim: Claim | None
    cited: list[int]
    article: ArticleIndex
    draft: DraftIndex
    marker: Marker = field(default=_NO_MARKER)
    _joined: Passage | None = None

    def at(self, step: str) -> Place:
        """Return the place of an entry (`[3]`) of the list that stands here."""
        return Place(self.path + step, self.parent, self.claim, self.cited, self.article, self.draft)

    def within(self, model: Model) -> Callable[[str], Place]:
        """Return what gives the places of the fields of the model that stands here, by their names."""
        claim, cited = self.claim, self.cited
        if isinstance(model, Claim):
            numbers = {entry.number for entry in model.evidence}
            claim, cited = model, sorted(number for number in numbers if number <= self.article.count)
        return lambda name: Place(f"{self.path}.{name}", model, claim, cited, self.article, self.draft)

    @property
    def scope(self) -> Passage:
        """The passage that must support the value: the cited sentences, or the article where nothing is cited."""
        if self._asks_whole:
            return self.article.whole
        if self._joined is None:
            self._joined = self.article.join(self.cited)
        return self._joined

    @property
    def _asks_whole(self) -> bool:
        """Where a claim cites no sentence that exists, that is its fault; the rest is held against the article."""
        return getattr(self.marker, "scope", "cited") == "article" or not self.cited

    def own(self, value: str) -> Passage:
        """Return the value itself as a passage, folded once for all guards."""
        return self.draft.passage(value)

    @property
    def scope_name(self) -> str:
        """The passage in words, for messages: `sentence 4`, `sentences 4, 9`, `the article`."""
        if self._asks_whole:
            return "the article"
        return listed(self.cited)

    def fault(self, guard: str, message: str, *, doubt: bool = False) -> Fault:
        """Return a fault of this place. Words of hundreds of characters, which no article has, are shortened in it."""
        return Fault(self.path, guard, _LONG_WORD.sub(r"\1…", message), doubt)


Guard = Callable[[Any, Place], Iterable[Fault]]


def listed(sentence_numbers: list[int]) -> str:
    """Return sentence numbers in words: `sentence 4`, `sentences 4, 9`, `no sentence`."""
    if not sentence_numbers:
        return "no sentence"
    return f"sentence{'s' if len(sentence_numbers) > 1 else ''} {', '.join(map(str, sentence_numbers))}"


def quoted(text: str) -> str:
    """Return a text of the draft between quotation marks, for messages, its end left out where it is long."""
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


def has_it(sentence_numbers: list[int]) -> str:
    """Return in words which sentences have what a claim's own lack, and what to do then."""
    if not sentence_numbers:
        return "no sentence has it: leave it out"
    return f"{listed(sentence_numbers)} {'has' if len(sentence_numbers) == 1 else 'have'} it: cite what fits"


@cache
def _lists_of_claims(model: type[Model]) -> tuple[tuple[str, str, bool], ...]:
    """Return the lists of a draft whose entries bear ids: name, field of the id, whether they bear names as well."""
    items = ((name, shape.item) for name, shape in shape_of(model).fields.items() if shape.item)
    found = ((name, _marked(item, Id), _marked(item, Named) is not None) for name, item in items)
    return tuple((name, id_field, is_named) for name, id_field, is_named in found if id_field)


def _marked(shape: Shape, marker: type[Marker]) -> str | None:
    """Return the name of the field of an object that bears `marker`."""
    return next((name for name, field_shape in shape.fields.items() if field_shape.has(marker)), None)


def _texts(model: Model, markers: tuple[type[Marker], ...]) -> list[str]:
    """Return the texts below `model` that bear one of `markers`."""
    found = [value for path in _paths(type(model), markers) for value in _values(model, path)]
    return [value for value in found if isinstance(value, str)]


def _values(model: Model, path: tuple[str, ...]) -> list[Any]:
    """Return what stands at the end of a path of field names, of each entry of a list on the way."""
    values: list[Any] = [model]
    for step in path:
        met = [getattr(value, step) for value in values if value is not None]
        values = [entry for value in met for entry in (value if isinstance(value, list) else (value,))]
        if not values:
            break
    return values


def _own_names(model: type[Model]) -> tuple[tuple[str, ...], ...]:
    """Return the fields that hold the names of an entry itself, not those of the people below it."""
    return tuple(path for path in _paths(model, (Named, Verbatim)) if len(path) == 1)


def _people(entry_id: str, entry: Model) -> Iterator[Person]:
    """Yield the people who speak for an entry."""
    for *above, name in _paths(type(entry), (SpeaksFor,)):
        for person in filter(None, _values(entry, tuple(above))):
            fields = shape_of(type(person)).fields  # type: ignore[arg-type]
            marker = next(m for m in fields[name].markers if isinstance(m, SpeaksFor))
            names = (getattr(person, name), *(getattr(person, marker.aliases, None) or ()))
            yield Person(entry_id, tuple(filter(None, names)))


@cache
def _paths(model: type[Model], markers: tuple[type[Marker], ...]) -> tuple[tuple[str, ...], ...]:
    """Return the fields below a model, by the names that lead there, which bear one of `markers`."""

    def below(shape: Shape) -> Iterator[tuple[str, ...]]:
        if any(isinstance(marker, markers) for marker in shape.markers):
            yield ()
        if shape.item:
            yield from below(shape.item)
        for name, inner in shape.fields.items():
            yield from ((name, *path) for path in below(inner))

    return tuple(below(shape_of(model)))
