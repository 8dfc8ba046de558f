"""Where words stand in a text, however the two are typeset: in characters of the text as it is.

`folding` alone says what is the same. Which character a folded one comes from is found by folding parts of the text:
where two parts, folded each by itself, make the folded whole, there is a clean cut.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

from summariser.language.folding import fold_case, parts_of_wrapped

__all__ = ["locate", "stands_whole"]

_SHORT = 48
"""Characters that are searched one by one; what is longer is halved before."""
_PARTED = {"\n": "[-\n]?", "-": "[-\n]"}
"""What a hyphen may meet. One at the end of a line, which stands as a line break here, may be the word's own or not."""


def locate(wanted: str, text: str) -> tuple[int, int] | None:
    """Return start and end (exclusive) of the first place in `text` that has `wanted` as whole words, None without one.

    Typography and capitals are no difference. A word that is parted by a hyphen at the end of a line, in either of the
    two, is the word without the hyphen as well.
    """
    plain, whole = (_with_line_ends(either) for either in (wanted, text))
    expression = "\n?".join(_PARTED.get(char, re.escape(char)) for char in plain)
    # What is looked for ahead takes no room: the next place may begin within this one.
    for found in re.finditer(f"(?=({expression}))", whole) if plain else ():
        if _is_whole(*found.span(1), whole):
            return _span(text, whole.replace("\n", "-"), *found.span(1))
    return None


def stands_whole(plain: str, text: str) -> bool:
    """Return whether `plain` stands in `text` with whole words at both ends, both being folded."""
    start = text.find(plain) if plain else -1
    while start >= 0:
        if _is_whole(start, start + len(plain), text):
            return True
        start = text.find(plain, start + 1)
    return False


def _is_whole(start: int, end: int, text: str) -> bool:
    begins_within = text[start].isalnum() and text[start - 1 : start].isalnum()
    return not begins_within and not (text[end - 1].isalnum() and text[end : end + 1].isalnum())


def _with_line_ends(text: str) -> str:
    """Return `text` folded, in lower case, a line break for each hyphen that ends a line within a word."""
    return "\n".join(map(fold_case, parts_of_wrapped(text))) if "\n" in text else fold_case(text)


def _span(text: str, whole: str, first: int, last: int) -> tuple[int, int]:
    """Return which characters of `text` those from `first` to `last` of the folded text, `whole`, come from."""
    start, end = _first(text, whole, first), _last(text, whole, last)
    while fold_case(text[start : end - 1]) == whole[first:last]:
        end -= 1  # no cut is clean before a hyphen that ends a line
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return start, end


def _first(text: str, whole: str, offset: int) -> int:
    """Return the last clean cut of `text` behind which nothing of the folded text before `offset` stands."""
    base = 0
    while len(text) > _SHORT:
        cut, left, right = _halved(text, whole)
        begins = len(whole) - len(right)
        if offset >= begins:
            text, whole, offset, base = text[cut:], right, offset - begins, base + cut
        else:
            text, whole = text[:cut], left
    cuts = (cut for cut in range(len(text), -1, -1) if _parts(text, cut, whole))
    return base + next(cut for cut in cuts if len(whole) - len(fold_case(text[cut:])) <= offset)


def _last(text: str, whole: str, offset: int) -> int:
    """Return the first clean cut of `text` before which all of the folded text up to `offset` stands."""
    base = 0
    while len(text) > _SHORT:
        cut, left, right = _halved(text, whole)
        if offset <= len(left):
            text, whole = text[:cut], left
        else:
            text, whole, offset, base = text[cut:], right, offset - len(whole) + len(right), base + cut
    cuts = (cut for cut in range(len(text) + 1) if _parts(text, cut, whole))
    return base + next(cut for cut in cuts if len(fold_case(text[:cut])) >= offset)


def _halved(text: str, whole: str) -> tuple[int, str, str]:
    """Return the clean cut that is next to the middle of `text`, and both parts folded."""
    middle = len(text) // 2
    nearest = chain.from_iterable((middle + step, middle - step) for step in range(middle))
    return next((cut, *parts) for cut in nearest if (parts := _parts(text, cut, whole)))


def _parts(text: str, cut: int, whole: str) -> tuple[str, str] | None:
    """Return both parts folded, None where they do not make the folded whole: within an entity, say."""
    left, right = fold_case(text[:cut]), fold_case(text[cut:])
    return (left, right) if whole in (left + right, f"{left} {right}") else None
