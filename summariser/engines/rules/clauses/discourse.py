"""The discourse: an article's marked sentences, who does what in them, who says so, and whom a pronoun means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summariser.engines.rules.clauses.deeds import (
    Deed,
    aux_before,
    deeds_of,
    subject_before,
)
from summariser.engines.rules.clauses.issues import issues_in
from summariser.engines.rules.clauses.marking import Line, Subject
from summariser.engines.rules.clauses.sayings import Saying, sayings_in
from summariser.engines.rules.tables.lexicon import word_set, words

__all__ = ["Discourse", "discourse_of"]

_ELSEWHERE = re.compile(
    r"(?:\W*in [^,;.]{1,30}, )?(?:meanwhile|separately|elsewhere)\b"
    r"|in a separate (?:\w+ )?(?:negotiation|dispute|round|deal)s?\b"
)
_GOES_ON = re.compile(r"(?:that|those|these|this) (?:talks|meeting|negotiations?|round|dispute)\b")
_BREAKS = re.compile(rf"[,;:\"]|\b(?:{words('says')}|and|but|that|which|who|has|have|had|is|are|was|were)\b")
_MATTERS = frozenset(
    "wages_and_work ownership transfer debt prisoner_release supply budget_and_reform trade migration ceasefire "
    "arms_control territory humanitarian_access subsidies".split()
)
_OURS = re.compile(r"\b(?:we|i)(?:'ll|'d|'re)?$")
_PRONOUN = re.compile(r"\b(?:it|they|he|she)$")
_WORD = re.compile(r"[\w']*")
_OFTEN = 2
_OPENS = re.compile(r'[;:"]\s?|\b(?:that|but|while|although|because|whereas|and)\s', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Discourse:
    """The sentences in order, and by sentence number their deeds, who says it and who acted last before it."""

    lines: Sequence[Line]
    deeds: dict[int, list[Deed]]
    sayings: dict[int, list[Saying]]
    acting: dict[int, Subject | None]
    matter: str | None
    """The issue that the sentences speak of most, of those that a dispute can be about as a whole."""

    def deeds_in(self, line: Line) -> Sequence[Deed]:
        """Return the deeds of a sentence, in order."""
        return self.deeds.get(line.number, ())

    def saying(self, line: Line, at: int) -> Saying | None:
        """Return who says what stands at `at` in the marked sentence, None where the article does."""
        return next((saying for saying in self.sayings[line.number] if saying.covers(at)), None)

    def subject_at(self, line: Line, at: int) -> Subject | None:
        """Return who does what the words at `at` in the marked sentence say: the subject before their auxiliaries.

        In quotation marks "we" and "I" are whoever is quoted.
        """
        start = at - len(aux_before(line.marked[:at]))
        end = len(line.small[:start].rstrip())
        ours = _OURS.search(line.small, max(0, end - 7), end)
        if ours:
            saying = self.saying(line, at)
            return Subject(saying.keys, ours.start()) if saying and saying.keys else self.acting[line.number]
        pronoun = _PRONOUN.search(line.small, max(0, end - 6), end)
        saying = self.saying(line, at)
        if pronoun and saying and saying.keys and saying.end <= pronoun.start():
            return Subject(saying.keys, pronoun.start())  # "X insisted it would": X
        earlier = [deed.subject for deed in self.deeds_in(line) if deed.subject and deed.start < at]
        first = line.first_actor
        before = earlier[-1] if earlier else first if first and first.start < start else None
        found = subject_before(line, start, self.acting[line.number], before)
        if not found and first and not _BREAKS.search(line.small, first.start, start):
            return first  # "Pirates holding the tanker N. off Xland will free": words that describe the subject
        return found

    def opening(self, line: Line, at: int) -> int:
        """Return where the clause with the words at `at` begins in the marked sentence."""
        opens = (match.end() for match in _OPENS.finditer(line.marked, 0, at))
        return max((end for end in opens if _word_at(line.small, end) not in word_set("aux")), default=0)


def discourse_of(all_lines: list[Line]) -> Discourse:
    """Read the deeds and the sayings of the sentences that are about the article's own process."""
    lines = _of_this_process(all_lines)
    deeds = deeds_of(lines)
    sayings: dict[int, list[Saying]] = {}
    acting: dict[int, Subject | None] = {}
    spoke: Saying | None = None
    acted: Subject | None = None
    for line in lines:
        sayings[line.number] = sayings_in(line, spoke, acted)
        spoke = next((said for said in reversed(sayings[line.number]) if said.keys or not said.unnamed), spoke)
        acting[line.number] = acted
        first = line.first_actor
        if first and not sayings[line.number] and line.mentions[line.marked[first.start]].sort == "person":
            words = line.text_of(first.start, first.start + 1)
            spoke = Saying(words, first.keys, False, 0, 0, 0, 0)  # whom "he said" means next
        acted = first or acted
    return Discourse(lines, deeds, sayings, acting, _matter(lines))


def _word_at(small: str, at: int) -> str:
    word = _WORD.match(small, at)
    return word[0] if word else ""


def _of_this_process(lines: list[Line]) -> list[Line]:
    """Return the sentences without those that turn to another negotiation: "In Xville, meanwhile, …"."""
    kept: list[Line] = []
    aside = False
    for line in lines:
        aside = bool(_ELSEWHERE.match(line.small) or (aside and _GOES_ON.match(line.small)))
        if not aside:
            kept.append(line)
    return kept


def _matter(lines: Sequence[Line]) -> str | None:
    counted = Counter(issue for line in lines for issue in issues_in(line) if issue in _MATTERS)
    issue, times = max(counted.items(), key=lambda item: item[1], default=("", 0))
    return issue if times >= _OFTEN else None
