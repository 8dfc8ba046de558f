"""Pages of HTML: templates, and what comes with each page so that it needs nothing else.

Style and script stand in the page itself, and its policy names them by digest: a browser runs these and nothing else,
whatever an article's text holds, and asks no file and no server for anything.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from summariser.pipeline.record import software

__all__ = ["GENERATOR", "page"]

GENERATOR = "summariser"
"""By what a page is told from one that somebody else has made."""

_FOLDER = Path(__file__).parent / "templates"
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#\\]+[^\s\\]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Assets:
    style: Markup
    script: Markup
    policy: str


def page(name: str, title: str, folder: Path = _FOLDER, **values: Any) -> str:
    """Return the page `name` ("article", "index") with these values, all of them escaped.

    `folder` holds its template, its script if it has one, and a style of its own beside that of all pages.
    """
    assets = _assets(name, folder)
    return _template(name, folder).render(title=title, generator=f"{GENERATOR}; {software()}", assets=assets, **values)


def is_web_address(text: str) -> bool:
    """Return whether `text` is an address that a page may link to."""
    return _WEB_ADDRESS.fullmatch(text) is not None


@cache
def _template(name: str, folder: Path) -> Template:
    environment = Environment(
        loader=FileSystemLoader([folder, _FOLDER]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["web_address"] = is_web_address
    return environment.get_template(f"{name}.html.j2")


@cache
def _assets(name: str, folder: Path) -> _Assets:
    style = _FOLDER.joinpath("style.css").read_text(encoding="utf-8") + _own(folder / f"{name}.css")
    script = _own(folder / f"{name}.js")
    allowed = f"style-src {_digest(style)}" + (f"; script-src {_digest(script)}" if script else "")
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    # Files of our own; everything else is escaped.
    return _Assets(Markup(style), Markup(script), policy)  # noqa: S704


def _own(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
