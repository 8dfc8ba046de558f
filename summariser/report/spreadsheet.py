"""Claims for a spreadsheet: a row for each, with names where the record has ids, and nothing that a cell would run."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import IO

from summariser.errors import SettingsError
from summariser.models.claims import Claim, Evidence, IdentifiedClaim, Model
from summariser.models.markers import Id, Named
from summariser.models.negotiation import When
from summariser.models.record import Record
from summariser.models.shapes import Shape, shape_of
from summariser.report.fields import Telling, leading_fields
from summariser.report.lines import in_words
from summariser.report.plain import plain

__all__ = ["BOM", "claim_kinds", "write_spreadsheet"]

BOM = "\ufeff"
"""Without it, spreadsheets take UTF-8 for something else."""

_ARTICLE = ("Article", "Title", "Published", "Source", "Address")
_ACTIVE = tuple("=+-@＝＋－＠")
_MOST_CHARACTERS = 32_000
"""A cell takes 32,767 at most."""


def claim_kinds(draft: type[Model], kind: str | None = None) -> dict[str, Shape]:
    """Return the fields of a draft whose claims make rows, each with the shape of one claim.

    Those are lists of claims that others refer to and that bear no name of their own (proposals and conditions, not
    parties); where there are none, all claims; with `kind`, that field alone. Raises SettingsError where it is none.
    """
    fields = shape_of(draft).fields.items()
    claims = {name: shape.item or shape for name, shape in fields if _is(shape.item or shape, Claim)}
    if kind is not None:
        if kind not in claims:
            raise SettingsError(f"the task has no claims {kind!r}; it has {', '.join(claims) or 'none'}")
        return {kind: claims[kind]}
    nameless = (name for name, shape in claims.items() if not any(inner.has(Named) for inner in shape.fields.values()))
    return {name: claims[name] for name in nameless if _is(claims[name], IdentifiedClaim)} or claims


def write_spreadsheet(records: Iterable[tuple[int, Record]], kinds: dict[str, Shape], file: IO[str]) -> int:
    """Write the claims of records as CSV that spreadsheets open well, and return how many they are.

    `records` come with the number of their article. Lines end in CR LF; a cell that would be taken for a formula begins
    with an apostrophe.
    """
    columns = _columns(kinds)
    writer = csv.writer(file, lineterminator="\r\n")
    file.write(BOM)
    writer.writerow([*_ARTICLE, "Claim", "Text", *map(_heading, columns), "Sentences", "Quotes"])
    count = 0
    for number, record in records:
        for row in _rows(number, record, kinds, columns):
            writer.writerow(map(_cell, row))
            count += 1
    return count


def _columns(kinds: dict[str, Shape]) -> list[tuple[str, str]]:
    """Return the columns between text and evidence: the fields of all kinds of claims; of a time, its two halves."""
    columns: dict[tuple[str, str], None] = {}
    for shape in kinds.values():
        lead = _lead(shape)
        for name, inner in shape.fields.items():
            if name != lead and not inner.has(Id) and not (inner.item and inner.item.type is Evidence):
                columns |= dict.fromkeys((name, half) for half in (inner.fields if inner.type is When else ("",)))
    return list(columns)


def _rows(number: int, record: Record, kinds: dict[str, Shape], columns: list[tuple[str, str]]) -> Iterator[list[str]]:
    telling, article = Telling(record), record.article
    known = [str(number), article.title or "", str(article.date or ""), article.source or "", article.url or ""]
    for kind, shape in kinds.items():
        found, lead = getattr(record, kind), _lead(shape)
        for claim in found if isinstance(found, list) else [found] if found else []:
            text = getattr(claim, lead) or "" if lead else ""
            fields = [_told(claim, shape, telling, column) for column in columns]
            numbers = ", ".join(str(entry.number) for entry in claim.evidence)
            quotes = " ".join(f"[{entry.number}] {entry.quote}" for entry in claim.evidence if entry.quote)
            yield [*known, in_words(kind), text, *fields, numbers, quotes]


def _told(claim: Model, shape: Shape, telling: Telling, column: tuple[str, str]) -> str:
    """Return what a claim has in a column, empty where its kind has none."""
    name, half = column
    if name not in shape.fields or name == _lead(shape):
        return ""
    value = getattr(claim, name)
    if half:
        value, inner = getattr(value, half, None), shape.fields[name].fields[half]
    else:
        inner = shape.fields[name]
    return "".join(span.text for span in telling.value(value, inner)) if value not in (None, "", []) else ""


def _lead(shape: Shape) -> str | None:
    return next(iter(leading_fields(shape)), None)


def _heading(column: tuple[str, str]) -> str:
    name, half = column
    if half == "edtf":
        return f"{in_words(name).capitalize()} (EDTF)"
    return in_words(name).capitalize()


def _cell(text: str) -> str:
    """Return a text as a cell: on one line, not too long, and none that a spreadsheet would run."""
    whole = plain(text)
    whole = whole if len(whole) <= _MOST_CHARACTERS else f"{whole[:_MOST_CHARACTERS]}…"
    return f"'{whole}" if whole.startswith(_ACTIVE) else whole


def _is(shape: Shape, kind: type[Claim]) -> bool:
    return isinstance(shape.type, type) and issubclass(shape.type, kind)
