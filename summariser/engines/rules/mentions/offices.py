"""Offices: whose office a chunk of words tells, and who holds it ("Xish Foreign Minister N. Name")."""

from __future__ import annotations

from summariser.engines.rules.mentions.bodies import unites
from summariser.engines.rules.mentions.chunks import JOINTS, PARTICLES, polity_span, words_of
from summariser.engines.rules.mentions.mention import Mention
from summariser.engines.rules.mentions.tokens import Token
from summariser.engines.rules.tables.lexicon import actors, is_actor_word, word_set
from summariser.language.names import polities_of

__all__ = ["owner_of", "person_of"]

_OF_A_STATE = frozenset("minister ministry ambassador army navy treasury".split())
"""Whose owner is a state, whatever stands between: "Xish Europe minister", "the Xish Work Ministry"."""
_SPOKEN_FOR = frozenset("government company union club party league federation".split())
_SIDES = frozenset({"trade_union", "non_state_armed_group", "political_party", "company"})
_NO_SURNAMES = frozenset({"Convention", "Conference", "Diocese", "Synod"})
"""What is left of a body's name behind a state's: "spokesman for the Xland Baptist Convention"."""
_SENT = frozenset("envoy ambassador representative adviser advisor coordinator".split())


def person_of(text: str, chunk: list[Token], head: int, number: int) -> list[Mention] | None:
    """Read "OWNER description OFFICE (of/for/in …) Name", or return None where no name follows the office."""
    name = _name_after(chunk[head + 1 :])
    if not name:
        return None
    owner, rest = owner_of(text, chunk[: chunk.index(name[0])])
    first = chunk[0].small
    if not owner and head and (first in _SPOKEN_FOR or actors().own.get(first) in _SIDES):
        owner = first  # "union spokesman N.": of the union that the text names
    whole = (chunk[0].start, name[-1].end)
    return [Mention(number, *whole, "person", words_of(text, name), chunk[head].small, owner, rest or None)]


def _name_after(tail: list[Token]) -> list[Token]:
    """Return the tokens of the person's name at the end of what follows an office; none where it holds none."""
    table = actors()
    name: list[Token] = []
    for token in reversed(tail):
        if not token.capital and not (name and token.small in PARTICLES):
            break
        name.insert(0, token)
    joint = len(name) < len(tail) and tail[len(tail) - len(name) - 1].small in JOINTS
    while name and (length := polity_span(name, 0)) and (joint or length == len(name) or len(name) != 2):
        name = name[length:]
    if joint and (len(name) < 2 or (len(name) == 2 and len(name) == sum(token.capital for token in tail))):
        return []  # "minister for Trade": the capital names the office's matter
    name = [token for token in (name[-2:] if joint else name) if token.small not in table.titles]
    odd = any(
        (
            token.text in table.nobody
            and not (len(name) > 1 and token is name[0] and token.small in word_set("given_names"))
        )
        or token.text in table.organisations
        or token.text in _NO_SURNAMES
        or is_actor_word(token.small, office=False)
        for token in name
    )
    return [] if odd or len(name) > 5 else name


def owner_of(text: str, tokens: list[Token]) -> tuple[str | None, str]:
    """Return the form of the party that an office belongs to, and the words of the office."""
    body = next((i for i, token in enumerate(tokens[:-2]) if token.text in actors().organisations), 0)
    if body and tokens[body + 1].small == "of" and not polity_span(tokens, 0):
        return words_of(text, tokens[: body + 1]), words_of(text, tokens[body + 2 :])  # "Free Union of Minister N."
    telling = _first_name(tokens)
    of_union = bool(telling) and polity_span(tokens, tokens.index(telling[0])) > 0
    if not of_union and all(token.text in actors().nobody for token in telling):
        return None, words_of(text, tokens)
    first = tokens.index(telling[0])
    if length := polity_span(tokens, first):
        following = polity_span(tokens, first + length)
        if following and tokens[-1].small not in _SENT:
            first, length = first + length, following  # "Xland U.S. President N.": a report filed in Xland
        end = first + length
        if len(telling) > length and not following and tokens[-1].small.rstrip("s") not in _OF_A_STATE:
            return words_of(text, telling), words_of(
                text, tokens[first + len(telling) :]
            )  # "Xland Aviation chairman N."
        form = words_of(text, tokens[first:end])
        if tokens[-1].small in _SENT and form in polities_of(form) and not following:
            return None, words_of(text, tokens)  # "Xland envoy": sent to Xland, or by it?
        # "Xish opposition negotiator" is not Xland's
        end += end < len(tokens) and tokens[end].small in actors().own
        telling = tokens[first:end]
    rest = tokens if first and tokens[0] is not telling[0] else tokens[len(telling) :]
    return words_of(text, telling), words_of(text, rest)


def _first_name(tokens: list[Token]) -> list[Token]:
    """Return the first run of capitals that are no words for offices, bodies or titles."""
    telling: list[Token] = []
    for token in tokens:
        small = token.small
        named = bool(telling) and token.capital and (token.text in actors().organisations or unites([*telling, token]))
        other = is_actor_word(small) and small not in actors().again and not named
        if token.capital and not (other or small in actors().titles or small in JOINTS):
            telling.append(token)
            if token.possessive:
                break
        elif telling:
            break
    return telling
