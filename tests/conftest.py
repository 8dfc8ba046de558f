"""For all tests: an environment that configures nothing. (This file also makes the modules beside it importable.)"""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True)
def nothing_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take out what the environment of the developer says to the package."""
    for name in list(os.environ):
        if name.startswith(("OPENAI_", "SUMMARISER_")) or name in {"NO_COLOR", "COLUMNS"}:
            monkeypatch.delenv(name)
