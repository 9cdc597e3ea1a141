"""Dates in digits and marks alone: 07/10/2020, 17.03.2020, 06/2023, the season 2019/20."""

from __future__ import annotations

from arcorpus.values.calendars import HIJRI, MONTHS, Moment, numeric_moment
from arcorpus.values.date_parts import CENTURY, DAY_DIGITS, NEWS_YEARS, YEAR_DIGITS, DateLexemes, Piece
from arcorpus.values.date_words import DateWord

_DOTS = 2  # between three numbers
_LONGEST_RANGE = 20  # years of the longest period whose mark has a space on one side only
_ANY_NUMBER = 9  # digits of a number that would go on after a date


def numeric_date(line: DateLexemes, at: int) -> Piece | None:
    """The day, month or period whose first number stands at a lexeme, None when there is none."""
    if line.form(at).count(".") == _DOTS:
        return _day(line, at, line.form(at).split("."), at + 1)
    mark = line.form(at + 1)
    if mark not in ("/", "-"):
        return None
    if line.form(at + 3) != mark:
        return _month_and_year(line, at) or _period(line, at)
    parts = [line.form(at), line.form(at + 2), line.form(at + 4)]
    apart = any(line.spaced(place) for place in range(at + 1, at + 5))
    if apart and max(map(len, parts)) != YEAR_DIGITS:
        return None  # «3 - 1 - 2»
    return _day(line, at, parts, at + 5)


def _day(line: DateLexemes, at: int, parts: list[str], end: int) -> Piece | None:
    """07/10/2020, 2020-10-07, 17.03.2020; the calendar by the mark هـ or the year."""
    moment = numeric_moment(parts)
    goes_on = line.form(end) in ("/", ".") and not line.spaced(end) and line.digits(end + 1, _ANY_NUMBER)
    if moment is None or goes_on:  # 192.168.1.2020 is no day
        return None
    if line.role(end, DateWord.HIJRI_YEAR) == 0:
        return Piece(at, end + 1, moment._replace(calendar=HIJRI))
    return Piece(at, end + (line.role(end, DateWord.GREGORIAN_YEAR) == 0), moment)


def _month_and_year(line: DateLexemes, at: int) -> Piece | None:
    """06/2023 and 2023-06, without spaces."""
    parts = (line.form(at), line.form(at + 2))
    if {len(part) for part in parts} != {DAY_DIGITS, YEAR_DIGITS} or not all(part.isdigit() for part in parts):
        return None
    if line.spaced(at + 1) or line.spaced(at + 2):
        return None
    month, year = sorted(map(int, parts))
    return Piece(at, at + 3, Moment(year, month)) if 1 <= month <= MONTHS and year in NEWS_YEARS else None


def _period(line: DateLexemes, at: int) -> Piece | None:
    """2019/2020, 2019-20, also typed 2020/2019: the years of a season or a period."""
    first, last = line.digits(at, YEAR_DIGITS), _last_year(line, at)
    if first is None or last is None or not {first, last} <= set(NEWS_YEARS):
        return None
    if last == first - 1 and line.form(at + 1) == "/":
        first, last = last, first
    one_sided = line.spaced(at + 1) != line.spaced(at + 2)
    longest = _LONGEST_RANGE if one_sided else CENTURY - 1
    return Piece(at, at + 3, Moment(first), Moment(last)) if first < last <= first + longest else None


def _last_year(line: DateLexemes, at: int) -> int | None:
    """The second year of a period; 20 after 2019 is 2020."""
    first, last = line.digits(at, YEAR_DIGITS), line.digits(at + 2, YEAR_DIGITS)
    if first is None or last is None or len(line.form(at + 2)) != DAY_DIGITS:
        return last
    apart = line.spaced(at + 1) or line.spaced(at + 2)
    return first + 1 if not apart and last == (first + 1) % CENTURY else None
