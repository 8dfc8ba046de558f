"""Marked sentences: each mention replaced by one character, so that patterns can speak of actors, places and times."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summariser.articles.sentences import Sentence
from summariser.engines.rules.cast.cast import Cast
from summariser.engines.rules.mentions.mention import Mention
from summariser.engines.rules.tables.lexicon import ACTOR, PLACE, TIME
from summariser.engines.rules.tables.lookup import Chances, Sought, chances_of
from summariser.engines.rules.tables.patterns import Row, coded
from summariser.engines.rules.text.wording import Wording, lower_case
from summariser.language.date_forms import LOWER_DATE_EXPRESSION, MONTHS, SEASONS, WEEKDAYS
from summariser.language.lazy import lazy

__all__ = ["Line", "Subject", "mark"]


def _marks(span: str) -> list[str]:
    return [chr(code) for code in range(ord(span[1]), ord(span[3]) + 1)]


_ACTORS, _PLACES, _TIMES = _marks(ACTOR), _marks(PLACE), _marks(TIME)
"""A sentence that mentions more than there are marks keeps the words of the rest."""
_MENTION = re.compile(f"[{ACTOR[1:-1]}{PLACE[1:-1]}]")
_YEAR = re.compile("[12][089][0-9]")
_TIMED = Sought(
    LOWER_DATE_EXPRESSION.pattern,
    f"{'|'.join([*MONTHS, *WEEKDAYS, *SEASONS])}|week|month|year|day|quarter|half|today|tomorrow|tonight|night|morning"
    "|afternoon|evening|yesterday",
    marked=False,
)
"""A time without a year has one of these words."""
_NO_DESCRIPTION = (
    r"(?:in|on|at|by|for|to|of|with|after|before|from|under|as|when|while|but|and|if|since|during|said|about)\b"
)
_OPENING = re.compile(rf"(?:the |an? )?(?:(?!{_NO_DESCRIPTION})[\w-]+ ){{0,2}}?({ACTOR})", re.IGNORECASE)
_TABLES = ("roles", "events", "conditions", "stages", "directions", "next_steps", "proposals", "answers", "fates")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts: the keys of the figures, and where the words for them begin in the marked sentence."""

    keys: tuple[str, ...]
    start: int


@dataclass(frozen=True)
class Line:
    """A sentence, marked; `small` is the marked text in lower case, `coded` that for the patterns, of the same length.

    Offsets into `marked` translate to offsets into `sentence.text` by `origin`, spans to words by `text_of`.
    """

    sentence: Sentence
    marked: str
    small: str
    coded: str
    chances: Chances
    mentions: dict[str, Mention]
    times: dict[str, str]
    keys: dict[str, str]
    _starts: tuple[int, ...]
    _shifts: tuple[int, ...]

    @lazy
    def number(self) -> int:
        """The sentence's number."""
        return self.sentence.number

    @lazy
    def first_actor(self) -> Subject | None:
        """The actor that the sentence opens with, None where it opens otherwise."""
        match = _OPENING.match(self.marked)
        keys = self.keys_in(match.start(1), match.end(1)) if match else []
        return Subject(tuple(keys), match.start(1)) if match and keys else None

    def rows(self, table: str) -> Sequence[Row]:
        """Return the rows of a table of patterns that can match, in order."""
        return self.chances.rows.get(table, ())

    def has_words_for(self, sought: Sought) -> bool:
        """Return whether a pattern may match."""
        return sought.number in self.chances.numbers

    def search(self, sought: Sought) -> re.Match[str] | None:
        """Return the first match of a pattern in the text in lower case."""
        return sought.pattern.search(self.small) if self.has_words_for(sought) else None

    def finditer(self, sought: Sought) -> Iterator[re.Match[str]]:
        """Return the matches of a pattern in the text in lower case."""
        return sought.pattern.finditer(self.small) if self.has_words_for(sought) else iter(())

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
        found = _MENTION.findall(self.marked, start, end)
        return list(dict.fromkeys([self.keys[char] for char in found if char in self.keys]))


def mark(wording: Wording, mentions: list[Mention], cast: Cast) -> Line:
    """Return the sentence with its mentions marked; adjectives ("Xish soldier") stay words."""
    plain = wording.plain
    spans: list[tuple[int, int, str, Mention | None]] = []
    actors, places, times = iter(_ACTORS), iter(_PLACES), iter(_TIMES)
    for mention in mentions:
        if mention.head != "adjective" and (char := next(places if mention.sort == "place" else actors, None)):
            spans.append((mention.start, mention.end, char, mention))
    timed = wording.has_words_for(_TIMED) or _YEAR.search(plain)
    for match in _TIMED.pattern.finditer(wording.small) if timed else ():
        taken = any(start < match.end() and match.start() < end for start, end, *_ in spans)
        bare = match[0] in {"may", "march"}
        end = match.end() - (match[0].endswith(".") and not plain[match.end() :].strip())
        if not taken and not (bare and not _is_month(plain, match)) and (char := next(times, None)):
            spans.append((match.start(), end, char, None))
    return _build(wording, sorted(spans), cast)


def _is_month(text: str, match: re.Match[str]) -> bool:
    return (
        text[match.start()].isupper()
        and re.search(r"\b(?:in|since|until|by|last|next|of|from|early|late) $", text[: match.start()]) is not None
    )


def _build(wording: Wording, spans: list[tuple[int, int, str, Mention | None]], cast: Cast) -> Line:
    sentence, plain = wording.sentence, wording.plain
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
    chances = chances_of(small, *_TABLES, marked=True)
    return Line(sentence, marked, small, code, chances, mentions, times, keys, tuple(starts), tuple(shifts))
