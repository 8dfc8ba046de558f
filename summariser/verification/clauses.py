"""Clauses: who puts terms to whom in a sentence, as far as the order of its words shows it.

"Norway has offered Mabanga 900 million", "a Thai plan", "the bid by Plainsman", "Canberra wants Tarvenia to cut". What
the words don't show plainly is left out: a side that is found is found for a reason.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from summariser.language.words import negates
from summariser.verification.affiliation import VERBS
from summariser.verification.cast import Mention
from summariser.verification.subjects import EXPECTED, PREPOSITIONS, SAYING, SMALL, Reading

__all__ = ["Sides", "clauses", "sides"]

_WORDS = {
    kind: frozenset(words.split())
    for kind, words in tomllib.loads((Path(__file__).parent / "data" / "deals.toml").read_text("utf-8")).items()
}
_ASKS, _ANSWERS, _TERMS, _ADDRESSES = (_WORDS[kind] for kind in ("asks", "answers", "terms", "addresses"))
_CONDITIONS, _HANDS, _READY, _HANGS = (_WORDS[kind] for kind in ("conditions", "hands", "ready", "hangs"))
_BE = frozenset("am are be been being is was were get gets got".split())
_CUTS = frozenset([";", "but", "while", "whereas"])
_PRONOUNS = frozenset(["he", "she", "it", "they"])
_MODALS = frozenset("will would won't wouldn't can could cannot".split())
_WITH = {
    **dict.fromkeys(
        "call calls called calling fought held hold holding holds push pushes pushed pushing".split(), "for"
    ),
    **dict.fromkeys("replied came come comes countered".split(), "with"),
}
_GETS = frozenset("be get gets obtain receive receives recover regain win".split())
_OBLIGES = frozenset("must should need needs ought".split())
_NOUNS = frozenset(
    "ask bid call calls demand demands offer offers pledge pledges press promise promises request requests".split()
)
_OTHER_THINGS = frozenset("comment interview talks meeting wednesday".split())
"""What is asked or offered and is no term: "declined a request for comment"."""
_NO_TERMS = frozenset("aid help money payment payments support".split())
"""What is accepted or refused and puts no terms: "will accept payment from Iran"."""
_BEFORE_VERBS = frozenset("he she it they we who which that also now still again never not and".split()) | _MODALS
_OWN = frozenset("its their his her".split())
_GIVES_UP = frozenset("abandon abandoned drop dropped drops scrapped up withdrew withdrawn".split())
"""Before "its claim" they tell what somebody else may have asked for."""
_HAVE = frozenset(["have"])
"""Behind a modal: "would have to leave" is what others want of the subject."""
_ACTING = (
    _MODALS
    | _READY
    | _ASKS
    | _ANSWERS
    | _HANGS
    | VERBS
    | frozenset("may must is are was were has have had backs supports favours wants insists agrees lets takes".split())
)
"""What stands behind a name that is a subject, and not behind one that belongs to a noun, or in a dateline."""
_REACH = 4
_FAR = 8


@dataclass(frozen=True, slots=True)
class Sides:
    """The entries that a sentence shows to put terms to others, those to whom they are put, those who answer,
    and those who do something only if something else is done."""

    makers: frozenset[str]
    takers: frozenset[str]
    answering: frozenset[str]
    conditioning: frozenset[str]
    speaking: frozenset[str] = frozenset()
    """Those who say what must be, or what they would do; it tells less than an offer."""
    by_others: bool = False
    """Whether somebody puts terms who bears no name of the draft: "the budget director ... but offered"."""


def sides(
    words: Sequence[str],
    mentions: Sequence[Mention],
    within: tuple[int, int],
    subject_before: frozenset[str] = frozenset(),
    described: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> Sides:
    """Return the sides of a clause.

    `subject_before` are those whom a pronoun at its beginning means, `described` whom "the company" means.
    """
    reading = Reading(words, mentions, subject_before, described)
    makers = {owner for mention in mentions if _has_an_amount(words, mention, within) for owner in mention.owners}
    takers: set[str] = set()
    answering: set[str] = set()
    by_others = False
    ends = {mention.end for mention in mentions}
    condition = _condition(words, within)
    hanging = _hanging(words, within, condition)
    for at in range(*within):
        if at in hanging:
            continue  # who is to offer something first puts no terms by that
        word = words[at]
        if word in _TERMS and (word not in _ASKS or not _is_verb(words, at, ends)):
            makers.update(*_makers_of_terms(reading, at))
            takers.update(*_behind(words, mentions, at, ("to", "for")))
            continue
        if not _is_verb(words, at, ends):
            continue
        passive = (
            bool(_BE & set(words[max(0, at - 2) : at])) and word.endswith(("ed", "ut", "en")) and word not in _READY
        )
        if _asks(words, at):
            subject = frozenset[str]() if _is_denied(words, at) else reading.subject(at)
            (takers if passive else makers).update(subject)
            by_others = by_others or (not (subject or passive) and words[at - 1] in ("but", "and"))
            makers.update(*(_agent(words, mentions, at) if passive else ()))
            takers.update(*_behind(words, mentions, at, ("to",)))
        elif word in _ANSWERS and not passive:
            answering.update(reading.subject(at))
            makers.update(*_refused_from(words, mentions, at))
        if word in _ADDRESSES and not passive:
            takers.update(*_behind(words, mentions, at, ()))
    return Sides(
        frozenset(makers),
        frozenset(takers),
        frozenset(answering),
        _conditioning(reading, within[0], condition),
        _speaking(reading),
        by_others,
    )


def _has_an_amount(words: Sequence[str], mention: Mention, within: tuple[int, int]) -> bool:
    """Whether a sum stands for a bid: "Sternberg's 8.5 million was refused"."""
    mark, *amount = words[mention.end : mention.end + 7] or [""]
    if not within[0] <= mention.start < within[1] or mark != "'s" or not amount or not amount[0][0].isdigit():
        return False
    return not _BE.isdisjoint(amount)  # "Sternberg's 8.5 million in loans" is another matter


def _asks(words: Sequence[str], at: int) -> bool:
    """Whether a verb puts terms: "called" does with "for", and "made" with "an offer"."""
    word, wanted = words[at], _WITH.get(words[at])
    if word in _HANDS:
        return words[at + 1 : at + 2] != ["up"] and bool(_TERMS & set(words[max(0, at - _FAR) : at + 1 + _REACH]))
    if word in _READY:
        return words[at + 1 : at + 2] == ["to"]
    if wanted:
        return wanted in words[at + 1 : at + 3]
    return word in _ASKS


def _is_denied(words: Sequence[str], at: int) -> bool:
    return any(negates(word) for word in words[max(0, at - 2) : at])


def _is_verb(words: Sequence[str], at: int, ends: set[int]) -> bool:
    """Whether a word that is a noun as well stands where verbs do: behind a name, a modal or a pronoun."""
    word, before = words[at], words[at - 1] if at else ""
    if word.endswith("ing"):
        return before in _BE
    if word in _READY:
        return True
    if word not in _NOUNS:
        return before != "to" and (before == "that" or before not in SMALL)
    return at in ends or before in _BEFORE_VERBS or (before == "to" and words[at - 2] in EXPECTED)


def _makers_of_terms(reading: Reading, at: int) -> Iterator[frozenset[str]]:
    """Whose terms they are: "Norway's first offer", "the Plainsman offer", "an offer made late Monday by Haldmouth"."""
    words = reading.words
    owned = next((place for place in range(at - 1, max(0, at - _REACH), -1) if words[place] in _OWN), None)
    given_up = owned and words[owned - 1] in _GIVES_UP
    if owned and not given_up and not set(words[owned:at]) & (PREPOSITIONS | VERBS):
        yield reading.possessor(owned)
    for mention in _near(reading.mentions, at - _FAR, at + 2 * _FAR):
        between = list(words[mention.end : at])
        if mention.end <= at and len(between) <= _REACH and (between[:1] == ["'s"] or not between):
            if not PREPOSITIONS & set(between) and not {",", '"'} & set(between):
                yield mention.owners
        elif mention.start > at:
            between = _plain(words, at, mention)
            if between[:1] == [","] and between[1:2] in (["made"], ["put"], ["tabled"], ["announced"]):
                del between[0]
            by = between[-1:] in (["by"], ["from"]) and len(between) <= 2 * _REACH
            if by and not set(between) & ({",", '"', "and", "to"} | VERBS - _HANDS):
                yield mention.owners


def _plain(words: Sequence[str], at: int, mention: Mention) -> list[str]:
    """Return the words between a word and a name without what belongs to the name: "from its rival Halvorsen"."""
    between = list(words[at + 1 : mention.start])
    marks = [place for place, word in enumerate(between) if word in ("by", "from")]
    if marks and not set(between[marks[-1] + 1 :]) & (PREPOSITIONS | VERBS | {",", '"', "'s", "and"}):
        return between[: marks[-1] + 1] if len(between) - marks[-1] <= _REACH else between
    return between


def _agent(words: Sequence[str], mentions: Sequence[Mention], at: int) -> Iterator[frozenset[str]]:
    """By whom something is done: "was tabled on Tuesday by Orvane"."""
    for mention in _near(mentions, at, at + 2 * _FAR):
        between = _plain(words, at, mention) if mention.start > at else []
        if between[-1:] == ["by"] and len(between) <= _FAR and not set(between) & ({",", '"', "and"} | VERBS):
            yield mention.owners
            return


def _refused_from(words: Sequence[str], mentions: Sequence[Mention], at: int) -> Iterator[frozenset[str]]:
    """From whom comes what is answered: "turned down a 2.4 percent wage increase from North Passage Lines"."""
    for mention in _near(mentions, at, at + 4 * _FAR):
        between = _plain(words, at, mention) if mention.start > at else []
        if between[-1:] == ["from"] and not set(between) & ({",", '"', "and", "to"} | VERBS | _NO_TERMS):
            yield mention.owners
            return


def _behind(
    words: Sequence[str], mentions: Sequence[Mention], at: int, by: tuple[str, ...]
) -> Iterator[frozenset[str]]:
    """Who stands right behind a word, after one of `by` if there are any."""
    for mention in _near(mentions, at, at + 2 * _FAR):
        between = [word for word in words[at + 1 : mention.start] if word not in SMALL]
        fits = (len(between) == 1 and between[0] in by) if by else not between
        if mention.start > at and fits and words[mention.end : mention.end + 1] != ["'s"]:
            yield mention.owners


def _near(mentions: Sequence[Mention], first: int, last: int) -> Iterator[Mention]:
    """Yield the mentions that end behind one place and start before another: others are not looked at one by one."""
    return (mention for mention in mentions if first <= mention.end and mention.start <= last)


def _conditioning(reading: Reading, start: int, condition: int | None) -> frozenset[str]:
    """Who would do something on condition: "Ottawa will not, unless", "Thailand is prepared to, provided that"."""
    words, mentions = reading.words, reading.mentions
    if condition is None or set(words[start:condition]) & _OBLIGES:
        return frozenset()
    if words[start] == "but" and condition - start < _REACH:
        start = 0  # "is willing to pay, but only if"
    if _PRONOUNS & set(words[condition : condition + _REACH]) or _GETS & set(words[start:condition]):
        return frozenset()  # "Greece will get the money if it cuts": the condition is set for the subject
    acts = (at for at in range(start, condition) if words[at] in _MODALS or words[at] in _READY)
    modal = next(acts, None)
    by_modal = reading.subject(modal) if modal is not None else frozenset()
    if by_modal:
        return by_modal
    opening = next((each for each in mentions if start <= each.start and each.end <= condition), None)
    if opening is None or set(words[start : opening.start]) & (PREPOSITIONS | VERBS):
        return frozenset()
    following = words[opening.end : opening.end + 1]
    acts_itself = following and (following[0] in _ACTING or following[0].endswith("ed"))
    return opening.owners if acts_itself else frozenset()  # "Arlenian nets may stay only once" tells nothing of Arlenia


def _condition(words: Sequence[str], within: tuple[int, int]) -> int | None:
    """Return where a clause begins to tell on what it hangs."""
    hanging = (at for at in range(*within) if {words[at], "_".join(words[at : at + 2])} & _CONDITIONS)
    return next(hanging, None)


def _hanging(words: Sequence[str], within: tuple[int, int], condition: int | None) -> range:
    """Return where a clause tells on what it hangs: to its end, or as far as a comma where it begins with that."""
    if condition is None:
        return range(0)
    start, end = within
    commas = (at for at in range(condition, end) if words[at] == ",")
    return range(condition, next(commas, end) if condition - start < 2 else end)


def _speaking(reading: Reading) -> frozenset[str]:
    """Who says it, or would do it himself, as others report ("Castor will raise its price, lawyers said")."""
    words = reading.words
    said = [
        reading.speaker(at)
        for at, word in enumerate(words)
        if word in SAYING and words[at - 1 : at] != ["to"] and not _is_denied(words, at)
    ]
    speakers: frozenset[str] = frozenset().union(*said)
    found = set(speakers)
    for at, word in enumerate(words):
        if word in _MODALS and said and not (_ANSWERS | _GETS | _HAVE) & set(words[at + 1 : at + 1 + _REACH]):
            acting = reading.subject(at)
            found.update(acting & speakers if speakers else acting)
    return frozenset(found)


def clauses(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the parts of a sentence stand that `but` or a semicolon sets against each other."""
    cuts = [at for at, word in enumerate(words) if word in _CUTS]
    return list(pairwise([0, *cuts, len(words)]))
