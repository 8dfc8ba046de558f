"""Writing results: whole or not at all, to a file or to standard output."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

import click

from summariser.settings import colours_allowed

if TYPE_CHECKING:
    from summariser.articles.article import Article
    from summariser.cli.options import Wanted
    from summariser.models.record import Record

__all__ = [
    "CannotWriteError",
    "as_json",
    "remark",
    "rendered",
    "shortened",
    "standard_output",
    "told_dates",
    "write",
]

_WIDEST = 100
_LONGEST_EXAMPLE = 200


class CannotWriteError(click.ClickException):
    """The output cannot be written."""


def remark(message: str) -> None:
    """Say something to the user, on standard error."""
    from summariser.report.plain import plain  # noqa: PLC0415

    click.echo(f"summariser: {plain(message)}", err=True)


def shortened(message: str) -> str:
    """Return a message on one line, cut where it is long."""
    line = " ".join(message.split())
    return line if len(line) <= _LONGEST_EXAMPLE else f"{line[:_LONGEST_EXAMPLE].rstrip()}…"


def told_dates(count: int, example: str) -> str:
    """Return how many articles have a date that can't be read, and one such date."""
    have = "1 article has" if count == 1 else f"{count:,} articles have"
    return f"{have} a date that can't be read, such as {example!r}, and so none; write it as 2016-01-31"


def rendered(record: Record, article: Article, wanted: Wanted, *, one_of_many: bool = False) -> str:
    """Return the record of an article in the format that is wanted; JSON on one line where it is one of many."""
    if wanted.format == "json":
        return as_json(record.model_dump(mode="json"), indent=None if one_of_many else 2)
    if wanted.format == "markdown":
        from summariser.report.markdown import render_markdown  # noqa: PLC0415

        return render_markdown(record)
    if wanted.format == "html":
        from summariser.report.html import render_html  # noqa: PLC0415

        return render_html(record, article)
    from summariser.report.text import render_text  # noqa: PLC0415

    on_terminal = wanted.output is None and sys.stdout is not None and sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, _WIDEST) if on_terminal else _WIDEST
    return render_text(record, colour=on_terminal and colours_allowed(), width=width)


def as_json(value: object, indent: int | None = 2) -> str:
    """Return `value` as JSON that ends in a line break, in ASCII where standard output takes no more."""
    import json  # noqa: PLC0415

    ascii_alone = sys.stdout is not None and sys.stdout.encoding.lower() not in {"utf-8", "utf8"}

    separators = (",", ":") if indent is None else None
    return json.dumps(value, indent=indent, separators=separators, ensure_ascii=ascii_alone) + "\n"


def write(text: str, output: str | None = None) -> None:
    """Write `text` to the file `output`, else to standard output. Raises CannotWriteError, and BrokenPipeError
    where nobody reads any more.

    A file appears whole, in place of an older one, or not at all.
    """
    if output is None:
        with standard_output() as stream:
            stream.write(text)
        return
    try:
        if os.path.exists(output) and not os.path.isfile(output):
            # A device or a pipe: nothing to replace.
            with open(output, "w", encoding="utf-8") as file:
                file.write(text)
        else:
            _replace(os.path.realpath(output), text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWriteError(f"cannot write {output}: {error.strerror}") from error


@contextlib.contextmanager
def standard_output() -> Iterator[TextIO]:
    """Yield standard output, and flush it at the end. Raises CannotWriteError, and BrokenPipeError where nobody reads
    any more."""
    if sys.stdout is None:
        raise CannotWriteError("standard output is closed; name a file with --output")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWriteError(f"cannot write to standard output: {error.strerror}") from error


def _replace(path: str, text: str) -> None:
    folder, name = os.path.split(path)
    passing = os.path.join(folder, f".{name[:100]}.{os.getpid()}.tmp")
    try:
        with open(passing, "x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(path):
            shutil.copymode(path, passing)
        os.replace(passing, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(passing)
        raise
