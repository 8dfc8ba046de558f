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
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from summariser.articles.article import Article
from summariser.errors import ArticleError, GoldError
from summariser.models.shapes import shape_of
from summariser.tasks.task import Task

__all__ = ["Gold", "load_gold"]

_PATH = re.compile(r"(?P<list>\w+)(?:\[(?P<entry>\w+)\])?(?:\.(?P<field>\w+))?")
_KEYS = frozenset({"article", "answer", "optional", "also_right", "sort", "traps", "negotiation"})


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
    if not path.exists():
        raise GoldError(f"no gold at {str(path)!r}; give a folder of entries, or a JSON Lines file with one a line")
    entries = [_entry(name, where, value, task) for name, where, value in _objects(path)]
    if not entries:
        raise GoldError(f"{str(path)!r} holds no gold entry; expected .json files, or one JSON object a line")
    return entries


def _objects(path: Path) -> Iterator[tuple[str, Path, Any]]:
    if path.is_dir():
        for file in sorted(path.rglob("*.json")):
            yield file.stem, file, _parsed(file.read_text(encoding="utf-8"), str(file))
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            yield f"{path.stem}:{number}", path, _parsed(line, f"{path}, line {number}")


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise GoldError(f"{where}: no JSON: {error}") from error


def _entry(name: str, where: Path, value: Any, task: Task) -> Gold:
    if not isinstance(value, dict) or not {"article", "answer"} <= set(value):
        raise GoldError(f"{name}: expected an object with 'article' and 'answer'")
    if strange := set(value) - _KEYS:
        raise GoldError(
            f"{name}: unknown {', '.join(map(repr, sorted(strange)))}; there are {', '.join(sorted(_KEYS))}"
        )
    try:
        draft = task.draft.model_validate_json(json.dumps(value["answer"]))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise GoldError(f"{name}: answer.{place}: {first['msg']}, not {first['input']!r:.80}") from error
    optional, also_right = frozenset(value.get("optional", ())), value.get("also_right", {})
    for told in [*optional, *also_right]:
        if not _stands(told, value["answer"], task):
            raise GoldError(
                f"{name}: the path {told!r} leads nowhere; as in parties[p2], events[0], proposals[o1].status"
            )
    article = _article(name, where, value["article"])
    return Gold(name, article, value["answer"], task.is_on_topic(draft), optional, also_right, value.get("sort"))


def _article(name: str, where: Path, known: dict[str, Any]) -> Article:
    text = known.get("text")
    beside = where.with_suffix(".txt")
    if text is None:
        if not beside.is_file():
            raise GoldError(f"{name}: no text: neither article.text nor the file {str(beside)!r}")
        text = beside.read_text(encoding="utf-8")
    try:
        day = date.fromisoformat(known["date"]) if known.get("date") else None
        return Article(text, title=known.get("title"), date=day, source=known.get("source"))
    except (ValueError, ArticleError) as error:
        raise GoldError(f"{name}: {error}") from error


def _stands(path: str, answer: Mapping[str, Any], task: Task) -> bool:
    """Whether a path leads to a claim or a field of the answer."""
    match = _PATH.fullmatch(path)
    shape = shape_of(task.draft).fields.get(match["list"]) if match else None
    if match is None or shape is None:
        return False
    if (shape.item is not None) != (match["entry"] is not None):
        return False
    if shape.item is not None:
        claims = answer[match["list"]]
        entries = {claim.get("id", str(position)) for position, claim in enumerate(claims)}
        if match["entry"] not in entries:
            return False
    return match["field"] is None or match["field"] in (shape.item or shape).fields
