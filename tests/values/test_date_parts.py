"""The parts of dates where they stand."""

from __future__ import annotations

import pytest

from arcorpus.text.value_lexer import lexemes
from arcorpus.values.calendars import GREGORIAN, HIJRI, Moment
from arcorpus.values.date_parts import DateLexemes
from arcorpus.values.date_words import DateWord


def line(text):
    """The lexemes of a text."""
    return DateLexemes(lexemes(text))


@pytest.mark.parametrize(
    ("text", "number", "end"),
    [
        ("نيسان/أبريل 2020", 4, 3),
        ("نيسان أبريل", 4, 2),
        ("يناير (كانون الثاني) 2015", 1, 5),
        ("يناير (كانون الثاني", 1, 1),
        ("يناير - كانون الثاني", 1, 4),
        ("كانون الثاني", 1, 2),
        ("كانون الأول", 12, 2),
        ("يناير/فبراير", 1, 1),
        ("يناير وكانون الثاني", 1, 1),
        ("يناير/رجب", 1, 1),
        ("January 2020", 1, 1),
    ],
)
def test_a_month_takes_its_second_name(text, number, end):
    """Two names of one month are one month, in marks, brackets or side by side; another month stays outside."""
    found = line(text).month(0)
    assert (found.month.number, found.end) == (number, end)


def test_two_names_are_surely_a_month():
    """«نيسان» alone may be a car; beside «أبريل» it is a month."""
    assert line("نيسان").month(0).month.evidence == "context"
    assert line("نيسان/أبريل").month(0).month.evidence == "bare"
    assert line("نيسان (أبريل)").month(0).month.evidence == "bare"
    assert line("كتاب").month(0) is None
    assert line("").month(0) is None


@pytest.mark.parametrize(
    ("text", "headed", "moment", "end"),
    [
        ("2020", False, Moment(2020), 1),
        ("2020م", False, Moment(2020), 2),
        ("1441هـ", False, Moment(1441, calendar=HIJRI), 2),
        ("1000", False, Moment(1000), 1),
        ("2199", False, Moment(2199), 1),
        ("2200", False, None, 0),
        ("0999", False, None, 0),
        ("0000 م", False, None, 0),
        ("632", False, None, 0),
        ("632", True, Moment(632), 1),
        ("99", True, None, 0),
        ("100", True, Moment(100), 1),
        ("40 هـ", True, Moment(40, calendar=HIJRI), 2),
        ("(1895)", True, Moment(1895), 3),
        ("(1895)", False, None, 0),
        ("(1895", True, None, 0),
        ("ألفين وعشرين", True, Moment(2020), 2),
        ("ألفين وعشرين", False, None, 0),
        ("خمسين", True, None, 0),
        ("نصف", True, None, 0),
        ("الألفين", True, None, 0),
        ("20200", True, None, 0),
    ],
)
def test_years(text, headed, moment, end):
    """A year alone has four digits; after «عام» it may be short, in brackets or in words."""
    found = line(text).year(0, headed=headed)
    assert (found and tuple(found)) == (moment and (moment, end))


@pytest.mark.parametrize(
    ("text", "calendar", "year"),
    [
        ("2020", GREGORIAN, 2020),
        (", 2020", GREGORIAN, 2020),
        ("/2020", GREGORIAN, 2020),
        ("من 2020", GREGORIAN, 2020),
        ("من عام 2020", GREGORIAN, 2020),
        (", من سنة 2020", GREGORIAN, 2020),
        ("عام 632", GREGORIAN, 632),
        ("في 2020", GREGORIAN, None),
        ("1441هـ", GREGORIAN, None),
        ("1441هـ", HIJRI, 1441),
        ("1441", HIJRI, 1441),
        ("1293", HIJRI, 1293),
        ("1292", HIJRI, None),
        ("1600", HIJRI, 1600),
        ("1601", HIJRI, None),
        ("1250هـ", HIJRI, 1250),
        ("2020", HIJRI, None),
    ],
)
def test_the_year_of_a_month(text, calendar, year):
    """After a mark, «من» or «عام» the month's year follows, if it can be one of its calendar."""
    found = line(text).year_of_month(0, calendar)
    assert (found and found.moment.year) == year


def test_places_outside_the_text_hold_nothing():
    """Before the first and after the last lexeme there is no form, role, number or space."""
    one = line("عام")
    for at in (-1, 1):
        assert one.form(at) == ""
        assert not one.spaced(at)
        assert one.role(at, DateWord.YEAR) is None
        assert one.digits(at, 4) is None
    assert line("2020").digits(-1, 4) is None


def test_roles_tell_what_is_attached():
    """A role is given with the letters before the word; one that the word has not is none."""
    assert line("لعام").role(0, DateWord.YEAR) == 1
    assert line("للعام").role(0, DateWord.YEAR) == 0
    assert line("عام").role(0, DateWord.MONTH, DateWord.YEAR) == 0
    assert line("عام").role(0, DateWord.MONTH) is None


def test_digits_are_plain_and_few():
    """A number with marks, or with more digits than asked for, is none."""
    assert (line("12").digits(0, 2), line("123").digits(0, 2), line("1.5").digits(0, 4)) == (12, None, None)
