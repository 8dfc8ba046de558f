"""The dossier in Markdown, to paste into a document."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.dossier.dossier import Dossier
from summariser.dossier.outline import chapters, opening_of, quote_line, quotes_of, title_of
from summariser.report.lines import Item, Section, say
from summariser.report.markdown import marked_line, marked_section

__all__ = ["dossier_markdown"]


def dossier_markdown(dossier: Dossier) -> Iterator[str]:
    """Yield a dossier in Markdown (CommonMark), block by block; words of the articles are escaped."""
    yield "\n\n".join([f"# {marked_line(say(title_of(dossier)))}", *map(marked_line, opening_of(dossier))]) + "\n"
    for chapter in chapters(dossier):
        blocks = [f"## {marked_line(say(chapter.title))}", *map(marked_line, chapter.opening)]
        blocks += [marked_section(section, 3) for section in chapter.sections]
        yield "\n" + "\n\n".join(blocks) + "\n"
    items = [Item(line, tuple(quote_line(*quote) for quote in quotes)) for line, quotes in quotes_of(dossier)]
    if items:
        yield "\n" + marked_section(Section("Sentences cited", tuple(items))) + "\n"
