"""Dates in digits and marks."""

from __future__ import annotations

import pytest

from arcorpus.text.value_lexer import lexemes
from arcorpus.values.calendars import GREGORIAN, HIJRI, interval, iso
from arcorpus.values.date_parts import DateLexemes
from arcorpus.values.numeric_dates import numeric_date


def read(text, at=0):
    """Value and surface of the date in digits at a lexeme."""
    words = lexemes(text)
    piece = numeric_date(DateLexemes(words), at)
    if piece is None:
        return None
    value = interval(piece.moment, piece.until) if piece.until else iso(piece.moment)
    return value, text[words[piece.first].start : words[piece.end - 1].end]


@pytest.mark.parametrize(
    ("text", "value", "surface"),
    [
        ("07/10/2020", "2020-10-07", "07/10/2020"),
        ("2020-10-07 مساء", "2020-10-07", "2020-10-07"),
        ("17.03.2020", "2020-03-17", "17.03.2020"),
        ("17.03.2020م", "2020-03-17", "17.03.2020م"),
        ("7 / 10 / 2020", "2020-10-07", "7 / 10 / 2020"),
        ("26/10/1436 هـ", "2015-08-11", "26/10/1436 هـ"),
        ("1/9/1445", "2024-03-11", "1/9/1445"),
        ("5/1/20", None, None),
        ("05/01/20", "2020-01-05", "05/01/20"),
        ("7/10/2020.", "2020-10-07", "7/10/2020"),
        ("7/10/2020 / 5", "2020-10-07", "7/10/2020"),
        ("7/10/2020/5", None, None),
        ("1.2.2020.5", None, None),
        ("05 - 01 - 20", None, None),
        ("7/10-2020", None, None),
        ("06/2023", "2023-06", "06/2023"),
        ("2023-06", "2023-06", "2023-06"),
        ("12/2023", "2023-12", "12/2023"),
        ("01/2023", "2023-01", "01/2023"),
        ("13/2023", None, None),
        ("00/2023", None, None),
        ("6/2023", None, None),
        ("06 /2023", None, None),
        ("06/ 2023", None, None),
        ("06/1899", None, None),
        ("06/2099", "2099-06", "06/2099"),
        ("06/2100", None, None),
        ("2019/2020", "2019/2020", "2019/2020"),
        ("2019-20", "2019/2020", "2019-20"),
        ("2019/21", None, None),
        ("2019 -20", None, None),
        ("1999/00", "1999/2000", "1999/00"),
        ("2020/2019", "2019/2020", "2020/2019"),
        ("2020-2019", None, None),
        ("2020/2018", None, None),
        ("2020/2020", None, None),
        ("1936 - 1939", "1936/1939", "1936 - 1939"),
        ("2010 -2030", "2010/2030", "2010 -2030"),
        ("2010 -2031", None, None),
        ("1901-2000", "1901/2000", "1901-2000"),
        ("1900-2000", None, None),
        ("2019:2020", None, None),
        ("2019/2020/2021", None, None),
        ("2019/x", None, None),
        ("2019", None, None),
        ("192.168.1.2020", None, None),
    ],
)
def test_days_months_and_periods_in_digits(text, value, surface):
    """Marks, spaces and lengths tell a day from a month, a period and a number of another kind."""
    assert read(text) == (None if value is None else (value, surface))


@pytest.mark.parametrize(
    ("text", "calendar"), [("7/10/1436 هـ", HIJRI), ("7/10/2020 م", GREGORIAN), ("7/10/1436", HIJRI)]
)
def test_the_calendar_is_told_by_the_mark_or_the_year(text, calendar):
    """Of 1343-1500 a year is Hijri without a mark too."""
    piece = numeric_date(DateLexemes(lexemes(text)), 0)
    assert piece.moment.calendar == calendar
