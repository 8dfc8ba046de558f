"""The loopback server as a process of its own, and what it has counted."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
MODEL = "gpt-4o-mini"
"""What the server calls itself: a model that has a list price."""


@contextmanager
def loopback(delay: float, faults: float = 0.0, seed: int = 0) -> Iterator[str]:
    """Yield the base URL of a server that answers after `delay` seconds."""
    given = ["--delay", str(delay), "--faults", str(faults), "--seed", str(seed)]
    command = [sys.executable, "-m", "benchmarks.batch.server", *given]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert server.stdout is not None
        yield f"http://127.0.0.1:{int(server.stdout.readline())}/v1"
    finally:
        server.kill()
        server.wait()


def counted(url: str) -> dict[str, Any]:
    """Return what the server has counted."""
    with urllib.request.urlopen(f"{url}/count") as reply:
        return dict(json.load(reply))
