"""The word lists of `data/`, read and compiled when first asked for.

The files are tables for people: `#` begins a comment, columns are separated by tabs.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from summariser.engines.rules.tables.alternatives import any_of
from summariser.language.tables import table_rows

__all__ = [
    "ACTOR",
    "PLACE",
    "TIME",
    "Act",
    "actors",
    "acts",
    "inflected",
    "is_actor_word",
    "rows",
    "word_pattern",
    "word_set",
    "words",
]

ACTOR, PLACE, TIME = "[\x86-\x9f]", "[\x0e-\x1b]", "[\x01-\x08]"
"""In a marked sentence one character of these ranges stands for each mention of an actor, a place, a time.

They are control characters, which news has no use for: of the characters below 256, since ranges of others are dear to
compile, those that no pattern takes for white space or for part of a word.
"""

_DATA = Path(__file__).parent / "data"

Act = Literal[
    "propose",
    "appeal",
    "demand",
    "reject",
    "accept",
    "discuss",
    "agree",
    "commit",
    "withdraw",
    "call_on",
    "sign",
    "receive",
]


@dataclass(frozen=True)
class Actors:
    """Words for people and bodies that act, lower case where text may write them so; see data/actors.tsv."""

    positions: frozenset[str]
    titles: frozenset[str]
    modifiers: frozenset[str]
    own: dict[str, str]
    owner: frozenset[str]
    organisations: dict[str, str]
    unions: frozenset[str]
    blocs: frozenset[str]
    known: dict[str, str]
    media: frozenset[str]
    nobody: frozenset[str]
    again: frozenset[str]
    commentators: frozenset[str]


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `data/<name>.tsv`, split at tabs."""
    return tuple(map(tuple, table_rows(_DATA / f"{name}.tsv")))


@cache
def words(name: str) -> str:
    """Return the entry `name` of words.toml: alternatives, ready to stand within a pattern."""
    table: dict[str, str] = _word_table()
    return table[name]


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the words of an entry of words.toml that is a plain list of alternatives."""
    return frozenset(words(name).split("|"))


@cache
def _word_table() -> dict[str, str]:
    return tomllib.loads((_DATA / "words.toml").read_text(encoding="utf-8"))


@cache
def actors() -> Actors:
    """Return the table of actor words."""
    sets: dict[str, list[tuple[str, str]]] = {}
    for kind_of_word, party_kind, listed in rows("actors"):
        sets.setdefault(kind_of_word, []).extend((word.replace("_", " "), party_kind) for word in listed.split())
    plain = {name: frozenset(word for word, _ in entries) for name, entries in sets.items()}
    return Actors(
        positions=plain["position"],
        titles=plain["title"],
        modifiers=plain["modifier"],
        own=dict(sets["own"]),
        owner=plain["owner"],
        organisations=dict(sets["organisation"]),
        unions=plain["union"],
        blocs=plain["bloc"],
        known=dict(sets["known"]),
        media=plain["media"],
        nobody=plain["nobody"],
        again=plain["again"],
        commentators=plain["commentator"],
    )


def is_actor_word(small: str, *, office: bool = True, modifier: bool = True) -> bool:
    """Return whether a word in lower case names an office or a body, or (`modifier`) may stand in its description."""
    return small in _actor_words(office, modifier)


@cache
def _actor_words(office: bool, modifier: bool) -> frozenset[str]:
    table = actors()
    bodies = table.own.keys() | table.owner | table.again
    return frozenset(bodies.union(table.positions if office else (), table.modifiers if office and modifier else ()))


@cache
def word_pattern(name: str) -> re.Pattern[str]:
    """Compile an entry of words.toml as whole words."""
    return re.compile(rf"(?:\b|(?=n't))(?:{words(name)})(?!\w)", re.IGNORECASE)


@cache
def acts() -> tuple[re.Pattern[str], dict[str, Act]]:
    """Return one pattern that finds every verb of data/acts.tsv in any inflection, and the act of each form."""
    owner: dict[str, Act] = {}
    for act, verbs in rows("acts"):
        for verb in verbs.split(";"):
            base, *irregular = verb.strip().split(":")
            for form in [*inflected(base), *irregular]:
                owner.setdefault(form, act)  # type: ignore[arg-type]
    return re.compile(rf"\b{any_of(owner)}\b(?!-)"), owner


def inflected(verb: str) -> list[str]:
    head, _, rest = verb.partition(" ")
    rest = f" {rest}" if rest else ""
    stem = head[:-1] if head.endswith("e") else head
    forms = [head, f"{head}es" if head.endswith(("s", "sh", "ch")) else f"{head}s"]
    if head == "put":
        return [form + rest for form in ("put", "puts", "putting")]
    if head.endswith("y") and head[-2] not in "aeiou":
        forms = [head, head[:-1] + "ies", head[:-1] + "ied", head + "ing"]
    elif head in {"drop", "rebuff", "submit"}:
        double = head + head[-1] if head != "rebuff" else head
        forms += [double + "ed", double + "ing"]
    elif head.endswith("ee"):
        forms += [head + "d", head + "ing"]
    else:
        forms += [stem + "ed", stem + "ing"]
    if head == "reach":
        forms = ["reach", "reached", "reaches", "reaching"]
    return [form + rest for form in forms]
