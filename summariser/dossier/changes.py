"""What changed since a day: what is told by articles of that day and later, held against what was known before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from summariser.dossier.lives import Duty, Life, Step
from summariser.dossier.reports import Cite, Standing
from summariser.dossier.story import Change, Story

__all__ = ["changes_of"]


def changes_of(story: Story, since: date) -> list[Change]:
    """Return what is new in a process since a day, that day included; articles without a date tell nothing of it."""
    if not _is_new(story.process.reports[-1].source.date, since):
        return []
    changes = [] if story.process.reports[0].source.date is None else list(_process(story, since))
    changes += _stage(story.standings, since)
    changes += _fates("proposal", story.lives, since)
    changes += _fates("condition", story.duties, since)
    for happening in story.timeline:
        first = happening.claims[0].cite
        if _is_new(first.source.date, since):
            new = tuple(cite for cite in happening.cites if _is_new(cite.source.date, since))
            changes.append(Change("event", happening.text, None, happening.factuality, new))
    for each in story.contradictions:
        if _is_new(each.known_since, since):
            cites = tuple(cite for _, where in each.sides for cite in where)
            told = " / ".join(words for words, _ in each.sides)
            changes.append(Change("contradiction", each.text, None, f"{each.on}: {told}", cites))
    return changes


def _is_new(day: date | None, since: date) -> bool:
    return day is not None and day >= since


def _process(story: Story, since: date) -> Iterator[Change]:
    first = story.process.reports[0].source
    if _is_new(first.date, since):
        yield Change("process", story.process.name, None, "first reported", (Cite(first, ()),))


def _stage(standings: Iterable[Standing], since: date) -> Iterator[Change]:
    """Yield where the process stands now, if that is not where it stood."""
    before: Standing | None = None
    after: Standing | None = None
    for standing in standings:
        if standing.stage != "unclear":
            if _is_new(standing.cite.source.date, since):
                after = standing
            elif standing.cite.source.date is not None:
                before = standing
    if after and (before is None or before.stage != after.stage):
        yield Change("stage", after.text, before.stage if before else None, after.stage, (after.cite,))


def _fates(kind: str, told: Iterable[Life | Duty], since: date) -> Iterator[Change]:
    """Yield what has come up, and what has become of what was there."""
    for each in told:
        before: Step | None = None
        for step in each.steps:
            new = tuple(cite for cite in step.cites if _is_new(cite.source.date, since))
            old = any(cite.source.date and cite.source.date < since for cite in step.cites)
            if old:
                before = step
            if new and not old and (before is None or step.state != before.state):
                was = before.state if before else None
                yield Change(kind, each.text, was, "back on the table" if step.turn == "back" else step.state, new)
                before = step
