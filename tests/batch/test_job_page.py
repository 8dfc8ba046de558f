"""What docs/jobs.md says of tables and queries is so."""

import re

import pytest
from store import RIVER, ROOT, costing, fill, new_job, query, river_record, texts

from summariser import TransportError
from summariser.batch import search
from summariser.batch.export import table_names
from summariser.batch.job import Job
from summariser.batch.results import Copied, Done, Failed, Skipped
from summariser.models.record import Usage

PAGE = (ROOT / "docs" / "jobs.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^(\S.*?):\n\n```sql\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "talks.db"
    with new_job(path) as job:
        fill(job, RIVER, RIVER, *texts(3))
        job.store_many([Done(1, costing(river_record(), Usage(attempts=1, cost=0.5)))])
        job.store_many([Copied(2, 1)])
        job.store_many([Failed(3, TransportError("reset"))])
        job.store_many([Skipped(4, "triage", "no negotiation")])
    return path


def told(section):
    """Return the tables of the page's list `section` with their columns."""
    rows = re.search(rf"<!-- {section} -->\n(.*?)<!-- end -->", PAGE, re.DOTALL)[1].splitlines()[2:]
    cells = [row.split("|")[1:3] for row in rows]
    return {name.strip(" `"): re.findall(r"`(\w+)`", columns) for name, columns in cells}


def test_the_page_lists_every_table_with_its_columns(path):
    listed = told("core tables") | told("negotiation tables")
    with Job.inspect(path) as job:
        assert set(listed) == set(table_names(job))
    for table, columns in listed.items():
        assert columns == [name for (name,) in query(path, "SELECT name FROM pragma_table_info(?)", table)]


def test_there_are_examples():
    assert len(QUERIES) >= 9


@pytest.mark.parametrize(("title", "sql"), QUERIES, ids=[title for title, _ in QUERIES])
def test_an_example_finds_something(path, title, sql):
    rows = query(path, sql)
    assert rows
    assert all(any(cell is not None for cell in row) for row in rows)


def test_references_name_their_columns_as_datasette_needs_it(path):
    tables = query(path, "SELECT name FROM sqlite_master WHERE type = 'table'")
    references = [row for (name,) in tables for row in query(path, "SELECT * FROM pragma_foreign_key_list(?)", name)]
    assert references
    assert all(row[4] for row in references)


def test_datasette_knows_the_search_of_articles(path):
    # It looks for just this spelling.
    ((sql,),) = query(path, "SELECT sql FROM sqlite_master WHERE name = 'articles_fts'")
    assert 'content="articles"' in sql


def test_how_far_behind_the_search_may_be():
    assert f"up to {search._ENOUGH} articles behind" in PAGE
