"""The life of each proposal over the articles: what became of it, report by report, and of each condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from summariser.dossier.parties import Party, WhoIsWho
from summariser.dossier.processes import Process
from summariser.dossier.reports import Cite, Demanded, Proposed, Stated
from summariser.dossier.wording import Groups, alike, is_negated, stems_without

__all__ = ["DOWN", "UP", "Duty", "Life", "Step", "duties_of", "lives_of", "stems_of_names"]

UP = frozenset({"accepted", "agreed", "signed", "implemented", "met"})
DOWN = frozenset({"rejected", "withdrawn", "lapsed", "superseded", "unmet", "dropped"})
_ALIVE = frozenset({"expected", "proposed", "under_discussion", "countered", "partly_accepted"}) | (UP - {"met"})
_OPEN = frozenset({"pending", "unmet", "partly_met", "unknown"})
_SAME_PARTIES, _UNKNOWN_PARTIES, _OTHER_PARTIES = 0.5, 0.65, 0.8
"""From which likeness on two wordings are one, where one party says both, where it may, where it does not."""

Turn = Literal["first", "again", "changed", "back"]
_Answers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What a proposal or condition has become, with all reports in a row that say the same. `answers` are the parties'.

    `turn` is "back" where a proposal that was dead is on the table again.
    """

    state: str
    turn: Turn
    claims: tuple[Stated, ...]
    answers: tuple[tuple[str, str], ...] = ()

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Where it is said."""
        return tuple(claim.cite for claim in self.claims)


@dataclass(slots=True)
class Life:
    """A proposal over all articles: the wording used first, who makes it to whom, its steps in order."""

    id: str
    text: str
    issue: str
    makers: list[Party]
    addressees: list[Party]
    steps: list[Step]
    claims: list[Proposed]

    @property
    def state(self) -> str:
        """What became of it last."""
        return self.steps[-1].state


@dataclass(slots=True)
class Duty:
    """A condition over all articles: who sets it, who must meet it, and its steps in order; `of` is a proposal's id."""

    id: str
    text: str
    kind: str
    setters: list[Party]
    bound: list[Party]
    of: str | None
    steps: list[Step]
    claims: list[Demanded]

    @property
    def state(self) -> str:
        """What became of it last."""
        return self.steps[-1].state

    @property
    def is_open(self) -> bool:
        """Whether it still has to be met."""
        return self.state in _OPEN


def stems_of_names(process: Process) -> frozenset[str]:
    """Return the stems of the names of all parties of a process: they tell nothing of what is proposed."""
    return frozenset(stem for part in process.parts.values() for stem in part.party.stems)


def lives_of(process: Process, who: WhoIsWho, names: frozenset[str]) -> list[Life]:
    """Return the proposals of a process, in the order in which they came up."""

    def judge(one: Proposed, other: Proposed) -> float:
        if is_negated(one.text) != is_negated(other.text):
            return 0.0
        least = _least(one.makers, other.makers, who) if one.issue == other.issue else _OTHER_PARTIES
        return _judged(one, other, names, least)

    groups = Groups(judge)
    for report in process.reports:
        for told in report.proposals:
            groups.add(told, stems_without(told.text, names))
    return [_life(number, claims, process, who) for number, claims in enumerate(groups.members, start=1)]


def duties_of(process: Process, who: WhoIsWho, names: frozenset[str], lives: Sequence[Life]) -> list[Duty]:
    """Return the conditions of a process, in the order in which they came up."""
    life_of = {id(claim): life.id for life in lives for claim in life.claims}

    def judge(one: Demanded, other: Demanded) -> float:
        least = max(_least(one.setters, other.setters, who), _least(one.bound, other.bound, who))
        return _judged(one, other, names, least)

    groups = Groups(judge)
    for report in process.reports:
        for told in report.conditions:
            groups.add(told, stems_without(told.text, names))
    return [_duty(number, claims, process, who, life_of) for number, claims in enumerate(groups.members, start=1)]


def _judged(one: Stated, other: Stated, names: frozenset[str], least: float) -> float:
    score = alike(stems_without(one.text, names), stems_without(other.text, names))
    return score if score >= least else 0.0


def _least(keys: Sequence[str], others: Sequence[str], who: WhoIsWho) -> float:
    """Return how alike two wordings must be, by the parties who say the one and the other."""
    if not keys or not others:
        return _UNKNOWN_PARTIES
    return _SAME_PARTIES if {who.of[key].id for key in keys} & {who.of[key].id for key in others} else _OTHER_PARTIES


def _life(number: int, claims: list[Proposed], process: Process, who: WhoIsWho) -> Life:
    states = ((claim, claim.status, _answers(claim, who)) for claim in claims)
    first = claims[0]
    makers, addressees = (claim.makers for claim in claims), (claim.addressees for claim in claims)
    return Life(
        f"{process.id}.{number}",
        first.text,
        first.issue,
        _parties(makers, who),
        _parties(addressees, who),
        list(_steps(states)),
        claims,
    )


def _duty(number: int, claims: list[Demanded], process: Process, who: WhoIsWho, life_of: dict[int, str]) -> Duty:
    states = ((claim, claim.state, ()) for claim in claims)
    setters, bound = (claim.setters for claim in claims), (claim.bound for claim in claims)
    belongs = (life_of.get(id(claim.of)) for claim in claims if claim.of)
    return Duty(
        f"{process.id}.c{number}",
        claims[0].text,
        claims[0].kind,
        _parties(setters, who),
        _parties(bound, who),
        next(filter(None, belongs), None),
        list(_steps(states)),
        claims,
    )


def _steps(told: Iterable[tuple[Stated, str, _Answers]]) -> Iterator[Step]:
    """Yield a step for each run of claims that say the same, or that leave out what others say."""
    run: list[Stated] = []
    state: str | None = None
    known: dict[str, str] = {}
    before: str | None = None
    for claim, now, answers in told:
        differs = now != state or any(known.get(party, answer) != answer for party, answer in answers)
        if state is not None and differs:
            yield Step(state, _turn(before, state), tuple(run), tuple(sorted(known.items())))
            before, run, known = state, [], {}
        state = now
        known |= dict(answers)
        run.append(claim)
    if state is not None:
        yield Step(state, _turn(before, state), tuple(run), tuple(sorted(known.items())))


def _turn(before: str | None, state: str) -> Turn:
    if before is None:
        return "first"
    if before in DOWN and state in _ALIVE:
        return "back"
    return "again" if before == state else "changed"


def _answers(claim: Proposed, who: WhoIsWho) -> _Answers:
    return tuple(sorted({(who.of[key].name, answer) for key, answer in claim.answers}))


def _parties(lists: Iterable[Sequence[str]], who: WhoIsWho) -> list[Party]:
    """Return the parties that any of the lists names, each once, in order."""
    return list({who.of[key].id: who.of[key] for keys in lists for key in keys}.values())
