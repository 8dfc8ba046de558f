"""The dossier as a page: the same lines, with pictures, each line leading to its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from summariser.dossier.dealings import Dealing
from summariser.dossier.dossier import Dossier
from summariser.dossier.lines import citation, counted
from summariser.dossier.outline import chapters, opening_of, quotes_of, title_of
from summariser.dossier.pictures.network import NetworkPicture, dealings_picture, processes_picture
from summariser.dossier.pictures.timeline import TimelinePicture, timeline_picture
from summariser.dossier.processes import Process
from summariser.dossier.story import Story
from summariser.dossier.telling import DEALINGS, TIMELINE
from summariser.report.lines import listed
from summariser.report.pages import page

__all__ = ["dossier_html"]

_TEMPLATES = Path(__file__).parent / "templates"
_MOST_TOLD = 12


@dataclass(frozen=True, slots=True)
class _Pictured:
    """The pictures of one process, and what they show as text."""

    timeline: TimelinePicture | None
    network: NetworkPicture | None
    network_told: str
    dealings: list[Dealing]


def dossier_html(dossier: Dossier, folder: Path | None = None) -> str:
    """Return a dossier as a page that needs no other file.

    Where `folder`, in which it will stand, holds pages of `summariser report`, citations lead to the sentences there;
    else to the sentences at the end of the page itself.
    """
    pages = _pages_in(folder)

    def address(article: int, number: int) -> str:
        return f"articles/{article}.html#s{number}" if article in pages else f"#a{article}s{number}"

    processes = [story.process for story in dossier.stories if not story.process.is_alone]
    return page(
        "dossier",
        title_of(dossier),
        _TEMPLATES,
        opening=opening_of(dossier),
        chapters=list(chapters(dossier)),
        stories={story.process.id: _pictured(story) for story in dossier.stories},
        overview=processes_picture(processes) if processes else None,
        overview_told=". ".join(map(_taking_part, processes[:_MOST_TOLD])) + ".",
        overview_rows=[(f"{each.id} {each.name}", *_columns(each)) for each in processes],
        quotes=list(quotes_of(dossier)),
        pages=pages,
        titles={"dealings": DEALINGS, "timeline": TIMELINE},
        index="index.html" if pages and folder and (folder / "index.html").exists() else None,
        address=address,
        cited=citation,
    )


def _pages_in(folder: Path | None) -> frozenset[int]:
    """Return the numbers of the articles of which the folder holds a page."""
    if folder is None or not (folder / "articles").is_dir():
        return frozenset()
    return frozenset(int(file.stem) for file in (folder / "articles").glob("*.html") if file.stem.isdigit())


def _pictured(story: Story) -> _Pictured:
    days = [report.source.date for report in story.process.reports if report.source.date]
    told = ". ".join(map(_told, story.dealings[:_MOST_TOLD]))
    return _Pictured(
        timeline_picture(story.timeline, days), dealings_picture(story.dealings), f"{told}.", story.dealings
    )


def _told(dealing: Dealing) -> str:
    one, other = (party.name for party in dealing.sides)
    through = listed([party.name for party in dealing.between])
    return f"{one} with {other}{f' through {through}' if through else ''}: {counted(dealing.articles, 'article')}"


def _taking_part(process: Process) -> str:
    sides, between = _columns(process)
    return f"{process.name}: {sides or 'nobody named'}{f', through {between}' if between else ''}"


def _columns(process: Process) -> tuple[str, str]:
    sides, between = (
        listed([part.party.name for part in process.shown_parts if part.side == way]) for way in ("side", "go_between")
    )
    return sides, between
