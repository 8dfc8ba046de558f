"""No cassette holds a secret, and none holds a header that is not on the allow-list."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

CASSETTES = sorted((Path(__file__).parents[2] / "cassettes").rglob("*.yaml"))
SECRET = re.compile(
    r"authorization|bearer\s|api[-_]?key|cookie|\bsk-[A-Za-z0-9]|openai-organization|x-request-id", re.IGNORECASE
)


def test_there_are_cassettes_of_each_module() -> None:
    assert {path.parent.name for path in CASSETTES} == {"small_model", "strong_model", "gold_set"}


@pytest.mark.parametrize("path", CASSETTES, ids=lambda path: path.stem)
def test_no_cassette_holds_a_secret(path: Path) -> None:
    assert not SECRET.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", CASSETTES, ids=lambda path: path.stem)
def test_only_allowed_headers_are_kept(path: Path) -> None:
    cassette: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for interaction in cassette["interactions"]:
        for side in (interaction["request"], interaction["response"]):
            assert {name.lower() for name in side["headers"]} <= {"content-type", "retry-after"}
