"""Days, months, years and intervals as ISO text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.values.calendars import HIJRI, Impossible, Moment, interval, iso, numeric_moment


@pytest.mark.parametrize(
    ("moment", "value"),
    [
        (Moment(2025, 1, 30), "2025-01-30"),
        (Moment(2023, 6), "2023-06"),
        (Moment(2020), "2020"),
        (Moment(622), "0622"),
        (Moment(month=6), "--06"),
        (Moment(month=2, day=29), "--02-29"),
        (Moment(2024, 2, 29), "2024-02-29"),
        (Moment(1441, 10, 11, HIJRI), "2020-06-03"),
        (Moment(1445, 9, calendar=HIJRI), "2024-03-11/2024-04-09"),
        (Moment(1441, calendar=HIJRI), "2019-08-31/2020-08-19"),
        (Moment(1500, 12, calendar=HIJRI), "2077-10-18/2077-11-16"),
    ],
)
def test_moments_are_as_precise_as_they_are(moment, value):
    """A moment keeps its precision; a Hijri month or year is an interval of Gregorian days."""
    assert iso(moment) == value


@pytest.mark.parametrize(
    ("moment", "problem"),
    [
        (Moment(2020, 4, 31), "there is no 31 April"),
        (Moment(month=2, day=30), "there is no 30 February"),
        (Moment(2023, 2, 29), "there is no 29 February 2023"),
        (Moment(2020, 13, 1), "there is no month 13"),
        (Moment(2020, 1, 0), "there is no 0 January"),
        (Moment(0), "there is no year 0"),
        (Moment(1600, 9, 1, HIJRI), "the Hijri year 1600 is outside 1343–1500"),
        (Moment(1441, 10, 30, HIJRI), "there is no day 30 in month 10 of the Hijri year 1441"),
    ],
)
def test_impossible_dates_say_why(moment, problem):
    """A date that its calendar does not have is refused with a sentence."""
    with pytest.raises(Impossible, match=problem):
        iso(moment)


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        (Moment(2010), Moment(2015), "2010/2015"),
        (Moment(month=1), Moment(2020, 3), "2020-01/2020-03"),
        (Moment(day=3), Moment(2020, 5, 7), "2020-05-03/2020-05-07"),
        (Moment(month=12, day=28), Moment(month=1, day=3), "--12-28/--01-03"),
    ],
)
def test_intervals_take_what_is_left_open_from_their_end(first, last, value):
    """The first moment of an interval has the year and month of the last where it names none."""
    assert interval(first, last) == value


def test_intervals_do_not_end_before_they_begin():
    """An interval that runs backwards, or from one calendar into the other, is refused."""
    with pytest.raises(Impossible, match="ends"):
        interval(Moment(2015), Moment(2010))
    with pytest.raises(Impossible, match="calendar"):
        interval(Moment(1441, calendar=HIJRI), Moment(2020))


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        ("07/10/2020", "2020-10-07"),
        ("2020/10/07", "2020-10-07"),
        ("12/25/2019", "2019-12-25"),
        ("17/03/20", "2020-03-17"),
        ("17/03/98", "1998-03-17"),
        ("7/10/1436", "2015-07-23"),
        ("1436/10/7", "2015-07-23"),
    ],
)
def test_numeric_dates_are_day_first(parts, value):
    """Numbers are day, month, year unless only another order is a date; years of 1343-1500 are Hijri."""
    assert iso(numeric_moment(parts.split("/"))) == value


@pytest.mark.parametrize("parts", ["1/2/3", "192/168/2020", "3/4/12345", "1/2/9000", "a/b/2020", "1/5/67"])
def test_other_numbers_are_no_dates(parts):
    """Three numbers that fit no day are no date."""
    assert numeric_moment(parts.split("/")) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_survives_numeric_writing(day):
    """A day written as numbers, day first, is that day."""
    assert iso(numeric_moment([f"{day.day:02}", f"{day.month:02}", str(day.year)])) == day.isoformat()


@given(st.dates(min_value=date(1925, 1, 1), max_value=date(2076, 12, 31)))
def test_hijri_conversion_agrees_with_the_tables(day):
    """Every Gregorian day that the tables hold comes back from its Hijri day."""
    from hijridate import Gregorian

    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    assert iso(Moment(hijri.year, hijri.month, hijri.day, HIJRI)) == day.isoformat()
