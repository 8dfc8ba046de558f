"""Mentions: who and what each sentence names.

A sentence is cut into chunks, runs of capitalised words and words for offices and bodies; each chunk is read as a
phrase; then neighbours are settled ("Name, the head of X").
"""

from __future__ import annotations

from collections.abc import Iterable

from summariser.articles.sentences import Sentence
from summariser.engines.rules.chunks import chunks_of
from summariser.engines.rules.mention import Mention
from summariser.engines.rules.neighbours import settled
from summariser.engines.rules.phrases import read_chunk
from summariser.engines.rules.tokens import plain_typography, tokens_of, vocabulary_of, without_tickers

__all__ = ["mentions_of"]


def mentions_of(sentences: Iterable[Sentence]) -> tuple[list[list[Mention]], dict[str, str]]:
    """Return the mentions of each sentence, in order and without overlap, and the forms of states told of."""
    plain = [without_tickers(plain_typography(sentence.text)) for sentence in sentences]
    known = vocabulary_of(plain)
    found: list[list[Mention]] = []
    for sentence, text in zip(sentences, plain, strict=True):
        tokens = tokens_of(text, known)
        if len(tokens) > 3 and sum(token.capital for token in tokens) > 0.8 * len(tokens):
            found.append([])  # a headline in capitals: case tells no names there
            continue
        read = [mention for chunk in chunks_of(text, tokens) for mention in read_chunk(text, chunk, sentence.number)]
        found.append(settled(text, read))
    return found, known.states
