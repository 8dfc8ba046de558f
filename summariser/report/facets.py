"""What records can be sought by, read off the schema of their task: names, vocabularies, and all their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from summariser.language.folding import fold_case
from summariser.models.claims import Model
from summariser.models.markers import Edtf, Id, Named, Ref
from summariser.models.negotiation import Negotiation
from summariser.models.shapes import Shape, shape_of
from summariser.report.lines import in_words

__all__ = ["Facet", "facets_of", "heading_of", "sizes_of", "values_of", "words_in", "words_of"]

_CODES = (Id, Ref, Edtf)
_WORD = re.compile(r"[^\W_]+")
_FIRST: dict[type[Model], tuple[tuple[str, ...], ...]] = {
    Negotiation: (("proposals", "issue"), ("proposals", "status"), ("status", "stage")),
}
"""What people choose by before all else, where the schema's own order does not say so."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A field that people choose by. `path` leads to it from the draft.

    `choices` are the words of its vocabulary, none where its values are names. `single` says that a record has one
    value at most.
    """

    path: tuple[str, ...]
    choices: tuple[str, ...]
    single: bool

    @property
    def label(self) -> str:
        """What people call it: "Parties", "Proposals: issue"."""
        *holders, last = map(in_words, self.path)
        if not holders:
            return last.capitalize()
        holder = holders[-1].capitalize()
        return holder if last == "name" and not self.choices else f"{holder}: {last}"


@cache
def facets_of(draft: type[Model]) -> tuple[Facet, ...]:
    """Return what records of a draft model can be chosen by: names, what matters most, then as the schema has them."""
    first = _FIRST.get(draft, ())
    found = _facets(shape_of(draft), (), single=True)
    return tuple(sorted(found, key=lambda facet: (bool(facet.choices), facet.path not in first)))


def values_of(record: Model, facet: Facet) -> list[str]:
    """Return what a record has there, each value once and in order."""
    values = ("yes" if value is True else "no" if value is False else value for value in _at(record, facet.path))
    return list(dict.fromkeys(values))


def heading_of(record: Model, draft: type[Model]) -> str | None:
    """Return the text that says what a record is about: the first free text that belongs to no claim of a list."""
    return next(_free_texts(record, shape_of(draft), lists=False), None)


def sizes_of(record: Model, draft: type[Model]) -> dict[str, int]:
    """Return how many claims a record has, by the name of their list."""
    lists = (name for name, shape in shape_of(draft).fields.items() if shape.item and shape.item.fields)
    return {name: len(getattr(record, name)) for name in lists}


def words_of(record: Model, draft: type[Model]) -> set[str]:
    """Return all words of a record's free texts, folded as a search folds what it looks for."""
    return {word for text in _free_texts(record, shape_of(draft), lists=True) for word in words_in(text)}


def words_in(text: str) -> list[str]:
    """Return the words of a text, folded as a search folds what it looks for."""
    return _WORD.findall(fold_case(text))


def _facets(shape: Shape, path: tuple[str, ...], *, single: bool) -> Iterator[Facet]:
    for name, inner in shape.fields.items():
        here, plain, alone = (*path, name), inner.item or inner, single and not inner.item
        if plain.choices or plain.type is bool:
            yield Facet(here, plain.choices or ("yes", "no"), alone)
        elif plain.has(Named):
            yield Facet(here, (), alone)
        elif plain.fields:
            yield from _facets(plain, here, single=alone)


def _at(value: Any, path: tuple[str, ...]) -> Iterator[Any]:
    if isinstance(value, list):
        for entry in value:
            yield from _at(entry, path)
    elif value is not None:
        if path:
            yield from _at(getattr(value, path[0]), path[1:])
        else:
            yield value


def _free_texts(value: Any, shape: Shape, *, lists: bool) -> Iterator[str]:
    if shape.item:
        for entry in value if lists else ():
            yield from _free_texts(entry, shape.item, lists=lists)
    elif shape.fields:
        for name, inner in shape.fields.items() if value is not None else ():
            yield from _free_texts(getattr(value, name), inner, lists=lists)
    elif shape.type is str and value and not any(map(shape.has, _CODES)):
        yield value
