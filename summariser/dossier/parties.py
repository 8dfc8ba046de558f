"""Who is who: the names that articles use, put together to parties; each merge with its reason, and none for good.

What the articles themselves keep apart stays apart: two names that one article counts as two parties are not merged for
an alias, initials or a slip of the pen. What `overrides` say comes before all else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from summariser.dossier.names import CERTAIN, Link, Name, links, names_of
from summariser.dossier.overrides import Overrides
from summariser.dossier.reports import Cite, Report, key_of
from summariser.language.names import forms_of, polities_of
from summariser.language.words import content_stems

__all__ = ["KeptApart", "Merge", "Party", "WhoIsWho", "who_is_who"]

_TOLERATED = 0.05
"""The share of the rarer name's articles that may count both names as parties, and the two are merged all the same."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two names that are taken for one party: the reason as a word, in words, and where it is said."""

    names: tuple[str, str]
    reason: str
    told: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class KeptApart:
    """Two names that look like one party and are not merged, and why."""

    names: tuple[str, str]
    told: str
    why: str


@dataclass(slots=True)
class Party:
    """A party under all its names; `names` by how many articles use them, the commonest first.

    `rank` is its place among all parties, from 0; `stems` are those of all words of all its names.
    """

    id: str
    rank: int
    name: str
    kind: str
    names: dict[str, int]
    aliases: tuple[str, ...]
    keys: frozenset[str]
    articles: int
    cites: tuple[Cite, ...]
    stems: frozenset[str]
    merges: list[Merge] = field(default_factory=list)
    people: dict[str, tuple[str | None, Cite]] = field(default_factory=dict)


@dataclass(slots=True)
class WhoIsWho:
    """The parties, the commonest first; `of` gives the party of a name's key. `unknown` are overrides without use."""

    parties: list[Party]
    of: dict[str, Party]
    kept_apart: list[KeptApart]
    unknown: list[str]


def who_is_who(reports: Iterable[Report], overrides: Overrides) -> WhoIsWho:
    """Return the parties of all reports."""
    reports = list(reports)
    names = names_of(reports)
    merging = _Merging(names, overrides)
    for link in _ordered(names, overrides):
        merging.take(link)
    parties = _numbered(merging)
    of = {key: party for party in parties for key in party.keys}
    for report in reports:
        for mention in report.mentions:
            for person, position in mention.people:
                known = of[mention.key].people
                if person not in known or (known[person][0] is None and position):
                    known[person] = (position, mention.cite)
    unknown = [name for name in overrides.names if key_of(name) not in names]
    return WhoIsWho(parties, of, merging.kept_apart, unknown)


def _ordered(names: dict[str, Name], overrides: Overrides) -> Iterable[Link]:
    for group in overrides.same:
        keys = [key_of(name) for name in group if key_of(name) in names]
        for other in keys[1:]:
            cites = (*names[other].cites[:1], *names[keys[0]].cites[:1])
            yield Link(keys[0], other, "overrides", "the overrides say so", cites)
    yield from links(names)


class _Merging:
    """The names, each in the group of those that are one party with it."""

    def __init__(self, names: dict[str, Name], overrides: Overrides) -> None:
        self.names = names
        self.group = {key: key for key in names}
        self.members = {key: [key] for key in names}
        self.articles = {key: name.articles for key, name in names.items()}
        self.states = {key: polities_of(name.shown) for key, name in names.items()}
        self.merges: dict[str, list[Merge]] = {key: [] for key in names}
        self.kept_apart: list[KeptApart] = []
        self.different = [frozenset(map(key_of, group)) for group in overrides.different]

    def take(self, link: Link) -> None:
        """Merge what a link says is one, or note why not."""
        one, other = self.group[link.one], self.group[link.other]
        if one == other:
            return
        shown = (self.names[link.other].shown, self.names[link.one].shown)
        if why := self.against(one, other, link):
            self.kept_apart.append(KeptApart(shown, link.told, why))
            return
        one, other = sorted((one, other), key=lambda group: -len(self.members[group]))
        self.merges[one] += [*self.merges.pop(other), Merge(shown, link.reason, link.told, link.cites)]
        self.articles[one] = self.articles[one] | self.articles.pop(other)
        self.states[one] = self.states[one] & self.states[other] or self.states[one] or self.states[other]
        for key in self.members[other]:
            self.group[key] = one
        self.members[one] += self.members.pop(other)

    def against(self, one: str, other: str, link: Link) -> str | None:
        """Return what speaks against a merge of two groups."""
        these, those = self.members[one], self.members[other]
        for group in self.different:
            if group & set(these) and group & set(those):
                return "the overrides keep them apart"
        if link.reason in CERTAIN:
            return None
        if self.states[one] and self.states[other] and not self.states[one] & self.states[other]:
            return "they are two states"
        few, many = sorted((self.articles[one], self.articles[other]), key=len)
        shared = few & many
        if len(shared) > _TOLERATED * len(few):
            articles = f"article {min(shared)} counts" if len(shared) == 1 else f"{len(shared)} articles count"
            return f"{articles} them as two parties"
        return None


def _numbered(merging: _Merging) -> list[Party]:
    names = merging.names
    parties = [_party([names[key] for key in keys], merging, group) for group, keys in merging.members.items()]
    parties.sort(key=lambda party: (-party.articles, party.name))
    for number, party in enumerate(parties, start=1):
        party.id, party.rank = f"P{number}", number - 1
    return parties


def _party(names: list[Name], merging: _Merging, group: str) -> Party:
    uses = Counter({name.shown: len(name.articles) for name in names})
    kinds: Counter[str] = Counter()
    for name in names:
        kinds.update(name.kinds)
    known = sorted(uses, key=lambda name: (-uses[name], name))
    aliases = {text for name in names for alias, (text, _) in name.aliases.items() if alias not in merging.names}
    cites = sorted((cite for name in names for cite in name.cites), key=lambda cite: cite.source.order)
    return Party(
        id="",
        rank=0,
        name=_best(names, known),
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        names={name: uses[name] for name in known},
        aliases=tuple(sorted(aliases)),
        keys=frozenset(name.key for name in names),
        articles=len(merging.articles[group]),
        cites=tuple(cites[:3]),
        stems=frozenset(stem for text in (*known, *aliases) for form in _forms(text) for stem in content_stems(form)),
        merges=merging.merges[group],
    )


def _forms(name: str) -> set[str]:
    return {name, *forms_of(name)}


def _best(names: list[Name], known: list[str]) -> str:
    """Return the name to show: that of a state before its capital, a name before its initials, then the commonest."""
    for name in known:
        if polities_of(name) == {name}:
            return name
    derived = {merge for merge in known if merge.isupper() and len(merge) <= 6}
    return next((name for name in known if name not in derived), known[0])
