"""The committed JSON Schemas are those that the models generate.

After a change of the models, write them anew: `python tests/test_schemas.py`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summariser.tasks.loading import BUILT_IN

SCHEMAS = Path(__file__).parent.parent / "schemas"


def generated() -> dict[Path, str]:
    """Return the text that each schema file ought to have."""
    files = {}
    for task in BUILT_IN.values():
        for name, schema in (("draft", task.draft_schema), ("record", task.record_schema)):
            path = SCHEMAS / task.name / task.version / f"{name}.json"
            files[path] = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return files


@pytest.mark.parametrize("path", generated(), ids=lambda path: str(path.relative_to(SCHEMAS)))
def test_committed_schema_is_the_generated_one(path: Path) -> None:
    assert path.is_file(), f"{path} is missing; run: python tests/test_schemas.py"
    assert path.read_text(encoding="utf-8") == generated()[path], (
        f"{path.name} drifted; run: python tests/test_schemas.py"
    )


def test_nothing_else_is_committed_beside_them() -> None:
    assert set(SCHEMAS.rglob("*.json")) == set(generated())


if __name__ == "__main__":
    for target, text in generated().items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        print(target.relative_to(SCHEMAS.parent))  # noqa: T201
