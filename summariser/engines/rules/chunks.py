"""Chunks: the runs of words in a sentence that together may name somebody."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from summariser.engines.rules.lexicon import actors, words
from summariser.engines.rules.tokens import Token, names_polity
from summariser.language.names import polities_of

__all__ = ["JOINTS", "PARTICLES", "chunks_of", "goes_on", "polity_span", "words_of"]

JOINTS = frozenset({"of", "for", "in", "and", "the", "to"})
PARTICLES = frozenset(
    {"al", "bin", "ibn", "de", "da", "van", "von", "der", "el", "del", "la", "le", "di", "ben", "abu"}
)

_FEW = 2


def chunks_of(text: str, tokens: list[Token]) -> Iterable[list[Token]]:
    """Yield the runs of tokens that together may name somebody."""
    chunk: list[Token] = []
    for index, token in enumerate(tokens):
        if not chunk and not token.capital and not token.tells:
            continue
        small = token.small
        gap = text[chunk[-1].end : token.start] if chunk else ""
        joined = not chunk or gap.removeprefix("'s").removeprefix("'").strip() in {"", "&"}
        joined = joined or (gap == ". " and _is_short_office(chunk[-1].small) and token.capital)
        if chunk and chunk[-1].possessive and not token.tells and not _describes_office(tokens, index, chunk):
            joined = False  # "Xland's" goes on only to an office or a body ("Xland's Foreign Minister N.")
        if chunk and not joined:
            yield chunk
            chunk = []
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        particle = small in PARTICLES and following is not None and following.capital
        if (
            token.capital
            or token.tells
            or (chunk and particle)
            or (chunk and small in JOINTS and _joint_holds(tokens, index, chunk, text))
            or (chunk and _describes_office(tokens, index, chunk))
        ):
            chunk.append(token)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _is_short_office(small: str) -> bool:
    """Whether a word is an office written short, with a point: "Gov. N. Name"."""
    return small in words("short_offices").split("|")


def _describes_office(tokens: list[Token], index: int, chunk: list[Token]) -> bool:
    """Whether a plain word stands between an owner and an office: "Xish water minister", "Acme's sales director"."""
    owner = next((token for token in reversed(chunk) if token.capital), None)
    if owner is None or tokens[index].capital or len(tokens[index].text) < 4:
        return False
    adjective = (owner.state or names_polity(owner.text)) and owner.text.endswith(("an", "ish", "ese", "i", "ch"))
    if not (owner.possessive or adjective) or tokens[index].text in goes_on():
        return False
    positions = actors().positions
    following = tokens[index + 1 : index + 3]
    near = [token for token in following if token.small in positions][:1]
    return bool(near) and all(
        after.start - before.end == 1
        for before, after in pairwise([tokens[index], *following[: following.index(near[0]) + 1]])
    )


@cache
def goes_on() -> frozenset[str]:
    """Return the words that show that a name before them stands alone: verbs, prepositions, adverbs, articles."""
    return frozenset(f"{words('acts')}|{words('doings')}".split("|"))


def _joint_holds(tokens: list[Token], index: int, chunk: list[Token], text: str) -> bool:
    """Whether "of", "for", "in", "the" at `index` joins a name or an office with what follows."""
    table = actors()
    small = tokens[index].small
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following and following.small == "the" and small in {"of", "for", "in"}:
        following = tokens[index + 2] if index + 2 < len(tokens) else None
    if following is None or (tokens[index].end < len(text) and text[tokens[index].end] != " "):
        return False
    has_office = any(token.small in table.positions for token in chunk)
    if small == "the":
        return chunk[-1].small in {"of", "for", "in"} and following.capital
    if small == "and" and not has_office and len(chunk) <= _FEW and chunk[-1].capital and following.capital:
        ends = [token.text for token in tokens[index + 1 : index + 4]]
        firm = next((place for place, word in enumerate(ends) if word in words("firms").split("|")), 0)
        if firm and chunk[-1].text not in table.organisations and not polity_span(chunk, 0):
            return all(token.capital for token in tokens[index + 1 : index + 1 + firm])  # "Tyre and Rubber Co"
    if small == "and":
        # "Minister for Trade and Industry": two capitals that are no names of states
        return (
            has_office
            and not any(token.small in table.positions and token.text.endswith("s") for token in chunk)
            and following.capital
            and chunk[-1].capital
            and any(t.text in {"for", "of"} for t in chunk)
            and not (polities_of(following.text) or polities_of(chunk[-1].text))
        )
    if small == "of" and chunk[-1].capital and following.capital and not has_office:
        return not polities_of(chunk[-1].text)
    if small == "in" and polities_of(following.text) and not any(token.capital for token in chunk):
        return False  # "a spokesman in Xville": where somebody is, not whose
    office_of = small == "of" and has_office and following.small in table.owner
    return office_of or (
        small in {"of", "for", "in", "to"} and has_office and following.capital and _office_open(chunk)
    )


def _office_open(chunk: list[Token]) -> bool:
    """Whether no person's name stands yet after the office: "President N. of" ends there."""
    table = actors()
    for token in reversed(chunk):
        small = token.small
        if small in table.positions or small in table.modifiers or small in JOINTS:
            return True
        if token.capital and not polities_of(token.text):
            return False
    return True


def polity_span(chunk: list[Token], index: int) -> int:
    """Return how many tokens from `index` on name a state or union; 0 where none."""
    if index < len(chunk) and 0 < chunk[index].state <= len(chunk) - index:
        return chunk[index].state
    if index >= len(chunk) or not chunk[index].capital:
        return 0
    part = chunk[index : index + 4]
    whole = next((place for place, token in enumerate(part, start=1) if token.possessive), len(part))
    for length in range(whole, 0, -1):
        last = part[length - 1].small
        if last not in JOINTS and last != "government" and names_polity(" ".join([t.text for t in part[:length]])):
            return length
    return 0


def words_of(text: str, tokens: list[Token]) -> str:
    return " ".join(text[tokens[0].start : tokens[-1].end].split()) if tokens else ""
