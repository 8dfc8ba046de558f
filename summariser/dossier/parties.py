"""Who is who: the names that articles use, put together to parties; each merge with its reason, and none for good.

What the articles themselves keep apart stays apart: two names that one article counts as two parties are not merged for
an alias, initials or a slip of the pen. Neither are a union and a company, nor names that hang together by a third one
alone: two strangers in one are worse than one party listed twice. What `overrides` say comes before all else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from summariser.dossier.common import is_telling
from summariser.dossier.names import CERTAIN, Link, Name, links, names_of
from summariser.dossier.overrides import Overrides
from summariser.dossier.reports import Cite, Report, is_of_one_article, key_of, known_as
from summariser.language.names import forms_of, polities_of
from summariser.language.words import content_stems
from summariser.report.lines import in_words, listed

__all__ = ["KeptApart", "Merge", "Party", "WhoIsWho", "who_is_who"]

_FIELDS = {
    **dict.fromkeys(
        ("state", "government_body", "territory", "intergovernmental_organisation", "bloc", "regulator"), "government"
    ),
    **dict.fromkeys(("company", "employer"), "business"),
}
"""Kinds that may be taken for one another; each further kind stands for itself, "other" for any."""
_OPPONENTS = frozenset({"business", "trade_union"})
"""These are never one, even if an article gives both the same initials."""
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


@dataclass
class Party:
    """A party under all its names; `names` by how many articles use them, the commonest first.

    `rank` is its place among all parties, from 0; `forms` are the stems of each of its names, those of a state among
    them.
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
    forms: frozenset[frozenset[str]]
    merges: list[Merge] = field(default_factory=list)
    people: dict[str, tuple[str | None, Cite]] = field(default_factory=dict)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words of all its names."""
        return frozenset(stem for form in self.forms for stem in form)

    @property
    def is_common(self) -> bool:
        """Whether it has a common noun alone for a name."""
        return all(map(is_of_one_article, self.keys))

    def named_by(self, stems: frozenset[str]) -> list[frozenset[str]]:
        """Return the forms of its names that all stand among some words."""
        return [form for form in self.forms if form <= stems]


@dataclass(slots=True)
class WhoIsWho:
    """The parties, the commonest first; `of` gives the party of a name's key. `unknown` are overrides without use."""

    parties: list[Party]
    of: dict[str, Party]
    kept_apart: list[KeptApart]
    unknown: list[str]


def who_is_who(reports: Iterable[Report], overrides: Overrides, processes: Iterable[Iterable[Report]] = ()) -> WhoIsWho:
    """Return the parties of all reports.

    Those who have a common noun for a name ("workers") are others in each article, but the same in all articles of one
    of the `processes`.
    """
    reports = list(reports)
    names = names_of(reports)
    merging = _Merging(names, overrides)
    for link in _ordered(names, overrides, processes):
        merging.take(link)
    parties = _numbered(merging)
    of = {key: party for party in parties for key in party.keys}
    for report in reports:
        for mention in report.mentions:
            for person, position in mention.people:
                known = of[mention.key].people
                if person not in known or (known[person][0] is None and position):
                    known[person] = (position, mention.cite)
    used = set(map(known_as, names))
    unknown = [name for name in overrides.names if key_of(name) not in used]
    return WhoIsWho(parties, of, merging.kept_apart, unknown)


def _ordered(names: dict[str, Name], overrides: Overrides, processes: Iterable[Iterable[Report]]) -> Iterator[Link]:
    bearing: dict[str, list[str]] = defaultdict(list)
    for key in names:
        bearing[known_as(key)].append(key)
    for group in overrides.same:
        keys = [key for name in group for key in bearing.get(key_of(name), ())]
        for other in keys[1:]:
            cites = (*names[other].cites[:1], *names[keys[0]].cites[:1])
            yield Link(keys[0], other, "overrides", "the overrides say so", cites)
    for process in processes:
        yield from _in_process(names, process)
    yield from links(names)


def _in_process(names: dict[str, Name], process: Iterable[Report]) -> Iterator[Link]:
    """Yield that those who are called by one common noun are one party in all articles of a process."""
    first: dict[str, str] = {}
    for report in process:
        for mention in report.mentions:
            if is_of_one_article(mention.key):
                known = first.setdefault(known_as(mention.key), mention.key)
                if known != mention.key:
                    told = f"articles of one process call a party “{names[mention.key].shown}”"
                    cites = (*names[mention.key].cites[:1], *names[known].cites[:1])
                    yield Link(known, mention.key, "process", told, cites)


class _Merging:
    """The names, each in the group of those that are one party with it."""

    def __init__(self, names: dict[str, Name], overrides: Overrides) -> None:
        self.names = names
        self.group = {key: key for key in names}
        self.members = {key: [key] for key in names}
        self.articles = {key: name.articles for key, name in names.items()}
        self.states = {key: polities_of(name.shown) for key, name in names.items()}
        self.kinds = {key: {name.kind} - {"other"} for key, name in names.items()}
        self.firm = {key: {key} for key in names}
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
        if link.is_firm and self.holds_for_all(link, one, other):
            self.firm[one] |= self.firm.pop(other)
        elif len(self.articles[one]) < len(self.articles[other]):
            self.firm[one] = self.firm.pop(other)
        self.kinds[one] |= self.kinds.pop(other)
        self.merges[one] += [*self.merges.pop(other), Merge(shown, link.reason, link.told, link.cites)]
        self.articles[one] = self.articles[one] | self.articles.pop(other)
        self.states[one] = self.states[one] & self.states[other] or self.states[one] or self.states[other]
        for key in self.members[other]:
            self.group[key] = one
        self.members[one] += self.members.pop(other)

    def against(self, one: str, other: str, link: Link) -> str | None:
        """Return what speaks against a merge of two groups."""
        if self.different and self.are_different(one, other):
            return "the overrides keep them apart"
        if link.reason in CERTAIN:
            return None
        if self.states[one] and self.states[other] and not self.states[one] & self.states[other]:
            return "they are two states"
        kinds = self.kinds[one] | self.kinds[other]
        fields = {_FIELDS.get(kind, kind) for kind in kinds}
        if len(fields) > 1 and (not link.firm or fields >= _OPPONENTS):
            return f"their kinds contradict each other: {listed(sorted(map(in_words, kinds)))}"
        if rival := next((key for key in link.rivals if self.group[key] not in {one, other}), None):
            return f"it may as well be {self.names[rival].shown}"
        if not link.is_firm and not self.holds_for_all(link, one, other):
            return "that is said of a name which is merged itself"
        few, many = sorted((self.articles[one], self.articles[other]), key=len)
        shared = few & many
        if len(shared) > _TOLERATED * len(few):
            articles = f"article {min(shared)} counts" if len(shared) == 1 else f"{len(shared)} articles count"
            return f"{articles} them as two parties"
        return None

    def holds_for_all(self, link: Link, one: str, other: str) -> bool:
        """Return whether neither of two names is in its group by a weak link, which another would make a chain."""
        firm = self.firm[one] | self.firm[other]
        return {link.one, link.other} <= firm

    def are_different(self, one: str, other: str) -> bool:
        """Return whether the overrides have a name of each of two groups in a list of different ones."""
        these, those = ({known_as(key) for key in self.members[group]} for group in (one, other))
        return any(mine != yours for names in self.different for mine in names & these for yours in names & those)


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
    aliases = {alias: text for name in names for alias, (text, _) in name.aliases.items()}
    cites = sorted((cite for name in names for cite in name.cites), key=lambda cite: cite.source.order)
    return Party(
        id="",
        rank=0,
        name=_best(names, known),
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        names={name: uses[name] for name in known},
        aliases=tuple(sorted({text for alias, text in aliases.items() if alias not in merging.names})),
        keys=frozenset(name.key for name in names),
        articles=len(merging.articles[group]),
        cites=tuple(cites[:3]),
        forms=frozenset(map(content_stems, _forms([*known, *filter(is_telling, aliases.values())]))) - {frozenset()},
        merges=merging.merges[group],
    )


def _forms(names: Iterable[str]) -> set[str]:
    return {form for name in names for form in (name, *forms_of(name))}


def _best(names: list[Name], known: list[str]) -> str:
    """Return the name to show: that of a state before its capital, a name before its initials, then the commonest."""
    for name in known:
        if polities_of(name) == {name}:
            return name
    derived = {merge for merge in known if merge.isupper() and len(merge) <= 6}
    return next((name for name in known if name not in derived), known[0])
