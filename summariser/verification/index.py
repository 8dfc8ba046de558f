"""The article as guards ask about it: words, numbers and names, sentence by sentence, worked out when first asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cached_property, lru_cache

from summariser.articles.article import Article
from summariser.language.folding import fold, fold_case
from summariser.language.numbers import numbers
from summariser.language.words import STOPWORDS, content_stems, stem, tokens

__all__ = ["ArticleIndex", "Passage"]

_DOT = re.compile(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b|\W|$)")
_NEGATORS = frozenset("not never no neither nor without cannot".split())
_REACH = 3


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
    def word_set(self) -> frozenset[str]:
        """The words, for asking whether one is there."""
        return frozenset(self.words)

    @cached_property
    def polarity(self) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of the words that a negation governs, and those of all others that carry content.

        A negation governs the first such word behind it, at most two small words between them.
        """
        denied: set[str] = set()
        asserted: set[str] = set()
        reach = 0
        for word in self.words:
            if word in _NEGATORS or word.endswith("n't"):
                reach = _REACH
            elif word in STOPWORDS:
                reach = max(reach - 1, 0)
            else:
                (denied if reach else asserted).add(stem(word))
                reach = 0
        return frozenset(denied), frozenset(asserted)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that carry content."""
        return content_stems(self.text)

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """The values of the numbers."""
        return numbers(self.text)

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
