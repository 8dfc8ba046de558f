"""The ledger: what is known of each possible party, while the claims are gathered, and ids for those that are used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from summariser.engines.rules.cast.cast import Cast

__all__ = ["Ledger"]

_MOST_PARTIES = 14
_OPENING = 6
_OFTEN = 5


@dataclass(slots=True)
class Ledger:
    """Roles of figures with the sentences that show them."""

    cast: Cast
    is_brief: bool = False
    """Whether the article is so short that it names nobody often, and who acts in it is news."""
    roles: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    claimed: set[str] = field(default_factory=set)
    """The figures that propose, answer or set a condition."""

    def note(self, keys: Iterable[str], role: str, sentence: int) -> None:
        """Record that the figures play `role`, as sentence number `sentence` shows."""
        for key in keys:
            sentences = self.roles.setdefault(key, {}).setdefault(role, [])
            if sentence not in sentences:
                sentences.append(sentence)

    def settle(self) -> None:
        """Give ids to the figures that play a role, the most present first, as many as a draft may list."""
        figures = self.cast.figures
        for key, found in self.roles.items():
            campaigns = key in figures and figures[key].kind == "civil_society" and len(found) > 1
            if "mediator" in found or "facilitator" in found or campaigns:
                found.pop("negotiating_party", None)  # who goes between also meets, proposes and calls for things
        present = sorted(
            (key for key in self.roles if key in figures and self._known(key) and not self._met_in_passing(key)),
            key=lambda key: (-sum(map(len, self.roles[key].values())), -len(figures[key].sentences)),
        )
        met = {key: place for place, key in enumerate(figures)}
        kept = sorted(present[:_MOST_PARTIES], key=lambda key: (min(map(min, self.roles[key].values())), met[key]))
        self.ids = {key: f"p{number}" for number, key in enumerate(kept, start=1)}

    def _met_in_passing(self, key: str) -> bool:
        """Whether somebody is named once or twice, late in the article, beside others that are news there as well."""
        figure = self.cast.figures[key]
        shown = {number for numbers in self.roles[key].values() for number in numbers}
        only_talks = set(self.roles[key]) == {"negotiating_party"} and key not in self.claimed
        if not only_talks or len(set(figure.sentences)) > 2 or min(shown) <= _OPENING:
            return False
        last = max(max(other.sentences) for other in self.cast.figures.values())
        state = ":" not in key and min(shown) == last  # a state is seldom news for nothing but as an afterthought
        return (state or key.startswith("name:")) and self._among_strangers(key)

    def _among_strangers(self, key: str) -> bool:
        """Whether all who are named beside somebody are named nowhere before: "Xland and Yland held talks as well"."""
        figures = self.cast.figures
        here = set(figures[key].sentences)
        beside = [figure for other, figure in figures.items() if other != key and here & set(figure.sentences)]
        return bool(beside) and all(min(figure.sentences) > _OPENING for figure in beside)

    def _known(self, key: str) -> bool:
        """Whether enough is told of a figure to list it: of a bare name of unknown kind, two sentences."""
        figure = self.cast.figures[key]
        if figure.kind == "individual" and set(self.roles[key]) == {"negotiating_party"}:
            return key in self.claimed or len(set(figure.sentences)) >= _OFTEN
        told = figure.kind != "other" or len(set(figure.sentences)) > 1 or self.is_brief
        return told or not set(self.roles[key]) <= {"negotiating_party"}

    def two_sides(self) -> list[str]:
        """Return the two negotiating parties; none where there are fewer or more: "both sides" tells nothing then."""
        sides = [key for key in self.ids if "negotiating_party" in self.roles[key]]
        return sides if len(sides) == 2 else []

    def other_side(self, keys: Iterable[str]) -> list[str]:
        """Return the other one of two negotiating parties, where `keys` are one of them; else none."""
        sides, given = self.two_sides(), set(keys)
        return [key for key in sides if key not in given] if len(given) == 1 and given <= set(sides) else []

    def refs(self, keys: Iterable[str]) -> list[str]:
        """Return the ids of those figures that are parties, each once, at most eight."""
        return list(dict.fromkeys(self.ids[key] for key in keys if key in self.ids))[:8]
