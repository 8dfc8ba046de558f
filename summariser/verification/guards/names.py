"""Names: whoever is named is named in the article, and a party in the sentences that are cited for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.language.dates import MONTHS, WEEKDAYS
from summariser.language.folding import fold
from summariser.language.names import forms_of, name_words, polities_of
from summariser.language.words import STOPWORDS, stem, tokens
from summariser.models.faults import Fault
from summariser.models.markers import Named
from summariser.verification.index import Passage
from summariser.verification.place import Place, listed

__all__ = ["is_mentioned", "names_are_known"]

_PROPER = re.compile(r"(?<![.!?:]\s)(?<!^)(?<![\"'])\b[A-Z][^\W\d_]+(?:['-][A-Z]?[^\W\d_]+)*")


def is_mentioned(value: str, place: Place) -> Iterator[Fault]:
    """A cited sentence mentions the bearer of the name: by it, by an alias, by its acronym, or by its state's names."""
    assert isinstance(place.marker, Named)
    aliases = getattr(place.parent, place.marker.aliases, [])
    if _mentions(place.scope, value, aliases):
        return
    where = place.article.where(lambda passage: _mentions(passage, value, aliases), _spellings(value, aliases, place))
    pointer = (
        f"{listed(where)} does: cite it"
        if where
        else "nor does any other; leave this out, or name it as the article does"
    )
    yield place.fault("is_mentioned", f"{place.scope_name} does not mention {value!r}; {pointer}")


def names_are_known(value: str, place: Place) -> Iterator[Fault]:
    """A capitalised word inside a claim's wording is a name, and the article knows it."""
    for name in dict.fromkeys(_PROPER.findall(fold(value))):
        if not _known(name, place):
            yield place.fault(
                "names_are_known", f"{name!r} is named nowhere in the article; leave it out, or spell it as there"
            )


def _mentions(passage: Passage, name: str, aliases: list[str]) -> bool:
    forms = forms_of(name).union(*(forms_of(alias) for alias in aliases))
    if any(passage.mentions(form) for form in forms):
        return True
    words = name_words(name)
    found = [word for word in words if word in passage.counts or passage.misspellings(word)]
    return bool(words) and (len(found) * 2 > len(words) or (words[-1] in found and len(words) <= 3 and name.istitle()))


def _spellings(name: str, aliases: list[str], place: Place) -> set[str]:
    """Return the article's words that may belong to a mention of the bearer."""
    forms = forms_of(name).union(*(forms_of(alias) for alias in aliases))
    words = {*name_words(name), *(form.split()[0] for form in forms if form)}
    return words.union(*(place.article.whole.misspellings(word) for word in words))


def _known(name: str, place: Place) -> bool:
    article = place.article.whole
    for word in tokens(name):
        if (
            word in STOPWORDS
            or word in MONTHS
            or word in WEEKDAYS
            or word in article.counts
            or stem(word) in article.stems
        ):
            continue
        forms = {form for polity in polities_of(word) for form in forms_of(polity)} | _forms_with(word, place)
        if not any(article.mentions(form) for form in forms) and not article.misspellings(word):
            return False
    return True


def _forms_with(word: str, place: Place) -> set[str]:
    """Return the other forms of the draft's own names that hold `word`: "United" of "United States", told as "US"."""
    forms: set[str] = set()
    for entry_id in place.draft.named:
        own = place.draft.forms(entry_id)
        if any(word in form.split() for form in own):
            forms |= own
    return forms
