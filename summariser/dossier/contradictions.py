"""Where articles contradict each other: on what became of a proposal, who answered what, figures, days, whether it was.

Two claims of different outlets within two days; a later one may also tell a change that the other has missed, so both
stand there with their sentences, and nobody is called right.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from summariser.dossier.lives import DOWN, UP, Duty, Life
from summariser.dossier.parties import WhoIsWho
from summariser.dossier.reports import Cite, Stated
from summariser.dossier.timeline import TRUE, UNTRUE, Happening, apart
from summariser.dossier.times import in_words
from summariser.dossier.wording import figures

__all__ = ["Contradiction", "contradictions_of"]

_DAYS = 2


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What articles disagree about: `about` is the id of a proposal, condition or event, `on` says in what.

    `sides` are what is said, in words, each with where.
    """

    about: str
    on: str
    text: str
    sides: tuple[tuple[str, tuple[Cite, ...]], ...]

    @property
    def known_since(self) -> date | None:
        """The day from which on two sides were told."""
        firsts = [min((cite.source.date or date.max for cite in cites), default=date.max) for _, cites in self.sides]
        latest = sorted(firsts)[1]
        return latest if latest != date.max else None


_Voice = tuple[Stated, Hashable, str]
"""A claim, what it says, and that in words."""


def contradictions_of(
    lives: Iterable[Life], duties: Iterable[Duty], timeline: Iterable[Happening], who: WhoIsWho
) -> list[Contradiction]:
    """Return what the articles of one process disagree about."""
    found: list[Contradiction] = []
    for life in lives:
        found += _on_life(life, who)
    for duty in duties:
        voices: list[_Voice] = [(claim, _way(claim.state), _worded(claim.state)) for claim in duty.claims]
        found += _found(duty.id, "whether it is met", duty.text, voices)
    for happening in timeline:
        found += _on_happening(happening)
    return found


def _on_life(life: Life, who: WhoIsWho) -> Iterator[Contradiction]:
    answers: dict[str, list[_Voice]] = defaultdict(list)
    for claim in life.claims:
        for key, answer in claim.answers:
            answers[who.of[key].name].append((claim, _way(answer), _worded(answer)))
    disputed = [
        each for name, voices in answers.items() for each in _found(life.id, f"the answer of {name}", life.text, voices)
    ]
    yield from disputed
    if not disputed:
        states: list[_Voice] = [(claim, _way(claim.status), _worded(claim.status)) for claim in life.claims]
        yield from _found(life.id, "what became of it", life.text, states)
    yield from _found(life.id, "figures", life.text, _figures(life.claims))


def _on_happening(happening: Happening) -> Iterator[Contradiction]:
    true: list[_Voice] = [(claim, _truth(claim.factuality), _worded(claim.factuality)) for claim in happening.claims]
    yield from _found(happening.id, "whether it happened", happening.text, true)
    if len(happening.claims) > 1 and not _told_elsewhere(happening):
        yield from _found(happening.id, "figures", happening.text, _figures(happening.claims))
    dated = [claim for claim in happening.claims if claim.when and claim.when.edtf]
    if any(apart(dated[0], claim) for claim in dated[1:]):
        days: list[_Voice] = [
            (each, each.when.edtf, in_words(each.when.edtf)) for each in dated if each.when and each.when.edtf
        ]
        yield from _found(happening.id, "the day", happening.text, days)


def _told_elsewhere(happening: Happening) -> bool:
    """Return whether the figures of an event are those of a proposal, where they are compared already."""
    return happening.kind in {"offer", "agreement", "rejection"}


def _figures(claims: Sequence[Stated]) -> list[_Voice]:
    voices: list[_Voice] = []
    for claim in claims:
        if found := figures(claim.text):
            voices.append((claim, found, _numbers(found)))
    return voices


def _numbers(found: frozenset[Decimal]) -> str:
    return ", ".join(f"{number.normalize():,f}" for number in sorted(found))


def _way(state: str) -> str | None:
    """Return which way a word points: "up" and "down" exclude each other."""
    return "up" if state in UP else "down" if state in DOWN else None


def _truth(factuality: str) -> str | None:
    return "true" if factuality in TRUE else "untrue" if factuality in UNTRUE else None


def _worded(state: str) -> str:
    return state.replace("_", " ")


def _found(about: str, on: str, text: str, voices: Iterable[_Voice]) -> Iterator[Contradiction]:
    """Yield a contradiction for each time at which outlets say what excludes each other."""
    told = [voice for voice in voices if voice[1] is not None and voice[0].cite.source.date]
    if len({said for _, said, _ in told}) < 2:
        return
    told.sort(key=lambda voice: voice[0].cite.source.order)
    days = [_day(voice) for voice in told]
    opposed = [voice for at, voice in enumerate(told) if _is_opposed(at, told, days)]
    for group in _in_time(opposed):
        sides: dict[Hashable, tuple[str, list[Cite]]] = {}
        for claim, said, words in group:
            sides.setdefault(said, (words, []))[1].append(claim.cite)
        if len(sides) > 1:
            yield Contradiction(about, on, text, tuple((words, tuple(cites)) for words, cites in sides.values()))


def _is_opposed(at: int, told: Sequence[_Voice], days: Sequence[int]) -> bool:
    claim, said, _ = told[at]
    near = range(bisect_left(days, days[at] - _DAYS), bisect_right(days, days[at] + _DAYS))
    return any(
        _excludes(said, told[other][1]) and told[other][0].cite.source.outlet != claim.cite.source.outlet
        for other in near
    )


def _excludes(said: Hashable, other: Hashable) -> bool:
    if isinstance(said, frozenset) and isinstance(other, frozenset):
        return not said & other
    return said != other


def _in_time(voices: Sequence[_Voice]) -> Iterator[list[_Voice]]:
    """Yield runs of claims between which no more than two days lie."""
    run = list(voices[:1])
    for before, voice in pairwise(voices):
        if _day(voice) - _day(before) > _DAYS:
            yield run
            run = []
        run.append(voice)
    if run:
        yield run


def _day(voice: _Voice) -> int:
    day = voice[0].cite.source.date
    assert day is not None
    return day.toordinal()
