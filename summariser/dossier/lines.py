"""The lines of a dossier: those of a report, and citations that name an article and its sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summariser.dossier.reports import Cite, Source
from summariser.dossier.times import day_of
from summariser.report.lines import Line, Section, Span, Style, in_words, say

__all__ = ["Chapter", "Places", "citation", "coloured", "counted", "source_line"]

_MOST = 12
"""So many articles are named behind one line; of more, how many there are."""
_STYLES: dict[str, Style] = {
    **dict.fromkeys(("accepted", "agreed", "signed", "implemented", "met"), "good"),
    **dict.fromkeys(("rejected", "withdrawn", "lapsed", "unmet", "dropped", "cancelled", "denied", "disputed"), "bad"),
}


@dataclass(frozen=True, slots=True)
class Places(Span):
    """A citation: articles with the numbers of their sentences."""

    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """Sections under one title; `id` is that of the process that they are about, None for what is about all."""

    id: str | None
    title: str
    opening: tuple[Line, ...]
    sections: tuple[Section, ...]


def citation(cites: Iterable[Cite]) -> Line:
    """Return where something is said, as it stands at the end of a line: " [12:3 15:1]"."""
    cites = list(dict.fromkeys(cites))
    shown = [(cite.source.number, number) for cite in cites[:_MOST] for number in cite.sentences]
    if not shown:
        return ()
    more = f" and {len(cites) - _MOST} more articles" if len(cites) > _MOST else ""
    return (
        Places(f" [{' '.join(f'{article}:{number}' for article, number in shown)}{more}]", "cite", (), tuple(shown)),
    )


def coloured(word: str) -> Line:
    """Return a word for what became of something, in its colour."""
    return say(in_words(word), _STYLES.get(word, "open"))


def counted(number: int, what: str, several: str | None = None) -> str:
    """Return "1 article", "2,000 articles"."""
    return f"{number:,} {what if number == 1 else several or f'{what}s'}"


def source_line(source: Source) -> Line:
    """Return which article that is."""
    known = [source.date and day_of(source.date), source.outlet, source.title and f"“{source.title}”"]
    return say(f"Article {source.number}", "strong") + say("".join(f", {part}" for part in known if part))
