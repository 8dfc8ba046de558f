"""EDTF: what is one, and which days it can mean."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.language.edtf import EDTF_PATTERN, bounds, is_edtf

VALID: dict[str, tuple[str | None, str | None]] = {
    "2019": ("2019-01-01", "2019-12-31"),
    "2019-10": ("2019-10-01", "2019-10-31"),
    "2020-02-29": ("2020-02-29", "2020-02-29"),
    "2019?": ("2019-01-01", "2019-12-31"),
    "2019-10~": ("2019-10-01", "2019-10-31"),
    "2019-10-28%": ("2019-10-28", "2019-10-28"),
    "201X": ("2010-01-01", "2019-12-31"),
    "19XX-02-29": ("1900-02-28", "1999-02-28"),
    "2019-10-XX": ("2019-10-01", "2019-10-31"),
    "2019-1X": ("2019-10-01", "2019-12-31"),
    "2019-10-3X": ("2019-10-30", "2019-10-31"),
    "XXXX-10": (None, None),
    "XXXX-02-29": (None, None),
    "1987-23": ("1987-09-01", "1987-11-30"),
    "2019-24": ("2019-12-01", "2020-02-29"),
    "9999-24": ("9999-12-01", "9999-12-31"),
    "2019-35": ("2019-07-01", "2019-09-30"),
    "2019-10-01/2019-10-10~": ("2019-10-01", "2019-10-10"),
    "2018/2019-03": ("2018-01-01", "2019-03-31"),
    "2019/": ("2019-01-01", None),
    "2019/..": ("2019-01-01", None),
    "/2019": (None, "2019-12-31"),
    "../2019-10": (None, "2019-10-31"),
}

INVALID = [
    "", "/", "..", "../..", "2019-13", "2019-00", "2019-1", "2019-02-29", "2019-10-00", "2019-10-32", "2019-10-4X",
    "2019-02-3X", "XXXX-02-30", "2019-21-05", "2019-40", "0000", "2019/2018", "2019-10-10/2019-10-01",
    "2019/2020/2021", "2019-10-01T10:00", "October 2019", "last month", "10/28/2019", "20191028", " 2019", "2019\n",
    "２０１９", "2019-10-01 to 2019-10-10",
]  # fmt: skip


@pytest.mark.parametrize("value", VALID)
def test_bounds(value: str) -> None:
    assert is_edtf(value)
    first, last = VALID[value]
    assert bounds(value) == (first and date.fromisoformat(first), last and date.fromisoformat(last))


@pytest.mark.parametrize("value", INVALID)
def test_what_is_none(value: str) -> None:
    assert not is_edtf(value)
    with pytest.raises(ValueError, match="is no date in EDTF"):
        bounds(value)


@pytest.mark.parametrize("value", VALID)
def test_the_pattern_of_the_schema_takes_every_valid_one(value: str) -> None:
    assert re.fullmatch(EDTF_PATTERN, value)


@given(st.from_regex(EDTF_PATTERN, fullmatch=True))
def test_whatever_the_pattern_takes_is_judged(value: str) -> None:
    if is_edtf(value):
        first, last = bounds(value)
        assert first is None or last is None or first <= last


@given(st.text(alphabet="0123456789X-/.~?%"))
def test_what_is_edtf_fits_the_pattern(value: str) -> None:
    assert not is_edtf(value) or re.fullmatch(EDTF_PATTERN, value)


@given(st.dates())
def test_a_day_means_itself(day: date) -> None:
    assert bounds(day.isoformat()) == (day, day)
