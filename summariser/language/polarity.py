"""What a text asserts and what it denies: for each word that carries content, what stands between it and being so.

"They did not sign" denies sign; "they refused to sign" and "nobody signed" hinder it, "if they sign" binds it.
A negation denies the first word of content behind it; what refuses or fails hinders what follows in its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summariser.language.contraries import CONTRARIES, positive
from summariser.language.lazy import lazy
from summariser.language.verbs import SAYS, root
from summariser.language.words import NEGATORS, STOPWORDS, negates, stem

__all__ = ["LIGHT", "NEGATING", "Spoken", "breaks_off", "denied_stems", "spoken"]

_TOKEN = re.compile(r"[^\W_]+(?:['.][^\W_]+)*|[.;:!?,\"()]|--?")
_SENTENCE_ENDS = frozenset(".;:!?")
_TURNS = frozenset("but while whereas although though".split())
"""Words that begin a clause which nothing before them reaches."""
_RELATIVES = frozenset("who whom whose which where when how why what whether because since after".split())
_REACH = 6
"""Words behind a negation among which the one that it governs is looked for; only small ones may stand before that."""
LIGHT = frozenset("take make hold give get come go put".split())
"""Stems of verbs that mean little alone: "will not take up the loan" denies the loan as well."""
_BINDERS = frozenset("if unless until till before except provided providing once only when after".split())
_DETERMINERS = frozenset("no a an some any the".split())
NEGATING = (NEGATORS | frozenset(["none", "nobody", "nothing", "nor"])) - {"neither"}
_HINDERS_FACTS = frozenset("deni deny disput doubt contradict retract reject dismiss refus not".split())
"""Those of the stems below that reach over a "that": "denied on Friday that it had asked"."""
_HINDERS = _HINDERS_FACTS | frozenset(
    """
    declin fail avoid avert oppos exclud ban bar forbid forbad prevent stop block rule withdrew withdrawn reluct call
    cancel veto spurn abandon drop lack short hard scarc rare littl few neither no nor nobodi none noth against
    imposs instead rather resist hesit stopp unabl unwil unlik
    """.split()
)
"""Stems of words that put something in the way of what follows in their clause, or of what they are said of."""
_ENDS_PREDICATES = _TURNS | _RELATIVES | _BINDERS | {"and", ","}
_COPULAS = frozenset("is are was were be been".split())
_TAKES = frozenset("take takes took taken".split())
_ADVERBS = frozenset("far also still already again even".split())
_NOUN_MARKERS = frozenset("the a an its their his her this that".split())
_BE = _COPULAS | frozenset("being has had have".split())
_AUXILIARIES = {
    word: group.split()[0]
    for group in """
    will would shall should won't wouldn't shan't shouldn't
    can could cannot can't couldn't
    has have had hasn't haven't hadn't
    does do did doesn't don't didn't
    is are was were am be been being isn't aren't wasn't weren't
    must mustn't
    might
    """.strip().splitlines()
    for word in group.split()
}
_DECLINING = frozenset(["will", "can"])
_BREAKS_OFF = re.compile(
    r"(?:\b(?:not|no|never|neither|nor)|n't)\s*(?:[.,;:!?\")]|because\b|$)"
    r"|(?:\bnot|n't) (?:do (?:so|it|that)|so|to)\b[^\w]*(?:[.,;]|$)"
    r"|\bnone\b(?: of (?:it|this|that|them)\b|(?! of\b))"
)


class _Sentence:
    """A sentence while it is read: its tokens, and what its words share."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens

    @property
    def words(self) -> Iterator[Spoken]:
        """The words that carry content, in order."""
        return (Spoken(token, place, self) for place, token in enumerate(self.tokens) if _is_content(token))

    @lazy
    def bound(self) -> frozenset[str]:
        """The words that make conditions."""
        return _binders(self.tokens)

    @property
    def may_deny(self) -> bool:
        """Whether it has a negation or a contrary: most sentences have none, and nothing more is asked of them."""
        return self._has_negation or not CONTRARIES.isdisjoint(self.tokens)

    @property
    def _has_negation(self) -> bool:
        return not NEGATING.isdisjoint(self.tokens) or any(t == "yet" or t.endswith("n't") for t in self.tokens)

    @lazy
    def denied(self) -> dict[int, list[str]]:
        """By the place of each word that is denied, the words that deny it."""
        denied: dict[int, list[str]] = {}
        for place, token in enumerate(self.tokens if self._has_negation else ()):
            if token in NEGATING or token.endswith("n't") or self.tokens[place : place + 2] == ["yet", "to"]:
                for governed in _governed(self.tokens, place):
                    denied.setdefault(governed, []).append(token)
        for follows, (place, _) in self.light.items() if denied else ():
            if place in denied:
                denied.setdefault(follows, denied[place])
        return denied

    @lazy
    def light(self) -> dict[int, tuple[int, str]]:
        """By the place of each word that completes a light verb, the place of the last such verb, and its stem."""
        light = {}
        for place, token in enumerate(self.tokens):
            if root(token) in LIGHT:
                follows = next(_contents(self.tokens, place + 1, 4), None)
                if follows is not None:
                    light[follows] = place, root(token)
        return light


class Spoken:
    """One word of content where it stands. All but its stem is worked out when it is asked for: mostly it never is."""

    def __init__(self, token: str, place: int, sentence: _Sentence) -> None:
        self._token, self._place, self._sentence = token, place, sentence
        self.stem = _stem(token)

    @lazy
    def denials(self) -> list[str]:
        """The words that deny it, itself where it is the contrary of another."""
        deniers = self._sentence.denied.get(self._place, [])
        return [*deniers, self._token] if positive(self._token) else deniers

    @property
    def denied_by(self) -> str | None:
        """The word that denies it, None where none does or two cancel each other."""
        return self.denials[0] if len(self.denials) % 2 else None

    @property
    def bound(self) -> frozenset[str]:
        """The words of its sentence that make conditions."""
        return self._sentence.bound

    @lazy
    def _clause(self) -> list[str]:
        """What stands before it in its clause."""
        return self._sentence.tokens[_clause_start(self._sentence.tokens, self._place) : self._place]

    @property
    def under(self) -> frozenset[str]:
        """The words before it in its clause that make conditions."""
        return _binders(self._clause)

    @property
    def _auxiliaries(self) -> Iterator[str]:
        return (_AUXILIARIES[word] for word in reversed(self._clause[-4:]) if word in _AUXILIARIES)

    @property
    def auxiliary(self) -> str | None:
        """The auxiliary verb before it, by its kind."""
        return next(self._auxiliaries, None)

    @property
    def is_declined(self) -> bool:
        """Whether its "not" may be somebody's answer: "he would not be moved", "they will not pay"."""
        return self.denied_by is not None and not _DECLINING.isdisjoint(self._auxiliaries)

    @property
    def light(self) -> str | None:
        """The light verb that it completes."""
        return self._sentence.light.get(self._place, (0, None))[1]

    @property
    def has_article(self) -> bool:
        """Whether "a", "the" or "no" stands before it, which "granted" of "the court granted" has not."""
        near = self._clause[-1:] if self._token.endswith("ed") else self._clause[-2:]
        return not _DETERMINERS.isdisjoint(near)

    @lazy
    def hindered(self) -> frozenset[str]:
        """The stems of what stands in its way."""
        return _hindrances(self._sentence.tokens, self._place, bool(self.denials))


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    return root(positive(word) or word)


def breaks_off(folded_case: str) -> bool:
    """Return whether a denial leaves unsaid what it denies: "they will not:", "it hasn't", "said no", "none of it"."""
    return _BREAKS_OFF.search(folded_case) is not None


def spoken(folded: str) -> tuple[Spoken, ...]:
    """Return the words of a folded text that carry content, in order."""
    return tuple(word for sentence in _sentences(folded) for word in sentence.words)


def denied_stems(folded: str) -> frozenset[str]:
    """Return the stems of the words of a folded text that are denied."""
    telling = (sentence for sentence in _sentences(folded) if sentence.may_deny)
    return frozenset(word.stem for sentence in telling for word in sentence.words if word.denied_by)


def _sentences(folded: str) -> Iterator[_Sentence]:
    text = folded.casefold()
    tokens = _TOKEN.findall(text)
    if "'s" in text:
        tokens = [token.removesuffix("'s") for token in tokens]
    return map(_Sentence, _cut(tokens, _SENTENCE_ENDS))


_LONGEST = 150
"""Tokens of a sentence that are read together: what has more is no sentence, and each word looks at those around it."""


def _cut(tokens: list[str], ends: frozenset[str]) -> Iterator[list[str]]:
    start = 0
    for place, token in enumerate(tokens):
        if token in ends or place - start == _LONGEST:
            yield tokens[start:place]
            start = place + (token in ends)
    yield tokens[start:]


def _governed(sentence: list[str], place: int) -> Iterator[int]:
    """Yield the word that a negation governs, and the one behind it where that is an adverb or belongs to a noun."""
    of_a_noun = sentence[place] == "no" or bool(_COPULAS & {sentence[place - 1] if place else "", sentence[place][:-3]})
    for found in _contents(sentence, place + 1, _REACH):
        yield found
        if sentence[found].endswith("ly") or sentence[found] in _ADVERBS:
            continue
        after = sentence[found + 1] if found + 1 < len(sentence) else "."
        if of_a_noun and _is_content(after) and not after.endswith("ing"):
            yield found + 1
        return


def _contents(sentence: list[str], start: int, reach: int) -> Iterator[int]:
    """Yield the places of words of content, up to a comma, a new clause or "do so"."""
    for place in range(start, min(start + reach, len(sentence))):
        word = sentence[place]
        if not word[0].isalnum() or word in _TURNS | _RELATIVES | _BINDERS:
            return
        if word == "so" and sentence[place + 1 : place + 2] != ["far"]:
            return
        if _is_content(word):
            yield place


def _is_content(word: str) -> bool:
    return word[0].isalnum() and word not in STOPWORDS and len(word) > 1


def _clause_start(sentence: list[str], place: int, *, facts: bool = False) -> int:
    """Return where the clause of a word begins; what hinders facts reaches over "that".

    A comma or an "and" begins one where a new verb stands behind it: "is not at the table, said it would".
    """
    has_verb = False
    for start in range(place - 1, -1, -1):
        word = sentence[start]
        if word in _TURNS or word in _RELATIVES or (word == "that" and not facts):
            return start + 1
        if (word == "and" and (has_verb or sentence[start - 1 : start] == [","])) or (word == "," and has_verb):
            return start + 1
        has_verb = has_verb or word in _AUXILIARIES or word in SAYS
    return 0


def _binders(tokens: list[str]) -> frozenset[str]:
    """Return the words that make conditions; the "only" of "one item only, the ferry" counts and makes none."""
    found = _BINDERS.intersection(tokens)
    if "only" in found and tokens[tokens.index("only") + 1 :][:1] in ([","], []):
        found -= {"only"}
    return found


def _hindrances(sentence: list[str], place: int, is_denied: bool) -> frozenset[str]:
    """Return the stems of what stands in the way of a word: before it in its clause, or said of it ("was rejected")."""
    near = range(_clause_start(sentence, place), place)
    far = range(_clause_start(sentence, place, facts=True), place)
    found = {stem(sentence[at]) for at in near if _hinders(sentence, at, _HINDERS)}
    found |= {stem(sentence[at]) for at in far if _hinders(sentence, at, _HINDERS_FACTS)}
    if is_denied:
        found -= {"not", "no", "never", "nor", "cannot"}
    ends = (at for at in range(place + 1, len(sentence)) if sentence[at] in _ENDS_PREDICATES)
    after = range(place + 2, next(ends, len(sentence)))
    found |= {stem(sentence[at]) for at in after if stem(sentence[at]) in _HINDERS and sentence[at - 1] in _BE}
    if "out of the question" in " ".join(sentence[place + 1 :]):
        found.add("question")
    return frozenset(found)


def _hinders(sentence: list[str], place: int, stems: frozenset[str]) -> bool:
    """Whether a word stands in the way of what follows; "the ban stays" is about a ban."""
    word = sentence[place]
    if word == "without":
        return False
    if negates(word):
        return True
    if word in _TAKES:
        return "back" in sentence[place + 1 : place + 3]
    return stem(word) in stems and not (place > 0 and sentence[place - 1] in _NOUN_MARKERS)
