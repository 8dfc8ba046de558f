"""The Python blocks of README and docs run, those of one page one after the other."""

import re
import subprocess
import sys

import pytest
from own_articles import ROOT

PAGES = [path for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))) if path.exists()]
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_WITH_BLOCKS = [page for page in PAGES if _BLOCK.search(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", _WITH_BLOCKS, ids=lambda page: page.name)
def test_the_python_blocks_run(page, tmp_path):
    script = tmp_path / f"{page.stem}.py"
    script.write_text(_program(page.read_text(encoding="utf-8")), encoding="utf-8")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-W", "error", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"lines as in {page.name}:\n{done.stderr}"


def test_there_are_blocks_to_run():
    assert "your-own-schema.md" in {page.name for page in _WITH_BLOCKS}


def _program(text):
    """Return the blocks of a page as one program, whose lines bear the numbers that they have on the page."""
    program = ""
    for block in _BLOCK.finditer(text):
        line = text.count("\n", 0, block.start(1))
        program += "\n" * (line - program.count("\n")) + block[1]
    return program
