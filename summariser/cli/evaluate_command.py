"""The command `summariser evaluate` and its options."""

from __future__ import annotations

from typing import Any

import click

from summariser.cli.options import ENGINES, output_option, strictness_options, task_option

__all__ = ["evaluate"]


@click.command(short_help="Measure records against gold ones.")
@click.argument("gold", metavar="GOLD")
@click.option("--engine", type=click.Choice(ENGINES), default="auto", show_default=True, help="What reads.")
@click.option("--records", metavar="FILE", help="Measure these records, JSON Lines, instead of an engine's.")
@task_option
@click.option("--keep-verified", is_flag=True, help="Give what holds of an answer, and list the claims that do not.")
@strictness_options
@click.option("--job", metavar="FILE", help="Keep what the engine answers in this job, and take from it what is there.")
@click.option("--against", metavar="FILE", help="Compare with an earlier evaluation, written with --format json.")
@click.option(
    "--concurrency",
    type=click.IntRange(1, 1000),
    default=32,
    show_default=True,
    help="Articles that are read at once, at most.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True,
    help="What to write.",
)  # fmt: skip
@output_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks and no progress on standard error.")
def evaluate(gold: str, **asked: Any) -> None:
    """Measure how well an engine reads: its records against those that careful readers made.

    GOLD is a folder of gold entries or a JSON Lines file of your own; the form: docs/quality.md. Precision, recall and
    F1 for each list of claims and for each field of the claims that were found, with 95 % intervals.
    """
    from summariser.cli.evaluating import Asked, evaluate_gold  # noqa: PLC0415

    evaluate_gold(gold, Asked(**asked))
