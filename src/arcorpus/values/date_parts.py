"""The parts of dates as they stand in a text: a day's number, a month's name, a year with its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from arcorpus.text.value_lexer import NUMBER, Lexeme
from arcorpus.values.calendars import HIJRI, HIJRI_YEARS, Moment
from arcorpus.values.date_words import DateWord, Month, months, roles
from arcorpus.values.numerals import cardinal

if TYPE_CHECKING:
    from collections.abc import Sequence

YEAR_DIGITS = 4
DAY_DIGITS = 2
LAST_DAY = 31
CENTURY = 100
NEWS_YEARS = range(1900, 2100)
"""A number alone is a year only in this range."""
MARKED_YEARS = range(1000, 2200)
"""Four digits where a year is expected, and a year in words."""
OF = "من"
"""«of» and «from»."""
_HEADED_YEARS = range(100, 2200)  # after «عام»
_NEAR_HIJRI = range(HIJRI_YEARS[0] - 50, HIJRI_YEARS[1] + 101)  # Hijri years without هـ, also some that have no table


class Piece(NamedTuple):
    """One named moment between two lexemes."""

    first: int  # the index of its first lexeme
    end: int  # the index after its last one
    moment: Moment
    until: Moment | None = None  # the end of an interval
    cut: int = 0  # attached letters of the first lexeme that stay outside


class MonthAt(NamedTuple):
    """A month's name and the index after its last lexeme."""

    month: Month
    end: int


class YearAt(NamedTuple):
    """A year and the index after its last lexeme."""

    moment: Moment
    end: int


class _NumberAt(NamedTuple):
    """A whole number and the index after its last lexeme."""

    value: int
    end: int


class DateLexemes:
    """The lexemes of a text, asked for the parts of dates; a place outside the text holds nothing."""

    def __init__(self, words: Sequence[Lexeme]) -> None:
        self.words = words

    def form(self, at: int) -> str:
        """The folded form of the lexeme at `at`."""
        return self.words[at].form if 0 <= at < len(self.words) else ""

    def spaced(self, at: int) -> bool:
        """Whether a space stands before the lexeme at `at`."""
        return 0 <= at < len(self.words) and self.words[at].spaced

    def role(self, at: int, *names: DateWord) -> int | None:
        """How many letters are attached before the word at `at` when it has one of these roles, else None."""
        found = roles().get(self.form(at))
        return next((found[name] for name in names if name in found), None) if found else None

    def digits(self, at: int, most: int) -> int | None:
        """The whole number in plain digits at a lexeme, None when there is none or it has more than `most` digits."""
        form = self.form(at)
        whole = 0 <= at < len(self.words) and self.words[at].kind == NUMBER and form.isdigit() and len(form) <= most
        return int(form) if whole else None

    def month(self, at: int) -> MonthAt | None:
        """The month named at a lexeme, with a second name of the same month: «نيسان/أبريل», «يناير (كانون الثاني)»."""
        found = self._month_name(at)
        if found is None:
            return None
        month, end = found
        mark = self.form(end)
        second = self._month_name(end + (mark in ("/", "-", "(")))
        if second is None or second.month.cut or not _is_same(month, second.month):
            return found
        if mark == "(":
            return MonthAt(month._replace(evidence="bare"), second.end + 1) if self.form(second.end) == ")" else found
        return MonthAt(month._replace(evidence="bare"), second.end)

    def _month_name(self, at: int) -> MonthAt | None:
        for month in months().get(self.form(at), ()):
            end = at + 1 + len(month.tail)
            if month.tail == tuple(word.form for word in self.words[at + 1 : end]):
                return MonthAt(month, end)
        return None

    def year(self, at: int, *, headed: bool = False) -> YearAt | None:
        """The year written at a lexeme, with م or هـ after it.

        Args:
            at: the index of its first lexeme.
            headed: whether «عام» or the like stands before: then it may be short, in brackets or in words.
        """
        number = self._year_number(at, headed=headed)
        if number is None:
            return None
        year, end = number
        if self.role(end, DateWord.HIJRI_YEAR) == 0:
            return YearAt(Moment(year, calendar=HIJRI), end + 1)
        if self.role(end, DateWord.GREGORIAN_YEAR) == 0:
            return YearAt(Moment(year), end + 1)
        return YearAt(Moment(year), end) if year in (_HEADED_YEARS if headed else MARKED_YEARS) else None

    def _year_number(self, at: int, *, headed: bool) -> _NumberAt | None:
        bracketed = headed and self.form(at) == "(" and self.form(at + 2) == ")"
        number = self.digits(at + bracketed, YEAR_DIGITS)
        if number is not None:
            whole = headed or len(self.form(at)) == YEAR_DIGITS
            return _NumberAt(number, at + (3 if bracketed else 1)) if whole and number else None
        words = cardinal(self.words, at) if headed else None
        if words is None or not words.words or words.definite:
            return None
        return _NumberAt(int(words.value), words.end) if words.value in MARKED_YEARS else None

    def year_of_month(self, at: int, calendar: str) -> YearAt | None:
        """The year that belongs to the month before `at`: after a comma, من, عام or nothing.

        Args:
            at: the index after the month.
            calendar: the month's.
        """
        if self.form(at) in (",", "/", "-", "."):
            at += 1
        at += self.form(at) == OF
        headed = self.role(at, DateWord.YEAR) is not None
        found = self.year(at + headed, headed=headed)
        if found is None or calendar == found.moment.calendar:
            return found
        return found if calendar == HIJRI and found.moment.year in _NEAR_HIJRI else None


def _is_same(one: Month, other: Month) -> bool:
    return (one.number, one.calendar) == (other.number, other.calendar)
