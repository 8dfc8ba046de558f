"""Help, usage, bad input and exit codes, in this process."""

import pytest

from summariser.cli import main
from summariser.engines.choice import ENGINES
from tests.cli.conftest import ARTICLE, DRAFT


@pytest.mark.parametrize("args", [("--help",), ("-h",)])
def test_help_names_every_command(command, args):
    done = command(*args)
    assert done.code == 0
    for name in ("summarise", "prompt", "check", "schema", "prompts", "doctor"):
        assert f"\n  {name} " in done.out


@pytest.mark.parametrize("name", main.summariser.commands)
def test_every_command_has_help(command, name):
    done = command(name, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Usage: summariser {name}")


def test_version(command):
    done = command("--version")
    assert done.code == 0
    assert done.out.startswith("summariser ")


def test_the_engines_are_those_that_there_are():
    assert main._ENGINES == ENGINES


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("sumarise", "x.txt"), "did you mean 'summarise'?"),
        (("wedding",), "no command and no file 'wedding'"),
        (("summarise",), "Missing argument"),
        (("summarise", ARTICLE, "--engine", "magic"), "'magic' is not one of 'auto', 'llm', 'rules'"),
        (("summarise", ARTICLE, "--format", "xml"), "'xml' is not one of"),
        (("summarise", ARTICLE, "--date", "1 Nov"), "'1 Nov' is no date; write it as in 2019-11-01"),
        (("summarise", ARTICLE, "--date", "2019-02-30"), "'2019-02-30' is no date"),
        (("--engin", "rules", ARTICLE), "No such option"),
        (("check", DRAFT), "Missing option '--article'"),
        (("schema", "--whole"), "No such option"),
    ],
)
def test_usage(command, args, told):
    done = command(*args)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "is empty"),
        ("binary.bin", bytes(range(256)), "is binary"),
        ("report.pdf", b"%PDF-1.7", "is a PDF"),
        ("bad.txt", b"Ilse K\xf6hler spoke.", "is not UTF-8: byte 0xf6 at position 6"),
        ("page.html", b"<html><body></body></html>", "no article was found"),
        ("row.json", b'{"text": 5}', "a text was expected"),
    ],
)
def test_bad_input_is_told_in_one_line(command, tmp_path, name, data, told):
    path = tmp_path / name
    path.write_bytes(data)
    done = command("summarise", path, "--engine", "rules")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("summariser: ")
    assert told in done.err
    assert done.err.count("\n") == 1


def test_a_directory(command, tmp_path):
    done = command(tmp_path, "--engine", "rules")
    assert done.code == 1
    assert done.err.startswith(f"summariser: {tmp_path} is a directory; name a file in it")
    assert "summariser batch" in done.err


def test_a_missing_file(command, tmp_path):
    done = command(tmp_path / "none.txt", "--engine", "rules")
    assert done.code == 1
    assert "there is no file" in done.err


def test_fifty_megabytes(command, tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    done = command(path, "--engine", "rules")
    assert done.code == 1
    assert "more than 8,000,000 bytes" in done.err


def test_an_encoding_is_taken(command, tmp_path):
    path = tmp_path / "bad.txt"
    path.write_bytes("Ilse Köhler spoke.".encode("cp1252"))
    assert "Ilse Köhler spoke." in command("prompt", path, "--encoding", "cp1252").out


def test_nothing_on_standard_input(command):
    done = command()
    assert done.code == 1
    assert "standard input is empty" in done.err


def test_what_a_terminal_would_obey_is_not_repeated(command):
    done = command("summarise", "no\x1b[2J.txt", "--engine", "rules")
    assert done.code == 1
    assert "\x1b" not in done.err
