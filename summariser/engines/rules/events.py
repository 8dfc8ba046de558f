"""Events: meetings, signings, departures, strikes; happened, planned, put off, called off, alleged or denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summariser.engines.rules.boundaries import clause_stop, word_set
from summariser.engines.rules.circumstances import place_in, time_in
from summariser.engines.rules.clauses import aux_before, is_denied, words_at_most
from summariser.engines.rules.discourse import Discourse
from summariser.engines.rules.lexicon import ACTOR, TIME, words
from summariser.engines.rules.lookup import Sought
from summariser.engines.rules.marking import Line
from summariser.engines.rules.sayings import Saying

__all__ = ["Happening", "happenings_of"]

_FUTURE = re.compile(
    r"\b(?:will|to be|is to|are to|plans? to|due to|set to|scheduled to|expected to|agreed to)\b", re.IGNORECASE
)
_UNSURE = re.compile(rf"\b(?:{words('unsure')})\s+(?:\w+\s){{0,2}}$", re.IGNORECASE)
_START = re.compile(
    rf"[;:\"] ?|, (?:but|and|while|although|saying|after|when|which|who)\s|\b(?:{words('clause_starts')})\s",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(r"\b(?:which|that|who) (?:has |have |had )?(?:also |already )?$")
"""Before violence that only says more of something else: "a war which has killed thousands"."""
_AIM = re.compile(r"\b(?:aim|hope|want|intend|seek|try|tri|wish)\w* to (?:\w+ )?$", re.IGNORECASE)
_NOTHING = re.compile(r"(?:no|neither|nobody|none|nothing|not)\b", re.IGNORECASE)
_DENIED = Sought(r"\b(?:denied|denies)\b [^.;]*?(?:that|having|\w+ing|report|reports)\b")
_KINDS = {
    "agreement": re.compile(r"\b(?:agreed|signed|settled|deal|accord|struck)\b"),
    "demand": re.compile(r"\b(?:asked|demanded|requested|called)\b"),
    "offer": re.compile(r"\b(?:offered|proposed|bid|suggested)\b"),
    "meeting": re.compile(r"\b(?:met|talks|meeting|contacts?|negotiat\w+)\b"),
    "threat": re.compile(r"\b(?:threat\w*|telling|told)\b"),
    "violence": re.compile(r"\b(?:attack\w*|killed|shelled|fired|violat\w+)\b"),
}
"""What the words of a denied clause tell of, the first that fits."""
_SIDES = re.compile(r"(?:the |two |both |their )+(?:delegations|sides|negotiators|teams|parties|governments)\b")
_OVERTAKEN = re.compile(
    r"\b(?:originally|had been due|were due|was due|had been scheduled|were to have)\b", re.IGNORECASE
)


@dataclass(slots=True)
class Happening:
    """An event while it is put together; participants are keys of figures."""

    kind: str
    what: str
    participants: list[str]
    when: str | None
    where: str | None
    factuality: str
    line: Line
    of_both: bool = False
    """Whether "the delegations", "the two sides" take part: the negotiating parties, unnamed."""


def happenings_of(scene: Discourse) -> list[Happening]:
    """Return the events that the sentences tell, at most two a sentence, the same one once."""
    found: list[Happening] = []
    for line in scene.lines:
        for happening in (*_denied_in(line, scene), *_in(line, scene)):
            if not any(_same(happening, known) for known in found):
                found.append(happening)
    return found


def _same(one: Happening, other: Happening) -> bool:
    if one.what.lower() == other.what.lower():
        return True
    alike = (
        one.kind == other.kind
        and set(one.participants) == set(other.participants)
        and one.factuality == other.factuality
    )
    return alike and (one.when or other.when) == other.when and (one.where or other.where) == other.where


def _in(line: Line, scene: Discourse) -> Iterator[Happening]:
    taken: list[tuple[int, int]] = []
    for (kind, told), pattern in line.rows("events"):
        match = pattern.search(line.coded)
        if match and kind == "violence" and _BACKGROUND.search(line.small[: match.start()]):
            continue
        if not match or len(taken) == 2 or line.is_quoted(match.start()):
            continue
        start = _clause_start(line.marked, match.start(), scene.saying(line, match.start()))
        end = _clause_stop(line.small, match.end())
        if any(first < end and start < last for first, last in taken):
            continue
        factuality = _factuality(line.marked, start, match, told)
        if re.match(r"\s*(?:only )?(?:if|unless)\b", line.small[match.end() :]):
            continue
        factuality = told if told != "-" and factuality else factuality
        if factuality is None:
            continue
        what = words_at_most(line.text_of(start, end), 40)
        if len(what.split()) >= 3 and what.split()[0].lower() not in word_set("aux"):
            taken.append((start, end))
            subject = scene.subject_at(line, match.start())
            yield Happening(
                kind,
                what,
                line.keys_in(start, end) or list(subject.keys if subject else ()),
                time_in(line, start, end) or _time_before(line, start),
                place_in(line, start, end),
                factuality,
                line,
                kind == "meeting" or _SIDES.match(line.small, start) is not None,
            )


def _denied_in(line: Line, scene: Discourse) -> Iterator[Happening]:
    """Read "X denied that Y had happened": an event that is denied, of the kind that its words tell."""
    match = line.search(_DENIED)
    subject = scene.subject_at(line, match.start()) if match else None
    if not match or not subject:
        return
    start, end = subject.start, _clause_stop(line.small, match.end())
    kind = next((kind for kind, told in _KINDS.items() if told.search(line.small, match.end(), end)), "statement")
    what = words_at_most(line.text_of(start, end), 40)
    keys = list(dict.fromkeys([*subject.keys, *line.keys_in(start, end)]))
    yield Happening(kind, what, keys, time_in(line, start, end), None, "denied", line)


def _time_before(line: Line, start: int) -> str | None:
    """Return the time that a clause with "when" tells more of: "in June, when X walked out"."""
    found = re.search(rf"({TIME}), when (?:the )?$", line.marked[:start])
    return line.times[found[1]] if found else None


def _clause_start(marked: str, at: int, saying: Saying | None) -> int:
    starts = [match.end() for match in _START.finditer(marked, 0, at)]
    start = max(starts, default=0)
    if saying and saying.end <= at:
        said = re.match(
            r"(?:\s\S+){0,5}?\s(?:said|says|say|told \S+|added|confirmed|announced)\s(?:that\s)?",
            marked[saying.end : at + 1],
        )
        start = max(start, saying.end + said.end()) if said else start
    lead = re.match(r"(?:and|but|then|also)\s", marked[start:at], re.IGNORECASE)
    return min(start + (lead.end() if lead else 0), at)


def _clause_stop(small: str, at: int) -> int:
    stop = clause_stop(small, at)
    aside = small.find(", with ", at, stop)
    return aside if aside > 0 else stop


def _factuality(marked: str, start: int, match: re.Match[str], told: str) -> str | None:
    """Return how real an event is by the words before its verb, or None where nothing is said to happen."""
    if re.match(r"(?:since|when|until|once) ", marked[start:], re.IGNORECASE):
        return None
    aux = aux_before(marked[start : match.start()])
    before, within = marked[max(0, start - 30) : match.start()], aux + marked[match.start() : match.end()]
    if told == "planned" and re.search(rf"\b(?:{words('says')})\b", marked[: match.start()]):
        within = re.sub(r"\bwould\b", "will", within)  # "X said they would meet"
    if is_denied(re.sub(r"\bfailed\b", "", within)) or is_denied(
        marked[max(start, match.start() - 25) : match.start()]
    ):
        return None
    if (
        _AIM.search(marked[max(start, match.start() - 30) : match.start()])
        or _OVERTAKEN.search(within)
        or _NOTHING.match(marked, start)
    ):
        return None
    if re.search(r"\bdenied (?:that |having )?", before):
        return "denied"
    if _UNSURE.search(marked[: match.start()]) or re.search(r"\b(?:would|could|may|might|should|if|unless)\b", within):
        return None
    if re.search(r"\b(?:if|unless|whether)\b[^,]*$", marked[: match.start()], re.IGNORECASE):
        return None
    if _FUTURE.search(within):
        return "planned"
    if re.search(r"\b(?:accus\w+|alleg\w+)\b", marked[: match.start()]):
        return "alleged"
    return "ongoing" if re.search(rf"{ACTOR} (?:is|are) (?:\w+ )?\w+ing\b", within) else "happened"
