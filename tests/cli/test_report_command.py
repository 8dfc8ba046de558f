"""`summariser report`, `--format html`, and `summariser export --format spreadsheet`."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from lake_debates import DEBATE

from summariser import NEGOTIATION, Article, Fault, VerificationFailed, check
from summariser.archives.items import Item
from summariser.batch.job import Identity, Job
from summariser.batch.results import Copied, Done, Failed
from tests.cli.conftest import ARTICLE, DATE, DRAFT, ROOT

RIVER = Article(
    ARTICLE.read_text(encoding="utf-8"), title="=The Aune plan", date=date(2025, 4, 22), url="https://wire.example/1"
)
DEBATED = Article("Oda Lund said that the lake smells. The motion to drain the lake was put.", title="A debate")
ARGUED = {
    "motion": "drain the lake",
    "arguments": [{"evidence": [1], "made_by": "Oda Lund", "wording": "the lake smells"}],
}


def job_of(path, task, articles):
    with Job.open(path, task, Identity("rules")) as job:
        source = job.source("wire.jsonl", "1")
        job.add(source.id, [Item(f"row {n}", article) for n, article in enumerate(articles, 1)], 0)
    return path


@pytest.fixture
def job(tmp_path):
    """A job with a record, a copy of it, a failure, and an article that waits."""
    copy, failing, waiting = (Article(f"Round {n} went on.", title=f"Round {n}") for n in (2, 3, 4))
    path = job_of(tmp_path / "talks.db", NEGOTIATION, [RIVER, copy, failing, waiting])
    with Job.open(path, NEGOTIATION, Identity("rules")) as job:
        record = check(DRAFT.read_text(encoding="utf-8"), RIVER)
        fault = Fault("parties[0].name", "named", "no cited sentence mentions 'Belgium'")
        error = VerificationFailed("the answer does not hold", faults=(fault,), raw='{"parties": 1}')
        job.store_many([Done(1, record), Copied(2, 1), Failed(3, error)])
    return path


@pytest.fixture
def debates(tmp_path):
    path = job_of(tmp_path / "debates.db", DEBATE, [DEBATED])
    with Job.open(path, DEBATE, Identity("rules")) as job:
        job.store_many([Done(1, check(json.dumps(ARGUED), DEBATED, task=DEBATE))])
    return path


def test_pages_of_a_job(command, job, tmp_path):
    done = command("report", job, "-o", tmp_path / "pages")
    assert (done.code, done.out) == (0, "")
    assert done.err == f"summariser: wrote pages of 3 articles; open {tmp_path / 'pages' / 'index.html'}\n"
    assert sorted(path.name for path in (tmp_path / "pages" / "articles").iterdir()) == ["1.html", "3.html"]
    failed = (tmp_path / "pages" / "articles" / "3.html").read_text(encoding="utf-8")
    assert "parties[0].name: no cited sentence mentions &#39;Belgium&#39;" in failed
    assert "Round 3 went on." in failed
    index = (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")
    assert "<dt>with a record</dt><dd>1</dd>" in index
    assert "<dt>pending</dt><dd>1</dd>" in index
    assert "verification failed: 1, e.g.: the answer does not hold" in index


def test_pages_are_written_again_over_older_ones(command, job, tmp_path):
    for _ in range(2):
        assert command("report", job, "-o", tmp_path / "pages").code == 0
    assert not list((tmp_path / "pages").glob(".*"))


def test_an_index_of_somebody_else_is_left_alone(command, job, tmp_path):
    (tmp_path / "index.html").write_text("<title>My home page</title>")
    done = command("report", job, "-o", tmp_path)
    assert done.code == 2
    assert "is no page of a report, and would be lost; name another folder" in done.err
    assert (tmp_path / "index.html").read_text() == "<title>My home page</title>"


def test_a_folder_that_cannot_be_made(command, job, tmp_path):
    (tmp_path / "file").write_text("")
    done = command("report", job, "-o", tmp_path / "file")
    assert done.code == 1
    assert "cannot write" in done.err


def test_a_task_of_ones_own(command, debates, tmp_path, monkeypatch):
    monkeypatch.chdir(Path(__file__).parent)
    done = command("report", debates, "-o", tmp_path / "pages")
    assert done.code == 1
    assert "is of the task 'lake_debate', which is not built in; name it with --task module:NAME" in done.err
    assert command("report", debates, "-o", tmp_path / "pages", "--task", "lake_debates:DEBATE").code == 0
    page = (tmp_path / "pages" / "articles" / "1.html").read_text(encoding="utf-8")
    assert 'data-cites="1"' in page
    assert "made by: </span>Oda Lund" in page
    assert '"label":"Arguments: made by"' in (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")


def test_another_task_than_that_of_the_job(command, job, tmp_path, monkeypatch):
    monkeypatch.chdir(Path(__file__).parent)
    done = command("report", job, "-o", tmp_path / "pages", "--task", "lake_debates:DEBATE")
    assert done.code == 1
    assert "is of another task and another fields of the task than 'lake_debate' v1" in done.err


def test_one_article_as_a_page(command, tmp_path):
    page = tmp_path / "river.html"
    done = command(
        "check", ROOT / "examples/river-accord.answer.json", "--article", ARTICLE, "--date", DATE, "-o", page
    )
    assert (done.code, done.err) == (0, "")
    told = page.read_text(encoding="utf-8")
    assert told.startswith("<!doctype html>")
    assert told.count('class="sentence"') == 15
    assert "All articles" not in told
    printed = command("summarise", ARTICLE, "--engine", "rules", "--date", DATE, "--format", "html")
    assert '<h2 id="text-head">The article</h2>' in printed.out


def test_pages_of_several_articles_need_a_job(command):
    done = command("summarise", ARTICLE, ARTICLE, "--engine", "rules", "--format", "html")
    assert done.code == 2
    assert "pages of many: summariser batch, then summariser report" in done.err


def test_a_spreadsheet_of_a_job(command, job, tmp_path):
    printed = command("export", job, "--format", "spreadsheet").out
    assert command("export", job, "--format", "spreadsheet", "-o", tmp_path / "claims.csv").code == 0
    written = (tmp_path / "claims.csv").read_bytes()
    assert written.decode() == printed
    assert written.startswith(b"\xef\xbb\xbfArticle,")
    rows = list(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"), newline="")))
    assert [(row["Article"], row["Claim"]) for row in rows] == [("1", "proposals")] * 2 + [("1", "conditions")]
    assert {row["Title"] for row in rows} == {"'=The Aune plan"}
    assert rows[0]["Quotes"].startswith("[1] ESKBY")


def test_a_spreadsheet_of_other_claims(command, job):
    assert ",events," in command("export", job, "--format", "spreadsheet", "--table", "events").out
    done = command("export", job, "--format", "spreadsheet", "--table", "treaties")
    assert done.code == 1
    assert "no claims 'treaties'" in done.err
