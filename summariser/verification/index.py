"""The article as guards ask about it: words, numbers and names, sentence by sentence, each worked out once."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, Generic, TypeVar

from summariser.articles.article import Article
from summariser.language.folding import fold, parts_of_wrapped
from summariser.language.names import misspelt
from summariser.language.words import NEGATORS, STOPWORDS, negates, stem, stems_of, tokens, undotted, words_of

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


class _Known(Generic[T]):
    """What `cached_property` is, without the lock that it takes in Python 3.11: passages have hundreds of these."""

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self._work_out, self._name, self.__doc__ = work_out, work_out.__name__, work_out.__doc__

    def __get__(self, passage: Any, owner: type) -> T:
        value = self._work_out(passage)
        passage.__dict__[self._name] = value  # found before this from now on
        return value


class Passage:
    """A stretch of the article (a sentence, several, or all of it), folded for comparison."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._read: dict[Callable[[str], Any], Any] = {}

    @_Known
    def plain(self) -> str:
        """The text folded, in lower case, without dots inside abbreviations, between two spaces."""
        return f" {' '.join(self.words)} "

    @_Known
    def words(self) -> list[str]:
        """The words in order, folded, in lower case."""
        return words_of(undotted(self.folded))

    @_Known
    def folded(self) -> str:
        """The text folded, capitals kept."""
        return fold(self.text)

    @_Known
    def folded_case(self) -> str:
        """The text folded, in lower case."""
        return self.folded.casefold()

    @_Known
    def is_wrapped(self) -> bool:
        """Whether a word is parted by a hyphen at the end of a line."""
        return "\n" in self.text and len(parts_of_wrapped(self.text)) > 1

    @_Known
    def word_set(self) -> frozenset[str]:
        """The words, for asking whether one is there."""
        return frozenset(self.words)

    @_Known
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

    @_Known
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

    @_Known
    def denials(self) -> frozenset[str]:
        """The stems of the words that deny or refuse something here, "not" or others."""
        return frozenset(stem(word) for word in self.word_set if negates(word) or stem(word) in _DENIALS)

    def once(self, read: Callable[[str], T]) -> T:
        """Return what `read` makes of the text, folded; it is worked out the first time only."""
        if read not in self._read:
            self._read[read] = read(self.folded)
        found: T = self._read[read]
        return found

    @_Known
    def denied_stems(self) -> frozenset[str]:
        """The stems of the words that a negation governs."""
        return frozenset(map(stem, self.denied))

    @_Known
    def asserted_stems(self) -> frozenset[str]:
        """The stems of the words that carry content and stand here without a negation."""
        if not self.denied:
            return self.stems
        always_denied = {word for word, times in self.denied.items() if self.words.count(word) <= times}
        return frozenset(map(stem, self.word_set - always_denied - STOPWORDS))

    @_Known
    def stems(self) -> frozenset[str]:
        """The stems of the words that carry content."""
        return stems_of(self.word_set)

    @_Known
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
        self._judged: dict[Callable[[int, ArticleIndex], bool], dict[int, bool]] = {}
        self._found: dict[Reader, dict[Hashable, list[int]]] = {}

    @_Known
    def whole(self) -> Passage:
        """Title and text."""
        article = self.article
        return _Whole(f"{article.title}\n{article.text}" if article.title else article.text, self)

    def sentence(self, number: int) -> Passage:
        """Return sentence `number`, which exists."""
        if number not in self._sentences:
            self._sentences[number] = Passage(self.article.sentences[number - 1].text)
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

    @_Known
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

    @_Known
    def _having(self) -> dict[str, list[int]]:
        """The first sentences that have a word, by word. Worked out for the first fault: a good draft needs none."""
        found: dict[str, list[int]] = {}
        for number in range(1, self.count + 1):
            for word in set(self.sentence(number).words):
                numbers_of = found.setdefault(word, [])
                if len(numbers_of) < _MOST_LOOKED_AT:
                    numbers_of.append(number)
        return found

    @_Known
    def _inflections(self) -> dict[str, list[str]]:
        """The words of each stem."""
        found: dict[str, list[str]] = {}
        for word in self._having:
            if word not in STOPWORDS:
                found.setdefault(stem(word), []).append(word)
        return found
