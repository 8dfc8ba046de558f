"""What a report says, in which order, whatever it is rendered to. The renderers decide only how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from summariser.models.claims import Evidence
from summariser.models.negotiation import When
from summariser.models.record import ArticleInfo, Provenance, Record, RefusedClaim
from summariser.report.plain import plain

__all__ = [
    "Item",
    "Line",
    "Outline",
    "Section",
    "Span",
    "Style",
    "about",
    "cited",
    "closing",
    "coloured",
    "held_back",
    "in_words",
    "joined",
    "listed",
    "say",
    "when_text",
]

Style = Literal["plain", "strong", "muted", "cite", "good", "bad", "open", "warning", "link"]
"""`good`, `bad` and `open` are words for what became of something; a `link` is an address that may be followed."""

_STYLES: dict[str, Style] = {
    **dict.fromkeys(("accepted", "agreed", "signed", "implemented", "met"), "good"),
    **dict.fromkeys(("rejected", "withdrawn", "lapsed", "unmet", "dropped", "cancelled", "denied", "disputed"), "bad"),
}
_MOST_REFUSED = 20
_LONGEST_GIST = 200


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style, free of control characters and line breaks; made by `say`.

    `numbers` are the sentences that a citation names.
    """

    text: str
    style: Style = "plain"
    numbers: tuple[int, ...] = ()


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is told, with what more there is to say of it."""

    line: Line
    details: tuple[Line, ...] = ()

    @property
    def cites(self) -> tuple[int, ...]:
        """The numbers of all sentences that it cites, in order."""
        spans = [span for line in (self.line, *self.details) for span in line]
        return tuple(sorted({number for span in spans for number in span.numbers}))


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading; `numbered` where others refer to them by number, `failed` where none of them holds."""

    title: str
    items: tuple[Item, ...]
    numbered: bool = False
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole report. `opening` are paragraphs, `about` is the article, `closing` is how the record was made."""

    title: Line
    opening: tuple[Line, ...]
    about: Line
    sections: tuple[Section, ...]
    closing: Line


def say(text: str, style: Style = "plain") -> Line:
    """Return `text` as a line, white space run together and control characters made visible.

    Text of an article or a model may hold sequences that a terminal obeys.
    """
    if not text.strip():
        return (Span(" ", style),) if text else ()
    before, after = " " * text[0].isspace(), " " * text[-1].isspace()
    return (Span(before + plain(text) + after, style),)


def joined(lines: Iterable[Line], by: str) -> Line:
    """Return the lines that are not empty as one, with `by` between them."""
    whole: list[Span] = []
    for line in filter(None, lines):
        whole += [Span(by), *line] if whole else line
    return tuple(whole)


def listed(names: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def in_words(word: str) -> str:
    """Return a vocabulary word or a field's name as people write it."""
    return word.replace("non_", "non-").replace("pre_", "pre-").replace("_", " ")


def coloured(word: str) -> Line:
    """Return a word for what became of something, in its colour."""
    return say(in_words(word), _STYLES.get(word, "open"))


def cited(evidence: Sequence[Evidence]) -> Line:
    """Return the numbers of the cited sentences as they stand at the end of a line: " [3 16]"."""
    return _citation(entry.number for entry in evidence)


def when_text(when: When | None) -> str:
    """Return the article's words for a time, and what they mean where that is known and differs."""
    if when is None:
        return ""
    return f"{when.text} ({when.edtf})" if when.edtf and when.edtf != when.text else when.text


def about(article: ArticleInfo) -> Line:
    """Return where the article comes from, as far as that is known."""
    known = [article.title and f"“{article.title}”", article.source, article.date and str(article.date)]
    told = [say(part, "muted") for part in known if part]
    told += [say(article.url, "link")] if article.url else []
    told.append(say(_counted(article.sentences, "sentence"), "muted"))
    return say("Article: ", "muted") + joined(told, ", ")


def held_back(record: Record) -> Iterator[Section]:
    """Yield what verification took out of the record, and what it could not decide."""
    if record.refused:
        items = [_refused_item(claim) for claim in record.refused[:_MOST_REFUSED]]
        if more := len(record.refused) - _MOST_REFUSED:
            items += [Item(say(f"and {more} more"))] if more > 0 else []
        yield Section("Refused by verification", tuple(items), failed=True)
    if record.provenance.warnings:
        yield Section("Warnings", tuple(Item(say(text, "warning")) for text in record.provenance.warnings))


def closing(provenance: Provenance) -> Line:
    """Return how the record was made: engine, model, prompt, tries, tokens, cost, seconds."""
    usage = provenance.usage
    parts = [f"engine {provenance.engine}"]
    parts += [f"model {provenance.model}"] if provenance.model else []
    parts += [f"prompt {provenance.prompt}"] if provenance.prompt else []
    parts += [f"{usage.attempts} tries"] if usage.attempts > 1 else []
    parts += [f"{_counted(usage.faults_mended, 'fault')} mended"] if usage.faults_mended else []
    if usage.input_tokens is not None or usage.output_tokens is not None:
        parts.append(f"{usage.input_tokens or 0:,} tokens in, {usage.output_tokens or 0:,} out")
        parts.append("cost unknown" if usage.cost is None else f"${usage.cost:.4f}")
    parts += [f"{usage.seconds:.2f} s"] if usage.seconds else []
    return say(" · ".join(parts), "muted")


def _refused_item(refused: RefusedClaim) -> Item:
    return Item(
        say(f"{refused.path}: ", "strong") + say(_gist(refused.claim)) + _citation(_numbers_in(refused.claim)),
        tuple(say(fault, "warning") for fault in refused.faults),
    )


def _citation(numbers: Iterable[int]) -> Line:
    several = tuple(numbers)
    return (Span(f" [{' '.join(map(str, several))}]", "cite", several),) if several else ()


def _numbers_in(claim: object) -> list[int]:
    """Return the sentences that a refused claim cites, as far as it cites any: it may be of any form."""
    evidence = claim.get("evidence") if isinstance(claim, dict) else None
    given = evidence if isinstance(evidence, list) else []
    return sorted({number for number in given if isinstance(number, int) and not isinstance(number, bool)})


def _gist(claim: object) -> str:
    """Return what a refused claim says: its longest text, which is its wording rather than a name or an id."""
    texts = [value for value in claim.values() if isinstance(value, str)] if isinstance(claim, dict) else []
    gist = max(texts, key=len, default=str(claim))
    return gist if len(gist) <= _LONGEST_GIST else f"{gist[:_LONGEST_GIST]}…"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
