"""Marked sentences: each mention replaced by one character, so that patterns can speak of actors, places and times."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from summariser.articles.sentences import Sentence
from summariser.engines.rules.cast import Cast
from summariser.engines.rules.lexicon import ACTOR, PLACE, TIME
from summariser.engines.rules.mention import Mention
from summariser.engines.rules.patterns import Row, coded, rows_in
from summariser.engines.rules.tokens import plain_typography
from summariser.language.dates import LOWER_DATE_EXPRESSION

__all__ = ["Line", "lower_case", "mark"]


def _marks(span: str) -> list[str]:
    return [chr(code) for code in range(ord(span[1]), ord(span[3]) + 1)]


_ACTORS, _PLACES, _TIMES = _marks(ACTOR), _marks(PLACE), _marks(TIME)
"""A sentence that mentions more than there are marks keeps the words of the rest."""
_TABLES = ("roles", "events", "conditions", "stages", "directions", "next_steps", "proposals", "answers", "fates")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, marked; `small` is the marked text in lower case, `coded` that for the patterns, of the same length.

    `rows` are, of each table of patterns, those that can match, since the sentence has the words that they ask for.
    Offsets into `marked` translate to offsets into `sentence.text` by `origin`, spans to words by `text_of`.
    """

    sentence: Sentence
    marked: str
    small: str
    coded: str
    rows: dict[str, list[Row]]
    mentions: dict[str, Mention]
    times: dict[str, str]
    keys: dict[str, str]
    _starts: tuple[int, ...]
    _shifts: tuple[int, ...]

    @property
    def number(self) -> int:
        return self.sentence.number

    def origin(self, position: int) -> int:
        """Return where the marked character at `position` begins in the sentence's text."""
        at = bisect_right(self._starts, position) - 1
        return position + self._shifts[at]

    def text_of(self, start: int, end: int) -> str:
        """Return the article's words for the marked span, white space made single."""
        if end <= start:
            return ""
        stop = self.origin(end) if end < len(self.marked) else len(self.sentence.text)
        if self.marked[end - 1] in self.mentions:
            stop = self.mentions[self.marked[end - 1]].end
        return " ".join(self.sentence.text[self.origin(start) : stop].split())

    def is_quoted(self, at: int) -> bool:
        """Return whether the marked character at `at` stands between quotation marks."""
        return self.small.count('"', 0, at) % 2 == 1

    def keys_in(self, start: int, end: int) -> list[str]:
        """Return the keys of the figures that the marked span mentions, in order, each once."""
        found = [self.keys[char] for char in self.marked[start:end] if char in self.keys]
        return list(dict.fromkeys(found))


def mark(sentence: Sentence, mentions: list[Mention], cast: Cast) -> Line:
    """Return the sentence with its mentions marked; adjectives ("Xish soldier") stay words."""
    plain = plain_typography(sentence.text)
    spans: list[tuple[int, int, str, Mention | None]] = []
    actors, places, times = iter(_ACTORS), iter(_PLACES), iter(_TIMES)
    for mention in mentions:
        if mention.head != "adjective" and (char := next(places if mention.sort == "place" else actors, None)):
            spans.append((mention.start, mention.end, char, mention))
    for match in LOWER_DATE_EXPRESSION.finditer(lower_case(plain)):
        taken = any(start < match.end() and match.start() < end for start, end, *_ in spans)
        bare = match[0] in {"may", "march"}
        end = match.end() - (match[0].endswith(".") and not plain[match.end() :].strip())
        if not taken and not (bare and not _is_month(plain, match)) and (char := next(times, None)):
            spans.append((match.start(), end, char, None))
    return _build(sentence, plain, sorted(spans), cast)


def _is_month(text: str, match: re.Match[str]) -> bool:
    return (
        text[match.start()].isupper()
        and re.search(r"\b(?:in|since|until|by|last|next|of|from|early|late) $", text[: match.start()]) is not None
    )


def _build(sentence: Sentence, plain: str, spans: list[tuple[int, int, str, Mention | None]], cast: Cast) -> Line:
    parts: list[str] = []
    starts, shifts = [0], [0]
    mentions: dict[str, Mention] = {}
    times: dict[str, str] = {}
    keys: dict[str, str] = {}
    at = length = 0
    for start, end, char, mention in spans:
        parts += [plain[at:start], char]
        length += start - at + 1
        at = end
        starts.append(length)
        shifts.append(at - length)
        if mention is None:
            times[char] = " ".join(sentence.text[start:end].split())
        else:
            mentions[char] = mention
            if mention in cast.of_mention:
                keys[char] = cast.of_mention[mention]
    parts.append(plain[at:])
    marked = "".join(parts)
    small = lower_case(marked)
    code = coded(small)
    rows = rows_in(code, *_TABLES)
    return Line(sentence, marked, small, code, rows, mentions, times, keys, tuple(starts), tuple(shifts))


def lower_case(text: str) -> str:
    """Return `text` in lower case and of the same length."""
    small = text.lower()
    if len(small) != len(text):  # one letter of some alphabets is two in lower case
        small = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return small
