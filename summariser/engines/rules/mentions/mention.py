"""The mention: words of a sentence that name somebody or some place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Mention", "Sort"]

Sort = Literal["polity", "name", "group", "person", "place"]


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """One mention: characters `start` to `end` of the sentence with number `sentence`.

    `name` is the words that name the bearer as the article writes them, `owner` the form of the party that a person or
    a body belongs to, `head` the word for office or body, `position` a person's office. Two mentions are never the
    same one, whatever they say: each stands in its place.
    """

    sentence: int
    start: int
    end: int
    sort: Sort
    name: str
    head: str | None = None
    owner: str | None = None
    position: str | None = None
