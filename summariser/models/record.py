"""The record: what users receive. A task's draft, with where it comes from and how it was made."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, cast

from pydantic import Field, create_model

from summariser.models.claims import Model
from summariser.models.negotiation import Negotiation

__all__ = ["ArticleInfo", "NegotiationRecord", "Provenance", "Record", "RefusedClaim", "Usage", "record_model"]


class ArticleInfo(Model):
    """What is known about the article. Its text stays with its owner: `id` is the digest that finds it again."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    title: str | None = None
    date: datetime.date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    characters: Annotated[int, Field(ge=1)]
    sentences: Annotated[int, Field(ge=0)]


class Usage(Model):
    """What was spent on one article, failed tries included.

    `cost` is in US dollars, null where the price is not known. Tokens are those that the server counted, null where it
    counted none. `faults_mended` is how many faults reasks removed.
    """

    attempts: Annotated[int, Field(ge=0)] = 0
    input_tokens: Annotated[int, Field(ge=0)] | None = None
    output_tokens: Annotated[int, Field(ge=0)] | None = None
    cost: Annotated[float, Field(ge=0)] | None = None
    seconds: Annotated[float, Field(ge=0)] = 0.0
    faults_mended: Annotated[int, Field(ge=0)] = 0


class RefusedClaim(Model):
    """A claim that verification refused and that therefore is not in the record, with the faults found in it."""

    path: str
    claim: Any
    faults: list[str]


class Provenance(Model):
    """How the record was made: enough to make it again, and to know what it is worth."""

    task: str
    schema_version: str
    engine: str
    model: str | None = None
    prompt: str | None = None
    prompt_digest: str | None = None
    software: str
    usage: Usage
    warnings: list[str] = Field(default_factory=list)


class _Head(Model):
    """First in every record; a class of its own so that a draft's fields stand between it and the rest."""

    article: ArticleInfo


class Record(_Head):
    """The part that the records of all tasks share.

    A task's record has its draft's own fields between `article` and `refused`, each claim's evidence now with offsets
    and quote. `refused` lists the claims that verification took out, where the caller asked for that.
    """

    refused: list[RefusedClaim] = Field(default_factory=list)
    provenance: Provenance


class NegotiationRecord(Record, Negotiation, _Head):
    """The verified record of one article about a negotiation."""


def record_model(name: str, draft: type[Model]) -> type[Record]:
    """Return the record model of a task: `article`, the draft's own fields, `refused`, `provenance`."""
    if draft is Negotiation:
        return NegotiationRecord
    # create_model wants bases of one type; a draft becomes one of Record by standing beside it.
    bases = cast("tuple[type[Record], ...]", (Record, draft, _Head))
    title = "".join(part.title() for part in name.split("_"))
    return create_model(f"{title}Record", __base__=bases)
