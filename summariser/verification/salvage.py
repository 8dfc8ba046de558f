"""What is left of a draft when the claims that verification refuses are taken out, and which those are.

The least that has to go goes: an alias before its party, a citation before its claim, a field that may be null or
`unclear` or `other` before the claim that has it. Whatever referred to a claim that went loses the reference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from summariser.articles.article import Article
from summariser.models.claims import Model
from summariser.models.faults import Fault
from summariser.models.record import RefusedClaim
from summariser.models.shapes import Shape, shape_of
from summariser.tasks.task import Task
from summariser.verification.answer import parse_object, path_of, validate
from summariser.verification.index import ArticleIndex
from summariser.verification.verdict import Verdict
from summariser.verification.verify import find_faults

__all__ = ["Salvage", "salvage"]

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_MOST_ROUNDS = 30
_Path = tuple[int | str, ...]


@dataclass(frozen=True)
class Salvage:
    """A draft that holds, and what had to be taken out of the answer for it.

    Where nothing holds (no JSON object, or a fault that no cut mends) there is no draft, and `stuck` are the faults.
    """

    draft: Model | None
    refused: tuple[RefusedClaim, ...] = ()
    doubts: tuple[Fault, ...] = ()
    stuck: tuple[Fault, ...] = ()


def salvage(verdict: Verdict, article: Article, task: Task) -> Salvage:
    """Return what holds of an answer. A draft that holds as it is comes back whole, with nothing refused."""
    value, faults = parse_object(verdict.raw)
    if value is None:
        return Salvage(None, stuck=tuple(faults))
    index = ArticleIndex(article)
    refused: list[RefusedClaim] = []
    emptied: list[tuple[Any, str]] = []
    for _ in range(_MOST_ROUNDS):
        draft, faults = validate(value, task.draft)
        doubts: list[Fault] = []
        if draft is not None:
            found = find_faults(draft, index, task)
            faults = [fault for fault in found if not fault.doubt and not _is_at(fault.path, emptied, value)]
            doubts = [fault for fault in found if fault.doubt]
            if not faults:
                return Salvage(draft, tuple(refused), tuple(doubts))
        cut = _cut(value, faults, shape_of(task.draft), emptied)
        if not cut:
            break
        refused.extend(cut)
    return Salvage(None, tuple(refused), stuck=tuple(faults))


def _is_at(path: str, emptied: list[tuple[Any, str]], value: dict[str, Any]) -> bool:
    """Whether a fault is about a field that was emptied here: what says nothing is nobody's claim any more.

    Fields are known by the object that has them, as an entry that is cut from a list leaves its index to the next.
    """
    place = _steps(path)
    holder = _at(value, place[:-1]) if _exists(value, place[:-1]) else None
    return any(holder is other and place[-1:] == (field,) for other, field in emptied)


def _cut(
    value: dict[str, Any], faults: list[Fault], shape: Shape, emptied: list[tuple[Any, str]]
) -> list[RefusedClaim]:
    """Take out what the faults name and return it; empty where a fault cannot be cut out. What stays without its value
    is added to `emptied`.

    The last place goes first, so that the indices of earlier ones stay right.
    """
    taken: list[RefusedClaim] = []
    cuts: dict[_Path, list[Fault]] = {}
    for fault in faults:
        place = _least_cut(_steps(fault.path), value, shape)
        if place is None:
            return []
        cuts.setdefault(place, []).append(fault)
    cuts = _with_emptied(cuts, value, shape)
    for place in sorted(cuts, key=_order, reverse=True):
        if any(place[: len(other)] == other for other in cuts if other != place):
            continue
        faults_here = [str(fault) for fault in cuts[place]]
        met = _at(value, place) if _exists(value, place) else None
        taken.append(RefusedClaim(path=path_of(place), claim=met, faults=faults_here))
        parent, last = _at(value, place[:-1]), place[-1]
        if _is_spare(place, value, shape) or _is_unknown(place, shape):
            del parent[last]
        else:
            parent[last] = _nothing_said(_shape_at(place, shape))
            if isinstance(last, str):
                emptied.append((parent, last))
    return taken


def _with_emptied(cuts: dict[_Path, list[Fault]], value: Any, shape: Shape) -> dict[_Path, list[Fault]]:
    """Return the cuts with those of a list that would keep too few entries, none of which may say nothing, made around
    the list: a claim of which each citation is wrong goes as it is."""
    places = dict.fromkeys(cuts)
    for holder in {place[:-1]: None for place in cuts if isinstance(place[-1], int)}:
        here = _shape_at(holder, shape)
        going = [place for place in cuts if place[:-1] == holder]
        if here and here.item and not here.item.way_out and len(_at(value, holder)) - len(going) < here.least:
            around = _least_cut(holder, value, shape)
            places.update(dict.fromkeys(going, around))
    moved: dict[_Path, list[Fault]] = {}
    for place, faults in cuts.items():
        moved.setdefault(places[place] or place, []).extend(faults)
    return moved


def _nothing_said(here: Shape | None) -> str | None:
    """Return what stands for nothing at a field that is emptied."""
    if here is None or here.nullable:
        return None
    return here.way_out or ""


def _least_cut(path: _Path, value: Any, shape: Shape) -> _Path | None:
    """Return the innermost place around `path` that can go: an entry, an unknown field, one that may say nothing."""
    for length in range(len(path), 0, -1):
        place = path[:length]
        if _is_unknown(place, shape) and _exists(value, place):
            return place
        if _is_spare(place, value, shape) or _may_say_nothing(place, value, shape):
            return place
    # Outside any claim stands what the article is about in a few words: an empty text invents nothing.
    here = _shape_at(path, shape)
    return path if here and here.type is str and _exists(value, path) else None


def _is_spare(place: _Path, value: Any, shape: Shape) -> bool:
    """Whether the place is an entry of a list that may have one less."""
    holder = _shape_at(place[:-1], shape) if isinstance(place[-1], int) else None
    return holder is not None and holder.item is not None and len(_at(value, place[:-1])) > holder.least


def _may_say_nothing(place: _Path, value: Any, shape: Shape) -> bool:
    here = _shape_at(place, shape)
    if here is None or (here.nullable and isinstance(place[-1], str)):
        return here is not None
    return here.way_out is not None and _exists(value, place) and _at(value, place) != here.way_out


def _is_unknown(place: _Path, shape: Shape) -> bool:
    """Whether the place is a field that the schema does not have, in an object that it does."""
    holder = _shape_at(place[:-1], shape)
    return isinstance(place[-1], str) and holder is not None and bool(holder.fields) and place[-1] not in holder.fields


def _shape_at(place: _Path, shape: Shape) -> Shape | None:
    here: Shape | None = shape
    for step in place:
        if here is None:
            return None
        here = here.item if isinstance(step, int) else here.fields.get(step)
    return here


def _steps(path: str) -> _Path:
    return tuple(int(number) if number else name for number, name in _STEP.findall(path))


def _order(place: _Path) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in place]


def _at(value: Any, place: _Path) -> Any:
    for step in place:
        value = value[step]
    return value


def _exists(value: Any, place: _Path) -> bool:
    for step in place:
        if isinstance(step, int):
            if not isinstance(value, list) or step >= len(value):
                return False
        elif not isinstance(value, dict) or step not in value:
            return False
        value = value[step]
    return True
