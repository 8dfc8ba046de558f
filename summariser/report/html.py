"""An article's page: its text, the record of it, and which sentence stands behind which claim."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summariser.articles.article import Article
from summariser.models.claims import Evidence
from summariser.models.record import ArticleInfo, Record
from summariser.report.evidence import cited_sentences, passages
from summariser.report.lines import Item, Outline, Section, about, in_words, say
from summariser.report.outline import outline_of
from summariser.report.pages import page
from summariser.report.plain import plain

__all__ = ["Failure", "Whence", "render_failure", "render_html"]

_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an article has no record: the kind of error as a word, what it says, its faults, the raw answer."""

    kind: str
    message: str
    faults: tuple[str, ...] = ()
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Whence:
    """Where a page belongs: the address of the page that lists it, and where an archive holds its article."""

    index: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class _Claim:
    """An item on the page; with an id where it cites sentences, so that they can point back at it."""

    item: Item
    id: str | None


@dataclass(frozen=True, slots=True)
class _Part:
    title: str
    claims: tuple[_Claim, ...]
    numbered: bool = False
    failed: bool = False
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class _Shown:
    """A run of the article, with the ids of the claims that cite it; `holds` says that one of them was not refused."""

    number: int | None
    text: str
    spaced: bool
    claims: tuple[str, ...]
    holds: bool


def render_html(record: Record, article: Article, whence: Whence = Whence()) -> str:
    """Return the page of an article and its record, whole in itself: no file and no server is asked for anything."""
    outline, provenance = outline_of(record), record.provenance
    made = provenance.model_dump(mode="json", exclude={"warnings", "usage"})
    made |= provenance.usage.model_dump(mode="json")
    return _rendered(article, outline, _parts(outline.sections), cited_sentences(record), whence=whence, made=made)


def render_failure(failure: Failure, article: Article, whence: Whence = Whence()) -> str:
    """Return the page of an article that has no record: its text, and why there is none."""
    known = {name: getattr(article, name) for name in ("title", "date", "source", "url", "language")}
    info = ArticleInfo(id=article.id, **known, characters=len(article.text), sentences=len(article.sentences))
    outline = Outline(say(article.title or article.sentences[0].text, "strong"), (), about(info), (), ())
    items = [Item(say(failure.message)), *(Item(say(fault, "warning")) for fault in failure.faults)]
    claims = tuple(_Claim(item, None) for item in items)
    part = _Part(f"No record: {in_words(failure.kind)}", claims, failed=True, raw=failure.raw)
    return _rendered(article, outline, [part], {}, whence=whence, made={})


def _parts(sections: tuple[Section, ...]) -> list[_Part]:
    count = 0
    parts = []
    for section in sections:
        claims = []
        for item in section.items:
            count += bool(item.cites)
            claims.append(_Claim(item, f"c{count}" if item.cites else None))
        parts.append(_Part(section.title, tuple(claims), section.numbered, section.failed))
    return parts


def _shown(article: Article, cited: Mapping[int, Evidence], parts: list[_Part]) -> list[list[_Shown]]:
    """Return the article's paragraphs, each sentence with the claims that cite it."""
    claims: dict[int | None, list[str]] = defaultdict(list)
    for part in parts:
        for claim in part.claims:
            for number in claim.item.cites:
                claims[number].append(claim.id or "")
    return [
        [
            _Shown(run.number, plain(run.text), run.spaced, tuple(claims.get(run.number, ())), run.number in cited)
            for run in runs
        ]
        for runs in passages(article, cited)
    ]


def _rendered(
    article: Article,
    outline: Outline,
    parts: list[_Part],
    cited: Mapping[int, Evidence],
    *,
    whence: Whence,
    made: Mapping[str, object],
) -> str:
    paragraphs = _shown(article, cited, parts)
    return page(
        "article",
        title=_title(outline, article),
        outline=outline,
        parts=parts,
        paragraphs=paragraphs,
        numbers={run.number for runs in paragraphs for run in runs},
        language=article.language if _LANGUAGE.fullmatch(article.language or "") else None,
        made=dict(_made(article, whence, made)),
        index=whence.index,
    )


def _title(outline: Outline, article: Article) -> str:
    """Return what a tab and a bookmark show: the report's title, and the article's where that is another."""
    title = "".join(span.text for span in outline.title)
    return f"{title} · {plain(article.title)}" if article.title and plain(article.title) != title else title


def _made(article: Article, whence: Whence, told: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield what there is to tell of how a page came about, each under its name."""
    for name, value in {**told, "origin": whence.origin, "article": article.id}.items():
        if value not in (None, "", 0):
            yield in_words(name).capitalize(), plain(str(value))
