"""The table of claims for a spreadsheet."""

import csv
import io

import pytest
from report_records import Debate

from summariser.errors import SettingsError
from summariser.models.negotiation import Negotiation
from summariser.report.spreadsheet import BOM, claim_kinds, write_spreadsheet


def written(records, draft=Negotiation, kind=None):
    file = io.StringIO(newline="")
    count = write_spreadsheet(enumerate(records, 1), claim_kinds(draft, kind), file)
    text = file.getvalue()
    rows = list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))
    assert len(rows) == count
    return text, rows


def test_a_row_for_each_proposal_and_condition(make_record):
    text, rows = written([make_record()])
    assert text.startswith("\ufeffArticle,Title,Published,Source,Address,Claim,Text,Issue,Proposed by,")
    assert text.count("\r\n") == 4
    assert [row["Claim"] for row in rows] == ["proposals", "proposals", "conditions"]
    plan, _, dam = rows
    assert plan["Text"] == "guarantee Marellia 58 percent of the river's flow in dry years"
    assert (plan["Proposed by"], plan["Addressed to"]) == ("Norrund", "Marellia, Tovenia")
    assert plan["Answers"] == "Marellia, accepted; Tovenia, rejected"
    assert (plan["When"], plan["When (EDTF)"], plan["Status"]) == ("Saturday", "2025-04-19", "partly accepted")
    assert (plan["Published"], plan["Sentences"], plan["Requirement" if "Requirement" in plan else "Kind"]) == (
        "2025-04-22",
        "1, 2",
        "",
    )
    assert dam["Applies to"] == plan["Text"]
    assert (dam["Set by"], dam["Binds"], dam["Kind"], dam["State"]) == (
        "Marellia",
        "Tovenia",
        "precondition",
        "pending",
    )


@pytest.mark.parametrize(
    "formula",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r\n=1", " =1", "＝1+1", "=HYPERLINK(“x”)", "-2+3+cmd|' /C calc'!A0"],
)
def test_no_cell_is_a_formula(make_record, draft, formula):
    draft["proposals"][0]["content"] = formula
    draft["parties"][0]["name"] = formula
    record = make_record(draft=draft)
    record = record.model_copy(update={"article": record.article.model_copy(update={"title": formula, "url": formula})})
    text, rows = written([record])
    cells = [cell for row in csv.reader(io.StringIO(text.removeprefix(BOM), newline="")) for cell in row]
    assert [cell for cell in cells if cell[:1] in tuple("=+-@＝＋－＠\t\r\n")] == []
    assert rows[0]["Text"].startswith("'")
    assert rows[0]["Text"][1:] == " ".join(formula.split())


def test_a_text_too_long_for_a_cell_is_cut(make_record, draft):
    draft["proposals"][0]["content"] = "word " * 8000
    [row, *_] = written([make_record(draft=draft)])[1]
    assert len(row["Text"]) == 32_001
    assert row["Text"].endswith("…")


def test_one_kind_of_claims(make_record):
    _, rows = written([make_record()], kind="events")
    assert [row["Claim"] for row in rows] == ["events", "events"]
    assert rows[0]["Participants"] == "Tovenia"


def test_a_kind_that_is_none():
    with pytest.raises(
        SettingsError, match="no claims 'treaties'; it has parties, proposals, conditions, events, status"
    ):
        claim_kinds(Negotiation, "treaties")


def test_a_task_of_ones_own(debate_record):
    _, rows = written([debate_record], draft=Debate, kind="points")
    assert rows[0]["Text"] == "the lake smells"
    assert (rows[0]["Made by"], rows[0]["When" if "When" in rows[0] else "Heard"]) == ("The Drainers", "Monday")
    assert set(claim_kinds(Debate)) == {"sides"}
