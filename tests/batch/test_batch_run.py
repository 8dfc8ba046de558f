"""A run of a job: every article ends as a record, a skip, a copy or a failure; nothing is asked about twice."""

import asyncio
import json
import sqlite3
from dataclasses import replace

import pytest
from own_articles import article, raw_draft
from runs import GOOD, PRICED, archive, asking, number_of, rows, run_job, text
from store import ROOT, sound

from summariser import EngineError, RequestRefused, ScriptedEngine, SettingsError, TransportError
from summariser.batch.answers import Answers
from summariser.batch.job import Job
from summariser.engines.rules import engine as rules_engine
from summariser.engines.rules.drafting import glance_at
from summariser.engines.rules.engine import RulesEngine
from summariser.errors import ArticleError, JobError, NotAnEndpoint
from summariser.models.record import Usage
from summariser.tasks.negotiation import NEGOTIATION
from tests.loopback import Loopback, answer, raw, status


def scripted():
    return ScriptedEngine(lambda article, task: GOOD)


class Costing(ScriptedEngine):
    """Each article costs what it is told."""

    def __init__(self, cost):
        super().__init__(lambda article, task: GOOD)
        self.cost = cost

    async def read(self, article, task, *watch):
        await asyncio.sleep(0.001)
        reading = await super().read(article, task)
        usage = Usage(attempts=1, input_tokens=100, output_tokens=20, cost=self.cost)
        return type(reading)(reading.verdict, usage)


class Failing(ScriptedEngine):
    """Fails with an error for the articles with the numbers that it is given."""

    def __init__(self, error, numbers):
        super().__init__(lambda article, task: GOOD)
        self.error, self.numbers = error, numbers

    async def read(self, article, task, *watch):
        if number_of(article) in self.numbers:
            self.seen.append(article)
            raise self.error
        return await super().read(article, task)


def test_all_articles_of_an_archive_get_a_record(tmp_path):
    standing = run_job(tmp_path / "j.db", [archive(tmp_path / "a.jsonl", map(text, range(150)))], scripted())
    assert (standing.done, standing.pending, standing.total) == (150, 0, 150)
    assert rows(tmp_path / "j.db", "SELECT count(*) FROM records") == [(150,)]


def test_the_same_run_again_asks_for_nothing(tmp_path):
    name, engine = archive(tmp_path / "a.jsonl", map(text, range(20))), scripted()
    run_job(tmp_path / "j.db", [name], engine)
    assert run_job(tmp_path / "j.db", [name], engine).done == 20
    assert len(engine.seen) == 20


def test_an_archive_that_has_grown_is_read_on(tmp_path):
    engine = scripted()
    run_job(tmp_path / "j.db", [archive(tmp_path / "a.jsonl", map(text, range(20)))], engine)
    standing = run_job(tmp_path / "j.db", [archive(tmp_path / "a.jsonl", map(text, range(30)))], engine)
    assert standing.done == 30
    assert len(engine.seen) == 30


def test_a_failure_is_a_row_and_the_run_goes_on(tmp_path):
    engine = Failing(EngineError("it broke", usage=Usage(attempts=2, cost=0.5), raw="half"), {3, 5})
    standing = run_job(tmp_path / "j.db", [archive(tmp_path / "a.jsonl", map(text, range(10)))], engine)
    assert (standing.done, standing.failed) == (8, 2)
    failure = "SELECT kind, message, raw, attempts, cost FROM failures"
    assert rows(tmp_path / "j.db", failure) == [("engine_error", "it broke", "half", 2, 0.5)] * 2


def test_what_failed_is_left_alone_until_it_is_asked_for(tmp_path):
    name, engine = archive(tmp_path / "a.jsonl", map(text, range(10))), Failing(EngineError("it broke"), {3, 5})
    run_job(tmp_path / "j.db", [name], engine)
    engine.numbers = set()
    assert run_job(tmp_path / "j.db", [name], engine).failed == 2
    standing = run_job(tmp_path / "j.db", [name], engine, retry_failed=True)
    assert (standing.done, standing.failed) == (10, 0)
    assert len(engine.seen) == 12


def test_copies_are_paid_once_and_point_to_their_original(tmp_path):
    story = text(1)
    texts = [story, text(2), f"PORT ALDER (Wire) - {story}", story, text(3)]
    engine = scripted()
    standing = run_job(tmp_path / "j.db", [archive(tmp_path / "a.jsonl", texts)], engine)
    assert (standing.done, standing.duplicate) == (3, 2)
    assert len(engine.seen) == 3
    assert rows(tmp_path / "j.db", "SELECT id, same_as FROM articles WHERE state = 'duplicate'") == [(3, 1), (4, 1)]


@pytest.mark.parametrize(("copies", "done"), [("exact", 2), ("off", 3)])
def test_what_counts_as_a_copy_can_be_chosen(copies, done, tmp_path):
    texts = [text(1), f"PORT ALDER (Wire) - {text(1)}", text(1)]
    standing = run_job(tmp_path / "j.db", [archive(tmp_path / "a.jsonl", texts)], scripted(), copies=copies)
    assert standing.done == done


def test_triage_skips_what_reports_no_negotiation_with_its_reason(tmp_path):
    museum = (ROOT / "examples" / "no-negotiation.txt").read_text(encoding="utf-8")
    river = (ROOT / "examples" / "river-accord.txt").read_text(encoding="utf-8")
    draft = (ROOT / "tests" / "data" / "drafts" / "river-accord.json").read_text(encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(
        "".join(json.dumps({"text": text, "date": "2025-04-22"}) + "\n" for text in (museum, river))
    )
    engine = ScriptedEngine(lambda article, task: draft)
    standing = run_job(tmp_path / "j.db", [str(tmp_path / "a.jsonl")], engine, task=NEGOTIATION, triage=True)
    assert (standing.done, standing.skipped) == (1, 1)
    ((reason, detail),) = rows(tmp_path / "j.db", "SELECT reason, detail FROM articles WHERE state = 'skipped'")
    assert reason == "no_negotiation"
    assert detail.startswith("the rules read no negotiation in it")


def test_the_rules_read_an_article_once_for_triage_and_answer(tmp_path, monkeypatch):
    read = []
    monkeypatch.setattr(rules_engine, "glance_at", lambda article: read.append(article.text) or glance_at(article))
    river = (ROOT / "examples" / "river-accord.txt").read_text(encoding="utf-8")
    texts = [f"{river} This is edition {number}." for number in range(5)]
    name = archive(tmp_path / "a.jsonl", texts)
    standing = run_job(tmp_path / "j.db", [name], RulesEngine(), task=NEGOTIATION, triage=True, copies="off")
    assert standing.done == 5
    assert sorted(read) == sorted(texts)
    assert not {article.text for article in rules_engine._BEGUN} & set(texts), "no draft is kept once it was used"


def mixed(path):
    """Write an archive of a negotiation, an article that reports none, a text that is too short, and one without."""
    river, museum = (
        (ROOT / "examples" / f"{name}.txt").read_text("utf-8") for name in ("river-accord", "no-negotiation")
    )
    lines = [{"text": river}, {"text": museum}, {"text": "Talks in Eskby went on."}, {"body_html2": museum}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return str(path)


def test_what_was_skipped_is_tried_again_with_the_options_of_the_run(tmp_path):
    name, job = mixed(tmp_path / "a.jsonl"), tmp_path / "j.db"
    states = "SELECT key, state, reason FROM articles ORDER BY key"
    first = run_job(job, [name], RulesEngine(), task=NEGOTIATION, triage=True)
    assert (first.done, first.skipped) == (1, 3)
    skips = [("#2", "skipped", "no_negotiation"), ("#3", "skipped", "too_short"), ("#4", "skipped", "no_text")]
    assert rows(job, states) == [("#1", "done", None), *skips]
    assert run_job(job, [name], RulesEngine(), task=NEGOTIATION).skipped == 3, "nothing happens unless it is asked for"

    same = run_job(job, [name], RulesEngine(), task=NEGOTIATION, triage=True, retry_skipped=True)
    assert (same.done, same.skipped, same.total) == (1, 3, 4)
    assert rows(job, states)[1:] == skips

    mended = run_job(job, [name], RulesEngine(), task=NEGOTIATION, retry_skipped=True, least_words=3)
    assert (mended.done, mended.skipped, mended.pending, mended.total) == (3, 1, 0, 4)
    assert rows(job, states)[3] == ("#4", "skipped", "no_text")
    assert rows(job, "SELECT count(*), count(DISTINCT article_id) FROM attempts") == [(3, 3)]
    assert rows(job, "SELECT items, finished FROM sources") == [(4, 1)]
    assert rows(job, "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'eskby'") == [(2,)]
    assert sound(job)


GERMAN = (
    "Die Unterhändler von Marellia und Tovenia haben sich am Dienstag in Eskby getroffen, um über einen "
    "Waffenstillstand zu sprechen. Marellia schlug vor, die Grenze für dreißig Tage zu öffnen, und Tovenia lehnte den "
    "Vorschlag zunächst ab, will aber in der kommenden Woche weiter verhandeln."
)


def test_triage_leaves_what_is_not_english_to_the_engine(tmp_path):
    engine = ScriptedEngine(lambda article, task: "{}")
    name = archive(tmp_path / "a.jsonl", [GERMAN])
    standing = run_job(tmp_path / "j.db", [name], engine, task=NEGOTIATION, triage=True)
    assert (standing.skipped, standing.failed) == (0, 1)
    assert {article.text for article in engine.seen} == {GERMAN}


TABLE = "\n".join(
    f"{quarter} qtr shr 1{n} cts vs 2{n} cts  net 4{n},102 vs 5{n},340  revs 1{n}.2 mln vs 1{n}.9 mln  shrs 3{n},410"
    for n, quarter in enumerate(("First", "Second", "Third", "Fourth"), 1)
)


@pytest.mark.parametrize("triage", [True, False])
def test_the_rules_skip_what_is_no_running_english_and_the_run_goes_on(tmp_path, triage):
    river = (ROOT / "examples" / "river-accord.txt").read_text(encoding="utf-8")
    name = archive(tmp_path / "a.jsonl", [GERMAN, river, TABLE])
    standing = run_job(tmp_path / "j.db", [name], RulesEngine(), task=NEGOTIATION, triage=triage, least_words=20)
    assert (standing.done, standing.failed, standing.skipped) == (1, 0, 2)
    ((kind, message),) = rows(tmp_path / "j.db", "SELECT DISTINCT reason, detail FROM articles WHERE state = 'skipped'")
    assert kind == "not_english"
    assert message.startswith("it has hardly any running English")


def test_triage_knows_no_other_task(tmp_path):
    with pytest.raises(SettingsError, match="--triage knows negotiations only, not the task 'vote'"):
        run_job(tmp_path / "j.db", [archive(tmp_path / "a.jsonl", [text(1)])], scripted(), triage=True)


def test_a_limit_ends_the_run_and_the_next_goes_on(tmp_path):
    name, engine = archive(tmp_path / "a.jsonl", map(text, range(20))), scripted()
    standing = run_job(tmp_path / "j.db", [name], engine, limit=7)
    assert (standing.done, standing.stopping) == (7, "limit")
    assert run_job(tmp_path / "j.db", [name], engine).done == 20


def test_a_sample_is_the_same_for_the_same_seed(tmp_path):
    name = archive(tmp_path / "a.jsonl", map(text, range(50)))
    chosen = []
    for job, seed in (("one.db", 1), ("two.db", 1), ("three.db", 2)):
        engine = scripted()
        run_job(tmp_path / job, [name], engine, sample=10, seed=seed)
        chosen.append(sorted(map(number_of, engine.seen)))
    assert len(chosen[0]) == 10
    assert chosen[0] == chosen[1] != chosen[2]


def test_a_sample_does_not_grow_when_it_is_run_again(tmp_path):
    name, engine = archive(tmp_path / "a.jsonl", map(text, range(50))), scripted()
    for _ in range(2):
        run_job(tmp_path / "j.db", [name], engine, sample=10)
    assert len(engine.seen) == 10


def test_a_budget_is_not_passed_and_a_higher_one_goes_on(tmp_path):
    name, each = archive(tmp_path / "a.jsonl", map(text, range(60))), 0.00078
    with Loopback(answer(GOOD, model=PRICED, usage=(2_000, 800))) as server:
        for budget, done in ((20.5 * each, 20), (41.5 * each, 41)):
            standing = run_job(tmp_path / "j.db", [name], asking(server.url), budget=budget, concurrency=8)
            assert (standing.stopping, standing.done) == ("budget", done)
            assert standing.cost_before + standing.cost == pytest.approx(done * each)


def test_a_budget_needs_a_price(tmp_path):
    engine = asking("http://127.0.0.1:9/v1", model="house-model")
    with pytest.raises(SettingsError, match="no price is known for the model 'house-model'"):
        run_job(tmp_path / "j.db", [archive(tmp_path / "a.jsonl", [text(1)])], engine, budget=1.0)


def test_a_refused_key_ends_the_run_and_the_articles_stay_pending(tmp_path):
    name = archive(tmp_path / "a.jsonl", map(text, range(50)))
    with Loopback(status(401, "no such key")) as server:
        with pytest.raises(RequestRefused, match="no such key"):
            run_job(tmp_path / "j.db", [name], asking(server.url), concurrency=2)
        assert 5 <= len(server.requests) <= 8
    assert rows(tmp_path / "j.db", "SELECT DISTINCT state FROM articles") == [("pending",)]


def test_one_article_alone_with_a_refused_key_stays_pending_too(tmp_path):
    with Loopback(status(401)) as server, pytest.raises(RequestRefused):
        run_job(tmp_path / "j.db", [archive(tmp_path / "a.jsonl", [text(1)])], asking(server.url))
    assert rows(tmp_path / "j.db", "SELECT state FROM articles") == [("pending",)]


def test_an_endpoint_that_is_not_there_ends_the_run(tmp_path):
    with Loopback(answer(GOOD)) as server:
        url = server.url
    name = archive(tmp_path / "a.jsonl", map(text, range(100)))
    with pytest.raises(TransportError, match="cannot reach"):
        run_job(tmp_path / "j.db", [name], asking(url))
    assert rows(tmp_path / "j.db", "SELECT DISTINCT state FROM articles") == [("pending",)]


def test_an_address_that_is_no_endpoint_ends_the_run(tmp_path):
    name = archive(tmp_path / "a.jsonl", map(text, range(100)))
    with Loopback(raw(200, "<html>Welcome</html>", kind="text/html")) as server, pytest.raises(NotAnEndpoint):
        run_job(tmp_path / "j.db", [name], asking(server.url))


def test_a_request_that_is_refused_now_and_then_is_a_failure(tmp_path):
    engine = Failing(RequestRefused("odd letters"), {2, 3, 9})
    standing = run_job(tmp_path / "j.db", [archive(tmp_path / "a.jsonl", map(text, range(30)))], engine)
    assert (standing.done, standing.failed) == (27, 3)


def test_an_answer_in_the_cache_is_not_paid_again_by_another_job(tmp_path):
    name = archive(tmp_path / "a.jsonl", map(text, range(12)))
    with Loopback(answer(GOOD)) as server:
        for job in ("one.db", "two.db"):
            answers = Answers(tmp_path / "cache" / "answers.db")
            standing = run_job(tmp_path / job, [name], asking(server.url), answers=answers)
            answers.close()
        assert len(server.requests) == 12
    assert (standing.done, standing.cached, standing.cost) == (12, 12, 0.0)
    assert rows(tmp_path / "two.db", "SELECT sum(tries), total(cost), sum(cached) FROM attempts") == [(0, 0.0, 12)]


@pytest.mark.parametrize("changed", [{"temperature": 0.5}, {"model": "gpt-4o"}, {"max_completion_tokens": 99}])
def test_an_answer_to_another_question_is_not_taken(changed, tmp_path):
    name, answers = archive(tmp_path / "a.jsonl", [text(1)]), Answers(tmp_path / "answers.db")
    with Loopback(answer(GOOD)) as server:
        run_job(tmp_path / "one.db", [name], asking(server.url), answers=answers)
        run_job(tmp_path / "two.db", [name], asking(server.url, **changed), answers=answers)
        assert len(server.requests) == 2
    answers.close()


def test_a_cached_answer_that_does_not_hold_is_asked_for_again(tmp_path):
    name, path = archive(tmp_path / "a.jsonl", [text(1)]), tmp_path / "answers.db"
    with Loopback(answer(GOOD)) as server:
        for job in ("one.db", "two.db"):
            answers = Answers(path)
            assert run_job(tmp_path / job, [name], asking(server.url), answers=answers).done == 1
            answers.close()
            with sqlite3.connect(path) as connection:
                connection.execute("UPDATE answers SET raw = '{}'")
            connection.close()
        assert len(server.requests) == 2


def test_a_source_that_is_not_there_is_said_by_name(tmp_path):
    with pytest.raises(ArticleError, match=r"nowhere\.zip"):
        run_job(tmp_path / "j.db", [str(tmp_path / "nowhere.zip")], scripted())


def test_a_job_of_another_task_is_not_mixed(tmp_path):
    name = archive(tmp_path / "a.jsonl", [text(1)])
    run_job(tmp_path / "j.db", [name], scripted())
    with pytest.raises(SettingsError, match="another task 'vote', now 'negotiation'"):
        run_job(tmp_path / "j.db", [name], scripted(), task=NEGOTIATION)


def test_a_disk_that_is_full_ends_the_run_and_loses_nothing(tmp_path):
    name = archive(tmp_path / "a.jsonl", map(text, range(300)))
    path, engine = tmp_path / "j.db", scripted()
    run_job(path, [name], engine, limit=1)
    with pytest.raises(JobError, match="the disk is full"):
        run_full(path, name, engine)
    done = rows(path, "SELECT count(*) FROM records")[0][0]
    assert 1 <= done < 300
    assert run_job(path, [name], engine).done == 300


def run_full(path, name, engine):
    """Run a job whose file may grow by 20 pages only."""
    opened = Job.open.__func__

    def bounded(cls, *args):
        job = opened(cls, *args)
        pages = next(job.rows("PRAGMA page_count"))[0]
        next(job.rows(f"PRAGMA max_page_count = {pages + 20}"))
        return job

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Job, "open", classmethod(bounded))
        run_job(path, [name], engine)


def test_memory_holds_no_more_than_the_queues(tmp_path):
    waiting = []
    name = archive(tmp_path / "a.jsonl", map(text, range(300)))
    run_job(tmp_path / "j.db", [name], Costing(0.0), concurrency=4, watch=lambda s: waiting.append(s.in_flight))
    assert max(waiting) <= 4


def test_it_says_where_it_stands(tmp_path):
    standings = []
    name = archive(tmp_path / "a.jsonl", map(text, range(10)))
    run_job(tmp_path / "j.db", [name], Costing(0.25), watch=lambda s: standings.append((s.done, s.cost, s.pending)))
    assert standings[-1] == (10, 2.5, 0)


def test_a_corroborated_job_shares_answers_with_others_and_is_not_mixed_with_them(tmp_path):
    story = article("river-accord")
    name = tmp_path / "a.jsonl"
    name.write_text(json.dumps({"title": story.title, "date": str(story.date), "text": story.text}))
    reading = raw_draft("river-accord")
    with Loopback(answer(reading)) as server:
        for job, task in (("one.db", NEGOTIATION), ("two.db", replace(NEGOTIATION, strict=True, corroborated=True))):
            answers = Answers(tmp_path / "answers.db")
            standing = run_job(tmp_path / job, [str(name)], asking(server.url), task=task, answers=answers)
            answers.close()
            assert standing.done == 1
        assert len(server.requests) == 1
        with pytest.raises(SettingsError, match="another strictness 'standard', now 'strict, corroborated'"):
            run_job(tmp_path / "one.db", [str(name)], asking(server.url), task=task)
    ((refused, engine),) = rows(tmp_path / "two.db", "SELECT refused, engine FROM records")
    assert refused > 0
    assert engine == "llm, corroborated by rules"


def test_a_cached_answer_that_the_second_reading_refuses_as_a_whole_is_one_failed_article(tmp_path):
    story, other = article("river-accord"), article("harbour-strike")
    name = tmp_path / "a.jsonl"
    lines = [{"title": one.title, "date": str(one.date), "text": one.text} for one in (story, other)]
    name.write_text("\n".join(map(json.dumps, lines)))
    off = json.loads(raw_draft("river-accord"))
    off["summary"] = {"headline": "Talks", "overview": "Talks.", "process": None, "other_processes": []}
    off["summary"]["is_negotiation"] = False
    off |= {part: [] for part in ("parties", "proposals", "conditions", "events")} | {"status": None}
    strict = replace(NEGOTIATION, strict=True, corroborated=True)
    with Loopback(answer(json.dumps(off))) as server:
        for job, task in (("one.db", NEGOTIATION), ("two.db", strict)):
            answers = Answers(tmp_path / "answers.db")
            standing = run_job(tmp_path / job, [str(name)], asking(server.url), task=task, answers=answers)
            answers.close()
        assert len(server.requests) == 2
    assert (standing.done, standing.failed) == (0, 2)


def test_what_the_second_reader_cannot_read_is_skipped_before_it_is_paid_for(tmp_path):
    german = (
        "Die Verhandlungen über das Abkommen gehen weiter. Der Bundesrat hat den Vorschlag der Kommission am Freitag "
        "abgelehnt, weil er den Kantonen zu teuer ist. Beide Seiten treffen sich im Mai wieder in Bern, wo sie auch "
        "über die Fristen reden wollen, die bisher niemand einhalten konnte."
    )
    name = archive(tmp_path / "a.jsonl", [german])
    with Loopback(answer(GOOD)) as server:
        strict = replace(NEGOTIATION, strict=True, corroborated=True)
        assert run_job(tmp_path / "j.db", [name], asking(server.url), task=strict).skipped == 1
        assert server.requests == []
    assert rows(tmp_path / "j.db", "SELECT reason FROM articles") == [("not_english",)]
