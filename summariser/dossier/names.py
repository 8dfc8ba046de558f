"""Which names may mean the same party, and why. Nothing here compares each name with each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from summariser.dossier.reports import Cite, Mention, Report, key_of
from summariser.dossier.slips import slips
from summariser.language.names import acronym, polities_of
from summariser.language.words import STOPWORDS

__all__ = ["CERTAIN", "Link", "Name", "Reason", "links", "names_of"]

Reason = Literal["overrides", "state", "government", "adjective", "alias", "acronym", "misspelling"]

CERTAIN = frozenset({"overrides", "state", "government"})
"""Reasons that hold even where an article counts the two names as two parties."""

_GOVERNING = frozenset({"state", "government_body", "territory", "bloc", "intergovernmental_organisation", "other"})
_OF_GOVERNMENT = frozenset(
    """
    government governments delegation delegations officials official negotiators ministry minister cabinet authorities
    administration foreign team side leadership
    """.split()
)
_GENERIC = _OF_GOVERNMENT | frozenset(
    """
    front movement union party council group company club army forces state states republic kingdom alliance coalition
    parliament commission board committee court bank league association federation confederation authority opposition
    rebels rebel guerrillas militants militia mediator mediators president prime bloc sides workers employers island
    islands north south east west northern southern eastern western country nation organisation organization agency
    management owners shareholders creditors lenders regulator envoy envoys talks
    """.split()
)
_ENDINGS = ("n", "an", "ian", "ese", "i", "ish", "s", "ns", "ans", "ians")
_MOST_CITES = 3


@dataclass(slots=True)
class Name:
    """A name that articles give a party, with all that they say of its bearer. `articles` are their numbers."""

    key: str
    spellings: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    articles: set[int] = field(default_factory=set)
    cites: list[Cite] = field(default_factory=list)
    aliases: dict[str, tuple[str, Cite]] = field(default_factory=dict)

    def take(self, mention: Mention) -> None:
        """Count one more article that uses the name."""
        self.spellings[mention.name] += 1
        self.kinds[mention.kind] += 1
        self.articles.add(mention.cite.source.number)
        if len(self.cites) < _MOST_CITES:
            self.cites.append(mention.cite)
        for alias in mention.aliases:
            self.aliases.setdefault(key_of(alias), (alias, mention.cite))

    @property
    def shown(self) -> str:
        """The spelling that is used most."""
        return min(self.spellings, key=lambda spelling: (-self.spellings[spelling], spelling))

    @property
    def kind(self) -> str:
        """The kind of party that most articles make of it."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))


@dataclass(frozen=True, slots=True)
class Link:
    """Two keys of names that may be one party: why, in words, and where that is said."""

    one: str
    other: str
    reason: Reason
    told: str
    cites: tuple[Cite, ...]


def names_of(reports: Iterable[Report]) -> dict[str, Name]:
    """Return all names of parties by key, in the order of their first use."""
    names: dict[str, Name] = {}
    for report in reports:
        for mention in report.mentions:
            names.setdefault(mention.key, Name(mention.key)).take(mention)
    return names


def links(names: dict[str, Name]) -> Iterator[Link]:
    """Yield what may be one, the surest reasons first and always in the same order."""
    yield from _by_state(names)
    yield from _by_government(names)
    yield from _by_alias(names)
    yield from _by_acronym(names)
    yield from _by_misspelling(names)


def _by_state(names: dict[str, Name]) -> Iterator[Link]:
    """Capitals, demonyms and official names, from the table of states; of several states the one that is spoken of."""
    known = {key: _states(name) for key, name in names.items() if name.kind in _GOVERNING}
    first: dict[frozenset[str], str] = {}
    for key, states in known.items():
        first.setdefault(states, key)
    for key, states in known.items():
        spoken_of = [state for state in sorted(states) if frozenset([state]) in first]
        bearer = first[states]
        meant = sorted(states)
        if bearer == key and len(states) > 1 and len(spoken_of) == 1:
            bearer, meant = first[frozenset(spoken_of)], spoken_of
        if meant and bearer != key:
            told = f"“{names[key].shown}” stands for {' or '.join(meant)} in the table of states"
            yield _link(names, bearer, key, "state", told)


def _states(name: Name) -> frozenset[str]:
    """Return the states that a name, or what it is the government or the delegation of, can stand for."""
    return polities_of(name.shown) or polities_of(_root(name.key))


def _root(key: str) -> str:
    return " ".join(word for word in key.split() if word not in _OF_GOVERNMENT and word not in STOPWORDS)


def _by_government(names: dict[str, Name]) -> Iterator[Link]:
    """ "Kestrian delegation" and "government of Kestria" are Kestria, "Kestrian" is its adjective."""
    for key, name in names.items():
        if name.kind not in _GOVERNING:
            continue
        root = _root(key)
        bearer = _bearer(root, names)
        if not root or bearer is None or bearer == key:
            continue
        if root != key:
            told = f"“{name.shown}” is the government or the delegation of {names[bearer].shown}"
            yield _link(names, bearer, key, "government", told)
        else:
            told = f"“{name.shown}” is the adjective of {names[bearer].shown}"
            yield _link(names, bearer, key, "adjective", told)


def _bearer(root: str, names: dict[str, Name]) -> str | None:
    """Return the key of the state whose name or adjective `root` is."""
    for ending in _ENDINGS:
        stem = root.removesuffix(ending)
        if stem != root and len(stem) >= 4 and stem in names and names[stem].kind in _GOVERNING:
            return stem
    return root if root in names and names[root].kind in _GOVERNING else None


def _by_alias(names: dict[str, Name]) -> Iterator[Link]:
    """A name that an article gives the party of another name; names of which articles give the same one."""
    owners: dict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        for alias, (text, _) in name.aliases.items():
            if alias != key and _is_telling(text):
                owners[alias].append(key)
    for alias, keys in owners.items():
        if alias in names:
            for key in keys:
                text, cite = names[key].aliases[alias]
                told = f"an article that speaks of {names[key].shown} calls it “{text}” too"
                yield Link(key, alias, "alias", told, (cite, *names[alias].cites[:1]))
        else:
            text, cite = names[keys[0]].aliases[alias]
            for key in keys[1:]:
                told = f"{names[keys[0]].shown} and {names[key].shown} are both called “{text}”"
                yield Link(keys[0], key, "alias", told, (cite, names[key].aliases[alias][1]))


def _is_telling(alias: str) -> bool:
    """Return whether an alias tells one bearer from others: "the Front", "both sides" and "rebels" do not."""
    words = alias.replace("-", " ").split()
    return any(word[0].isupper() and not set(key_of(word).split()) <= _GENERIC | STOPWORDS for word in words)


def _by_acronym(names: dict[str, Name]) -> Iterator[Link]:
    """An acronym is its name's, where one name alone has it."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        short = acronym(name.shown.removeprefix("the ").removeprefix("The "))
        if short and len(short) >= 3 and key_of(short) in names and key_of(short) != key:
            bearers[key_of(short)].append(key)
    for short, keys in bearers.items():
        if names[short].shown.isupper() and len(keys) == 1:
            told = f"“{names[short].shown}” are the initials of {names[keys[0]].shown}"
            yield _link(names, keys[0], short, "acronym", told)


def _by_misspelling(names: dict[str, Name]) -> Iterator[Link]:
    """A rare name that differs from a commoner one by a slip of the pen in one word."""
    counts = {key: len(name.articles) for key, name in names.items()}
    for rare, common in slips(counts):
        states = polities_of(names[rare].shown), polities_of(names[common].shown)
        if (names[rare].kind in _GOVERNING) == (names[common].kind in _GOVERNING) and not all(states):
            told = (
                f"“{names[rare].shown}” ({counts[rare]}×) is spelt almost as {names[common].shown} ({counts[common]}×)"
            )
            yield _link(names, common, rare, "misspelling", told)


def _link(names: dict[str, Name], one: str, other: str, reason: Reason, told: str) -> Link:
    return Link(one, other, reason, told, (*names[other].cites[:1], *names[one].cites[:1]))
