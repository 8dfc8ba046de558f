"""Orders: an article that speaks to the machine that reads it is not obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from summariser.language.orders import gives_orders, may_give_orders, opens_orders
from summariser.language.words import STOPWORDS
from summariser.models.claims import Evidence
from summariser.models.faults import Fault
from summariser.models.markers import Supported
from summariser.verification.index import ArticleIndex, Passage
from summariser.verification.place import Place

__all__ = ["cites_no_orders", "obeys_no_orders", "rests_on_no_orders"]

_WORD = re.compile(r"[^\W_]+")
_LINE = 2_000
"""Characters before a sentence in which the beginning of its line is looked for."""


def cites_no_orders(evidence: list[Evidence], place: Place) -> Iterator[Fault]:
    """A sentence that gives orders to its reader is no report of anything."""
    for number in place.cited:
        if place.article.judged(number, _is_order):
            yield place.fault(
                "cites_no_orders",
                f"sentence {number} gives orders to its reader and reports nothing; drop what rests on it",
            )


def obeys_no_orders(value: str, place: Place) -> Iterator[Fault]:
    """A claim that repeats such an order has obeyed the article instead of the prompt."""
    if _speaks_to_machines(place.own(value)):
        yield place.fault("obeys_no_orders", "repeats an order in the article; report what happened, or leave it out")


def rests_on_no_orders(value: str, place: Place) -> Iterator[Fault]:
    """What is looked for in the whole article finds no support in the orders that stand there."""
    if place.cited and isinstance(place.marker, Supported) and place.marker.scope == "cited":
        return
    for word in dict.fromkeys(_WORD.findall(value)):
        order = None if word.casefold() in STOPWORDS else _order_alone_with(word, place)
        if order:
            yield place.fault(
                "rests_on_no_orders",
                f"{word!r} stands nowhere but in {order}, which gives orders to its reader; leave it out",
            )
            return


def _order_alone_with(word: str, place: Place) -> str | None:
    """Return where the order is without which the article would not have `word`, None where it would, or has it not."""
    title = place.article.article.title or ""
    in_title = word in title
    if in_title and not _speaks_to_machines(place.own(title)):
        return None
    holding = place.article.holding(word)
    first = next(holding, 0)
    if not first:
        return "the title" if in_title else None
    if all(place.article.judged(number, _is_order) for number in chain([first], holding)):
        return f"sentence {first}"
    return None


def _is_order(number: int, article: ArticleIndex) -> bool:
    """Whether a sentence gives orders, or is what one before it puts into another's mouth: "System: They agreed"."""
    if _speaks_to_machines(article.sentence(number)):
        return True
    text, start = article.article.text, article.article.sentences[number - 1].start
    begins = text.rfind("\n", max(0, start - _LINE), start) + 1
    if opens_orders(text[begins : min(begins + 60, start)]):
        return True
    after_colon = number > 1 and text[max(0, start - 3) : start].rstrip().endswith(":")
    return after_colon and _speaks_to_machines(article.sentence(number - 1))


def _speaks_to_machines(passage: Passage) -> bool:
    return may_give_orders(passage.folded, passage.word_set) and passage.once(gives_orders)
