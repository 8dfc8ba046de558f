"""Headlines: a sentence made short where a clause ends, never in the middle of a phrase."""

from __future__ import annotations

import re

from summariser.engines.rules.clauses.deeds import words_at_most

__all__ = ["headline_of"]

_MOST = 20
_LEAST = 6
_DAY = re.compile(
    r",? (?:late |early )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:night|evening|morning|afternoon))?\b,?"
)
_CLAUSE = re.compile(
    r"[,;:](?= [a-z\"“])|,? (?=(?:but|while|although|after|before|because|saying|leaving|which|who)\b)"
    r"|,? (?=(?:as|if|unless|until)\b)"
    r"|,? (?=(?:\w+ ){1,2}(?:after|before|since) )| -+ | – | — "
)
_PHRASE = re.compile(r" (?=(?:at|in|for|with|by|over|during|under|without|from|since|about|against|between|into|on)\b)")
_DANGLING = re.compile(
    r"(?:\b(?:said|says|say|that|had|has|have|was|were|is|are|be|been|to"
    r"|of|and|or|not|the|a|an|its|their)|,|, \w+|(?:said|that|and|but) (?:it|he|she|they))$",
    re.IGNORECASE,
)


def headline_of(sentence: str) -> str:
    """Return `sentence` without its weekday, cut to at most twenty words where a clause ends, or else a phrase."""
    text = _DAY.sub("", sentence)
    if len(text.split()) <= _MOST:
        return words_at_most(text, _MOST)
    for boundary in (_CLAUSE, _PHRASE):
        for match in reversed(list(boundary.finditer(text))):
            head = text[: match.start()]
            count = len(head.split())
            if _LEAST <= count <= _MOST and not _DANGLING.search(head) and not _inside_quotes(head):
                return words_at_most(head, _MOST)
    return words_at_most(text, _MOST)


def _inside_quotes(head: str) -> bool:
    return head.count('"') % 2 == 1 or head.count("“") > head.count("”") or head.count("(") > head.count(")")
