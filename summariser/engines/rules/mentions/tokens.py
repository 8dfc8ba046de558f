"""Tokens: the words of a sentence with their offsets, and which of them have a capital that means a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from summariser.engines.rules.mentions.states import states_told
from summariser.engines.rules.tables.alternatives import any_of
from summariser.engines.rules.tables.lexicon import actors, is_actor_word
from summariser.engines.rules.text.wording import Wording
from summariser.language.dates import MONTHS, WEEKDAYS
from summariser.language.lazy import Remembered
from summariser.language.names import misspelt, polities_of
from summariser.language.words import STOPWORDS

__all__ = ["Token", "Vocabulary", "names_polity", "tokens_of", "vocabulary_of"]

_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_COMPOUND = re.compile(
    r"((?:[A-Z]\.)+|[A-Z]\w+)-(?=[a-z]+$)(?!(?:ul|e|moon|hye|un|il|in|sung|jung|jong|hyun|hwan|woo|wook|chul"
    r"|eun|kyun|seok|kwan|ryong|shek|ping|tung|ching|jeou|wen)\b)"
)
_DESCRIBED = re.compile(r"-(?:based|linked|listed|born|style|made|built|registered|trained|wide|bound)$")
"""Endings that only describe who comes next: "Xville-based Acme"."""
_AL = re.compile(r"[ae][lnrsdt]-[A-Z]")
_DAYS = (
    frozenset(WEEKDAYS) | {f"{day}s" for day in WEEKDAYS} | frozenset(MONTHS) - {"may", "march", "mar", "jan", "dec"}
)
_STOPS = (". ", "? ", "! ")
_FINITE = frozenset("has had have is was are were said says will would did does held met wants".split())
_AGENTS = re.compile(
    r"(?!offers|enters|considers|orders|covers|differs|delivers|triggers|lowers|answers)[a-z]{3,}(?:ers|ors|ists)"
)
_WITHIN = re.compile(r"\b(?<![\w.\"-])(?<![.?!] )[^\W\d_]+")
_FIRST = re.compile(r"[A-Z][^\W\d_]+(?=(?P<owns>'s\b)?)")
_NEXT_WORD = re.compile(r"\W*([\w']+)")
_PARTICLE_NEXT = re.compile(r" (?:de|da|van|von|der|del|di|bin|ibn|al|el)[ -][A-Z]")


@dataclass(slots=True, eq=False)
class Token:
    """A word, as written and in lower case; `tells` is whether it names or describes an office or a body.

    `state` is how many tokens from this one on name a state that the article tells of, see states.py.
    """

    start: int
    end: int
    text: str
    small: str
    tells: bool
    possessive: bool = False
    capital: bool = False
    state: int = 0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that the article writes small, those with a capital within sentences, and forms of states told of."""

    small: frozenset[str]
    capital: frozenset[str]
    states: dict[str, str] = field(default_factory=dict)


def vocabulary_of(wordings: Sequence[Wording]) -> Vocabulary:
    small, capital, first = set[str](), set[str](), set[str]()
    for wording in wordings:
        words_here = _WITHIN.findall(wording.bare)
        small.update(filter(str.islower, words_here))
        capital.update(word for word in words_here[1:] if word[0].isupper())
        if match := _FIRST.match(wording.bare):
            first.add(match[0])
            capital.update([match[0]] if match["owns"] else ())
    return Vocabulary(frozenset(small), frozenset(capital), states_told(wordings, capital | (first - small)))


@cache
def _token() -> re.Pattern[str]:
    """Words, abbreviations, numbers; groups that are called by two words ("works council") are one."""
    groups = any_of(group for group in actors().own if " " in group)
    union = r"(?<!European )(?<!African )(?<!Soviet )(?<!Customs )(?!(?<=the )Union )"  # its leaders are no workers'
    return re.compile(rf"(?:[A-Z]\.){{2,}}|{union}(?i:{groups})\b|[^\W\d_]+(?:[-'.&][^\W\d_]+)*|\d[\d,.]*")


def tokens_of(text: str, known: Vocabulary) -> list[Token]:
    tokens: list[Token] = []
    end = 0
    for found in _token().findall(text):
        start = text.find(found, end)
        end = start + len(found)
        word, small, tells, possessive, capital = _FORM[found]
        if capital and (not tokens or text[start - 1] in "\"'" or text[max(0, start - 2) : start] in _STOPS):
            capital = _names_at_the_start(word, possessive, text[end:], known)
        tokens.append(Token(start, start + len(word), word, small, tells, possessive, capital))
    return _with_states(tokens, known.states) if known.states else tokens


def _form_of(found: str) -> tuple[str, str, bool, bool, bool]:
    """Return a word as it stands in a text without its endings, in lower case, and what it is wherever it stands.

    That is: whether it tells of an office or body, whether it is possessive, and whether its capital may mean a name.
    """
    possessive = found.endswith(("'s", "'S"))
    word = found[:-2] if possessive else found
    if "." in word and not _INITIALS.fullmatch(word):
        word = word.rstrip(".")
    described = _DESCRIBED.search(word) is not None
    if compound := _COMPOUND.match(word):
        word = compound[1]  # "Xland-brokered": the name is the part before the hyphen
    small = word.lower()
    capital = not described and (word[0].isupper() or _AL.match(word) is not None) and small not in _DAYS
    capital = capital and (small not in STOPWORDS or (len(word) == 2 and word.isupper()))
    return word, small, is_actor_word(small), possessive, capital


_FORM = Remembered(_form_of)


def _with_states(tokens: list[Token], states: dict[str, str]) -> list[Token]:
    for index, token in enumerate(tokens):
        if token.capital:
            form = [after.text for after in tokens[index : index + 3]]
            length = next((n for n in (3, 2, 1) if " ".join(form[:n]) in states), 0)
            token.state = min(length, len(form))
    return tokens


def _names_at_the_start(word: str, possessive: bool, rest: str, known: Vocabulary) -> bool:
    """Whether a sentence's first word would have its capital elsewhere too."""
    small = word.lower()
    if is_actor_word(small):
        return True
    if names_polity(word) or word in known.states:
        return True
    if small in known.small or small.endswith("ly") or (small.endswith("ing") and word not in known.capital):
        return False
    following = _NEXT_WORD.match(rest)
    next_word = following[1] if following else ""
    if not possessive and _AGENTS.fullmatch(next_word):
        return False  # "Vanilla exporters": the word says what they export
    if _PARTICLE_NEXT.match(rest):
        return True  # "Rodrigo de Name"
    acts = next_word in _FINITE or next_word.endswith("ed") or re.match(r" and (?:the )?[A-Z]", rest) is not None
    if acts or word in known.capital or possessive or next_word[:1].isupper():
        return True
    return any(misspelt(word, other) for other in known.capital)


@lru_cache(maxsize=16_384)
def names_polity(form: str) -> bool:
    if form.islower():
        return False
    if form.lower() in {"us", "un", "eu", "uk"} and not form.isupper():
        return False
    return bool(polities_of(form))
