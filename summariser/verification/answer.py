"""From a raw answer to a draft: strict JSON, then the strict model. What is wrong comes back as faults."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import accumulate
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
_REASONING = {
    "<think>": "</think>",
    "<thinking>": "</thinking>",
    "<thought>": "</thought>",
    "<reasoning>": "</reasoning>",
    "[THINK]": "[/THINK]",
}
"""How models that reason in the answer mark off what they think before it."""

_CUT_OFF = re.compile(r"-?|\.|[eE][+-]?|u[\da-fA-F]{0,3}|t|tr|tru|f|fa|fal|fals|n|nu|nul")
"""What is left from where the parser stops, if the answer was cut off: nothing, or the beginning of a value."""


_SURROGATE = re.compile("[\ud800-\udfff]")


class _NotStrictError(ValueError):
    """JSON that Python's parser takes and the standard does not, or that says a thing twice."""


def parse_object(raw: str) -> tuple[dict[str, Any] | None, list[Fault]]:
    """Return the one JSON object that `raw` is, or None and the fault that says what it is instead.

    Reasoning in front of it (`<think>…</think>`) and a Markdown fence around it are taken off, as some models write
    the one, and chat windows and weak servers the other; prose is not.
    """
    if len(raw) > LONGEST_ANSWER:
        return None, [
            _malformed(f"the answer has {len(raw):,} characters, at most {LONGEST_ANSWER:,} are read; answer briefly")
        ]
    text = _unfenced(_without_reasoning(raw.strip().lstrip("\ufeff")))
    if text.startswith(tuple(_REASONING)):
        return None, [
            _malformed("the answer is reasoning without an end; answer with one JSON object and nothing else")
        ]
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


def _without_reasoning(text: str) -> str:
    """Some chat templates write the opening mark into the prompt, so that only the closing one comes back."""
    for opening, closing in _REASONING.items():
        _, closed, answer = text.partition(closing)
        if closed and (text.startswith(opening) or not text.startswith(("{", _FENCE, *_REASONING))):
            return answer.strip()
    return text


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
    if detail["type"] == "extra_forbidden":
        return _unknown_field(detail["loc"][-1], location)
    cited = location[-3:-2] == ("evidence",)
    if cited:
        location = location[:-1]  # what the model gives there is the bare number
    if cited or (location[-2:-1] == ("evidence",) and detail["type"] == "model_type"):
        message = f"{_shown(detail['input'])} is no sentence number; cite a bare number, 1 or higher"
        return Fault(path_of(location), "has_the_right_form", message)
    return Fault(path_of(location), "has_the_right_form", _message(detail))


def _unknown_field(key: int | str, location: tuple[int | str, ...]) -> Fault:
    """A key that a path can't show (long, with dots, invisible, of foreign letters) is told in the message instead."""
    known = location[:-1] if location[-1:] == (key,) else location
    name, advice = str(key), "is no field of the schema; leave it out"
    if 0 < len(name) <= _SHOWN and name.isprintable() and not set(name) & set(".[]"):
        told = advice if name.isascii() else f"is no field of the schema: it is written {name!a}; leave it out"
        return Fault(path_of((*known, name)), "has_the_right_form", told)
    return Fault(path_of(known), "has_the_right_form", f"{_shown(name)} {advice}")


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
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in shown)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise _NotStrictError(f"the answer gives the key {twice[:_SHOWN]!r} twice in one object; give each once")
    return value


def _no_constant(name: str) -> Any:
    raise _NotStrictError(f"the answer holds {name}, which is no JSON; leave it out or write null")


def _json_message(error: ValueError, text: str) -> str:
    if not isinstance(error, json.JSONDecodeError):
        return "a number in it has thousands of digits"
    if error.msg == "Extra data":
        return f"something follows the object: {text[error.pos : error.pos + 20]!r}"
    met = text[error.pos :].strip()
    if met[:1] in {"}", "]"} and text[: error.pos].rstrip().endswith(","):
        return f"nothing follows the comma at {text[max(0, error.pos - 20) : error.pos + 10]!r}"
    if error.msg.startswith("Unterminated string") or _CUT_OFF.fullmatch(met):
        return "it ends before the object does"
    return f"{error.msg.lower()} at {text[max(0, error.pos - 10) : error.pos + 20]!r}"


def _kind(value: Any) -> str:
    names = {list: "an array", str: "a string", bool: "a boolean", type(None): "null"}
    return names.get(type(value), "a number")


def _depth_exceeds(text: str, most: int) -> bool:
    """Told before parsing, since Python's parser ends in a RecursionError; brackets in strings count for nothing."""
    outside_strings = "".join(text.replace(r"\\", "").replace(r"\"", "").split('"')[::2])
    steps = (1 if bracket in "[{" else -1 for bracket in re.sub(r"[^][{}]+", "", outside_strings))
    return max(accumulate(steps), default=0) > most


def _has_surrogates(text: str, value: dict[str, Any]) -> bool:
    if text.isascii() and r"\ud" not in text.lower():
        return False
    return _SURROGATE.search(json.dumps(value, ensure_ascii=False)) is not None
