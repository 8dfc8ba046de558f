"""The picture of a timeline: a row for each event, its mark where it happened, a bar where its day is uncertain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from summariser.dossier.pictures.axis import Axis, Tick
from summariser.dossier.timeline import UNTRUE, Happening
from summariser.dossier.times import is_exact

__all__ = ["Mark", "TimelinePicture", "timeline_picture"]

WIDTH = 1000
_LEFT, _RIGHT, _TOP, _ROW = 16.0, 984.0, 34.0, 26.0
_MOST = 40
_LETTER = 7.6
"""How wide a letter is, at most, on average."""
_AHEAD = frozenset({"planned", "expected", "postponed"})


@dataclass(frozen=True, slots=True)
class Mark:
    """An event: `x` to `end` of its row; `form` is "day", "span" (uncertain) or "reported" (no date told).

    `state` is "true", "ahead" or "untrue"; `anchor` is at which end of the label `label_x` stands; `before` and `after`
    say that it lies outside of the picture.
    """

    y: float
    x: float
    end: float
    form: str
    state: str
    label: str
    label_x: float
    anchor: str
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """A picture with its size; `shown` of `total` events are in it, those that most articles tell."""

    width: int
    height: float
    ticks: list[Tick]
    marks: list[Mark]
    shown: int
    total: int
    first: date
    last: date


def timeline_picture(timeline: Sequence[Happening], days: Sequence[date]) -> TimelinePicture | None:
    """Return the picture of a timeline, None where there is nothing to place.

    `days` are those on which articles appeared: the picture reaches from a month before the first to two months after
    the last, where there are events so far.
    """
    placed = [happening for happening in timeline if _days(happening)]
    if not placed or not days:
        return None
    chosen = set(map(id, sorted(placed, key=lambda each: -len(each.claims))[:_MOST]))
    shown = [happening for happening in placed if id(happening) in chosen]
    axis = _axis(shown, min(days), max(days))
    marks = [_mark(happening, axis, number) for number, happening in enumerate(shown)]
    height = _TOP + _ROW * len(marks) + 8
    return TimelinePicture(WIDTH, height, axis.ticks(), marks, len(shown), len(timeline), axis.first, axis.last)


def _days(happening: Happening) -> tuple[date, date] | None:
    """Return the first and the last day of an event; the day of its report where none is told."""
    first, last = happening.span
    reported = happening.claims[0].cite.source.date
    begins, ends = first or last or reported, last or first or reported
    return (begins, ends) if begins and ends else None


def _axis(shown: Sequence[Happening], first: date, last: date) -> Axis:
    spans = [span for span in map(_days, shown) if span]
    earliest = max(min(begins for begins, _ in spans), first - timedelta(days=30))
    latest = min(max(ends for _, ends in spans), last + timedelta(days=60))
    earliest, latest = min(earliest, first), max(latest, last)
    edge = timedelta(days=max(1, (latest - earliest).days // 40))
    return Axis(earliest - edge, latest + edge, _LEFT, _RIGHT)


def _mark(happening: Happening, axis: Axis, row: int) -> Mark:
    days = _days(happening)
    assert days
    begins, ends = days
    told = happening.when.edtf if happening.when else None
    form = "day" if is_exact(told) else "span" if told else "reported"
    x, end = axis.at(begins), axis.at(ends)
    to_the_right = end < WIDTH * 0.55
    label_x = end + 12 if to_the_right else x - 12
    room = (WIDTH - label_x if to_the_right else label_x) - 8
    return Mark(
        round(_TOP + _ROW * (row + 0.5), 1),
        x,
        max(end, x + 8) if form == "span" else x,
        form,
        "untrue" if happening.factuality in UNTRUE | {"disputed"} else _state(happening),
        _cut(happening.text, int(room / _LETTER)),
        round(label_x, 1),
        "start" if to_the_right else "end",
        ends < axis.first,
        begins > axis.last,
    )


def _state(happening: Happening) -> str:
    return "ahead" if happening.factuality in _AHEAD else "true"


def _cut(text: str, most: int) -> str:
    most = max(most, 8)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
