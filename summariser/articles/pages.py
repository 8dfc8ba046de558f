"""HTML pages: is it one, and which article stands in it."""

from __future__ import annotations

import logging
import re
from datetime import date
from typing import Any

from summariser.errors import ArticleError

__all__ = ["is_html", "page_fields"]

_LEAD = re.compile(r"(?:[\s\ufeff]+|<\?xml[^>]*\?>|<!--.*?-->)*", re.DOTALL)
_OPENING = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h[1-6]|table|script|style)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(r"<(?:!doctype|html|head|title|meta|body)\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html\b[^>]*?\slang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)""", re.IGNORECASE)


def is_html(text: str) -> bool:
    """Return whether `text` is HTML, by its beginning; the suffix of a file says nothing certain."""
    lead = _LEAD.match(text)
    return bool(_OPENING.match(text, lead.end() if lead else 0))


def page_fields(html: str, name: str, url: str | None = None) -> dict[str, Any]:
    """Return text, and title, date, source, url, language where the page tells them, as arguments of Article.

    A date is taken from the page's own metadata only: one guessed from a footer would date everything wrongly.
    Raises ArticleError where no article is found.
    """
    import trafilatura  # noqa: PLC0415 (a third of a second)
    from trafilatura.settings import Document  # noqa: PLC0415

    for library in ("trafilatura", "htmldate"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    whole = html if _DOCUMENT.search(html[:4096]) else f"<html><body><article>{html}</article></body></html>"
    found = trafilatura.bare_extraction(
        whole,
        url=url,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = (found.text or "").strip() if isinstance(found, Document) else ""
    if not isinstance(found, Document) or not any(char.isalnum() for char in text):
        raise ArticleError(
            f"{name} is HTML, but no article was found in it (a page that a script fills, a login, a list of links?); "
            "save the article's text and pass that"
        )
    language = _LANGUAGE.search(html[:4096])
    return {
        "text": text,
        "title": found.title or None,
        "date": date.fromisoformat(found.date[:10]) if found.date else None,
        "source": found.sitename or found.hostname or None,
        "url": found.url or url,
        "language": language[1].lower() if language else None,
    }
