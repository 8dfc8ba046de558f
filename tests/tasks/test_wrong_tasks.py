"""A task that cannot be used says why, as a TaskError."""

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import pytest
from court_rulings import RULINGS
from pydantic import BaseModel

from summariser import Article, Model, Task, TaskError
from summariser.models.markers import Named, Ref
from summariser.prompting.render import render
from summariser.tasks.loading import load_task
from summariser.verification.verify import verify


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("negotiations", "no task 'negotiations'; built in: negotiation; one of your own is written module:NAME"),
        ("negotiation/v0", "no task 'negotiation/v0': the prompts of negotiation are negotiation/v1, negotiation/v2"),
        ("", "no task ''"),
        (":RULINGS", "no task ':RULINGS'"),
        ("court_rulings:", "no task 'court_rulings:'"),
        ("no_such_module:TASK", "cannot import 'no_such_module'"),
        ("court_rulings:NOTHING", "court_rulings has nothing of that name where a summariser.Task was expected"),
        ("court_rulings:NOT_A_TASK", "court_rulings has a class where a summariser.Task was expected"),
        ("court_rulings:RULINGS.draft", "court_rulings has nothing of that name"),
        ("..court_rulings:RULINGS", "no task '..court_rulings:RULINGS'"),
        ("/etc/passwd:TASK", "cannot import '/etc/passwd'"),
        ("court_rulings.py:RULINGS", "name the module, without its suffix: court_rulings:NAME"),
    ],
)
def test_a_name_that_is_no_task_is_told(name, says):
    with pytest.raises(TaskError) as error:
        load_task(name)
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("source", "says"),
    [("import no_such_thing", "install 'no_such_thing' or mend the import"), ("def (", "mend the file")],
)
def test_a_module_that_cannot_be_imported_says_what_to_mend(source, says, tmp_path, monkeypatch):
    (tmp_path / "halting_task.py").write_text(source)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(TaskError, match=says):
        load_task("halting_task:TASK")


@pytest.mark.parametrize(
    ("source", "says"),
    [("1 +", "invalid syntax"), ("import no_such_library", "no_such_library")],
)
def test_a_module_that_cannot_be_run_is_told(tmp_path, monkeypatch, source, says):
    name = f"broken_{abs(hash(source))}"
    (tmp_path / f"{name}.py").write_text(source)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TaskError, match=says):
        load_task(f"{name}:TASK")


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("\ndef known():\n    raise ValueError('boom')\nknown()", r"ValueError: boom \(halting\.py, line 3\); mend"),
        ("x = 1\n{}['y']", r"KeyError: 'y' \(halting\.py, line 2\); mend"),
        ("import sys\nsys.exit(3)", r"SystemExit: 3 \(halting\.py, line 2\); mend"),
        (
            "from summariser import Task\nTask('x', 'v1', dict, 'x')",
            r"TaskError: task 'x': draft .* \(halting\.py, line 2\)",
        ),
    ],
)
def test_a_module_that_fails_when_it_runs_is_told_with_its_line(tmp_path, monkeypatch, source, says):
    (tmp_path / "halting.py").write_text(source)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(TaskError, match=f"task 'halting:TASK': cannot import 'halting': {says}"):
        load_task("halting:TASK")


class Plain(BaseModel):
    headline: str


@pytest.mark.parametrize("draft", [Plain, dict, "Negotiation", None, RULINGS])
def test_a_draft_that_is_no_strict_model_is_refused(draft):
    with pytest.raises(TaskError, match=r"task 'x': draft must be a subclass of summariser.Model, not"):
        Task(name="x", version="v1", draft=draft, subject="x")


class Loose(Model):
    headline: str
    people: list[str]


@pytest.mark.parametrize("on_topic", ["is_ruling", "summary.is_ruling", "headline", "headline.x"])
def test_a_topic_field_that_is_not_there_is_refused(on_topic):
    with pytest.raises(TaskError, match=r"on_topic"):
        Task(name="x", version="v1", draft=Loose, subject="x", on_topic=on_topic)


class Dangling(Model):
    who: Annotated[str, Ref("nobody")]


class Nameless(Model):
    name: Annotated[str, Named("other_names")]


@pytest.mark.parametrize("draft", [Dangling, Nameless])
def test_a_marker_that_points_nowhere_never_raises_in_verification(draft):
    task = Task(name="x", version="v1", draft=draft, subject="x")
    field = next(iter(draft.model_fields))
    verify(json.dumps({field: "Oslo"}), Article("Oslo met."), task)


@pytest.mark.parametrize("prompt", ["rulings/v1", Path("nowhere")])
def test_a_prompt_that_is_not_there_is_told(prompt):
    with pytest.raises(TaskError, match="no prompt"):
        render(Article("Oslo met."), dataclasses.replace(RULINGS, prompt=prompt))
