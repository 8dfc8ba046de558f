"""Readable sentences: what the rules read, without what belongs to the page and not to the news.

Datelines go ("LUND, June 3 (Agency) - "), so that no headline, overview or claim can begin with one; soft hyphens go,
since they cut words in two. Numbers and order stay, and numbers are all that a draft cites.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summariser.articles.sentences import Sentence
from summariser.engines.rules.tables.lexicon import actors
from summariser.language.names import polities_of

__all__ = ["readable"]

_CAPITALS = r"[A-Z][A-Z.'-]{2,}(?:[ /][A-Z][A-Z.'-]+){0,3}"
_PLACE = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_DASH = r" ?(?:--?|–|—) "
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}(?:, {_PLACE})?(?:, {_DAY})?(?: \([^()]{{2,24}}\))?{_DASH}"
    rf"|{_PLACE}(?:, {_PLACE})?, {_DAY}(?: \([^()]{{2,24}}\))?{_DASH}"
    rf"|{_PLACE} \([A-Z][\w ]{{1,20}}\){_DASH})"
)
_FILED = re.compile(rf"({_CAPITALS})(?:, [A-Z][\w.]+)?:? (?=[A-Z])")
"""A wire that sets no dash: "LUND The government", "LUND/BRENHOLM Officials", "LUND, Xland Officials"."""
_NAME_NEXT = re.compile(r"(?:[A-Z]\.)+|[A-Z][a-z]")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_ACRONYM = 4
"""Letters up to which a word in capitals may be the name of a body."""

_TICKER = re.compile(r" ?<[A-Z]{1,6}(?:\.[A-Z]{1,2})?>")
"""Signs that a wire sets behind a company's name: "<ABC.L>"."""
_DETERMINER = re.compile(r"(?:The|An?|Two|Three|Several|Some|Most|More|Talks)\b")


def readable(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences with texts cleaned; their offsets stay those of the article's own text."""
    texts = [_without_signs(sentence.text) for sentence in sentences]
    for index, text in enumerate(texts[:2]):
        texts[index] = _without_dateline(text, texts[index + 1 :])
    return tuple(
        sentence if text == sentence.text else replace(sentence, text=text)
        for sentence, text in zip(sentences, texts, strict=True)
    )


def _without_signs(text: str) -> str:
    text = text.replace("\u00ad", "")
    return _TICKER.sub("", text) if "<" in text else text


def _without_dateline(text: str, rest: Sequence[str]) -> str:
    """Return a sentence without the place where it was filed; `rest` are the sentences that follow it."""
    match = _DATELINE.match(text)
    if not match:
        filed = _FILED.match(text)
        match = filed if filed and _is_place(filed, text, rest) else None
    return text[match.end() :] if match and text[match.end() :].strip(" \"'.") else text


def _is_place(filed: re.Match[str], text: str, rest: Sequence[str]) -> bool:
    """Whether words in capitals before a sentence are a place: one known, or one that is never named again."""
    name = filed[1]
    if "/" in name or _DETERMINER.match(text, filed.end()):
        return True
    if name in actors().unions or len(name) < _ACRONYM or _INITIALS.fullmatch(name):
        return False
    once = not any(name in other for other in rest) and len(name) > _ACRONYM and not polities_of(name)
    return bool(polities_of(name.title())) or (once and _NAME_NEXT.match(text, filed.end()) is not None)
