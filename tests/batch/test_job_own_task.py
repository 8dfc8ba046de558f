"""The tables of a task of one's own follow from its fields, whatever they are called."""

import csv
import json

import pytest
from store import COURT, HEARING, Cost, Side, fill, hearing_record, new_job, query, sound

from summariser import Task
from summariser.batch.export import export, table_names
from summariser.batch.job import Job
from summariser.batch.results import Done
from summariser.batch.tables import tables_of


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "hearings.db"
    with new_job(path, HEARING) as job:
        fill(job, COURT)
        job.store_many([Done(1, hearing_record())])
    return path


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("court_hearing", [(1, 0, "the court of Eskby", '["Fenn"]')]),
        ("sides", [(1, 0, "s1", "Oda Lund", "O"), (1, 1, "s2", "Guild", "G")]),
        ("exhibits", [(1, 0, 1, "A", 2, "read")]),
        ("sides_notes", [(1, 0, 1, "The Guild lost")]),
        ("expert", [(1, 0, 1, "Fenn")]),
        ("task_articles", [(1, 0, "The court heard")]),
        ("ruling", [(1, 0, 0, "s2", None, None)]),
        ("ruling_notes", []),
    ],
)
def test_its_tables(path, table, rows):
    assert query(path, f"SELECT * FROM {table}") == rows


def test_the_columns_that_the_store_needs_itself_keep_their_names(path):
    names = [name for (name,) in query(path, "SELECT name FROM pragma_table_info('exhibits')")]
    assert names == ["article_id", "entry", "parent_entry", "name", "pages", "task_entry"]


def test_its_evidence_at_any_depth(path):
    assert query(path, "SELECT claim, entry, number FROM evidence") == [
        ("expert", 0, 2),
        ("ruling", 0, 3),
        ("sides", 0, 1),
        ("sides", 1, 1),
        ("sides", 1, 3),
        ("sides_notes", 0, 3),
        ("task_articles", 0, 1),
    ]


def test_it_is_searched_and_sound(path):
    assert query(path, "SELECT claim FROM claims_fts WHERE text MATCH 'fenn'") == [("court_hearing",), ("expert",)]
    assert sound(path)


def test_values_that_are_there(tmp_path):
    path = tmp_path / "hearings.db"
    record = hearing_record()
    ruling = record.ruling.model_copy(update={"upheld": True, "cost": Cost(amount=2.5, currency="crowns")})
    with new_job(path, HEARING) as job:
        fill(job, COURT)
        job.store_many([Done(1, record.model_copy(update={"ruling": ruling}))])
    assert query(path, "SELECT upheld, cost_amount, cost_currency FROM ruling") == [(1, 2.5, "crowns")]


def test_a_whole_number_beyond_64_bits(tmp_path):
    path = tmp_path / "hearings.db"
    record = hearing_record()
    exhibit = record.sides[1].exhibits[0].model_copy(update={"pages": 10**30})
    side = record.sides[1].model_copy(update={"exhibits": [exhibit]})
    with new_job(path, HEARING) as job:
        fill(job, COURT)
        job.store_many([Done(1, record.model_copy(update={"sides": [record.sides[0], side]}))])
    assert query(path, "SELECT pages FROM exhibits") == [(1e30,)]


def test_an_object_that_is_null_has_no_row(tmp_path):
    path = tmp_path / "hearings.db"
    with new_job(path, HEARING) as job:
        fill(job, COURT)
        job.store_many([Done(1, hearing_record(ruling=None))])
    assert query(path, "SELECT count(*) FROM ruling") == [(0,)]


def test_it_is_exported(path, tmp_path):
    with Job.inspect(path) as job:
        assert {"court_hearing", "sides", "task_articles", "articles"} <= set(table_names(job))
        export(job, "csv", tmp_path / "out")
        export(job, "jsonl", tmp_path / "out.jsonl")
    with (tmp_path / "out" / "sides.csv").open(newline="") as file:
        assert [row["initial"] for row in csv.DictReader(file)] == ["O", "G"]
    line = json.loads((tmp_path / "out.jsonl").read_text())
    assert line.pop("origin") == {"source": "wire.jsonl", "key": "row 1", "copy_of": None}
    assert HEARING.record.model_validate_json(json.dumps(line)) == hearing_record()


def test_plain_fields_are_in_a_table_named_after_the_task():
    tables = tables_of(Task("one side", "v1", Side, "a side"))
    assert [table.name for table in tables] == ["one_side", "exhibits", "notes", "expert"]
    assert [column.name for column in tables[0].columns] == ["id", "name"]
