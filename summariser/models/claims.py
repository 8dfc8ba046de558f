"""The strict base of all models, and the claim: a statement tied to the sentences that support it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from summariser.models.markers import Citation, Id

__all__ = ["MOST_SENTENCES_CITED", "Claim", "Evidence", "IdentifiedClaim", "Model"]

MOST_SENTENCES_CITED = 4
"""A claim that needs more sentences than this is several claims, or cites without reading."""


class Model(BaseModel):
    """Strict: unknown fields are refused, nothing is coerced, instances do not change."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Evidence(Model):
    """A cited sentence.

    The model that reads the article cites the bare number. Start, end (characters of the article's text, end exclusive)
    and quote are filled in from the article itself once the draft is verified, so that no quote can be made up.
    """

    number: Annotated[int, Field(ge=1)]
    start: int | None = None
    end: int | None = None
    quote: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, value: Any) -> Any:
        return {"number": value} if isinstance(value, int) and not isinstance(value, bool) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        if handler.mode == "validation":
            return {"type": "integer", "minimum": 1}
        shape = handler.resolve_ref_schema(handler(schema))
        whole = {"number": {"type": "integer", "minimum": 1}, "start": {"type": "integer", "minimum": 0}}
        shape["properties"] = {**whole, "end": {"type": "integer", "minimum": 1}, "quote": {"type": "string"}}
        shape["required"] = list(shape["properties"])
        return shape


class Claim(Model):
    """A statement with the sentences that support it, first among its fields: point, then write."""

    evidence: Annotated[list[Evidence], Field(min_length=1, max_length=MOST_SENTENCES_CITED), Citation()]


class IdentifiedClaim(Claim):
    """A claim that others refer to by its id. Subclasses narrow the id's pattern, so that no name lands there."""

    id: Annotated[str, Field(pattern=r"^[a-z][0-9]{1,2}$"), Id()]
