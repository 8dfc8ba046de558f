"""The word lists and patterns of `data/`, read and compiled when first asked for.

The files are tables for people: `#` begins a comment, columns are separated by tabs. Patterns are regular expressions
with shorthands in braces (data/roles.tsv explains them).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Literal

__all__ = [
    "ACTOR",
    "PLACE",
    "TIME",
    "Act",
    "LazyPattern",
    "actors",
    "acts",
    "coded",
    "is_actor_word",
    "issue_of",
    "pattern",
    "patterns",
    "word_pattern",
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
    media: frozenset[str]
    nobody: frozenset[str]
    again: frozenset[str]


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `data/<name>.tsv`, split at tabs."""
    lines = (_DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def words(name: str) -> str:
    """Return the entry `name` of words.toml: alternatives, ready to stand within a pattern."""
    table: dict[str, str] = _word_table()
    return table[name]


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
        media=plain["media"],
        nobody=plain["nobody"],
        again=plain["again"],
    )


def is_actor_word(small: str, *, office: bool = True, modifier: bool = True) -> bool:
    """Return whether a word in lower case names an office or a body, or (`modifier`) may stand in its description."""
    table = actors()
    own = small in table.own or small in table.owner or small in table.again
    return own or (office and (small in table.positions or (modifier and small in table.modifiers)))


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern of the tables, for text in lower case: shorthands replaced, the first `{A}` the group "A"."""
    aux = rf"(?:[\w']+{_AFTER_AUX}|(?:on )?{TIME} )*"
    several = rf"{ACTOR}(?:(?:,? and |, )(?:the |its |an? )?{ACTOR})*"
    # Only the first actor of a pattern has a name to ask for: "A". "X said it would" is X's own doing.
    itself = rf"(?:,? (?:said|says) (?:(?:on )?{TIME} )?(?:that )?(?:it|they|he|she))?"
    text = re.sub(r"(?<=[a-z)] )(?=\{A|\{a\})", "(?:the |its |their |an? )?", text)
    text = text.replace("{As}", f"(?P<A>{several}){itself}", 1)
    if "(?P<A>" not in text:
        text = text.replace("{A} {aux}", f"(?P<A>{ACTOR}){itself} {{aux}}", 1)
    if "(?P<A>" not in text:
        text = text.replace("{A}", f"(?P<A>{ACTOR})", 1)
    shorthands = {
        "{As}": several,
        "{A}": ACTOR,
        "{a}": ACTOR,
        "{L}": PLACE,
        "{T}": TIME,
        "{rest}": r'(?:[^,;."]|[,.](?=\d))+',
        "{few}": rf"(?:(?:{ACTOR}(?:'s)?|[\w'-]+) ){{0,6}}?",
        "{gap}": r"(?:[^ ,;:.]+ ){0,6}?",
        "{aux}": aux,
        "{talks}": rf"\b{words('talks')}\b",
        "{deal}": rf"\b{words('deal')}\b",
    }
    for shorthand, form in shorthands.items():
        text = text.replace(shorthand, form)
    return re.compile(_for_coded(text))


_AFTER_AUX = "\x1f"
_CLASS = re.compile(r"(\[(?:\\.|[^\]\\])*\])")
_WORD_BEFORE_SPACE = re.compile(r"([\w']+) ")


def _for_coded(text: str) -> str:
    """Let every space of a pattern match the space after an auxiliary as well."""
    parts = _CLASS.split(text)
    plain = [part.replace(" ", f"[ {_AFTER_AUX}]") for part in parts[::2]]
    classes = [part.replace(" ", f" {_AFTER_AUX}") for part in parts[1::2]]
    return "".join(part for pair in zip_longest(plain, classes, fillvalue="") for part in pair)


def coded(small: str) -> str:
    """Return a text in lower case with the space after each auxiliary or adverb as a character of its own.

    So {aux} in a pattern is short: a pattern that spells the eighty words out is dear to compile.
    """
    return _WORD_BEFORE_SPACE.sub(_code, small)


def _code(match: re.Match[str]) -> str:
    word = match[1]
    return word + _AFTER_AUX if word in _aux_words() or word.endswith("ly") else match[0]


@cache
def _aux_words() -> frozenset[str]:
    return frozenset(words("aux").split("|"))


class LazyPattern:
    """A pattern of the tables that is compiled when first a text has one of its literal words.

    Most patterns speak of words that an article never uses: looking for those is quicker than a search, and compiling
    is dearer than either.
    """

    __slots__ = ("_compiled", "_hints", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._hints = _hints_of(text)
        self._compiled: re.Pattern[str] | None = None

    def search(self, small: str) -> re.Match[str] | None:
        """Return the first match in a text in lower case."""
        for hint in self._hints:
            if hint in small:
                break
        else:
            return None
        return self.compiled.search(small)

    def finditer(self, small: str) -> Iterator[re.Match[str]]:
        """Return the matches in a text in lower case."""
        for hint in self._hints:
            if hint in small:
                return self.compiled.finditer(small)
        return iter(())

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        if self._compiled is None:
            self._compiled = pattern(self._text)
        return self._compiled


_HINT = re.compile(r"(?<![\\a-z])[a-z]{2,}[a-z](?!\?)")
_NO_HINT = frozenset(
    "the that their they its this said says has have had been was were are what and for with from not new will would "
    "can could may still also more over all both two way who which when than into after before last first next".split()
)


def _hints_of(text: str) -> tuple[str, ...]:
    """Return the literal words of a pattern: whatever it matches has at least one of them.

    Where a pattern begins with {talks} or {deal}, or has no word of its own, the words of these are its hints. The
    empty string, which every text has, stands for "none known".
    """
    first = next((name for name in ("talks", "deal") if text.startswith(f"{{{name}}}")), None)
    bare = re.sub(r"\(\?P<\w+>|\{\w+\}|\\[a-z]", " ", text)
    own = {word for word in _HINT.findall(bare) if word not in _NO_HINT}
    if first or not own:
        named = [first] if first else [name for name in ("talks", "deal") if f"{{{name}}}" in text]
        own = {word for name in named for word in _HINT.findall(words(name))}
    return tuple(sorted(own, key=len)) or ("",)


@cache
def patterns(name: str) -> tuple[tuple[tuple[str, ...], LazyPattern], ...]:
    """Return the rows of a table of patterns: the columns before the last, and the last as a pattern."""
    return tuple((row[:-1], LazyPattern(row[-1])) for row in rows(name))


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
            for form in [*_inflected(base), *irregular]:
                owner.setdefault(form, act)  # type: ignore[arg-type]
    longest_first = sorted(owner, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b(?!-)"), owner


def _inflected(verb: str) -> list[str]:
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


@cache
def _issues() -> re.Pattern[str]:
    parts = []
    for issue, listed in rows("issues"):
        alternatives = "|".join(
            re.escape(word.strip().rstrip("~")).replace(r"\ ", r"\s+") + (r"\w*" if word.strip().endswith("~") else "")
            for word in listed.split(";")
        )
        parts.append(rf"(?P<{issue}>\b(?:{alternatives})\b)")
    return re.compile("|".join(parts), re.IGNORECASE)


@cache
def _issue_rank() -> dict[str, int]:
    return {issue: rank for rank, (issue, _) in enumerate(rows("issues"))}


def issue_of(text: str) -> str | None:
    """Return what `text` is about: of the issues whose words it has, the first of data/issues.tsv; or None."""
    found = {match.lastgroup for match in _issues().finditer(text)} - {None}
    return min((issue for issue in found if issue), key=_issue_rank().__getitem__, default=None)
