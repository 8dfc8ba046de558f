"""The cast: the possible parties and the persons of an article, and whose mention each one is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from summariser.engines.rules.mentions.mention import Mention

__all__ = ["Cast", "Figure", "Person"]


_STANDS_FOR = frozenset(
    "government authorities officials ministry army military forces administration treasury department".split()
)
"""What by its owner's name stands for the owner: "Xish authorities"."""


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
    guessed: bool = False
    """Whether only the company of words makes its kind likely."""
    basis: object = None
    """What its kind was last told from."""


@dataclass(slots=True)
class Cast:
    """All figures by key, all persons, and whose mention each one is."""

    figures: dict[str, Figure] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)
    of_mention: dict[Mention, str] = field(default_factory=dict)
    person_of: dict[Mention, Person] = field(default_factory=dict)
    by_surname: dict[str, list[Person]] = field(default_factory=dict)

    def add(self, key: str, form: str, mention: Mention | None, kind: str = "") -> None:
        """Enter one more form, and mention, of the figure with this key; a longer name replaces a shorter."""
        figure = self.figures.get(key)
        if not figure:
            figure = self.figures[key] = Figure(key, form if ":" in key else key, kind)
        elif ":" in key and len(form) > len(figure.name) and mention and mention.sort == "name" and figure.name in form:
            figure.name = form
        figure.kind = figure.kind or kind
        if mention:
            figure.forms[form] += 1
            if mention.owner and mention.name != form and mention.head in _STANDS_FOR:
                figure.forms[mention.name] += 1
            figure.sentences.append(mention.sentence)
            figure.named.append(mention.sentence)
            self.of_mention[mention] = key
