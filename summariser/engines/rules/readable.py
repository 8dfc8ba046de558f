"""Readable sentences: what the rules read, without what belongs to the page and not to the news.

Datelines go ("LUND, June 3 (Agency) - "), so that no headline, overview or claim can begin with one; soft hyphens go,
since they cut words in two. Numbers and order stay, and numbers are all that a draft cites.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summariser.articles.sentences import Sentence
from summariser.engines.rules.lexicon import actors
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
_FILED = re.compile(rf"({_CAPITALS}) (?=[A-Z])")
"""A wire that sets no dash: "LUND The government", "LUND/BRENHOLM Officials"."""

_DETERMINER = re.compile(r"(?:The|An?|Two|Three|Several|Some|Most|More|Talks)\b")


def readable(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences with texts cleaned; their offsets stay those of the article's own text."""
    return tuple(
        replace(sentence, text=_without_dateline(text) if sentence.number <= 2 else text)
        for sentence in sentences
        for text in [sentence.text.replace("\u00ad", "")]
    )


def _without_dateline(text: str) -> str:
    match = _DATELINE.match(text)
    if not match:
        filed = _FILED.match(text)
        known = filed and (
            "/" in filed[1] or (filed[1] not in actors().unions and len(filed[1]) > 3 and polities_of(filed[1].title()))
        )
        match = filed if filed and (known or _DETERMINER.match(text, filed.end())) else None
    return text[match.end() :] if match and text[match.end() :].strip(" \"'.") else text
