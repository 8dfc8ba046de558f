"""The benchmark of the dossier runs, on a few records."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_it_runs():
    command = [sys.executable, "-m", "benchmarks.dossier", "--records", "130", "--format", "json,html"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("130 records: ")
    assert "\njson: " in done.stdout
    assert "\nhtml: " in done.stdout
