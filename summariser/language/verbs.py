"""Verbs: one stem for all their forms, the irregular ones too, which a stemmer of endings leaves apart."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from summariser.language.tables import table_rows
from summariser.language.words import stem

__all__ = ["SAYS", "past_forms", "root"]

SAYS = frozenset("said says told tells added adds".split())
"""Verbs by which news tells who says a thing."""


@lru_cache(maxsize=65_536)
def root(word: str) -> str:
    """Return the stem of one folded word, "met" and "meeting" being one."""
    return stem(_plain_forms().get(word, word))


@cache
def past_forms() -> frozenset[str]:
    """Return the irregular past forms and participles that are no plain forms as well."""
    return frozenset(_plain_forms())


@cache
def _plain_forms() -> dict[str, str]:
    rows = table_rows(Path(__file__).parent / "data" / "irregular.tsv")
    return {form: plain for plain, forms in rows for form in forms.split()}
