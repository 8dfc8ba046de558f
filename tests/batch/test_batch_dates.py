"""Dates that can't be read are told of, and so is a column that is named and that no row has."""

import json

import pytest
from runs import rows
from store import ROOT

from tests.cli.conftest import command  # noqa: F401 (fixture)

RIVER = (ROOT / "examples" / "river-accord.txt").read_text(encoding="utf-8")
NOT_DATES = ["03/04/2016", "2016-05", "2025-13-45", 1452470400]
NO_REMARK = [None, "", "  ", "2016-01-11", "31/01/2016"]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "j.db"


def archive(path, dates, key="date"):
    written = [{"id": n, "text": f"{RIVER} Edition {n}.", key: day} for n, day in enumerate(dates, 1)]
    path.write_text("".join(json.dumps(row) + "\n" for row in written), encoding="utf-8")
    return ["batch", path, "--job", path.with_name("j.db"), "--engine", "rules", "--copies", "off"]


def test_dates_that_cannot_be_read_are_counted_with_an_example(command, tmp_path, path):  # noqa: F811
    args = archive(tmp_path / "a.jsonl", [*NO_REMARK, *NOT_DATES])
    said = "4 articles have a date that can't be read, such as '03/04/2016', and so none"
    assert said in command(*args, "--estimate").err
    for _ in range(2):
        assert said in command(*args).err
    assert said in command("status", path).out
    assert json.loads(command("status", path, "--json").out)["unread_dates"] == {"count": 4, "example": "03/04/2016"}
    written = "SELECT key, written FROM unread_dates JOIN articles ON id = article_id ORDER BY id"
    assert rows(path, written)[1:] == [("7#7", "2016-05"), ("8#8", "2025-13-45"), ("9#9", "1452470400")]


def test_nothing_is_said_where_all_dates_are_read(command, tmp_path):  # noqa: F811
    assert "a date that" not in command(*archive(tmp_path / "a.jsonl", NO_REMARK)).err


def test_a_date_that_is_mended_is_no_longer_counted(command, tmp_path, path):  # noqa: F811
    command(*archive(tmp_path / "a.jsonl", ["03/04/2016", "2016-05"]))
    done = command(*archive(tmp_path / "a.jsonl", ["2016-04-03", "2016-05"]), "--retry-changed")
    assert "1 article has a date that can't be read, such as '2016-05'" in done.err
    assert rows(path, "SELECT date FROM articles ORDER BY id") == [("2016-04-03",), (None,)]


@pytest.mark.parametrize("option", ["date", "title", "id", "url", "source", "language"])
@pytest.mark.parametrize("estimate", [(), ("--estimate",)])
def test_a_column_that_no_row_has_is_an_error_and_leaves_no_job(command, tmp_path, path, option, estimate):  # noqa: F811
    args = archive(tmp_path / "a.jsonl", ["2016-01-11"] * 3)
    done = command(*args, f"--{option}-field", "nope", *estimate)
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"summariser: no row has a column or key 'nope' for the {option}; they have: 'id', 'text', 'date'\n"
    )
    assert not path.exists()


def test_a_table_without_the_column_is_refused_by_its_header(command, tmp_path, path):  # noqa: F811
    (tmp_path / "a.csv").write_text(f'text,day\n"{RIVER.splitlines()[0]}",2016-01-11\n'.replace('""', '"'))
    done = command("batch", tmp_path / "a.csv", "--job", path, "--date-field", "published")
    assert "no row has a column or key 'published' for the date; they have: 'text', 'day'" in done.err


def test_one_row_that_has_the_column_is_enough(command, tmp_path, path):  # noqa: F811
    archive(tmp_path / "a.jsonl", ["2016-01-11"] * 3)
    args = archive(tmp_path / "b.jsonl", ["2017-01-11"], key="day")
    done = command("batch", tmp_path / "a.jsonl", *args[1:], "--date-field", "day")
    assert done.code == 0
    assert rows(path, "SELECT count(*), count(date) FROM articles") == [(4, 1)]
    assert command(*args, "--date-field", "nope").code == 0, "what is in the job is not read again"


def test_texts_have_no_columns(command, tmp_path, path):  # noqa: F811
    (tmp_path / "a.txt").write_text(RIVER)
    assert command("batch", tmp_path / "a.txt", "--job", path, "--date-field", "day").code == 0
