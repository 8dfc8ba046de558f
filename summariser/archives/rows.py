"""Rows of tables and JSON objects: which column holds what, and the article that they make."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from summariser.archives.dates import day_of
from summariser.archives.items import Fields, Item, Refused, printable
from summariser.archives.judging import LEAST_WORDS, article_item, skipped
from summariser.articles.columns import COLUMNS, columns_for
from summariser.articles.pages import is_html, page_fields
from summariser.errors import ArticleError

__all__ = ["RowReader", "key_of", "listed"]

_REMEMBERED = 64


def key_of(name: str, number: int) -> str:
    """Return the key of what stands at `number` (from 1) and calls itself `name`: names alone may come twice."""
    return f"{printable(name)}#{number}"


@dataclass(slots=True)
class RowReader:
    """Makes items of rows. `fields` names columns, the others are found.

    `names` are the columns of the last kind of row that was met, `met` the parts of an article whose named column some
    row has had.
    """

    fields: Fields = field(default_factory=Fields)
    least_words: int = LEAST_WORDS
    names: tuple[str, ...] = ()
    met: set[str] = field(default_factory=set)
    _layouts: dict[tuple[str, ...], dict[str, list[str]]] = field(default_factory=dict)

    def layout(self, names: Sequence[str]) -> dict[str, list[str]]:
        """Return which of the columns `names` hold each part of an article, the surest first."""
        shape = tuple(names)
        known = self._layouts.get(shape)
        if known is None:
            if len(self._layouts) >= _REMEMBERED:
                self._layouts.clear()
            self.names = shape
            self.met.update(part for part in COLUMNS if getattr(self.fields, part) in shape)
            known = self._layouts[shape] = {part: self._columns(part, shape) for part in COLUMNS}
        return known

    def require_text(self, names: Sequence[str], name: str) -> None:
        """Raise Refused where none of the columns `names` holds texts."""
        if not self.layout(names)["text"]:
            raise Refused("no_text", f"{name} has no {self._wanted()}; it has: {listed(names)}")

    def item(self, row: Mapping[str, Any], prefix: str, number: int) -> Item:
        """Return the item that `row` makes, the one at `number` (from 1) of what `prefix` names."""
        layout = self.layout(list(row))
        key = prefix + key_of(_as_text(_first(row, layout["id"])) or "", number)
        try:
            item = article_item(key, self._article_fields(row, layout), self.least_words)
        except Refused as error:
            return skipped(key, error)
        if item.article and item.article.date is None and (written := _written(_first(row, layout["date"]))):
            return replace(item, unread_date=written)
        return item

    def _article_fields(self, row: Mapping[str, Any], layout: dict[str, list[str]]) -> dict[str, Any]:
        text = _joined(_first(row, layout["text"]))
        if text is None:
            columns = layout["text"]
            if not columns:
                raise Refused("no_text", f"the row has no {self._wanted()}; it has: {listed(list(row))}")
            value = row[columns[0]]
            if value in (None, "", []):
                raise Refused("empty", f"{columns[0]!r} is empty")
            raise Refused("malformed", f"{columns[0]!r} is {_shown(value)}, a text was expected")
        known = {part: _as_text(_first(row, layout[part])) for part in ("title", "source", "url", "language")}
        found = {"text": text, "date": day_of(_first(row, layout["date"])), **known}
        if text.lstrip()[:1] == "<" and is_html(text):
            return _from_page(text, found)
        return found

    def _columns(self, part: str, names: tuple[str, ...]) -> list[str]:
        named: str | None = getattr(self.fields, part)
        if named is None:
            return columns_for(part, names)
        return [named] if named in names else []

    def _wanted(self) -> str:
        return f"column {self.fields.text!r}" if self.fields.text else "column of texts that is known (text, body, …)"


def _from_page(html: str, found: dict[str, Any]) -> dict[str, Any]:
    """Return the article in the page that a column holds; what the row itself says wins."""
    try:
        page = page_fields(html, "the text", found["url"])
    except ArticleError as error:
        raise Refused("no_text", str(error)) from error
    return page | {part: value for part, value in found.items() if value is not None and part != "text"}


def _first(row: Mapping[str, Any], columns: list[str]) -> Any:
    for column in columns:
        value = row[column]
        if value is not None and value != "":
            return value
    return None


def _joined(value: object) -> str | None:
    """Return a text, also one given as a list of paragraphs; None where it is neither."""
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return "\n\n".join(value)
    return value if isinstance(value, str) else None


def _as_text(value: object) -> str | None:
    """Return what a title, id or publisher says: a text, a number, or the name of an object; None of anything else."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, bool) or (isinstance(value, float) and not math.isfinite(value)):
        return None
    text = value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "").strip() or None


def _written(value: object) -> str | None:
    """Return what a row has for a date as it can be shown, None where it has nothing."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return printable(value.strip())[:60] or None if isinstance(value, str) else _shown(value)


def _shown(value: object) -> str:
    return json.dumps(value, default=str)[:60]


def listed(names: Sequence[str]) -> str:
    """Return the first of some columns' names, to be shown."""
    return ", ".join(repr(printable(name)[:40]) for name in names[:8]) or "nothing"
