"""Who else bears a name that an article gives a party: a name that several bear makes no two of them one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from summariser.dossier.common import is_common, without_legal_form
from summariser.dossier.reports import is_of_one_article, key_of
from summariser.language.names import acronym, misspelt, polities_of

__all__ = ["Bearers", "are_variants"]

_ENOUGH = 40
"""So many names that begin alike leave no doubt that the beginning is nobody's own."""


class Bearers:
    """All names, by the words with which they begin."""

    def __init__(self, names: Iterable[str]) -> None:
        self._beginning: dict[str, list[str]] = defaultdict(list)
        for key in names:
            if is_of_one_article(key):
                continue
            words = key.split()
            for count in range(1, len(words)):
                rest = " ".join(words[count:])
                beginning = self._beginning[" ".join(words[:count])]
                if len(beginning) < _ENOUGH and not is_common(rest.title()):
                    beginning.append(key)

    def rivals(self, alias: str, owner: str, owners: Iterable[str]) -> tuple[str, ...]:
        """Return the keys of names, other than `owner`, whose bearers may be meant by `alias`.

        They are the others of whom articles say so, and those that begin with it: "United" is many an airline's and
        union's, "Verizon" is that of Verizon Wireless as well as of Verizon Communications.
        """
        others = dict.fromkeys([*owners, *self._beginning.get(alias, ())])
        return tuple(key for key in others if key not in {owner, alias})


def are_variants(one: str, other: str, alias: str) -> bool:
    """Return whether two names that are both called `alias`, or of which one is the alias, are forms of one name.

    They have the same initials, which are the alias; or differ by "Inc" or "plc", or by a slip of the pen; or stand for
    the same state; or one goes on where the other ends, neither being the mere alias.
    """
    initials = [acronym(name) or name for name in (one, other)]
    if initials[0] == initials[1] == alias.replace(".", ""):
        return True
    key, another, short = (without_legal_form(key_of(name)) for name in (one, other, alias))
    if key == another or polities_of(one) & polities_of(other):
        return True
    words, others = key.split(), another.split()
    if len(words) == len(others):
        different = [(word, more) for word, more in zip(words, others, strict=True) if word != more]
        return len(words) > 1 and len(different) == 1 and misspelt(*different[0])
    few, many = sorted((words, others), key=len)
    return many[: len(few)] == few and " ".join(few) != short
