"""docs/command-line.md is what the command says of itself; `python tests/test_command_line_docs.py` writes it anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from summariser.cli.main import summariser

PAGE = Path(__file__).parent.parent / "docs" / "command-line.md"
HEAD = """# The command line

Written by `python tests/test_command_line_docs.py` from the command's own help; a test fails where the two differ.
"""


def _commands() -> Iterator[tuple[str, click.Command, click.Context]]:
    group = click.Context(summariser, info_name="summariser", terminal_width=100, **summariser.context_settings)
    yield "summariser", summariser, group
    for name, command in summariser.commands.items():
        yield f"summariser {name}", command, click.Context(command, group, name, terminal_width=100)


def _page() -> str:
    parts = [HEAD]
    for title, command, context in _commands():
        parts.append(f"## {title}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def test_the_page_is_the_help_of_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == _page(), "run python tests/test_command_line_docs.py"


def test_every_command_says_what_it_does() -> None:
    for title, command, _ in _commands():
        assert command.help, title
        assert all(getattr(option, "help", "") for option in command.params if isinstance(option, click.Option)), title


if __name__ == "__main__":
    PAGE.write_text(_page(), encoding="utf-8")
