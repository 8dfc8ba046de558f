"""What a job gives to other programs."""

import csv
import json

import pytest
from store import DAY, RIVER, costing, fill, new_job, river_record, texts

from summariser import NEGOTIATION, Article, JobError, Task, TransportError, check
from summariser.batch.export import export, table_names
from summariser.batch.job import Job
from summariser.batch.results import Copied, Done, Failed
from summariser.models.claims import Model
from summariser.models.record import Usage

PAID = Usage(attempts=2, input_tokens=900, output_tokens=300, cost=0.25, seconds=3.0)


class Shipment(Model):
    origin: str


@pytest.fixture
def job(tmp_path):
    path = tmp_path / "talks.db"
    copy = Article(
        f"{RIVER.text}\nAgencies helped with this report.", "The copy", DAY, "Wire", "https://x.example", "en"
    )
    with new_job(path) as job:
        fill(job, RIVER, Article(RIVER.text, title="Same text"), copy, *texts(2))
        job.store_many([Done(1, costing(river_record(), PAID))])
        job.store_many([Copied(2, 1)])
        job.store_many([Copied(3, 1)])
        job.store_many([Failed(4, TransportError("reset\nby peer"))])
    with Job.inspect(path) as job:
        yield job


def lines(job, tmp_path):
    export(job, "jsonl", tmp_path / "out.jsonl")
    return [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]


def records(job, tmp_path):
    """Return the records of an export: what a line has beside its origin."""
    bare = [{name: value for name, value in line.items() if name != "origin"} for line in lines(job, tmp_path)]
    return [NEGOTIATION.record.model_validate_json(json.dumps(record)) for record in bare]


def test_records_come_out_as_they_went_in(job, tmp_path):
    assert records(job, tmp_path)[0] == costing(river_record(), PAID)


def test_each_line_says_first_where_its_article_came_from(job, tmp_path):
    original = {"source": "wire.jsonl", "key": "row 1"}
    found = lines(job, tmp_path)
    assert [next(iter(line)) for line in found] == ["origin"] * 3
    assert [line["origin"] for line in found] == [
        {**original, "copy_of": None},
        {"source": "wire.jsonl", "key": "row 2", "copy_of": original},
        {"source": "wire.jsonl", "key": "row 3", "copy_of": original},
    ]


def test_a_task_with_an_origin_of_its_own_keeps_it(tmp_path):
    task = Task("shipment", "v1", Shipment, "a shipment")
    article = Article("A barge left Eskby.")
    with new_job(tmp_path / "j.db", task) as job:
        fill(job, article)
        job.store_many([Done(1, check('{"origin": "Eskby"}', article, task=task))])
        (line,) = lines(job, tmp_path)
    assert (line["origin"], line["job_origin"]["key"]) == ("Eskby", "row 1")


def test_a_copy_has_the_record_of_its_original_under_its_own_head(job, tmp_path):
    original, same, copy = records(job, tmp_path)
    assert (same.article.id, same.article.title, same.article.date) == (original.article.id, "Same text", None)
    assert same.proposals == copy.proposals == original.proposals
    assert (copy.article.title, copy.article.date, copy.article.source) == ("The copy", DAY, "Wire")
    assert (copy.article.sentences, copy.article.characters) == (original.article.sentences + 1, len(RIVER.text) + 34)
    assert same.provenance.warnings == original.provenance.warnings
    assert copy.provenance.warnings[-1].startswith(f"a copy of article {original.article.id}")


def test_what_the_records_cost_adds_up_to_what_was_spent(job, tmp_path):
    costs = [line["provenance"]["usage"]["cost"] for line in lines(job, tmp_path)]
    assert sum(costs) == job.spent().cost == 0.25


def test_every_table_is_a_csv_file(job, tmp_path):
    export(job, "csv", tmp_path / "out")
    assert {path.stem for path in (tmp_path / "out").iterdir()} == set(table_names(job))
    for table in table_names(job):
        with (tmp_path / "out" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            found = [tuple(cell or None for cell in row) for row in csv.reader(file)][1:]
        stored = [
            tuple(None if cell in (None, "") else str(cell) for cell in row)
            for row in job.rows(f"SELECT * FROM {table}")
        ]
        assert found == stored


def test_every_table_is_a_parquet_file(job, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    export(job, "parquet", tmp_path / "out")
    for table in table_names(job):
        read = parquet.read_table(tmp_path / "out" / f"{table}.parquet")
        assert list(zip(*read.to_pydict().values(), strict=True)) == list(job.rows(f"SELECT * FROM {table}"))
    records = parquet.read_schema(tmp_path / "out" / "records.parquet")
    assert [str(records.field(name).type) for name in ("article_id", "on_topic", "cost", "json")] == [
        "int64",
        "bool",
        "double",
        "string",
    ]


def test_one_table(job, tmp_path):
    export(job, "csv", tmp_path / "failures.csv", "failures")
    with (tmp_path / "failures.csv").open(newline="") as file:
        assert [(row["kind"], row["message"]) for row in csv.DictReader(file)] == [
            ("transport_error", "reset\nby peer")
        ]


def test_the_tables_that_are_exported(job):
    names = table_names(job)
    assert {"articles", "parties", "representatives", "proposals", "answers", "evidence", "failures"} <= set(names)
    assert not {"meta", "unsearched", "articles_fts", "claims_fts_data"} & set(names)


def test_a_table_that_is_not_there(job, tmp_path):
    with pytest.raises(JobError, match=r"has no table 'partys'; it has sources, articles,"):
        export(job, "csv", tmp_path / "x.csv", "partys")
    assert not (tmp_path / "x.csv").exists()


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_a_place_that_is_not_there(job, tmp_path, form):
    with pytest.raises(JobError, match=r"cannot (write|make)"):
        export(job, form, tmp_path / "none" / "out")


def test_an_export_that_fails_leaves_the_older_file(job, tmp_path, monkeypatch):
    out = tmp_path / "out.jsonl"
    out.write_text("older")

    def full(job):
        yield "half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("summariser.batch.export.record_lines", full)
    with pytest.raises(JobError, match=r"cannot write .*out.jsonl': No space left on device"):
        export(job, "jsonl", out)
    assert out.read_text() == "older"
    assert not list(tmp_path.glob(".*"))
