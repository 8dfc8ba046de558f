"""The dossier of a job of many records: seconds and memory. A benchmark of speed alone.

python -m benchmarks.dossier --records 20000

The records are those that the rules and a reader make of the archive in tests/dossier, in many worlds: in each, names
are others, and days are shifted. A fifth of all are of one world, so that one pair of processes is large.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path

from summariser import NEGOTIATION, Article, check, summarise
from summariser.archives.items import Item
from summariser.batch.job import Identity, Job
from summariser.batch.results import Done
from summariser.models.record import NegotiationRecord, Record

FOLDER = Path(__file__).parent.parent / "tests" / "dossier" / "archive"
_NAMES = (
    "Kestria Vellin Duvania Duvenia Duvannia Sorrin Lowland Lowlands Movement Mirov Orlav Tarn Tangen Orsin Salt Brod "
    "Dorn East Sea Union"
).split()
_WORD = re.compile(rf"\b(?:{'|'.join(_NAMES)})(?=n?\b)")
_SHORT = re.compile(r"\b(?:FLM|ESU)\b")
_DAY = re.compile(r"\b2024-(\d\d)-(\d\d)\b")
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri fro gru sta".split()
_IN_ONE_WORLD = 5
"""Each fifth cycle is of the first world."""
_AT_ONCE = 500


def base() -> list[tuple[Article, Record]]:
    """Return the articles of the archive, each twice: with the record of the rules, and with a reader's."""
    found = []
    for path in sorted(FOLDER.glob("*.json")):
        whole = json.loads(path.read_text(encoding="utf-8"))
        day = date.fromisoformat(whole["date"])
        article = Article(whole["text"], title=whole["title"], date=day, source=whole["source"])
        found += [(article, summarise(article, engine="rules")), (article, check(json.dumps(whole["draft"]), article))]
    return found


@cache
def renamed(word: str, world: int) -> str:
    """Return what a name is in a world; the first letter stays, so that initials do."""
    if world == 0:
        return word
    root = "Duv" if word.startswith("Duv") else word.removesuffix("s")
    digest = hashlib.sha256(f"{world} {root}".encode()).digest()
    middle = "".join(_SYLLABLES[byte % len(_SYLLABLES)] for byte in digest[:3])
    return f"{word[0]}{middle}{word[-4:] if root == 'Duv' else ''}"


def in_world(text: str, world: int, shift: timedelta) -> str:
    """Return a text, a record as JSON among them, as it is in a world, its days shifted."""
    text = _WORD.sub(lambda match: renamed(match[0], world), text)
    text = _SHORT.sub(lambda match: match[0] if world == 0 else f"{match[0]}{world}", text)
    return _DAY.sub(lambda match: str(date(2024, int(match[1]), int(match[2])) + shift), text)


def varied(count: int) -> Iterator[tuple[Article, Record]]:
    """Yield so many articles with their records."""
    bases, number, cycle = base(), 0, 0
    texts = [record.model_dump_json() for _, record in bases]
    while True:
        world = 0 if cycle % _IN_ONE_WORLD == 0 else cycle
        shift = timedelta(days=100 * (cycle // _IN_ONE_WORLD % 200) if world == 0 else cycle % 900)
        for (article, _), text in zip(bases, texts, strict=True):
            if number == count:
                return
            number += 1
            there = replace(
                article,
                text=f"{in_world(article.text, world, shift)}\n\n{number}",
                date=article.date and article.date + shift,
            )
            yield there, NegotiationRecord.model_validate_json(in_world(text, world, shift))
        cycle += 1


def write(path: Path, count: int) -> dict[str, int]:
    """Write a job of so many records, and return how many claims they have of each kind."""
    sizes = {"parties": 0, "proposals": 0, "conditions": 0, "events": 0}
    with Job.open(path, NEGOTIATION, Identity("rules")) as job:
        source = job.source("worlds", "1")
        articles, first = varied(count), 0
        while some := list(islice(articles, _AT_ONCE)):
            items = [Item(f"row {number}", article) for number, (article, _) in enumerate(some, first)]
            ids = job.add(source.id, items, first)
            job.store_many([Done(number, record) for number, (_, record) in zip(ids, some, strict=True)])
            first += len(some)
            for _, record in some:
                for kind in sizes:
                    sizes[kind] += len(getattr(record, kind))
    return sizes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--job", type=Path, help="Where the job is, or is made, instead of a passing file.")
    parser.add_argument("--format", default="text,markdown,json,html")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        job = asked.job or Path(name, "worlds.db")
        if not job.exists():
            began = time.perf_counter()
            sizes = write(job, asked.records)
            told = ", ".join(f"{count:,} {kind}" for kind, count in sizes.items())
            print(f"{asked.records:,} records: {told} (made in {time.perf_counter() - began:.0f} s)")
        for form in asked.format.split(","):
            out = Path(name, f"dossier.{form}")
            command = ["dossier", str(job), "--format", form, "-o", str(out), "--since", "2026-01-01"]
            began = time.perf_counter()
            process = subprocess.Popen([sys.executable, "-m", "summariser", *command])
            _, code, used = os.wait4(process.pid, 0)
            assert code == 0, f"exit status {code}"
            taken, busy = time.perf_counter() - began, used.ru_utime + used.ru_stime
            size = out.stat().st_size / 1e6
            print(
                f"{form}: {taken:.1f} s, of which {busy:.1f} s processor, {used.ru_maxrss / 1024:.0f} MB, {size:.1f} MB"
            )


if __name__ == "__main__":
    main()
