"""What the folders promise: one reader of the environment, small modules, no dead prompt or schema version edited."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "summariser").rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_settings_reads_the_environment(module: Path) -> None:
    if module.name != "settings.py":
        assert not re.search(r"os\.environ|os\.getenv|\bgetenv\(", module.read_text(encoding="utf-8"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_stay_small(module: Path) -> None:
    lines = module.read_text(encoding="utf-8").count("\n")
    assert lines <= 320, f"{lines} lines; split it by what it owns"
