"""Gold: articles with the record that a careful reader makes of them, and with what fair readers may differ on.

A gold entry is one JSON object:

    article       title, date, source of the article, and its text (or the text stands in a .txt file of the same name)
    answer        the record in the form that a model answers
    optional      paths of claims, `parties[p2]`, `events[0]`, or of fields, `proposals[o1].status`, that a fair reader
                  may leave out or fill otherwise: neither missed nor invented
    also_right    path of a field → further values that are right too
    sort, traps   what it is about and which traps it sets; for those who read the gold, not scored
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from summariser.articles.article import Article
from summariser.errors import ArticleError, GoldError
from summariser.models.shapes import Shape, shape_of
from summariser.tasks.task import Task

__all__ = ["Gold", "load_gold"]

_PATH = re.compile(r"(?P<list>\w+)(?:\[(?P<entry>\w+)\])?(?:\.(?P<field>\w+))?")
_Model = TypeVar("_Model", bound=BaseModel)


class _Known(BaseModel):
    """What an entry tells of its article; the text may stand in a file beside it."""

    model_config = ConfigDict(strict=True, extra="forbid")

    text: str | None = None
    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None


class _Entry(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    article: _Known
    answer: dict[str, Any]
    optional: list[str] = []
    also_right: dict[str, list[Any]] = {}
    sort: str | None = None
    traps: Any = None
    negotiation: Any = None


@dataclass(frozen=True)
class Gold:
    """One gold entry. `answer` has passed the task's draft model; `name` tells the entry apart within its set."""

    name: str
    article: Article
    answer: Mapping[str, Any]
    on_topic: bool
    optional: frozenset[str] = frozenset()
    also_right: Mapping[str, list[Any]] = field(default_factory=dict)
    sort: str | None = None


def load_gold(path: Path, task: Task) -> list[Gold]:
    """Return the entries of a folder (every .json below it, by name) or of a JSON Lines file.

    Raises GoldError, naming the entry, where one is not of the form that this module's docstring gives.
    """
    if not os.path.exists(path):
        raise GoldError(f"no gold at {str(path)!r}; give a folder of entries, or a JSON Lines file with one a line")
    entries = [_entry(name, where, value, task) for name, where, value in _objects(path)]
    if not entries:
        raise GoldError(f"{str(path)!r} holds no gold entry; expected .json files, or one JSON object a line")
    return entries


def _objects(path: Path) -> Iterator[tuple[str, Path, Any]]:
    if path.is_dir():
        for file in sorted(path.rglob("*.json")):
            yield file.stem, file, _parsed(_read(file), str(file))
        return
    for number, line in enumerate(_read(path).split("\n"), start=1):
        if line.strip():
            yield f"{path.stem}:{number}", path, _parsed(line, f"{path}, line {number}")


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GoldError(f"cannot read {str(file)!r}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{str(file)!r} is not in UTF-8, from byte {error.start:,} on; save it as UTF-8") from error


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise GoldError(f"{where}: the JSON is nested too deeply to be read") from error
    except ValueError as error:
        raise GoldError(f"{where}: no JSON: {error}") from error


def _entry(name: str, where: Path, value: Any, task: Task) -> Gold:
    entry = _filled(_Entry, value, f"{name}: ")
    draft = _filled(task.draft, entry.answer, f"{name}: answer.")
    for told in entry.optional:
        _place_of(told, entry.answer, task, name)
    _check_also_right(entry, task, name)
    article = _article(name, where, entry.article)
    optional = frozenset(entry.optional)
    return Gold(name, article, entry.answer, task.is_on_topic(draft), optional, entry.also_right, entry.sort)


def _check_also_right(entry: _Entry, task: Task, name: str) -> None:
    """Raise GoldError where a value that is right too is none that the field may have."""
    for told, values in entry.also_right.items():
        claim, shape, slot = _place_of(told, entry.answer, task, name)
        if slot is None or not claim:
            continue
        is_list = shape.fields[slot].item is not None
        for value in values:
            filled = [value] if is_list and not isinstance(value, list) else value
            _filled(shape.type, {**claim, slot: filled}, f"{name}: also_right {told!r}: ")


def _filled(model: type[_Model], value: Any, where: str) -> _Model:
    """Return a value in its form. Raises GoldError with the first thing that is wrong, and its place."""
    try:
        return model.model_validate_json(json.dumps(value))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if first["type"] == "json_invalid":
            raise GoldError(
                f"{where.rstrip('.: ')}: it cannot be written as JSON in UTF-8: half a character, or nested too deeply"
            ) from error
        loc, told = list(first["loc"]), f"{first['msg']}, not {first['input']!r:.80}"
        if first["type"] == "extra_forbidden" and model is _Entry:
            key = loc.pop()
            known = _Known if loc else _Entry
            told = f"unknown {key!r}; there are {', '.join(sorted(known.model_fields))}"
        place = ".".join(map(str, loc))
        raise GoldError(f"{where}{f'{place}: ' if place else ''}{told}") from error


def _article(name: str, where: Path, known: _Known) -> Article:
    text, beside = known.text, where.with_suffix(".txt")
    if text is None:
        if not beside.is_file():
            raise GoldError(f"{name}: no text: neither article.text nor the file {str(beside)!r}")
        text = _read(beside)
    try:
        day = date.fromisoformat(known.date) if known.date else None
    except ValueError as error:
        raise GoldError(f"{name}: article.date: expected a day such as 2016-01-31, not {known.date!r}") from error
    try:
        return Article(text, known.title, day, known.source, known.url, known.language)
    except ArticleError as error:
        raise GoldError(f"{name}: {error}") from error


def _place_of(path: str, answer: dict[str, Any], task: Task, name: str) -> tuple[dict[str, Any], Shape, str | None]:
    """Return the claim of the answer that a path leads to (empty if it is null), its shape, and the name of the field
    where one is meant."""
    match = _PATH.fullmatch(path)
    shape = shape_of(task.draft).fields.get(match["list"]) if match else None
    if match and shape:
        found = answer[match["list"]]
        if shape.item is not None:
            found = {claim.get("id", str(position)): claim for position, claim in enumerate(found)}.get(match["entry"])
        claim_shape, slot = shape.item or shape, match["field"]
        there = found is not None if shape.item else not match["entry"]
        if there and (slot is None or slot in claim_shape.fields):
            return found or {}, claim_shape, slot
    raise GoldError(f"{name}: the path {path!r} leads nowhere; as in parties[p2], events[0], proposals[o1].status")
