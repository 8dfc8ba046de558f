"""What a job is a job of: one task, one prompt, one engine. Results of another are never mixed in."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from summariser.batch.migrations import VERSION
from summariser.errors import SettingsError
from summariser.pipeline.record import software
from summariser.prompting.render import prompt_identity
from summariser.resources import prompt_names
from summariser.tasks.task import Task

__all__ = ["Identity", "check_identity", "check_task", "write_identity"]

_WORDS = {
    "task": "task",
    "schema_version": "version of the task",
    "schema_digest": "fields of the task",
    "prompt_digest": "prompt",
    "engine": "engine",
    "model": "model",
    "strictness": "strictness",
}


@dataclass(frozen=True)
class Identity:
    """What answers: engine, model as it is asked for, digest of the prompt, and the parameters that shape the answers.

    Model and prompt are None where the engine has none. `parameters` must be what JSON can hold.
    """

    engine: str
    model: str | None = None
    prompt_digest: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)


def write_identity(connection: sqlite3.Connection, task: Task, identity: Identity) -> None:
    """Write what a new job is a job of."""
    entries = {"store_version": str(VERSION), "software": software(), **_entries(task, identity)}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", entries.items())


def check_identity(connection: sqlite3.Connection, task: Task, identity: Identity, path: Path) -> None:
    """Raise SettingsError, which says what differs, where the job is one of another task, prompt, engine or model."""
    # A job that was begun before there was a choice of strictness says nothing of it.
    stored = {"strictness": "standard", **dict(connection.execute("SELECT key, value FROM meta"))}
    now = _entries(task, identity)
    keys = [key for key, value in now.items() if stored.get(key) != value]
    how = "a prompt is named with --task"
    if "strictness" in keys:
        how = "strictness is --strict and --corroborate"
    if "engine" in keys:
        how = "an engine is named with --engine, its model with SUMMARISER_MODEL"
        # Another engine has another of all the rest.
        keys = [key for key in keys if key not in ("prompt_digest", "model", "parameters")]
    differing = [told for key in keys for told in _differing(key, stored.get(key), now[key], task)]
    if differing:
        raise SettingsError(
            f"job {str(path)!r} was begun with another {'; another '.join(differing)}; results would be mixed. "
            f"Run it as it was begun ({how}), or name a new job file"
        )


def _differing(key: str, stored: str | None, value: str | None, task: Task) -> Iterator[str]:
    """Yield what differs, of the parameters each that does."""
    if key != "parameters":
        yield f"{_WORDS[key]} {_shown(_told(key, stored, task))}, now {_shown(_told(key, value, task))}"
        return
    then, now = json.loads(stored or "{}"), json.loads(value or "{}")
    for name in sorted({*then, *now}):
        if then.get(name) != now.get(name):
            yield f"{name} {_shown(then.get(name))}, now {_shown(now.get(name))}"


def _shown(value: object) -> str:
    return "none" if value is None else repr(value)


def _told(key: str, value: str | None, task: Task) -> str | None:
    """Return a value as people know it: a prompt of the package by its name, where its digest is that of today."""
    if key != "prompt_digest":
        return value
    names = prompt_names(task.name)
    return next((name for name in names if prompt_identity(replace(task, prompt=name))[1] == value), value)


def check_task(stored: Mapping[str, str | None], task: Task, path: Path) -> None:
    """Raise SettingsError, which says what differs, where the job, of which `stored` is told, is of another task."""
    known = _entries(task, Identity(engine=""))
    differing = [_WORDS[key] for key in ("task", "schema_version", "schema_digest") if stored.get(key) != known[key]]
    if differing:
        raise SettingsError(
            f"job {str(path)!r} is of another {' and another '.join(differing)} than {task.name!r} {task.version}: "
            f"it was begun with {stored.get('task')!r} {stored.get('schema_version')}; name that with --task"
        )


def _entries(task: Task, identity: Identity) -> dict[str, str | None]:
    schema = json.dumps(task.draft_schema, sort_keys=True)
    return {
        "task": task.name,
        "schema_version": task.version,
        "schema_digest": hashlib.sha256(schema.encode()).hexdigest()[:16],
        "prompt_digest": identity.prompt_digest,
        "engine": identity.engine,
        "model": identity.model,
        "parameters": json.dumps(dict(identity.parameters), sort_keys=True),
        "strictness": ("strict" if task.strict else "standard") + (", corroborated" if task.corroborated else ""),
    }
