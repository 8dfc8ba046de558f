"""Names: whoever is named is named in the article, and a party in the sentences that are cited for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summariser.language.dates import MONTHS, WEEKDAYS
from summariser.language.names import OFFICES, forms_of, name_words, polities_of
from summariser.language.words import STOPWORDS, stem, tokens
from summariser.models.faults import Fault
from summariser.models.markers import Named
from summariser.verification.index import Passage
from summariser.verification.place import Place, has_it, listed, quoted

__all__ = ["BODIES", "aliases_tell_their_bearer", "entries_beside", "is_mentioned", "names_are_known", "names_are_near"]

_CAPITALISED = r"\b[A-Z][^\W_]+(?:['-][A-Z]?[^\W_]+)*"
# The capital first, then what may not stand before it: that is four times as fast as the other way around.
_BEGINNING = r"[A-Z](?<!\w.)(?<![.!?:]\s.)(?<!^.)(?<![\"'].)[^\W_]+(?:['-][A-Z]?[^\W_]+)*"
_PROPER = re.compile(rf"{_BEGINNING}(?:\s{_CAPITALISED})*")
_ENDING = re.compile(r"(?<=[a-z]{4})(?:ians?|ans?|ese|ish|is?|ers?|ia|a|e|o|y|s)$")
BODIES = frozenset(
    """agency alliance army assembly association authority bank bloc board club coalition commission committee company
    congress council court federation forces front fund government group guild league ministry movement office
    organisation organization parliament party republic society states union united workers""".split()
)
"""Last words of names that many bear: alone they mention none of their bearers, as a surname does."""
_WIDE = frozenset("central federal general global international national regional united world".split())
"""Words in names that many bear, and that tell nobody apart."""
_CODE = re.compile(r"[A-Z]+\.[A-Z]+")
_STAND_INS = frozenset(
    "he she him her his hers they them their theirs it its who whose both side sides man woman".split()
)
"""Words that may stand for a name, beside offices ("the minister") and bodies ("the union")."""
_ANYBODY = frozenset("side sides parties two three four both ones".split())


def is_mentioned(value: str, place: Place) -> Iterator[Fault]:
    """A cited sentence mentions the bearer of the name: by it, by an alias, by its acronym, or by its state's names."""
    assert isinstance(place.marker, Named)
    aliases = [alias for alias in getattr(place.parent, place.marker.aliases, None) or () if _tells(alias)]
    if aliases and not _is_in_the_article(value, place):
        yield place.fault(
            "is_mentioned",
            f"{quoted(value)} stands nowhere in the article; name it as the article does, {quoted(aliases[0])} say",
        )
    elif not _mentions(place.scope, value, aliases):
        spellings = _spellings(value, aliases, place)
        where = place.article.where(lambda passage: _mentions(passage, value, aliases), spellings)
        pointer = f"{listed(where)} {'does' if len(where) == 1 else 'do'}: cite what fits"
        nowhere = "nor does any other; leave this out, or name it as the article does"
        yield place.fault(
            "is_mentioned", f"{quoted(value)} is not mentioned in {place.scope_name}; {pointer if where else nowhere}"
        )


def aliases_tell_their_bearer(value: str, place: Place) -> Iterator[Fault]:
    """An alias is a form of words that means this bearer: not anybody, as "both sides" does, and nobody else."""
    assert isinstance(place.marker, Named)
    for path, alias in entries_beside(place, place.marker.aliases):
        others = [other for other in place.draft.bearers(alias) if other != getattr(place.parent, "id", None)]
        if not _tells(alias):
            message = f"{quoted(alias)} may be anybody and is nobody's alias; leave it out"
        elif others:
            message = f"{quoted(alias)} is a name of {others[0]} as well; leave it to whom it means"
        else:
            continue
        yield Fault(path, "aliases_tell_their_bearer", message)


def entries_beside(place: Place, field: str) -> Iterator[tuple[str, Any]]:
    """Yield the path and the value of each entry of a list beside the place's own field: its aliases, its people."""
    for index, entry in enumerate(getattr(place.parent, field, None) or ()):
        yield f"{place.path.rpartition('.')[0]}.{field}[{index}]", entry


def names_are_known(value: str, place: Place) -> Iterator[Fault]:
    """A capitalised word inside a claim's wording is a name, and the article knows it."""
    article = place.article.whole
    for name in dict.fromkeys(place.own(value).once(_proper)):
        if any(article.mentions(form) for polity in polities_of(name) for form in forms_of(polity)):
            continue
        for word in name.split():
            if not _known(word, article, place):
                yield place.fault(
                    "names_are_known", f"{word!r} is named nowhere in the article; leave it out, or spell it as there"
                )


def names_are_near(value: str, place: Place) -> Iterator[Fault]:
    """Whoever is named in a claim is named in the sentences that it cites, or in those just before them.

    Where a cited sentence has a pronoun, an office or a body, that may be whom it means, and the guard does not judge.
    """
    whole, scope, cited = place.article.whole, place.scope, place.cited
    if scope is whole or place.own(value).word_set <= scope.word_set:
        return
    strange = [word for word in dict.fromkeys(_names_in(value, place)) if word not in scope.word_set]
    if not strange or scope.word_set & (_STAND_INS | OFFICES | BODIES):
        return
    near = place.article.join([*cited, *(number - 1 for number in cited)])
    for word in strange:
        if word not in whole.word_set or _known(word, near, place):
            continue
        where = [number for number in place.article.where(lambda _: True, {word}) if number not in cited]
        if where:  # else the title alone has it, and a title cannot be cited
            yield place.fault("names_are_near", f"{word.title()!r} is not named in {place.scope_name}; {has_it(where)}")
            return


def _proper(folded: str) -> list[str]:
    return _PROPER.findall(folded)


def _names_in(value: str, place: Place) -> Iterator[str]:
    """Yield the words of names in a wording; its first word, always a capital, where the draft knows it as a name's."""
    own = place.own(value)
    for name in own.once(_proper):
        yield from tokens(name)
    first = tokens(own.folded)[:1]
    if first and stem(first[0]) in place.draft.name_stems:
        yield first[0]


def _tells(alias: str) -> bool:
    """Whether an alias has a word that tells its bearer from others: "both sides" has none, and "NOR.TO" is one."""
    return _CODE.fullmatch(alias) is not None or any(
        word not in STOPWORDS and word not in _ANYBODY for word in tokens(alias)
    )


def _is_in_the_article(name: str, place: Place) -> bool:
    """Whether the article has the name itself, so that it isn't known from an alias alone, which may be another's.

    Half of its words have to stand there, those left out that many names share: "International Monetary Fund" is not
    known from an article that has another international fund.
    """
    whole = place.article.whole
    telling = [word for word in name_words(name) if word not in BODIES and word not in _WIDE]
    known = sum(_akin(word, whole) or word in whole.word_set for word in telling)
    return any(map(whole.mentions, forms_of(name))) or (bool(known) and known * 2 >= len(telling))


def _mentions(passage: Passage, name: str, aliases: list[str]) -> bool:
    forms = forms_of(name).union(*(forms_of(alias) for alias in aliases))
    if any(passage.mentions(form) for form in forms):
        return True
    words = name_words(name)
    found = [word for word in words if word in passage.word_set or passage.misspellings(word)]
    by_surname = bool(words) and words[-1] in found and words[-1] not in BODIES and len(words) <= 3 and name.istitle()
    return len(found) * 2 > len(words) or by_surname


def _spellings(name: str, aliases: list[str], place: Place) -> set[str]:
    """Return the article's words that may belong to a mention of the bearer."""
    forms = forms_of(name).union(*(forms_of(alias) for alias in aliases))
    words = {*name_words(name), *(form.split()[0] for form in forms if form)}
    return words.union(*(place.article.whole.misspellings(word) for word in words))


def _known(name: str, article: Passage, place: Place) -> bool:
    for word in tokens(name):
        if (
            word in STOPWORDS
            or word in MONTHS
            or word in WEEKDAYS
            or word in article.word_set
            or stem(word) in article.stems
        ):
            continue
        forms = {form for polity in polities_of(word) for form in forms_of(polity)} | _forms_with(word, place)
        if not any(article.mentions(form) for form in forms) and not _akin(word, article):
            return False
    return True


def _akin(word: str, passage: Passage) -> bool:
    """Whether the passage has the word misspelt, or what is derived from it: "Norrundian" of "Norrund"."""
    if passage.misspellings(word):
        return True
    root = _ENDING.sub("", word)
    return len(root) >= 4 and any(_ENDING.sub("", other) == root for other in passage.by_initial.get(word[0], ()))


def _forms_with(word: str, place: Place) -> set[str]:
    """Return the other forms of the draft's own names that hold `word`: "United" of "United States", told as "US"."""
    forms: set[str] = set()
    for entry_id in place.draft.named:
        own = place.draft.forms(entry_id)
        if any(word in form and word in form.split() for form in own):
            forms |= own
    return forms
