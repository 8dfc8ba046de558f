"""`summariser doctor`: what stands between the user and an answer of a language model."""

from __future__ import annotations

import asyncio

import click

from summariser.cli.output import write
from summariser.cli.progress import watching
from summariser.engines.llm.doctor import Finding, probe
from summariser.report.plain import plain
from summariser.settings import Settings, colours_allowed

__all__ = ["examine"]

_MARKS = {True: ("ok", "green"), False: ("no", "red"), None: ("?", "yellow")}


def examine(*, coloured: bool) -> int:
    """Write what was found at the endpoint, and return the exit code: 0 where the llm engine will work as it is set.

    Raises SettingsError where no model is configured, or a setting is not understood.
    """
    settings = Settings.from_environment()
    with watching(quiet=False):
        findings = asyncio.run(probe(settings))
    write("".join(_line(finding, coloured=coloured and colours_allowed()) for finding in findings))
    works = {finding.check: finding.works for finding in findings}
    working = [check.removeprefix("mode ") for check, well in works.items() if check.startswith("mode ") and well]
    if settings.mode in working:
        write(f"\nThe llm engine works in mode {settings.mode}: summariser summarise --engine llm FILE\n")
        return 0
    advice = f"set SUMMARISER_MODE={working[0]}" if working else "no mode works; mend what is marked above"
    write(f"\nThe llm engine will not work in mode {settings.mode}: {advice}\n")
    return 1


def _line(finding: Finding, *, coloured: bool) -> str:
    mark, colour = _MARKS[finding.works]
    shown = click.style(f"{mark:<4}", fg=colour) if coloured else f"{mark:<4}"
    usage = finding.usage
    spent = ""
    if usage and usage.input_tokens is not None:
        spent = f" ({usage.input_tokens:,} tokens in, {usage.output_tokens or 0:,} out)"
    return f"{shown}{finding.check:<18}{plain(finding.says)}{spent}\n"
