"""From a raw answer to a draft: strict JSON, then the strict model. What is wrong comes back as faults."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from summariser.models.claims import Model
from summariser.models.faults import Fault

__all__ = ["LONGEST_ANSWER", "parse_object", "path_of", "validate"]

LONGEST_ANSWER = 400_000
"""Characters. No draft that keeps to the schema's bounds comes near."""

_DEEPEST = 12
_MOST_FAULTS = 20
_SHOWN = 60
_FENCE = "```"


class _NotStrictError(ValueError):
    """JSON that Python's parser takes and the standard does not, or that says a thing twice."""


def parse_object(raw: str) -> tuple[dict[str, Any] | None, list[Fault]]:
    """Return the one JSON object that `raw` is, or None and the fault that says what it is instead.

    A Markdown fence around the object is taken off, as chat windows and weak servers add one; prose is not.
    """
    if len(raw) > LONGEST_ANSWER:
        return None, [
            _malformed(f"the answer has {len(raw):,} characters, at most {LONGEST_ANSWER:,} are read; answer briefly")
        ]
    text = _unfenced(raw.strip().lstrip("\ufeff"))
    if not text.strip():
        return None, [_malformed("the answer is empty; answer with one JSON object")]
    if _depth_exceeds(text, _DEEPEST):
        return None, [_malformed(f"the answer is nested deeper than {_DEEPEST} levels; keep to the schema")]
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except _NotStrictError as error:
        return None, [_malformed(str(error))]
    except (json.JSONDecodeError, ValueError) as error:
        return None, [
            _malformed(
                f"the answer is not JSON: {_json_message(error, text)}; answer with one JSON object and nothing else"
            )
        ]
    if not isinstance(value, dict):
        return None, [_malformed(f"the answer is {_kind(value)} at the top, a JSON object was expected")]
    if _has_surrogates(text, value):
        return None, [_malformed("the answer holds half of a surrogate pair (\\ud8xx); write characters whole")]
    return value, []


def _unfenced(text: str) -> str:
    """Without an expression: those that allow white space everywhere take hours over much of it."""
    if text.startswith(_FENCE) and text.endswith(_FENCE):
        language, line_break, inner = text.removeprefix(_FENCE).removesuffix(_FENCE).partition("\n")
        if line_break and language.strip().lower() in {"", "json"}:
            return inner
    return text


def validate(value: dict[str, Any], draft: type[Model]) -> tuple[Model | None, list[Fault]]:
    """Return the draft that `value` is, or None and one fault for each place where its form is wrong."""
    try:
        return draft.model_validate_json(json.dumps(value)), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        return None, [_fault(detail, draft) for detail in details[:_MOST_FAULTS]]


def path_of(location: tuple[int | str, ...]) -> str:
    """Return a path as faults write it: ("proposals", 1, "status") is `proposals[1].status`."""
    path = ""
    for step in location:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else str(step)
    return path


def _malformed(message: str) -> Fault:
    return Fault("", "is_well_formed", message)


def _fault(detail: ErrorDetails, draft: type[Model]) -> Fault:
    location = tuple(step for step in detail["loc"] if isinstance(step, int) or _is_field(step))
    if location[-3:-2] == ("evidence",):
        location = location[:-1]  # what the model gives there is the bare number
    return Fault(path_of(location), "has_the_right_form", _message(detail))


def _is_field(step: str) -> bool:
    """Pydantic adds to a location the names of types it tried: `function-before[...]`, `constrained-str`, `Model`."""
    return (
        step.isidentifier()
        and step[:1].islower()
        and step not in {"str", "int", "float", "bool", "nullable", "literal"}
    )


def _message(detail: ErrorDetails) -> str:
    met, context = _shown(detail["input"]), detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return "is missing; every field is required"
        case "extra_forbidden":
            return "is no field of the schema; leave it out"
        case "literal_error":
            return f"{met} is not in the vocabulary: {context['expected']}"
        case "string_pattern_mismatch":
            return f"{met} is not of the form {context['pattern']}"
        case "too_long":
            return (
                f"has {context['actual_length']} entries, at most {context['max_length']} may stand; keep the main ones"
            )
        case "too_short":
            return f"has {context['actual_length']} entries, at least {context['min_length']} is needed"
    return f"{met}: {detail['msg'][:1].lower()}{detail['msg'][1:]}"


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _NotStrictError(f"the answer gives the key {twice[:_SHOWN]!r} twice in one object; give each once")
    return value


def _no_constant(name: str) -> Any:
    raise _NotStrictError(f"the answer holds {name}, which is no JSON; leave it out or write null")


def _json_message(error: ValueError, text: str) -> str:
    if not isinstance(error, json.JSONDecodeError):
        return str(error)[:_SHOWN]
    if error.msg == "Extra data":
        return f"something follows the object: {text[error.pos : error.pos + 20]!r}"
    if error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated string"):
        return "it ends before the object does"
    return f"{error.msg.lower()} at {text[max(0, error.pos - 10) : error.pos + 20]!r}"


def _kind(value: Any) -> str:
    names = {list: "an array", str: "a string", bool: "a boolean", type(None): "null"}
    return names.get(type(value), "a number")


def _depth_exceeds(text: str, most: int) -> bool:
    """Told before parsing, since Python's parser ends in a RecursionError; brackets in strings count for nothing."""
    depth = 0
    for bracket in _brackets(text):
        depth += 1 if bracket in "[{" else -1
        if depth > most:
            return True
    return False


def _brackets(text: str) -> Iterator[str]:
    yield from (
        match[0] for match in re.finditer(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', text, re.DOTALL) if match[0][0] != '"'
    )


def _has_surrogates(text: str, value: dict[str, Any]) -> bool:
    if text.isascii() and r"\ud" not in text.lower():
        return False
    return any("\ud800" <= char <= "\udfff" for char in json.dumps(value, ensure_ascii=False))
