"""Values that are worked out when they are first asked for, by objects of which there are hundreds to an article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

__all__ = ["lazy"]

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 (used as a decorator, as `property` is)
    """What `functools.cached_property` is, without the lock that it takes in Python 3.11."""

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self._work_out, self._name, self.__doc__ = work_out, work_out.__name__, work_out.__doc__

    def __get__(self, owner: Any, kind: type) -> T:
        value = self._work_out(owner)
        owner.__dict__[self._name] = value  # found before this from now on
        return value
