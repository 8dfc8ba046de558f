"""The article as guards ask about it: words, numbers and names, sentence by sentence, each worked out once."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, islice
from typing import Any, TypeVar

from summariser.articles.article import Article
from summariser.language.folding import fold, parts_of_wrapped
from summariser.language.lazy import lazy
from summariser.language.names import misspelt
from summariser.language.words import NEGATORS, STOPWORDS, negates, rows_of, stem, stems_of, tokens, undotted, words_of

__all__ = ["ArticleIndex", "Passage", "phrase"]

T = TypeVar("T")
Reader = Callable[[str], frozenset[Any]]
"""Reads a passage's text, folded, and returns what it finds there: numbers, dates."""

_REACH = 3
_IF_REACH = 4
_CLAUSE_STARTS = frozenset("unless if but because until before after although though that which who when while".split())
_DENIALS = frozenset(
    "reject refus deni declin dismiss fail avert oppos exclud ban rule against stop block drop".split()
)
"""Stems of words that refuse or deny without a "not"."""
_NOTHING: Counter[str] = Counter()
_MOST_LOOKED_AT = 200
"""Sentences: a word that stands in more of them tells none of them apart."""


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
    def asserted_stems(self) -> frozenset[str]:
        """The stems of the words that carry content and stand here without a negation."""
        if not self.denied:
            return self.stems
        always_denied = {word for word, times in self.denied.items() if self.words.count(word) <= times}
        return frozenset(map(stem, self.word_set - always_denied - STOPWORDS))

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


class _Sentence(Passage):
    """One sentence of an article, the words of which are known from reading all of them together."""

    def __init__(self, text: str, row: str) -> None:
        super().__init__(text)
        self.plain = row

    @lazy
    def words(self) -> list[str]:
        """The words in order, folded, in lower case."""
        return self.plain.split()


class _Joined(Passage):
    """Several sentences, of which each is already known."""

    def __init__(self, sentences: list[Passage]) -> None:
        super().__init__(" \n ".join(sentence.text for sentence in sentences))
        self.folded = " ".join(sentence.folded for sentence in sentences)
        self.words = [word for sentence in sentences for word in sentence.words]


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
            self._sentences[number] = _Sentence(self.article.sentences[number - 1].text, self._rows[number - 1])
        return self._sentences[number]

    def join(self, sentence_numbers: Iterable[int]) -> Passage:
        """Return the passage that these sentences, those that exist, make together."""
        asked = tuple(sentence_numbers)
        if asked not in self._joins:
            existing = tuple(sorted({number for number in asked if 1 <= number <= self.count}))
            if existing not in self._joins:
                parts = [self.sentence(number) for number in existing]
                self._joins[existing] = parts[0] if len(parts) == 1 else _Joined(parts)
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
