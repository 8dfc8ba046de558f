"""The console blocks of a document, run again: is what it shows what the command says today?

    ```console
    $ summariser summarise examples/river-accord.txt
    Marellia accepts, ...
    ```

Each line that begins with `$ summariser` is a command (a backslash at its end goes on), what follows up to the next is
what it shows, standard error included. A line of three dots stands for any lines. Seconds are not compared. Commands
run in a folder of their own, in which `examples` is that of the checkout, with nothing configured.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"^```console\n(\$ summariser\b.*?)^```$", re.DOTALL | re.MULTILINE)
_SECONDS = re.compile(r"\b\d+(?:\.\d+)? s\b")
_ANY_LINES = "..."


@dataclass(frozen=True)
class Shown:
    """A command of a document and the output that it shows there; `line` is where."""

    line: int
    command: str
    output: str


def shown_in(document: str) -> list[Shown]:
    """Return the commands that a Markdown document shows, in order."""
    found = []
    for block in _BLOCK.finditer(document):
        line = document.count("\n", 0, block.start()) + 2
        for part in re.split(r"^(?=\$ )", block[1], flags=re.MULTILINE)[1:]:
            found.append(Shown(line, *_split(part)))
            line += part.count("\n")
    return found


def _split(part: str) -> tuple[str, str]:
    lines = part.splitlines(keepends=True)
    last = next(at for at, line in enumerate(lines) if not line.endswith("\\\n"))
    return "".join(lines[: last + 1])[2:].strip(), "".join(lines[last + 1 :])


def run(shown: Shown, folder: Path) -> str:
    """Return what the command says today, run by a shell in `folder`."""
    programs = folder / "programs"
    programs.mkdir(exist_ok=True)
    program = programs / "summariser"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m summariser "$@"\n')
    program.chmod(0o755)
    if not (folder / "examples").exists():
        (folder / "examples").symlink_to(ROOT / "examples")
    configured = ("OPENAI_", "SUMMARISER_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(configured)}
    environment |= {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    done = subprocess.run(
        ["/bin/sh", "-c", shown.command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    return done.stdout.decode()


def pattern_of(output: str) -> re.Pattern[str]:
    """Return the pattern that the output of today has to match as a whole."""
    lines = _masked(output).rstrip("\n").splitlines()
    parts = [r"(?:.*\n)*?" if line.strip() == _ANY_LINES else re.escape(line) + r"\n" for line in lines]
    return re.compile("".join(parts))


def agrees(shown: Shown, today: str) -> bool:
    """Return whether what is shown is what the command says today."""
    return pattern_of(shown.output).fullmatch(_masked(today).rstrip("\n") + "\n") is not None


def _masked(output: str) -> str:
    return _SECONDS.sub("N s", output)
