"""Framing: proposals told by the verbs and nouns of tables/data/frames.tsv, whoever makes them, in whatever voice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.engines.rules.claims.proposals.answers import is_bare
from summariser.engines.rules.claims.proposals.frames import Framed, complement_after, frames_in, nouns
from summariser.engines.rules.claims.proposals.offers import Offer, asked_at, certainty_of, is_effort, names_no_thing
from summariser.engines.rules.clauses.boundaries import parts_of, stop_after
from summariser.engines.rules.clauses.circumstances import place_in, time_in
from summariser.engines.rules.clauses.deeds import aux_before, is_denied, words_at_most
from summariser.engines.rules.clauses.discourse import Discourse
from summariser.engines.rules.clauses.issues import issue_of
from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.tables.lexicon import ACTOR, TIME, words
from summariser.language.words import content_stems

__all__ = ["framed_in"]

_UNREAL = re.compile(
    r"\b(?:if|unless|whether|denied|denies|deny|nobody|neither|without|refus\w+ to|declin\w+ to|fail\w* to"
    r"|asked whether|rule[sd]? out)\b[^,;:]*$|\b(?:instead of|rather than) (?:\w+ )?$"
)
_NOUN_BEFORE = re.compile(
    rf"(?:\b(?:the|an?|its|their|his|her|new|this|that|of|in|on|for|with|by|at|any|no|such|each|every|latest|first"
    rf"|second|third|final|improved|raised|rival|formal|fresh|pay|cash|takeover|peace|free)|{ACTOR}'s?|'s)\s$"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b")
_AHEAD = re.compile(r"\b(?:will|would|shall|to be|due|set|plans?|expected|going)\b")
_NO_SUBJECT = re.compile(r"(?:\b(?:to|of|by|for|in|on|and|or|was|were|with|from|at|as|than|help|helped)|,|^\W*)\s*$")
_LED_BY = re.compile(rf"\s*(?:jointly |{TIME} )?by (?:the |its )?({ACTOR}(?:(?:,? and |, )(?:the )?{ACTOR})*)")
_ADDRESSED = re.compile(rf"\bto (?:the |its |their |both )?({ACTOR})")
_FIGURE = re.compile(r"\d|\b(?:million|billion|percent|per cent|pct|half|third|quarter|two|three|four|five|six)\b")
_EMPTY = re.compile(rf"(?:{words('asked_in_vain')})\b")
_OF_SOMEBODY = frozenset({"want", "seek", "ready", "bear", "hint", "ask"})
"""Frames that say nothing where nobody is told of whom they are true: "27 countries seeking membership"."""
_SOMEBODY = re.compile(r"\b(?:the|its|their|his|her|our|both) (?:[\w'-]+ ){1,4}$")
_A_THING = re.compile(
    r"(?:an?|the|its|their|his|her|this|that|some|any|all|both|[$£€]?\d|[A-Z][\w.-]*)\b|[$£€]|\w+s?\b (?:of|for|to)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"[,;:\"] |\b(?:that|and|but|while|which|said|when|as|after|before|if|because|asked) ")
_ANSWERS = re.compile(rf"to (?:{words('answering')})\b")
"""What somebody is ready to do who answers, and puts nothing of their own."""
_NOT_YET = re.compile(r"\b(?:when|before|if|until|unless|after|because|once) $")
_GIVEN = re.compile(r" (?:an?|the|up to|about|some|more|[$£€]?\d[\d.,]*)\b")
_FEW_WORDS = 3
_COULD = re.compile(r"\b(?:could|would|will|might|can|ready to|prepared to|willing to)\b")
_ASIDE = re.compile(r"\b(?:which|who)\s$")
"""Before "wants": what somebody wants by the way, "Xland, which wants N. to lead its squad"."""


def framed_in(line: Line, scene: Discourse) -> Iterator[Offer]:
    """Return the proposals that a sentence tells by a frame, in the order of the words."""
    for framed in frames_in(line):
        yield from _by_verb(framed, line, scene)


def _by_verb(framed: Framed, line: Line, scene: Discourse) -> Iterator[Offer]:
    """Read one verb of a frame with what it governs; nothing where it is a noun, is not done, or governs nothing."""
    head = line.small[: framed.start]
    aux = aux_before(head)
    before = head[: len(head) - len(aux)]
    quoted = line.is_quoted(framed.start)
    if quoted and not re.search(r"\b(?:we|i)(?:'ve|'d|'ll|'re)?\s*$", before):
        return
    if is_denied(aux) or is_denied(head[-14:]) or _UNREAL.search(head[-70:]):
        return
    passive = bool(_PASSIVE.search(aux)) and not framed.verb.split()[0].endswith("ing")
    if passive and framed.frame.name in {"put", "hint", "show", "seek", "pledge"}:
        offer = _put_passively(framed, line, scene, aux) if not quoted else None
        if offer:
            yield offer
        return
    cleft = head.endswith(("that ", "who ", "which ")) and framed.verb.split()[0].endswith("ed")
    if not aux.strip() and not cleft and _NOUN_BEFORE.search(head):
        return
    found = complement_after(framed, line.small)
    if not found:
        return
    shape, match = found
    if _is_other(framed, shape, line, match.start("what")):
        return
    name = framed.frame.name
    if (name == "bear" and not _COULD.search(aux)) or (name == "want" and (_ASIDE.search(before) or "also" in aux)):
        return
    if passive and framed.frame.name == "ask" and shape != "whom":
        return
    yield from _offer(framed, line, scene, (shape, match), aux)


def _is_other(framed: Framed, shape: str, line: Line, what: int) -> bool:
    """Whether words of the shape put nothing: "would have held", "is ready to discuss it"."""
    if framed.verb == "would have":
        return shape != "small"
    return framed.frame.name == "ready" and _ANSWERS.match(line.small, what) is not None


def _offer(framed: Framed, line: Line, scene: Discourse, found: tuple[str, re.Match[str]], aux: str) -> Iterator[Offer]:
    shape, match = found
    at, name = framed.start, framed.frame.name
    subject = scene.subject_at(line, at)
    before = line.small[: at - len(aux)]
    if not subject and (_NO_SUBJECT.search(before) or (name in _OF_SOMEBODY and not _SOMEBODY.search(before))):
        return
    start = asked_at(line, match.start("what")) if shape == "np" else match.start("what")
    if shape in {"whom", "small"} and name == "want" and "whom" in match.re.groupindex:
        start = match.start("whom")
    stop = stop_after(line.small, max(match.end("what") - 1, start))
    if line.is_quoted(at) and (close := line.small.find('"', start)) > 0:
        stop = min(stop, close)
    spans = (
        parts_of(line.small, start, stop) if name in {"want", "seek"} and shape in {"np", "sum"} else [(start, stop)]
    )
    for span in spans:
        yield from _worded((framed, aux), line, scene, span, (shape, match))


def _worded(
    verb: tuple[Framed, str], line: Line, scene: Discourse, span: tuple[int, int], found: tuple[str, re.Match[str]]
) -> Iterator[Offer]:
    """Yield the proposal that the words of a span are, where they say enough."""
    (start, stop), (framed, aux) = span, verb
    shape, match = found
    at, name = framed.start, framed.frame.name
    content = words_at_most(line.text_of(start, stop), 40)
    few = len(content.split()) <= _FEW_WORDS and shape == "sum" and start == match.start("what")
    if few and not is_effort(content) and _says_enough(content, shape):
        content = words_at_most(line.text_of(at, stop), 40)  # "6 million" alone tells little: "wanted 6 million"
    if is_effort(content) or not _says_enough(content, shape) or is_bare(line.marked[start:stop]):
        return
    subject = scene.subject_at(line, at)
    by = list(subject.keys) if subject else []
    whom = line.keys_in(*match.span("whom")) if match.re.groupindex.get("whom") and match["whom"] else []
    to = whom or [key for key in _addressed(line, framed.end, stop) if key not in by]
    saying = scene.saying(line, at)
    yield Offer(
        content,
        issue_of(content) or "other",
        by,
        [key for key in to if key not in by],
        "expected" if name not in _OF_SOMEBODY and _AHEAD.search(aux) else "proposed",
        line,
        when=time_in(line, at, stop),
        saying=saying,
        certainty=certainty_of(saying, by),
        numbers=[line.number],
    )


def _addressed(line: Line, start: int, stop: int) -> list[str]:
    found = _ADDRESSED.findall(line.marked, start, stop)
    return [line.keys[char] for char in found if char in line.keys]


def _says_enough(content: str, shape: str) -> bool:
    """Whether a wording holds something that can be done or given, and is no clause or empty phrase."""
    stems = content_stems(content)
    figure = _FIGURE.search(content) is not None
    small = content.lower()
    if shape in {"np", "sum"} and (_EMPTY.match(small) or names_no_thing(content)):
        return False
    return len(stems) >= 2 or (figure and bool(stems))


def _put_passively(framed: Framed, line: Line, scene: Discourse, aux: str) -> Offer | None:
    """Read "a truce of 30 days has been floated (by X)": what stands before the verb is what is proposed."""
    end = framed.start - len(aux)
    begin = max((opening.end() for opening in _OPENS.finditer(line.small, 0, end)), default=0)
    content = words_at_most(line.text_of(begin, len(line.small[:end].rstrip())), 40)
    agent = _LED_BY.match(line.marked, framed.end)
    by = line.keys_in(*agent.span(1)) if agent else []
    if framed.frame.name == "put" and _GIVEN.match(line.small, framed.end):
        return None  # "creditors were offered 40 cents": what follows is offered
    if framed.verb == "put" and not line.small.startswith((" to ", " forward", " before "), framed.end):
        return None
    if framed.frame.name == "show" and not nouns()[0].search(content.lower()):
        return None
    if not _A_THING.match(content) or _NOT_YET.search(line.small[:begin]):
        return None
    if len(content_stems(content)) < 2 or names_no_thing(content) or is_bare(line.marked[begin:end].strip()):
        return None
    saying = scene.saying(line, framed.start)
    return Offer(
        content,
        issue_of(content) or "other",
        by,
        [],
        "expected" if _AHEAD.search(aux) else "proposed",
        line,
        when=time_in(line, framed.start, len(line.marked)),
        where=place_in(line, framed.start, len(line.marked)),
        saying=saying,
        certainty=certainty_of(saying, by),
        numbers=[line.number],
    )
