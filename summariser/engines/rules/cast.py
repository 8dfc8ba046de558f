"""The cast: which mentions mean the same party, and which persons speak for it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from summariser.engines.rules.kinds import kind_of
from summariser.engines.rules.lexicon import actors
from summariser.engines.rules.mention import Mention
from summariser.language.folding import fold_case
from summariser.language.names import acronym, misspelt, name_words, polities_of

__all__ = ["Cast", "Figure", "Person", "cast_of"]


@dataclass(slots=True)
class Person:
    """Somebody named: the fullest form of the name, the forms met, the offices told, the party spoken for."""

    name: str
    aliases: list[str] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    party: str | None = None
    sentences: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Figure:
    """A possible party: canonical name, kind, the forms met with how often, and the sentences that mention it.

    `named` are those sentences that do so by one of its forms; the others by a person who speaks for it.
    """

    key: str
    name: str
    kind: str
    forms: Counter[str] = field(default_factory=Counter)
    sentences: list[int] = field(default_factory=list)
    named: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Cast:
    """All figures by key, all persons, and whose mention each one is."""

    figures: dict[str, Figure] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)
    of_mention: dict[Mention, str] = field(default_factory=dict)
    person_of: dict[Mention, Person] = field(default_factory=dict)


def cast_of(mentions: list[list[Mention]], texts: list[str]) -> Cast:
    """Return the cast of an article from the mentions of each sentence; `texts` are the sentences."""
    every = [mention for line in mentions for mention in line if not (mention.sort == "place" and not mention.head)]
    cast = Cast()
    _people(cast, every)
    choose = _unambiguous(every)
    short: dict[str, str] = {}
    bracketed = _bracketed(mentions, texts)
    places = _places(mentions)
    for mention in every:
        if mention.head == "adjective" or mention in cast.person_of:
            continue
        if mention.sort == "name" and fold_case(mention.name) in places:
            continue
        if mention in bracketed and bracketed[mention] in cast.of_mention:
            short[" ".join(name_words(mention.name))] = cast.of_mention[bracketed[mention]]
        _figure(cast, mention, choose, short)
    _speakers(cast, choose, short)
    _generic(cast, every)
    _the_government(cast, every, choose)
    for figure in cast.figures.values():
        spoken = " ".join(texts[number - 1] for number in sorted(set(figure.sentences)))
        figure.kind = figure.kind or kind_of(figure.name, spoken, polity=":" not in figure.key)
    return cast


def _places(mentions: list[list[Mention]]) -> set[str]:
    """Return the names that the article uses for a place at least as often as otherwise."""
    sorts = Counter((fold_case(m.name), m.sort == "place") for line in mentions for m in line if not m.head)
    return {name for (name, is_place), times in sorts.items() if is_place and times >= sorts[name, False]}


def _speakers(cast: Cast, choose: dict[str, str], short: dict[str, str]) -> None:
    """Tie each person to the party whose office the text gives them."""
    for mention, person in cast.person_of.items():
        if mention.owner and not person.party:
            person.party = _key_of_form(mention.owner, choose, cast, short)
        if person.party and person.party not in cast.figures and mention.owner:
            _add(cast, person.party, mention.owner, None)
    for mention, person in cast.person_of.items():
        if person.party:
            cast.of_mention[mention] = person.party
            figure = cast.figures[person.party]
            figure.sentences.append(mention.sentence)
            if mention.owner:
                figure.forms[mention.owner] += 1
                figure.named.append(mention.sentence)


def _bracketed(mentions: list[list[Mention]], texts: list[str]) -> dict[Mention, Mention]:
    """Return which short form in brackets stands for the mention before it: "the Steel Workers' League (SWL)"."""
    pairs: dict[Mention, Mention] = {}
    for line, text in zip(mentions, texts, strict=True):
        for before, short in pairwise(line):
            if (
                text[before.end : short.start] == " ("
                and text[short.end : short.end + 1] == ")"
                and short.name.isupper()
            ):
                pairs[short] = before
    return pairs


def _people(cast: Cast, every: list[Mention]) -> None:
    by_surname: dict[str, list[Person]] = {}
    longest = sorted((m for m in every if m.sort == "person"), key=lambda m: -len(m.name.split()))
    for mention in longest:
        person = _same_person(mention.name, by_surname)
        if not person:
            person = Person(mention.name)
            cast.people.append(person)
            by_surname.setdefault(_surname(mention.name), []).append(person)
        _note(cast, person, mention)
    for mention in every:
        if mention.sort == "name" and len(mention.name.split()) <= 4:
            person = _same_person(mention.name, by_surname)
            if person:
                _note(cast, person, mention)


def _same_person(name: str, by_surname: dict[str, list[Person]]) -> Person | None:
    words, last = fold_case(name).split(), _surname(name)
    near = by_surname.get(last, [])
    if not near and len(last) >= 5:
        near = [p for surname, people in by_surname.items() if misspelt(surname, last) for p in people]
    if len(words) > 1:
        near = [p for p in near if len(p.name.split()) == 1 or misspelt(fold_case(p.name).split()[0], words[0])]
    return near[0] if len(near) == 1 else None


def _surname(name: str) -> str:
    return re.sub(r"^(?:al|el)-", "", fold_case(name).split()[-1])


def _note(cast: Cast, person: Person, mention: Mention) -> None:
    cast.person_of[mention] = person
    person.sentences.append(mention.sentence)
    if mention.name != person.name and mention.name not in person.aliases:
        person.aliases.append(mention.name)
    if mention.position and mention.position not in person.positions:
        person.positions.append(mention.position)


def _unambiguous(every: list[Mention]) -> dict[str, str]:
    """Return what each state's form means: a form of two states goes to the one that the text names otherwise."""
    forms = {form for mention in every for form in (mention.name, mention.owner) if form and not form.islower()}
    owners = {form: polities_of(form) for form in forms}
    sure = Counter(name for names in owners.values() if len(names) == 1 for name in names)
    chosen = {}
    for form, names in owners.items():
        best = sorted(names, key=lambda name: (-sure[name], name))
        if len(best) == 1 or (len(best) > 1 and sure[best[0]] > sure[best[1]]):
            chosen[form] = best[0]
    return chosen


def _figure(cast: Cast, mention: Mention, choose: dict[str, str], short: dict[str, str]) -> None:
    table = actors()
    if mention.sort == "group" and mention.owner and mention.head in table.own:
        key = f"group:{fold_case(mention.name)}"
        kind = table.own[mention.head or ""]
        if (
            mention.head in {"company", "airline", "carrier", "firm", "management", "union"}
            and mention.owner not in choose
        ):
            key = _key_of_form(mention.owner, choose, cast, short) or key
            kind = "" if mention.head == "management" else kind
            name = mention.owner
        else:
            name = mention.name
        _add(cast, key, name, mention, kind)
        return
    form = mention.owner if mention.sort == "group" else mention.name
    named = _key_of_form(form, choose, cast, short) if form else None
    if named and form:
        _add(cast, named, form, mention)


def _key_of_form(form: str, choose: dict[str, str], cast: Cast, short: dict[str, str]) -> str | None:
    """Return the key of the figure that a form names: a state's canonical name, or the name's own words."""
    if form in choose:
        return choose[form]
    if f"group:{fold_case(form)}" in cast.figures:
        return f"group:{fold_case(form)}"
    if polities_of(form) and not form.islower():
        return None
    telling = " ".join(name_words(form))
    if telling in short:
        return short[telling]
    first = telling.split()[0] if telling else ""
    if not first:
        return None
    for known in list(short):
        same = known.startswith(telling + " ") or (telling.startswith(known + " ") and len(known) > 3)
        slip = " " not in known and " " not in telling and misspelt(known, telling)
        if same or slip:
            short[telling] = short[known]
            return short[known]
    for other, key in list(short.items()):
        letters = acronym(cast.figures[key].name) if key in cast.figures else None
        if (letters and letters.casefold() == telling) or (acronym(form) or "").casefold() == other:
            short[telling] = key
            return key
    short[telling] = f"name:{telling}"
    return short[telling]


def _add(cast: Cast, key: str, form: str, mention: Mention | None, kind: str = "") -> None:
    figure = cast.figures.get(key)
    if not figure:
        figure = cast.figures[key] = Figure(key, form if ":" in key else key, kind)
    elif ":" in key and len(form) > len(figure.name) and mention and mention.sort == "name" and figure.name in form:
        figure.name = form
    figure.kind = figure.kind or kind
    if mention:
        figure.forms[form] += 1
        if mention.owner and mention.head == "government" and mention.name != form:
            figure.forms[mention.name] += 1
        figure.sentences.append(mention.sentence)
        figure.named.append(mention.sentence)
        cast.of_mention[mention] = key


def _generic(cast: Cast, every: list[Mention]) -> None:
    """Give "the rebels", "the union" to the one figure of that kind, or else make it a figure of its own."""
    table = actors()
    for mention in every:
        if mention.sort != "group" or mention.owner or mention.head not in table.own or mention in cast.of_mention:
            continue
        kind = table.own[mention.head]
        alike = {m.head for m in every if m.sort == "group" and m.head in table.own and table.own[m.head] == kind}
        named = [f for f in cast.figures.values() if (f.kind == kind and not f.key.startswith("generic:"))]
        same_word = [
            f
            for f in named
            if any(
                form.lower().endswith(mention.head.rstrip("s")) or form.lower().endswith(mention.head)
                for form in f.forms
            )
        ]
        named = same_word if len(same_word) == 1 else named
        if len(named) == 1:
            _add(cast, named[0].key, mention.name, mention, kind)
        elif not named and len(alike) <= 2 and kind not in {"company", "shareholders"}:
            _add(cast, f"generic:{kind}", mention.name, mention, kind)


def _the_government(cast: Cast, every: list[Mention], choose: dict[str, str]) -> None:
    """Give "the government" to the one state whose government, or whose opposition or rebels, the text names."""
    alone = [m for m in every if m.sort == "group" and m.head == "government" and not m.owner]
    if not alone:
        return
    table = actors()
    governed = {choose[m.owner] for m in every if m.head in {"government", "cabinet"} and m.owner in choose}
    opposed = {
        choose[m.owner]
        for m in every
        if m.owner in choose and table.own.get(m.head or "") in {"political_party", "non_state_armed_group"}
    }
    owners = governed if len(governed) == 1 else opposed if len(opposed) == 1 else set[str]()
    for mention in alone:
        for key in owners:
            _add(cast, key, key if key in cast.figures else mention.name, mention)
            cast.figures[key].forms[mention.name] += 1
        if not governed and not opposed:
            _add(cast, "generic:government", mention.name, mention, "state")
