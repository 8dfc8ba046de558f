"""Days of publication as archives write them; what is not certain is no day."""

from datetime import date, datetime

import pytest

from summariser.archives.dates import day_of

DAY = date(2016, 1, 11)


@pytest.mark.parametrize(
    "value",
    [
        DAY, datetime(2016, 1, 11, 23, 59), 20160111,
        "2016-01-11", "2016-01-11T10:00:00Z", " 2016-01-11 10:00:00.123+02:00", "20160111", "20160111103000",
        "2016/01/11", "11-JAN-2016 10:04:07.81", "Mon, 11 Jan 2016 10:00:00 GMT", "Mon, 11 Jan 2016",
        "11 January 2016", "January 11, 2016", "Jan. 11, 2016 10:30 am", "Monday, January 11, 2016 at 10:30 am EST",
        "11th of January 2016", "11.01.2016", "11.1.2016, 10:30", "Mon Jan 11 10:00:00 2016",
        "Mon Jan 11 10:00:00 UTC 2016",
    ],
)  # fmt: skip
def test_a_day(value):
    assert day_of(value) == DAY


def test_a_day_of_one_digit():
    assert day_of("2-JUN-1987 10:04:07.81") == date(1987, 6, 2)


@pytest.mark.parametrize(("value", "day"), [("25/12/2016", 25), ("12/25/2016 10:30", 25), ("12/12/2016", 12)])
def test_slashes_where_one_reading_is_possible(value, day):
    assert day_of(value) == date(2016, 12, day)


@pytest.mark.parametrize(
    "value",
    [
        "11/01/2016", "11-01-2016", "11/01/16", "2016", "2016-01", "January 2016", "2016-02-30", "0000-00-00",
        "Foo 11, 2016", "yesterday", "2016-01-11 and more", "2016-01-11 to 2016-01-14", "1452470400", 1452470400,
        1452470400.5, True, None, "", [], "2016-01-111", "31 June 2016", "9" * 5000,
    ],
)  # fmt: skip
def test_no_day(value):
    assert day_of(value) is None
