"""Committed JSON Schemas, read as they are: nothing is imported to generate them."""

from __future__ import annotations

from summariser.resources import resource_folder

__all__ = ["committed_schema"]


def committed_schema(name: str, kind: str) -> str | None:
    """Return the text of the newest schema, "draft" or "record", of the task `name`; None where none is committed."""
    root = resource_folder("schemas")
    tasks = {folder.name: folder for folder in root.iterdir() if folder.is_dir()}
    if name not in tasks:
        return None
    versions = [folder for folder in tasks[name].iterdir() if folder.name[1:].isdigit()]
    newest = max(versions, key=lambda folder: int(folder.name[1:]))
    return (newest / f"{kind}.json").read_text(encoding="utf-8")
