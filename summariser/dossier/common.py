"""Words that tell nobody from others: "the company", "both sides" and "workers" are borne by anybody."""

from __future__ import annotations

from functools import lru_cache

from summariser.language.folding import fold
from summariser.language.words import STOPWORDS, tokens

__all__ = ["OF_GOVERNMENT", "is_common", "is_telling", "without_legal_form"]

OF_GOVERNMENT = frozenset(
    """
    government governments delegation delegations officials official negotiators ministry minister cabinet authorities
    administration foreign team side leadership
    """.split()
)
_CROWDS = frozenset(
    """
    workers worker employees employers staff drivers doctors nurses teachers farmers miners pilots crew strikers
    passengers customers residents civilians citizens people refugees migrants activists campaigners protesters
    demonstrators prisoners hostages families investors shareholders creditors lenders owners bondholders regulators
    lawmakers legislators deputies negotiators mediators diplomats officials opponents supporters analysts experts
    rebels rebel insurgents guerrillas militants militia militias gunmen fighters troops soldiers sides partners
    parties states countries companies banks unions
    """.split()
)
_GENERIC = (
    OF_GOVERNMENT
    | _CROWDS
    | frozenset(
        """
    front movement union party council group company airline carmaker firm club army forces state republic kingdom
    alliance coalition parliament congress senate house assembly legislature commission board committee court supreme
    bank league association federation confederation authority opposition president prime bloc island islands north
    south east west northern southern eastern western country nation organisation organization agency management
    regulator envoy envoys talks general national international united new military
    """.split()
    )
)
_ANYBODY = _CROWDS | OF_GOVERNMENT | STOPWORDS
_LEGAL_FORMS = frozenset(
    "inc corp corporation co company ltd limited plc ag se sa nv gmbh llc group holding holdings".split()
)


def is_telling(name: str) -> bool:
    """Return whether a name tells one bearer from others: "the Front", "both sides" and "rebels" do not."""
    words = name.replace("-", " ").split()
    return any(_has_capital(word) and not set(tokens(word)) <= _GENERIC | STOPWORDS for word in words)


@lru_cache(maxsize=65_536)
def is_common(name: str) -> bool:
    """Return whether a name is a common noun, so that those whom two articles call so need not be the same.

    That is a name without a capital ("opposition", "flight attendants"), and one for a crowd or anybody's government
    ("Workers", "Foreign Ministry").
    """
    words = name.replace("-", " ").split()
    return not any(_has_capital(word) and not set(tokens(word)) <= _ANYBODY for word in words)


def without_legal_form(key: str) -> str:
    """Return the key of a company's name without "Inc", "Group" or "plc" at its end."""
    words = key.split()
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def _has_capital(word: str) -> bool:
    return any(letter.isupper() for letter in fold(word))
