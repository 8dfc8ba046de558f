"""`summariser prompt`, `prompts` and `schema`: what a model is told, and what it must fill."""

from __future__ import annotations

from summariser.articles.article import Article
from summariser.cli.output import as_json, write
from summariser.prompting.render import asked_schema, prompt_folder, render
from summariser.resources import prompt_names
from summariser.tasks.loading import load_task

__all__ = ["generated_schema", "list_prompts", "show_prompt", "write_prompt"]


def write_prompt(article: Article, task_name: str, form: str) -> None:
    """Write the messages and the schema that ask the task of the article: to be pasted, or as one JSON object."""
    task = load_task(task_name)
    prompt = render(article, task)
    if form == "json":
        whole = {"prompt": prompt.name, "prompt_digest": prompt.digest, "messages": prompt.messages}
        write(as_json({**whole, "schema": asked_schema(task)}))
        return
    texts = [message["content"].strip() for message in prompt.messages]
    schema = as_json(asked_schema(task), indent=None)
    write("\n\n".join([*texts, f"Answer with one JSON object that fits this JSON Schema:\n\n{schema}"]))


def list_prompts() -> None:
    """Write the names of the prompts that come with the package, a line each."""
    write("".join(f"{name}\n" for name in prompt_names()))


def show_prompt(name: str) -> None:
    """Write the files of one prompt, each under its name. Raises TaskError where there is none of that name."""
    folder = prompt_folder(name)
    files = sorted(path for path in folder.iterdir() if path.is_file())
    write("\n".join(f"==> {name}/{path.name} <==\n{path.read_text(encoding='utf-8').rstrip()}\n" for path in files))


def generated_schema(name: str, kind: str) -> str:
    """Return the JSON Schema, "draft" or "record", of any task. Raises TaskError where there is none."""
    task = load_task(name)
    return as_json(task.draft_schema if kind == "draft" else task.record_schema)
