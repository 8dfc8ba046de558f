"""The article as guards ask about it: words, numbers and names, sentence by sentence, each worked out once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cached_property, lru_cache

from summariser.articles.article import Article
from summariser.language.folding import fold
from summariser.language.numbers import numbers
from summariser.language.words import STOPWORDS, stem, tokens

__all__ = ["ArticleIndex", "Passage"]

_DOT = re.compile(r"\.(?<=\b[A-Za-z]\.)(?=[A-Za-z]\b|\W|$)")
_NEGATORS = frozenset("not never no neither nor without cannot".split())
_NEGATION = re.compile(r"(?:not|never|no|neither|nor|without|cannot|[a-z]+n't)(?= )")
_REACH = 3
_POINTERS = 20
"""How many faults of a draft are told where else to look: nobody reads more, and each search reads the article."""


class Passage:
    """A stretch of the article (a sentence, several, or all of it), folded for comparison."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def plain(self) -> str:
        """The text folded, in lower case, without dots inside abbreviations, between two spaces."""
        return f" {' '.join(self.words)} "

    @cached_property
    def words(self) -> list[str]:
        """The words in order, folded, in lower case."""
        return tokens(_DOT.sub("", self.text) if "." in self.text else self.text)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands here."""
        return Counter(self.words)

    @cached_property
    def by_initial(self) -> dict[str, list[str]]:
        """The words of five letters and more by their first letter: where misspelt names are looked for."""
        found: dict[str, list[str]] = {}
        for word in self.counts:
            if len(word) >= 5:
                found.setdefault(word[0], []).append(word)
        return found

    @cached_property
    def denied(self) -> Counter[str]:
        """How often each word that carries content is governed by a negation here.

        A negation governs the first such word behind it, at most two small words between them.
        """
        governed: dict[int, str] = {}
        for index, word in enumerate(self.words):
            if word in _NEGATORS or word.endswith("n't"):
                for place, follower in enumerate(self.words[index + 1 : index + 1 + _REACH], start=index + 1):
                    if follower not in STOPWORDS:
                        governed[place] = follower
                        break
        return Counter(governed.values())

    @cached_property
    def polarity(self) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of the words that a negation governs, and those of all others that carry content."""
        denied, asserted = self.denied, self.counts
        return (
            frozenset(map(stem, denied)),
            frozenset(stem(word) for word, count in asserted.items() if count > denied[word] and word not in STOPWORDS),
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that carry content."""
        return frozenset(stem(word) for word in self.counts if word not in STOPWORDS and len(word) > 1)

    @cached_property
    def roots(self) -> tuple[frozenset[str], frozenset[str]]:
        """The first four and the first five letters of the stems."""
        return frozenset(stem[:4] for stem in self.stems), frozenset(stem[:5] for stem in self.stems)

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """The values of the numbers."""
        return numbers(self.text)

    def has_number(self, number: Decimal) -> bool:
        """Return whether a number of that value stands here."""
        return number in self.numbers

    def mentions(self, form: str) -> bool:
        """Return whether the words of `form` (lower case) stand here in a row."""
        return _phrase(form) in self.plain


@lru_cache(maxsize=16_384)
def _phrase(form: str) -> str:
    return f" {' '.join(tokens(form))} "


class ArticleIndex:
    """An article's passages: each sentence, the whole with its title, and joins of sentences."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._sentences: dict[int, Passage] = {}
        self._joins: dict[tuple[int, ...], Passage] = {}

    @property
    def count(self) -> int:
        """How many sentences the article has."""
        return len(self.article.sentences)

    @cached_property
    def whole(self) -> Passage:
        """Title and text."""
        return Passage(f"{self.article.title}\n{self.article.text}" if self.article.title else self.article.text)

    @cached_property
    def folded(self) -> str:
        """Title and text folded, capitals kept."""
        return fold(self.whole.text)

    @cached_property
    def folded_case(self) -> str:
        """Title and text folded, in lower case."""
        return fold_case(self.whole.text)

    def sentence(self, number: int) -> Passage:
        """Return sentence `number`, which exists."""
        if number not in self._sentences:
            self._sentences[number] = Passage(self.article.sentences[number - 1].text)
        return self._sentences[number]

    def join(self, sentence_numbers: Iterable[int]) -> Passage:
        """Return the passage that these sentences, those that exist, make together."""
        existing = tuple(sorted({number for number in sentence_numbers if 1 <= number <= self.count}))
        if len(existing) == 1:
            return self.sentence(existing[0])
        if existing not in self._joins:
            self._joins[existing] = Passage(" \n ".join(self.sentence(number).text for number in existing))
        return self._joins[existing]

    def where(self, holds: Callable[[Passage], bool], most: int = 3) -> list[int]:
        """Return the first sentences of which `holds` is true: where a fault's message points."""
        found = []
        for number in range(1, self.count + 1):
            if holds(self.sentence(number)):
                found.append(number)
                if len(found) == most:
                    break
        return found

    def best(self, stems: frozenset[str], most: int = 2) -> list[int]:
        """Return the sentences that share most of `stems` and at least half of them, best first."""
        shared = [(len(stems & self.sentence(number).stems), -number) for number in range(1, self.count + 1)]
        ranked = sorted((pair for pair in shared if pair[0] * 2 >= len(stems) and pair[0]), reverse=True)
        return [-number for _, number in ranked[:most]]
