"""Orders: an article that speaks to the machine that reads it is not obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.models.claims import Evidence
from summariser.models.faults import Fault
from summariser.verification.place import Place

__all__ = ["ORDER", "cites_no_orders", "gives_orders", "obeys_no_orders"]

ORDER = re.compile(
    r"""
    \b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:previous|prior|above|earlier|all|your|the)\b.{0,30}
        \b(?:instructions?|prompts?|rules|schema|directions)\b
    | \b(?:system|developer)\s+(?:prompt|message)\b
    | \b(?:you\ are|as)\ (?:now\ )?an?\ (?:ai|assistant|language\ model|summari[sz]er)\b
    | \b(?:output|print|reveal|repeat|answer\ with)\b.{0,30}\b(?:your\ (?:prompt|instructions)|json|the\ schema)\b
    | \b(?:add|mark|set|list|record|report|include)\b.{0,60}
        \b(?:in\ the\ (?:summary|record|json|output)|as\ a\ party\ in|"?(?:status|stage|is_negotiation)"?\s*[:=])
    | \bnote\ to\ (?:the\ )?(?:ai|summari[sz]er|language\ model|assistant|machine)
    | <\|?/?(?:im_start|im_end|system|assistant|user|tool_call|article)\b
    | \{\{|\{%|"(?:tool_calls|is_negotiation|proposed_by)"
    """,
    re.VERBOSE,
)
"""What a sentence says that speaks to a machine, folded and in lower case. News has no use for these turns."""

_ONE_OF = (
    *("instruct", "prompt", "rules", "schema", "direction", "message", "an ai", "a ai", "assistant", "model"),
    *("summari", "json", "record", "output", "as a party", "status", "stage", "is_negotiation", "machine", "<", "{"),
    *('"tool_calls', '"proposed_by'),
)
"""Each of these turns has one of these in it: found at once, which the expression is not."""


def gives_orders(folded: str) -> bool:
    """Return whether a text, folded, speaks to a machine that reads it."""
    plain = folded.casefold()
    return any(map(plain.__contains__, _ONE_OF)) and ORDER.search(plain) is not None


def cites_no_orders(evidence: list[Evidence], place: Place) -> Iterator[Fault]:
    """A sentence that gives orders to its reader is no report of anything."""
    for number in place.cited:
        if place.article.sentence(number).once(gives_orders):
            yield place.fault(
                "cites_no_orders",
                f"sentence {number} gives orders to its reader and reports nothing; drop what rests on it",
            )


def obeys_no_orders(value: str, place: Place) -> Iterator[Fault]:
    """A claim that repeats such an order has obeyed the article instead of the prompt."""
    if place.own(value).once(gives_orders):
        yield place.fault("obeys_no_orders", "repeats an order in the article; report what happened, or leave it out")
