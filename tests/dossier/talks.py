"""The archive of two intertwined negotiations, with a record of each article written by hand; all of it is made up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from summariser import Article, ScriptedEngine, check, summarise_all
from summariser.dossier.dossier import Dossier, make_dossier
from summariser.dossier.overrides import NO_OVERRIDES, Overrides
from summariser.dossier.reports import Archive
from summariser.models.record import NegotiationRecord, Record

FOLDER = Path(__file__).parent / "archive"
SINCE = date(2024, 5, 1)


@cache
def drafts() -> tuple[tuple[Article, dict[str, Any]], ...]:
    """Return the articles in order, each with its draft."""
    return tuple(map(_read, sorted(FOLDER.glob("*.json"))))


@cache
def records() -> tuple[Record, ...]:
    """Return the verified records, in order."""
    return tuple(check(json.dumps(draft), article) for article, draft in drafts())


def dossier(overrides: Overrides = NO_OVERRIDES, since: date | None = None, *, backwards: bool = False) -> Dossier:
    """Return the dossier of the archive; `backwards`, of the same articles in the other order."""
    archive = Archive()
    for number, record in _numbered(backwards):
        assert isinstance(record, NegotiationRecord)
        archive.add(number, record)
    return make_dossier("talks.db", archive, overrides, since)


def job(path: Path) -> Path:
    """Make a job of the archive, each article read by the scripted engine, and return its path."""
    answers = {article.text: json.dumps(draft) for article, draft in drafts()}
    engine = ScriptedEngine(lambda article, task: answers[article.text])
    outcomes = list(summarise_all([article for article, _ in drafts()], engine=engine, job=path, concurrency=1))
    assert all(outcome.record for outcome in outcomes)
    return path


def _read(path: Path) -> tuple[Article, dict[str, Any]]:
    whole = json.loads(path.read_text(encoding="utf-8"))
    day = date.fromisoformat(whole["date"])
    return Article(whole["text"], title=whole["title"], date=day, source=whole["source"]), whole["draft"]


def _numbered(backwards: bool) -> Iterator[tuple[int, Record]]:
    found = list(enumerate(records(), start=1))
    yield from reversed(found) if backwards else found
