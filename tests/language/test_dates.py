"""Expressions of time mean in EDTF what docs/vocabularies.md says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.language.dates import DATE_EXPRESSION, LOWER_DATE_EXPRESSION, resolve
from summariser.language.edtf import bounds, is_edtf

FRIDAY = date(2019, 11, 1)

SEEN_FROM_FRIDAY = {
    "Sept 13": "2019-09-13",
    "Sept. 13": "2019-09-13",
    "13 September": "2019-09-13",
    "September 13th": "2019-09-13",
    "the 13th of September": "2019-09-13",
    "Tuesday, 10 September": "2019-09-10",
    "5 p.m. on Nov. 28": "2019-11-28",
    "31 March 2027": "2027-03-31",
    "March 31, 2027": "2027-03-31",
    "2019-10-28": "2019-10-28",
    "2019-10": "2019-10",
    "Oct 28-29": "2019-10-28/2019-10-29",
    "Oct. 28 and 29": "2019-10-28/2019-10-29",
    "from 1 to 5 March": "2020-03-01/2020-03-05",
    "Oct. 31-Nov. 2": "2019-10-31/2019-11-02",
    "Dec. 30 to Jan. 2": "2019-12-30/2020-01-02",
    "on Oct 2 and 12 ministers": "2019-10-02",
    "October": "2019-10",
    "in January": "2020-01",
    "since May 2018": "2018-05",
    "February last year": "2018-02",
    "in May of this year": "2019-05",
    "Sept. 3 next year": "2020-09-03",
    "the spring of last year": "2018-21",
    "early October": "2019-10-01/2019-10-10~",
    "mid-October": "2019-10-11/2019-10-20~",
    "late September": "2019-09-21/2019-09-30~",
    "the end of December": "2019-12-21/2019-12-31~",
    "early 2020": "2020-01/2020-04~",
    "mid-2020": "2020-05/2020-08~",
    "late last year": "2018-09/2018-12~",
    "by the end of the year": "2019-12~",
    "the end of next month": "2019-12-21/2019-12-31~",
    "the end of the week": "2019-11-01/2019-11-03~",
    "the fall of 1987": "1987-23",
    "this fall": "2019-23",
    "last autumn": "2018-23",
    "next spring": "2020-21",
    "the third quarter of 2019": "2019-35",
    "the second quarter": "2019-34",
    "the first half of 2020": "2020-01/2020-06",
    "last month": "2019-10",
    "later this month": "2019-11",
    "early last month": "2019-10-01/2019-10-10~",
    "next week": "2019-11-04/2019-11-10",
    "last weekend": "2019-10-26/2019-10-27",
    "the past week": "2019-10-25~/2019-11-01",
    "last year": "2018",
    "two weeks ago": "2019-10-18~",
    "3 days ago": "2019-10-29",
    "a month ago": "2019-10~",
    "five years ago": "2014~",
    "a week from now": "2019-11-08~",
    "today": "2019-11-01",
    "this morning": "2019-11-01",
    "yesterday": "2019-10-31",
    "last night": "2019-10-31",
    "tomorrow": "2019-11-02",
    "Thursday": "2019-10-31",
    "on Friday": "2019-11-01",
    "last Friday": "2019-10-25",
    "next Monday": "2019-11-04",
    "this Sunday": "2019-11-03",
    "the 1980s": "198X",
    "1990-91": "1990/1991",
    "in 2018": "2018",
    # not to be known
    "a year earlier": None,
    "in two weeks": None,
    "a few days ago": None,
    "the previous day": None,
    "Feb. 30": None,
    "Nov 31": None,
    "2019-02-29": None,
    "may": None,
    "": None,
}

WITHOUT_A_DATE = {
    "October": "XXXX-10",
    "early October": "XXXX-10",
    "Oct 28": "XXXX-10-28",
    "Oct 28-29": "XXXX-10-28/XXXX-10-29",
    "Feb 29": "XXXX-02-29",
    "31 March 2027": "2027-03-31",
    "the fall of 1987": "1987-23",
    "late 2018": "2018-09/2018-12~",
    "the 1980s": "198X",
    "Monday": None,
    "last month": None,
    "this fall": None,
    "yesterday": None,
    "the third quarter": None,
    "the end of the year": None,
    "two weeks ago": None,
}


@pytest.mark.parametrize("text", SEEN_FROM_FRIDAY)
def test_meaning_seen_from_the_day_of_publication(text: str) -> None:
    assert resolve(text, FRIDAY) == SEEN_FROM_FRIDAY[text]


@pytest.mark.parametrize("text", WITHOUT_A_DATE)
def test_meaning_without_a_day_of_publication(text: str) -> None:
    assert resolve(text, None) == WITHOUT_A_DATE[text]


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("last month", date(2024, 1, 31), "2023-12"),
        ("December", date(2024, 1, 31), "2023-12"),
        ("Feb 29", date(2023, 1, 5), "2024-02-29"),
        ("this fall", date(1987, 8, 1), "1987-23"),
        ("last spring", date(1988, 4, 1), "1987-21"),
        ("last spring", date(1988, 6, 1), "1988-21"),
        ("next autumn", date(2026, 2, 1), "2026-23"),
        ("this winter", date(2026, 1, 15), "2025-24"),
        ("last winter", date(2026, 4, 1), "2025-24"),
        ("last winter", date(2026, 1, 15), "2024-24"),
        ("last Monday", date(2026, 3, 9), "2026-03-02"),
    ],
)
def test_turns_of_the_year(text: str, published: date, edtf: str) -> None:
    assert resolve(text, published) == edtf


@pytest.mark.parametrize("text", ["3 Sep\u00adtem\u00adber", "3\u00a0September", "Oct 28–29", "early\u00a0October"])
def test_typography_does_not_matter(text: str) -> None:
    plain = text.replace("\u00ad", "").replace("\u00a0", " ").replace("–", "-")
    assert resolve(text, FRIDAY) == resolve(plain, FRIDAY) is not None


def _expressions() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from([*SEEN_FROM_FRIDAY, *WITHOUT_A_DATE]), st.from_regex(DATE_EXPRESSION), st.text())


@given(_expressions(), st.none() | st.dates())
def test_whatever_comes_out_is_edtf(text: str, published: date | None) -> None:
    found = resolve(text, published)
    assert found is None or is_edtf(found)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d %B", "%B %d, %Y", "%b. %d"]))
def test_a_day_is_found_again(day: date, form: str) -> None:
    assert bounds(resolve(day.strftime(form), day) or "") == (day, day)


@pytest.mark.parametrize("text", [text for text, meaning in SEEN_FROM_FRIDAY.items() if meaning])
def test_the_expression_is_found_in_running_text(text: str) -> None:
    found = DATE_EXPRESSION.search(f"They will meet {text}, he said.")
    assert found
    assert resolve(found[0], FRIDAY) == SEEN_FROM_FRIDAY[text]


@pytest.mark.parametrize(
    "text",
    [
        "On Thursday, March 3, 1987 they met; earlier this week, last month and the end of June did not do.",
        "In early October or on 14 May it may march on. The second quarter of 1988, this fall, a week ago, the 1990s.",
        "Two years ago, yesterday, 2014-06-20, mid-July, Sept 13 and 14: nothing at 4.8 pct or 640 kroner.",
    ],
)
def test_the_expression_for_lower_case_finds_the_same(text: str) -> None:
    found = [match.span() for match in DATE_EXPRESSION.finditer(text)]
    assert found
    assert [match.span() for match in LOWER_DATE_EXPRESSION.finditer(text.lower())] == found


def test_there_is_no_year_before_the_first():
    assert resolve("last spring", date(1, 1, 1)) is None
    assert resolve("last spring", date(2, 1, 1)) == "0001-21"
