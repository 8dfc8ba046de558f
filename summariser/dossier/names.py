"""Which names may mean the same party, and why. Nothing here compares each name with each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from summariser.dossier.bearers import Bearers, are_variants
from summariser.dossier.common import OF_GOVERNMENT, is_telling
from summariser.dossier.reports import Cite, Mention, Report, is_of_one_article, key_of
from summariser.dossier.slips import inflections, slips
from summariser.language.names import acronym, polities_of
from summariser.language.words import STOPWORDS

__all__ = ["CERTAIN", "Link", "Name", "Reason", "links", "names_of"]

Reason = Literal[
    "overrides", "state", "government", "adjective", "process", "alias", "acronym", "plural", "misspelling"
]

CERTAIN = frozenset({"overrides", "state", "government", "process"})
"""Reasons that hold even where an article counts the two names as two parties."""

_GOVERNING = frozenset({"state", "government_body", "territory", "bloc", "intergovernmental_organisation", "other"})
_ENDINGS = ("n", "an", "ian", "ese", "i", "ish", "s", "ns", "ans", "ians")
_MOST_CITES = 3
_MOST_BESIDE = 64
_MUCH_COMMONER = 2
_OF_MANY = frozenset(
    {"non_state_armed_group", "political_party", "population", "civil_society", "trade_union", "other"}
)
"""Kinds whose bearers are called by a plural or one of them: "Ridge rebel", "Ridge rebels"."""


@dataclass(slots=True)
class Name:
    """A name that articles give a party, with all that they say of its bearer.

    `articles` are their numbers, `beside` some of the names that stand in the same ones.
    """

    key: str
    spellings: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    articles: set[int] = field(default_factory=set)
    cites: list[Cite] = field(default_factory=list)
    aliases: dict[str, tuple[str, Cite]] = field(default_factory=dict)
    beside: set[str] = field(default_factory=set)

    def take(self, mention: Mention, beside: Iterable[str]) -> None:
        """Count one more article that uses the name, `beside` the names of others."""
        if len(self.beside) < _MOST_BESIDE:
            self.beside.update(beside)
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

    @property
    def is_governing(self) -> bool:
        """Whether its bearer may be a state, its government, or a union of states: "the government" may be any."""
        return self.kind in _GOVERNING and not is_of_one_article(self.key)


@dataclass(frozen=True, slots=True)
class Link:
    """Two keys of names that may be one party: why, in words, and where that is said.

    `firm` says that the two are one name in two forms; others hold between these two names alone, not between whom they
    are merged with. `rivals` are names of others with the same claim: where they are, none of them is believed.
    """

    one: str
    other: str
    reason: Reason
    told: str
    cites: tuple[Cite, ...]
    firm: bool = False
    rivals: tuple[str, ...] = ()

    @property
    def is_firm(self) -> bool:
        """Whether whatever holds for the one name holds for the other."""
        return self.firm or self.reason in CERTAIN or self.reason == "adjective"


def names_of(reports: Iterable[Report]) -> dict[str, Name]:
    """Return all names of parties by key, in the order of their first use."""
    names: dict[str, Name] = {}
    for report in reports:
        keys = [mention.key for mention in report.mentions]
        for mention in report.mentions:
            names.setdefault(mention.key, Name(mention.key)).take(mention, keys)
    return names


def links(names: dict[str, Name]) -> Iterator[Link]:
    """Yield what may be one, the surest reasons first and always in the same order."""
    yield from _by_state(names)
    yield from _by_government(names)
    yield from _by_alias(names)
    yield from _by_acronym(names)
    yield from _by_slip(names)


def _by_state(names: dict[str, Name]) -> Iterator[Link]:
    """Capitals, demonyms and official names, from the table of states; of several states the one that is spoken of."""
    known = {key: _states(name) for key, name in names.items() if name.is_governing}
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
    return " ".join(word for word in key.split() if word not in OF_GOVERNMENT and word not in STOPWORDS)


def _by_government(names: dict[str, Name]) -> Iterator[Link]:
    """ "Kestrian delegation" and "government of Kestria" are Kestria, "Kestrian" is its adjective."""
    for key, name in names.items():
        if not name.is_governing:
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
        if stem != root and len(stem) >= 4 and _is_polity(stem, names):
            return stem
    return root if _is_polity(root, names) else None


def _is_polity(key: str, names: dict[str, Name]) -> bool:
    """Return whether a name may be that of a state: a house of parliament has no adjective."""
    return key in names and names[key].is_governing and names[key].kind != "government_body"


def _by_alias(names: dict[str, Name]) -> Iterator[Link]:
    """A name that an article gives the party of another name; forms of one name of which articles give the same one."""
    owners: dict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        for alias, (text, _) in name.aliases.items():
            if alias != key and is_telling(text):
                owners[alias].append(key)
    bearers = Bearers(names)
    for alias, keys in owners.items():
        if alias in names:
            for key in keys:
                yield _called(names, key, alias, bearers.rivals(alias, key, keys))
        else:
            text, cite = names[keys[0]].aliases[alias]
            for key in keys[1:]:
                if are_variants(names[keys[0]].shown, names[key].shown, text):
                    told = f"{names[keys[0]].shown} and {names[key].shown} are both called “{text}”"
                    cites = (cite, names[key].aliases[alias][1])
                    yield Link(keys[0], key, "alias", told, cites, firm=True)


def _called(names: dict[str, Name], key: str, alias: str, rivals: tuple[str, ...]) -> Link:
    text, cite = names[key].aliases[alias]
    told = f"an article that speaks of {names[key].shown} calls it “{text}” too"
    firm = are_variants(names[key].shown, names[alias].shown, text)
    return Link(key, alias, "alias", told, (cite, *names[alias].cites[:1]), firm, () if firm else rivals)


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


def _by_slip(names: dict[str, Name]) -> Iterator[Link]:
    """A plural and its singular; a rare name that differs from a commoner one by a slip of the pen in one word."""
    counts = {key: len(name.articles) for key, name in names.items() if not is_of_one_article(key)}
    for many, one in inflections(counts):
        if names[many].kind == names[one].kind and names[one].kind in _OF_MANY:
            told = f"“{names[many].shown}” is the plural of “{names[one].shown}”"
            yield Link(many, one, "plural", told, (*names[one].cites[:1], *names[many].cites[:1]), firm=True)
    for rare, common, words in slips(counts):
        states = [polities_of(word) for word in words]
        if all(states) or (" " not in rare and not _is_slip_of_one_word(names[rare], names[common])):
            continue
        told = f"“{names[rare].shown}” ({counts[rare]}×) is spelt almost as {names[common].shown} ({counts[common]}×)"
        yield _link(names, common, rare, "misspelling", told)


def _is_slip_of_one_word(rare: Name, common: Name) -> bool:
    """Return whether a name of one word, which may be another's with a letter more, is spoken of as the commoner is.

    "Unite" is not "United", nor "Verity" "Verily": they are of one kind, and each stands beside the same others.
    """
    beside = rare.beside & common.beside
    return rare.kind == common.kind and len(common.articles) >= _MUCH_COMMONER * len(rare.articles) and bool(beside)


def _link(names: dict[str, Name], one: str, other: str, reason: Reason, told: str) -> Link:
    return Link(one, other, reason, told, (*names[other].cites[:1], *names[one].cites[:1]))
