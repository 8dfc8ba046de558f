"""The picture of who negotiates with whom: parties as boxes in three columns, lines between those who deal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from summariser.dossier.dealings import Dealing
from summariser.dossier.processes import Process

__all__ = ["Box", "NetworkPicture", "Wire", "dealings_picture", "processes_picture"]

WIDTH = 1000
_BOX_WIDTH, _BOX_HEIGHT, _GAP, _TOP = 260.0, 46.0, 22.0, 40.0
_COLUMNS = (10.0, 370.0, 730.0)
_MOST = 8
_LONGEST = 30
_THICKEST = 9.0
_BELOW = 16.0
"""How far below the boxes of the middle a line passes that goes by them."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box with its label; `kind` is "side", "between" or "process"."""

    x: float
    y: float
    width: float
    height: float
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Wire:
    """A line between two boxes, as the path of an SVG, the thicker the more articles stand behind it.

    `direct` is one between two sides, with nobody between them.
    """

    path: str
    thickness: float
    direct: bool


@dataclass(frozen=True, slots=True)
class NetworkPicture:
    """A picture with its size; `heads` are above the columns; `left_out` is how many boxes it has no room for."""

    width: int
    height: float
    heads: tuple[tuple[float, str], ...]
    boxes: list[Box]
    wires: list[Wire]
    left_out: int


_Columns = tuple[Sequence[str], Sequence[str], Sequence[str]]
_End = tuple[str, str]
"""The kind and the name of a box: a party may be a side here and stand between others there."""
_Wires = Counter[tuple[_End, _End]]


def dealings_picture(dealings: Sequence[Dealing]) -> NetworkPicture | None:
    """Return the picture of one process: sides on the left and on the right, those between them in the middle."""
    if not dealings:
        return None
    weight: Counter[str] = Counter()
    wires: _Wires = Counter()
    between: Counter[str] = Counter()
    for dealing in dealings:
        one, other = (party.name for party in dealing.sides)
        weight.update({one: dealing.articles, other: dealing.articles})
        for middle in (party.name for party in dealing.between):
            between[middle] += dealing.articles
            for side in (one, other):
                wires[("side", side), ("between", middle)] += dealing.articles
        if not dealing.between:
            wires[("side", one), ("side", other)] += dealing.articles
    sides = _ranked(weight)
    left = _left(sides, dealings)
    columns = (left, _ranked(between), [side for side in sides if side not in left])
    return _picture(columns, ("side", "between", "side"), ("Negotiates", "Mediates", "Negotiates"), wires)


def processes_picture(processes: Iterable[Process]) -> NetworkPicture:
    """Return the picture of all processes: sides, processes, those between."""
    sides: Counter[str] = Counter()
    between: Counter[str] = Counter()
    wires: _Wires = Counter()
    names = []
    for process in list(processes)[:_MOST]:
        name = f"{process.id} {process.name}"
        names.append(name)
        for part in process.shown_parts:
            if part.side in {"side", "go_between"}:
                articles = max(part.roles.values())
                kind, column = ("side", sides) if part.side == "side" else ("between", between)
                # "workers" here are not those there.
                shown = f"{part.party.name} ({process.id})" if part.party.is_common else part.party.name
                column[shown] += articles
                wires[("process", name), (kind, shown)] += articles
    columns = (_ranked(sides), names, _ranked(between))
    return _picture(columns, ("side", "process", "between"), ("Negotiates", "Process", "Mediates"), wires)


def _ranked(weight: Counter[str]) -> list[str]:
    return sorted(weight, key=lambda name: (-weight[name], name))


def _left(sides: Sequence[str], dealings: Sequence[Dealing]) -> list[str]:
    """Return the sides for the left: the commonest, and in turn those that do not deal with one who is there."""
    pairs = {frozenset(party.name for party in dealing.sides) for dealing in dealings}
    left: list[str] = []
    right: list[str] = []
    for side in sides:
        against_left = sum(frozenset((side, other)) in pairs for other in left)
        against_right = sum(frozenset((side, other)) in pairs for other in right)
        (left if (against_left, len(left)) <= (against_right, len(right)) else right).append(side)
    return left


def _picture(
    columns: _Columns, kinds: tuple[str, str, str], heads: tuple[str, str, str], wires: _Wires
) -> NetworkPicture:
    shown = [list(column[:_MOST]) for column in columns]
    rows = max(map(len, shown))
    height = _TOP + rows * (_BOX_HEIGHT + _GAP) + _GAP / 2
    boxes: dict[tuple[int, str], Box] = {}
    for place, column in enumerate(shown):
        first = _TOP + (rows - len(column)) * (_BOX_HEIGHT + _GAP) / 2
        for row, name in enumerate(column):
            y = round(first + row * (_BOX_HEIGHT + _GAP), 1)
            boxes[place, name] = Box(_COLUMNS[place], y, _BOX_WIDTH, _BOX_HEIGHT, _cut(name), kinds[place])
    told = tuple((x + _BOX_WIDTH / 2, head) for x, head, column in zip_longest(_COLUMNS, heads, shown) if column)
    left_out = sum(len(column) - len(some) for column, some in zip(columns, shown, strict=True))
    return NetworkPicture(WIDTH, height, told, list(boxes.values()), list(_wires(boxes, wires)), left_out)


def _wires(boxes: dict[tuple[int, str], Box], wires: _Wires) -> Iterator[Wire]:
    most = max(wires.values(), default=1)
    where = {(box.kind, name): (place, box) for (place, name), box in boxes.items()}
    bottom = max((box.y + box.height for (place, _), box in boxes.items() if place == 1), default=0.0)
    for (one, other), count in sorted(wires.items()):
        if one in where and other in where:
            ends = sorted((where[one], where[other]), key=lambda found: (found[0], found[1].y))
            thickness = round(1.5 + (_THICKEST - 1.5) * count / most, 1)
            yield Wire(_path(*ends[0], *ends[1], bottom), thickness, one[0] == other[0])


def _path(place: int, first: Box, to_place: int, last: Box, bottom: float) -> str:
    """Return the way from a box to another: straight to the next column, below the boxes of one that lies between."""
    if place == to_place:
        return f"M {first.x + 20} {first.y + first.height} L {last.x + 20} {last.y}"
    x, y, to_x, to_y = first.x + first.width, first.y + first.height / 2, last.x, last.y + last.height / 2
    if to_place - place == 1 or not bottom:
        return f"M {x} {y} L {to_x} {to_y}"
    # A cubic curve reaches three quarters of the way to its two handles.
    down = round((y + to_y) / 2 + (bottom + _BELOW - (y + to_y) / 2) / 0.75, 1)
    return f"M {x} {y} C {x + 110} {down} {to_x - 110} {down} {to_x} {to_y}"


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
