"""Dates in the wording stand in the sentences, and an EDTF means what its words mean."""

from datetime import date

import pytest
from minutes import ARTICLE, TEXT, by_guard, found, remark

from summariser.articles.article import Article


@pytest.mark.parametrize("what", ["offered apples on Tuesday", "offered apples in May", "offered apples in Sept"])
def test_another_day_or_month_is_refused(what):
    (said,) = by_guard("dates_stand_there", remark(what, [1]))
    assert said.endswith("does not stand in sentence 1; no sentence has it: leave it out")


def test_a_date_of_another_sentence_is_pointed_at():
    (said,) = by_guard("dates_stand_there", remark("offered apples in March", [1]))
    assert said.endswith("'March' does not stand in sentence 1; sentence 5 has it: cite what fits")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("They met on Mar 3 2026.", "They met in March"),
        ("They met on 2026-03-03.", "They met in March"),
        ("They met in Sep­tem­ber.", "They met in September"),
        ("They may meet and march on.", "They may meet and march on"),
        ("They met in SEPT, on a Sunday.", "They met on a Sunday"),
    ],
)
def test_the_same_date_in_another_notation_is_true(text, what):
    assert by_guard("dates_stand_there", remark(what, [1]), article=Article(text)) == []


def test_a_small_may_is_no_month():
    (said,) = by_guard("dates_stand_there", remark("They met in May", [1]), article=Article("They may meet. They met."))
    assert "'May' does not stand in sentence 1" in said


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("Monday", "2026-03-02"), ("March", "2026-03"), ("last week", "2026-02-23/2026-03-01"), ("March", "2026-03?")],
)
def test_what_the_words_mean_is_true(text, edtf):
    assert by_guard("edtf_agrees", remark("apples", [1], when={"text": text, "edtf": edtf})) == []


@pytest.mark.parametrize(
    ("text", "edtf", "says"),
    [
        ("March", "2026-04", "is not what 'March' means in an article of 2026-03-04; that is '2026-03'"),
        ("Monday", "2026-03-03", "is not what 'Monday' means"),
        ("March", "2026-13", "is no date in EDTF, such as"),
        ("March", "2026-02-30", "is no date in EDTF, such as"),
        ("March", "2026-04/2026-03", "is no date in EDTF, such as"),
    ],
)
def test_another_date_is_refused(text, edtf, says):
    (said,) = by_guard("edtf_agrees", remark("apples", [1], when={"text": text, "edtf": edtf}))
    assert says in said


def test_without_a_day_of_publication_a_weekday_fixes_no_date():
    when = {"text": "Monday", "edtf": "2026-03-02"}
    (said,) = by_guard("edtf_agrees", remark("apples", [1], when=when), article=Article(TEXT))
    assert said.endswith("'Monday' fixes no date, and the day of publication is unknown; write null")


def test_what_cannot_be_resolved_is_a_doubt_and_no_fault():
    when = {"text": "the offer", "edtf": "2026-03-02"}
    doubts = [fault for fault in found(remark("offer of apples", [1, 2], when=when)) if fault.doubt]
    assert [str(doubt) for doubt in doubts] == [
        "remarks[0].when.edtf: '2026-03-02' for 'the offer' could not be checked"
    ]


def test_a_date_is_seen_from_the_day_of_publication():
    later = Article(TEXT, date=date(2027, 3, 4))
    (said,) = by_guard("edtf_agrees", remark("x", [1], when={"text": "March", "edtf": "2026-03"}), article=later)
    assert "2027-03" in said
    assert by_guard("edtf_agrees", remark("x", [1], when={"text": "March", "edtf": "2026-03"}), article=ARTICLE) == []
