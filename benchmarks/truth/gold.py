"""Gold articles of negotiations with their correct records, claim by claim."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from summariser.articles.article import Article

__all__ = ["GOLD", "SPLITS", "WORDS_OF", "Entry", "Steps", "Told", "load"]

GOLD = Path(__file__).parents[2] / "tests" / "gold"
SPLITS = ("train", "test")
Steps = tuple[int | str, ...]
"""The way to a value of a record: `("proposals", 1, "content")`."""

WORDS_OF = {
    "parties": "name",
    "proposals": "content",
    "conditions": "requirement",
    "events": "what",
    "status": "summary",
}
"""The field of each part of a record that tells a claim in words."""


@dataclass(frozen=True, eq=False)
class Entry:
    """An article and its record.

    `optional` are the places that a fair reader may leave out or fill otherwise, `also_right` the other values that
    are right too, by place.
    """

    slug: str
    split: str
    sort: str
    article: Article
    answer: dict[str, Any]
    optional: frozenset[str] = frozenset()
    also_right: dict[str, list[Any]] = field(default_factory=dict)

    @cached_property
    def claims(self) -> tuple[Told, ...]:
        """All claims of the record, the status last."""
        lists = [part for part in WORDS_OF if part != "status"]
        steps = [(part, index) for part in lists for index in range(len(self.answer[part]))]
        return tuple(Told(self, each) for each in (*steps, *([("status",)] if self.answer["status"] else [])))

    def of(self, part: str) -> Iterator[Told]:
        """Yield the claims of one list."""
        return (claim for claim in self.claims if claim.part == part)

    @cached_property
    def forms(self) -> dict[str, tuple[str, ...]]:
        """By the id of each party: its name, aliases and people, as the record spells them."""
        return {
            party["id"]: (party["name"], *party["aliases"], *people_forms(party)) for party in self.answer["parties"]
        }

    @cached_property
    def text(self) -> str:
        """Title and text, white space and quotation marks made plain."""
        return plain(f"{self.article.title}\n{self.article.text}")

    def sentence(self, number: int) -> str:
        """Return a sentence, white space and quotation marks made plain."""
        return plain(self.article.sentences[number - 1].text)


@dataclass(frozen=True, eq=False)
class Told:
    """One claim of a gold record, at `steps` of it."""

    entry: Entry
    steps: Steps

    @property
    def part(self) -> str:
        """The list that holds it, or `status`."""
        return str(self.steps[0])

    @cached_property
    def value(self) -> dict[str, Any]:
        value: Any = self.entry.answer
        for step in self.steps:
            value = value[step]
        return value

    @property
    def path(self) -> str:
        """Where faults of the claim lie: `proposals[1]`."""
        return self.part + "".join(f"[{index}]" for index in self.steps[1:])

    @property
    def field(self) -> str:
        """The name of the field that tells the claim in words."""
        return WORDS_OF[self.part]

    @property
    def text(self) -> str:
        """The claim in words."""
        return str(self.value[self.field])

    @property
    def cited(self) -> list[int]:
        return list(self.value["evidence"])

    @cached_property
    def passage(self) -> str:
        """The cited sentences."""
        return " ".join(self.entry.sentence(number) for number in self.cited)

    def allows(self, name: str, value: Any) -> bool:
        """Whether a fair reader may fill a field with `value`; of a list, with any of its members."""
        key = f"{self.part}[{self.value.get('id', self.steps[-1])}]" if self.part != "status" else "status"
        place = f"{key}.{name}"
        if place in self.entry.optional:
            return True
        also = self.entry.also_right.get(place, [])
        return bool(also) and (
            isinstance(value, dict) or any(v in also for v in (value if isinstance(value, list) else [value]))
        )


def people_forms(party: dict[str, Any]) -> tuple[str, ...]:
    """Return the names of a party's people with their aliases."""
    return tuple(form for person in party["representatives"] for form in (person["name"], *person["aliases"]))


def plain(text: str) -> str:
    """Return text with single spaces and straight quotation marks."""
    return " ".join(text.translate(str.maketrans("’‘“”", "''\"\"")).split())


def load(folder: Path = GOLD, splits: tuple[str, ...] = SPLITS) -> list[Entry]:
    """Return the entries about negotiations, in the order of their names, one split after the other."""
    paths = [path for split in splits for path in sorted((folder / split).glob("*.json"))]
    return [entry for path in paths if (entry := _entry(path)) is not None]


def _entry(path: Path) -> Entry | None:
    told = json.loads(path.read_text(encoding="utf-8"))
    if not told["negotiation"]:
        return None
    about = told["article"]
    article = Article(
        path.with_suffix(".txt").read_text(encoding="utf-8"),
        title=about["title"],
        date=date.fromisoformat(about["date"]) if about["date"] else None,
        source=about["source"],
    )
    also_right = {place: value if isinstance(value, list) else [value] for place, value in told["also_right"].items()}
    optional = frozenset(told["optional"])
    return Entry(path.stem, path.parent.name, told["sort"], article, told["answer"], optional, also_right)
