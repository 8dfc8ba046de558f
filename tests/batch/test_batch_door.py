"""The Python door: outcomes as values, in a loop or in an event loop, with a job or without."""

import asyncio
import threading
import time

import pytest
from runs import GOOD, VOTE, asking, number_of, rows, text

from summariser import (
    Article,
    ArticleError,
    EngineError,
    Outcome,
    RequestRefused,
    ScriptedEngine,
    asummarise_all,
    summarise_all,
)
from tests.loopback import Loopback, answer, status


class Odd(ScriptedEngine):
    """Answers for even articles, and fails for odd ones."""

    def __init__(self):
        super().__init__(lambda article, task: GOOD)
        self.under_way = self.most = 0

    async def read(self, article, task, *watch):
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(0.002)
        self.under_way -= 1
        if number_of(article) % 2:
            self.seen.append(article)
            raise EngineError("odd")
        return await super().read(article, task)


def test_each_article_has_one_outcome_a_record_or_an_error():
    outcomes = list(summarise_all(map(text, range(30)), engine=Odd(), task=VOTE))
    assert len(outcomes) == 30
    assert all(isinstance(outcome, Outcome) and isinstance(outcome.article, Article) for outcome in outcomes)
    by_number = {number_of(outcome.article): outcome for outcome in outcomes}
    assert by_number[4].record.ayes == 14
    assert by_number[4].error is None
    assert by_number[5].record is None
    assert str(by_number[5].error) == "odd"


@pytest.mark.parametrize("bad", ["", "  \n", "a\x00b", None, b"bytes"])
@pytest.mark.parametrize("stored", [True, False])
def test_what_makes_no_article_is_an_outcome_and_the_rest_goes_on(bad, stored, tmp_path):
    given = [text(2), bad, *map(text, range(4, 40, 2))]
    outcomes = list(summarise_all(given, engine=Odd(), task=VOTE, job=tmp_path / "j.db" if stored else None))
    assert len(outcomes) == len(given)
    (refused,) = [outcome for outcome in outcomes if outcome.error]
    assert (refused.article, refused.record) == (None, None)
    assert isinstance(refused.error, ArticleError)
    assert str(refused.error).startswith("article 2 of those given: ")


@pytest.mark.parametrize("one", [text(2), text(2).encode(), Article(text(2))])
def test_one_article_is_not_taken_for_many(one):
    with pytest.raises(ArticleError, match=r"pass a list: summarise_all\(\[article\]\)"):
        list(summarise_all(one, engine=Odd(), task=VOTE))


def test_no_more_are_under_way_than_allowed():
    engine = Odd()
    list(summarise_all(map(text, range(40)), engine=engine, task=VOTE, concurrency=5))
    assert engine.most == 5


def test_articles_are_taken_as_they_are_needed():
    taken = []

    def endless():
        number = 0
        while True:
            taken.append(number)
            yield text(number)
            number += 1

    outcomes = summarise_all(endless(), engine=Odd(), task=VOTE, concurrency=4)
    for _ in range(10):
        next(outcomes)
    outcomes.close()
    assert len(taken) <= 30


def test_a_loop_that_is_left_ends_its_thread():
    for _ in summarise_all(map(text, range(40)), engine=Odd(), task=VOTE):
        break
    until = time.monotonic() + 5
    while any(thread.name == "summarise_all" for thread in threading.enumerate()):
        assert time.monotonic() < until
        time.sleep(0.01)


def test_it_works_within_an_event_loop():
    async def within():
        return list(summarise_all([text(2)], engine=Odd(), task=VOTE))

    assert len(asyncio.run(within())) == 1


def test_in_an_event_loop():
    async def gather():
        return [outcome async for outcome in asummarise_all(map(text, range(10)), engine=Odd(), task=VOTE)]

    assert len(asyncio.run(gather())) == 10


def test_an_error_that_would_befall_every_article_is_raised():
    with Loopback(status(401, "no such key")) as server, pytest.raises(RequestRefused, match="no such key"):
        list(summarise_all(map(text, range(50)), engine=asking(server.url), task=VOTE, concurrency=2))
    assert len(server.requests) < 20


def test_with_a_job_nothing_is_paid_twice(tmp_path):
    articles = [text(number) for number in range(12)]
    with Loopback(answer(GOOD)) as server:
        first = list(summarise_all(articles[:7], engine=asking(server.url), task=VOTE, job=tmp_path / "j.db"))
        again = list(summarise_all(articles, engine=asking(server.url), task=VOTE, job=tmp_path / "j.db"))
        assert len(server.requests) == 12
    assert sum(outcome.cached for outcome in again) == 7
    assert {outcome.record.article.id for outcome in first} < {outcome.record.article.id for outcome in again}
    assert rows(tmp_path / "j.db", "SELECT count(*) FROM records") == [(12,)]


def test_with_a_job_what_failed_is_tried_again(tmp_path):
    engine = Odd()
    for _ in range(2):
        list(summarise_all(map(text, range(6)), engine=engine, task=VOTE, job=tmp_path / "j.db"))
    assert sorted(map(number_of, engine.seen)) == [0, 1, 1, 2, 3, 3, 4, 5, 5]
    assert rows(tmp_path / "j.db", "SELECT count(*) FROM failures") == [(3,)]


def test_the_same_article_twice_has_two_outcomes(tmp_path):
    outcomes = list(summarise_all([text(2), text(2)], engine=Odd(), task=VOTE, job=tmp_path / "j.db"))
    assert [outcome.record.ayes for outcome in outcomes] == [14, 14]


def test_a_job_of_another_engine_is_refused(tmp_path):
    list(summarise_all([text(2)], engine=Odd(), task=VOTE, job=tmp_path / "j.db"))
    with Loopback(answer(GOOD)) as server, pytest.raises(Exception, match="another engine"):
        list(summarise_all([text(2)], engine=asking(server.url), task=VOTE, job=tmp_path / "j.db"))
