"""Roles: what part a sentence says that somebody plays."""

from __future__ import annotations

from collections.abc import Iterable

from summariser.engines.rules.clauses import is_denied
from summariser.engines.rules.ledger import Ledger
from summariser.engines.rules.marking import Line
from summariser.engines.rules.patterns import patterns

__all__ = ["note_opponents", "note_roles", "note_speakers"]


def note_roles(lines: Iterable[Line], ledger: Ledger) -> None:
    """Enter in the ledger every role that a pattern of data/roles.tsv finds."""
    for line in lines:
        if not line.keys:
            continue
        _by_office(line, ledger)
        for (role,), pattern in patterns("roles"):
            for match in pattern.finditer(line.coded):
                # Who refuses to talk is a party to the talks; who refuses to mediate is no mediator.
                if line.small.count('"', 0, match.start()) % 2:
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
        elif head == "mediator" or "mediator" in (mention.position or "").lower() or (head == "envoy" and of_union):
            ledger.note([key], "mediator", line.number)


_SIDES = frozenset({"political_party", "non_state_armed_group", "trade_union", "employer", "company"})


def note_opponents(lines: Iterable[Line], telling: Iterable[int], ledger: Ledger) -> None:
    """Where fewer than two parties are told outright, enter the sides that the telling sentences keep naming."""
    if sum("negotiating_party" in roles for roles in ledger.roles.values()) >= 2:
        return
    numbers = set(telling)
    met: dict[str, list[int]] = {}
    for line in lines:
        for key in dict.fromkeys(line.keys.values()) if line.number in numbers else ():
            met.setdefault(key, []).append(line.number)
    for key, found in met.items():
        figure = ledger.cast.figures[key]
        side = figure.kind in _SIDES and (key.startswith(("group:", "generic:")) or figure.kind == "trade_union")
        governs = figure.kind == "state" and any(form.endswith("government") for form in figure.forms)
        if len(found) >= 2 and len(set(figure.sentences)) >= 3 and (side or governs) and key not in ledger.roles:
            for number in found[:2]:
                ledger.note([key], "negotiating_party", number)


def note_speakers(lines: Iterable[Line], telling: Iterable[int], ledger: Ledger) -> None:
    """Enter who acts first in the sentences that speak of a negotiation: for texts that tell no role outright."""
    numbers = set(telling)
    for line in lines:
        keys = line.keys_in(0, len(line.marked))[:1] if line.number in numbers else []
        ledger.note(keys, "negotiating_party", line.number)
