"""Ways to run the command: in this process, quick; and as a process of its own, where that matters."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from summariser.cli.main import main

ROOT = Path(__file__).parent.parent.parent
ARTICLE = ROOT / "examples" / "river-accord.txt"
DRAFT = ROOT / "tests" / "data" / "drafts" / "river-accord.json"
DATE = "2025-04-22"


@dataclass
class Done:
    """What a run of the command gave."""

    code: int
    out: str
    err: str


Command = Callable[..., Done]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Return a function that runs the command in this process."""

    def run(*args: str | Path, stdin: str | bytes = b"") -> Done:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(arg) for arg in args])
        out, err = capsys.readouterr()
        return Done(int(ended.value.code or 0), out, err)

    return run


def process(*args: str | Path, **options: object) -> subprocess.Popen[bytes]:
    """Start the command as a process of its own."""
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "", **options.pop("env", {})}
    return subprocess.Popen(
        [sys.executable, "-m", "summariser", *map(str, args)], env=environment, **{**streams, **options}
    )


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that configures the endpoint at a URL."""

    def configure(url: str) -> None:
        monkeypatch.setenv("OPENAI_BASE_URL", url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-of-nobody")
        monkeypatch.setenv("SUMMARISER_MODEL", "loopback-1")

    return configure
