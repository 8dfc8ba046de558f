"""The wheel, built, installed fresh and run: what a user gets from `pip install`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from summariser.tasks.loading import BUILT_IN

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command away from the checkout, and return what it printed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the scripts of a fresh environment that holds the wheel; its dependencies are those of this one."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        scripts / "python",
        "install",
        "--no-deps",
        "--no-index",
        "-q",
        wheel,
        cwd=home,
    )
    own = run(scripts / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip()
    # A folder named in a .pth file comes last and has its own .pth files ignored, so that no checkout gets in.
    (Path(own) / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return scripts


def test_it_holds_what_the_package_reads(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    folders = {"summariser": "summariser", "prompts": "summariser/prompts", "schemas": "summariser/schemas"}
    wanted = {
        f"{target}/{path.relative_to(ROOT / folder)}"
        for folder, target in folders.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {f"summariser/schemas/{task.name}/{task.version}/draft.json" for task in BUILT_IN.values()} <= wanted
    assert any(name.startswith("summariser/prompts/negotiation/") for name in wanted)
    assert wanted <= inside
    assert {name.split("/")[0].split("-")[0] for name in inside} == {"summariser"}


def test_the_command_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert "0.1.0" in run(installed / "summariser", "--version", cwd=tmp_path)


def test_the_command_prints_the_schema(installed: Path, tmp_path: Path) -> None:
    schema = json.loads(run(installed / "summariser", "schema", cwd=tmp_path))
    assert schema["type"] == "object"


def test_the_command_summarises(installed: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text((ROOT / "examples/river-accord.txt").read_text(encoding="utf-8"), encoding="utf-8")
    options = ["--engine", "rules", "--format", "json", "--date", "2025-04-22"]
    record = json.loads(run(installed / "summariser", "summarise", article, *options, cwd=tmp_path))
    assert record["provenance"]["engine"] == "rules"
    assert record["article"]["sentences"] == 15


def test_it_is_typed(wheel: Path) -> None:
    assert "summariser/py.typed" in zipfile.ZipFile(wheel).namelist()
