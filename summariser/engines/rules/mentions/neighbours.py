"""Neighbours: what two mentions side by side make of each other."""

from __future__ import annotations

import re
from dataclasses import replace

from summariser.engines.rules.mentions.mention import Mention
from summariser.engines.rules.mentions.persons import is_called_like_a_person
from summariser.engines.rules.tables.lexicon import actors
from summariser.language.names import polities_of

__all__ = ["settled"]

_LIST = re.compile(r", (?:and )?| and ")
_ASIDE = re.compile(
    r", (?:who (?:is|heads|leads|runs|chairs|represents|speaks for) )?(?:the |a |an |its |their |his |her )?"
    r"|, [\w']+ (?:the )?"
)
_LEADS = re.compile(r", (who (?:heads|leads|runs|chairs|represents|speaks for)) (?:the )?")
_WHOSE = re.compile(r"\bwhose $")
_ANY_OFFICE = "its"
"""Whose "a spokesman, N.," is: looked for as that of "its spokesman" is."""


def settled(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions of a sentence, lists of places and appositions read as what they are."""
    result: list[Mention] = []
    for mention in mentions:
        last = result[-1] if result else None
        between = text[last.end : mention.start] if last else ""
        joined = _apposition(text, last, mention) if last and _ASIDE.fullmatch(between) else None
        if last and between == "'s " and _is_a_citizen(last, mention):
            joined = replace(mention, sort="person", start=last.start, head="citizen", owner=last.name)
        if last and between == " of " and last.sort == "person" and not last.owner and polities_of(mention.name):
            joined = replace(last, owner=mention.name, end=mention.end)  # "Ambassador N. of Xland"
        if last and not joined and (leads := _LEADS.fullmatch(between)) and _could_be_person(last.name):
            led = mention.owner if mention.sort == "group" else mention.name
            if last.sort == "name" and led:
                joined = replace(last, sort="person", head="head", owner=led, position=_told(leads[1], led))
        if mention.sort == "person" and mention.head and not mention.owner and _WHOSE.search(text[: mention.start]):
            result.append(replace(mention, owner=_ANY_OFFICE))  # "Xland, whose envoy N. went there"
        elif joined:
            result[-1] = joined
        elif last and _LIST.fullmatch(between) and last.sort == "place" and not last.head:
            # "trips to Xville, Yville and Zville": a state's name that goes on a list of places is a place
            result.append(replace(mention, sort="place") if mention.sort in {"polity", "name"} else mention)
        else:
            result.append(mention)
    return result


def _apposition(text: str, last: Mention, mention: Mention) -> Mention | None:
    """Join "Name, the head of X" or "X's chief negotiator, Name": a name beside an office is a person."""
    office = _office(text, mention) if mention.sort == "group" else None
    if office and last.sort == "name" and _could_be_person(last.name):
        return replace(last, sort="person", head=mention.head, owner=mention.owner, position=office, end=mention.end)
    office = _office(text, last) if last.sort == "group" else None
    person = mention.sort == "person" and not mention.owner
    if office and (person or (mention.sort == "name" and _could_be_person(mention.name))):
        owner = last.owner or _ANY_OFFICE
        return replace(last, sort="person", name=mention.name, owner=owner, position=office, end=mention.end)
    return None


def _is_a_citizen(last: Mention, mention: Mention) -> bool:
    """Whether a name after a state's is a person's: "Xland's Anna Name"."""
    named = mention.sort == "name" and is_called_like_a_person(mention.name)
    return named and last.sort == "place" and bool(polities_of(last.name))


def _told(leads: str, led: str) -> str:
    return f"{leads.removeprefix('who ')} {led}"


def _office(text: str, mention: Mention) -> str | None:
    """Return the words for one person's office, the owner before them cut off; None where they name no office."""
    phrase = " ".join(text[mention.start : mention.end].split())
    if not any(word.lower() in actors().positions and not word.endswith("s") for word in phrase.split()):
        return None
    return re.sub(r"^'s? ", "", phrase.removeprefix(mention.owner or "")).strip() or None


def _could_be_person(name: str) -> bool:
    parts = name.split()
    table = actors()
    return 2 <= len(parts) <= 4 and not any(
        part in table.organisations or part in table.media or part.isupper() for part in parts
    )
