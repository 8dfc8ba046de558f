"""What the tests of the store share: a job, records of a real draft, and a small task of one's own."""

from __future__ import annotations

import functools
import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from summariser import NEGOTIATION, Article, check
from summariser.archives.items import Item
from summariser.batch.job import Identity, Job
from summariser.models.claims import Claim, IdentifiedClaim, Model
from summariser.models.markers import Id, Named, Ref, Supported, Verbatim
from summariser.models.record import Record, Usage
from summariser.tasks.task import Derived, Task

ROOT = Path(__file__).parent.parent.parent
DAY = date(2025, 4, 22)
RIVER = Article((ROOT / "examples" / "river-accord.txt").read_text(encoding="utf-8"), title="The Aune plan", date=DAY)
IDENTITY = Identity("llm", "loopback-1", "0123456789abcdef", {"temperature": 0})


@functools.cache
def river_record() -> Record:
    """Return the verified record of an article about an invented negotiation."""
    draft = (ROOT / "tests" / "data" / "drafts" / "river-accord.json").read_text(encoding="utf-8")
    return check(draft, RIVER)


def costing(record: Record, usage: Usage) -> Record:
    """Return the record as if that had been spent on it."""
    return record.model_copy(update={"provenance": record.provenance.model_copy(update={"usage": usage})})


class Remark(Claim):
    what: Annotated[str, Supported()]


class Exhibit(Model):
    name: Annotated[str, Verbatim()]
    pages: int
    entry: str


class Expert(Claim):
    name: Annotated[str, Verbatim()]


class Side(IdentifiedClaim):
    id: Annotated[str, Field(pattern=r"^s[0-9]$"), Id()]
    name: Annotated[str, Named()]
    exhibits: list[Exhibit]
    notes: list[Remark]
    expert: Expert | None


class Cost(Model):
    amount: float
    currency: str | None


class Ruling(Claim):
    upheld: bool
    against: Annotated[str, Ref("sides")] | None
    cost: Cost | None
    notes: list[Remark]


class Hearing(Model):
    """A hearing, with every shape that tables are made of, and names that the store itself uses."""

    court: Annotated[str, Supported(scope="article")]
    judges: list[Annotated[str, Verbatim()]]
    sides: list[Side]
    articles: list[Remark]
    ruling: Ruling | None


def first_letter(hearing: Hearing, side: Side) -> str:
    return side.name[0]


HEARING = Task("court hearing", "v1", Hearing, "a court hearing", derived=(Derived("sides", "initial", first_letter),))
COURT = Article(
    "The court of Eskby heard Oda Lund and the Guild. Judge Fenn read exhibit A, two pages. The Guild lost."
)
ANSWER: dict[str, Any] = {
    "court": "the court of Eskby",
    "judges": ["Fenn"],
    "sides": [
        {"evidence": [1], "id": "s1", "name": "Oda Lund", "exhibits": [], "notes": [], "expert": None},
        {
            "evidence": [1, 3],
            "id": "s2",
            "name": "Guild",
            "exhibits": [{"name": "A", "pages": 2, "entry": "read"}],
            "notes": [{"evidence": [3], "what": "The Guild lost"}],
            "expert": {"evidence": [2], "name": "Fenn"},
        },
    ],
    "articles": [{"evidence": [1], "what": "The court heard"}],
    "ruling": {"evidence": [3], "upheld": False, "against": "s2", "cost": None, "notes": []},
}


def hearing_record(**more: Any) -> Record:
    """Return a record of HEARING, with its evidence bound to COURT."""
    return check(json.dumps({**ANSWER, **more}), COURT, task=HEARING)


def new_job(path: Path, task: Task = NEGOTIATION, identity: Identity = IDENTITY) -> Job:
    return Job.open(path, task, identity)


def fill(job: Job, *articles: Article, source: str = "wire.jsonl") -> list[int]:
    """Add articles to a job; return their ids."""
    state = job.source(source, "1")
    return job.add(state.id, [Item(f"row {n}", article) for n, article in enumerate(articles, 1)], 0)


def texts(number: int) -> list[Article]:
    """Return so many articles with texts of their own."""
    return [Article(f"Talks in Eskby, round {n}, went on.", title=f"Round {n}") for n in range(1, number + 1)]


def query(path: Path, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a query, read past the package."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def sound(path: Path) -> bool:
    """Return whether SQLite finds no damage, no broken reference and no search that is out of step."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 0)")
        connection.execute("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 0)")
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return whole and not connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()
