"""Soloists: persons who act in a negotiation for themselves, a party each if they put or answer something."""

from __future__ import annotations

import re
from functools import cache

from summariser.engines.rules.cast.cast import Cast, Figure
from summariser.engines.rules.mentions.mention import Mention
from summariser.engines.rules.tables.lexicon import actors, word_set
from summariser.language.folding import fold_case

__all__ = ["drop_commentators", "goes_on_as_surname", "note_mediators", "note_soloists"]

_NEAR = 60
"""Characters beside a name in which its bearer's trade is told."""
_GOES_BETWEEN = re.compile(
    r",? (?:who )?(?:is |was |has been )?(?:acting|acts|acted|serving|serves|served) as (?:an? |the )?"
    r"(?:\w+ )?(?:go-between|mediator|intermediary|broker)"
)


def note_mediators(cast: Cast, texts: list[str]) -> None:
    """Let mediators without a party stand for themselves."""
    between = [
        person
        for mention, person in cast.person_of.items()
        if not person.party
        and (mention.head == "mediator" or _GOES_BETWEEN.match(texts[mention.sentence - 1], mention.end))
    ]
    for mention, person in cast.person_of.items():
        if person in between:
            cast.add(f"person:{fold_case(person.name)}", person.name, mention, "individual")


def note_soloists(cast: Cast, every: list[Mention], texts: list[str]) -> None:
    """Enter each person who speaks for no party and is no commentator as a figure of its own."""
    comment = {
        person.name for mention, person in cast.person_of.items() if _comments(mention, texts[mention.sentence - 1])
    }
    for mention in every:
        person = cast.person_of.get(mention)
        free = person and not person.party and mention not in cast.of_mention and person.name not in comment
        if person and free and all(_is_of_its_own(position) for position in person.positions):
            cast.add(f"person:{fold_case(person.name)}", person.name, mention, "individual")


def drop_commentators(cast: Cast, every: list[Mention], texts: list[str]) -> None:
    """Take out names that nothing tells to be a party and whose bearer only comments: "N. Name, an analyst"."""
    for mention in every:
        key = cast.of_mention.get(mention, "")
        figure = cast.figures.get(key)
        bare = figure and key.startswith("name:") and figure.guessed and figure.kind == "other"
        if bare and _comments(mention, texts[mention.sentence - 1]):
            del cast.figures[key]
    cast.of_mention = {mention: key for mention, key in cast.of_mention.items() if key in cast.figures}


def _is_of_its_own(position: str) -> bool:
    """Whether an office is held for nobody else: the others' holders speak for somebody whom the text does not tell."""
    return not {word.strip(".").lower() for word in position.split()}.isdisjoint(word_set("own_offices"))


def _comments(mention: Mention, text: str) -> bool:
    around = text[max(0, mention.start - _NEAR) : mention.end + _NEAR]
    return _commentator().search(around.lower()) is not None


@cache
def _commentator() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(actors().commentators))})\b")


def goes_on_as_surname(figure: Figure) -> bool:
    """Return whether a name of two to four words is shortened to its last one, as newspapers do with persons."""
    parts = figure.name.split()
    plain = 2 <= len(parts) <= 4 and not any(part.isupper() or not part[0].isalpha() for part in parts)
    others = {form for form in figure.forms if form != figure.name}
    return plain and bool(others) and all(form in {parts[-1], " ".join(parts[-2:])} for form in others)
