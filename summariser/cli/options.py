"""Options that several commands share, each group handed to the command as one object."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

import click

if TYPE_CHECKING:
    from summariser.articles.article import Article

__all__ = [
    "ENGINES",
    "Given",
    "Wanted",
    "day_of",
    "given_options",
    "named_output",
    "output_option",
    "standard_input",
    "strictness_options",
    "task_option",
    "wanted_options",
]

ENGINES = ("auto", "llm", "rules")
"""As `summariser.engines.choice` has them, without its imports: a test holds the two together."""

_LONGEST_NAME = 255
_Command = Callable[..., Any]
_BY_SUFFIX = {
    ".json": "json", ".jsonl": "json", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
}  # fmt: skip


def standard_input() -> BinaryIO | None:
    """Return the bytes of standard input, None where it is closed."""
    return sys.stdin.buffer if sys.stdin is not None else None


@dataclass(frozen=True)
class Given:
    """What the caller knows of the article."""

    date: date | None
    title: str | None
    encoding: str | None

    def read(self, source: str) -> Article:
        """Return the article at `source`: a path, a URL or `-`. Raises ArticleError."""
        from summariser.articles.reading import read_article  # noqa: PLC0415 (start-up time)

        return read_article(source, date=self.date, title=self.title, encoding=self.encoding, stdin=standard_input())


@dataclass(frozen=True)
class Wanted:
    """What the caller wants to get: in which format, where, and whether with remarks on standard error."""

    format: str
    output: str | None
    quiet: bool


def day_of(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Return the day that an option names. Raises BadParameter where it names none."""
    try:
        return date.fromisoformat(value) if value is not None else None
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date; write it as in 2019-11-01", ctx, param) from error


def given_options(command: _Command) -> _Command:
    """Add --date, --title and --encoding; the command receives them as `given`."""

    @click.option(
        "--date",
        callback=day_of,
        metavar="DATE",
        help="Day of publication, as in 2019-11-01: fixes what “last month” means.",
    )
    @click.option("--title", help="Title of the article.")
    @click.option("--encoding", help="Encoding of the input, where it is not UTF-8 and does not say so.")
    @functools.wraps(command)
    def wrapped(date: date | None, title: str | None, encoding: str | None, **others: Any) -> Any:
        return command(given=Given(date, title, encoding), **others)

    return wrapped


def wanted_options(command: _Command) -> _Command:
    """Add --format, --output and --quiet; the command receives them as `wanted`."""

    @click.option(
        "--format",
        "format_",
        type=click.Choice(["text", "json", "markdown", "html"]),
        help="What to write. By default what the output's suffix says (.json, .md, .html), else text.",
    )
    @output_option
    @click.option("-q", "--quiet", is_flag=True, help="No remarks and no progress on standard error.")
    @functools.wraps(command)
    def wrapped(format_: str | None, output: str | None, quiet: bool, **others: Any) -> Any:
        chosen = format_ or _BY_SUFFIX.get(os.path.splitext(output or "")[1].lower(), "text")
        return command(wanted=Wanted(chosen, output, quiet), **others)

    return wrapped


def task_option(command: _Command) -> _Command:
    """Add --task."""
    text = "What to ask of the article: a built-in task, negotiation/v3 with that prompt, or module:NAME for your own."
    return click.option("--task", default="negotiation", show_default=True, help=text)(command)


def output_option(command: _Command) -> _Command:
    """Add --output; one that cannot be written is refused before anything is spent."""
    text = "File to write to, instead of standard output."
    return click.option("-o", "--output", callback=_writable, help=text)(command)


def strictness_options(command: _Command) -> _Command:
    """Add --strict and --corroborate; the command receives them as `strict` and `corroborated`."""
    text = "Doubt what a second reading, by the rules, does not bear out: a warning, or refused with --strict."
    command = click.option("--corroborate", "corroborated", is_flag=True, help=text)(command)
    text = "Refuse what verification cannot decide, too, instead of a warning in the record."
    return click.option("--strict", is_flag=True, help=text)(command)


def named_output(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return the file to write to, None for standard output, which a shell may append to another file."""
    if value == "":
        raise click.BadParameter("the name is empty; name a file, or leave the option out", ctx, param)
    return None if value in {"-", "/dev/stdout"} else value


def _writable(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    value = named_output(ctx, param, value)
    if value is None:
        return None
    folder, name = os.path.split(os.path.realpath(value))
    if len(os.fsencode(name)) > _LONGEST_NAME:
        raise click.BadParameter(f"a file's name has at most {_LONGEST_NAME} bytes, not {len(name):,}", ctx, param)
    if os.path.isdir(value):
        raise click.BadParameter(f"{value!r} is a directory; name a file in it", ctx, param)
    if not os.path.isdir(folder):
        raise click.BadParameter(f"there is no directory {folder!r}", ctx, param)
    # A file is replaced, for which its folder counts; a device or a pipe is written to.
    written = value if os.path.exists(value) and not os.path.isfile(value) else folder
    if not os.access(written, os.W_OK):
        raise click.BadParameter(f"{written!r} may not be written to", ctx, param)
    return value
