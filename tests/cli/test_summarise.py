"""`summariser summarise`, with a server on loopback that answers as a model would."""

import json
import os
import stat

import pytest

from tests.cli.conftest import ARTICLE, DATE, DRAFT
from tests.loopback import Loopback, answer, html, status

GOOD = DRAFT.read_text()
BAD = GOOD.replace("58 percent", "61 percent")


@pytest.fixture
def serving(model):
    """Return a function that starts a server with a script, and configures it."""
    servers = []

    def start(*script):
        server = Loopback(*script).__enter__()
        servers.append(server)
        model(server.url)
        return server

    yield start
    for server in servers:
        server.__exit__()


def test_the_record_in_json(command, serving):
    serving(answer(GOOD))
    done = command("summarise", ARTICLE, "--date", DATE, "--format", "json")
    record = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert record["article"]["date"] == DATE
    assert record["provenance"]["engine"] == "llm"
    assert record["provenance"]["model"] == "loopback-1"
    assert [party["name"] for party in record["parties"]] == ["Marellia", "Tovenia", "Norrund"]


def test_text_is_the_default(command, serving):
    serving(answer(GOOD))
    done = command("summarise", ARTICLE, "--date", DATE)
    assert "\nPARTIES\n  Marellia, state: negotiating party [1 4]\n" in done.out
    assert "model loopback-1 · prompt negotiation/v2 · 100 tokens in, 20 out · cost unknown" in done.out
    assert "\x1b" not in done.out


def test_markdown(command, serving):
    serving(answer(GOOD))
    assert "\n## Parties\n\n- **Marellia**" in command("summarise", ARTICLE, "--date", DATE, "--format", "markdown").out


@pytest.mark.parametrize(
    "args", [(ARTICLE, "--date", DATE), ("--date", DATE, ARTICLE), ("--date", DATE, "--", ARTICLE)]
)
def test_the_short_form(command, serving, args):
    serving(answer(GOOD))
    done = command(*args)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Marellia accepts")


@pytest.mark.parametrize("args", [(), ("-",), ("summarise", "-")])
def test_standard_input(command, serving, args):
    serving(answer(GOOD.replace("2024-11", "XXXX-11").replace('"2025-05-13"', "null").replace('"2025-04-19"', "null")))
    done = command(*args, stdin=ARTICLE.read_bytes())
    assert done.code == 0, done.err
    assert done.out.startswith("Marellia accepts")


def test_title_and_date_reach_the_model(command, serving):
    server = serving(answer(GOOD))
    command("summarise", ARTICLE, "--date", DATE, "--title", "Talks on the Aune")
    sent = json.dumps(server.requests[0]["messages"])
    assert "Talks on the Aune" in sent
    assert DATE in sent


def test_nothing_is_streamed_where_nobody_watches(command, serving):
    server = serving(answer(GOOD))
    command("summarise", ARTICLE, "--date", DATE)
    assert not server.requests[0].get("stream")


def test_an_answer_that_never_holds(command, serving):
    serving(answer(BAD))
    done = command("summarise", ARTICLE, "--date", DATE)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("summariser: the answer does not hold after 3 tries: 1 fault\n  proposals[0].content: ")
    assert "--keep-verified" in done.err


def test_keeping_what_holds(command, serving):
    serving(answer(BAD))
    done = command("summarise", ARTICLE, "--date", DATE, "--keep-verified")
    assert done.code == 0
    assert "REFUSED BY VERIFICATION\n  proposals[0]: guarantee Marellia 61 percent" in done.out


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (status(401, "no such key"), "key"),
        (status(404, "no such model"), "model"),
        (html(), "OPENAI_BASE_URL"),
        (answer("", refusal="I would rather not."), "I would rather not."),
        (answer('{"summary":', finish="length"), "the answer was cut off after 20 tokens"),
        (answer("Here is your summary!"), "is not JSON"),
    ],
    ids=["key", "model", "html", "refusal", "cut", "prose"],
)
def test_an_endpoint_that_does_not_answer(command, serving, step, told):
    serving(step)
    done = command("summarise", ARTICLE, "--date", DATE)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("summariser: ")
    assert told in done.err
    assert "sk-of-nobody" not in done.err
    assert "Traceback" not in done.err


def test_a_server_that_is_down(command, model, monkeypatch):
    monkeypatch.setenv("SUMMARISER_TRANSPORT_RETRIES", "0")
    model("http://127.0.0.1:9/v1")
    done = command("summarise", ARTICLE)
    assert done.code == 1
    assert done.err.startswith("summariser: cannot reach http://127.0.0.1:9/v1")
    assert done.err.count("\n") == 1


def test_llm_without_a_model(command):
    done = command("summarise", ARTICLE, "--engine", "llm")
    assert done.code == 1
    assert "SUMMARISER_MODEL" in done.err
    assert done.err.count("\n") == 1


def test_a_setting_that_is_not_understood(command, model, monkeypatch):
    model("http://127.0.0.1:9/v1")
    monkeypatch.setenv("SUMMARISER_TRIES", "many")
    done = command("summarise", ARTICLE)
    assert done.code == 1
    assert "SUMMARISER_TRIES" in done.err


def test_several_articles(command, serving, tmp_path):
    serving(answer(GOOD))
    done = command("summarise", ARTICLE, ARTICLE, "--date", DATE, "--format", "json")
    records = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 0
    assert len(records) == 2


def test_several_articles_of_which_some_fail(command, serving, tmp_path):
    serving(answer(GOOD))
    done = command("summarise", tmp_path / "none.txt", ARTICLE, tmp_path, "--date", DATE)
    assert done.code == 3
    assert done.out.startswith("Marellia accepts")
    assert f"summariser: there is no file '{tmp_path}/none.txt'" in done.err
    assert f"summariser: {tmp_path} is a directory" in done.err


def test_several_articles_that_all_fail(command, serving, tmp_path):
    serving(answer(GOOD))
    done = command("summarise", tmp_path / "none.txt", tmp_path)
    assert (done.code, done.out) == (1, "")


def test_one_title_for_several_articles(command):
    assert command("summarise", ARTICLE, ARTICLE, "--title", "Talks").code == 2


@pytest.mark.parametrize(
    ("name", "begins"), [("r.json", "{"), ("r.md", "# Marellia"), ("r.txt", "Marellia"), ("r", "Marellia")]
)
def test_the_suffix_of_the_output_says_its_format(command, serving, tmp_path, name, begins):
    serving(answer(GOOD))
    done = command("summarise", ARTICLE, "--date", DATE, "-o", tmp_path / name)
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / name).read_text().startswith(begins)


def test_an_output_that_is_there_keeps_its_mode_and_is_replaced(command, serving, tmp_path):
    serving(answer(GOOD))
    path = tmp_path / "record.json"
    path.write_text("old")
    path.chmod(0o640)
    assert command("summarise", ARTICLE, "--date", DATE, "-o", path).code == 0
    assert json.loads(path.read_text())["summary"]["is_negotiation"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["record.json"]


def test_an_output_stays_as_it_was_where_there_is_no_record(command, serving, tmp_path):
    serving(answer(BAD))
    path = tmp_path / "record.json"
    path.write_text("old")
    assert command("summarise", ARTICLE, "--date", DATE, "-o", path).code == 1
    assert path.read_text() == "old"


def test_an_output_that_is_a_directory(command, serving, tmp_path):
    server = serving(answer(GOOD))
    done = command("summarise", ARTICLE, "-o", tmp_path)
    assert done.code == 2
    assert "is a directory; name a file in it" in done.err
    assert server.requests == []


def test_an_output_in_a_directory_that_is_not_there(command, tmp_path):
    done = command("summarise", ARTICLE, "-o", tmp_path / "no" / "record.json")
    assert done.code == 2
    assert "there is no directory" in done.err


@pytest.mark.parametrize(
    ("output", "told"), [("", "the name is empty"), ("a" * 300, "a file's name has at most 255 bytes, not 300")]
)
def test_an_output_that_no_file_can_be(command, serving, output, told):
    server = serving(answer(GOOD))
    done = command("summarise", ARTICLE, "-o", output)
    assert done.code == 2
    assert told in done.err
    assert server.requests == []


@pytest.mark.parametrize("output", ["-", "/dev/stdout"])
def test_standard_output_by_its_names(command, serving, output):
    serving(answer(GOOD))
    done = command("summarise", ARTICLE, "--date", DATE, "-q", "-o", output)
    assert done.code == 0
    assert done.out


def test_rules_where_no_model_is_configured(command):
    done = command("summarise", ARTICLE, "--date", DATE, "--format", "json")
    assert done.code == 0
    assert json.loads(done.out)["provenance"]["engine"] == "rules"
    assert done.err.startswith("summariser: no model is configured")
    assert done.err.count("\n") == 1


def test_the_remark_is_made_once(command):
    assert command("summarise", ARTICLE, ARTICLE).err.count("no model is configured") == 1


@pytest.mark.parametrize("options", [("--quiet",), ("--engine", "rules")])
def test_no_remark_where_none_is_wanted_or_needed(command, options):
    assert command("summarise", ARTICLE, *options).err == ""


def test_the_rules_cannot_corroborate_themselves(command):
    done = command(ARTICLE, "--corroborate")
    assert (done.code, done.out) == (1, "")
    assert "cannot corroborate what they read themselves" in done.err
    assert "SUMMARISER_MODEL" in done.err
