"""The discourse: an article's marked sentences, who does what in them, who says so, and whom a pronoun means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summariser.engines.rules.clauses import (
    Deed,
    Subject,
    aux_before,
    deeds_of,
    first_actor,
    subject_before,
)
from summariser.engines.rules.lexicon import issues_in
from summariser.engines.rules.marking import Line
from summariser.engines.rules.sayings import Saying, sayings_in

__all__ = ["Discourse", "discourse_of"]

_MATTERS = frozenset(
    "wages_and_work ownership transfer debt prisoner_release supply budget_and_reform trade migration ceasefire "
    "arms_control territory humanitarian_access subsidies".split()
)
_OFTEN = 2
_OPENS = re.compile(r'[;:"]\s?|\b(?:that|but|while|although|because|whereas|and)\s', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Discourse:
    """The sentences in order, their deeds, and by sentence number who says it and who acted last before it."""

    lines: Sequence[Line]
    deeds: Sequence[Deed]
    sayings: dict[int, list[Saying]]
    acting: dict[int, Subject | None]
    matter: str | None
    """The issue that the sentences speak of most, of those that a dispute can be about as a whole."""

    def saying(self, line: Line, at: int) -> Saying | None:
        """Return who says what stands at `at` in the marked sentence, None where the article does."""
        return next((saying for saying in self.sayings[line.number] if saying.covers(at)), None)

    def subject_at(self, line: Line, at: int) -> Subject | None:
        """Return who does what the words at `at` in the marked sentence say: the subject before their auxiliaries.

        In quotation marks "we" and "I" are whoever is quoted.
        """
        start = at - len(aux_before(line.marked[:at]))
        if re.search(r"\b(?:we|i)(?:'ll|'d|'re)?\s*$", line.small[:start]):
            saying = self.saying(line, at)
            return Subject(saying.keys, start) if saying and saying.keys else self.acting[line.number]
        earlier = [deed.subject for deed in self.deeds if deed.line is line and deed.subject and deed.start < at]
        first = first_actor(line)
        before = earlier[-1] if earlier else first if first and first.start < start else None
        return subject_before(line, start, self.acting[line.number], before)

    def opening(self, line: Line, at: int) -> int:
        """Return where the clause with the words at `at` begins in the marked sentence."""
        return max((match.end() for match in _OPENS.finditer(line.marked, 0, at)), default=0)


def discourse_of(lines: list[Line]) -> Discourse:
    """Read the sentences' deeds and sayings."""
    deeds = deeds_of(lines)
    sayings: dict[int, list[Saying]] = {}
    acting: dict[int, Subject | None] = {}
    spoke: Saying | None = None
    acted: Subject | None = None
    for line in lines:
        sayings[line.number] = sayings_in(line, spoke, acted)
        spoke = next((said for said in reversed(sayings[line.number]) if said.keys or not said.unnamed), spoke)
        acting[line.number] = acted
        first = first_actor(line)
        if first and not sayings[line.number] and line.mentions[line.marked[first.start]].sort == "person":
            words = line.text_of(first.start, first.start + 1)
            spoke = Saying(words, first.keys, False, 0, 0, 0, 0)  # whom "he said" means next
        acted = first or acted
    return Discourse(lines, deeds, sayings, acting, _matter(lines))


def _matter(lines: Sequence[Line]) -> str | None:
    counted = Counter(issue for line in lines for issue in issues_in(line.small) if issue in _MATTERS)
    issue, times = max(counted.items(), key=lambda item: item[1], default=("", 0))
    return issue if times >= _OFTEN else None
