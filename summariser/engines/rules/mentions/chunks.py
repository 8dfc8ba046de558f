"""Chunks: the runs of words in a sentence that together may name somebody."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from summariser.engines.rules.mentions.tokens import Token, names_polity
from summariser.engines.rules.tables.lexicon import actors, words
from summariser.language.names import polities_of

__all__ = ["JOINTS", "PARTICLES", "chunks_of", "goes_on", "polity_span", "within_polities", "words_of"]

JOINTS = frozenset({"of", "for", "in", "and", "the", "to"})
PARTICLES = frozenset(
    {"al", "bin", "ibn", "de", "da", "van", "von", "der", "el", "del", "la", "le", "di", "ben", "abu"}
)

_FEW = 2
_OF_PEOPLE = frozenset("Movement Union Party Front Federation Association Alliance Council Congress Guild".split())
"""What ends the name of a body that "and" may stand in."""


def chunks_of(text: str, tokens: list[Token]) -> Iterable[list[Token]]:
    """Yield the runs of tokens that together may name somebody."""
    chunk: list[Token] = []
    for index, token in enumerate(tokens):
        small = token.small
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        particle = small in PARTICLES and following is not None and following.capital
        if not chunk and not token.capital and not token.tells and not (small == "al" and particle):
            continue  # "al Qaeda" begins with its particle
        gap = text[chunk[-1].end : token.start] if chunk else ""
        joined = not chunk or gap.removeprefix("'s").removeprefix("'").strip() in {"", "&"}
        short = gap == ". " and token.capital
        joined = joined or (short and (_is_short_office(chunk[-1].small) or _is_initial(chunk)))
        if chunk and chunk[-1].possessive and not token.tells and not _describes_office(tokens, index, chunk):
            joined = False  # "Xland's" goes on only to an office or a body ("Xland's Foreign Minister N.")
        if chunk and not joined:
            yield chunk
            chunk = []
        if (
            token.capital
            or token.tells
            or particle
            or (chunk and small in JOINTS and _joint_holds(tokens, index, chunk, text))
            or (chunk and _describes_office(tokens, index, chunk))
        ):
            chunk.append(token)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _is_initial(chunk: list[Token]) -> bool:
    """Whether a chunk ends in one letter for a second name: "Samuel J." before "Name"."""
    return len(chunk) > 1 and len(chunk[-1].text) == 1 and chunk[-1].capital and chunk[-2].capital


def _is_short_office(small: str) -> bool:
    """Whether a word is an office written short, with a point: "Gov. N. Name"."""
    return small in words("short_offices").split("|")


def _describes_office(tokens: list[Token], index: int, chunk: list[Token]) -> bool:
    """Whether a plain word stands between an owner and an office: "Xish water minister", "Acme's sales director"."""
    owner = next((token for token in reversed(chunk) if token.capital), None)
    if owner is None or tokens[index].capital or len(tokens[index].text) < 4:
        return False
    adjective = (owner.state or names_polity(owner.text)) and owner.text.endswith(("an", "ish", "ese", "i", "ch"))
    adjective = adjective or (owner.text.isupper() and names_polity(owner.text))
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
    has_office = _has_office(chunk)
    if small == "the":
        return chunk[-1].small in {"of", "for", "in"} and following.capital
    if small == "and":
        after = tokens[index + 1 : index + 4]
        return _joins_body(after, chunk, text) or _and_holds(after, chunk, has_office)
    if small == "of" and chunk[-1].capital and following.capital and not has_office:
        return not polities_of(chunk[-1].text)
    if small == "in" and polities_of(following.text) and not any(token.capital for token in chunk):
        return False  # "a spokesman in Xville": where somebody is, not whose
    office_of = small == "of" and has_office and following.small in table.owner
    return office_of or (
        small in {"of", "for", "in", "to"} and has_office and following.capital and _office_open(chunk)
    )


def _joins_body(following: list[Token], chunk: list[Token], text: str) -> bool:
    """Whether "and" stands within the name of a state or a body of people: "the Justice and Equality Movement"."""
    last, after = chunk[-1], following[0]
    if last.possessive or not (last.capital and after.capital):
        return False
    if names_polity(f"{last.text} and {after.text}"):
        return True  # "Trinidad and Tobago"
    ends = [token.text in _OF_PEOPLE for token in following]
    if len(chunk) > 1 or not any(ends[1:]) or not all(token.capital for token in following[: ends.index(True, 1)]):
        return False
    table = actors()
    if last.text in table.known or last.text in table.organisations or polity_span(chunk, 0) or last.small in table.own:
        return last.small in table.own and last.text.endswith("s") and after.text.endswith("s")
    plural = last.text.endswith("s")
    return after.text.endswith("s") if plural else text[: last.start].endswith(("the ", "The "))


def _and_holds(following: list[Token], chunk: list[Token], has_office: bool) -> bool:
    """Whether "and" stands within one name: "Tyre and Rubber Co", "Transport and General Workers' Union", an office."""
    table = actors()
    last, after = chunk[-1], following[0]
    if not (last.capital and after.capital):
        return False
    if not last.possessive and last.small in _branches() and after.small in _branches():
        return True
    if not has_office and len(chunk) <= _FEW:
        ends = [token.text in words("firms").split("|") for token in following]
        if any(ends[1:]) and last.text not in table.organisations and not polity_span(chunk, 0):
            return all(token.capital for token in following[: ends.index(True, 1)])
    # "Minister for Trade and Industry": two capitals that are no names of states
    return (
        has_office
        and not any(token.small in table.positions and token.text.endswith("s") for token in chunk)
        and any(t.text in {"for", "of"} for t in chunk)
        and not (polities_of(after.text) or polities_of(last.text))
    )


@cache
def _branches() -> frozenset[str]:
    """Return the branches of work and government that stand in pairs within one name."""
    return frozenset(words("branches").split("|"))


def _has_office(chunk: list[Token]) -> bool:
    """Whether the chunk has a word for an office, as "General Motors" has none."""
    table = actors()
    return any(
        token.small in table.positions
        and not (
            token.text in {"General", "Chief"}
            and index + 1 < len(chunk)
            and chunk[index + 1].text in table.organisations
        )
        for index, token in enumerate(chunk)
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


def within_polities(chunk: list[Token]) -> set[int]:
    """Return which tokens of a chunk belong to a state's or a union's own name of several words."""
    spans = [(start, polity_span(chunk, start)) for start, token in enumerate(chunk) if token.capital]
    return {index for start, length in spans if length > 1 for index in range(start, start + length)}


def words_of(text: str, tokens: list[Token]) -> str:
    return " ".join(text[tokens[0].start : tokens[-1].end].split()) if tokens else ""
