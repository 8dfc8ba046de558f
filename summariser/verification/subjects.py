"""Subjects: who does what a verb tells, as far as the words before it show it.

"Vera Lund of Orvane has offered", "Orvane's chief executive, Vera Lund, said she", "which the union handed". A subject
that bears no name of the draft is nobody's: what the words don't show is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from summariser.language.verbs import SAYS
from summariser.language.words import STOPWORDS
from summariser.verification.affiliation import TITLES, VERBS
from summariser.verification.cast import Mention

__all__ = ["EXPECTED", "JOINTS", "PREPOSITIONS", "SAYING", "SMALL", "Reading"]

SMALL = frozenset("a an the its their his her our this that these those new own latest earlier first last".split())
_STOPS = frozenset([";", "but", "while", "whereas", ":", '"', "although", "though"])
"""Where a subject is looked for no further."""
PREPOSITIONS = frozenset(
    """
    about above after against among around at before behind below beside between beyond by despite during except for
    from in inside into like near of off on onto out outside over since than through to toward towards under until upon
    with within without
    """.split()
)
"""Before a name they make it anything but a subject, but for those that begin clauses."""
_BEGIN_CLAUSES = frozenset("after as before since than until".split())
_OF = frozenset("of from for at".split())
_PRONOUNS = frozenset("he she it they we i".split())
_POSSESSIVES = frozenset("its their his her".split())
_RELATIVE = frozenset("who which that".split())
SAYING = SAYS | frozenset(
    """
    say saying insist insisted insists repeated denied confirmed announced warned stressed argued noted explained
    declared promised pledged vowed indicated
    """.split()
)
"""Verbs of which the subject goes on as a pronoun: "said it", "denied that it"."""
_WITHIN_VERBS = frozenset(
    """
    again already also always be been being did do does far first formally had has have is are was were later never
    long not now only repeatedly since so still soon then today yesterday will would can could cannot won't wouldn't
    may might must should shall unanimously flatly publicly monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
EXPECTED = frozenset("believed due expected likely prepared ready reported said set thought understood willing".split())
"""Between these and "to" a verb, that has the subject of the first: "is expected to offer"."""
JOINTS = frozenset(["and", "the", ",", "both"])
_PEOPLE = frozenset(
    """
    board boards club company country delegate delegates directors government members ministers ministry negotiators
    officials owners party rebels representatives side spokesman spokesmen spokeswoman team troops union workers
    """.split()
)
"""Whoever these are, they act for whom a name before them tells: "Orvane's board", "a Tarn Union official"."""
_REACH = 4
_ADJECTIVES = 3
_NOBODY: frozenset[str] = frozenset()


class Reading:
    """A sentence, read for who does what: its words and marks, and where it mentions whom.

    `before` are those whom a pronoun at its beginning means; `described` tells by common noun whom "the company" means.
    """

    def __init__(
        self,
        words: Sequence[str],
        mentions: Sequence[Mention],
        before: frozenset[str] = _NOBODY,
        described: Mapping[str, frozenset[str]] = MappingProxyType({}),
    ) -> None:
        self.words, self.mentions, self.before, self._described = words, mentions, before, described
        self._ending = {mention.end: mention for mention in mentions}
        self._open: int | None = None
        self._known: dict[tuple[int, int | None], frozenset[str]] = {}

    def speaker(self, verb: int) -> frozenset[str]:
        """Return who says something: the subject of the verb, or who stands behind it: "said Vera Lund"."""
        if self.words[verb] == "saying":
            return self._opening(0, verb)
        found = self.subject(verb)
        if found or self.words[verb - 1 : verb] not in ([","], ['"']):
            return found
        behind = next((each for each in self.mentions if verb < each.start <= verb + _REACH), None)
        return behind.owners if behind else _NOBODY

    def subject(self, verb: int) -> frozenset[str]:
        """Return the entries that are, or for which speaks, the subject of the verb at a place."""
        asked = verb, self._open
        if asked not in self._known:
            self._known[asked] = self._subject(verb)
        return self._known[asked]

    def _subject(self, verb: int) -> frozenset[str]:
        words = self.words
        last = verb - 2 if words[verb - 1 : verb] == ['"'] else verb - 1
        start = max((at for at in range(last + 1) if words[at] in _STOPS), default=-1) + 1
        while last >= start and (
            words[last] in _WITHIN_VERBS
            or words[last].isdigit()
            or (words[last] in EXPECTED and words[last + 1] == "to")
            or (words[last] == "to" and words[last - 1] in EXPECTED)
        ):
            last -= 1
        return self._of_phrase(start, last)

    def _of_phrase(self, start: int, last: int) -> frozenset[str]:
        """Return whom the noun phrase means that ends at `last`."""
        words = self.words
        if last < start:
            return _NOBODY
        if words[last] in _RELATIVE:
            return self._of_phrase(start, last - (2 if words[last - 1 : last] == [","] else 1))
        if words[last] == ",":
            return self._of_aside(start, last)
        if words[last] == "and":
            return self._opening(start, last)
        if words[last] in _PRONOUNS:
            return self._of_pronoun(start, last)
        if last + 1 in self._ending:
            return self._of_name(start, self._ending[last + 1])
        return self._of_title(start, last) or self._of_head(start, last)

    def _of_head(self, start: int, last: int) -> frozenset[str]:
        """Whom the name before a preposition means: "pirates off Somalia"."""
        for at in range(last, max(start, last - _REACH), -1):
            if self.words[at] in PREPOSITIONS - _BEGIN_CLAUSES:
                return self._of_name(start, self._ending[at]) if at in self._ending else _NOBODY
            if not self.words[at].isalpha() or self.words[at] in VERBS:
                return _NOBODY
        return _NOBODY

    def _of_aside(self, start: int, comma: int) -> frozenset[str]:
        """ "Orvane's chief executive, Vera Lund," and "Orvane, which met the union," are told by different words."""
        opens = next((at for at in range(comma - 1, start, -1) if self.words[at] == ","), None)
        if opens is None:
            return _NOBODY  # that comma closes an opening: "In Selby, ..."
        for mention in self.mentions:
            if mention.of_person and opens < mention.start <= opens + 2 and mention.end == comma and mention.owners:
                return mention.owners
        named = [mention for mention in self.mentions if opens < mention.start <= opens + 2 and mention.end == comma]
        return self._of_phrase(start, opens - 1) or (named[0].owners if named else _NOBODY)

    def _opening(self, start: int, last: int) -> frozenset[str]:
        """Whose second verb stands behind "and": the subject of the verb before, or the first name of the clause."""
        verbs = (at for at in range(start + 1, last) if self.words[at] in VERBS or self.words[at].endswith("ed"))
        found = [self.subject(verb) for verb in verbs]  # from the first, so that each knows those before it
        if any(found):
            return next(filter(None, reversed(found)))
        opening = next((each for each in self.mentions if start <= each.start and each.end <= last), None)
        if opening and not set(self.words[start : opening.start]) & (PREPOSITIONS | VERBS):
            return opening.owners if self.words[opening.end : opening.end + 1] != ["'s"] else _NOBODY
        return _NOBODY

    def _of_pronoun(self, start: int, at: int) -> frozenset[str]:
        """Whom a pronoun means where the words leave no choice: who says it, or who was named before."""
        words = self.words
        reach = (
            range(at - 1, max(-1, at - 2 * _REACH), -1) if words[at - 1 : at] == ["that"] else range(at - 1, at - 2, -1)
        )
        said = next((place for place in reach if place > 0 and words[place] in SAYING), None)
        if said is not None:
            return self.subject(said)
        quoted = words[at - 1 : at] in ([","], ['"']) and words[at + 1 : at + 2] in (["said"], ["says"])
        if words[at] in ("we", "i"):
            says = next((place for place, word in enumerate(words) if word in SAYING and place > at), None)
            if says is None or self._open is not None:
                return _NOBODY  # "we said" tells no more of who speaks
            self._open = at
            found = self.speaker(says)
            self._open = None
            return found
        return self.before if quoted or (at == 0 and words[at] != "they") else _NOBODY

    def possessor(self, at: int) -> frozenset[str]:
        """Return whom "its" before a noun means: the subject of the verb before it ("said it raised its offer")."""
        for verb in range(at - 1, max(0, at - 2 * _REACH), -1):
            if self.words[verb] in VERBS or self.words[verb].endswith("ed"):
                return self.subject(verb)
        return _NOBODY

    def _of_name(self, start: int, mention: Mention) -> frozenset[str]:
        """Whom a name means: whoever it is of ("Vera Lund of Orvane"), nobody where a preposition puts it aside."""
        marked = self._preposition(start, mention)
        if marked is None or self.words[marked] in _BEGIN_CLAUSES:
            return self._joined(mention)
        if marked in self._ending:
            return self._of_name(start, self._ending[marked])  # "insurgents in eastern Orsana"
        acts = marked > start and self.words[marked] in _OF and _acts_for(self.words[marked - 1])
        return mention.owners if acts else _NOBODY

    def _preposition(self, start: int, mention: Mention) -> int | None:
        """Return where the preposition stands before a name and what belongs to it: "in eastern Orsana"."""
        closed = self.words[mention.start] in SMALL
        for at in range(mention.start - 1, max(start - 1, mention.start - 2 - _ADJECTIVES), -1):
            word = self.words[at]
            if word in PREPOSITIONS:
                return at
            if closed or not word.isalpha() or word in STOPWORDS - SMALL or word in VERBS or at + 1 in self._ending:
                return None
            closed = word in SMALL
        return None

    def _of_title(self, start: int, last: int) -> frozenset[str]:
        """Whom a common noun means by the name before it: "Orvane's chief negotiator", "a Tarn Union official"."""
        words = self.words
        if words[last - 1 : last] == ["the"] and words[last] in self._described:
            return self._described[words[last]]
        if not _acts_for(words[last]):
            return _NOBODY
        for at in range(last, max(start, last - 1 - 2 * _REACH), -1):
            if at in self._ending and (words[at] == "'s" or at > last - _REACH):
                return self._ending[at].owners
            if words[at] in _POSSESSIVES:
                return self._of_pronoun(start, at)
            if words[at] in self._described and at < last:
                return self._described[words[at]]
            if words[at] == "," or words[at] in VERBS or (words[at] in STOPWORDS and words[at] not in ("of", "for")):
                break
        return _NOBODY

    def _joined(self, last: Mention) -> frozenset[str]:
        """Return the owners of a mention and of those joined to it: "Orvane and the Tarn Union"."""
        owners, start = last.owners, last.start
        for mention in filter(lambda each: each.end <= start, reversed(self.mentions)):
            if mention.end == start or not set(self.words[mention.end : start]) <= JOINTS:
                break
            owners, start = owners | mention.owners, mention.start
        return owners


def _acts_for(word: str) -> bool:
    return word in TITLES or word.removesuffix("s") in TITLES or word in _PEOPLE
