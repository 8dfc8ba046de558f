"""`summariser evaluate`, as its users run it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summariser.cli.main import main

GOLD = Path(__file__).parent.parent / "gold" / "train"
FEW = ("monastery-talks", "cocoa-1988", "copper-1989")


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["evaluate", *args])
    return int(ended.value.code or 0)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    for name in FEW:
        for suffix in (".txt", ".json"):
            (folder / f"{name}{suffix}").write_bytes((GOLD / f"{name}{suffix}").read_bytes())
    return folder


@pytest.fixture
def records(tmp_path: Path, gold: Path) -> Path:
    from summariser import NEGOTIATION  # noqa: PLC0415
    from summariser.evaluation.gold import load_gold  # noqa: PLC0415

    path = tmp_path / "records.jsonl"
    rows = [{"article": {"id": entry.article.id}, **entry.answer} for entry in load_gold(gold, NEGOTIATION)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_an_engine_is_measured(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(gold), "--engine", "rules") == 0
    out = capsys.readouterr().out
    assert out.startswith("slot")
    assert "3 articles, 1 off the topic; read by rules" in out


def test_records_from_elsewhere_are_measured_and_compared(
    gold: Path, records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tmp_path / "rules.json"
    assert run(str(gold), "--engine", "rules", "--format", "json", "-o", str(before)) == 0
    assert run(str(gold), "--records", str(records), "--against", str(before)) == 0
    out = capsys.readouterr().out
    assert f"Against {before}, read by rules:" in out
    assert "→ 1.000" in out
    assert "  mended  " in out
    assert "  broken  " not in out


def test_a_malformed_record_counts_as_none(gold: Path, records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, *others = records.read_text(encoding="utf-8").splitlines()
    broken = json.loads(first)
    broken["parties"] = "many"
    records.write_text("\n".join([json.dumps(broken), *others]), encoding="utf-8")
    assert run(str(gold), "--records", str(records)) == 0
    captured = capsys.readouterr()
    assert "line 1: parties: Input should be a valid array; counted as no record" in captured.err
    assert "without a record: 1: cocoa-1988" in captured.out


def test_records_of_other_articles_do_not_count_and_are_told(
    gold: Path, records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strange = json.loads(records.read_text(encoding="utf-8").splitlines()[0])
    strange["article"]["id"] = "0123456789abcdef"
    with records.open("a", encoding="utf-8") as file:
        file.write(json.dumps(strange) + "\n")
    assert run(str(gold), "--records", str(records)) == 0
    captured = capsys.readouterr()
    told = "1 of 4 records belong to no article of the gold set; they do not count"
    assert captured.err == f"summariser: {records}: {told}\n"
    records.write_text(json.dumps(strange), encoding="utf-8")
    assert run(str(gold), "--records", str(records)) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith("summariser: none of the 1 records belongs to an article of the gold set: ")
    assert "'0123456789abcdef'" in captured.err
    assert captured.out == ""


def test_a_record_whose_article_has_no_id_is_told(
    gold: Path, records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records.write_text('{"article": {"id": ["a"]}}', encoding="utf-8")
    assert run(str(gold), "--records", str(records)) == 1
    assert "line 1: no record; expected JSON Lines" in capsys.readouterr().err


@pytest.mark.parametrize("lines", ["", "\n\n"])
def test_a_file_without_records_is_told(
    gold: Path, records: Path, lines: str, capsys: pytest.CaptureFixture[str]
) -> None:
    records.write_text(lines, encoding="utf-8")
    assert run(str(gold), "--records", str(records)) == 1
    assert f"{str(records)!r} holds no record; expected JSON Lines" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_other_forms(gold: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(gold), "--engine", "rules", "--format", form) == 0
    out = capsys.readouterr().out
    if form == "json":
        assert json.loads(out)["articles"] == len(FEW)
    else:
        assert out.startswith("| slot |")


def test_a_file_that_is_no_evaluation_is_told(gold: Path, records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(gold), "--records", str(records), "--against", str(records)) == 1
    assert "is no evaluation; make one with: summariser evaluate GOLD --format json -o FILE" in capsys.readouterr().err


def test_an_output_that_cannot_be_written_is_told_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(tmp_path / "no gold"), "-o", str(tmp_path / "nowhere" / "out.json")) == 2
    assert "there is no directory" in capsys.readouterr().err


def test_records_with_line_separators_within_are_read(
    gold: Path, records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [json.loads(line) for line in records.read_text(encoding="utf-8").split("\n") if line]
    rows[0]["article"]["title"] = "One\u2028two"
    records.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    assert run(str(gold), "--records", str(records)) == 0
    assert "3 articles" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--records", "--against"])
def test_what_is_nested_too_deeply_is_told(
    gold: Path, tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    deep = tmp_path / "deep.json"
    deep.write_text("[" * 100_000, encoding="utf-8")
    assert run(str(gold), "--engine", "rules", option, str(deep)) == 1
    assert str(deep) in capsys.readouterr().err
