"""Reports for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.models.record import Record
from summariser.report.lines import Item, Line, Section, Style
from summariser.report.outline import outline_of

__all__ = ["Page", "render_text"]

_CODES: dict[Style, str] = {
    "strong": "1", "open": "1", "muted": "2", "link": "2", "cite": "36", "good": "32", "bad": "31", "warning": "33",
}  # fmt: skip
_NARROWEST = 30
# Citations stay in one row.
_WORD = re.compile(r"\[\d[\d ]*\]\S*|\S+")


def render_text(record: Record, *, colour: bool = False, width: int = 100) -> str:
    """Return a report on `record` for people, in lines of at most `width` characters, ending in a line break.

    `colour` adds ANSI colours. Numbers in brackets are those of the sentences that support a statement.
    """
    page = Page(colour=colour, width=max(width, _NARROWEST))
    outline = outline_of(record)
    blocks = [page.wrapped(outline.title), *map(page.wrapped, (*outline.opening, outline.about))]
    blocks += [page.section(section) for section in outline.sections]
    blocks += [page.wrapped(outline.closing)]
    return "\n\n".join(blocks) + "\n"


class Page:
    """Lines of at most `width` characters, with ANSI colours where they are wanted."""

    def __init__(self, *, colour: bool, width: int) -> None:
        self.colour = colour
        self.width = width

    def section(self, section: Section) -> str:
        heading = self.painted(section.title.upper(), "strong")
        return "\n".join([heading, *self.items(section)])

    def items(self, section: Section) -> Iterator[str]:
        for number, item in enumerate(section.items, start=1):
            yield self.item(item, f"{number}. " if section.numbered else "")

    def item(self, item: Item, label: str) -> str:
        indent = " " * (2 + len(label))
        lines = [self.wrapped(item.line, first=f"  {label}", indent=indent + "  " if not label else indent)]
        lines += [self.wrapped(line, first=f"{indent}  ", indent=f"{indent}    ") for line in item.details]
        return "\n".join(lines)

    def wrapped(self, line: Line, first: str = "", indent: str = "") -> str:
        """Return `line` broken between words, `first` before its first row and `indent` before the others."""
        text = "".join(span.text for span in line)
        styles: list[Style] = [span.style for span in line for _ in span.text]
        rows: list[tuple[int, int]] = []
        for word in _WORD.finditer(text):
            room = self.width - len(indent if len(rows) > 1 else first if rows else "")
            if rows and word.end() - rows[-1][0] <= room:
                rows[-1] = (rows[-1][0], word.end())
            else:
                rows.append(word.span())
        return "\n".join((indent if at else first) + self.row(text, styles, *row) for at, row in enumerate(rows))

    def row(self, text: str, styles: list[Style], start: int, end: int) -> str:
        parts = []
        while start < end:
            stop = next((at for at in range(start, end) if styles[at] != styles[start]), end)
            parts.append(self.painted(text[start:stop], styles[start]))
            start = stop
        return "".join(parts)

    def painted(self, text: str, style: Style) -> str:
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.colour and style in _CODES else text
