"""What exports, scrapers and schema.org call the parts of an article: one list for JSON objects and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["COLUMNS", "columns_for"]

COLUMNS: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "articlebody", "articletext", "body", "bodytext", "content", "contents", "fulltext", "maintext",
        "plaintext", "article", "story",
    ),
    "title": ("title", "headline", "articletitle"),
    "date": (
        "date", "datepublished", "published", "publishedat", "publisheddate", "publicationdate", "publishdate",
        "datepublish", "pubdate", "articledate",
    ),
    "id": ("id", "articleid", "documentid", "docid", "guid", "uuid"),
    "url": ("url", "link", "uri", "articleurl", "sourceurl", "weburl"),
    "source": ("source", "publisher", "sourcename", "sourcedomain", "publication", "outlet", "newspaper", "sitename"),
    "language": ("language", "lang", "inlanguage"),
}  # fmt: skip
"""For each part the names it goes by, the surest first; written small, without spaces, hyphens and underscores."""

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def columns_for(part: str, names: Sequence[str]) -> list[str]:
    """Return which of `names` ("articleBody", "Published at") hold the `part` of an article, the surest first."""
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(_BETWEEN_WORDS.sub("", name).lower(), name)
    return [folded[known] for known in COLUMNS[part] if known in folded]
