"""`summariser doctor`, with a server on loopback."""

import json

from tests.loopback import Loopback, answer, status

SUM = json.dumps({"sum": "3 + 4", "result": 7})


def test_an_endpoint_that_works(command, model):
    with Loopback(answer(SUM)) as server:
        model(server.url)
        done = command("doctor")
    assert (done.code, done.err) == (0, "")
    assert "ok  endpoint" in done.out
    assert "ok  mode json_schema" in done.out
    assert "works in mode json_schema" in done.out


def test_another_mode_is_advised(command, model, monkeypatch):
    with Loopback(status(400, "no response_format"), answer(SUM)) as server:
        model(server.url)
        done = command("doctor")
    assert done.code == 1
    assert "no  mode json_schema" in done.out
    assert "set SUMMARISER_MODE=tools" in done.out


def test_a_wrong_key(command, model):
    with Loopback(status(401, "wrong key"), listing=status(401, "wrong key")) as server:
        model(server.url)
        done = command("doctor")
    assert done.code == 1
    assert "no mode works" in done.out
    assert "sk-of-nobody" not in done.out


def test_a_server_that_is_down(command, model):
    model("http://127.0.0.1:9/v1")
    done = command("doctor")
    assert done.code == 1
    assert "no  endpoint" in done.out


def test_no_model(command):
    done = command("doctor")
    assert done.code == 1
    assert done.err.startswith("summariser: ")
    assert "SUMMARISER_MODEL" in done.err
