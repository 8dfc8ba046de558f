"""The little English that planting falsehoods needs: tenses, opposites, negation, units, numbers, dates."""

from __future__ import annotations

import re

__all__ = [
    "MODALS",
    "MONTHS",
    "NEGATION",
    "NUMBER_WORDS",
    "OPPOSITES",
    "PAST",
    "PRESENT",
    "UNITS",
    "WEEKDAYS",
    "past",
]

_IRREGULAR = """
be:was begin:began break:broke bring:brought build:built buy:bought come:came deny:denied drop:dropped fall:fell
fly:flew freeze:froze get:got give:gave go:went have:had hold:held keep:kept leave:left let:let lose:lost make:made
meet:met pay:paid plan:planned pull:pulled put:put ratify:ratified say:said seek:sought sell:sold send:sent set:set
sit:sat speak:spoke spend:spent stand:stood stop:stopped strike:struck take:took tell:told withdraw:withdrew win:won
write:wrote
"""
_REGULAR = """
accept accuse add adopt agree allow announce answer apologise appeal approve arrive ask attack attend back block call
cancel cease chair close complete compensate condemn confirm consider continue cover cross deliver demand detain discuss
dismiss end exchange expand express extend finance free grant guarantee halt hand help host impose improve increase
insist join kill launch lift list lower mediate move offer open oppose pass pledge postpone present press promise
propose protest publish question raise reach recognise refuse reject release renew repeat reply report resume restart
return review seize shell sign start submit support suspend table talk threaten transfer travel urge vote vow walk want
warn welcome
"""
PAST = dict(pair.split(":") for pair in _IRREGULAR.split())
"""The past of verbs, by their plain form."""
PAST |= {verb: verb + ("d" if verb.endswith("e") else "ed") for verb in _REGULAR.split()}
PRESENT = {told: plain for plain, told in PAST.items() if told != plain}
"""The plain form of verbs, by their past."""
MODALS = "will would could can should must is are was were has have had does do did".split()
"""What a "not" may follow. "May not" is missing: it does not contradict "may"."""
NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unless|hardly|barely)\b|n't\b", re.IGNORECASE
)

_PAIRS = """
accepted/rejected accept/reject accepts/rejects accepting/rejecting acceptance/rejection approved/rejected
approve/reject backed/opposed backs/opposes back/oppose supported/opposed supports/opposes support/oppose
welcomed/condemned welcomes/condemns resumed/suspended resume/suspend resumption/suspension raised/lowered raise/lower
raises/lowers lifted/imposed lift/impose released/detained release/detain extended/shortened extend/shorten
confirmed/denied confirm/deny confirms/denies increased/reduced increase/reduce began/ended begin/end opened/closed
open/close
"""
_TO = """
agreed to/refused to|agree to/refuse to|agrees to/refuses to|willing to/unwilling to|ready to/not ready to|
able to/unable to|agreement on/disagreement on
"""
OPPOSITES: dict[str, str] = {}
"""Words and their opposites, both ways."""
for _pair in [*_PAIRS.split(), *_TO.replace("\n", "").split("|")]:
    _one, _other = _pair.split("/")
    OPPOSITES.setdefault(_one, _other)
    OPPOSITES.setdefault(_other, _one)
OPPOSITES |= {"refused": "accepted", "declined to": "agreed to", "turned down": "accepted", "turn down": "accept"}

UNITS = {
    "million": "billion", "mln": "bln", "billion": "million", "bln": "mln", "bn": "m", "thousand": "million",
    "percent": "percentage points", "per cent": "percentage points", "pct": "pct points", "%": " percentage points",
    "dollars": "euros", "dlrs": "stg", "euros": "dollars", "pounds": "dollars", "francs": "dollars",
    "crowns": "dollars",
    "days": "weeks", "weeks": "months", "months": "years", "years": "months", "hours": "days", "minutes": "hours",
    "tonnes": "barrels", "barrels": "tonnes", "kilometres": "metres", "metres": "kilometres", "miles": "yards",
    "acres": "square miles", "hectares": "square metres", "day": "week", "year": "month", "month": "year",
}  # fmt: skip
"""Units that follow an amount, and others in their place that mean something else."""

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = dict(
    zip("two three four five six seven eight nine ten eleven twelve".split(), range(2, 13), strict=True)
)
NUMBER_WORDS |= dict(zip(_TENS, range(20, 100, 10), strict=True))


def past(verb: str) -> str | None:
    """Return the past of a verb in its plain form, None for one that is not known."""
    return PAST.get(verb.lower())
