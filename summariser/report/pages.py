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


def page(name: str, title: str, **values: Any) -> str:
    """Return the page `name` ("article" or "index") with these values, all of them escaped."""
    return _template(name).render(title=title, generator=f"{GENERATOR}; {software()}", assets=_assets(name), **values)


def is_web_address(text: str) -> bool:
    """Return whether `text` is an address that a page may link to."""
    return _WEB_ADDRESS.fullmatch(text) is not None


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["web_address"] = is_web_address
    return environment.get_template(f"{name}.html.j2")


@cache
def _assets(name: str) -> _Assets:
    style, script = (_FOLDER.joinpath(file).read_text(encoding="utf-8") for file in ("style.css", f"{name}.js"))
    allowed = f"style-src {_digest(style)}; script-src {_digest(script)}"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    # Files of our own; everything else is escaped.
    return _Assets(Markup(style), Markup(script), policy)  # noqa: S704


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
