"""How an answer of the right form is asked for, where it stands in the reply, and how the model is asked again.

instructor's handlers for the mode shape the request and the reask. Its retry loop is not used, for three reasons: it
parses with Pydantic where our verification decides, it logs and sends Pydantic's error text, which holds the article
again, and it costs as much processor time as the openai client itself. So the handlers get the task's own schema, and
one error whose text is our fault lines. The form `json` is shaped here, since instructor's adds words of its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from summariser.prompting.render import asked_schema

if TYPE_CHECKING:
    from instructor.v2.core.registry import ModeHandlers
    from openai.types.chat import ChatCompletion

    from summariser.settings import Mode
    from summariser.tasks.task import Task
    from summariser.verification.verdict import Verdict

__all__ = ["Request", "answer_text", "first_request", "reask_messages"]

Request = dict[str, Any]
"""Body of a chat completion request."""
Messages = Sequence[dict[str, Any]]

AGAIN = "Answer with the whole object again. Mend what is listed here and leave the rest as it is:"


class _FaultsError(ValueError):
    """What verification found, one line per fault: all that the model is told."""


def first_request(messages: Messages, task: Task, mode: Mode) -> Request:
    """Return the request that asks for `task`'s draft in the form of `mode`, from the prompt's messages.

    The mode `json` asks for any JSON object: which one, the prompt's outline says.
    """
    return {"messages": list(messages), **_form(task, mode)}


def reask_messages(messages: Messages, completion: object, verdict: Verdict, mode: Mode) -> list[dict[str, Any]]:
    """Return `messages`, then the answer that came in `completion`, then what `verdict` says is wrong with it.

    `messages` are those of the first request: earlier answers are left out, which a model would only pay for again.
    """
    told = _FaultsError("\n".join([AGAIN, *map(str, verdict.faults)]))
    # The handler appends to the list that it is given.
    again = _handlers(mode).reask_handler({"messages": list(messages)}, _as_read(completion, verdict.raw), told)
    return list(again["messages"])


def answer_text(message: Any) -> str:
    """Return the model's words in a reply's message: the arguments of its tool call, else its content; unchanged."""
    call = _tool_call(message)
    if call is not None:
        arguments = call.function.arguments
        return arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)
    content = getattr(message, "content", None) or ""
    # Some servers answer in parts, as requests may be written.
    parts = content if isinstance(content, list) else [content]
    return "".join(part if isinstance(part, str) else str(getattr(part, "text", "")) for part in parts)


def _tool_call(message: Any) -> Any:
    """Return the first tool call that has arguments, or None."""
    calls = getattr(message, "tool_calls", None)
    for call in calls if isinstance(calls, list) else ():
        if getattr(getattr(call, "function", None), "arguments", None) is not None:
            return call
    return None


def _as_read(completion: Any, text: str) -> ChatCompletion:
    """Return the reply in its regular form, which not every server keeps to, with the one answer that was read."""
    from openai.types.chat import ChatCompletion  # noqa: PLC0415

    call = _tool_call(completion.choices[0].message)
    message: dict[str, Any] = {"role": "assistant", "content": text}
    if call is not None:
        function = {"name": str(getattr(call.function, "name", None) or "answer"), "arguments": text}
        called = {"id": str(getattr(call, "id", None) or "call_1"), "type": "function", "function": function}
        message = {"role": "assistant", "content": None, "tool_calls": [called]}
    return ChatCompletion.construct(choices=[{"index": 0, "finish_reason": "stop", "message": message}])


@lru_cache(maxsize=64)
def _form(task: Task, mode: Mode) -> Request:
    if mode == "json":
        return {"response_format": {"type": "json_object"}}
    _, form = _handlers(mode).request_handler(task.draft, {"messages": []})
    del form["messages"]
    # Endpoints allow letters, digits, - and _ in names, 64 at most.
    ours = {"name": re.sub(r"[^A-Za-z0-9_-]", "_", task.name)[:64], "strict": True}
    if mode == "tools":
        form["tools"][0]["function"] |= {
            **ours,
            "parameters": asked_schema(task),
            "description": f"Report {task.subject}.",
        }
        form["tool_choice"]["function"]["name"] = ours["name"]
    else:
        form["response_format"]["json_schema"] |= {**ours, "schema": asked_schema(task)}
    return form


@lru_cache(maxsize=3)
def _handlers(mode: Mode) -> ModeHandlers:
    # Not before a form is needed: instructor brings openai along.
    from instructor.v2.core.mode import Mode as InstructorMode  # noqa: PLC0415
    from instructor.v2.core.providers import Provider  # noqa: PLC0415
    from instructor.v2.core.registry import mode_registry  # noqa: PLC0415

    modes = {"json_schema": InstructorMode.JSON_SCHEMA, "tools": InstructorMode.TOOLS, "json": InstructorMode.JSON}
    return mode_registry.get_handlers(Provider.OPENAI, modes[mode])
