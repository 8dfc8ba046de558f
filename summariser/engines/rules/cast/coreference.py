"""Coreference: which mentions mean the same party, and which persons speak for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from summariser.engines.rules.cast.anaphora import (
    note_governments,
    note_groups,
    note_ministers,
    note_officers,
    note_unnamed,
    state_in,
    the_one_before,
    the_one_called,
)
from summariser.engines.rules.cast.cast import Cast, Person
from summariser.engines.rules.cast.kinds import tell_kinds, tell_listed_kinds
from summariser.engines.rules.cast.soloists import drop_commentators, goes_on_as_surname, note_mediators, note_soloists
from summariser.engines.rules.mentions.mention import Mention
from summariser.engines.rules.tables.lexicon import actors
from summariser.language.folding import fold_case
from summariser.language.lazy import Remembered
from summariser.language.names import acronym, misspelt, name_words, polities_of, polity_table

__all__ = ["cast_of"]

_FOLDED = Remembered(fold_case)
_ACRONYM = Remembered(lambda name: (acronym(name) or "").casefold())
_PLAIN = frozenset({"company", "firm"})
_COMMISSION = "European Commission"
_GOVERNED_BY_IT = frozenset({_COMMISSION, "European Union", "European Community"})
"""The Commission puts and answers for itself what the member states then agree on or not."""
_ROOT = 2
"""Letters that a state's name and its adjective share."""


def cast_of(mentions: list[list[Mention]], texts: list[str], states: Mapping[str, str]) -> Cast:
    """Return the cast of an article from the mentions of each sentence.

    `texts` are the sentences, `states` the forms of states that the article tells of, each with the state's name.
    """
    every = [mention for line in mentions for mention in line if not (mention.sort == "place" and not mention.head)]
    cast = Cast()
    _people(cast, every)
    choose = _unambiguous(every) | dict(states)
    short: dict[str, str] = {}
    bracketed = _bracketed(mentions, texts)
    places, doubtful = _places(mentions)
    for mention in every:
        if mention in cast.person_of or mention.head == "adjective":
            continue
        if mention.sort == "name" and _FOLDED[mention.name] in places and mention.name not in choose:
            continue
        if mention in bracketed and bracketed[mention] in cast.of_mention:
            short[" ".join(name_words(mention.name))] = cast.of_mention[bracketed[mention]]
        _figure(cast, mention, choose, short)
    tell_kinds(cast, texts)
    _speakers(cast, every, choose, short)
    note_groups(cast, every, own=False)
    _speakers(cast, every, choose, short)
    note_mediators(cast, texts)
    tell_kinds(cast, texts)
    note_groups(cast, every)
    note_governments(cast, every, choose, [m for line in mentions for m in line if m.sort == "place" and not m.head])
    note_ministers(cast, every, choose)
    note_officers(cast, every)
    note_unnamed(cast)
    tell_kinds(cast, texts)
    tell_listed_kinds(cast, mentions, texts)
    _drop_others(cast, doubtful)
    _adjectives(cast, every, choose)
    note_soloists(cast, every, texts)
    drop_commentators(cast, every, texts)
    return cast


def _adjectives(cast: Cast, every: list[Mention], choose: Mapping[str, str]) -> None:
    """Give each state in the cast the adjectives that the article has for it: "Xish warships"."""
    for mention in every:
        figure = cast.figures.get(choose.get(mention.name, "")) if mention.head == "adjective" else None
        if figure:
            figure.forms[mention.name] += 1


def _places(mentions: list[list[Mention]]) -> tuple[set[str], set[str]]:
    """Return the names that the article uses for a place at least as often as otherwise, and those now and then."""
    sorts = Counter((_FOLDED[m.name], m.sort == "place") for line in mentions for m in line if not m.head)
    as_place = {name: times for (name, is_place), times in sorts.items() if is_place}
    always = {name for name, times in as_place.items() if times >= sorts[name, False]}
    return always, {name for name, times in as_place.items() if 4 * times >= sorts[name, False]}


def _drop_others(cast: Cast, doubtful: set[str]) -> None:
    """Take out names that nothing tells to be a party and that are a place now and then.

    Those that go on as a surname are persons.
    """
    for key, figure in list(cast.figures.items()):
        if key.startswith("name:") and figure.guessed:
            place = _FOLDED[figure.name] in doubtful and figure.kind != "company"
            spoken_for = any(person.party == key for person in cast.people)
            if not spoken_for and goes_on_as_surname(figure) and not place:
                figure.kind, figure.guessed = "individual", False
            elif not spoken_for and place:
                del cast.figures[key]
                cast.of_mention = {mention: owner for mention, owner in cast.of_mention.items() if owner != key}


def _speakers(cast: Cast, every: list[Mention], choose: dict[str, str], short: dict[str, str]) -> None:
    """Tie each person to the party whose office the text gives them."""
    for mention, person in cast.person_of.items():
        if mention.owner and not person.party and not (mention.position or "").lower().startswith("former"):
            person.party = _party_of(cast, mention, every, choose, short)
        if person.party and person.party not in cast.figures and mention.owner:
            cast.add(person.party, mention.owner, None)
    for mention, person in cast.person_of.items():
        if person.party and mention not in cast.of_mention:
            cast.of_mention[mention] = person.party
            figure = cast.figures[person.party]
            figure.sentences.append(mention.sentence)
            if mention.owner and not mention.owner.islower():
                figure.forms[mention.owner] += 1
                figure.named.append(mention.sentence)


def _party_of(
    cast: Cast, mention: Mention, every: list[Mention], choose: dict[str, str], short: dict[str, str]
) -> str | None:
    owner = mention.owner or ""
    if owner == "its":
        return the_one_before(cast, mention, every)
    return the_one_called(cast, owner) if owner.islower() else _key_of_form(owner, choose, cast, short)


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
    by_surname = cast.by_surname
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
    words, last = _FOLDED[name].split(), _surname(name)
    near = by_surname.get(last, [])
    if not near and len(last) >= 5:
        near = [p for surname, people in by_surname.items() if misspelt(surname, last) for p in people]
    if len(words) > 1:
        near = [p for p in near if len(p.name.split()) == 1 or misspelt(_FOLDED[p.name].split()[0], words[0])]
    return near[0] if len(near) == 1 else None


def _surname(name: str) -> str:
    return re.sub(r"^(?:al|el)-", "", _FOLDED[name].split()[-1])


def _note(cast: Cast, person: Person, mention: Mention) -> None:
    cast.person_of[mention] = person
    person.sentences.append(mention.sentence)
    if mention.name != person.name and mention.name not in person.aliases:
        person.aliases.append(mention.name)
    if mention.position and mention.position != "counterpart" and mention.position not in person.positions:
        person.positions.append(mention.position)


def _unambiguous(every: list[Mention]) -> dict[str, str]:
    """Return what each state's form means: a form of two states goes to the one that the text names otherwise."""
    forms = {form for mention in every for form in (mention.name, mention.owner) if form and not form.islower()}
    owners = {form: polities_of(form) for form in forms}
    sure = Counter(name for names in owners.values() if len(names) == 1 for name in names)
    chosen = {}
    for form, names in owners.items():
        best = sorted(names, key=lambda name: (-sure[name], name))
        if len(best) > 1 and sure[best[0]] == sure[best[1]]:  # "Norwegian" is Norway's before it is an island's
            best = [name for name in best if " " not in name and name[:_ROOT] == form[:_ROOT]]
        if len(best) == 1 or (len(best) > 1 and sure[best[0]] > sure[best[1]]):
            chosen[form] = _COMMISSION if form.endswith(" Commission") and best[0] in _GOVERNED_BY_IT else best[0]
    return chosen


def _opposition_of(mention: Mention, cast: Cast, choose: dict[str, str]) -> str | None:
    """Return the key of the same state's opposition met before: "Xland's opposition" is "the Xish opposition"."""
    state = state_in(mention.name, choose)
    sides = (figure for figure in cast.figures.values() if figure.kind == "political_party")
    known = (figure.key for figure in sides if figure.key.startswith("group:") and mention.head in figure.name.split())
    return next((key for key in known if state and state_in(cast.figures[key].name, choose) == state), None)


def _figure(cast: Cast, mention: Mention, choose: dict[str, str], short: dict[str, str]) -> None:
    table = actors()
    if mention.sort == "group" and mention.owner and mention.head in table.own:
        key = f"group:{_FOLDED[mention.name]}"
        kind = table.own[mention.head or ""]
        if kind == "political_party" and (known := _opposition_of(mention, cast, choose)):
            key = known
            short.setdefault(" ".join(name_words(mention.name)), key)
        if kind == "company" and mention.owner in choose:
            return  # "the Xish airline" is one that the text names elsewhere
        if (
            mention.head in {"company", "airline", "carrier", "firm", "management", "union"}
            and mention.owner not in choose
        ):
            if " " not in mention.owner and " ".join(name_words(mention.owner)) not in short and mention.head in _PLAIN:
                return  # "the Xville company" is one that the text names elsewhere
            key = _key_of_form(mention.owner, choose, cast, short) or key
            kind = "" if mention.head == "management" else kind
            name = mention.owner
        else:
            name = mention.name
        cast.add(key, name, mention, kind)
        return
    if mention.owner and _same_person(mention.owner, cast.by_surname):
        return  # "N.'s government" is the government of the state that N. leads, not one more party
    form = mention.owner if mention.sort == "group" else mention.name
    named = _key_of_form(form, choose, cast, short) if form and form[0].isupper() else None
    if named and form:
        if mention.sort == "group" and table.known.get(form) == "political_party":
            if mention.head not in table.positions:  # "the Republican governor" is no party's spokesman
                cast.add(named, mention.name, mention, "political_party")  # "Republican leaders", not "Republican"
            return
        cast.add(named, form, mention)


def _other_body(telling: str, key: str, cast: Cast) -> bool:
    """Whether a longer name is another body's: "Acme Foundation" is not "Acme Steel" though both begin with "Acme"."""
    known = " ".join(name_words(cast.figures[key].name)) if key in cast.figures else ""
    return " " in known and not known.startswith(telling) and not telling.startswith(known)


def _union_called(form: str, choose: dict[str, str]) -> str | None:
    """Return the one union of states in the text that "the Community", "the Fund" can mean."""
    unions = {name for name in choose.values() if name in actors().unions}
    if form == "Commission" and not unions.isdisjoint(_GOVERNED_BY_IT):
        return _COMMISSION
    alike = [name for name in unions if any(part.endswith(f" {form.lower()}") for part in polity_table().get(name, ()))]
    return alike[0] if len(alike) == 1 and form in actors().organisations else None


def _key_of_form(form: str, choose: dict[str, str], cast: Cast, short: dict[str, str]) -> str | None:
    """Return the key of the figure that a form names: a state's canonical name, or the name's own words."""
    if form in choose:
        return choose[form]
    if f"group:{_FOLDED[form]}" in cast.figures:
        return f"group:{_FOLDED[form]}"
    if polities_of(form) and not form.islower():
        return None
    telling = " ".join(name_words(form))
    if not telling:
        return None
    if telling not in short:
        short[telling] = _union_called(form, choose) or _key_alike(form, telling, cast, short) or f"name:{telling}"
    return short[telling]


def _key_alike(form: str, telling: str, cast: Cast, short: dict[str, str]) -> str | None:
    """Return the key of a name met before that the words are part of, or hold, or misspell, or abbreviate."""
    for known, key in short.items():
        if telling.startswith(known + " ") and _other_body(telling, key, cast):
            continue
        same = known.startswith(telling + " ") or (telling.startswith(known + " ") and len(known) > 3)
        same = same or (known.endswith(" " + telling) and sum(k.endswith(" " + telling) for k in short) == 1)
        slip = " " not in known and " " not in telling and misspelt(known, telling)
        if same or slip:
            return key
    for other, key in short.items():
        letters = _ACRONYM[cast.figures[key].name] if key in cast.figures else ""
        if (letters and letters == telling) or _ACRONYM[form] == other:
            return key
    return None
