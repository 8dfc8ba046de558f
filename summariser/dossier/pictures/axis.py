"""A stretch of time as a line from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["Axis", "Tick"]

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MOST_TICKS = 12
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the line, and what stands below it."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, drawn from `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Return where a day is; one before or after the stretch is at its end."""
        whole = max((self.last - self.first).days, 1)
        part = min(max((day - self.first).days, 0), whole) / whole
        return round(self.left + part * (self.right - self.left), 1)

    def ticks(self) -> list[Tick]:
        """Return marks at beginnings of months, or days where the stretch is short; a dozen at most."""
        if (self.last - self.first).days <= 2 * _MOST_TICKS:
            step = max(1, (self.last - self.first).days // 6)
            days = range(0, (self.last - self.first).days + 1, step)
            return [self._tick(self.first + timedelta(days=each), in_days=True) for each in days]
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next((each for each in _MONTH_STEPS if months / each <= _MOST_TICKS), _MONTH_STEPS[-1])
        return [self._tick(day, in_days=False) for day in self._months(step)]

    def _months(self, step: int) -> Iterator[date]:
        month = self.first.year * 12 + self.first.month - 1
        month += -month % step
        while (month // 12, month % 12 + 1) <= (self.last.year, self.last.month):
            day = date(month // 12, month % 12 + 1, 1)
            if day >= self.first:
                yield day
            month += step

    def _tick(self, day: date, *, in_days: bool) -> Tick:
        name = f"{_MONTHS[day.month - 1]} {day.year}"
        return Tick(self.at(day), f"{day.day} {name}" if in_days else name)
