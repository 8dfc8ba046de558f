"""Kinds: a state's own name is no company's, and a person is nobody's government or alias."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from summariser.language.folding import fold
from summariser.language.names import is_state, is_union, polities_of
from summariser.language.words import tokens
from summariser.models.faults import Fault
from summariser.models.markers import Befits
from summariser.models.shapes import WAYS_OUT
from summariser.verification.guards.names import BODIES, entries_beside
from summariser.verification.place import Place, quoted

__all__ = ["aliases_name_no_person", "kind_befits_its_name", "speaks_not_for_oneself"]

_TITLES = (
    "ambassador chairman chairwoman chancellor congressman congresswoman envoy governor justice mayor minister"
    " mr mrs ms president secretary senator sheikh spokesman spokeswoman"
).split()
"""Those of the words before a name that nothing but a person has; "general" may belong to a company."""
_TITLED = rf"\b(?i:{'|'.join(_TITLES)})\.?\s+(?:[A-Z][\w.-]*\s+){{0,2}}"
_OF_A_MINISTRY = (
    r"\b(?i:secretary(?:[\s-]general)?|minister|chancellor)\s+"
    r"(?:(?:of|for)\s+(?:the\s+)?(?:(?:[A-Z][\w-]+|(?i:state|defen[cs]e|trade|finance))\s+(?:and\s+)?){1,3}){0,2}"
)
"""A title with what it is for, and the full name right behind it: "Secretary of State Ada Brook"."""
_DOES = r"(?!\s+(?:would|will|had|has|have|was|were|is|are)\b)"
"""Not behind a name: "told the Minister of Energy Orvane Mills would leave"."""
_BEARS_A_TITLE = re.compile(
    rf"(?:[A-Z][\w.]*\s+){{0,3}}(?i:{'|'.join(_TITLES)})(?:[\s-]General|\s+of\s+State)?(?:\s+[A-Z][\w.'-]+){{2,}}$"
)
"""A title within a name, and a full name behind it: "Vice President Ada Brook"."""
_MOST = 12
"""Sentences with the name that are looked at."""


def kind_befits_its_name(value: str, place: Place) -> Iterator[Fault]:
    """ "Norway" is a state and no company; "Prime Minister Ada Brook" speaks for one, and is none."""
    marker = place.marker
    assert isinstance(marker, Befits)
    name = getattr(place.parent, marker.name) or ""
    what, fitting = _known(name, marker)
    if fitting and value not in fitting:
        yield place.fault(
            "kind_befits_its_name",
            f"is {value!r}, but {quoted(name)} is {what}: {' or '.join(fitting)}",
            doubt=value in WAYS_OUT,
        )
    elif not fitting and value not in marker.persons and (shown := _shown_to_be_a_person(name, place)):
        yield place.fault(
            "kind_befits_its_name",
            f"is {value!r}, but {shown} {quoted(name)} to be a person; name whom that person speaks for, or choose "
            f"{' or '.join(marker.persons)}",
        )


def _known(name: str, marker: Befits) -> tuple[str, tuple[str, ...]]:
    """Return what a name is that everybody knows, and the words for it; none for other names."""
    if is_state(name):
        return "a state", marker.states
    return ("an organisation of states", marker.unions) if is_union(name) else ("", ())


def aliases_name_no_person(value: str, place: Place) -> Iterator[Fault]:
    """ "Brook" is no alias of Norway, though she speaks for it: she is a representative."""
    marker = place.marker
    assert isinstance(marker, Befits)
    if value in marker.persons:
        return
    own = set(tokens(getattr(place.parent, marker.name) or ""))
    for path, alias in entries_beside(place, marker.aliases):
        number = None if own & set(tokens(alias)) else _titled_in(alias, place)
        if number:
            yield Fault(
                path,
                "aliases_name_no_person",
                f"sentence {number} shows {quoted(alias)} to be a person; give who speaks for it as that, not as alias",
            )


def speaks_not_for_oneself(value: str, place: Place) -> Iterator[Fault]:
    """A person who negotiates for nobody else is a party, and no representative of that party as well.

    Who bears the same surname may be a relative: fathers are agents.
    """
    marker = place.marker
    assert isinstance(marker, Befits)
    if value not in marker.persons:
        return
    own = _borne(getattr(place.parent, marker.name))
    for path, speaker in entries_beside(place, marker.speakers):
        name = getattr(speaker, marker.name, None) or ""
        other = _borne(name)
        if own and other and (own <= other or other <= own):
            yield Fault(
                f"{path}.{marker.name}",
                "speaks_not_for_oneself",
                f"{quoted(name)} is the party itself; give only who speaks for somebody else",
                doubt=own != other,
            )


def _borne(name: str | None) -> set[str]:
    """Return the words of a name, titles aside."""
    return set(tokens(name or "")) - set(_TITLES)


def _shown_to_be_a_person(name: str, place: Place) -> str | None:
    if _BEARS_A_TITLE.match(name) and not BODIES & set(tokens(name)):
        return "its title shows"
    number = _titled_in(name, place)
    return f"sentence {number} shows" if number else None


def _titled_in(name: str, place: Place) -> int | None:
    """Return a sentence that puts a title before the name, None for names that no person bears."""
    words = fold(name).split()
    if not words or not all(word[:1].isupper() for word in words) or BODIES & set(tokens(name)) or polities_of(name):
        return None
    borne = r"\s+".join(map(re.escape, words)) + r"(?![\w-])(?!\s+[A-Z])"
    titled = re.compile(f"{_TITLED}{borne}" + (f"|{_OF_A_MINISTRY}{borne}{_DOES}" if len(words) > 1 else ""))
    holding = islice(place.article.holding(words[-1]), _MOST)
    return next((number for number in holding if titled.search(place.article.sentence(number).folded)), None)
