"""The lines of a dossier: those of a report, and citations that name an article and its sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summariser.dossier.reports import Cite, Source
from summariser.dossier.times import day_of
from summariser.report.lines import Line, Section, Span, say

__all__ = ["Chapter", "Places", "citation", "counted", "source_line"]

_MOST = 12
"""So many articles are named behind one line; of more, how many there are."""


@dataclass(frozen=True, slots=True)
class Places(Span):
    """A citation: articles with the numbers of their sentences; `more` tells of those that are not named."""

    places: tuple[tuple[int, int], ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Sections under one title; `id` is that of the process that they are about, None for what is about all."""

    id: str | None
    title: str
    opening: tuple[Line, ...]
    sections: tuple[Section, ...]


def citation(cites: Iterable[Cite]) -> Line:
    """Return where something is said, as it stands at the end of a line: " [12:3 15:1]"."""
    found: dict[int, dict[int, None]] = {}
    for cite in cites:
        found.setdefault(cite.source.number, {}).update(dict.fromkeys(cite.sentences))
    shown = [(article, number) for article in list(found)[:_MOST] for number in sorted(found[article])]
    if not shown:
        return ()
    left = len(found) - _MOST
    more = f" and {counted(left, 'more article')}" if left > 0 else ""
    text = f" [{' '.join(f'{article}:{number}' for article, number in shown)}{more}]"
    return (Places(text, "cite", (), tuple(shown), more),)


def counted(number: int, what: str, several: str | None = None) -> str:
    """Return "1 article", "2,000 articles"."""
    return f"{number:,} {what if number == 1 else several or f'{what}s'}"


def source_line(source: Source) -> Line:
    """Return which article that is."""
    known = [source.date and day_of(source.date), source.outlet, source.title and f"“{source.title}”"]
    return say(f"Article {source.number}", "strong") + say("".join(f", {part}" for part in known if part))
