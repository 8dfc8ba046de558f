"""The command `summariser`: its commands and options. What they do is imported when they are called.

Exit codes: 0 done; 1 a fault, told in one line; 2 usage; 3 some of several articles failed; 130 interrupted.
Where the reader of standard output has gone, 1 and not a word; click sees to that.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from summariser.cli.batch_command import batch
from summariser.cli.dossier_command import dossier
from summariser.cli.evaluate_command import evaluate
from summariser.cli.options import ENGINES as _ENGINES
from summariser.cli.options import (
    Given,
    Wanted,
    given_options,
    named_output,
    strictness_options,
    task_option,
    wanted_options,
)
from summariser.errors import SummariserError

__all__ = ["main", "summariser"]


class _Commands(click.Group):
    """Commands in the order of their importance; without one, `summarise` is meant: a file, a URL, a pipe."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args:
            piped = sys.stdin is not None and not sys.stdin.isatty()
            args = ["summarise", "-"] if piped else ["--help"]
        elif args[0] not in self.commands and self._means_summarise(args[0]):
            args = ["summarise", *args]
        return super().parse_args(ctx, args)

    def _means_summarise(self, first: str) -> bool:
        """Return whether `first`, which is no command, is an option of `summarise` or looks like a file or a URL."""
        if first.startswith("-"):
            return first not in {"-h", "--help", "--version"}
        return any(mark in first for mark in "./\\: ") or os.path.exists(first)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[Any, Any, list[str]]:
        if args[0] not in self.commands:
            import difflib  # noqa: PLC0415

            close = difflib.get_close_matches(args[0], self.commands, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(self.commands)}"
            ctx.fail(f"no command and no file {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        from summariser.pipeline.record import software  # noqa: PLC0415

        click.echo(software())
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def summariser() -> None:
    """Turn news about negotiations into verified records: parties, proposals, conditions, where it stands.

    `summariser FILE` is short for `summariser summarise FILE`. Results go to standard output, all else to standard
    error. Exit codes: 0 done, 1 a fault, 2 usage, 3 some of several articles failed, 130 interrupted.
    """


@summariser.command(short_help="Summarise articles.")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL|-...")
@click.option(
    "--engine", type=click.Choice(_ENGINES), default="auto", show_default=True, help="What reads the article."
)
@task_option
@click.option("--keep-verified", is_flag=True, help="Give what holds of an answer, and list the claims that do not.")
@strictness_options
@given_options
@wanted_options
@click.pass_context
def summarise(
    ctx: click.Context, /, sources: tuple[str, ...], engine: str, given: Given, wanted: Wanted, **asked: Any
) -> None:
    """Summarise articles: text, HTML or a JSON object, from files, URLs or standard input (-).

    Engines: `llm` asks the language model that OPENAI_BASE_URL, OPENAI_API_KEY and SUMMARISER_MODEL name; `rules` needs
    none; `auto` is `llm` where a model is configured. Numbers in brackets are sentences of the article.
    """
    from summariser.cli import summarising  # noqa: PLC0415

    if len(sources) > 1 and (given.title is not None or sources.count("-") > 1):
        raise click.UsageError("--title and - are for one article, and there are several")
    if len(sources) > 1 and wanted.format == "html":
        raise click.UsageError(
            "--format html is for one article; pages of many: summariser batch, then summariser report"
        )
    made = summarising.summariser_of(engine, **asked)
    ctx.exit(summarising.summarise_all(sources, engine, made, given, wanted))


summariser.add_command(batch)


@summariser.command(short_help="Print what a model would get, for any chat window.")
@click.argument("source", metavar="FILE|URL|-")
@task_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="To paste, or as one JSON object with messages and schema.",
)
@given_options
def prompt(source: str, task: str, form: str, given: Given) -> None:
    """Print the messages and the schema that a model would get, for any chat window.

    Save what it answers, and have it verified: summariser check ANSWER --article FILE
    """
    from summariser.cli import asking  # noqa: PLC0415

    asking.write_prompt(given.read(source), task, form)


@summariser.command(short_help="Verify an answer from elsewhere.")
@click.argument("answer", metavar="ANSWER|-")
@click.option("--article", required=True, metavar="FILE|URL|-", help="The article that was asked about.")
@task_option
@click.option("--keep-verified", is_flag=True, help="Give what holds of the answer, and list the claims that do not.")
@strictness_options
@given_options
@wanted_options
def check(answer: str, article: str, *, given: Given, wanted: Wanted, **asked: Any) -> None:
    """Verify an answer that came from elsewhere, and make it a record.

    ANSWER is a file with the JSON object; what a chat window says around it is left out. Give the same
    --date and --title as to `prompt`.
    """
    from summariser.cli import summarising  # noqa: PLC0415
    from summariser.tasks.loading import load_task  # noqa: PLC0415

    if answer == article == "-":
        raise click.UsageError("the answer and the article can't both be standard input")
    task = load_task(asked["task"], strict=asked["strict"], corroborated=asked["corroborated"])
    summarising.check_answer(answer, article, task, keep_verified=asked["keep_verified"], given=given, wanted=wanted)


@summariser.command(short_help="Print the JSON Schema of a task.")
@click.argument("name", default="negotiation")
@click.option("--draft", "kind", flag_value="draft", help="What a model fills.")
@click.option("--record", "kind", flag_value="record", default="record", help="What you receive (the default).")
def schema(name: str, kind: str) -> None:
    """Print the JSON Schema of a task, built in or module:NAME."""
    from summariser.cli.output import write  # noqa: PLC0415
    from summariser.cli.schemas import committed_schema  # noqa: PLC0415

    text = committed_schema(name, kind)
    if text is None:
        from summariser.cli.asking import generated_schema  # noqa: PLC0415

        text = generated_schema(name, kind)
    write(text)


@summariser.command(short_help="List the prompts, or show one.")
@click.argument("name", required=False)
def prompts(name: str | None) -> None:
    """List the prompts that come with the package, or show one: its templates and its worked example."""
    from summariser.cli import asking  # noqa: PLC0415

    if name is None:
        asking.list_prompts()
    else:
        asking.show_prompt(name)


@summariser.command(short_help="Examine the endpoint: does the model answer?")
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Examine the endpoint that the environment names: is it there, does the key work, which modes work, what it costs.

    Asks the model three short questions. Exits with 1 where `--engine llm` would not work.
    """
    from summariser.cli.doctor import examine  # noqa: PLC0415

    ctx.exit(examine(coloured=sys.stdout.isatty()))


_job_task_option = click.option(
    "--task",
    metavar="MODULE:NAME",
    help="The task of the job, for pages and spreadsheets, where it is one of your own.",
)


@summariser.command("export", short_help="Write what a job holds: JSON Lines, CSV, Parquet, a spreadsheet.")
@click.argument("job", metavar="JOB")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "parquet", "spreadsheet"]),
    default="jsonl",
    show_default=True,
    help="Whole records; the tables; or a row for each proposal and condition, to open in a spreadsheet.",
)
@click.option(
    "-o",
    "--output",
    callback=named_output,
    help="File to write to, or for tables a folder, which gets a file for each.",
)
@click.option("--table", help="This table alone, as csv or parquet; for a spreadsheet these claims, such as events.")
@_job_task_option
def export_(job: str, form: Any, output: str | None, table: str | None, task: str | None) -> None:
    """Write what a batch job holds, also while it runs: records, one a line; tables as CSV or Parquet; a spreadsheet.

    A copy of another article gets the record of that one; a spreadsheet has each claim once. The tables: docs/jobs.md.
    """
    if form == "spreadsheet":
        from summariser.cli import reports  # noqa: PLC0415

        reports.export_spreadsheet(job, output, table, task)
        return
    from summariser.cli import jobs  # noqa: PLC0415

    jobs.export_job(job, form, output, table)


@summariser.command(short_help="Write pages to read: a job's articles, with search and filters.")
@click.argument("job", metavar="JOB")
@click.option(
    "-o", "--output", required=True, metavar="DIR", help="Folder that gets the pages; it is made where it is not."
)
@_job_task_option
def report(job: str, output: str, task: str | None) -> None:
    """Write a job as pages for a browser, also while it runs: one that lists its articles, and one for each.

    DIR/index.html searches and filters; an article's page shows which sentence stands behind which claim. They need no
    server and no network. Pages of one article: summariser FILE --format html -o FILE.html
    """
    from summariser.cli import reports  # noqa: PLC0415

    reports.write_report(job, output, task)


summariser.add_command(dossier)


@summariser.command("status", short_help="Say how a job stands: done, failed, spent, left.")
@click.argument("job", metavar="JOB")
@click.option("--json", "as_data", is_flag=True, help="As one JSON object.")
def status_(job: str, as_data: bool) -> None:
    """Say how a batch job stands, also while it runs: articles by state, spending, pace, what is left, failures."""
    from summariser.cli import jobs  # noqa: PLC0415

    jobs.show_status(job, as_data=as_data)


summariser.add_command(evaluate)


def main(args: Sequence[str] | None = None) -> None:
    """Run the command and exit with its code."""
    # Imports and one article make few cycles and many objects: looking for garbage at the default pace costs a tenth.
    gc.set_threshold(50_000, 20, 100)
    try:
        code = _run(args)
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def _run(args: Sequence[str] | None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and stream.encoding.lower() != "utf-8":
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = summariser.main(args, prog_name="summariser", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.UsageError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        click.echo(f"summariser: {error.format_message()}", err=True)
        return error.exit_code
    except click.Abort:
        click.echo("summariser: interrupted", err=True)
        return 130
    except SummariserError as error:
        from summariser.cli.faults import tell  # noqa: PLC0415

        tell(error)
        return 1
