"""Numbers are read for their value, however newsrooms write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.language.numbers import numbers

TABLE = {
    # digits
    "1,200": [1200],
    "12,345,678.5 dlrs": ["12345678.5"],
    "40 pct": [40],
    "40 per cent": [40],
    "2.5bn": [2_500_000_000],
    "$2.5 billion": [2_500_000_000],
    "£800m": [800_000_000],
    "8-mln dlrs": [8_000_000],
    "8 mln dlrs": [8_000_000],
    "a 5-million-dlr loan": [5_000_000],
    "$1.2 trillion": [1_200_000_000_000],
    "300p": [300],
    "the 21st": [21],
    "a 48-hour strike": [48],
    "Boeing 747s": [747],
    "a 2-1 win": [2, 1],
    "9/11": [9, 11],
    "Sept 13, 2019": [13, 2019],
    "in 2019 100 people": [2019, 100],
    # fractions
    "3-1/2 pct": ["3.5"],
    "3 1/2 pct": ["3.5"],
    "3½ pct": ["3.5"],
    "5/8 point": ["0.625"],
    "½ million": [500_000],
    # ranges share their scale
    "24 to 28 million": [24_000_000, 28_000_000],
    "24-28 mln": [24_000_000, 28_000_000],
    "between 24 and 28 million": [24_000_000, 28_000_000],
    "5 and 28 million": [5, 28_000_000],
    "from 900 to 1.2 million": [900, 1_200_000],
    # words
    "twenty-one": [21],
    "two and a half billion": [2_500_000_000],
    "two-and-a-half years": ["2.5"],
    "a million and a half": [1_500_000],
    "half a million": [500_000],
    "one hundred and five": [105],
    "fifty-five thousand": [55_000],
    "three million two hundred thousand": [3_200_000],
    "two thousand and five": [2005],
    "two, three and four": [2, 3, 4],
    "two and three": [2, 3],
    "twenty five and six": [25, 6],
    "eleven of the thirty-one": [11, 31],
    "nine of ten": [9, 10],
    "two dozen": [24],
    "hundreds": [100],
    "the third round": [3],
    "the forty-second day": [42],
    "the twentieth": [20],
    # mostly words, not numbers
    "one of the first, a second ago": [],
    "half the town": [],
    "the G7": [],
    "": [],
}


@pytest.mark.parametrize("text", TABLE)
def test_values(text: str) -> None:
    assert numbers(text) == {Decimal(value) for value in TABLE[text]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$2.5bn", "2,500,000,000 dollars"),
        ("8-mln", "eight million"),
        ("forty pct", "40 %"),
        ("2-1/2 mln", "2,500,000"),
    ],
)
def test_two_notations_of_one_value_are_equal(one: str, other: str) -> None:
    assert numbers(one) == numbers(other)


@given(st.integers(min_value=2, max_value=10**12))
def test_grouped_and_plain_digits_are_equal(value: int) -> None:
    assert numbers(f"{value:,}") == numbers(str(value)) == {Decimal(value)}


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert all(value.is_finite() for value in numbers(text))
