"""The command `summariser dossier` and its options."""

from __future__ import annotations

from datetime import date

import click

from summariser.cli.options import Wanted, day_of, wanted_options

__all__ = ["dossier"]


@click.command(short_help="Tell what a job's articles say together: parties, processes, proposals, contradictions.")
@click.argument("job", metavar="JOB")
@click.option(
    "--since",
    callback=day_of,
    metavar="DATE",
    help="Tell also what changed by the articles of that day and later, as in 2019-11-01.",
)
@click.option(
    "--overrides",
    metavar="FILE",
    help="TOML file that says which names are one party, and which are not.",
)
@wanted_options
def dossier(job: str, since: date | None, overrides: str | None, wanted: Wanted) -> None:
    """Tell what the articles of a job say together, also while it runs.

    Which names mean the same party, and why; which processes there are; for each its timeline, the life of each
    proposal, open conditions and who must meet them, where articles contradict each other. [12:3] is the third sentence
    of article 12. As HTML in the folder of `summariser report`, it leads to the pages of the articles.
    """
    from summariser.cli.dossiers import write_dossier  # noqa: PLC0415

    write_dossier(job, since, overrides, wanted)
