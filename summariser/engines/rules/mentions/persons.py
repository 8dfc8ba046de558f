"""Persons: who is told by name alone, or by the state or the body that they are of."""

from __future__ import annotations

import re

from summariser.engines.rules.mentions.chunks import polity_span, words_of
from summariser.engines.rules.mentions.mention import Mention
from summariser.engines.rules.mentions.tokens import Token, names_polity
from summariser.engines.rules.tables.lexicon import actors, is_actor_word, word_set, words

__all__ = ["citizen_of", "is_called_like_a_person", "speaks"]

_FIRST_NAME = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_SPEAKS = re.compile(rf",? (?:{words('speaks')}|called|described)\b")


def is_called_like_a_person(name: str) -> bool:
    """Return whether a name of two to four words begins with a first name: "Anna Maria Name"."""
    first, *others = name.split()
    known = set(first.lower().split("-")) <= word_set("given_names")
    return known and 1 <= len(others) <= 3 and all(word[0].isupper() and not word.isupper() for word in others)


def speaks(text: str, name: list[Token]) -> bool:
    """Return whether tokens are a person's first name and surname: the first is known, or they say something."""
    plain = 2 <= len(name) <= 3 and all(_FIRST_NAME.fullmatch(token.text) for token in name)
    if not plain or any(names_polity(token.text) for token in name):
        return False
    known = set(name[0].small.split("-")) <= word_set("given_names") and name[-1].text not in actors().organisations
    return known or _SPEAKS.match(text, name[-1].end) is not None


def citizen_of(text: str, name: list[Token], number: int) -> Mention | None:
    """Read "Name Surname of Xland", "Name Surname of the People's Union" as a person of that state or body."""
    of = next((i for i, token in enumerate(name) if token.text == "of"), 0)
    body = name[-1].text in actors().organisations and of > 1 and _FIRST_NAME.fullmatch(name[0].text)
    if not 2 <= of <= 4 or not (polity_span(name, of + 1) == len(name) - of - 1 or body):
        return None
    person = name[:of]
    table = actors()
    bodies = table.organisations.keys() | table.media
    if any(token.text in bodies or is_actor_word(token.small) for token in person) or polity_span(person, 0):
        return None
    owner = words_of(text, name[of + 1 + (name[of + 1].text == "the") :])
    return Mention(number, name[0].start, name[-1].end, "person", words_of(text, person), "citizen", owner)
