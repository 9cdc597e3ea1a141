"""Date expressions of Arabic news text: days, months, years and intervals, in all the month systems of the press."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from arcorpus.text.value_lexer import NUMBER, Lexeme, cut_off, lexemes
from arcorpus.values.calendars import GREGORIAN, HIJRI, Impossible, interval, iso
from arcorpus.values.date_parts import OF, DateLexemes, Piece
from arcorpus.values.date_phrases import pieces_at
from arcorpus.values.date_words import DateWord, starts

if TYPE_CHECKING:
    from collections.abc import Sequence

_FULL_DAY = re.compile(r"\d{4,}-\d\d-\d\d")
_SAME_DAY = 3  # calendars of one dateline may differ by the sighting of the moon, in days


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date expression, `[start, end)` in code points, and what it means.

    `value` is ISO text as precise as the expression (`2025-01-30`, `2023-06`, `2020`, `--06`, `--02-27`), an interval
    (`2010/2015`), or None when there is no such date; then `problem` says why. `calendar` is that of the text.
    """

    start: int
    end: int
    value: str | None
    problem: str | None = None
    calendar: str = GREGORIAN


def find_dates(text: str) -> tuple[DateMatch, ...]:
    """The date expressions of a text in order, never overlapping.

    A day in digits is read day first (07/10/2020 is 7 October) unless only the other order is a date.

    Args:
        text: any text; nothing is found across a line end.

    >>> [m.value for m in find_dates("من 3 إلى 7 نيسان/أبريل 2020، ثم في تموز")]
    ['2020-04-03/2020-04-07', '--07']
    """
    return dates_in(text, lexemes(text))


def parse_day(text: str) -> DateMatch | None:
    """The first expression of a text that names a full day, None when there is none.

    Of the same day in two calendars the Gregorian expression is taken. When no full day can be had, an impossible one
    is given with its problem.

    Args:
        text: a dateline or any other text.

    >>> parse_day("11 شوال 1441هـ - 03 يونيو 2020م").value
    '2020-06-03'
    """
    found = find_dates(text)
    days = [m for m in found if m.value and _FULL_DAY.fullmatch(m.value)]
    if not days:
        return next((m for m in found if m.problem), None)
    first = days[0]
    if first.calendar == HIJRI:
        return next((m for m in days[1:] if m.calendar == GREGORIAN and _apart(first, m) <= _SAME_DAY), first)
    return first


def _apart(one: DateMatch, other: DateMatch) -> int:
    from datetime import date

    return abs((date.fromisoformat(str(one.value)) - date.fromisoformat(str(other.value))).days)


def dates_in(text: str, words: Sequence[Lexeme]) -> tuple[DateMatch, ...]:
    """The date expressions among the lexemes of a text, as `find_dates` gives them.

    Args:
        text: the text.
        words: its lexemes, or those of a part of it.
    """
    line, pieces, done = DateLexemes(words), list[Piece](), 0
    leading = starts()
    for at, word in enumerate(words):
        if at >= done and (word.kind == NUMBER or word.form in leading):
            found = pieces_at(line, text, at, pieces[-1] if pieces else None)
            pieces += found
            done = found[-1].end if found else at + 1
    return tuple(_match(text, words, piece) for piece in _joined(line, pieces))


class _Link(Enum):
    """How a date is linked to the next one."""

    NONE = auto()
    LIST = auto()
    INTERVAL = auto()


def _joined(line: DateLexemes, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with intervals made of two, and a year that stands once given to the months before it."""
    out: list[Piece] = []
    for piece in reversed(pieces):
        link = _link(line, piece, out[-1]) if out else _Link.NONE
        if link is _Link.NONE:
            out.append(piece)
            continue
        first = _with_year(piece, out[-1])
        if link is _Link.INTERVAL and _fits(first, out[-1]):
            out[-1] = _interval(line, first, out[-1])
        else:
            out.append(first)
    return out[::-1]


def _with_year(piece: Piece, following: Piece) -> Piece:
    """The piece with the year that stands once, after the month or day linked to it."""
    lacks = piece.moment.year is None and following.moment.month is not None and not piece.until
    return piece._replace(moment=piece.moment._replace(year=following.moment.year)) if lacks else piece


def _interval(line: DateLexemes, first: Piece, last: Piece) -> Piece:
    """Two pieces as one interval, «عامي» or «شهري» before them included."""
    header = line.role(first.first - 1, DateWord.YEARS, DateWord.MONTHS)
    if header is None:
        return Piece(first.first, last.end, first.moment, last.moment, first.cut)
    return Piece(first.first - 1, last.end, first.moment, last.moment, header)


def _link(line: DateLexemes, piece: Piece, following: Piece) -> _Link:
    """How a piece is linked to the next: «بين عامي 2010 و2015» is an interval, «أعوام 2010 و2015» a list."""
    gap, form = following.first - piece.end, line.form(piece.end)
    conjoined = following.cut == 1 and line.form(following.first).startswith("و")
    joined = conjoined if gap == 0 else gap == 1 and form in ("و", "او", ",")
    if joined:
        by_and = conjoined or form == "و"
        return _Link.INTERVAL if by_and and _is_between(line, piece) else _Link.LIST
    until = gap == 1 and (form in ("-", "/") or line.role(piece.end, DateWord.TO) is not None)
    return _Link.INTERVAL if until else _Link.NONE


def _is_between(line: DateLexemes, piece: Piece) -> bool:
    """Whether «بين» stands before a piece, or before «عامي» or «شهري» that lead it; «من» joins no و."""
    headed = line.role(piece.first - 1, DateWord.YEARS, DateWord.MONTHS) is not None
    opened = line.role(piece.first - headed - 1, DateWord.BETWEEN) is not None
    return opened and line.form(piece.first - 1) != OF


def _fits(first: Piece, last: Piece) -> bool:
    """Whether two pieces can be the ends of an interval: both days, both months or both years, in order."""
    if first.until or last.until:
        return False
    try:
        interval(first.moment, last.moment)
    except Impossible:
        return False
    return _named(first) == _named(last)


def _named(piece: Piece) -> tuple[bool, bool]:
    """Whether the piece names a month, and a day."""
    return piece.moment.month is None, piece.moment.day is None


def _match(text: str, words: Sequence[Lexeme], piece: Piece) -> DateMatch:
    """The piece as a match."""
    first, end, moment = words[piece.first], words[piece.end - 1].end, piece.moment
    start = cut_off(text, first, piece.cut) if piece.cut else first.start
    try:
        value = interval(moment, piece.until) if piece.until else iso(moment)
    except Impossible as problem:
        return DateMatch(start, end, None, str(problem), moment.calendar)
    return DateMatch(start, end, value, None, moment.calendar)
