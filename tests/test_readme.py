"""What the README shows is what the command says."""

import pytest
from readme import ROOT, Shown, agrees, run, shown_in

README = ROOT / "README.md"
SHOWN = shown_in(README.read_text(encoding="utf-8")) if README.exists() else []

DOCUMENT = """\
Text.

```console
$ summariser prompts
claims/v1
negotiation/v1
negotiation/v2
negotiation/v3
$ summariser schema \\
    --draft | head -n 1
{
```

```console
$ other command
```
"""


@pytest.mark.skipif(not README.exists(), reason="there is no README yet")
def test_the_readme_shows_the_command():
    assert SHOWN


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: f"line {shown.line}")
def test_the_readme_shows_what_the_command_says(shown, tmp_path):
    today = run(shown, tmp_path)
    assert agrees(shown, today), f"README.md, line {shown.line}: {shown.command}\nsays today:\n{today}"


def test_commands_are_found_with_what_they_show():
    first, second = shown_in(DOCUMENT)
    assert first == Shown(4, "summariser prompts", "claims/v1\nnegotiation/v1\nnegotiation/v2\nnegotiation/v3\n")
    assert second == Shown(9, "summariser schema \\\n    --draft | head -n 1", "{\n")


def test_commands_are_run(tmp_path):
    for shown in shown_in(DOCUMENT):
        assert agrees(shown, run(shown, tmp_path))


@pytest.mark.parametrize(
    ("output", "today", "agree"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n", "a\nb\n", False),
        ("a\n...\nd\n", "a\nb\nc\nd\n", True),
        ("a\n...\nd\n", "a\nb\nc\n", False),
        ("engine rules · 0.02 s\n", "engine rules · 1.13 s\n", True),
        ("engine rules · 0.02 s\n", "engine llm · 0.02 s\n", False),
    ],
)
def test_what_agrees(output, today, agree):
    assert agrees(Shown(1, "", output), today) is agree
