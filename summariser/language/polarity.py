"""What a text asserts and what it denies: for each word that carries content, what stands between it and being so.

"They did not sign" denies sign; "they refused to sign" and "nobody signed" hinder it, "if they sign" binds it.
A negation denies the first word of content behind it; what refuses or fails hinders what follows in its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from summariser.language.verbs import root
from summariser.language.words import NEGATORS, STOPWORDS, negates, stem

__all__ = ["LIGHT", "Spoken", "breaks_off", "positive", "spoken"]

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
_NEGATING = (NEGATORS | frozenset(["none", "nobody", "nothing", "nor"])) - {"neither"}
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
_SAYING = frozenset("said says told adds added".split())
_TAKES = frozenset("take takes took taken".split())
_ADVERBS = frozenset("far also still already again even".split())
_NOUN_MARKERS = frozenset("the a an its their his her this that".split())
_BE = _COPULAS | frozenset("being has had have".split())
_PREFIX = re.compile(r"^(?:un|in|im|il|ir|dis)(?=[a-z]{4})")
_PREFIXED = frozenset(
    """
    willing able likely acceptable lawful legal possible certain clear fair safe satisfied prepared ready necessary
    reasonable realistic finished resolved settled signed paid popular workable founded justified agree agreed agrees
    agreement approve approved approval honest complete sufficient adequate
    """.split()
)
"""Words that un-, in- or dis- turns into their contraries."""
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
_BREAKS_OFF = re.compile(
    r"(?:\b(?:not|no|never|neither|nor)|n't)\s*(?:[.,;:!?\")]|$)"
    r"|(?:\bnot|n't) (?:do (?:so|it|that)|so|to)\b[^\w]*(?:[.,;]|$)"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One word of content where it stands.

    `denied_by` is the word that denies it, None where none or where two cancel each other, `denials` how many deny it.
    `bound` are the words of its sentence that make conditions, `under` those of them before it in its clause.
    `auxiliary` is the auxiliary verb before it, by its kind, `light` the light verb that it completes, `has_article`
    whether "a", "the" or "no" stands before it.
    """

    stem: str
    denied_by: str | None
    bound: frozenset[str]
    under: frozenset[str]
    auxiliary: str | None
    light: str | None
    has_article: bool
    denials: int
    place: int
    sentence: list[str] = field(repr=False, compare=False)

    @property
    def hindered(self) -> frozenset[str]:
        """The stems of what stands in its way; worked out when asked for, as of most words it never is."""
        return _hindrances(self.sentence, self.place, self.denials > 0)


@lru_cache(maxsize=65_536)
def positive(word: str) -> str | None:
    """Return "willing" for "unwilling", None for what is no contrary of that kind."""
    rest = _PREFIX.sub("", word)
    return rest if rest != word and rest in _PREFIXED else None


def breaks_off(folded_case: str) -> bool:
    """Return whether a denial leaves unsaid what it denies: "they will not:", "it hasn't", "said no"."""
    return _BREAKS_OFF.search(folded_case) is not None


def spoken(folded: str) -> tuple[Spoken, ...]:
    """Return the words of a folded text that carry content, in order."""
    tokens = [token.removesuffix("'s") for token in _TOKEN.findall(folded.casefold())]
    return tuple(word for sentence in _cut(tokens, _SENTENCE_ENDS) for word in _read(sentence))


_LONGEST = 150
"""Tokens of a sentence that are read together: what has more is no sentence, and each word looks at those around it."""


def _cut(tokens: list[str], ends: frozenset[str]) -> Iterator[list[str]]:
    start = 0
    for place, token in enumerate(tokens):
        if token in ends or place - start == _LONGEST:
            yield tokens[start:place]
            start = place + (token in ends)
    yield tokens[start:]


def _read(sentence: list[str]) -> Iterator[Spoken]:
    bound = frozenset(sentence) & _BINDERS
    denied, light = _denied(sentence)
    for place, token in enumerate(sentence):
        if token in STOPWORDS or not token[0].isalnum() or len(token) < 2:
            continue
        clause = sentence[_clause_start(sentence, place) : place]
        deniers = denied.get(place, [])
        base = positive(token)
        deniers = [*deniers, token] if base else deniers
        yield Spoken(
            stem=root(base or token),
            denied_by=deniers[0] if len(deniers) % 2 else None,
            bound=bound,
            under=frozenset(clause) & _BINDERS,
            auxiliary=next((_AUXILIARIES[word] for word in reversed(clause[-4:]) if word in _AUXILIARIES), None),
            light=light.get(place),
            # "the court granted" has no article of its own, "the agreed text" has.
            has_article=any(word in _DETERMINERS for word in clause[-1 if token.endswith("ed") else -2 :]),
            denials=len(deniers),
            place=place,
            sentence=sentence,
        )


def _denied(sentence: list[str]) -> tuple[dict[int, list[str]], dict[int, str]]:
    """Return which places are denied, with the words that deny them, and which complete a light verb there or else."""
    denied: dict[int, list[str]] = {}
    for place, token in enumerate(sentence):
        if token in _NEGATING or token.endswith("n't") or sentence[place : place + 2] == ["yet", "to"]:
            for governed in _governed(sentence, place):
                denied.setdefault(governed, []).append(token)
    light = {}
    for place, token in enumerate(sentence):
        if root(token) in LIGHT:
            follows = next(_contents(sentence, place + 1, 4), None)
            if follows is not None:
                light[follows] = root(token)
                if place in denied:
                    denied.setdefault(follows, denied[place])
    return denied, light


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
        has_verb = has_verb or word in _AUXILIARIES or word in _SAYING
    return 0


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
