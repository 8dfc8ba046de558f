"""A folder of pages for the tests in a browser: what a job may hold, hostile text included."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from summariser import Article, check
from summariser.models.negotiation import Negotiation
from summariser.models.record import Record
from summariser.report.html import Failure
from summariser.report.site import About, Copy, Entry, write_site

ROOT = Path(__file__).parent.parent.parent
RIVER = Article(
    (ROOT / "examples" / "river-accord.txt").read_text(encoding="utf-8"),
    title="The Aune plan",
    date=date(2025, 4, 22),
    source="Eskby Wire",
    url="https://wire.example/aune",
    language="en",
)
ANSWER = json.loads((ROOT / "examples" / "river-accord.answer.json").read_text(encoding="utf-8"))
EVIL = "<script>window.owned = 1</script><img src=x onerror='window.owned = 2'>\"><svg onload=window.owned=3></script>"
HOSTILE = Article(
    f"Marellia met Tovenia in Eskby. {EVIL} [click](javascript:window.owned=4)\n"
    "<a href='javascript:window.owned=5'>x</a> <math><mi xlink:href='javascript:window.owned=9'>y</mi></math>\n"
    "{{ 7 * 7 }} {% raw %} <!--<script> ]]> &lt;b&gt; ` ${window.owned = 6}\n"
    "<iframe src='https://evil.example/'></iframe><link rel=stylesheet href='//evil.example/x.css'>",
    title=f"Title {EVIL}",
    source=f"Source {EVIL}",
    url="javascript:window.owned=7",
    language='"><script>window.owned=8</script>',
)
MANY = 60
"""So many articles follow those above: more than the list shows at once."""


def river_record() -> Record:
    """Return a record of RIVER, with one claim that was refused: it has a number that no sentence has."""
    invented = {**ANSWER["events"][0], "evidence": [13], "what": "the delegations would meet again with 977 guards"}
    return check(json.dumps({**ANSWER, "events": [*ANSWER["events"], invented]}), RIVER, keep_verified=True)


def hostile_record() -> Record:
    """Return a record whose every text is hostile, as if verification had let it pass."""
    whole = river_record().model_dump(mode="json")
    for entry in _objects(whole):
        for name in ("headline", "overview", "process", "name", "content", "requirement", "what", "where", "quote"):
            if isinstance(entry.get(name), str):
                entry[name] = f"{name} {EVIL}"
        if "number" in entry:
            entry |= {"number": 1, "start": 0, "end": 30}
    whole["provenance"]["warnings"] = [EVIL]
    whole["article"]["url"] = HOSTILE.url
    return type(river_record()).model_validate_json(json.dumps(whole))


def _objects(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(inner)


def entries() -> Iterator[Entry]:
    """Yield a record, a hostile one, a failure, a copy, and MANY others of which each seventh was made by a model."""
    record = river_record()
    yield Entry(1, RIVER, "wire.jsonl: row 1", record)
    yield Entry(2, HOSTILE, f"wire.jsonl: {EVIL}", hostile_record())
    faults = ("proposals[0].content: the number 90 does not stand in sentence 1", EVIL)
    yield Entry(3, Article("Talks on the ferry went on."), "row 3", Failure("verification_failed", "no", faults, EVIL))
    yield Entry(4, Article(RIVER.text, title="The same, again", date=date(2025, 4, 23)), "row 4", Copy(1))
    for number in range(5, 5 + MANY):
        day = date(2025, 5, 1) + timedelta(days=number)
        article = Article(RIVER.text, title=f"Round {number}", date=day, source="Gazette")
        engine = {"engine": "llm", "model": "small-1"} if number % 7 == 0 else {"engine": "rules"}
        made = record.provenance.model_copy(update=engine)
        summary = record.summary.model_copy(update={"headline": f"Round {number} of the Aune talks"})
        changed = {"provenance": made, "summary": summary, **({} if number % 7 else {"proposals": []})}
        yield Entry(number, article, f"row {number}", record.model_copy(update=changed))


def write(folder: Path) -> Path:
    """Write the pages into a folder, and return that."""
    counts = {"articles": MANY + 4, "with a record": MANY + 2, "failed": 1, "copies": 1}
    about = About("Report: talks.db", {"engine": "rules"}, counts, {"verification_failed": (1, EVIL)})
    write_site(folder, Negotiation, entries(), about)
    return folder
