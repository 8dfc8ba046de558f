"""Cues: whether a sentence says what a word of a vocabulary stands for, of whom, and without taking it back.

A cue is the beginning of a word (`reject`), a whole word (`no.`), two words with up to two between them (`turn_down`),
a word that a negation governs (`!agre`), or one that may be promised as well as done (`+accept`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from summariser.language.verbs import SAYS, root
from summariser.language.words import NEGATORS, negates
from summariser.models.cues import begins
from summariser.verification.index import Passage

__all__ = ["Mention", "says"]

Mention = tuple[int, int, str]
"""Where a name stands among the words of a sentence, end exclusive, and the id of its bearer."""

_REACH = 3
_IF_REACH = 8
_IFS = frozenset("if unless until whether instead rather".split())
"""What they govern is not done, however far behind them in their clause."""
_WHEN = frozenset("after once when".split())
_PRESENT = frozenset("is are has have".split())
"""Behind a "will" what they tell is still to come: "will lift it after an accord is reached"."""
_BETWEEN = 3
_UNDONE = frozenset(
    """
    if unless until yet hope hopes hoped close near nearly fail fails failed failing almost would could may might should
    will shall must need needs deny denies denied nobody neither
    """.split()
)
"""Words after which a deed is not done: "close to agreeing", "failed to sign", "if it accepts", "would accept"."""
_NOT_QUITE = frozenset([("short", "of"), ("far", "from")])
_HEARSAY = frozenset("rumour rumours rumor rumors report reports allegation allegations".split())
_UNTRUE = frozenset("false untrue unfounded baseless wrong".split())
_DONE_TO = frozenset(
    "voted chose decided agreed managed moved forced began persuaded led prompted obliged helped got proceeded".split()
)
"""Words after which "to" tells a deed that was done."""
_WILL = frozenset("will would shall".split())
_VOWS = SAYS | frozenset("indicated saying announced confirmed promised pledged vowed".split())
"""Verbs behind which somebody says that he will do a thing."""
_HANGS_ON = frozenset("if unless only provided providing once until after when should".split())
"""Words by which what somebody says that he will do hangs on something else."""
_IDLE = frozenset("comment say elaborate name identify speculate confirm".split())
"""What is declined and is no answer: "declined to comment"."""
_PARTICLES = frozenset(["back"])
"""Verbs that are mostly none: "pull back", "came back with", "back in Geneva"."""
_BEHIND_PARTICLES = frozenset("to from with in at on into out for by of and but".split())
_MOVES = frozenset(
    """
    bring bounce bite call carry claw come cut date draw drive fall fight fly get give go hand hark hit hold
    keep knock lay look move pay pull push put report return roll scale send set slide step take think throw trace
    turn walk want win write
    """.split()
)
_NO_AGENTS = frozenset("monday tuesday wednesday thursday friday saturday sunday tomorrow noon midnight".split())
"""Behind "by" they tell when, and by whom they don't."""
_OF = frozenset(["of", "the"])
_ALL, _SIDES = frozenset("all both two".split()), frozenset(["sides", "parties"])
_SELVES = frozenset("we our us".split())
_FAR = 8
_LONGEST, _MOST = 400, 200
"""Words of a sentence beyond which nearness to a name tells nothing, and places of one cue that are looked at."""
_JOINTS = frozenset(["and", "the", "both", "or"])
_CONTRASTS = frozenset("but while whereas although though".split())
_TURNS = frozenset("but although though which who while because".split())


def says(
    passage: Passage,
    cues: Sequence[str],
    owner: str | None = None,
    mentions: Sequence[Mention] = (),
    *,
    done: bool = False,
) -> bool:
    """Return whether one of `cues` stands in the passage; with `owner`, not nearer to the name of somebody else;
    where nobody is mentioned, it may be anybody's.

    With `done` a word that is denied, hoped for or ahead is no cue.
    """
    begun = _begun(passage, tuple(cues))
    words = passage.words if begun else ()
    if len(words) > _LONGEST:
        owner = None
    for cue in cues if begun else ():
        negated, vowed, parts = cue.startswith("!"), cue.startswith("+"), _parts(cue)
        first = {word for word in begun if begins(word, parts[0])}
        for place in islice(_places(words, first, parts), _MOST) if first else ():
            if (done or negated) and parts[0] not in _PLAIN and _is_undone(words, place, vowed=vowed) is not negated:
                continue
            if (parts[0] in _PARTICLES and _is_particle(words, place)) or _is_idle(words, place):
                continue
            if owner is None or not mentions or _is_of_all(place, words) or owner in _owners(place, words, mentions):
                return True
    return False


_PLAIN = frozenset(f"{word}." for word in [*NEGATORS, "n't"])
"""Negations are cues as they stand."""


def _begun(passage: Passage, cues: tuple[str, ...]) -> list[str]:
    """Return the words with which cues may begin: mostly there are none, and then there is nothing to look for."""
    beginnings, contracted = _beginnings(cues)
    return [word for word in passage.word_set if word.startswith(beginnings) or (contracted and word.endswith("n't"))]


@lru_cache(maxsize=1024)
def _beginnings(cues: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    first = {_parts(cue)[0] for cue in cues}
    return tuple(part.removesuffix(".") for part in first), "n't." in first


@lru_cache(maxsize=4096)
def _parts(cue: str) -> tuple[str, ...]:
    return tuple(cue.lstrip("!+").split("_"))


def _places(words: Sequence[str], first: set[str], parts: tuple[str, ...]) -> Iterator[int]:
    """Yield where a cue stands whose first part is one of `first`."""
    for place, word in enumerate(words):
        if word in first and (
            len(parts) == 1 or any(begins(other, parts[1]) for other in words[place + 1 : place + 1 + _BETWEEN])
        ):
            yield place


def _is_particle(words: Sequence[str], place: int) -> bool:
    """Whether "back" is no verb here: behind a verb, or before a preposition."""
    if words[place] not in _PARTICLES:
        return False
    behind = words[place + 1 : place + 2]
    return not behind or behind[0] in _BEHIND_PARTICLES or any(root(word) in _MOVES for word in words[:place][-_REACH:])


def _is_idle(words: Sequence[str], place: int) -> bool:
    return words[place].startswith(("declin", "refus")) and bool(_IDLE & set(words[place + 1 : place + 1 + _REACH]))


def _within_clause(words: Sequence[str], place: int) -> Sequence[str]:
    """Return the words before a word, as far as its clause goes."""
    before = words[max(0, place - _IF_REACH) : place]
    turn = next((step for step, word in enumerate(reversed(before)) if word in _TURNS), len(before))
    return before[len(before) - turn :]


def _is_vowed(words: Sequence[str], will: int) -> bool:
    """Whether somebody says that he will, and makes it hang on nothing: "said it would accept"."""
    return bool(_VOWS & set(words[max(0, will - _REACH) : will])) and not _HANGS_ON & set(words)


def _is_undone(words: Sequence[str], place: int, *, vowed: bool) -> bool:
    """Whether the word is governed by a negation, or by a word after which it is not done."""
    before = words[max(0, place - _REACH) : place]
    clause = set(_within_clause(words, place))
    if clause & _IFS or (clause & _WHEN and clause & _PRESENT and _WILL & set(words[:place])):
        return True
    if before[-1:] == ["be"] and "to" in before:
        return True
    if before[-1:] == ["to"] and not _DONE_TO & set(before):
        return True
    if (
        tuple(before[-2:]) in _NOT_QUITE
        or (before and before[-1].startswith("avoid"))
        or _is_unreal(words, place, clause)
    ):
        return True
    for step, word in enumerate(reversed(before), start=1):
        if word in _TURNS:
            return False
        if (word == "may" and words[place - step + 1][:1].isdigit()) or (word == "without" and step > 1):
            continue  # the month: "May 3"; "a paper without numbers, signed"
        if vowed and word in _WILL and _is_vowed(words, place - step):
            return False
        if negates(word) or word in _UNDONE:
            return True
    return False


def _is_unreal(words: Sequence[str], place: int, clause: set[str]) -> bool:
    """Whether it is told as what would have been, what comes first, or what is not true."""
    had = words[0] == "had" and place <= _IF_REACH  # "Had Ruvo accepted, the war would be over"
    ahead = words[: words.index("before")] if "before" in clause else ()
    later = _WILL & set(ahead)  # "would die before it accepted"
    hearsay = any(word in _HEARSAY and after == "that" for word, after in pairwise(words[:place]))
    return bool(had or later or (hearsay and _UNTRUE & set(words[place:])))


def _owners(place: int, words: Sequence[str], mentions: Sequence[Mention]) -> set[str]:
    """Return whose word it may be: of who stands behind a "by" after it, else of the nearest name, one before it first,
    and of the first name of its clause, which is the subject."""
    if "by" in words[place + 1 : place + 3]:
        after = [mention for mention in mentions if mention[0] > place]
        if after or not _NO_AGENTS & set(words[place + 1 : place + 2 + _REACH]):
            return _with_joined({after[0][2]}, words, mentions) if after else set()
    if inside := {entry for start, end, entry in mentions if start <= place < end}:
        return inside
    attributed = _attributed(place, words, mentions) | _we(place, words, mentions)
    turn = max((at for at, word in enumerate(words[:place]) if word in _CONTRASTS), default=-1)
    before = [mention for mention in mentions if mention[1] <= place]
    clause = [mention for mention in before if mention[0] > turn]
    if attributed and not before:
        return attributed
    nearest = max(before, key=lambda mention: mention[1]) if before else mentions[0]
    subject = _together(clause[0], words, mentions) if clause else set()
    return _together(nearest, words, mentions) | subject | attributed


def _is_of_all(place: int, words: Sequence[str]) -> bool:
    """Whether it is said of everybody: "all sides have committed to it"."""
    before = words[max(0, place - _FAR) : place]
    return any(word in _SIDES and before[at - 1 : at] and before[at - 1] in _ALL for at, word in enumerate(before))


def _attributed(place: int, words: Sequence[str], mentions: Sequence[Mention]) -> set[str]:
    """Those behind a word to whom it belongs: "the rebel Eastern Council", "in the hands of the Council", "the accord
    brokered last month between Norway and Mabanga"."""
    found: set[str] = set()
    for start, _, entry in mentions:
        behind = words[place + 1 : start] if place < start <= place + 1 + _FAR else ["nobody's"]
        if set(behind) <= _OF or {"between", "among"} & set(behind[-2:]):
            found.add(entry)
    return _with_joined(found, words, mentions) if found else found


def _with_joined(found: set[str], words: Sequence[str], mentions: Sequence[Mention]) -> set[str]:
    """Return entries with those that are joined to them: "brokered by Norway and Mabanga"."""
    joined = found.copy()
    for (_, end, one), (start, _, other) in pairwise(mentions):
        if one in joined and set(words[end:start]) <= _JOINTS:
            joined.add(other)
    return joined


def _we(place: int, words: Sequence[str], mentions: Sequence[Mention]) -> set[str]:
    """Who speaks of himself: "We will stop him," said Ada Brook of the Fans' Union."""
    said = next((at for at in range(len(words) - 1, place, -1) if words[at] in SAYS), None)
    if said is None or not _SELVES & set(words[:said]):
        return set()
    return {entry for start, _, entry in mentions if said < start <= said + _FAR}


def _together(nearest: Mention, words: Sequence[str], mentions: Sequence[Mention]) -> set[str]:
    """The bearer of a name, and of those joined to it: "France and Russia say"."""
    start, owners = nearest[0], {entry for start, _, entry in mentions if start == nearest[0]}
    for first, end, entry in reversed(mentions):
        if end <= start <= end + 2 and set(words[end:start]) <= _JOINTS:
            owners.add(entry)
            start = first
    return owners
