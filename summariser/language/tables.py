"""Tables that travel with the code: rows of fields between tabs, with comments behind `#` and empty lines."""

from __future__ import annotations

from pathlib import Path

__all__ = ["table_rows"]


def table_rows(path: Path) -> list[list[str]]:
    """Return the fields of each row of a table in UTF-8, in order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
