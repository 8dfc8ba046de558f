"""What kind of party a name is: by a word in it, else by the words that keep it company."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summariser.engines.rules.lexicon import actors

__all__ = ["guessed_kind", "told_kind"]

_ARMED = re.compile(
    r"ceasefire|cease-fire|truce|attack|fighter|militant|rebel|insurgent|guerrilla|gunm[ae]n|militia|armed", re.I
)
_BUSINESS = re.compile(
    r"compan|shares|takeover|merger|acqui|profit|sharehold|per share|firm\b|bid\b|stake|subsidiary|airline|bank", re.I
)


_KIND_OF_WORD = {
    "bloc": "bloc",
    "company": "company",
    "brewer": "company",
    "retailer": "company",
    "airline": "company",
    "lender": "company",
    "football club": "company",
    "trade union": "trade_union",
    "rebel group": "non_state_armed_group",
    "militia": "non_state_armed_group",
    "regulator": "regulator",
}
_OFFICE_OF_COMPANY = re.compile(
    r"\b(?:managing|sporting|sales|executive|finance|financial) |chief executive|\bceo\b", re.I
)
_COMPANY_BEFORE = r"(?:company|airline|brewer|carrier|lender|retailer|firm|club|maker|producer|group|operator|line) "
_OF_COMPANY = r"(?:'s)? (?:shares?|stock|board|shareholders|stockholders|subsidiary|board of directors)\b"


def told_kind(name: str, spoken: str, offices: Iterable[str], *, polity: bool) -> str | None:
    """Return the kind that a name tells, or words beside it in the sentences that mention it, or its people's offices.

    `polity` says that it is a state or a union of states.
    """
    table = actors()
    if polity or name in table.unions:
        return "intergovernmental_organisation" if name in table.unions else "state"
    written = re.escape(name)
    beside = re.search(rf"\b{written}, (?:an?|the|its|their) (?:[\w-]+ ){{0,3}}?({'|'.join(_KIND_OF_WORD)})\b", spoken)
    if beside:
        return _KIND_OF_WORD[beside[1]]
    told = next((word for word in reversed(name.split()) if word in table.organisations), None)
    if told:
        workers = any(table.organisations.get(word) == "trade_union" for word in name.replace("'", " ").split())
        return "trade_union" if workers else table.organisations[told]
    owned = rf"\b(?i:{_COMPANY_BEFORE}){written}\b|\b{written}{_OF_COMPANY}|\b(?:shares|stake) (?:of|in) {written}\b"
    if re.search(rf"\b(?:town|city|village|municipality) of {written}\b", spoken):
        return "government_body"
    if re.search(
        rf"\b{written}, \d\d,|\b(?:midfielder|striker|player|goalkeeper|defender|singer|actor) {written}\b", spoken
    ):
        return "individual"
    if any(map(_OFFICE_OF_COMPANY.search, offices)) or re.search(owned, spoken):
        return "company"
    return None


def guessed_kind(spoken: str) -> str:
    """Return the kind that the company of words makes likely, "other" where none is."""
    armed, business = len(_ARMED.findall(spoken)), len(_BUSINESS.findall(spoken))
    if max(armed, business) < 2:
        return "other"
    return "non_state_armed_group" if armed >= business else "company"
