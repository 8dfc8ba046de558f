"""Records that were made elsewhere, read for an evaluation: an export of a job, or the lines of another tool."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from summariser.errors import GoldError
from summariser.evaluation.gold import Gold
from summariser.tasks.task import Task

__all__ = ["read_records", "strangers"]


def read_records(path: Path, task: Task) -> tuple[dict[str, Mapping[str, Any] | None], list[str]]:
    """Return the records of a JSON Lines file by the id of their article, and a remark on each that is malformed.

    A malformed one counts as none, as it would for its user: None stands for it. Raises GoldError where the file cannot
    be read or holds none, or a line is no JSON or does not name its article.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"cannot read the records {str(path)!r}: {error}") from error
    records: dict[str, Mapping[str, Any] | None] = {}
    remarks = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
            name = value["article"]["id"]
            if not isinstance(name, str):
                raise TypeError
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise GoldError(f"{path}, line {number}: no record; expected JSON Lines as `export` writes them") from error
        fields = {field: value[field] for field in task.draft.model_fields if field in value}
        try:
            task.draft.model_validate_json(json.dumps(fields))
            records[name] = fields
        except ValidationError as error:
            records[name] = None
            first = error.errors(include_url=False)[0]
            remarks.append(f"line {number}: {'.'.join(map(str, first['loc']))}: {first['msg']}; counted as no record")
    if not records:
        raise GoldError(f"{str(path)!r} holds no record; expected JSON Lines as `export` writes them")
    return records, remarks


def strangers(records: Iterable[str], gold: Iterable[Gold]) -> int:
    """Return how many of the records, by the id of their article, belong to no article of the gold. Raises GoldError
    where none belongs to one."""
    known, ids = {entry.article.id for entry in gold}, set(records)
    strange = ids - known
    if strange == ids:
        raise GoldError(
            f"none of the {len(ids):,} records belongs to an article of the gold set: article.id, a digest of its "
            f"text, is {min(strange)!r} in one of them and {min(known)!r} in gold; have the gold's own texts read"
        )
    return len(strange)
