"""From a reading to a record: sentence numbers become spans and quotes, and provenance says where it all comes from."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from summariser.articles.article import Article
from summariser.engines.engine import Reading
from summariser.errors import VerificationFailed
from summariser.models.claims import Evidence, Model
from summariser.models.record import ArticleInfo, Provenance, Record, RefusedClaim
from summariser.models.shapes import Shape, shape_of
from summariser.pipeline.corroboration import SECOND, with_second_reading
from summariser.tasks.task import Task
from summariser.verification.salvage import salvage
from summariser.verification.verify import verify

__all__ = ["build_record", "software"]

_MOST_SHOWN = 5


def build_record(reading: Reading, article: Article, task: Task, engine: str, *, keep_verified: bool) -> Record:
    """Return the record that a reading makes.

    Where verification refuses claims: with `keep_verified` a record without them, which lists them under `refused`;
    else VerificationFailed, which carries the faults, the raw answer and what was spent. What only a second reading
    refuses goes from the record in any case: the model can't be asked again without being told what to say.
    """
    verdict = reading.verdict
    if not verdict.holds and not keep_verified:
        raise _failure(reading)
    if task.corroborated:
        engine, task = f"{engine}, corroborated by {SECOND}", with_second_reading(task, article)
        verdict = verify(verdict.raw, article, task)
    draft, doubts = verdict.draft, verdict.doubts
    refused: tuple[RefusedClaim, ...] = ()
    if not verdict.holds:
        kept = salvage(verdict, article, task)
        if kept.draft is None:
            faults = tuple(dict.fromkeys([*verdict.faults, *kept.stuck]))
            raise _failure(replace(reading, verdict=replace(verdict, faults=faults)))
        draft, refused, doubts = kept.draft, kept.refused, kept.doubts
    assert draft is not None
    content, left_out = _content(draft, task, article)
    warnings = [*reading.warnings, *(f"not decided: {doubt}" for doubt in doubts), *left_out]
    provenance = Provenance(
        task=task.name,
        schema_version=task.version,
        engine=engine,
        model=reading.model,
        prompt=reading.prompt,
        prompt_digest=reading.prompt_digest,
        software=software(),
        usage=reading.usage,
        warnings=warnings,
    )
    return task.record(article=_info(article), refused=list(refused), provenance=provenance, **content)


@cache
def software() -> str:
    """Return the name and version of this package, as provenance tells them."""
    try:
        return f"summariser {version('summariser')}"
    except PackageNotFoundError:
        return "summariser (not installed)"


def _failure(reading: Reading) -> VerificationFailed:
    faults, tries = reading.verdict.faults, reading.usage.attempts
    shown = "; ".join(map(str, faults[:_MOST_SHOWN]))
    more = f"; and {len(faults) - _MOST_SHOWN} more" if len(faults) > _MOST_SHOWN else ""
    tried = f"after {tries} {'try' if tries == 1 else 'tries'} " if tries else ""
    return VerificationFailed(
        f"{tried}the answer does not hold: {shown}{more}", faults=faults, usage=reading.usage, raw=reading.verdict.raw
    )


def _content(draft: Model, task: Task, article: Article) -> tuple[dict[str, Any], list[str]]:
    """Return the draft's fields with evidence bound to the text, empty where the article is off the topic."""
    on_topic = task.is_on_topic(draft)
    content: dict[str, Any] = {}
    left_out = []
    for name, shape in shape_of(type(draft)).fields.items():
        value = getattr(draft, name)
        if not on_topic and shape.item and shape.item.fields:
            if value:
                left_out.append(f"the article is off the topic: {len(value)} {name} left out")
            value = []
        elif not on_topic and shape.nullable:
            value = None
        content[name] = _bound(value, shape, article)
    return content, left_out


def _bound(value: Any, shape: Shape, article: Article) -> Any:
    """Return `value` with each cited sentence given its span and quote, each once and in order."""
    if value is None or not shape.cites:
        return value
    if shape.item and shape.item.type is Evidence:
        cited = (article.sentences[number - 1] for number in sorted({entry.number for entry in value}))
        return [Evidence(number=s.number, start=s.start, end=s.end, quote=s.text) for s in cited]
    if shape.item:
        return [_bound(entry, shape.item, article) for entry in value]
    if shape.fields:
        fields = {name: _bound(getattr(value, name), inner, article) for name, inner in shape.fields.items()}
        return value.model_copy(update=fields)
    return value


def _info(article: Article) -> ArticleInfo:
    return ArticleInfo(
        id=article.id,
        title=article.title,
        date=article.date,
        source=article.source,
        url=article.url,
        language=article.language,
        characters=len(article.text),
        sentences=len(article.sentences),
    )
