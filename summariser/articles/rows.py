"""JSON objects: one article with what is known about it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from summariser.articles.columns import columns_for
from summariser.errors import ArticleError

__all__ = ["is_json", "parse_date", "row_fields"]

_PARTS = ("text", "title", "date", "source", "url", "language")
_OBJECT = re.compile(r'(?:\[\s*)?\{\s*["}]')


def is_json(text: str) -> bool:
    """Return whether `text` begins as a JSON object, or a list of them, does."""
    return bool(_OBJECT.match(text.lstrip()))


def row_fields(text: str, name: str) -> dict[str, Any]:
    """Return the arguments of Article that the JSON object in `text` gives; keys it does not know are left alone.

    Raises ArticleError where the JSON is malformed, is no single object, or a value has the wrong type.
    """
    try:
        row, end = json.JSONDecoder().raw_decode(text.strip())
    except (json.JSONDecodeError, RecursionError) as error:
        raise ArticleError(
            f"{name} begins as JSON, but is none: {error}; mend it, or pass the article's text alone"
        ) from error
    rest = text.strip()[end:].strip()
    if not isinstance(row, dict) or is_json(rest):
        what = "several JSON objects" if isinstance(row, dict) else "a list of JSON objects"
        raise ArticleError(
            f"{name} holds {what}; pass one article, as one object with 'text' "
            "(for all of them: summariser batch FILE --job JOB)"
        )
    if rest:
        raise ArticleError(f"{name} has something after its JSON object: {rest[:40]!r}; pass one object alone")
    found = {part: given for part in _PARTS if (given := _first(row, part)) is not None}
    if "text" not in found:
        keys = ", ".join(map(repr, list(row)[:8])) or "none"
        raise ArticleError(
            f"{name}: the JSON object has no 'text' (its keys: {keys}); give the article's text under 'text'"
        )
    for key, value in found.values():
        if not isinstance(value, str):
            raise ArticleError(f"{name}: {key!r} is {json.dumps(value)[:60]}, a text was expected")
    fields: dict[str, Any] = {part: value for part, (_, value) in found.items()}
    if "date" in fields:
        fields["date"] = parse_date(fields["date"], f"{name}: {found['date'][0]!r}")
    return fields


def parse_date(value: str, what: str) -> date:
    """Return the day that `value` names, in ISO 8601; a time of day after it is left out. Raises ArticleError."""
    day, time_of_day = value.strip()[:10], value.strip()[10:]
    try:
        if time_of_day and time_of_day[0] not in "T ":
            raise ValueError
        return date.fromisoformat(day)
    except ValueError as error:
        raise ArticleError(f"{what} is {value!r}, a date such as 2019-11-01 was expected") from error


def _first(row: Mapping[str, Any], part: str) -> tuple[str, Any] | None:
    """Return the first key and value that the row has for `part`; of an object, as publishers are, its name."""
    for key in columns_for(part, list(row)):
        value = row[key]
        value = value.get("name", value) if isinstance(value, dict) else value
        if value not in (None, ""):
            return key, value
    return None
