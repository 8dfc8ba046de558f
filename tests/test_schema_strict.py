"""The draft's schema keeps to the strict subset of JSON Schema that OpenAI's structured outputs take.

The subset, as documented in 2026: every object closed and every property required; `anyOf` below the root only; no
`allOf`, `not`, `if`; references without siblings. Size: 5,000 properties, 10 levels, 1,000 enum values and 120,000
characters of names. Older deployments allow 100 properties, 5 levels and 500 enum values, and we keep to those.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from summariser.models.claims import Claim
from summariser.models.negotiation import Negotiation
from summariser.tasks.negotiation import NEGOTIATION

SCHEMA = NEGOTIATION.draft_schema
DEFINITIONS = SCHEMA["$defs"]

NOTES = {"title", "description"}
KEYWORDS = {
    "object": {"type", "properties", "required", "additionalProperties", "$defs"},
    "array": {"type", "items", "minItems", "maxItems"},
    "string": {"type", "enum", "pattern", "format", "const"},
    "integer": {"type", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"},
    "boolean": {"type"},
    "null": {"type"},
}


def nodes(schema: dict[str, Any] = SCHEMA, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every subschema with its path, definitions included, references not followed."""
    yield path, schema
    for part in ("properties", "$defs"):
        for name, child in schema.get(part, {}).items():
            yield from nodes(child, f"{path}.{name}")
    for index, child in enumerate(schema.get("anyOf", ())):
        yield from nodes(child, f"{path}|{index}")
    if "items" in schema:
        yield from nodes(schema["items"], f"{path}[]")


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    return DEFINITIONS[schema["$ref"].removeprefix("#/$defs/")] if "$ref" in schema else schema


def depth(schema: dict[str, Any]) -> int:
    """Return how many objects lie inside each other, the deepest way."""
    schema = resolved(schema)
    below = [
        *schema.get("properties", {}).values(),
        *schema.get("anyOf", ()),
        *([schema["items"]] if "items" in schema else ()),
    ]
    return (schema.get("type") == "object") + max(map(depth, below), default=0)


def of_type(kind: str) -> list[Any]:
    return [pytest.param(node, id=path) for path, node in nodes() if node.get("type") == kind]


def test_root_is_an_object() -> None:
    assert SCHEMA["type"] == "object"
    assert "anyOf" not in SCHEMA


@pytest.mark.parametrize("node", of_type("object"))
def test_object_is_closed_and_whole(node: dict[str, Any]) -> None:
    assert node["additionalProperties"] is False
    assert node["required"] == list(node["properties"])


@pytest.mark.parametrize("node", of_type("array"))
def test_array_is_bounded(node: dict[str, Any]) -> None:
    assert 1 <= node["maxItems"] <= 20


@pytest.mark.parametrize(("path", "node"), list(nodes()))
def test_only_keywords_of_the_subset(path: str, node: dict[str, Any]) -> None:
    if "$ref" in node:
        assert set(node) == {"$ref"}
    elif "anyOf" in node:
        assert set(node) <= {"anyOf"} | NOTES
    else:
        assert set(node) <= KEYWORDS[node["type"]] | NOTES


def test_it_is_small_enough() -> None:
    every = list(nodes())
    properties = [name for _, node in every for name in node.get("properties", {})]
    values = [value for _, node in every for value in node.get("enum", ())]
    assert depth(SCHEMA) <= 5
    assert len(properties) <= 100
    assert len(values) <= 500
    assert sum(map(len, [*properties, *DEFINITIONS, *values])) <= 15_000


def test_every_id_has_a_pattern() -> None:
    referring = {"id", "party", "proposed_by", "addressed_to", "set_by", "binds", "participants", "applies_to"}
    found = set()
    for _, node in nodes():
        for name in referring & set(node.get("properties", {})):
            field = node["properties"][name]
            choices = field.get("anyOf", [field.get("items", field)])
            assert all(choice["pattern"].startswith("^") for choice in choices if choice["type"] != "null"), name
            found.add(name)
    assert found == referring


def test_evidence_comes_first_in_each_claim() -> None:
    claims = [model for model in _models(Claim) if model.__module__ == Negotiation.__module__]
    assert len(claims) == 5
    for model in claims:
        assert next(iter(DEFINITIONS[model.__name__]["properties"])) == "evidence", model.__name__


def test_is_negotiation_comes_last_in_the_summary_and_the_summary_first() -> None:
    assert next(iter(SCHEMA["properties"])) == "summary"
    assert list(DEFINITIONS["Summary"]["properties"])[-1] == "is_negotiation"


def test_status_cannot_be_left_out_by_a_model() -> None:
    assert resolved(SCHEMA["properties"]["status"])["type"] == "object"
    assert Negotiation.model_fields["status"].is_required()


def _models(base: type[Claim]) -> Iterator[type[Claim]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)
