"""The article as guards ask about it: words, numbers and names, sentence by sentence, each worked out once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any, TypeVar, cast

from summariser.articles.article import Article
from summariser.language.folding import fold
from summariser.language.names import misspelt
from summariser.language.words import NEGATORS, STOPWORDS, stem, tokens, words_of

__all__ = ["ArticleIndex", "Passage"]

T = TypeVar("T")
Reader = Callable[[str], frozenset[Any]]
"""Reads a passage's text and returns what it finds there: numbers, dates."""

_DOT = re.compile(r"\.(?<=\b[A-Za-z]\.)(?=[A-Za-z]\b|\W|$)")
_REACH = 3
_IF_REACH = 4
_CLAUSE_STARTS = frozenset("unless if but because until before after although though that which who when while".split())
_DENIALS = frozenset(
    "reject refus deni declin dismiss fail avert oppos exclud ban rule against stop block drop".split()
)
"""Stems of words that refuse or deny without a "not"."""
_MOST_LOOKED_AT = 200
"""Sentences: a word that stands in more of them tells none of them apart."""


class Passage:
    """A stretch of the article (a sentence, several, or all of it), folded for comparison."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[Callable[[str], Any], Any] = {}

    @cached_property
    def plain(self) -> str:
        """The text folded, in lower case, without dots inside abbreviations, between two spaces."""
        return f" {' '.join(self.words)} "

    @cached_property
    def words(self) -> list[str]:
        """The words in order, folded, in lower case."""
        return words_of(_DOT.sub("", self.folded) if "." in self.folded else self.folded)

    @cached_property
    def folded(self) -> str:
        """The text folded, capitals kept."""
        return fold(self.text)

    @cached_property
    def word_set(self) -> frozenset[str]:
        """The words, for asking whether one is there."""
        return frozenset(self.words)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands here."""
        return Counter(self.words)

    @cached_property
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

    @cached_property
    def denied(self) -> Counter[str]:
        """How often each word that carries content is governed by a negation here.

        A negation governs the first such word behind it, at most two small words between them. "If there was no deal"
        denies nothing.
        """
        negators = self.word_set & NEGATORS
        if "'" in self.folded:
            negators |= {word for word in self.word_set if word.endswith("n't")}
        governed: dict[int, str] = {}
        for index in (index for index, word in enumerate(self.words) if word in negators) if negators else ():
            if "if" in self.words[max(index - _IF_REACH, 0) : index]:
                continue
            for place in range(index + 1, min(index + 1 + _REACH, len(self.words))):
                if self.words[place] in _CLAUSE_STARTS:
                    break
                if self.words[place] not in STOPWORDS:
                    governed[place] = self.words[place]
                    break
        return Counter(governed.values())

    @cached_property
    def denials(self) -> frozenset[str]:
        """The stems of the words that deny or refuse something here, "not" or others."""
        return frozenset(
            stem(word) for word in self.word_set if word in NEGATORS or word.endswith("n't") or stem(word) in _DENIALS
        )

    def once(self, read: Callable[[str], T]) -> T:
        """Return `read(text)`, worked out the first time only."""
        if read not in self._known:
            self._known[read] = read(self.text)
        return cast("T", self._known[read])

    @cached_property
    def polarity(self) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of the words that a negation governs, and those of all others that carry content."""
        denied = self.denied
        if not denied:
            return frozenset(), self.stems
        free = (word for word, count in self.counts.items() if count > denied[word])
        return frozenset(map(stem, denied)), frozenset(stem(word) for word in free if word not in STOPWORDS)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that carry content."""
        return frozenset(stem(word) for word in self.word_set if word not in STOPWORDS and len(word) > 1)

    @cached_property
    def roots(self) -> tuple[frozenset[str], frozenset[str]]:
        """The first four and the first five letters of the stems."""
        return frozenset(stem[:4] for stem in self.stems), frozenset(stem[:5] for stem in self.stems)

    def has(self, read: Reader, key: Hashable, hints: Iterable[str] = ()) -> bool:
        """Return whether `key` is among what `read` finds here. `hints` are forms in which it is likely written."""
        return key in self.once(read)

    def mentions(self, form: str) -> bool:
        """Return whether the words of `form` (lower case) stand here in a row."""
        return _phrase(form) in self.plain


@lru_cache(maxsize=16_384)
def _phrase(form: str) -> str:
    return f" {' '.join(tokens(form))} "


class _Whole(Passage):
    """Title and text of an article. What would take long to work out for all of it is looked for by sentence."""

    def __init__(self, text: str, index: ArticleIndex) -> None:
        super().__init__(text)
        self._index = index

    def has(self, read: Reader, key: Hashable, hints: Iterable[str] = ()) -> bool:
        """Look where the hints stand first, then everywhere, which is done once."""
        if read in self._known:
            return key in self._known[read]
        likely = (self._index.sentence(number) for hint in hints for number in self._index.holding(hint))
        return any(key in sentence.once(read) for sentence in likely) or key in self.once(read)


class ArticleIndex:
    """An article's passages: each sentence, the whole with its title, and joins of sentences."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._sentences: dict[int, Passage] = {}
        self._joins: dict[tuple[int, ...], Passage] = {}
        self._found: dict[Reader, dict[Hashable, list[int]]] = {}

    @property
    def count(self) -> int:
        """How many sentences the article has."""
        return len(self.article.sentences)

    @cached_property
    def whole(self) -> Passage:
        """Title and text."""
        article = self.article
        return _Whole(f"{article.title}\n{article.text}" if article.title else article.text, self)

    @cached_property
    def folded_case(self) -> str:
        """Title and text folded, in lower case."""
        return self.whole.folded.casefold()

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

    def holding(self, text: str) -> Iterator[int]:
        """Yield the sentences in which `text` stands as it is, a few of them."""
        start = -1
        for _ in range(_MOST_LOOKED_AT):
            start = self.article.text.find(text, start + 1)
            if start < 0:
                return
            number = bisect_right(self._starts, start)
            if number:
                yield number

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.article.sentences]

    def where(self, holds: Callable[[Passage], bool], words: Iterable[str], most: int = 3) -> list[int]:
        """Return the first sentences that have one of `words` and of which `holds` is true."""
        candidates = sorted({number for word in words for number in self._having.get(word, ())})
        return list(islice((number for number in candidates if holds(self.sentence(number))), most))

    def where_found(self, read: Reader, key: Hashable, most: int = 3) -> list[int]:
        """Return the first sentences in which `read` finds `key`."""
        if read not in self._found:
            found: dict[Hashable, list[int]] = {}
            for number in range(1, self.count + 1):
                for other in self.sentence(number).once(read):
                    found.setdefault(other, []).append(number)
            self._found[read] = found
        return self._found[read].get(key, [])[:most]

    def best(self, stems: frozenset[str], most: int = 2) -> list[int]:
        """Return the sentences that share most of `stems` and at least half of them, best first."""
        shared: Counter[int] = Counter()
        for one in stems:
            shared.update({number for word in self._inflections.get(one, ()) for number in self._having[word]})
        ranked = sorted((-count, number) for number, count in shared.items() if count * 2 >= len(stems))
        return [number for _, number in ranked[:most]]

    @cached_property
    def _having(self) -> dict[str, list[int]]:
        """The first sentences that have a word, by word. Worked out for the first fault: a good draft needs none."""
        found: dict[str, list[int]] = {}
        for number in range(1, self.count + 1):
            for word in set(self.sentence(number).words):
                numbers_of = found.setdefault(word, [])
                if len(numbers_of) < _MOST_LOOKED_AT:
                    numbers_of.append(number)
        return found

    @cached_property
    def _inflections(self) -> dict[str, list[str]]:
        """The words of each stem."""
        found: dict[str, list[str]] = {}
        for word in self._having:
            if word not in STOPWORDS:
                found.setdefault(stem(word), []).append(word)
        return found
