"""What a process is called: as most of its articles do, if that tells it from others, else by its parties and issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from summariser.dossier.gathering import ANY_PROCESS
from summariser.dossier.reports import Source
from summariser.dossier.times import day_of
from summariser.language.words import content_stems
from summariser.report.lines import in_words, listed

__all__ = ["Named", "names_for"]

_MOST_PARTIES = 3
_NO_ISSUE = frozenset({"other", "procedure"})


@dataclass(frozen=True, slots=True)
class Named:
    """What a name is made of: what articles call the process, how many there are, its main parties and issues.

    `issues` are counted by articles; `first` is the first of them.
    """

    names: Counter[str]
    size: int
    parties: Sequence[str]
    issues: Counter[str]
    first: Source

    def name(self) -> str:
        """Return the name that its articles give it, with its parties where that is a name for any talks."""
        told = self._told()
        if told and _is_proper(told):
            return told
        of = listed(self.parties[:_MOST_PARTIES]) or "parties that are not named"
        return f"{told[0].upper()}{told[1:]} of {of}" if told else f"Talks of {of}{self.on()}"

    def on(self) -> str:
        """Return the issue of most of its articles, as it stands after a name."""
        issues = [issue for issue in self.issues if issue not in _NO_ISSUE and 2 * self.issues[issue] >= self.size]
        best = min(issues, key=lambda issue: (-self.issues[issue], issue), default=None)
        return f" on {in_words(best)}" if best else ""

    def since(self) -> str:
        """Return when it was first told, as it stands after a name."""
        return f", told since {day_of(self.first.date)}" if self.first.date else ""

    def _told(self) -> str | None:
        """Return what at least half of the articles call it; a name of its own, if a third do in like words."""
        proper = {name: _own_words(name) for name in self.names if _is_proper(name)}
        alike = {
            name: sum(count for other, count in self.names.items() if words & proper.get(other, frozenset()))
            for name, words in proper.items()
        }
        known = [name for name in proper if 3 * alike[name] >= self.size]
        if not known:
            known = [name for name in self.names if 2 * self.names[name] >= self.size]
        return min(known, key=lambda name: (-alike.get(name, 0), -self.names[name], name), default=None)


def names_for(processes: Iterable[Named]) -> list[str]:
    """Return a name for each process, no two the same."""
    named = list(processes)
    names = [each.name() for each in named]
    further: list[Callable[[Named], str]] = [
        Named.on,
        lambda each: f" of {listed(each.parties[:_MOST_PARTIES])}" if each.parties else "",
        Named.since,
        lambda each: f", article {each.first.number}",
    ]
    for more in further:
        uses = Counter(name.casefold() for name in names)
        names = [
            name + more(each) if uses[name.casefold()] > 1 and not name.endswith(more(each)) else name
            for name, each in zip(names, named, strict=True)
        ]
    return names


def _own_words(name: str) -> frozenset[str]:
    return content_stems(name) - ANY_PROCESS


def _is_proper(name: str) -> bool:
    """Return whether a name has a name in it ("Mirov canal talks"), which "contract talks" has not."""
    return any(word[0].isupper() and _own_words(word) for word in name.replace("-", " ").split())
