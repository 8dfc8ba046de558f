"""Rendering: from an article and a task to the messages that a model receives.

Templates are Jinja2, sandboxed, strict about undefined names. The system message is the same for every article, and
comes first, so that servers can cache it. The article is a variable, never a template, and cannot close its delimiters.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summariser.articles.article import Article
from summariser.errors import TaskError
from summariser.language.folding import fold_case
from summariser.language.hidden import without_hidden
from summariser.models.shapes import shape_of
from summariser.prompting.order import FieldOrder, field_order, ordered_schema
from summariser.prompting.outline import outline
from summariser.resources import prompt_names, resource_folder
from summariser.tasks.task import Task

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = [
    "Prompt",
    "asked_schema",
    "delimited",
    "example_of",
    "prompt_folder",
    "prompt_identity",
    "render",
]

_FILES = ("system.md.j2", "article.md.j2")
_MARK = re.compile(r"[<＜﹤]|\[(?=/?[A-Z_]*(?:INST|SYS|TOOL|THINK|PROMPT)[A-Z_]*\]|\|)")
"""What may open a tag, or one of the marks with which models tell system, user and tools apart."""
_TAG = re.compile(r"[<!?]|/?[A-Za-z_|｜]")


@dataclass(frozen=True)
class Prompt:
    """The messages for one article, system first; `name` and `digest` say which templates made them.

    The digest is the first 16 hexadecimal digits of the SHA-256 of the templates and of the system message, so that it
    changes with whatever the model is told, the article aside.
    """

    messages: list[dict[str, str]]
    name: str
    digest: str


@dataclass(frozen=True)
class _Templates:
    system: str
    article: Template
    name: str
    digest: str


def render(article: Article, task: Task, hints: str | None = None) -> Prompt:
    """Return the messages that ask `task` of `article`. Raises TaskError where its templates are missing or wrong.

    `hints` is an answer, as JSON, for the model to start from; a prompt whose templates know of none leaves it out.
    """
    from jinja2 import TemplateError  # noqa: PLC0415

    templates = _load(task)
    try:
        user = _article(templates.article, article, hints)
    except TemplateError as error:
        raise TaskError(f"prompt {templates.name}: article.md.j2 cannot be rendered: {error.message}") from error
    messages = [{"role": "system", "content": templates.system}, {"role": "user", "content": user}]
    return Prompt(messages, templates.name, templates.digest)


def prompt_identity(task: Task) -> tuple[str, str]:
    """Return name and digest of the task's prompt, which all its articles share. Raises TaskError as `render` does."""
    templates = _load(task)
    return templates.name, templates.digest


@cache
def asked_schema(task: Task) -> dict[str, Any]:
    """Return the JSON Schema of the task's draft with its fields in the order of the prompt's worked example."""
    return ordered_schema(task.draft_schema, shape_of(task.draft), _order(task))


@cache
def _order(task: Task) -> FieldOrder:
    shown = example_of(task)
    return field_order(shape_of(task.draft), json.loads(shown[1])) if shown else {}


def delimited(text: str) -> str:
    """Return `text` on one line, without hidden characters, unable to close or open the article's delimiters.

    The marks of chat templates are blunted with them: many servers take `<|im_end|>` in an article for their own.
    """
    return _MARK.sub(_blunted, without_hidden(" ".join(text.split())))


def _blunted(match: re.Match[str]) -> str:
    after = match.string[match.end() : match.end() + 24]
    opens = match[0] == "[" or _TAG.match(after) or fold_case(after).lstrip(" /\\").startswith("article")
    return "‹" if opens else match[0]


def prompt_folder(prompt: str | Path) -> Path:
    """Return the folder of a prompt by name ("negotiation/v1") or path. Raises TaskError where there is none."""
    folder = prompt if isinstance(prompt, Path) else resource_folder("prompts") / prompt
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        known = ", ".join(prompt_names())
        raise TaskError(f"no prompt {str(prompt)!r}: {' and '.join(missing)} not found in {folder}; there are {known}")
    return folder


def example_of(task: Task) -> tuple[Article, str] | None:
    """Return the worked example that the task's prompt shows, its article and the right answer, or None.

    `example.json` in the prompt's folder holds both: `article` (text, title, date, source) and `answer`.
    """
    path = prompt_folder(task.prompt) / "example.json"
    if not path.is_file():
        return None
    try:
        example = json.loads(path.read_text(encoding="utf-8"))
        known = dict(example["article"])
        published = datetime.date.fromisoformat(known.pop("date")) if "date" in known else None
        return Article(**known, date=published), json.dumps(
            example["answer"], ensure_ascii=False, separators=(",", ":")
        )
    except (ValueError, KeyError, TypeError) as error:
        raise TaskError(f"{path} is no worked example: {error}; it holds article and answer") from error


def _article(template: Template, article: Article, hints: str | None = None) -> str:
    sentences = [{"number": sentence.number, "text": delimited(sentence.text)} for sentence in article.sentences]
    title, source = (delimited(text) if text else None for text in (article.title, article.source))
    known = {"date": article.date, "title": title, "source": source, "hints": delimited(hints) if hints else None}
    return template.render(sentences=sentences, **known).strip()


@cache
def _load(task: Task) -> _Templates:
    from jinja2 import StrictUndefined, TemplateError  # noqa: PLC0415 (quick start of commands that need no prompt)
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    folder = prompt_folder(task.prompt)
    name = f"{folder.parent.name}/{folder.name}"
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False, autoescape=False
    )
    sources = [(folder / file).read_text(encoding="utf-8") for file in _FILES]
    try:
        article = environment.from_string(sources[1])
        shown = example_of(task)
        example = {"article": _article(article, shown[0]), "answer": shown[1]} if shown else None
        form = outline(shape_of(task.draft), _order(task))
        system = environment.from_string(sources[0]).render(subject=task.subject, outline=form, example=example).strip()
    except TemplateError as error:
        raise TaskError(f"prompt {name}: a template is malformed: {error.message}") from error
    digest = hashlib.sha256("\x00".join([*sources, system]).encode()).hexdigest()[:16]
    return _Templates(system, article, name, digest)
