"""Markers: what must hold of a field, declared beside it in its type.

    class Proposal(Claim):
        content: Annotated[str, Supported()]
        proposed_by: list[Annotated[str, Ref("parties")]]

A marker is data. `summariser.verification.guards` says which guards it stands for; `Must` carries a guard of your own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

__all__ = [
    "Ahead",
    "Befits",
    "Citation",
    "Distinct",
    "Edtf",
    "Id",
    "Marker",
    "Must",
    "Named",
    "NotAhead",
    "OfBearer",
    "OnTopic",
    "Puts",
    "Ref",
    "SaysSo",
    "SpeaksFor",
    "Supported",
    "Timed",
    "Told",
    "Verbatim",
    "Whole",
    "Words",
]


@dataclass(frozen=True)
class Marker:
    """Base of all markers."""


@dataclass(frozen=True)
class Id(Marker):
    """Names its claim: no other claim of the draft bears the same id."""


@dataclass(frozen=True)
class Ref(Marker):
    """Names an entry of the draft's list `target` by its id; `Ref("parties")`."""

    target: str


@dataclass(frozen=True)
class Citation(Marker):
    """A claim's evidence: sentences that exist, that speak of the claim, and no more of them than it needs."""


@dataclass(frozen=True)
class Supported(Marker):
    """Wording, numbers, dates and polarity come from the cited sentences.

    `scope="article"` looks in the whole article: for a field whose words need not stand in the claim's own sentences.
    Where nothing is cited (a field outside any claim) the scope is the article as well. `title=True` is for a name of
    one's own for what the article tells ("talks"): its words need not stand there, and their absence is a doubt.
    """

    scope: Literal["cited", "article"] = "cited"
    title: bool = False


@dataclass(frozen=True)
class Verbatim(Marker):
    """Stands in the article letter for letter, typography and line breaks aside.

    `scope="near"` wants it in the claim's own sentences, beside them, or in the first one, which holds the dateline.
    """

    scope: Literal["near", "article"] = "article"


@dataclass(frozen=True)
class Named(Marker):
    """A name whose bearer a cited sentence mentions, under this name or under one in the sibling field `aliases`."""

    aliases: str = "aliases"


@dataclass(frozen=True)
class SpeaksFor(Marker):
    """A person's name, whom the article shows to speak for the bearer of the claim's own name, and for nobody else.

    `office` is the sibling field that tells what the person is, `aliases` the one with further names.
    """

    office: str = "position"
    aliases: str = "aliases"


@dataclass(frozen=True)
class SaysSo(Marker):
    """Who says what a claim tells: named in the cited sentences, or before one in which somebody goes on speaking."""


@dataclass(frozen=True)
class Puts(Marker):
    """References to whoever puts terms to those in the sibling field `to`; the two are not turned round.

    With `answered` the others answer: whoever accepts or rejects the terms is then one of them, and nobody puts terms
    to himself.
    """

    to: str
    answered: bool = False


@dataclass(frozen=True)
class Edtf(Marker):
    """A date in EDTF that agrees with the words in the sibling field `text` and with the day of publication."""

    text: str = "text"


@dataclass(frozen=True)
class Timed(Marker):
    """The words of a time: where the claim's own sentences tell times, one of theirs."""


@dataclass(frozen=True)
class Words(Marker):
    """At most `most` words, and at least one character that is no space."""

    most: int


@dataclass(frozen=True)
class Told(Marker):
    """A word of a vocabulary is believed only where the cited sentences have one of its cues.

    `vocabulary` names the rows of `data/cues.tsv` beside this module that hold the cues; a table of your own, from
    vocabulary word to word beginnings, is given as `cues`. `scope="article"` looks in the whole article: for a word
    about what all of it deals with. With `done` a cue counts only where the text tells it as done: "did not accept",
    "would accept" and "failed to accept" tell of no acceptance. `wording` is the sibling field whose own words must
    not tell the contrary. `follows` names words that need no cue where a field of the claim has another, which is
    judged for itself: who has signed has accepted.
    """

    vocabulary: str
    cues: tuple[tuple[str, tuple[str, ...]], ...] = ()
    scope: Literal["cited", "article"] = "cited"
    done: bool = False
    wording: str | None = None
    follows: tuple[tuple[str, str, str], ...] = ()
    """Each a word, the claim's field from which it follows, and the word there."""


@dataclass(frozen=True)
class OfBearer(Marker):
    """A list of words of a vocabulary, of which `words` tell what only few do for others: who mediates, who hosts.

    The article has to say such a word of the bearer of the claim's name itself. Unsaid it is a doubt, and is refused
    beside one of `sides`, which are those for whom others mediate, or beside a second one that is unsaid. The rows
    "own" and `vocabulary` of `data/cues.tsv` hold the beginnings of the words that say it; or they are given as `cues`.
    """

    vocabulary: str
    words: tuple[str, ...]
    sides: tuple[str, ...] = ()
    cues: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Befits(Marker):
    """A word for what the bearer of the sibling `name` is, which befits it.

    It is one of `states` where the name is a state's own ("Norway"), one of `unions` where it is that of a union of
    states ("the EU"; where none is given, any word befits it), and one of `persons` where the article puts an office or
    "Mr" before it ("Prime Minister Ada Brook"). The sibling `aliases` of any other name no person bears, and one of
    `persons` is not among those in the sibling `speakers` who speak for it.
    """

    states: tuple[str, ...]
    persons: tuple[str, ...]
    unions: tuple[str, ...] = ()
    name: str = "name"
    aliases: str = "aliases"
    speakers: str = "representatives"


@dataclass(frozen=True)
class NotAhead(Marker):
    """Is none of `words` where the sibling `when` lies after the day of publication: that has not happened yet.

    `wording` is the sibling field whose own words must not tell it as ahead either ("the ministers will meet"), unless
    the sibling `kind` is one of `spoken`: a threat has happened, though what it threatens with has not.
    """

    words: tuple[str, ...]
    when: str = "when"
    wording: str | None = None
    kind: str = "kind"
    spoken: tuple[str, ...] = ()


@dataclass(frozen=True)
class Whole(Marker):
    """Whole sentences: a text that breaks off tells half a truth."""


@dataclass(frozen=True)
class Ahead(Marker):
    """Has not happened yet: the sentences of the article that say it speak of what is to come.

    It is no repetition of the sibling field `now`, which tells where things stand.
    """

    now: str | None = None


@dataclass(frozen=True)
class Distinct(Marker):
    """No two entries of the list say the same in the fields `by`."""

    by: tuple[str, ...]

    def __init__(self, *by: str) -> None:
        object.__setattr__(self, "by", by)


@dataclass(frozen=True)
class OnTopic(Marker):
    """Filled wherever the article is on the task's topic.

    The field may be null, for records of articles off the topic; the schema that the model sees has no null, since a
    nullable field is a way out that small models take.
    """

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        shape = handler(schema)
        if handler.mode == "serialization":
            return shape
        choices = [choice for choice in shape.get("anyOf", []) if choice.get("type") != "null"]
        return choices[0] if len(choices) == 1 else shape


@dataclass(frozen=True)
class Must(Marker):
    """A guard of your own: `guard(value, place)` yields faults. See docs/your-own-schema.md."""

    guard: Callable[[Any, Any], Iterable[Any]]
