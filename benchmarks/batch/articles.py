"""Synthetic articles by the thousand: a core with an answer written by hand, then filler that differs in each."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from summariser.articles.article import Article

ROOT = Path(__file__).parent.parent.parent
_CORES = {
    "ferry-fares": ("Ferry", date(2025, 9, 3)),
    "merger-approach": ("Meridian", date(2025, 10, 31)),
    "quarry-dispute": ("Greyfell", date(2025, 7, 16)),
    "river-accord": ("Marellia", date(2025, 4, 22)),
}
_KINDS = {
    "status": "status",
    "proposals": "proposal",
    "conditions": "condition",
    "events": "event",
    "parties": "party",
}
"""What a claim of each table is called alone; those of the first choose first."""
_WORDS = """
amber anchor apple autumn bakery barley basket beacon bench bicycle blanket boulder branch bread breeze brick bridge
bucket button cabin candle canvas carpet cellar chalk chapel cherry chimney cider clay cliff clock cloud coal cobble
copper coral corner cotton courtyard cricket crystal curtain daisy dawn desert diary donkey drum dusk eagle east ember
engine evening fabric falcon farm feather fence fern fiddle field flag flame flint flood flour forest fountain fox
frost fruit furnace garden garlic gate glacier glass goose grain granite grape grass gravel hammer harvest hawk hazel
hedge heron hill hollow honey horse island ivory ivy jacket jar kettle kitchen kite ladder lake lamp lantern lark
lavender leaf lemon lighthouse lilac linen lizard loaf lotus maple marble market marsh meadow melon mill mirror mist
moon moss mountain mushroom nectar nest north oak oats ocean olive onion orchard otter oven owl paddle paper path peach
pear pebble pepper pigeon pine pitcher plain plum pond poplar porch pottery prairie quilt rabbit rain raven reed ribbon
rice robin roof rope rose rust saddle saffron salmon sand scarf sea shadow shed sheep shell shore silk silver sky slate
smoke snow south spark sparrow spice spring squirrel stable stairs star steam stone storm straw stream street sugar
summer swan table tea thistle thunder tide timber tower trail train tree tulip tunnel turnip valley velvet village vine
violin wagon wall walnut water wave west wheat wheel willow wind window winter wood wool yard
""".split()


@dataclass(frozen=True)
class Quote:
    """Words of a core's text that stand for a claim, with what is known of it."""

    span: tuple[int, int]
    text: str
    kind: str
    known: dict[str, str]

    def meets(self, span: tuple[int, int]) -> bool:
        """Return whether the two share characters."""
        return self.span[0] < span[1] and span[0] < self.span[1]

    @property
    def extraction(self) -> dict[str, Any]:
        """As langextract wants it."""
        return {self.kind: self.text, f"{self.kind}_attributes": self.known}


@dataclass(frozen=True)
class Core:
    """The beginning of an article, its day, the answer that holds for it, and a word by which the server knows it."""

    text: str
    published: date
    answer: str
    mark: str

    @property
    def quotes(self) -> list[Quote]:
        """The same claims for a tool that asks for quotes, in the order of the text and none over another, as it likes
        them best: the first cited sentence that is free, and for parties their name in what is left. A claim for which
        nothing is left is left out.
        """
        draft = json.loads(self.answer)
        taken: list[Quote] = []
        for table, kind in _KINDS.items():
            for row in [draft[table]] if table == "status" else draft[table]:
                free = (span for span in self._places(row) if not any(quote.meets(span) for quote in taken))
                if span := next(free, None):
                    known = {name: value for name, value in row.items() if isinstance(value, str)}
                    taken.append(Quote(span, self.text[slice(*span)], kind, known))
        return sorted(taken, key=lambda quote: quote.span)

    def _places(self, row: dict[str, Any]) -> list[tuple[int, int]]:
        if "name" in row:
            return [found.span() for found in re.finditer(re.escape(row["name"]), self.text)]
        sentences = Article(self.text).sentences
        return [(sentences[number - 1].start, sentences[number - 1].end) for number in row["evidence"]]


@cache
def cores() -> tuple[Core, ...]:
    """Return the cores, each one of our own articles with the draft written for it."""
    folders = (ROOT / "examples", ROOT / "tests" / "data" / "articles")
    found = []
    for name, (mark, published) in _CORES.items():
        path = next(folder / f"{name}.txt" for folder in folders if (folder / f"{name}.txt").exists())
        draft = json.loads((ROOT / "tests" / "data" / "drafts" / f"{name}.json").read_text(encoding="utf-8"))
        answer = json.dumps(draft, ensure_ascii=False, separators=(",", ":"))
        found.append(Core(path.read_text(encoding="utf-8").strip(), published, answer, mark))
    return tuple(found)


def articles(count: int, words: int = 450, first: int = 0) -> Iterator[Article]:
    """Return `count` articles of about `words` words, each with a number of its own, the same ones each time."""
    for number in range(first, first + count):
        core = cores()[number % len(cores())]
        text = f"{core.text}\n\n{filler(number, words - len(core.text.split()))} Docket {number}."
        yield Article(text, date=core.published)


def plain(count: int, words: int = 60) -> Iterator[Article]:
    """Return `count` short articles that report no negotiation."""
    for number in range(count):
        yield Article(f"{filler(number, words)} Docket {number}.", date=date(2025, 1, 1))


def filler(seed: int, words: int) -> str:
    """Return sentences of about `words` words in all that mean nothing and are like no others."""
    dice = random.Random(seed)
    sentences = []
    while words > 0:
        length = min(words, dice.randint(9, 16))
        sentences.append(f"The {' '.join(dice.choices(_WORDS, k=length))}.")
        words -= length + 1
    return " ".join(sentences)
