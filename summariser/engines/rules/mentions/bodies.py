"""Bodies: names that a chunk is as a whole, though its words alone tell of several; and papers, which are none."""

from __future__ import annotations

from summariser.engines.rules.mentions.chunks import polity_span
from summariser.engines.rules.mentions.tokens import Token
from summariser.engines.rules.tables.lexicon import actors

__all__ = ["is_whole_name", "unites", "without_paper"]

_PAPERS = frozenset({("letter", "of", "intent"), ("memorandum", "of", "understanding"), ("code", "of", "conduct")})
"""What is signed, and signs nothing."""
_AGENTS = ("ers", "men")
_UNITED = frozenset({"United", "Amalgamated", "Associated", "Allied"})


def without_paper(chunk: list[Token]) -> list[Token]:
    """Return a chunk without the name of a paper that it opens with: "the Letter of Intent Acme"."""
    return chunk[3:] if tuple(token.small for token in chunk[:3]) in _PAPERS else chunk


def is_whole_name(chunk: list[Token]) -> bool:
    """Return whether a chunk is one body's name: "Seamen and Dockers Union", "United Steelworkers"."""
    return _is_joined(chunk) or unites(chunk)


def _is_joined(chunk: list[Token]) -> bool:
    joint = any(token.small == "and" for token in chunk)
    plain = all(token.capital or token.small == "and" for token in chunk)
    return joint and plain and chunk[-1].text in actors().organisations and not polity_span(chunk, 0)


def unites(chunk: list[Token]) -> bool:
    """Return whether two words name a union by its members: "United Steelworkers"."""
    return len(chunk) == 2 and chunk[0].text in _UNITED and chunk[1].capital and chunk[1].text.endswith(_AGENTS)
