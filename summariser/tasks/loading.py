"""Tasks by name: the built-in one, or `module:NAME` for one of the user's own."""

from __future__ import annotations

import importlib
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from summariser.errors import TaskError
from summariser.resources import prompt_names
from summariser.tasks.negotiation import NEGOTIATION
from summariser.tasks.task import Task

__all__ = ["BUILT_IN", "as_task", "load_task"]

BUILT_IN = {NEGOTIATION.name: NEGOTIATION}


def load_task(name: str, *, strict: bool = False, corroborated: bool = False) -> Task:
    """Return the task called `name`: a built-in one, or `module:NAME`, the module found as from the working directory.

    A built-in one may be given with one of its prompts: `negotiation/v3`. `strict` makes it one that refuses doubts,
    `corroborated` one whose claims are put to a second reading.
    Raises TaskError, which says what was looked for, where there is none.
    """
    built_in = BUILT_IN.get(name.partition("/")[0])
    task = _asked_by(name, built_in) if built_in else _imported(name)
    if not strict and not corroborated:
        return task
    return replace(task, strict=strict or task.strict, corroborated=corroborated or task.corroborated)


def as_task(given: Task | str) -> Task:
    """Return a task as it is, or the one that a name stands for. Raises TaskError where it is none."""
    if isinstance(given, Task):
        return given
    if not isinstance(given, str):
        raise TaskError(f"a task is a summariser.Task or the name of one, not {given!r:.80}")
    return load_task(given)


def _asked_by(name: str, task: Task) -> Task:
    """Return a built-in task with the prompt that is named behind it, its own where none is."""
    if name == task.name:
        return task
    known = prompt_names(task.name)
    if name not in known:
        raise TaskError(f"no task {name!r}: the prompts of {task.name} are {', '.join(known)}")
    return replace(task, prompt=name)


def _imported(name: str) -> Task:
    module_name, colon, attribute = name.partition(":")
    if not colon or not module_name or not attribute or module_name.startswith("."):
        raise TaskError(f"no task {name!r}; built in: {', '.join(BUILT_IN)}; one of your own is written module:NAME")
    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.insert(0, here)
    module = _module(module_name, name)
    task = getattr(module, attribute, None)
    if not isinstance(task, Task):
        found = (
            "nothing of that name"
            if task is None
            else "a class"
            if isinstance(task, type)
            else f"a {type(task).__name__}"
        )
        raise TaskError(f"task {name!r}: {module_name} has {found} where a summariser.Task was expected")
    return task


def _module(module_name: str, name: str) -> ModuleType:
    """Return the module of the task `name`. Whatever it raises when it runs is a fault in it, and told as one."""
    failed = f"task {name!r}: cannot import {module_name!r}"
    try:
        return importlib.import_module(module_name)
    except (ImportError, SyntaxError) as error:
        raise TaskError(f"{failed}: {error}; {_way_out(module_name, error)}") from error
    except (Exception, SystemExit) as error:
        kind = type(error).__name__
        raise TaskError(f"{failed}: {kind}: {error}{_where(module_name, error)}; mend the file") from error


def _where(module_name: str, error: BaseException) -> str:
    """Return the line of the module, or of its package, that an error came by; nothing where it came by none."""
    package = module_name.partition(".")[0]
    ours = [
        f" ({Path(frame.f_code.co_filename).name}, line {line})"
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_globals.get("__name__", "").partition(".")[0] == package
    ]
    return ours[-1] if ours else ""


def _way_out(module_name: str, error: ImportError | SyntaxError) -> str:
    if isinstance(error, SyntaxError):
        return "mend the file"
    if module_name.endswith(".py"):
        return f"name the module, without its suffix: {module_name.removesuffix('.py').replace('/', '.')}:NAME"
    if error.name is not None and error.name != module_name.partition(".")[0] and error.name != module_name:
        return f"install {error.name!r} or mend the import"
    return "run it from the folder that holds it"
