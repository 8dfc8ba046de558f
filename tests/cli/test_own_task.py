"""A task of one's own goes the whole way through the command."""

import json

import pytest

TEXT = "The society met on Monday to debate whether to drain the lake. Orla Fenn said that the lake smells in summer.\n"
ANSWER = {
    "motion": "whether to drain the lake",
    "arguments": [{"evidence": [2], "made_by": "Orla Fenn", "wording": "the lake smells in summer"}],
}
TASK = ("--task", "lake_debates:DEBATE")


@pytest.fixture
def paths(tmp_path):
    article, answer = tmp_path / "debate.txt", tmp_path / "answer.json"
    article.write_text(TEXT)
    answer.write_text(json.dumps(ANSWER))
    return article, answer


def test_its_prompt(command, paths):
    out = command("prompt", paths[0], *TASK).out
    assert "made_by" in out
    assert "a debate" in out


@pytest.mark.parametrize(("kind", "field"), [("--draft", "motion"), ("--record", "provenance")])
def test_its_schemas(command, kind, field):
    assert field in json.loads(command("schema", "lake_debates:DEBATE", kind).out)["properties"]


def test_its_answer_is_checked_and_told(command, paths):
    article, answer = paths
    done = command("check", answer, "--article", article, *TASK)
    assert done.code == 0
    assert done.out == (
        "Lake debate\n\nArticle: 2 sentences\n\n"
        "IN SHORT\n  motion: whether to drain the lake\n\n"
        "ARGUMENTS\n  the lake smells in summer [2]\n    made by: Orla Fenn\n\nengine given\n"
    )


def test_its_answer_is_refused_where_it_is_wrong(command, paths):
    article, answer = paths
    answer.write_text(json.dumps(ANSWER).replace("the lake smells in summer", "taxes ruin farmers"))
    done = command("check", answer, "--article", article, *TASK)
    assert done.code == 1
    assert "arguments[0].wording" in done.err


@pytest.mark.parametrize(
    ("task", "told"),
    [("lake_debates:NONE", "has nothing of that name"), ("no_such_module:X", "cannot import 'no_such_module'")],
)
def test_a_task_that_is_not_there(command, paths, task, told):
    done = command("prompt", paths[0], "--task", task)
    assert done.code == 1
    assert told in done.err
