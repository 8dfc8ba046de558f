"""The command `summariser batch`: its options. What it does is imported when it is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from summariser.cli.options import ENGINES, strictness_options, task_option

__all__ = ["batch"]

_Command = Callable[..., Any]
_FIELDS = ("text", "title", "date", "id", "url", "source", "language")
_POSITIVE = click.FloatRange(min=0, min_open=True)


def _known_encoding(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse, before a job is made, an encoding that there is not."""
    from summariser.archives.streams import check_encoding  # noqa: PLC0415 (start-up time)
    from summariser.errors import SettingsError  # noqa: PLC0415

    try:
        if value is not None:
            check_encoding(value)
    except SettingsError as error:
        raise click.BadParameter(str(error), ctx, param) from error
    return value


def _archive_options(command: _Command) -> _Command:
    """Add what says how archives are read."""
    for name in reversed(_FIELDS):
        help_ = f"Column or key that holds the {'id of a row' if name == 'id' else name}. By default it is found."
        command = click.option(f"--{name}-field", metavar="NAME", help=help_)(command)
    encoding = click.option(
        "--encoding", callback=_known_encoding, help="Encoding of texts and tables that are not UTF-8."
    )
    least = click.option(
        "--least-words", type=click.IntRange(min=0), default=40, show_default=True, help="Shorter texts are skipped."
    )
    return encoding(least(command))


def _pace_options(command: _Command) -> _Command:
    """Add what bounds requests, money and articles."""
    options = (
        click.option(
            "--concurrency",
            type=click.IntRange(1, 1000),
            default=32,
            show_default=True,
            help="Requests at once, at most; fewer where the endpoint pushes back.",
        ),
        click.option("--requests-per-minute", type=_POSITIVE, help="Requests a minute, at most."),
        click.option("--tokens-per-minute", type=_POSITIVE, help="Tokens a minute, at most, in and out together."),
        click.option(
            "--budget",
            type=_POSITIVE,
            metavar="DOLLARS",
            help="Stop before the job has cost more, earlier runs included.",
        ),
        click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after N articles."),
        click.option("--sample", type=click.IntRange(min=1), metavar="N", help="Read N articles chosen at random."),
        click.option("--seed", type=int, default=0, show_default=True, help="What --sample chooses by."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _saving_options(command: _Command) -> _Command:
    """Add what says which articles are not paid for."""
    options = (
        click.option("--triage", is_flag=True, help="Skip articles in which the rules find no negotiation."),
        click.option(
            "--copies",
            type=click.Choice(["near", "exact", "off"]),
            default="near",
            show_default=True,
            help="Which articles count as copies of another, and share its record.",
        ),
        click.option("--no-cache", is_flag=True, help="Neither look for answers in the cache nor keep them there."),
        click.option("--retry-failed", is_flag=True, help="Try articles again that have failed."),
        click.option("--retry-skipped", is_flag=True, help="Try again what was skipped, with the options of this run."),
        click.option(
            "--retry-changed", is_flag=True, help="Read articles anew that are done and have another text by now."
        ),
        click.option("--estimate", is_flag=True, help="Say what it would cost. Sends nothing."),
        click.option("--json", "as_json", is_flag=True, help="Write the estimate as JSON."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command(short_help="Summarise archives of articles.")
@click.argument("archives", nargs=-1, required=True, metavar="ARCHIVE...")
@click.option(
    "--job", required=True, metavar="FILE", help="SQLite file that holds the job; it is made where it is not."
)
@click.option("--engine", type=click.Choice(ENGINES), default="auto", show_default=True, help="What reads.")
@task_option
@click.option("--keep-verified", is_flag=True, help="Give what holds of an answer, and list the claims that do not.")
@strictness_options
@_saving_options
@_pace_options
@_archive_options
@click.option("-q", "--quiet", is_flag=True, help="No remarks and no progress on standard error.")
@click.pass_context
def batch(ctx: click.Context, /, archives: tuple[str, ...], job: str, *, quiet: bool, **asked: Any) -> None:
    """Summarise all articles of archives into a job, one SQLite file.

    ARCHIVE is a file, folder, glob or URL: text, HTML, zip, tar, gz, zst, xz, JSON Lines, CSV, Parquet, WARC. The same
    command again goes on where it stopped, and pays for nothing twice. Ctrl-C once finishes what is in flight, twice
    ends at once. Then: summariser status JOB, summariser export JOB. Exit code 3: some articles have failed, or an
    archive could not be read to its end.
    """
    from pathlib import Path  # noqa: PLC0415

    from summariser.archives.items import Fields  # noqa: PLC0415
    from summariser.batch.options import Options  # noqa: PLC0415
    from summariser.cli import batch as running  # noqa: PLC0415
    from summariser.cli.summarising import remark_on_rules, summariser_of  # noqa: PLC0415

    fields = Fields(**{name: asked.pop(f"{name}_field") for name in _FIELDS})
    engine = asked["engine"]
    shaping = ("engine", "task", "keep_verified", "strict", "corroborated")
    made = summariser_of(**{name: asked.pop(name) for name in shaping})
    cache, wanted, as_json = not asked.pop("no_cache"), asked.pop("estimate"), asked.pop("as_json")
    options = Options(fields=fields, **asked)
    if not quiet:
        remark_on_rules(engine, made, many=True)
    if wanted:
        running.estimate_job(archives, Path(job), made, options, cache=cache, json=as_json)
    else:
        ctx.exit(running.run_job(archives, Path(job), made, options, cache=cache, quiet=quiet))
