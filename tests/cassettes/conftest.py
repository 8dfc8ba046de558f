"""Cassettes that people can review: bodies as YAML trees, headers by allow-list, matched on method, path and body.

Record with `--record-mode=rewrite` and the endpoint that cassettes/README.md names. A cassette that is played only in
part fails its test.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from vcr import VCR
from vcr.request import Request

CASSETTES = Path(__file__).parents[2] / "cassettes"
_HEADERS = {"content-type", "retry-after"}


class _Dumper(yaml.SafeDumper):
    """Long texts as blocks, so that a change of prompt is a readable difference."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)


class Readable:
    """A serialiser for vcrpy that keeps JSON bodies as trees. What cannot be told back exactly stays a string."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        for interaction in cassette["interactions"]:
            for side in (interaction["request"], interaction["response"]):
                _unpack(side)
        return yaml.dump(cassette, Dumper=_Dumper, allow_unicode=True, width=118, sort_keys=False)

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        cassette: dict[str, Any] = yaml.safe_load(text)
        for interaction in cassette["interactions"]:
            for side in (interaction["request"], interaction["response"]):
                if "json" in side:
                    body = json.dumps(side.pop("json"), ensure_ascii=False)
                    side["body"] = {"string": body} if side is interaction["response"] else body
        return cassette


def _unpack(side: dict[str, Any]) -> None:
    body = side["body"]["string"] if isinstance(side["body"], dict) else side["body"]
    text = body.decode() if isinstance(body, bytes) else body
    try:
        side["json"] = json.loads(text)
    except (TypeError, ValueError):
        return
    del side["body"]


def _same_json(first: Request, second: Request) -> None:
    mine, recorded = json.loads(first.body or "null"), json.loads(second.body or "null")
    assert mine == recorded, "the request differs from the recorded one: record again (cassettes/README.md)"


def _allowed(headers: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in headers.items() if name.lower() in _HEADERS}


def _scrubbed_request(request: Request) -> Request:
    request.headers = _allowed(request.headers)
    return request


def _scrubbed_response(response: dict[str, Any]) -> dict[str, Any]:
    return {**response, "headers": _allowed(response["headers"])}


def pytest_recording_configure(config: pytest.Config, vcr: VCR) -> None:
    vcr.register_serializer("yaml", Readable)
    vcr.register_matcher("json", _same_json)


@pytest.fixture(scope="module")
def vcr_config() -> dict[str, Any]:
    return {
        "serializer": "yaml",
        "match_on": ["method", "path", "json"],
        "before_record_request": _scrubbed_request,
        "before_record_response": _scrubbed_response,
        "decode_compressed_response": True,
    }


@pytest.fixture(scope="module")
def vcr_cassette_dir(request: pytest.FixtureRequest) -> str:
    return str(CASSETTES / request.module.__name__.rpartition(".")[2].removeprefix("test_"))


@pytest.fixture(autouse=True)
def played_whole(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that no longer asks what was recorded is out of step with its cassette."""
    cassette = request.getfixturevalue("vcr") if request.node.get_closest_marker("vcr") else None
    yield
    if cassette is not None and cassette.record_mode.value == "none":
        assert cassette.all_played, f"{cassette.play_count} of {len(cassette)} recorded answers were asked for"
