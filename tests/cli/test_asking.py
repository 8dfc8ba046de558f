"""`summariser prompt`, `prompts` and `schema`."""

import json

import pytest

from summariser.articles.article import Article
from summariser.prompting.render import render
from summariser.tasks.negotiation import NEGOTIATION
from tests.cli.conftest import ARTICLE, ROOT


def test_the_prompt_is_what_the_engine_sends(command):
    done = command("prompt", ARTICLE, "--format", "json")
    printed = json.loads(done.out)
    prompt = render(Article(ARTICLE.read_text()), NEGOTIATION)
    assert (done.code, done.err) == (0, "")
    assert printed["messages"] == prompt.messages
    assert (printed["prompt"], printed["prompt_digest"]) == (prompt.name, prompt.digest)
    assert printed["schema"] == NEGOTIATION.draft_schema


def test_the_prompt_to_paste_ends_with_the_schema(command):
    out = command("prompt", ARTICLE).out
    assert "[1] ESKBY, Norrund, April 22 - Marellia on Tuesday accepted" in out
    assert json.loads(out.splitlines()[-1]) == NEGOTIATION.draft_schema


def test_the_prompt_tells_the_date_and_the_title(command):
    out = command("prompt", ARTICLE, "--date", "2025-04-22", "--title", "Talks on the Aune").out
    assert "2025-04-22" in out
    assert "Talks on the Aune" in out


@pytest.mark.parametrize(("options", "file"), [((), "record"), (("--record",), "record"), (("--draft",), "draft")])
def test_a_committed_schema(command, options, file):
    done = command("schema", *options)
    assert done.out == (ROOT / "schemas" / "negotiation" / "v1" / f"{file}.json").read_text()


def test_no_task_of_that_name(command):
    done = command("schema", "wedding")
    assert done.code == 1
    assert done.err.startswith("summariser: no task 'wedding'; built in: negotiation")
    assert done.err.count("\n") == 1


def test_prompts_are_listed(command):
    assert command("prompts").out.splitlines() == ["claims/v1", "negotiation/v1", "negotiation/v2", "negotiation/v3"]


def test_a_prompt_is_shown(command):
    out = command("prompts", "negotiation/v1").out
    assert "==> negotiation/v1/system.md.j2 <==" in out
    assert (ROOT / "prompts" / "negotiation" / "v1" / "system.md.j2").read_text().strip() in out


def test_no_prompt_of_that_name(command):
    done = command("prompts", "wedding/v1")
    assert done.code == 1
    assert "there are claims/v1, negotiation/v1, negotiation/v2, negotiation/v3" in done.err
