"""Roles: what part a sentence says that somebody plays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from summariser.engines.rules.claims.agenda import is_elsewhere
from summariser.engines.rules.claims.ledger import Ledger
from summariser.engines.rules.clauses.deeds import is_denied
from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.tables.lexicon import ACTOR, TIME, actors, word_set
from summariser.engines.rules.tables.lookup import Sought

__all__ = ["note_actors", "note_roles"]


def note_roles(lines: Iterable[Line], ledger: Ledger) -> None:
    """Enter in the ledger every role that a pattern of tables/data/roles.tsv finds."""
    for line in lines:
        if not line.keys or is_elsewhere(line):
            continue
        _by_office(line, ledger)
        for (role,), pattern in line.rows("roles"):
            for match in pattern.finditer(line.coded):
                # Who refuses to talk is a party to the talks; who refuses to mediate is no mediator.
                if line.is_quoted(match.start()):
                    continue  # quoted words assign no roles
                if role == "negotiating_party" or not is_denied(line.small[slice(*match.span())]):
                    ledger.note(line.keys_in(*match.span("A")), role, line.number)


def _by_office(line: Line, ledger: Ledger) -> None:
    """Enter the role that an office tells: negotiators negotiate, mediators and the envoys of unions mediate."""
    for char, key in line.keys.items():
        mention = line.mentions[char]
        head = (mention.head or "").removesuffix("s")
        of_union = ledger.cast.figures[key].kind == "intergovernmental_organisation"
        if head in {"negotiator", "delegation"}:
            ledger.note([key], "negotiating_party", line.number)
        elif head == "host":
            ledger.note([key], "host", line.number)
        elif head == "mediator" or "mediator" in (mention.position or "").lower() or (head == "envoy" and of_union):
            ledger.note([key], "mediator", line.number)


_PART_OF_KIND = {
    "regulator": "approver",
    "government_body": "approver",
    "shareholders": "approver",
    "population": "affected",
    "individual": "affected",
}
_ASIDE = r"(?:,? (?:who|which|whose|an?|the|in|of|for|from|at) [^,;:\"]{3,100},|, [^,;:\"]{1,60},|,)?"
_ACTS = Sought(
    rf"(?P<who>{ACTOR}(?:(?:,? and |, )(?:the )?{ACTOR})*)(?P<aside>{_ASIDE})(?: (?:on |in )?{TIME})? (?P<word>[\w']+)",
    "{A}",
)
_GOVERNED = re.compile(
    r"\b(?:with|by|of|for|to|from|against|in|on|at|between|among|into|over|under|about|near|(?P<verb>\w+ed))"
    r"(?: the| its| their| an?)? $"
)
_EXCHANGED = frozenset({"generic:prisoner", "generic:detainee", "generic:captive"})
"""Who is handed over, and not asked."""
_AGAINST = re.compile(r"\b(?:oppos|protest|against|fight|block|prevent|stop|reject|demonstrat|anger|condemn)")
_FOR = re.compile(r"\b(?:support|back|welcom|press|urg|call|campaign|proponent)")
_CHAMBER = re.compile(
    r"\b(?:parliaments?|congress|senate|house|assembly|legislatures?|chamber|knesset|bundestag|duma|diet)\b"
)
_OPENING = 3
_OFTEN = 3
_NEEDED_UNNAMED = 2
_NEEDED = {"population": 3, "individual": 3, "company": 2, "other": 2}
_BY_NATURE = dict.fromkeys(
    ("trade_union", "regulator", "non_state_armed_group", "intergovernmental_organisation", "creditors"), 1
) | {"company": 2, "population": 2, "shareholders": 2, "civil_society": 1}
"""In how many sentences news of a negotiation names bodies of a kind that would not be news there for anything else."""


def note_actors(lines: Sequence[Line], ledger: Ledger) -> None:
    """Enter who acts or speaks in a negotiation though no pattern tells the part: what they do most often is deal.

    Bodies that consent, owners and populations play the part that their kind plays as a rule.
    """
    acting: dict[str, list[int]] = {}
    for line in lines:
        for key in () if is_elsewhere(line) else _acting(line):
            acting.setdefault(key, []).append(line.number)
    spoken_for = {person.party for person in ledger.cast.people}
    organised = any(figure.kind == "trade_union" for figure in ledger.cast.figures.values())
    for key, figure in ledger.cast.figures.items():
        numbers = acting.get(key, [])
        present = len(set(figure.sentences))
        named = not figure.guessed or key in spoken_for or (ledger.is_brief and numbers)
        if key in ledger.roles or not named:
            continue
        generic = key.startswith("generic:") and figure.kind != "non_state_armed_group"
        weight = len(set(numbers)) + (present >= _OFTEN) + (key in spoken_for) + (min(figure.sentences) <= _OPENING)
        acts = bool(numbers) or present >= _OFTEN
        needed = 1 if ledger.is_brief else _NEEDED_UNNAMED if generic else _NEEDED.get(figure.kind, 1)
        enough = max(_BY_NATURE.get(figure.kind, present + 1), 2 * generic)
        if generic and figure.kind == "population" and (organised or key in _EXCHANGED):
            enough = present + 1  # "workers" where their union speaks are its members
        if (acts and weight >= needed) or present >= enough:
            for number in (numbers or figure.sentences)[:2]:
                role = _part_of_campaigners(lines, numbers) if figure.kind == "civil_society" else None
                ledger.note([key], role or _PART_OF_KIND.get(figure.kind, "negotiating_party"), number)
    for key, found in ledger.roles.items():
        chamber = key in ledger.cast.figures and _CHAMBER.search(ledger.cast.figures[key].name.lower())
        if chamber and set(found) == {"negotiating_party"}:
            found["approver"] = found.pop("negotiating_party")


def _part_of_campaigners(lines: Sequence[Line], numbers: Iterable[int]) -> str:
    """Return what part those who only press others play, by what the sentences say that they do."""
    told = " ".join(line.small for line in lines if line.number in numbers)
    return "spoiler" if _AGAINST.search(told) else "supporter" if _FOR.search(told) else "other"


def _acting(line: Line) -> Iterator[str]:
    """Yield the figures that do something in the sentence, or for whom somebody speaks there."""
    for match in line.finditer(_ACTS):
        governed = _GOVERNED.search(line.small, max(0, match.start() - 24), match.start())
        if governed and not (governed["verb"] and not match["aside"]):
            continue  # "after talks with Xland, it has agreed": Xland is not who has
        if match["word"] in word_set("stances") or match["word"].endswith("ed"):
            yield from line.keys_in(*match.span("who"))
    for char, key in line.keys.items():
        mention = line.mentions[char]
        if mention.sort == "person" or mention.head in actors().owner:
            yield key
