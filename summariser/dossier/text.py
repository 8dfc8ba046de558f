"""The dossier for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.dossier.dossier import Dossier
from summariser.dossier.lines import Chapter
from summariser.dossier.outline import chapters, opening_of, quote_line, quotes_of, title_of
from summariser.report.lines import Item, Section, say
from summariser.report.text import Page

__all__ = ["dossier_text"]


def dossier_text(dossier: Dossier, *, colour: bool = False, width: int = 100) -> Iterator[str]:
    """Yield a dossier for people, block by block, in lines of at most `width` characters."""
    page = Page(colour=colour, width=max(width, 30))
    yield "\n\n".join(map(page.wrapped, (say(title_of(dossier), "strong"), *opening_of(dossier)))) + "\n"
    for chapter in chapters(dossier):
        yield "\n" + "\n\n".join(_blocks(page, chapter)) + "\n"
    for number, (line, quotes) in enumerate(quotes_of(dossier)):
        section = Section("Sentences cited", (Item(line, tuple(quote_line(*quote) for quote in quotes)),))
        yield "\n" + (page.section(section) if number == 0 else "\n".join(page.items(section))) + "\n"


def _blocks(page: Page, chapter: Chapter) -> Iterator[str]:
    if chapter.id:
        yield page.wrapped(say(f"═══ {chapter.title} ═══", "strong"))
    yield from map(page.wrapped, chapter.opening)
    yield from map(page.section, chapter.sections)
