"""Detection: who and what each sentence names.

A sentence is cut into chunks, runs of capitalised words and words for offices and bodies; each chunk is read as a
phrase; then neighbours are settled ("Name, the head of X").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summariser.engines.rules.mentions.chunks import chunks_of
from summariser.engines.rules.mentions.mention import Mention
from summariser.engines.rules.mentions.neighbours import settled
from summariser.engines.rules.mentions.phrases import read_chunk
from summariser.engines.rules.mentions.tokens import tokens_of, vocabulary_of
from summariser.engines.rules.text.wording import Wording

__all__ = ["mentions_of"]

_OF_THE_PAGE = re.compile(r"[^a-z]*\b[A-Z]{4,}[A-Z ]*: |.* [|>»] |(?:By|Share|Sign up|Advertisement|©|Copyright)\b")
_FEW_WORDS = 9
_CREDITS = re.compile(
    r"\((?:Additional |Writing |Compiled )?(?:[Rr]eporting|[Ee]diting|Writing|Compiled)\b[^()]{0,40}? by\b"
)


def _of_the_page(text: str) -> bool:
    """Whether a line belongs to the page and not to the news: "Home | News | Sport", "RELATED: ...", a byline."""
    if text.startswith("(") and _CREDITS.match(text):
        return True
    ends = text.rstrip(" \"')")[-1:] in {".", "!", "?", ":"}
    return _OF_THE_PAGE.match(text) is not None and not (ends and text.count(" ") > _FEW_WORDS)


def mentions_of(wordings: Sequence[Wording]) -> tuple[list[list[Mention]], dict[str, str]]:
    """Return the mentions of each sentence, in order and without overlap, and the forms of states told of."""
    known = vocabulary_of(wordings)
    found: list[list[Mention]] = []
    for wording in wordings:
        text = wording.bare
        if _of_the_page(text):
            found.append([])
            continue
        number = wording.sentence.number
        tokens = tokens_of(text, known)
        capitals = sum([token.capital for token in tokens])
        if len(tokens) > 1 and (text.isupper() or (len(tokens) > 3 and capitals > 0.8 * len(tokens))):
            found.append([])  # a headline in capitals: case tells no names there
            continue
        read = [mention for chunk in chunks_of(text, tokens) for mention in read_chunk(text, chunk, number)]
        found.append(settled(text, read))
    return found, known.states
