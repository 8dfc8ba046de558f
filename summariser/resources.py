"""Files that travel with the package, prompts and schemas: in a wheel inside it, in a checkout beside it."""

from __future__ import annotations

from pathlib import Path

from summariser.errors import TaskError

__all__ = ["prompt_names", "resource_folder"]

_PACKAGE = Path(__file__).parent


def resource_folder(kind: str) -> Path:
    """Return the folder of `kind` ("prompts" or "schemas"). Raises TaskError where the installation lacks it."""
    for folder in (_PACKAGE / kind, _PACKAGE.parent / kind):
        if folder.is_dir():
            return folder
    raise TaskError(f"this installation of summariser has no {kind}; reinstall it")


def prompt_names(task: str | None = None) -> list[str]:
    """Return the names of the prompts that come with the package, "task/version", in order; of one task if named."""
    root = resource_folder("prompts")
    names = sorted(str(path.parent.relative_to(root)) for path in root.glob("*/*/system.md.j2"))
    return [name for name in names if task is None or name.startswith(f"{task}/")]
