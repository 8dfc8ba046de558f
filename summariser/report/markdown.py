"""Reports in Markdown, to paste into a document, an issue or a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.models.record import Record
from summariser.report.evidence import cited_sentences
from summariser.report.lines import Item, Line, Section, Span, say
from summariser.report.outline import outline_of
from summariser.report.pages import is_web_address

__all__ = ["marked_line", "marked_section", "render_markdown"]

_ACTIVE = re.compile(r"[\\`*\[\]<|~]|(?<!\w)_|_(?!\w)|&(?=#?\w{1,31};)")
_ENDS_LINK = re.compile(r"[<>\x00-\x20]")
# What makes a heading, a list, a quotation or a rule where a line begins with it.
_AT_START = re.compile(r"(?:[#>+=-]|\d{1,9}(?=[.)]))")


def render_markdown(record: Record) -> str:
    """Return a report on `record` in Markdown (CommonMark), ending in a line break.

    Words of the article are escaped, so that none of them becomes markup. The cited sentences stand at the end, so that
    the numbers lead somewhere wherever the report is pasted.
    """
    outline = outline_of(record)
    blocks = [f"# {marked_line(outline.title, emphasis=False)}"]
    blocks += map(marked_line, (*outline.opening, outline.about))
    blocks += map(marked_section, (*outline.sections, *_quotes(record)))
    blocks += [marked_line(outline.closing)]
    return "\n\n".join(blocks) + "\n"


def marked_section(section: Section, level: int = 2) -> str:
    """Return a section under a heading of that level."""
    return f"{'#' * level} {marked_line(say(section.title), emphasis=False)}\n\n{_list(section)}"


def _quotes(record: Record) -> Iterator[Section]:
    cited = cited_sentences(record).values()
    items = [Item((Span(f"[{entry.number}] ", "cite"), *say(entry.quote))) for entry in cited if entry.quote]
    if items:
        yield Section("Sentences cited", tuple(items))


def _list(section: Section) -> str:
    return "\n".join(
        _item(item, f"{at}." if section.numbered else "-") for at, item in enumerate(section.items, start=1)
    )


def _item(item: Item, bullet: str) -> str:
    indent = " " * (len(bullet) + 1)
    return "\n".join(
        [f"{bullet} {marked_line(item.line)}", *(f"{indent}- {marked_line(line)}" for line in item.details)]
    )


def marked_line(line: Line, *, emphasis: bool = True) -> str:
    """Return a line with its words escaped; with `emphasis`, what matters is bold."""
    text = "".join(_span(span, emphasis=emphasis) for span in line).strip()
    start = _AT_START.match(text)
    if not start:
        return text
    end = start.end()
    return f"{text[:end]}\\{text[end:]}" if text[0].isdigit() else f"\\{text}"


def _span(span: Span, *, emphasis: bool) -> str:
    if span.style == "cite":
        return span.text
    if span.style == "link" and is_web_address(span.text) and not _ENDS_LINK.search(span.text):
        return f"<{span.text}>"
    text = _ACTIVE.sub(r"\\\g<0>", span.text)
    if not emphasis or span.style not in {"strong", "good", "bad", "open"}:
        return text
    inner = text.strip()
    before, _, after = text.partition(inner)
    return f"{before}**{inner}**{after}"
