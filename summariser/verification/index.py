"""The article as guards ask about it: its passages, and where words, numbers and names stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import accumulate, islice

from summariser.articles.article import Article
from summariser.language.lazy import lazy
from summariser.language.words import STOPWORDS, rows_of, stem
from summariser.verification.passage import Joined, Passage, Reader, Sentence, phrase

__all__ = ["ArticleIndex", "Passage", "phrase"]

_MOST_LOOKED_AT = 200
"""Sentences: a word that stands in more of them tells none of them apart."""


class _Whole(Passage):
    """Title and text of an article. What would take long to work out for all of it is looked for by sentence."""

    def __init__(self, text: str, index: ArticleIndex) -> None:
        super().__init__(text)
        self._index = index

    def has(self, read: Reader, key: Hashable, hints: Iterable[str] = ()) -> bool:
        """Look where the hints stand first, then everywhere, which is done once."""
        if read in self._read:
            return key in self._read[read]
        likely = (self._index.sentence(number) for hint in hints for number in self._index.holding(hint))
        return any(key in sentence.once(read) for sentence in likely) or key in self.once(read)


class ArticleIndex:
    """An article's passages: each sentence, the whole with its title, and joins of sentences."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._sentences: dict[int, Passage] = {}
        self._joins: dict[tuple[int, ...], Passage] = {}
        self.count = len(article.sentences)
        """How many sentences the article has."""
        self._mentioning: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._judged: dict[Callable[[int, ArticleIndex], bool], dict[int, bool]] = {}
        self._found: dict[Reader, dict[Hashable, list[int]]] = {}

    @lazy
    def whole(self) -> Passage:
        """Title and text."""
        article = self.article
        return _Whole(f"{article.title}\n{article.text}" if article.title else article.text, self)

    def sentence(self, number: int) -> Passage:
        """Return sentence `number`, which exists."""
        if number not in self._sentences:
            self._sentences[number] = Sentence(self.article.sentences[number - 1].text, self._rows[number - 1])
        return self._sentences[number]

    def join(self, sentence_numbers: Iterable[int]) -> Passage:
        """Return the passage that these sentences, those that exist, make together."""
        asked = tuple(sentence_numbers)
        if asked not in self._joins:
            existing = tuple(sorted({number for number in asked if 1 <= number <= self.count}))
            if existing not in self._joins:
                parts = [self.sentence(number) for number in existing]
                self._joins[existing] = parts[0] if len(parts) == 1 else Joined(parts)
            self._joins[asked] = self._joins[existing]
        return self._joins[asked]

    def judged(self, number: int, judge: Callable[[int, ArticleIndex], bool]) -> bool:
        """Return what `judge` says of sentence `number`; it is asked the first time only."""
        verdicts = self._judged.setdefault(judge, {})
        if number not in verdicts:
            verdicts[number] = judge(number, self)
        return verdicts[number]

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

    @lazy
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.article.sentences]

    def mentioning(self, form: str) -> list[int]:
        """Return the sentences in which the words of `form` (lower case) stand in a row, in order."""
        wanted = phrase(form)
        if wanted not in self._mentioning:
            known = self._vocabulary.issuperset(wanted.split())
            self._mentioning[wanted] = list(self._standing(wanted)) if known else []
        return self._mentioning[wanted]

    def where(self, holds: Callable[[Passage], bool], words: Iterable[str], most: int = 3) -> list[int]:
        """Return the first sentences that have one of `words` and of which `holds` is true."""
        candidates = sorted({number for word in words for number in self._having(word)})
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
            shared.update({number for word in self._inflections.get(one, ()) for number in self._having(word)})
        ranked = sorted((-count, number) for number, count in shared.items() if count * 2 >= len(stems))
        return [number for _, number in ranked[:most]]

    @lazy
    def _rows(self) -> list[str]:
        """The words of each sentence in a row."""
        return rows_of([sentence.text for sentence in self.article.sentences])

    @lazy
    def _spread(self) -> tuple[str, list[int]]:
        """The rows in one, and where each begins in it: a word is found there faster than in any table of words."""
        ends = accumulate(len(row) + 1 for row in self._rows)
        return "|".join(self._rows), [0, *ends][:-1]

    @lazy
    def _vocabulary(self) -> frozenset[str]:
        """The words of all sentences."""
        return frozenset(" ".join(self._rows).split())

    def _standing(self, row: str) -> Iterator[int]:
        """Yield the sentences in which words stand in a row."""
        text, starts = self._spread
        at = text.find(row)
        while at >= 0:
            number = bisect_right(starts, at)
            yield number
            at = text.find(row, starts[number]) if number < self.count else -1

    def _having(self, word: str) -> list[int]:
        """Return the sentences that have a word, the first of them where they are many."""
        if word not in self._by_word:
            found = islice(self._standing(f" {word} "), _MOST_LOOKED_AT) if word in self._vocabulary else ()
            self._by_word[word] = list(found)
        return self._by_word[word]

    @lazy
    def _inflections(self) -> dict[str, list[str]]:
        """The words of each stem. Worked out for the first fault: a good draft needs none."""
        found: dict[str, list[str]] = {}
        for word in self._vocabulary - STOPWORDS:
            found.setdefault(stem(word), []).append(word)
        return found
