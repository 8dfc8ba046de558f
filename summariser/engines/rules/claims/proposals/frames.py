"""Frames: the verbs that propose (tables/data/frames.tsv), and the shapes that what they propose takes after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.tables.alternatives import any_of
from summariser.engines.rules.tables.lexicon import ACTOR, PLACE, TIME, inflected, rows, words
from summariser.engines.rules.tables.lookup import Sought

__all__ = ["MOST_IN_A_SENTENCE", "NOUN", "Frame", "Framed", "complement_after", "frames_in", "nouns"]

MOST_IN_A_SENTENCE = 32
"""Verbs or nouns of frames that are read in one sentence: a list of words without a stop is read in little time."""
_NOUNS = frozenset({"thing", "pact"})
_ADJUNCT = (
    rf"(?:,? (?:(?:(?:on|in|late on|early on|late|early|last|at) )?{TIME}|instead|again|also|now|once more|formally"
    rf"|privately|publicly|\w+ly|(?:to|with|before) (?:the |its |their |both |all )?"
    rf"(?:(?:private|foreign|main|leading|major|other|western|striking|local) )?(?:{ACTOR}|sides|delegates"
    rf"|ministers"
    rf"|members|delegations|ambassadors|creditors|shareholders)(?!')|in {PLACE}|at {PLACE}),?(?=\s))*"
)
_DULL = rf"(?!(?:{words('dull')})\b)"
_WISH = r"(?:should|must|ought|be|not be)"
_NO_NAME = (
    r"(?!(?:to|that|if|whether|how|what|why|when|where|who|and|or|but|by|on|in|at|with|from|as|for|about|of|it|them|him"
    r"|himself|herself|itself|themselves|nothing|none|not|so|because|since|than|then|there|here|until|after|before"
    r"|is|are|was|were|has|have|had|been|would|will|could|should|may|might|too|very|much|even|only|against|into|up"
    r"|out|over|off|down|back|through|ahead|forward|away)\b)"
)
_NAME = rf"(?:(?:{ACTOR}|{TIME}|[\w$£€%.&/-]+)(?:'s?)?)"
_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|a hundred)(?:-\w+)?"
)
_SHAPES = {
    "that": r" that (?P<what>\S)",
    "should": rf" that (?P<what>(?:(?!{_WISH}\b){_NAME}[, ]+){{1,12}}?{_WISH} \S)",
    "might": rf" (?:to \w+ )?that (?P<what>(?:{ACTOR}|it|he|she|they|(?:the|its|their) [\w-]+) (?:would|might|could"
    rf"|may|was"
    r"|were) (?:be )?(?:ready to |prepared to |willing to |open to )?(?!not|never|be\b|have\b)\w+ \S)",
    "to": rf" (?P<what>to {_DULL}\w+ \S)",
    "ing": r" (?P<what>(?!nothing|being|anything|something|everything|during|according|including|having|saying|willing)"
    r"\w{2,}ing (?!to\b|for\b|and\b|by\b)\S+)",
    "whom": rf" (?P<whom>{_NO_NAME}{_NAME}(?:,? (?!to\b|that\b|for\b|if\b|not\b){_NAME}){{0,7}}),? "
    rf"(?P<what>(?:not )?to {_DULL}\w+ \S)",
    "whomfor": rf" (?P<whom>{_NO_NAME}{_NAME}(?: (?!to\b|that\b|for\b|if\b|not\b|about\b){_NAME}){{0,5}}?) for "
    r"(?P<what>(?:an?|the|its|their|more|[$£€]?\d)\S* ?\S)",
    "small": rf" (?P<what>{_NO_NAME}{_NAME}(?: (?!to\b|that\b){_NAME}){{0,6}}? "
    r"(?:\w{2,}ed|cut|put|kept|left|paid|sold|split|held|frozen|taken|given|made|withdrawn|written|done|run|let"
    r"|spared|set|built|brought|driven|out of|included|back)\b)",
    "sum": rf" (?P<what>(?:(?:about|at least|around|up to|nearly|some|only|no more than|as much as|just|a|an|the)"
    rf" )*(?:\w+ (?:of|to) )?(?:[$£€]?\d[\d.,]*\S*|{_NUMBER} (?:pct|per ?cent|million|billion|years?|months?|weeks?"
    rf"|days|points?)|(?:half|a third|a quarter|two thirds)\b))",
    "np": rf"(?: for)?(?: (?:the |its |their |both )?(?P<whom>{ACTOR})(?= (?:an?|the|some|up|about|[$£€]?\d)\b))?"
    rf" (?P<what>{_NO_NAME}(?!{TIME}){_NAME}\S*)",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """A class of verbs that propose, with the shapes of complement that it takes, in the order in which they count."""

    name: str
    complements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Framed:
    """A verb of a frame in a sentence, from `start` to `end`."""

    frame: Frame
    start: int
    end: int
    verb: str


@cache
def _frames() -> tuple[re.Pattern[str], dict[str, Frame]]:
    owner: dict[str, Frame] = {}
    for name, complements, verbs in rows("frames"):
        frame = Frame(name, tuple(complements.split()))
        for verb in verbs.split(";") if name not in _NOUNS else ():
            base, *irregular = verb.strip().split(":")
            for form in [*(inflected(base) if name != "ready" else _with_being(base)), *irregular]:
                owner.setdefault(form, frame)
    return re.compile(rf"\b{any_of(owner)}\b(?!-)"), owner


def _with_being(phrase: str) -> list[str]:
    head, _, rest = phrase.partition(" ")
    if head != "be":
        return list(inflected(phrase))
    return [
        f"{form} {adverb}{rest}"
        for form in ("is", "are", "was", "were", "be", "been", "remains", "remain", "remained")
        for adverb in ("", "also ", "now ", "still ", "even ", "only ", "always ")
    ]


_VERB = Sought(_frames()[0].pattern, "|".join(_frames()[1]))


@cache
def nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for the nouns of the frames "thing" and "pact", singular and plural, and the frame of each."""
    owner = {
        form: name
        for name, _, listed in rows("frames")
        if name in _NOUNS
        for noun in map(str.strip, listed.split(";"))
        for form in (noun, f"{noun}s")
    }
    return re.compile(rf"\b{any_of(owner)}\b(?!-)"), owner


NOUN = Sought(nouns()[0].pattern, "|".join(nouns()[1]))
"""A noun of the frames "thing" and "pact"."""


def frames_in(line: Line) -> Iterator[Framed]:
    """Yield the verbs of the frames in a sentence, in order."""
    frame_of = _frames()[1]
    for match in islice(line.finditer(_VERB), MOST_IN_A_SENTENCE):
        verb = " ".join(match[0].split())
        yield Framed(frame_of[verb], match.start(), match.end(), verb)


@cache
def _complement(name: str) -> re.Pattern[str]:
    return re.compile(_ADJUNCT + _SHAPES[name])


def complement_after(framed: Framed, small: str) -> tuple[str, re.Match[str]] | None:
    """Return the first shape of complement that follows a verb, with its match: the group "what" is where it begins."""
    for name in framed.frame.complements:
        if name != "thing" and (match := _complement(name).match(small, framed.end)):
            return name, match
    return None
