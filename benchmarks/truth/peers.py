"""What other tools accept of the same claims: langextract's aligner and instructor's `CitationMixin`.

Neither knows records, so each falsehood is put to them as the one who uses them would put it:

- langextract ties an extraction's text to the article and vouches for nothing else. It is given the claim's text, or
  the name of a party or person where that is what was invented, and accepts what it aligns with any part of the
  article. Where only the citation is false, it accepts what it aligns with a part of the sentence that is cited.
  `tuned` refuses extractions of which only a part was found (`accept_match_lesser=False`).
- instructor's mixin vouches for quotes: those that stand in the article, five slips allowed, are kept, and others
  dropped. A true claim quotes its cited sentences. A false one quotes the wrong sentence where that is the falsehood;
  its sentences with the same words exchanged as in the claim, which is how a model misquotes, where they can be
  exchanged there; else its own wording, or the invented name. It is accepted if all its quotes are kept. A claim that
  is false beside true quotes would be accepted always: this reading is the kinder one.
- What stands in attributes (references, words of a vocabulary, `when`, sources, the parties of people) neither looks
  at. Those kinds are left blank.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from benchmarks.truth.cases import Case
from benchmarks.truth.gold import Entry, Told
from benchmarks.truth.kinds import ON_SENTENCES
from benchmarks.truth.run import Judged

__all__ = ["PEERS", "Accepts", "absent", "align", "keeps", "present", "version"]

Accepts = Callable[[Judged], bool | None]
"""Whether a peer accepts a claim; None where it can't be put to it."""


def _langextract(judged: Judged, **options: Any) -> bool | None:
    case, claim = judged.case, judged.claim
    text = case.falsehood.says if case else claim.text
    if text is None:
        return None
    span = align(text, claim.entry.article.text, **options)
    if span is None or case is None or case.kind not in ON_SENTENCES:
        return span is not None
    return any(span[0] < sentence.end and sentence.start < span[1] for sentence in _sentences(claim.entry, case.cited))


def _instructor(judged: Judged) -> bool | None:
    case, claim = judged.case, judged.claim
    if case is None:
        quotes = _quotes(claim, claim.cited)
    elif case.falsehood.says is None:
        return None
    elif case.kind in ON_SENTENCES:
        quotes = _quotes(claim, case.cited)
    else:
        quotes = _misquoted(case)
    return keeps(tuple(quotes), claim.entry.article.text)


def _misquoted(case: Case) -> list[str]:
    old, new = case.falsehood.swap or ("", "")
    quotes = _quotes(case.claim, case.cited)
    if old and any(old in quote for quote in quotes):
        return [quote.replace(old, new, 1) for quote in quotes if old in quote]
    return [case.falsehood.says or ""]


def _quotes(claim: Told, numbers: list[int]) -> list[str]:
    return [sentence.text for sentence in _sentences(claim.entry, numbers)]


def _sentences(entry: Entry, numbers: list[int]) -> list[Any]:
    return [entry.article.sentences[number - 1] for number in numbers]


@cache
def align(text: str, article: str, **options: bool) -> tuple[int, int] | None:
    """Return the characters of the article with which langextract aligns a text, None for none."""
    from langextract.core.data import Extraction  # noqa: PLC0415 (an optional peer, and slow to import)
    from langextract.resolver import Resolver  # noqa: PLC0415

    asked = Extraction(extraction_class="claim", extraction_text=text)
    [found] = Resolver().align([asked], article, token_offset=0, **options)
    return (found.char_interval.start_pos, found.char_interval.end_pos) if found.char_interval else None


@cache
def keeps(quotes: tuple[str, ...], article: str) -> bool:
    """Whether instructor's `CitationMixin` keeps all quotes."""
    kept = _quoted().model_validate({"substring_quotes": list(quotes)}, context={"context": article})
    return len(kept.substring_quotes) == len(quotes)


@cache
def _quoted() -> Any:
    from instructor.dsl.citation import CitationMixin  # noqa: PLC0415 (slow to import)

    return CitationMixin


PEERS: dict[str, tuple[str, Accepts]] = {
    "langextract": ("langextract", _langextract),
    "langextract, tuned": ("langextract", partial(_langextract, accept_match_lesser=False)),
    "instructor": ("instructor", _instructor),
}
"""Each with the distribution that it needs."""


def present() -> dict[str, Accepts]:
    """Return the peers that are installed."""
    return {name: accepts for name, (needs, accepts) in PEERS.items() if importlib.util.find_spec(needs)}


def absent() -> list[str]:
    """Return a line for each distribution that is missing."""
    missing = sorted({needs for needs, _ in PEERS.values() if not importlib.util.find_spec(needs)})
    return [f"{needs} is not installed: pip install 'summariser[peers]' to have it beside ours" for needs in missing]


def version(name: str) -> str:
    """Return the version of a peer's distribution."""
    return importlib.metadata.version(PEERS[name][0])
