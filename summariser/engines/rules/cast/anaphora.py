"""Anaphora: "the federation", "its director", "the government": which figure of the cast a common noun means."""

from __future__ import annotations

import re
from collections import Counter

from summariser.engines.rules.cast.cast import Cast, Figure
from summariser.engines.rules.mentions.mention import Mention
from summariser.engines.rules.mentions.phrases import BODIES_OF_MEMBERS
from summariser.engines.rules.tables.lexicon import actors
from summariser.language.folding import fold_case
from summariser.language.names import polities_of

__all__ = [
    "note_governments",
    "note_groups",
    "note_ministers",
    "note_officers",
    "note_unnamed",
    "state_in",
    "the_one_before",
    "the_one_called",
]

_MINISTER = re.compile(
    r"^(?!former)(?:.* )?(?:minister|(?:finance|treasury|agriculture|commerce|defen[cs]e|foreign) secretary"
    r"|chancellor)$",
    re.IGNORECASE,
)
_SPEAKS_FOR = re.compile(r"\bspokes(?:man|woman|person)$")
_OFFICER = re.compile(r"\b(?:manager|director|executive|chairman|chairwoman|chief|spokesman|spokeswoman)$")
_UNION = "European Union"
"""What "the Union" means in news of it."""
_MARGIN = 1
"""By how many mentions more than another a state is told, of which a minister of no country told may be."""
_OPENING = 40
"""Characters within which a name opens a sentence."""
_OF_MANY = frozenset({"bloc", "population"})
"""Kinds of which one article has several groups: "producers" are not "consumers"."""
_SYNONYMS = {"non_state_armed_group": 4, "creditors": 4}
"""How many words for a kind may mean one and the same group: "kidnappers", "gunmen", "captors"."""
_SPOKEN_FOR_UNNAMED = frozenset({"trade_union", "non_state_armed_group"})
_OF_MEMBERS = {
    "population": "trade_union",
    "trade_union": "trade_union",
    "employer": "employer",
    "creditors": "creditors",
    "shareholders": "shareholders",
    "bloc": "bloc",
}
"""Of which kind a body is whose members are of a kind: "the dockers' federation"."""
_BUSINESS = frozenset(
    "company airline carrier firm brewer lender retailer insurer carmaker drugmaker steelmaker chipmaker shipbuilder "
    "broadcaster publisher club".split()
)


def the_one_called(cast: Cast, word: str) -> str | None:
    """Return the one figure that "the `word`" can mean: one of its forms ends in the word, or it is of that kind."""
    named = [figure for figure in cast.figures.values() if not figure.key.startswith(("generic:", "person:"))]
    alike = [figure for figure in named if _has_form(figure, word)]
    if not alike:
        kind = "company" if word in _BUSINESS else actors().own.get(word, "")
        alike = [figure for figure in named if kind and figure.kind == kind]
    return alike[0].key if len(alike) == 1 else None


def _has_form(figure: Figure, word: str) -> bool:
    forms = (form.lower() for form in [figure.name, *figure.forms])
    return any(form.endswith((word, word.removesuffix("s"))) or word in form.split() for form in forms)


def the_one_before(cast: Cast, mention: Mention, every: list[Mention]) -> str | None:
    """Return whom "its" means: the figure that opens the sentence before, or the last one in the same sentence."""
    here = [m for m in every if m.sentence == mention.sentence and m.end <= mention.start]
    before = [m for m in every if m.sentence == mention.sentence - 1]
    for candidate in [*reversed(here), *before]:
        key = cast.of_mention.get(candidate)
        if key and candidate not in cast.person_of:
            return key
    return None


def note_groups(cast: Cast, every: list[Mention], *, own: bool = True) -> None:
    """Give "the rebels", "the union" to the one figure that they mean, or else (`own`) make it a figure of its own."""
    table = actors()
    for mention in every:
        head = mention.head or ""
        if mention.sort != "group" or mention.owner or mention in cast.of_mention:
            continue
        if named := _named_next(cast, every, mention):
            cast.add(named, mention.name, mention)
            if (kind := table.own.get(head)) and named != _UNION:
                cast.figures[named].kind, cast.figures[named].guessed = kind, False
        elif " representing " in mention.name:
            cast.add(f"group:{fold_case(mention.name)}", mention.name, mention, table.own.get(head, ""))
        elif "s' " in mention.name and head in BODIES_OF_MEMBERS:
            members = mention.name.partition("s' ")[0].split()[-1].lower() + "s"
            kind = _OF_MEMBERS.get(table.own.get(members, ""), "civil_society")
            cast.add(f"group:{fold_case(mention.name)}", mention.name, mention, kind)
        elif head in table.again or head in _BUSINESS:
            business = head in _BUSINESS
            key = _company_here(cast, mention, every) if business else None
            key = key or the_one_called(cast, head) or (_company_before(cast, mention, every) if business else None)
            if key:
                cast.add(key, mention.name, mention)
        elif own and head in table.own:
            _note_group(cast, every, mention, head)


def _named_next(cast: Cast, every: list[Mention], mention: Mention) -> str | None:
    """Return the name that stands in apposition to a group of one: "the metalworkers' union, Steelmen United"; the
    union of states that "the Union" means.
    """
    if mention.name == "Union" and _UNION in cast.figures:
        return _UNION
    if (mention.head or "").endswith("s") or mention.head in actors().positions:
        return None
    after = (m for m in every if m.sentence == mention.sentence and m.start == mention.end + 2 and m.sort == "name")
    key = next((cast.of_mention[m] for m in after if m in cast.of_mention), "")
    kind = actors().own.get(mention.head or "")
    fits = key.startswith("name:") and (cast.figures[key].guessed or cast.figures[key].kind in {"", kind})
    return key if fits else None


def _company_here(cast: Cast, mention: Mention, every: list[Mention]) -> str | None:
    """Return the one company that the sentence names before "the company"."""
    here = [m for m in every if m.sentence == mention.sentence and m.end <= mention.start]
    keys = {cast.of_mention[m] for m in here if m in cast.of_mention}
    firms = [key for key in keys if cast.figures[key].kind in {"company", ""} or cast.figures[key].guessed]
    return firms[0] if len(firms) == 1 and firms[0].startswith("name:") else None


def _company_before(cast: Cast, mention: Mention, every: list[Mention]) -> str | None:
    """Return the one name of unknown kind just before "the company", which tells its kind."""
    near = [
        m
        for m in every
        if mention.sentence - 1 <= m.sentence and (m.sentence, m.end) <= (mention.sentence, mention.start)
    ]
    keys = {cast.of_mention[m] for m in near if m in cast.of_mention and m not in cast.person_of}
    named = [
        key for key in keys if key.startswith("name:") and (cast.figures[key].guessed or not cast.figures[key].kind)
    ]
    if len(named) != 1:
        return None
    cast.figures[named[0]].kind, cast.figures[named[0]].guessed = "company", False
    return named[0]


def _note_group(cast: Cast, every: list[Mention], mention: Mention, head: str) -> None:
    table = actors()
    kind = table.own[head]
    alike = {m.head for m in every if m.sort == "group" and m.head in table.own and table.own[m.head] == kind}
    named = [f for f in cast.figures.values() if f.kind == kind and not f.key.startswith("generic:") and _told(f)]
    same_word = [f for f in named if any(form.lower().endswith((head, head.rstrip("s"))) for form in f.forms)]
    named = same_word if len(same_word) == 1 or kind in _OF_MANY else named
    if len(named) == 1:
        cast.add(named[0].key, mention.name, mention, kind)
    elif not named and kind in _OF_MANY:
        cast.add(f"generic:{head.rstrip('s')}", mention.name, mention, kind)
    elif not named and len(alike) <= _SYNONYMS.get(kind, 2) and kind != "company":
        cast.add(f"generic:{kind}", mention.name, mention, kind)


def note_unnamed(cast: Cast) -> None:
    """Tie those who speak for a union or for rebels that the article names nowhere to these: "the union's leader"."""
    for mention, person in cast.person_of.items():
        kind = actors().own.get(mention.owner or "")
        if person.party or kind not in _SPOKEN_FOR_UNNAMED or mention.owner is None:
            continue
        key = f"generic:{kind}"
        if any(figure.kind == kind and figure.key != key for figure in cast.figures.values()):
            continue
        cast.add(key, mention.owner, mention, kind)
        person.party = key


def _told(figure: Figure) -> bool:
    """Whether a figure's kind is more than the guess that a single mention allows."""
    return not figure.guessed or figure.forms[figure.name] > 1


def note_governments(cast: Cast, every: list[Mention], choose: dict[str, str], places: list[Mention]) -> None:
    """Give "the government" to the one state whose government, or whose opposition or rebels, the text names."""
    alone = [m for m in every if m.sort == "group" and m.head == "government" and not m.owner]
    if not alone:
        return
    table = actors()
    governed = {choose[m.owner] for m in every if m.head in {"government", "cabinet"} and m.owner in choose}
    sides = {"political_party", "non_state_armed_group"}
    opposed = {state_in(m.owner, choose) for m in every if m.owner and table.own.get(m.head or "") in sides} - {None}
    owners = next(
        (keys for keys in (governed, opposed, _most_told([*every, *places], choose)) if len(keys) == 1), set()
    )
    for mention in alone:
        if speaker := _governs_before(cast, mention, every):
            cast.add(speaker, mention.name, mention)
            continue
        for key in filter(None, owners):
            cast.add(key, key if key in cast.figures else mention.name, mention)
            cast.figures[key].forms[mention.name] += 1
        if not owners and not governed and not opposed:
            cast.add("generic:government", mention.name, mention, "state")


def _governs_before(cast: Cast, mention: Mention, every: list[Mention]) -> str | None:
    """Return the state whose minister the sentence names before "the government": "Xland's minister N. said that …"."""
    here = [m for m in every if m.sentence == mention.sentence and m.end <= mention.start and m in cast.person_of]
    offices = (m for m in here if m.owner and m.position and _MINISTER.search(m.position))
    states = [party for m in offices if (party := cast.person_of[m].party) in cast.figures and ":" not in party]
    return states[-1] if states else None


def note_ministers(cast: Cast, every: list[Mention], choose: dict[str, str]) -> None:
    """Give ministers of no country told to the one state that the text tells of most."""
    most = {state for state in _most_told(every, choose, _MARGIN) if state in cast.figures}
    opens = _opening(cast, every)
    for mention, person in cast.person_of.items():
        if not person.party and mention.position and not mention.owner and _MINISTER.search(mention.position):
            state = opens.get(mention.sentence, "") if mention.start >= _OPENING else ""
            person.party = state if state and ":" not in state else next(iter(most), None)
    for mention, person in cast.person_of.items():
        if person.party and ":" not in person.party and mention not in cast.of_mention:
            cast.of_mention[mention] = person.party
            cast.figures[person.party].sentences.append(mention.sentence)


def _opening(cast: Cast, every: list[Mention]) -> dict[int, str]:
    """Return the figure that opens each sentence, where one does."""
    return {m.sentence: cast.of_mention[m] for m in reversed(every) if m in cast.of_mention and m.start < _OPENING}


def note_officers(cast: Cast, every: list[Mention]) -> None:
    """Give officers of nobody told to the name that opens their sentence: "Acme will sell, team manager N. said"."""
    opens = _opening(cast, every)
    for mention, person in cast.person_of.items():
        key = opens.get(mention.sentence, "")
        office = mention.position and _OFFICER.search(mention.position)
        named = key.startswith("name:") or (key and ":" not in key and _SPEAKS_FOR.search(mention.position or ""))
        if office and not person.party and named and not mention.owner:
            person.party = key
            cast.of_mention[mention] = key
            cast.figures[key].sentences.append(mention.sentence)


def _most_told(every: list[Mention], choose: dict[str, str], margin: int = 0) -> set[str]:
    """Return the state that is mentioned most, by more than the margin, unions of states aside; else none."""
    told = Counter(state_in(form, choose) for m in every for form in (m.name, m.owner) if form)
    ranked = [(state, times) for state, times in told.most_common() if state and state not in actors().unions]
    first = [state for state, times in ranked if times + margin >= ranked[0][1]]
    return set(first) if len(first) == 1 else set()


def state_in(form: str, choose: dict[str, str]) -> str | None:
    """Return the one state that a form names, or that its first words do: "Xish opposition"."""
    for part in (form, form.rpartition(" ")[0].removesuffix("'s")):
        states = {choose[part]} if part in choose else polities_of(part) if part[:1].isupper() else frozenset()
        if len(states) == 1:
            return next(iter(states))
    return None
