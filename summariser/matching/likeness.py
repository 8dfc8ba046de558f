"""How alike two names or two wordings are: what makes a claim that was given the claim that was expected.

Evidence alone matches nothing: a claim in other words about something else may cite the right sentence.
"""

from __future__ import annotations

from summariser.language.folding import fold_case
from summariser.language.names import acronym, forms_of, is_short, misspelt, name_words, polities_of
from summariser.language.words import content_stems

__all__ = ["alike_names", "alike_texts", "alike_wordings", "same_bearer", "same_person"]

_LEAST_CITED = 0.4
"""Overlap from which two wordings that cite a sentence in common are one claim."""
_LEAST_UNCITED = 0.65
"""The same where they cite no sentence in common: articles say things twice."""
_PART = 0.85
"""What a wording within a longer one is worth against the same wording."""


def alike_names(these: list[str], those: list[str]) -> float:
    """Return how surely two bearers, each with all names that it goes by, its first first, are one: 0 to 2."""
    forms, others = _forms(these), _forms(those)
    if forms & others:
        same = bool(_forms(these[:1]) & _forms(those[:1]))
        return 1.0 + 0.5 * same + 0.5 * len(forms & others) / len(forms | others)
    return max((_alike_words(name_words(one), name_words(other)) for one in these for other in those), default=0.0)


def _forms(names: list[str]) -> frozenset[str]:
    return frozenset().union(*(forms_of(name) for name in names)) if names else frozenset()


def _alike_words(these: list[str], those: list[str]) -> float:
    """Names of which one holds all words of the other, misspelt ones too: "Marratt" is "Oke Marrat"."""
    shorter, longer = sorted((these, those), key=len)
    if not shorter or not all(any(misspelt(word, other) for other in longer) for word in shorter):
        return 0.0
    return 0.5 + 0.4 * len(shorter) / len(longer)


def same_bearer(these: list[str], those: list[str]) -> bool:
    """Return whether two bearers, each with all names that it goes by, share one: titles aside, or as one state's.

    Sudan is not South Sudan, nor Slovakia Slovenia, nor one "JK" another where both names are written out.
    """
    return any(_one_name(one, other) for one in these for other in those)


def _one_name(one: str, other: str) -> bool:
    if name_words(one) == name_words(other) or polities_of(one) & polities_of(other):
        return True
    return any(is_short(this) and acronym(that) == this.replace(".", "") for this, that in ((one, other), (other, one)))


def same_person(this: str, that: str) -> bool:
    """Return whether two names are one person's: all words of one end the other, as a surname does."""
    shorter, longer = sorted((name_words(this), name_words(that)), key=len)
    return longer[-len(shorter) :] == shorter


def alike_wordings(this: str, that: str, *, cited_alike: bool) -> float:
    """Return how surely two wordings tell one claim, 0 where they do not.

    `cited_alike` says that they cite a sentence in common.
    """
    stems, others = content_stems(this), content_stems(that)
    common = len(stems & others)
    if not common:
        return 0.0
    dice = 2 * common / (len(stems) + len(others))
    part = common / min(len(stems), len(others)) * _PART if common >= 2 else 0.0
    score = max(dice, part)
    least = _LEAST_CITED if cited_alike else _LEAST_UNCITED
    return score + 0.1 * cited_alike if score >= least else 0.0


def alike_texts(this: str, that: str) -> bool:
    """Return whether two short texts (a place, a source, a next step) are the same, or one within the other."""
    if fold_case(this) == fold_case(that):
        return True
    stems, others = content_stems(this), content_stems(that)
    return bool(stems and others) and (
        stems <= others or others <= stems or len(stems & others) * 2 > len(stems | others)
    )
