"""Clauses: who puts terms to whom in a sentence, as far as the order of its words shows it.

"Norway has offered Mabanga 900 million", "a Thai plan", "the bid by Plainsman", "Canberra wants Tarvenia to cut". What
the words don't show plainly is left out: a side that is found is found for a reason.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from summariser.verification.affiliation import TITLES, VERBS
from summariser.verification.cast import Mention

__all__ = ["Sides", "clauses", "sides"]

_WORDS = {
    kind: frozenset(words.split())
    for kind, words in tomllib.loads((Path(__file__).parent / "data" / "deals.toml").read_text("utf-8")).items()
}
_ASKS, _ANSWERS, _TERMS, _ADDRESSES = (_WORDS[kind] for kind in ("asks", "answers", "terms", "addresses"))
_PREPOSITIONS, _CONDITIONS = _WORDS["prepositions"], _WORDS["conditions"]
_BE = frozenset("am are be been being is was were get gets got".split())
_SMALL = frozenset("a an the its their his her our this that these those new own latest earlier first last".split())
_CUTS = frozenset([";", "but", "while", "whereas"])
_STOPS = _CUTS | frozenset([":", '"', "although", "though"])
_PRONOUNS = frozenset(["he", "she", "it", "they"])
_SAID = frozenset("said says added adds insisted insists repeated".split())
_WITHIN_VERBS = frozenset(
    """
    again already also always be been being did do does far first formally had has have is are was were later never
    not now only repeatedly since so still then today yesterday will would can could cannot won't wouldn't
    """.split()
)
_JOINTS = frozenset(["and", "the", ",", "both"])
_MODALS = frozenset("will would won't wouldn't can could cannot".split())
_WITH = {"call": "for", "calls": "for", "called": "for", "calling": "for", "replied": "with"}
_GETS = frozenset("be get gets obtain receive receives recover regain win".split())
_OBLIGES = frozenset("must should need needs ought".split())
_MADE = frozenset("made put tabled announced presented".split())
_NOUNS = frozenset(
    "ask bid call calls demand demands offer offers pledge pledges press promise promises request requests".split()
)
_BEFORE_VERBS = frozenset("he she it they we who which that also now still again never not and".split()) | _MODALS
_REACH = 4


@dataclass(frozen=True, slots=True)
class Sides:
    """The entries that a sentence shows to put terms to others, those to whom they are put, those who answer,
    and those who do something only if something else is done."""

    makers: frozenset[str]
    takers: frozenset[str]
    answering: frozenset[str]
    conditioning: frozenset[str]


def sides(
    words: Sequence[str],
    mentions: Sequence[Mention],
    within: tuple[int, int],
    subject_before: frozenset[str] = frozenset(),
) -> Sides:
    """Return the sides of a clause; `subject_before` are those whom a pronoun at its beginning means."""
    makers: set[str] = set()
    takers: set[str] = set()
    answering: set[str] = set()
    ends = {mention.end for mention in mentions}
    for at in range(*within):
        word = words[at]
        if word in _TERMS and not _is_verb(words, at, ends):
            makers.update(*_makers_of_terms(words, mentions, at))
            takers.update(*_behind(words, mentions, at, ("to", "for")))
            continue
        passive = bool(_BE & set(words[max(0, at - 2) : at])) and word.endswith("ed")
        if not _is_verb(words, at, ends):
            continue
        if _asks(words, at):
            (takers if passive else makers).update(_subject(words, mentions, at, subject_before))
        elif word in _ANSWERS and not passive:
            answering.update(_subject(words, mentions, at, subject_before))
        if word in _ADDRESSES and not passive:
            takers.update(*_behind(words, mentions, at, ()))
    conditioning = _conditioning(words, mentions, within, subject_before)
    return Sides(frozenset(makers), frozenset(takers), frozenset(answering), conditioning)


def _asks(words: Sequence[str], at: int) -> bool:
    """Whether a verb puts terms: "called" does with "for", and "made" with "an offer"."""
    wanted = _WITH.get(words[at])
    if words[at] in _MADE:
        return bool(_TERMS & set(words[at + 1 : at + 1 + _REACH]))
    return words[at + 1 : at + 2] == [wanted] if wanted else words[at] in _ASKS


def _is_verb(words: Sequence[str], at: int, ends: set[int]) -> bool:
    """Whether a word that is a noun as well stands where verbs do: behind a name, a modal or a pronoun."""
    word, before = words[at], words[at - 1] if at else ""
    if word.endswith("ing"):
        return before in _BE
    if word not in _NOUNS:
        return before != "to" and (before == "that" or before not in _SMALL)
    return at in ends or before in _BEFORE_VERBS


def _makers_of_terms(words: Sequence[str], mentions: Sequence[Mention], at: int) -> Iterator[frozenset[str]]:
    """Whose terms they are: "Norway's first offer", "the Plainsman offer", "an offer made late Monday by Haldmouth"."""
    for mention in mentions:
        between = list(words[mention.end : at])
        if mention.end <= at and len(between) <= _REACH and (between[:1] == ["'s"] or not between):
            if not _PREPOSITIONS & set(between) and not {",", '"'} & set(between):
                yield mention.owners
        elif mention.start > at:
            between = list(words[at + 1 : mention.start])
            while between and between[-1] in _SMALL:
                between.pop()
            if between[:1] == [","] and between[1:2] in (["made"], ["put"], ["tabled"], ["announced"]):
                del between[0]
            by = between[-1:] in (["by"], ["from"]) and len(between) <= 2 * _REACH
            if by and not set(between) & ({",", '"', "and", "to"} | VERBS - _MADE):
                yield mention.owners


def _behind(
    words: Sequence[str], mentions: Sequence[Mention], at: int, by: tuple[str, ...]
) -> Iterator[frozenset[str]]:
    """Who stands right behind a word, after one of `by` if there are any."""
    for mention in mentions:
        between = [word for word in words[at + 1 : mention.start] if word not in _SMALL]
        fits = (len(between) == 1 and between[0] in by) if by else not between
        if mention.start > at and fits and words[mention.end : mention.end + 1] != ["'s"]:
            yield mention.owners


def _subject(
    words: Sequence[str], mentions: Sequence[Mention], verb: int, subject_before: frozenset[str]
) -> frozenset[str]:
    """Who is the subject of a verb: the name right before it, or whom "it" means where the words leave no choice."""
    start = max((at for at in range(verb) if words[at] in _STOPS), default=-1) + 1
    last = verb - 1
    while last > start and words[last] in _WITHIN_VERBS:
        last -= 1
    if words[last] in _PRONOUNS:
        said = _saying(words, last)
        if said is not None:
            return _subject(words, mentions, said, subject_before)
        return subject_before if last == start == 0 and words[last] != "they" else frozenset()
    inside = [each for each in mentions if start <= each.start and each.end <= verb and _may_be_subject(words, each)]
    for mention in reversed(inside):
        if _leads_to(_without_home(words[mention.end : verb], mention, mentions)):
            return _joined(mention, words, inside)
    opening = inside[0] if inside else None
    if opening and words[last] == "and" and not set(words[start : opening.start]) & (_PREPOSITIONS | VERBS):
        return opening.owners
    return frozenset()


def _saying(words: Sequence[str], pronoun: int) -> int | None:
    """Return where the verb stands whose subject says what the pronoun does: "said it", "had told Iran that it"."""
    if words[pronoun - 1 : pronoun] == ["that"]:
        reach = range(pronoun - 2, max(0, pronoun - 2 - _REACH), -1)
        return next((at for at in reach if words[at] in _SAID or words[at] == "told"), None)
    return pronoun - 1 if pronoun > 1 and words[pronoun - 1] in _SAID else None


def _without_home(between: Sequence[str], mention: Mention, mentions: Sequence[Mention]) -> Sequence[str]:
    """Return the words behind a name without the entry that the name is of: "Vera Lund of Orvane has"."""
    home = next((each for each in mentions if each.start >= mention.end), None)
    if home and between[:1] in (["of"], ["from"], ["for"]) and home.start - mention.end <= 2:
        return between[home.end - mention.end :]
    return between


def _joined(last: Mention, words: Sequence[str], mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the owners of a mention and of those joined to it: "Orvane and the Tarn Union"."""
    owners, start = last.owners, last.start
    for mention in reversed(mentions):
        if mention.end < start and set(words[mention.end : start]) <= _JOINTS:
            owners, start = owners | mention.owners, mention.start
    return owners


def _leads_to(between: Sequence[str]) -> bool:
    """Whether nothing but what belongs to the verb, or an aside between commas, stands between a subject and it."""
    rest = list(between)
    if rest[:1] == [","]:
        closes = next((at for at in range(len(rest) - 1, 0, -1) if rest[at] == ","), None)
        if closes is None:
            return False  # that comma closes the aside in which the name stands
        rest = rest[closes + 1 :]
    if rest[:1] == ["'s"] and len(rest) <= _REACH:
        rest = rest[next((at for at, word in enumerate(rest) if word in TITLES or word[:-1] in TITLES), -1) + 1 :]
    return rest in ([], ["who"], ["which"], ["that"]) or set(rest) <= _WITHIN_VERBS


def _may_be_subject(words: Sequence[str], mention: Mention) -> bool:
    at = mention.start - 1
    while at >= 0 and words[at] in _SMALL:
        at -= 1
    before = words[at] if at >= 0 else ""
    behind = words[mention.end : mention.end + 1 + _REACH]
    owns = behind[:1] == ["'s"] and not any(word in TITLES or word[:-1] in TITLES for word in behind)
    objects = before in _PREPOSITIONS or (before in _ADDRESSES | _ANSWERS and before not in _NOUNS)
    return not objects and not owns


def _conditioning(
    words: Sequence[str], mentions: Sequence[Mention], within: tuple[int, int], subject_before: frozenset[str]
) -> frozenset[str]:
    """Who would do something on condition: "Ottawa will not, unless", "Thailand is prepared to, provided that"."""
    start, end = within
    places = range(start, end)
    condition = next(
        (at for at in places if words[at] in _CONDITIONS or "_".join(words[at : at + 2]) in _CONDITIONS), None
    )
    if condition is None or set(words[start:condition]) & _OBLIGES:
        return frozenset()
    modal = next((at for at in range(start, condition) if words[at] in _MODALS), None)
    if _PRONOUNS & set(words[condition : condition + _REACH]) or _GETS & set(words[start:condition]):
        return frozenset()  # "Greece will get the money if it cuts": the condition is set for the subject
    by_modal = _subject(words, mentions, modal, subject_before) if modal is not None else frozenset()
    if by_modal:
        return by_modal
    opening = next((each for each in mentions if start <= each.start and each.end <= condition), None)
    if opening is None or set(words[start : opening.start]) & (_PREPOSITIONS | VERBS):
        return frozenset()
    return opening.owners if _may_be_subject(words, opening) else frozenset()


def clauses(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the parts of a sentence stand that `but` or a semicolon sets against each other."""
    cuts = [at for at, word in enumerate(words) if word in _CUTS]
    return list(pairwise([0, *cuts, len(words)]))
