"""A released prompt or schema is never edited: a change is a new version, in a folder of its own.

`python tests/test_released.py` adds the versions that are not in the list yet, when a release is made.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LIST = Path(__file__).parent / "released.json"


def _versions() -> dict[str, str]:
    folders = sorted(path for kind in ("prompts", "schemas") for path in (ROOT / kind).glob("*/v*") if path.is_dir())
    return {str(folder.relative_to(ROOT)): _digest(folder) for folder in folders}


def _digest(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    parts = (f"{path.relative_to(folder)}\n{path.read_text(encoding='utf-8')}" for path in files)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _released() -> dict[str, str]:
    listed: dict[str, str] = json.loads(LIST.read_text(encoding="utf-8")) if LIST.exists() else {}
    return listed


@pytest.mark.parametrize("name", _released())
def test_a_released_version_is_as_it_was(name: str) -> None:
    assert _digest(ROOT / name) == _released()[name], f"{name} is released: put the change into a new version"


def test_every_task_has_a_released_version() -> None:
    assert {"prompts/negotiation/v1", "prompts/claims/v1", "schemas/negotiation/v1"} <= set(_released())


if __name__ == "__main__":
    known = _released()
    LIST.write_text(json.dumps({**_versions(), **known}, indent=2, sort_keys=True) + "\n", encoding="utf-8")
