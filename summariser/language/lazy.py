"""Values that are worked out when they are first asked for, of which there are hundreds to an article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

__all__ = ["Remembered", "lazy"]

T = TypeVar("T")
_LONG = 40
"""Characters beyond which a word is remembered by nobody."""


class lazy(Generic[T]):  # noqa: N801 (used as a decorator, as `property` is)
    """What `functools.cached_property` is, without the lock that it takes in Python 3.11."""

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self._work_out, self._name, self.__doc__ = work_out, work_out.__name__, work_out.__doc__

    def __get__(self, owner: Any, kind: type) -> T:
        value = self._work_out(owner)
        owner.__dict__[self._name] = value  # found before this from now on
        return value


class Remembered(dict[str, T]):
    """What a function of a word returns, by the word; when `most` words are remembered, all are forgotten.

    A tenth of the time that `functools.lru_cache` takes, where it is mapped over the words of a text.
    """

    def __init__(self, work_out: Callable[[str], T], most: int = 65_536) -> None:
        super().__init__()
        self._work_out, self._most = work_out, most

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self.clear()
        value = self._work_out(word)
        if len(word) <= _LONG:
            self[word] = value
        return value
