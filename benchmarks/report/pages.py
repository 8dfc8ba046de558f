"""The pages of a job: seconds to write them, their sizes, and what a browser takes to open, search and choose.

python -m benchmarks.report.pages --articles 5000
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.batch.articles import articles

_QUICK = """async (given) => {
    const field = document.getElementById(given.id);
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    await painted();
    const began = performance.now();
    field.value = given.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await painted();
    return [performance.now() - began, document.getElementById("count").textContent];
}"""


def job_of(count: int, folder: Path) -> Path:
    """Return a job over so many articles, each read by the rules."""
    archive, job = folder / "archive.jsonl", folder / "talks.db"
    with archive.open("w", encoding="utf-8") as file:
        for number, each in enumerate(articles(count)):
            row = {"text": each.text, "title": f"Article {number}", "date": f"{each.date:%Y-%m-%d}"}
            file.write(json.dumps(row) + "\n")
    command = ["batch", str(archive), "--job", str(job), "--engine", "rules", "--copies", "off", "--quiet"]
    subprocess.run([sys.executable, "-m", "summariser", *command], check=True)
    return job


def in_browser(index: Path) -> None:
    """Open the list in Chromium, search it and choose from it."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("no `chromium` on the path: not opened")
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        began = time.perf_counter()
        page.goto(index.as_uri())
        print(f"opened, first articles drawn: {time.perf_counter() - began:.2f} s")
        for id_, value in (("words", "water"), ("words", ""), ("of-f0", "tovenia"), ("of-f0", ""), ("of-f2", "1")):
            taken, told = page.evaluate(_QUICK, {"id": id_, "value": value})
            print(f"{id_} = {value!r}: {taken:.0f} ms, {told}")
        browser.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--job", type=Path, help="A job that is there, instead of one made for this.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        job = asked.job or job_of(asked.articles, folder)
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "summariser", "report", str(job), "-o", str(folder / "pages")], check=True
        )
        taken, most = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        index, pages = folder / "pages" / "index.html", list((folder / "pages" / "articles").iterdir())
        print(f"{len(pages):,} pages in {taken:.1f} s, {most:.0f} MB at most")
        print(
            f"list: {index.stat().st_size / 1e6:.2f} MB; pages: {sum(map(_size, pages)) / len(pages) / 1e3:.1f} kB each"
        )
        in_browser(index)


def _size(path: Path) -> int:
    return path.stat().st_size


if __name__ == "__main__":
    main()
