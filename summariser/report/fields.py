"""The report on a record of any task: its fields walked by their types, as they are declared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from summariser.models.claims import Claim, IdentifiedClaim, Model
from summariser.models.markers import Id, Ref, Supported
from summariser.models.negotiation import When
from summariser.models.record import Record
from summariser.models.shapes import Shape, shape_of
from summariser.report.lines import (
    Item,
    Line,
    Outline,
    Section,
    about,
    cited,
    closing,
    held_back,
    in_words,
    joined,
    say,
    when_text,
)

__all__ = ["Telling", "fields_outline", "leading_fields"]


def fields_outline(record: Record) -> Outline:
    """Return what is to be said of `record`: a section for each field of its draft that is a list or an object."""
    telling = Telling(record)
    own = {name: shape for name, shape in shape_of(type(record)).fields.items() if name not in Record.model_fields}
    plain = {name: shape for name, shape in own.items() if not shape.item and not shape.fields}
    details = tuple(Item(line) for name in plain for line in telling.detail(name, getattr(record, name), own[name]))
    sections = [Section("In short", details)]
    for name, shape in own.items():
        if name not in plain:
            value = getattr(record, name)
            entries = value if isinstance(value, list) else [value] if value is not None else []
            items = (telling.item(entry, shape.item or shape) for entry in entries)
            sections.append(Section(in_words(name).capitalize(), tuple(items)))
    title = say(in_words(record.provenance.task).capitalize(), "strong")
    filled = tuple(section for section in (*sections, *held_back(record)) if section.items)
    return Outline(title, (), about(record.article), filled, closing(record.provenance))


class Telling:
    """Puts the entries of one record into lines; it knows the claims behind the ids."""

    def __init__(self, record: Record) -> None:
        self.named = {
            entry.id: _wording(entry) or entry.id
            for name in type(record).model_fields
            for entry in (getattr(record, name) if isinstance(getattr(record, name), list) else ())
            if isinstance(entry, IdentifiedClaim)
        }

    def item(self, entry: Any, shape: Shape) -> Item:
        """Return an entry: what says what it is, then its other fields."""
        if not isinstance(entry, Model):
            return Item(self.value(entry, shape))
        lead = _leading_field(entry)
        line = say(getattr(entry, lead), "strong") if lead else ()
        details = [
            line
            for name, inner in shape.fields.items()
            if name not in {lead, "evidence"} and not inner.has(Id)
            for line in self.detail(name, getattr(entry, name), inner)
        ]
        if not line and details:
            line, *details = details
        return Item(line + (cited(entry.evidence) if isinstance(entry, Claim) else ()), tuple(details))

    def detail(self, name: str, value: Any, shape: Shape) -> Iterator[Line]:
        """Yield the line of one field, or nothing where it is empty."""
        if value is not None and value not in ([], ""):
            yield say(f"{in_words(name)}: ", "muted") + self.value(value, shape)

    def value(self, value: Any, shape: Shape) -> Line:
        """Return a field's value in words: references by what they refer to, dates with what they mean."""
        if isinstance(value, list):
            by = "; " if shape.item and shape.item.fields else ", "
            return joined((self.value(entry, shape.item or shape) for entry in value), by)
        if isinstance(value, When):
            return say(when_text(value))
        if isinstance(value, Model):
            inner = shape.fields.items()
            parts = [
                self.value(part, here) for name, here in inner if (part := getattr(value, name)) and name != "evidence"
            ]
            return joined(parts, ", ") + (cited(value.evidence) if isinstance(value, Claim) else ())
        if isinstance(value, bool):
            return say("yes" if value else "no")
        if shape.has(Ref):
            return say(self.named.get(value, str(value)))
        return say(in_words(value) if shape.choices else str(value))


def leading_fields(shape: Shape) -> list[str]:
    """Return the fields that say what an entry is, the best first: free texts; wording tells more than a name."""
    free = [name for name, inner in shape.fields.items() if inner.type is str and not any(map(inner.has, (Id, Ref)))]
    return sorted(free, key=lambda name: not shape.fields[name].has(Supported))


def _leading_field(entry: Model) -> str | None:
    return next((name for name in leading_fields(shape_of(type(entry))) if getattr(entry, name)), None)


def _wording(entry: Model) -> str | None:
    lead = _leading_field(entry)
    return getattr(entry, lead) if lead else None
