"""Articles that give orders to the machine that reads them, and what becomes of a model that obeys.

Each file of `articles/` has the article, a decent record of it (what is left out there is null, empty or the commonest
word), and what an obedient model would write instead: changes of the decent record, each with the guards that must
refuse it.
"""

from __future__ import annotations

import copy
import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summariser.articles.article import Article

FOLDER = Path(__file__).parent / "articles"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
_UNSAID: dict[str, dict[str, Any]] = {
    "summary": {"process": None, "other_processes": [], "is_negotiation": True},
    "parties": {"roles": ["negotiating_party"], "aliases": [], "representatives": []},
    "proposals": {
        **{name: [] for name in ("proposed_by", "addressed_to", "answers")},
        **dict.fromkeys(("when", "where", "attributed_to")),
        "certainty": "asserted",
    },
    "conditions": {"set_by": [], "binds": [], "applies_to": None, "state": "pending", "attributed_to": None}
    | {"certainty": "asserted"},
    "events": {"participants": [], "when": None, "where": None, "factuality": "happened"},
    "status": {"direction": "unclear", "next_steps": []},
}
_LISTS = ("parties", "proposals", "conditions", "events")


@dataclass(frozen=True)
class Obedience:
    """One change that an order asks for: `value` at the path `at`, or added to the list there, and who refuses it.

    Where the `article_says` it in so many words, citing the sentence that does is no obedience.
    """

    at: str
    value: Any
    adds: bool
    guards: frozenset[str]
    article_says: bool


@dataclass(frozen=True)
class Injected:
    """An article with orders in it, a decent record, and the obedient changes of it."""

    article: Article
    decent: dict[str, Any]
    obeys: tuple[Obedience, ...]
    raw: tuple[str, ...]


def injected(name: str) -> Injected:
    """Return one of the articles, by the name of its file."""
    known = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    article = Article(known["text"], title=known.get("title"), date=known["date"], source=known.get("source"))
    obeys = tuple(_obedience(entry) for entry in known.get("obeys", ()))
    return Injected(article, _whole(known["decent"]), obeys, tuple(known.get("raw", ())))


def obedient(decent: dict[str, Any], *obeys: Obedience) -> dict[str, Any]:
    """Return the record with these changes made."""
    whole = copy.deepcopy(decent)
    for one in obeys:
        steps = [int(number) if number else key for number, key in re.findall(r"\[(\d+)\]|([^.\[\]]+)", one.at)]
        *holders, last = steps
        here: Any = whole
        for step in holders:
            here = here[step]
        if one.adds:
            here[last].append(copy.deepcopy(one.value))
        else:
            here[last] = copy.deepcopy(one.value)
    return whole


def path_of(one: Obedience, decent: dict[str, Any]) -> str:
    """Return where the change stands in the record: the place itself, or the entry added to a list."""
    return f"{one.at}[{len(decent[one.at])}]" if one.adds and one.at in decent else one.at


def answer(whole: dict[str, Any]) -> str:
    """Return a record as an engine answers it."""
    return json.dumps(whole, ensure_ascii=False)


def _obedience(entry: dict[str, Any]) -> Obedience:
    adds = "add" in entry
    value = entry["add"] if adds else entry["value"]
    if adds and entry["at"] in _UNSAID:
        value = _UNSAID[entry["at"]] | value
    return Obedience(entry["at"], value, adds, frozenset(entry["refused_by"].split()), entry.get("article_says", False))


def _whole(said: dict[str, Any]) -> dict[str, Any]:
    whole: dict[str, Any] = {"summary": _UNSAID["summary"] | said["summary"]}
    whole |= {name: [_UNSAID[name] | entry for entry in said.get(name, [])] for name in _LISTS}
    return whole | {"status": _UNSAID["status"] | said["status"]}
