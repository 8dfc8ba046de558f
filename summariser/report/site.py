"""A folder of pages about many articles: one page each, and one that lists them and lets people search and choose."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from summariser.articles.article import Article
from summariser.models.claims import Model
from summariser.models.record import Record
from summariser.report.html import Failure, Whence, render_failure, render_html
from summariser.report.listing import Listing
from summariser.report.pages import GENERATOR, page

__all__ = ["About", "Copy", "Entry", "NotOurs", "Reasons", "write_site"]

Reasons = Mapping[str, tuple[int, str]]
"""Why articles have no record: how many of each kind, and what was said of the first."""


class NotOurs(Exception):
    """The folder holds an index page that somebody else has made."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The article is a copy of that one, whose record holds for it too."""

    of: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An article, the number that its page gets, where an archive holds it, and what became of it."""

    number: int
    article: Article
    origin: str
    outcome: Record | Failure | Copy


@dataclass(frozen=True, slots=True)
class About:
    """What the list says of the whole: a name, how its records were made, how many articles there are of each kind."""

    name: str
    made: Mapping[str, str]
    counts: Mapping[str, int]
    failures: Reasons = field(default_factory=dict)
    skips: Reasons = field(default_factory=dict)


def write_site(folder: Path, draft: type[Model], entries: Iterable[Entry], about: About) -> int:
    """Write the pages of articles as they come, then the list of them all, and return how many are listed.

    Raises OSError where they cannot be written, NotOurs where the folder has an index page that is none of these. The
    list takes the place of an older one at the end, whole.
    """
    listed = folder / "index.html"
    if listed.exists() and f'content="{GENERATOR}; ' not in listed.read_text(encoding="utf-8", errors="replace")[:2000]:
        raise NotOurs(str(listed))
    pages = folder / "articles"
    pages.mkdir(parents=True, exist_ok=True)
    listing = Listing(draft)
    for entry in entries:
        _add(listing, entry)
        if not isinstance(entry.outcome, Copy):
            (pages / f"{entry.number}.html").write_text(_page_of(entry), encoding="utf-8", newline="")
    passing = folder / f".index.{os.getpid()}.tmp"
    try:
        passing.write_text(_index(listing, about), encoding="utf-8", newline="")
        passing.replace(listed)
    finally:
        passing.unlink(missing_ok=True)
    return len(listing)


def _add(listing: Listing, entry: Entry) -> None:
    outcome = entry.outcome
    if isinstance(outcome, Copy):
        listing.add_copy(entry.number, entry.article, outcome.of)
    elif isinstance(outcome, Failure):
        listing.add_failure(entry.number, entry.article, outcome.message)
    else:
        listing.add_record(entry.number, entry.article, outcome)


def _page_of(entry: Entry) -> str:
    whence = Whence("../index.html", entry.origin)
    if isinstance(entry.outcome, Failure):
        return render_failure(entry.outcome, entry.article, whence)
    assert not isinstance(entry.outcome, Copy), "a copy has no page of its own"
    return render_html(entry.outcome, entry.article, whence)


def _index(listing: Listing, about: About) -> str:
    data = json.dumps(listing.data(), ensure_ascii=False, separators=(",", ":"))
    # In a script element nothing is escaped, and only "<" could end it; in JSON it may be written as a number.
    data = data.replace("<", "\\u003c")
    return page("index", about.name, about=about, data=Markup(data))  # noqa: S704
