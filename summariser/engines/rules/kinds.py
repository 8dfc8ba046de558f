"""What kind of party a name is: by a word in it, else by the words that keep it company."""

from __future__ import annotations

import re

from summariser.engines.rules.lexicon import actors

__all__ = ["kind_of"]

_ARMED = re.compile(
    r"ceasefire|cease-fire|truce|attack|fighter|militant|rebel|insurgent|guerrilla|gunm[ae]n|militia|armed", re.I
)
_BUSINESS = re.compile(
    r"compan|shares|takeover|merger|acqui|profit|sharehold|per share|firm\b|bid\b|stake|subsidiary|airline|bank", re.I
)


def kind_of(name: str, spoken: str, *, polity: bool) -> str:
    """Return the kind of the party called `name`, given the sentences that mention it.

    `polity` says that it is a state or a union of states of the country table.
    """
    table = actors()
    if polity or name in table.unions:
        return "intergovernmental_organisation" if name in table.unions else "state"
    told = next((word for word in reversed(name.split()) if word in table.organisations), None)
    if told:
        return table.organisations[told]
    armed, business = len(_ARMED.findall(spoken)), len(_BUSINESS.findall(spoken))
    if max(armed, business) < 2:
        return "other"
    return "non_state_armed_group" if armed >= business else "company"
