"""The dossier as a whole: who is who, and the story of each process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from summariser.dossier.changes import changes_of
from summariser.dossier.contradictions import contradictions_of
from summariser.dossier.dealings import dealings_of
from summariser.dossier.gathering import gathered
from summariser.dossier.lives import duties_of, lives_of, stems_of_names
from summariser.dossier.overrides import NO_OVERRIDES, Overrides
from summariser.dossier.parties import WhoIsWho, who_is_who
from summariser.dossier.processes import Process, processes_of
from summariser.dossier.reports import Archive, Source
from summariser.dossier.story import Story
from summariser.dossier.timeline import timeline_of

__all__ = ["Dossier", "make_dossier"]


@dataclass(slots=True)
class Dossier:
    """All that the articles of a job tell together, with the sentences behind it.

    `silent` is how many articles report no negotiation.
    """

    name: str
    who: WhoIsWho
    stories: list[Story]
    sources: dict[int, Source]
    quotes: dict[tuple[int, int], str]
    silent: int
    since: date | None


def make_dossier(
    name: str, archive: Archive, overrides: Overrides = NO_OVERRIDES, since: date | None = None
) -> Dossier:
    """Return the dossier of an archive: the same for the same articles, whatever their order in the job."""
    archive.close()
    groups = gathered(archive.reports, who_is_who(archive.reports, overrides))
    who = who_is_who(archive.reports, overrides, [group.reports for group in groups])
    stories = [_story(process, who, since) for process in processes_of(groups, who)]
    sources = {report.source.number: report.source for report in archive.reports}
    return Dossier(name, who, stories, sources, archive.quotes, archive.silent, since)


def _story(process: Process, who: WhoIsWho, since: date | None) -> Story:
    names = stems_of_names(process)
    lives, timeline = lives_of(process, who, names), timeline_of(process, who, names)
    duties = duties_of(process, who, names, lives)
    standings = [report.standing for report in process.reports if report.standing]
    disputed = contradictions_of(lives, duties, timeline, who)
    story = Story(process, dealings_of(process, who), timeline, lives, duties, disputed, standings, [])
    if since is not None:
        story.changes = changes_of(story, since)
    return story
