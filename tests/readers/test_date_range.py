"""The days between which an article is wanted: whole days, months and years, the limits included."""

from __future__ import annotations

import pytest

from arcorpus.errors import UsageError
from arcorpus.readers.date_range import DateRange, date_range, has_year


@pytest.mark.parametrize(
    ("since", "until", "date", "wanted"),
    [
        ("2024-02-01", None, "2024-02-01", True),
        ("2024-02-01", None, "2024-01-31", False),
        ("2024-02-01", None, "2024", True),
        (None, "2024-02-29", "2024-02-29", True),
        (None, "2024-02-29", "2024-03", False),
        (None, "2024-02-29", "2024-02", True),
        (None, None, "1999", True),
        ("2024-02-01", "2024-02-29", "2024-03-01", False),
    ],
)
def test_overlaps(since, until, date, wanted):
    """A date lies within when any of its days does."""
    assert DateRange(since, until).overlaps(date) is wanted


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, DateRange()),
        ("2024", None, DateRange("2024-01-01")),
        ("2024-02", "2024-03", DateRange("2024-02-01", "2024-03-31")),
        ("1 فبراير 2024", "1 فبراير 2024", DateRange("2024-02-01", "2024-02-01")),
    ],
)
def test_limits(since, until, expected):
    """A limit of a year or month is its first or last day."""
    assert date_range(since, until) == expected


@pytest.mark.parametrize(
    ("since", "until", "message"),
    [
        ("soon", None, "--since 'soon' is no date .*; write it like"),
        (None, "2024-02-30", "there is no date «2024-02-30»"),
        ("2025", "2024", "--since 2025 lies after --until 2024"),
    ],
)
def test_limits_that_are_none(since, until, message):
    """A limit that is no date, or limits the wrong way round, are wrong usage."""
    with pytest.raises(UsageError, match=message):
        date_range(since, until)


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2024-02", True), ("--02-01", False), ("2024-01-01/2024-01-03", False), (None, False), ("", False)],
)
def test_has_year(date, expected):
    """A day without a year and an interval cannot be compared."""
    assert has_year(date) is expected
