"""`summariser batch`: exit codes, what it says, the estimate, and the progress."""

import io
import json

import pytest
from runs import GOOD, archive, rows, text
from store import ROOT

from summariser.batch.standing import Standing
from summariser.cli.batch_progress import Shown, amount, duration, line
from tests.cli.conftest import command, model  # noqa: F401 (fixtures)
from tests.loopback import Loopback, answer, status

RIVER = (ROOT / "examples" / "river-accord.txt").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("SUMMARISER_CACHE", str(tmp_path / "cache"))
    monkeypatch.syspath_prepend(str(ROOT / "tests" / "batch"))


@pytest.fixture
def votes(tmp_path):
    name = archive(tmp_path / "a.jsonl", map(text, range(10)))
    return ["batch", name, "--job", tmp_path / "j.db", "--task", "runs:VOTE"]


def test_the_rules_read_an_archive(command, tmp_path):  # noqa: F811
    (tmp_path / "river.txt").write_text(RIVER, encoding="utf-8")
    done = command("batch", tmp_path / "river.txt", "--job", tmp_path / "j.db")
    assert done.code == 0
    assert done.out == ""
    assert "1 done, 0 failed, 0 skipped, 0 copies, 0 pending of 1;" in done.err
    assert rows(tmp_path / "j.db", "SELECT engine FROM records") == [("rules",)]


def test_it_says_once_that_no_model_is_configured(command, model, tmp_path):  # noqa: F811
    name = archive(tmp_path / "a.jsonl", [RIVER, f"{RIVER} More."])
    args = ("batch", name, "--job", tmp_path / "j.db")
    said = "no model is configured, so the built-in rules read the articles"
    assert command(*args, "--estimate").err.count(said) == 1
    assert command(*args).err.count(said) == 1
    assert said not in command(*args, "--engine", "rules").err
    assert command(*args, "--quiet").err == ""
    model("http://127.0.0.1:9/v1")
    done = command(*args)
    assert done.code == 1
    assert (
        "was begun with another engine 'rules', now 'llm'; results would be mixed. Run it as it was begun" in done.err
    )
    assert "None" not in done.err
    assert "prompt" not in done.err


def test_a_model_reads_it_and_failures_give_exit_code_3(command, model, votes):  # noqa: F811
    with Loopback(answer("{}"), answer("{}"), answer("{}"), answer(GOOD)) as server:
        model(server.url)
        done = command(*votes, "--concurrency", "1")
    assert done.code == 3
    assert "9 done, 1 failed" in done.err
    assert "--retry-failed" in done.err


def test_a_refused_key_is_said_once(command, model, votes):  # noqa: F811
    with Loopback(status(401, "no such key")) as server:
        model(server.url)
        done = command(*votes)
    assert done.code == 1
    assert done.err.count("no such key") == 1


def test_the_estimate_sends_nothing_and_counts_what_the_cache_has(command, model, votes, tmp_path):  # noqa: F811
    with Loopback(answer(GOOD)) as server:
        model(server.url)
        first = json.loads(command(*votes, "--estimate", "--json").out)
        assert server.requests == []
        command(*votes, "--limit", "4")
        second = json.loads(command(*votes[:3], tmp_path / "k.db", *votes[4:], "--estimate", "--json").out)
        assert len(server.requests) == 4
    assert (first["to_ask"], first["cached"], first["cost"]) == (10, 0, None)
    assert (second["to_ask"], second["cached"]) == (6, 4)
    assert first["input_tokens"] > 1000


def test_the_estimate_prices_a_model_that_has_a_price(command, model, votes, monkeypatch):  # noqa: F811
    model("http://127.0.0.1:9/v1")
    monkeypatch.setenv("SUMMARISER_MODEL", "gpt-4o-mini")
    done = command(*votes, "--estimate")
    assert "10 to ask about" in done.out
    assert "cost: about $0.0" in done.out


def test_a_job_in_a_folder_that_is_not_there(command, tmp_path):  # noqa: F811
    done = command("batch", archive(tmp_path / "a.jsonl", [text(1)]), "--job", tmp_path / "no" / "j.db")
    assert done.code == 1
    assert "there is no directory" in done.err


def test_where_all_is_skipped_for_one_reason_it_says_which_and_what_to_do(command, tmp_path):  # noqa: F811
    name = archive(tmp_path / "a.jsonl", map(text, range(3)))
    args = ("batch", name, "--job", tmp_path / "j.db", "--text-field", "nope")
    done = command(*args)
    assert done.code == 0
    assert done.err.count("all 3 items were skipped as no_text: the row has no column 'nope'; it has: ") == 1
    assert "Name it with --text-field NAME, and run again with --retry-skipped" in done.err
    assert "Name it with --text-field NAME" in command(*args, "--estimate").err
    assert command(*args, "--quiet").err == ""
    again = ("batch", name, "--job", tmp_path / "j.db", "--retry-skipped")
    assert json.loads(command(*again, "--estimate", "--json").out)["articles"] == 0
    assert "all 3 items were skipped as not_english: it has hardly any running English" in command(*again).err


def test_where_some_are_read_it_says_in_short_why_others_were_skipped(command, tmp_path):  # noqa: F811
    name = archive(tmp_path / "a.jsonl", ["too short", RIVER, RIVER])
    done = command("batch", name, "--job", tmp_path / "j.db")
    assert "1 done, 0 failed, 1 skipped, 1 copy, 0 pending of 3" in done.err
    assert f"skipped: 1 too short; for examples: summariser status {tmp_path / 'j.db'}" in done.err
    assert "skipped as" not in done.err


def test_where_all_is_skipped_for_several_reasons_it_says_which(command, tmp_path):  # noqa: F811
    name = archive(tmp_path / "a.jsonl", ["too short", "", "so is this"])
    done = command("batch", name, "--job", tmp_path / "j.db")
    assert "skipped: 2 too short, 1 empty; for examples: summariser status" in done.err


def test_where_there_is_nothing_to_read_it_says_so(command, tmp_path):  # noqa: F811
    (tmp_path / "inbox").mkdir()
    done = command("batch", tmp_path / "inbox", "--job", tmp_path / "j.db")
    assert done.code == 1
    assert f"there is no file in the folder '{tmp_path / 'inbox'}'" in done.err
    assert not (tmp_path / "j.db").exists()
    (tmp_path / "inbox" / "a.jsonl").write_text("\n")
    done = command("batch", tmp_path / "inbox", "--job", tmp_path / "j.db")
    assert done.code == 0
    assert "there was nothing to read" in done.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--task", "runs:VOTE"), "the engine 'rules' reads negotiations only, not the task 'vote'"),
        (("--estimate", "--task", "runs:VOTE"), "the engine 'rules' reads negotiations only, not the task 'vote'"),
        (("none.jsonl",), "there is no file or folder 'none.jsonl'"),
        (("--estimate", "none.jsonl"), "there is no file or folder 'none.jsonl'"),
    ],
)
def test_what_is_refused_at_once_leaves_no_job(command, tmp_path, options, told):  # noqa: F811
    name = archive(tmp_path / "a.jsonl", [text(1)])
    done = command("batch", name, "--job", tmp_path / "j.db", *options)
    assert done.code == 1
    assert told in done.err
    assert not (tmp_path / "j.db").exists()


@pytest.mark.parametrize("encoding", ["nope", "idna", "punycode", "base64"])
def test_an_encoding_that_there_is_not_is_a_wrong_option(command, tmp_path, encoding):  # noqa: F811
    name = archive(tmp_path / "a.jsonl", [text(1)])
    done = command("batch", name, "--job", tmp_path / "j.db", "--encoding", encoding)
    assert done.code == 2
    assert f"there is no encoding {encoding!r} of texts" in done.err
    assert not (tmp_path / "j.db").exists()


def test_an_encoding_that_does_not_fit_leaves_no_job(command, tmp_path):  # noqa: F811
    name = archive(tmp_path / "a.jsonl", [RIVER])
    args = ("batch", name, "--job", tmp_path / "j.db", "--engine", "rules")
    done = command(*args, "--encoding", "utf-16")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"summariser: {name} is not utf-16 (")
    assert not (tmp_path / "j.db").exists()
    assert command(*args).code == 0
    assert rows(tmp_path / "j.db", "SELECT state FROM articles") == [("done",)]


def test_an_encoding_that_one_archive_of_several_does_not_fit_costs_that_one(command, tmp_path):  # noqa: F811
    (tmp_path / "news").mkdir()
    for name, encoding in (("a.csv", "utf-16"), ("b.csv", "utf-8")):
        quoted = RIVER.replace('"', '""')
        (tmp_path / "news" / name).write_text(f'text\n"{quoted} {name}"\n', encoding=encoding)
    args = ("batch", tmp_path / "news", "--job", tmp_path / "j.db", "--engine", "rules", "--copies", "off")
    done = command(*args, "--encoding", "utf-16")
    assert done.code == 3
    assert "1 archive could not be read to the end: " in done.err
    assert "1 done, 0 failed, 1 skipped" in done.err
    assert command(*args).code == 0, "without the option, what did not fit is read"
    assert rows(tmp_path / "j.db", "SELECT state FROM articles") == [("done",), ("done",)]


def test_triage_of_another_task_leaves_no_job(command, model, votes, tmp_path):  # noqa: F811
    model("http://127.0.0.1:9/v1")
    assert "--triage knows negotiations only" in command(*votes, "--triage").err
    assert not (tmp_path / "j.db").exists()


def test_plain_lines_where_it_is_no_terminal():
    stream = io.StringIO()
    shown = Shown(stream, rewriting=False, every=0.0)
    shown(Standing(done=1200, failed=3, pending=800, settled=100, reading=False, cost=1.5))
    assert "\x1b" not in stream.getvalue()
    assert stream.getvalue().startswith("summariser: 1,203 of 2,003")
    assert "3 failed" in stream.getvalue()
    assert "spent $1.50" in stream.getvalue()


def test_a_bar_on_a_terminal():
    stream = io.StringIO()
    shown = Shown(stream, rewriting=True)
    shown(Standing(done=5, pending=5))
    assert "[##########..........] 5 of 10+" in stream.getvalue()
    shown.end()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_it_says_what_is_in_flight_when_it_is_interrupted():
    stream = io.StringIO()
    shown = Shown(stream, rewriting=False)
    shown(Standing(pending=10, in_flight=4, stopping="interrupted"))
    shown(Standing(pending=10, in_flight=3, stopping="interrupted"))
    assert stream.getvalue() == "summariser: finishing 4 in flight; Ctrl-C again to end at once\n"


def test_time_and_money_to_come():
    standing = Standing(done=50, pending=50, settled=50, reading=False, cost=1.0, cost_to_come=1.25)
    standing.began -= 100
    assert "min, $1.25 to go" in line(standing)


@pytest.mark.parametrize(("seconds", "said"), [(5, "5 s"), (200, "3 min"), (7500, "2 h 5 min")])
def test_durations(seconds, said):
    assert duration(seconds) == said


@pytest.mark.parametrize(
    ("dollars", "unpriced", "said"),
    [
        (0.0, 0, "$0.00"),
        (0.0123, 0, "$0.0123"),
        (1234.5, 2, "$1,234.50 and 2 answers without a price"),
        (None, 0, "unknown"),
    ],
)
def test_amounts(dollars, unpriced, said):
    assert amount(dollars, unpriced) == said
