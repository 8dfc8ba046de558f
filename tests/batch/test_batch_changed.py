"""Archives that are edited, mended or replaced between two runs: what has another text by now is tried again."""

import gzip
import json
import os

import pytest
from runs import GOOD, VOTE, archive, number_of, rows, run_job, text
from store import ROOT, sound

from summariser import EngineError, ScriptedEngine
from summariser.batch.estimating import estimate
from summariser.batch.job import Job
from summariser.batch.options import Options
from summariser.batch.reader import identity_of
from summariser.engines.rules.engine import RulesEngine
from summariser.models.record import Usage
from summariser.pipeline.summariser import Summariser
from summariser.tasks.negotiation import NEGOTIATION
from tests.cli.conftest import command  # noqa: F401 (fixture)

TALKS = (
    "The ferry crews' union and the island council met for round {} of their talks on Thursday. The union said that it "
    "would accept a rise of 3 per cent if the night crossing was kept. The council offered 2 per cent and called the "
    "demand too high. Both sides will meet again next week, and a mediator will be there."
)
STATES = "SELECT key, state, reason FROM articles ORDER BY id"


class Scripted(ScriptedEngine):
    """Fails for the articles with these numbers; each article costs a dollar."""

    def __init__(self, *failing):
        super().__init__(lambda article, task: GOOD)
        self.failing = failing

    async def read(self, article, task, *watch):
        reading = await super().read(article, task)
        usage = Usage(attempts=1, input_tokens=100, output_tokens=20, cost=1.0)
        if number_of(article) in self.failing:
            raise EngineError("it broke", usage=usage)
        return type(reading)(reading.verdict, usage)

    @property
    def numbers(self):
        return [number_of(article) for article in self.seen]


@pytest.fixture
def job(tmp_path):
    return tmp_path / "j.db"


@pytest.fixture(autouse=True)
def own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("SUMMARISER_CACHE", str(tmp_path / "cache"))


def lines(path, *given):
    """Write an archive of rows, each with the id that its place gives; a str is its text."""
    rows = [{"id": n, "text": row} if isinstance(row, str) else {"id": n, **row} for n, row in enumerate(given, 1)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_what_was_skipped_is_tried_again_with_its_new_text(tmp_path, job):
    engine, path = Scripted(), tmp_path / "fix.jsonl"
    assert run_job(job, [lines(path, "too short", text(2))], engine).skipped == 1
    standing = run_job(job, [lines(path, text(1), text(2))], engine)
    assert (standing.done, standing.skipped, standing.total) == (2, 0, 2)
    assert sorted(engine.numbers) == [1, 2], "nothing is paid for twice"


def test_a_line_that_was_broken_leaves_no_row_once_it_is_mended(tmp_path, job):
    path = tmp_path / "fix.jsonl"
    lines(path, text(1), text(2))
    path.write_bytes(path.read_bytes()[:-9])
    assert run_job(job, [str(path)], Scripted()).skipped == 1
    standing = run_job(job, [lines(path, text(1), text(2))], Scripted())
    assert (standing.done, standing.skipped, standing.total) == (2, 0, 2)
    assert rows(job, STATES) == [("1#1", "done", None), ("2#2", "done", None)]


def test_what_has_failed_is_tried_again_with_its_new_text_only(tmp_path, job):
    path = tmp_path / "a.jsonl"
    run_job(job, [lines(path, text(1), text(2), text(3))], Scripted(1, 2))
    engine = Scripted()
    standing = run_job(job, [lines(path, text(1), text(22), text(3))], engine)
    assert (standing.done, standing.failed, standing.total) == (2, 1, 3)
    assert engine.numbers == [22]
    assert rows(job, "SELECT article_id FROM failures") == [(1,)]
    assert rows(job, "SELECT count(*), sum(cost) FROM attempts") == [(4, 4.0)], "the books keep what the old text cost"
    assert sound(job)


def test_what_waits_is_read_with_its_new_text(tmp_path, job):
    path, engine = tmp_path / "a.jsonl", Scripted()
    run_job(job, [lines(path, text(1), text(2), text(3))], engine, limit=1)
    run_job(job, [lines(path, text(1), text(22), text(33))], engine)
    assert engine.numbers == [1, 22, 33]


def test_what_has_a_record_keeps_it_and_is_told_of(command, tmp_path, job):  # noqa: F811
    folder = tmp_path / "fold"
    folder.mkdir()
    river, accord = (
        (ROOT / "examples" / f"{name}.txt").read_text("utf-8") for name in ("river-accord", "no-negotiation")
    )
    for name, words in (("a", river), ("b", accord)):
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    args = ("batch", folder, "--job", job, "--engine", "rules")
    assert command(*args).code == 0
    (before,) = rows(job, "SELECT json FROM records WHERE article_id = 1")
    (folder / "a.txt").write_text(river.replace("Aune", "Orle"), encoding="utf-8")
    for _ in range(2):
        done = command(*args)
        assert done.code == 0
        assert "1 article is done, and the archive has another text, title, date or publisher by now" in done.err
        assert "--retry-changed" in done.err
    assert rows(job, "SELECT json FROM records WHERE article_id = 1") == [before]
    assert rows(job, STATES) == [("a.txt", "done", "changed"), ("b.txt", "done", None)]
    assert "changed    1 of those done" in command("status", job).out

    done = command(*args, "--retry-changed")
    assert "by now" not in done.err
    assert rows(job, STATES) == [("a.txt", "done", None), ("b.txt", "done", None)]
    ((record, words),) = rows(job, "SELECT json, text FROM articles JOIN records ON article_id = id WHERE id = 1")
    assert "Orle" in record
    assert "Aune" not in record + words
    assert rows(job, "SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'aune'") == [(0,)]
    assert rows(job, "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'aune'") == [(0,)]
    assert sound(job)


def test_a_text_that_is_as_it_was_again_is_no_longer_told_of(tmp_path, job):
    path = tmp_path / "a.jsonl"
    for number in (1, 2, 1):
        run_job(job, [lines(path, text(number))], Scripted())
        assert rows(job, STATES) == [("1#1", "done", "changed" if number == 2 else None)]


def test_another_date_is_another_article(tmp_path, job):
    path, engine = tmp_path / "a.jsonl", Scripted(1)
    run_job(job, [lines(path, {"text": text(1), "date": "11/01/2016"})], engine)
    run_job(job, [lines(path, {"text": text(1), "date": "2016-01-11"})], engine)
    assert [str(article.date) for article in engine.seen] == ["None", "2016-01-11"]


def test_the_same_article_elsewhere_said_is_left_alone(tmp_path, job):
    path, engine = tmp_path / "a.jsonl", Scripted(1)
    run_job(job, [lines(path, text(1))], engine)
    assert run_job(job, [lines(path, {"text": text(1), "notes": "seen"})], engine).failed == 1
    assert engine.numbers == [1]


def test_copies_of_what_has_changed_are_looked_at_again(tmp_path, job):
    path, engine = tmp_path / "a.jsonl", Scripted()
    run_job(job, [lines(path, text(1), text(1), text(3))], engine)
    run_job(job, [lines(path, text(2), text(1), text(3))], engine, retry_changed=True)
    assert engine.numbers == [1, 3, 2, 1]
    assert rows(job, "SELECT state, same_as FROM articles ORDER BY id") == [("done", None)] * 3
    # The sketch of the old text finds no copies any more, that of the new one does.
    run_job(job, [lines(path, text(2), text(1), text(3), text(2))], engine)
    assert rows(job, "SELECT same_as FROM articles WHERE id = 4") == [(1,)]
    assert sound(job)


def test_a_copy_that_got_a_text_of_its_own_is_read(tmp_path, job):
    path, engine = tmp_path / "a.jsonl", Scripted()
    run_job(job, [lines(path, text(1), text(1))], engine)
    standing = run_job(job, [lines(path, text(1), text(2))], engine)
    assert (standing.done, standing.duplicate) == (2, 0)
    assert engine.numbers == [1, 2]


def test_what_became_too_short_is_skipped_and_comes_back(tmp_path, job):
    path = tmp_path / "a.jsonl"
    for words, state in ((text(1), "failed"), ("too short", "skipped"), (text(1), "failed")):
        run_job(job, [lines(path, words, text(2))], Scripted(1))
        assert rows(job, "SELECT state FROM articles ORDER BY id") == [(state,), ("done",)]
    assert sound(job)


def test_a_record_does_not_give_way_to_a_skip_unless_it_is_asked_for(tmp_path, job):
    path = tmp_path / "a.jsonl"
    run_job(job, [lines(path, text(1))], Scripted())
    name = lines(path, "too short")
    assert run_job(job, [name], Scripted()).done == 1
    assert "no article there any more: the text has 2 words" in rows(job, "SELECT detail FROM articles")[0][0]
    assert run_job(job, [name], Scripted(), retry_changed=True).skipped == 1
    assert rows(job, "SELECT count(*) FROM records") == [(0,)]
    assert sound(job)


def test_an_estimate_takes_no_record_away(tmp_path, job):
    path, engine = tmp_path / "a.jsonl", Scripted()
    run_job(job, [lines(path, text(1))], engine)
    name = lines(path, text(2))
    summariser = Summariser(engine, task=VOTE)
    with Job.open(job, summariser.task, identity_of(summariser)) as opened:
        assert estimate(opened, [name], summariser, Options()).asked == 0
        assert estimate(opened, [name], summariser, Options(retry_changed=True)).asked == 1
        assert opened.counts().done == 1
    assert run_job(job, [name], engine, retry_changed=True).done == 1
    assert engine.numbers == [1, 2]


def test_a_run_that_is_ended_while_it_reads_again_begins_again(tmp_path, job, monkeypatch):
    path, engine = tmp_path / "a.jsonl", Scripted(*range(200))
    run_job(job, [lines(path, *map(text, range(150)))], engine)
    name = lines(path, *(text(number + 1000) for number in range(150)))
    renew, calls = Job.renew, []

    def ending(*args, **options):
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return renew(*args, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Job, "renew", ending)
        with pytest.raises(KeyboardInterrupt):
            run_job(job, [name], Scripted())
    assert run_job(job, [name], Scripted()).done == 150
    assert rows(job, "SELECT finished, items FROM sources") == [(1, 150)]


def test_a_folder_with_one_file_that_was_edited(tmp_path, job):
    folder = tmp_path / "fold"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(text(number))
    engine = Scripted(3)
    run_job(job, [str(folder)], engine)
    (folder / "3.txt").write_text(text(33))
    (folder / "5.txt").write_text(text(5))
    standing = run_job(job, [str(folder)], engine)
    assert (standing.done, standing.failed, standing.total) == (6, 0, 6)
    assert engine.numbers[5:] == [33, 5]


def test_an_archive_that_is_cut_off_is_told_of_until_a_whole_one_is_there(command, tmp_path, job):  # noqa: F811
    noise = [{"text": TALKS.format(n), "noise": os.urandom(400).hex()} for n in range(200)]
    whole = gzip.compress("".join(json.dumps(row) + "\n" for row in noise).encode())
    path = tmp_path / "z.jsonl.gz"
    path.write_bytes(whole[: len(whole) // 2])
    args = ("batch", path, "--job", job, "--engine", "rules", "--copies", "off")
    for _ in range(2):
        done = command(*args)
        assert done.code == 3
        assert "1 archive could not be read to the end: " in done.err
        assert "it was cut off; put a sound file in its place and run the same command again" in done.err
        assert "1 skipped" in done.err
    (cut,) = rows(job, "SELECT count(*) FROM articles")
    assert 1 < cut[0] < 200
    path.write_bytes(whole)
    done = command(*args)
    assert "could not be read" not in done.err
    assert rows(job, "SELECT count(*), count(DISTINCT key) FROM articles WHERE reason IS NOT 'malformed'") == [
        (200, 200)
    ]
    assert rows(job, "SELECT count(*) FROM articles") == [(200,)]


@pytest.mark.parametrize("name", ["a.zip", "a.parquet"])
def test_an_archive_that_cannot_be_opened_gives_exit_code_3(command, tmp_path, job, name):  # noqa: F811
    if name == "a.parquet":
        pytest.importorskip("pyarrow")
    (tmp_path / name).write_bytes({"a.zip": b"PK\x03\x04", "a.parquet": b"PAR1"}[name] + bytes(100))
    done = command("batch", tmp_path / name, "--job", job, "--engine", "rules")
    assert done.code == 3
    assert f"1 archive could not be read to the end: {tmp_path / name} is no sound" in done.err


def test_a_limit_is_no_break(tmp_path, job):
    name = archive(tmp_path / "a.jsonl", [text(1), "", text(2)])
    assert run_job(job, [name], Scripted(), limit=1).broken == {}


def test_the_rules_read_a_corrected_article(tmp_path, job):
    river = (ROOT / "examples" / "river-accord.txt").read_text("utf-8")
    path = tmp_path / "a.jsonl"
    run_job(job, [lines(path, "too short")], RulesEngine(), task=NEGOTIATION)
    assert run_job(job, [lines(path, river)], RulesEngine(), task=NEGOTIATION).done == 1
