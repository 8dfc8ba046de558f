"""Figures in a page of the docs: what stands between two marks is written anew by the command that measures it."""

from __future__ import annotations

import re
from pathlib import Path

_BLOCK = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)


def write_figures(page: Path, figures: str) -> None:
    """Put the figures between the marks of a page. Ends the command where the page has none."""
    text = page.read_text(encoding="utf-8")
    if not _BLOCK.search(text):
        raise SystemExit(f"{page} has no lines <!-- figures --> and <!-- end of figures --> to write between")
    page.write_text(_BLOCK.sub(lambda _: f"\n{figures}\n\n", text), encoding="utf-8")
    print(f"wrote the figures into {page}")
