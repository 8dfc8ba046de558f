"""What goes into a job: sources, items, and what comes again."""

from datetime import date

import pytest
from store import fill, new_job, query, texts

from summariser import Article, JobError
from summariser.archives.items import Item, Skip


@pytest.fixture
def job(tmp_path):
    with new_job(tmp_path / "talks.db") as job:
        yield job


def test_an_article_comes_out_as_it_went_in(job):
    article = Article(
        "Talks went on.\n\nÉ 和平\u2028", "A\ntitle", date(2020, 2, 29), "Wire", "https://x.example/1", "en"
    )
    fill(job, article)
    assert [waiting.article for waiting in job.pending(5)] == [article]
    assert job.article(1) == article


def test_pending_articles_come_in_order_and_in_parts(job):
    fill(job, *texts(5))
    assert [waiting.id for waiting in job.pending(2)] == [1, 2]
    assert [waiting.id for waiting in job.pending(9, after_id=2)] == [3, 4, 5]
    assert job.pending_ids() == [1, 2, 3, 4, 5]


def test_a_source_is_read_on_from_where_it_was_left(job):
    state = job.source("a.zip", "f1")
    job.add(state.id, [Item("1", texts(1)[0]), Item("2", skip=Skip("empty", "2 is empty"))], 0)
    again = job.source("a.zip", "f1")
    assert (again.id, again.items, again.finished) == (state.id, 2, False)
    job.finish_source(state.id)
    assert job.source("a.zip", "f1").finished


def test_a_source_that_changed_is_outdated_until_it_has_been_read_again(job):
    state = job.source("a.zip", "f1")
    job.add(state.id, [Item("1", texts(1)[0])], 0)
    job.finish_source(state.id)
    assert not state.outdated
    assert job.source("a.zip", "f2").outdated
    job.read_again(state.id)
    assert job.source("a.zip", "f2").outdated
    job.finish_source(state.id, "f2")
    again = job.source("a.zip", "f2")
    assert (again.id, again.finished, again.outdated) == (state.id, True, False)


def test_known_keys_are_left_alone(job):
    state = job.source("a.zip", "f1")
    first, second = texts(2)
    job.add(state.id, [Item("1", first)], 0)
    assert job.add(state.id, [Item("1", second), Item("2", second)], 0) == [2 + 1]
    assert job.counts().total == 2
    assert job.article(1) == first


def test_the_same_key_of_another_source_is_another_article(job):
    fill(job, *texts(1), source="a")
    fill(job, *texts(1), source="b")
    assert job.counts().pending == 2


def test_a_skip_becomes_a_row(job, tmp_path):
    state = job.source("a", "1")
    assert job.add(state.id, [Item("x", skip=Skip("binary", "x is binary"))], 0) == []
    assert query(tmp_path / "talks.db", "SELECT key, state, reason, detail FROM articles") == [
        ("x", "skipped", "binary", "x is binary")
    ]


def test_a_key_that_is_no_utf8_is_stored_escaped(job, tmp_path):
    state = job.source("a\udcff", "1")
    job.add(state.id, [Item("b\udcfe.txt", skip=Skip("empty", "b\udcfe.txt is empty"))], 0)
    assert job.source("a\udcff", "1").items == 1
    assert query(tmp_path / "talks.db", "SELECT key FROM articles") == [("b\\udcfe.txt",)]


def test_no_text_of_an_article_that_has_none(job):
    with pytest.raises(JobError, match="holds no text of an article 7"):
        job.article(7)
