"""What a dossier says, in which order, whatever it is rendered to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summariser.dossier.dossier import Dossier
from summariser.dossier.lines import Chapter, citation, counted, source_line
from summariser.dossier.parties import Party
from summariser.dossier.story import Story
from summariser.dossier.telling import Telling
from summariser.dossier.times import day_of
from summariser.report.lines import Item, Line, Section, Span, coloured, in_words, listed, say

__all__ = ["chapters", "opening_of", "quote_line", "quotes_of", "title_of"]

_MOST_APART = 50


def title_of(dossier: Dossier) -> str:
    """Return the title of a dossier."""
    return f"Dossier: {dossier.name}"


def opening_of(dossier: Dossier) -> tuple[Line, ...]:
    """Return how much there is, and what the numbers behind the lines mean."""
    days = sorted(source.date for source in dossier.sources.values() if source.date)
    span = f", {day_of(days[0])} to {day_of(days[-1])}" if days else ""
    told = f"{counted(len(dossier.sources), 'article')} about negotiations{span}"
    silent = f"; {counted(dossier.silent, 'more article')} about none" if dossier.silent else ""
    processes = counted(sum(not story.process.is_alone for story in dossier.stories), "process", "processes")
    parties = counted(len(dossier.who.parties), "party", "parties")
    how = "Numbers in brackets are article and sentence: [12:3] is the third sentence of article 12."
    return say(f"{told}{silent}: {processes}, {parties}."), say(how, "muted")


def chapters(dossier: Dossier) -> Iterator[Chapter]:
    """Yield the processes at a glance and who is who, then a chapter for each process."""
    yield Chapter(None, "At a glance", (), tuple(_filled(_glance(dossier))))
    for story in dossier.stories:
        yield _chapter(story, dossier)


def quotes_of(dossier: Dossier) -> Iterator[tuple[Line, list[tuple[int, int, str]]]]:
    """Yield each article that is cited, with article, number and words of its sentences."""
    by_article: dict[int, list[tuple[int, int, str]]] = {}
    for (article, number), quote in sorted(dossier.quotes.items()):
        by_article.setdefault(article, []).append((article, number, quote))
    for article, quotes in by_article.items():
        yield source_line(dossier.sources[article]), quotes


def _filled(sections: Iterator[Section]) -> Iterator[Section]:
    return (section for section in sections if section.items)


def _glance(dossier: Dossier) -> Iterator[Section]:
    alone = [story.process for story in dossier.stories if story.process.is_alone]
    items = [_process_item(story) for story in dossier.stories if not story.process.is_alone]
    if alone:
        told = counted(len(alone), "article that fits no process", "articles that fit no process")
        where = alone[0].id if len(alone) == 1 else f"{alone[0].id} to {alone[-1].id}"
        items.append(Item(say(f"{where}: {told}", "muted")))
    yield Section("Processes", tuple(items))
    places = _places(dossier)
    yield Section("Who is who", tuple(_party_item(party, places) for party in dossier.who.parties))
    apart = [
        Item(say(f"{each.names[0]} and {each.names[1]}: ") + say(f"{each.told}, but {each.why}"))
        for each in dossier.who.kept_apart[:_MOST_APART]
    ]
    if more := len(dossier.who.kept_apart) - len(apart):
        apart.append(Item(say(f"and {more:,} more")))
    yield Section("Names that may be one party and were not merged", tuple(apart))
    unknown = [Item(say(name, "warning")) for name in dossier.who.unknown]
    yield Section("Names in the overrides that no article has", tuple(unknown))


def _process_item(story: Story) -> Item:
    standing = story.standing
    stage = say(": ") + coloured(standing.stage) + citation([standing.cite]) if standing else ()
    head = (*say(f"{story.process.id} "), *say(story.process.name, "strong"), *stage)
    sizes = [
        counted(len(story.process.reports), "article"),
        counted(len(story.lives), "proposal"),
        counted(sum(duty.is_open for duty in story.duties), "open condition"),
        counted(len(story.contradictions), "contradiction"),
    ]
    return Item(head, (say(", ".join(sizes), "muted"),))


def _places(dossier: Dossier) -> dict[str, list[str]]:
    """Return the processes in which those are who have a common noun for a name, and many a namesake."""
    places: dict[str, list[str]] = {}
    for story in dossier.stories:
        for party_id, part in story.process.parts.items():
            if part.party.is_common:
                places.setdefault(party_id, []).append(story.process.id)
    return places


def _party_item(party: Party, places: Mapping[str, list[str]]) -> Item:
    line = say(party.name, "strong") + say(f", {in_words(party.kind)}, {counted(party.articles, 'article')}")
    if party.id in places:
        line += say(f" of {listed(places[party.id])}")
    others = [f"{name} ({count})" for name, count in party.names.items() if name != party.name]
    details: list[Line] = []
    if others:
        details.append(say(f"also {', '.join(others)}"))
    if party.aliases:
        details.append(say(f"called {listed([f'“{alias}”' for alias in party.aliases[:12]])}", "muted"))
    for merge in party.merges:
        details.append(say("merged: ", "muted") + say(merge.told) + citation(merge.cites))
    for person, (position, cite) in sorted(party.people.items())[:12]:
        details.append(say(person) + say(f", {position}" if position else "") + citation([cite]))
    return Item(line + citation(party.cites), tuple(details))


def _chapter(story: Story, dossier: Dossier) -> Chapter:
    process, telling = story.process, Telling(story)
    days = sorted(report.source.date for report in process.reports if report.source.date)
    span = f", {day_of(days[0])} to {day_of(days[-1])}" if days else ""
    why = [f"{in_words(reason)} ({count})" for reason, count in sorted(process.reasons.items()) if reason != "opens it"]
    names = [f"“{name}”" for name in sorted(process.names, key=lambda name: (-process.names[name], name))]
    opening = [say(f"{counted(len(process.reports), 'article')}{span}.")]
    if names:
        opening.append(say(f"Called {listed(names[:8])}.", "muted"))
    if why:
        opening.append(say(f"An article is put here where it {' or '.join(why)}.", "muted"))
    sections = list(telling.sections(dossier.since))
    return Chapter(process.id, f"{process.id} {process.name}", tuple(opening), tuple(_filled(iter(sections))))


def quote_line(article: int, number: int, quote: str) -> Line:
    """Return a cited sentence under its number."""
    return (Span(f"[{article}:{number}] ", "cite"), *say(quote))
