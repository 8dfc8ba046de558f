"""`summariser check`: an answer from a chat window is verified as an engine's would be."""

import json

import pytest

from tests.cli.conftest import ARTICLE, DATE, DRAFT


@pytest.fixture
def checked(command, tmp_path):
    """Return a function that checks an answer to the example."""

    def run(answer, *options):
        path = tmp_path / "answer.txt"
        path.write_text(answer)
        return command("check", path, "--article", ARTICLE, "--date", DATE, *options)

    return run


def test_an_answer_that_holds(checked):
    done = checked(DRAFT.read_text(), "--format", "json")
    record = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert record["provenance"]["engine"] == "given"
    quote = record["proposals"][0]["evidence"][0]
    assert ARTICLE.read_text()[quote["start"] : quote["end"]] == quote["quote"]


def test_a_fence_around_it_is_taken_off(checked):
    assert checked(f"```json\n{DRAFT.read_text()}\n```\n").code == 0


def test_what_a_chat_window_says_around_it_is_left_out(checked):
    assert checked(f"Here is the record:\n```json\n{DRAFT.read_text()}\n```\nLet me know!").code == 0
    assert checked(f"Gladly! {DRAFT.read_text()} I hope this helps.").code == 0


def test_an_array_is_not_opened(checked):
    assert "an array at the top" in checked(f"[{DRAFT.read_text()}]").err


def test_of_two_answers_none_is_chosen(checked):
    assert "something follows the object" in checked(f"First: {DRAFT.read_text()} or: {DRAFT.read_text()}").err


def test_from_standard_input(command):
    done = command("check", "-", "--article", ARTICLE, "--date", DATE, stdin=DRAFT.read_text())
    assert done.code == 0
    assert done.out.startswith("Marellia accepts, Tovenia rejects")


def test_a_claim_that_does_not_hold(checked):
    done = checked(DRAFT.read_text().replace("58 percent", "61 percent"))
    assert (done.code, done.out) == (1, "")
    first, fault, hint = done.err.splitlines()
    assert first == "summariser: the answer does not hold: 1 fault"
    assert fault.startswith("  proposals[0].content: the number 61")
    assert "--keep-verified" in hint


def test_keeping_what_holds(checked):
    done = checked(DRAFT.read_text().replace("58 percent", "61 percent"), "--keep-verified", "--format", "json")
    record = json.loads(done.out)
    assert done.code == 0
    assert [proposal["content"] for proposal in record["proposals"]] == [
        "a joint commission sets the shares anew each spring"
    ]
    assert record["refused"][0]["path"] == "proposals[0]"


def test_a_party_that_is_not_in_the_text(checked):
    answer = DRAFT.read_text().replace('"name": "Norrund"', '"name": "Ostravia"').replace('["Norrundian"]', "[]")
    done = checked(answer)
    assert done.code == 1
    assert "parties[2].name" in done.err
    assert "Ostravia" in done.err


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Gladly! Here is the summary that you asked for.", "is not JSON"),
        ('{"summary": {"headline": "Talks', "is not JSON"),
        ('{"parties": 5}', "summary: is missing"),
        ("[]", "an array at the top"),
        ("\x1b[2J", "is not JSON"),
    ],
)
def test_what_is_no_answer(checked, answer, told):
    done = checked(answer)
    assert done.code == 1
    assert told in done.err
    assert "\x1b" not in done.err


def test_many_faults_are_told_in_part(checked):
    draft = json.loads(DRAFT.read_text())
    draft["events"] = [
        {**draft["events"][0], "what": f"a treaty of {number} pages was signed"} for number in range(300, 313)
    ]
    done = checked(json.dumps(draft))
    assert "and " in done.err.splitlines()[-2]
    assert len(done.err.splitlines()) == 13


def test_an_empty_answer(checked):
    assert "is empty" in checked("").err


def test_answer_and_article_cannot_both_be_standard_input(command):
    done = command("check", "-", "--article", "-")
    assert done.code == 2
    assert "can't both be standard input" in done.err


def test_what_no_second_reading_bears_out_is_refused_where_asked(checked):
    plain = json.loads(checked(DRAFT.read_text(), "--format", "json").out)
    doubted = json.loads(checked(DRAFT.read_text(), "--corroborate", "--format", "json").out)
    refused = checked(DRAFT.read_text(), "--corroborate", "--strict", "--format", "json")
    assert len(doubted["provenance"]["warnings"]) > len(plain["provenance"]["warnings"])
    assert doubted["refused"] == []
    assert (refused.code, refused.err) == (0, "")
    faults = [fault for claim in json.loads(refused.out)["refused"] for fault in claim["faults"]]
    assert faults
    assert all("in the second reading" in fault for fault in faults)


def test_what_the_second_reader_lacks_is_shown_to_people(checked):
    done = checked(DRAFT.read_text(), "--corroborate", "--strict")
    assert "not so in the second reading" in done.out
    assert "corroborated by rules" in done.out


def test_where_the_second_reading_refuses_all_the_way_out_is_told(checked):
    answer = json.loads(DRAFT.read_text())
    answer["summary"]["is_negotiation"] = False
    answer |= {part: [] for part in ("parties", "proposals", "conditions", "events")} | {"status": None}
    done = checked(json.dumps(answer), "--corroborate", "--strict")
    assert done.code == 1
    assert "is false, not so in the second reading (true)" in done.err
    assert "without --strict" in done.err
    assert "--keep-verified" not in done.err
