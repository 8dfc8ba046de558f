"""A passage of the article as guards ask about it: folded, cut into words, and what they ask, each worked out once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from typing import Any, TypeVar

from summariser.language.folding import fold, parts_of_wrapped
from summariser.language.lazy import lazy
from summariser.language.names import misspelt
from summariser.language.words import NEGATORS, STOPWORDS, negates, stem, stems_of, tokens, undotted, words_of

__all__ = ["Joined", "Passage", "Reader", "Sentence", "phrase"]

T = TypeVar("T")
Reader = Callable[[str], frozenset[Any]]
"""Reads a passage's text, folded, and returns what it finds there: numbers, dates."""

_DATELINE = re.compile(r"[A-Z][^.!?]{0,60}? (?:--?|[–—]) ")
_REACH = 3
_IF_REACH = 4
_CLAUSE_STARTS = frozenset("unless if but because until before after although though that which who when while".split())
_DENIALS = frozenset(
    "reject refus deni declin dismiss fail avert oppos exclud ban rule against stop block drop".split()
)
"""Stems of words that refuse or deny without a "not"."""
_NOTHING: Counter[str] = Counter()


class Passage:
    """A stretch of the article (a sentence, several, or all of it), folded for comparison."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._read: dict[Callable[[Any], Any], Any] = {}

    @lazy
    def plain(self) -> str:
        """The text folded, in lower case, without dots inside abbreviations, between two spaces."""
        return f" {' '.join(self.words)} "

    @lazy
    def words(self) -> list[str]:
        """The words in order, folded, in lower case."""
        return words_of(undotted(self.folded))

    @lazy
    def folded(self) -> str:
        """The text folded, capitals kept."""
        return fold(self.text)

    @lazy
    def dateline(self) -> str:
        """What opens the folded text up to a dash: place, day, agency. Empty where there is none."""
        match = _DATELINE.match(self.folded)
        return match[0] if match else ""

    @lazy
    def folded_case(self) -> str:
        """The text folded, in lower case."""
        return self.folded.casefold()

    @lazy
    def is_wrapped(self) -> bool:
        """Whether a word is parted by a hyphen at the end of a line."""
        return "\n" in self.text and len(parts_of_wrapped(self.text)) > 1

    @lazy
    def word_set(self) -> frozenset[str]:
        """The words, for asking whether one is there."""
        return frozenset(self.words)

    @lazy
    def by_initial(self) -> dict[str, list[str]]:
        """The words of five letters and more by their first letter: where misspelt names are looked for."""
        found: dict[str, list[str]] = {}
        for word in self.word_set:
            if len(word) >= 5:
                found.setdefault(word[0], []).append(word)
        return found

    def misspellings(self, word: str) -> list[str]:
        """Return the words here that are `word` with a slip of spelling, or `word` itself, of five letters or more."""
        return [other for other in self.by_initial.get(word[:1], ()) if misspelt(word, other)]

    @lazy
    def denied(self) -> Counter[str]:
        """How often each word that carries content is governed by a negation here.

        A negation governs the first such word behind it, at most two small words between them. "If there was no deal"
        denies nothing.
        """
        negators = self.word_set & NEGATORS
        if "n't" in self.folded_case:
            negators |= {word for word in self.word_set if word.endswith("n't")}
        if not negators:
            return _NOTHING
        governed: dict[int, str] = {}
        for index in [index for index, word in enumerate(self.words) if word in negators]:
            if "if" in self.words[max(index - _IF_REACH, 0) : index]:
                continue
            for place in range(index + 1, min(index + 1 + _REACH, len(self.words))):
                if self.words[place] in _CLAUSE_STARTS:
                    break
                if self.words[place] not in STOPWORDS:
                    governed[place] = self.words[place]
                    break
        return Counter(governed.values())

    @lazy
    def denials(self) -> frozenset[str]:
        """The stems of the words that deny or refuse something here, "not" or others."""
        return frozenset(stem(word) for word in self.word_set if negates(word) or stem(word) in _DENIALS)

    def once(self, read: Callable[[str], T]) -> T:
        """Return what `read` makes of the text, folded; it is worked out the first time only."""
        if read not in self._read:
            self._read[read] = read(self.folded)
        found: T = self._read[read]
        return found

    def asked(self, judge: Callable[[Passage], T]) -> T:
        """Return what `judge` says of this passage; it is asked the first time only."""
        if judge not in self._read:
            self._read[judge] = judge(self)
        answer: T = self._read[judge]
        return answer

    @lazy
    def denied_stems(self) -> frozenset[str]:
        """The stems of the words that a negation governs."""
        return frozenset(map(stem, self.denied))

    @lazy
    def stems(self) -> frozenset[str]:
        """The stems of the words that carry content."""
        return stems_of(self.word_set)

    @lazy
    def roots(self) -> tuple[frozenset[str], frozenset[str]]:
        """The first four and the first five letters of the stems."""
        return frozenset(stem[:4] for stem in self.stems), frozenset(stem[:5] for stem in self.stems)

    def has(self, read: Reader, key: Hashable, hints: Iterable[str] = ()) -> bool:
        """Return whether `key` is among what `read` finds here. `hints` are forms in which it is likely written."""
        return key in self.once(read)

    def mentions(self, form: str) -> bool:
        """Return whether the words of `form` (lower case) stand here in a row."""
        return phrase(form) in self.plain


@lru_cache(maxsize=16_384)
def phrase(form: str) -> str:
    """Return the words of `form` in a row, between two spaces, as `Passage.plain` has them."""
    return f" {' '.join(tokens(form))} "


class Sentence(Passage):
    """One sentence of an article, the words of which are known from reading all of them together."""

    def __init__(self, text: str, row: str) -> None:
        super().__init__(text)
        self.plain = row

    @lazy
    def words(self) -> list[str]:
        """The words in order, folded, in lower case."""
        return self.plain.split()


class Joined(Passage):
    """Several sentences, of which each is already known."""

    def __init__(self, sentences: list[Passage]) -> None:
        super().__init__(" \n ".join(sentence.text for sentence in sentences))
        self.folded = " ".join(sentence.folded for sentence in sentences)
        self.words = [word for sentence in sentences for word in sentence.words]
