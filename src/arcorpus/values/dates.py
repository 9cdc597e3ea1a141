"""Date expressions of Arabic news text: days, months, years and intervals, in all the month systems of the press."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.text.value_lexer import LATIN, NUMBER, WORD, Lexeme, cut_off, lexemes
from arcorpus.values.calendars import GREGORIAN, HIJRI, HIJRI_YEARS, Impossible, Moment, interval, iso, numeric_moment
from arcorpus.values.date_words import Month, months, roles, starts
from arcorpus.values.numerals import cardinal, ordinal, ordinal_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

_YEAR_DIGITS = 4
_DAY_DIGITS = 2
_LAST_DAY = 31
_MONTHS = 12
_NEWS_YEARS = range(1900, 2100)  # a bare number is a year only in this range
_CENTURY = 100
_PLAN = 20  # the longest period whose mark has a space on one side only
_MOST_LEADS = 3  # «منتصف شهر يونيو», «صباح يوم الخميس الموافق …»
_MOST_DAYS = 8  # listed before one month
_ORDINAL_SUFFIXES = ("st", "nd", "rd", "th")
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


class _Piece(NamedTuple):
    """One named moment between two lexemes, `first` to before `end`; `until` is the end of an interval."""

    first: int
    end: int
    moment: Moment
    until: Moment | None = None
    cut: int = 0  # attached letters of the first lexeme that stay outside


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
    pieces: list[_Piece] = []
    leading, done, reader = starts(), 0, _Reader(text, words)
    for at, word in enumerate(words):
        if at >= done and (word.kind == NUMBER or word.form in leading):
            found = reader.pieces(at, pieces[-1] if pieces else None)
            pieces += found
            done = found[-1].end if found else at + 1
    return tuple(reader.match(piece) for piece in reader.joined(pieces))


class _Reader:
    """The grammar of date expressions over the lexemes of one text."""

    def __init__(self, text: str, words: Sequence[Lexeme]) -> None:
        self.text = text
        self.words = words
        self.depth = 0  # how many words now lead what is being read

    # what stands at a lexeme

    def form(self, at: int) -> str:
        return self.words[at].form if 0 <= at < len(self.words) else ""

    def role(self, at: int, *names: str) -> int | None:
        """How many letters are attached before the word at `at` when it has one of these roles, else None."""
        found = roles().get(self.form(at))
        return next((found[name] for name in names if name in found), None) if found else None

    def digits(self, at: int, most: int) -> int | None:
        """The whole number in plain digits at a lexeme, None when there is none or it has more than `most` digits."""
        form = self.form(at)
        whole = 0 <= at < len(self.words) and self.words[at].kind == NUMBER and form.isdigit() and len(form) <= most
        return int(form) if whole else None

    def month(self, at: int) -> tuple[Month, int] | None:
        """The month named at a lexeme and the index after it, a second name of the same month included."""
        found = self._month_name(at)
        if found is None:
            return None
        month, end = found
        mark = self.form(end)
        second = self._month_name(end + (mark in ("/", "-", "(")))
        if second and second[0][2:4] == month[2:4] and not second[0].cut:
            closed = mark == "(" and self.form(second[1]) == ")"
            if mark != "(" or closed:
                return month._replace(evidence="bare"), second[1] + closed
        return month, end

    def _month_name(self, at: int) -> tuple[Month, int] | None:
        for month in months().get(self.form(at), ()):
            end = at + 1 + len(month.tail)
            if month.tail == tuple(word.form for word in self.words[at + 1 : end]):
                return month, end
        return None

    def year(self, at: int, *, headed: bool = False) -> tuple[Moment, int] | None:
        """The year written at a lexeme, with م or هـ after it, and the index after that."""
        bracketed = headed and self.form(at) == "(" and self.form(at + 2) == ")"
        number = self.digits(at + bracketed, _YEAR_DIGITS)
        end = at + (3 if bracketed else 1)
        if number is None and headed and (words := cardinal(self.words, at)) and words.words and not words.definite:
            number, end = _whole_year(words.value), words.end
        if number is None or (len(self.form(at)) < _YEAR_DIGITS and not headed) or number < 1:
            return None
        if self.role(end, "hijri") == 0:
            return Moment(number, calendar=HIJRI), end + 1
        if self.role(end, "anno") == 0:
            return Moment(number), end + 1
        return (Moment(number), end) if number in range(100 if headed else 1000, 2200) else None

    # expressions

    def pieces(self, at: int, before: _Piece | None) -> list[_Piece]:
        """The moments named by the expression that begins at a lexeme, [] when none does."""
        word = self.words[at]
        if word.kind == NUMBER:
            numeric = self._numeric(at)
            numeric = numeric or self._season(at)
            days = [numeric] if numeric else self._days(at)
            if days:
                return days
            piece = self._bare_year(at, before)
            return [piece] if piece else []
        if word.kind not in (WORD, LATIN):
            return []
        piece = self._month_first(at, before) if word.form in months() else None
        if piece is None and word.form in roles():
            piece = self._led(at) or self._headed(at) or self._decade(at) or self._share(at)
        if piece is None and word.form in ordinal_words():
            piece = self._ordinal_day(at)
        return [piece] if piece else []

    def _numeric(self, at: int) -> _Piece | None:
        """07/10/2020, 2020-10-07, 17.03.2020; the calendar by the mark هـ or the year."""
        form = self.form(at)
        if form.count(".") == 2:  # noqa: PLR2004 - three numbers
            parts, end = form.split("."), at + 1
        else:
            mark = self.form(at + 1)
            if mark not in ("/", "-") or self.form(at + 3) != mark:
                return self._month_and_year(at)
            parts, end = [self.form(at), self.form(at + 2), self.form(at + 4)], at + 5
            if any(word.spaced for word in self.words[at + 1 : at + 5]) and max(map(len, parts)) != _YEAR_DIGITS:
                return None
        moment = numeric_moment(parts)
        if moment is None or (self.form(end) in ("/", ".") and not self.words[end].spaced and self.digits(end + 1, 9)):
            return None
        if self.role(end, "hijri") == 0:
            return _Piece(at, end + 1, moment._replace(calendar=HIJRI))
        return _Piece(at, end + (self.role(end, "anno") == 0), moment)

    def _month_and_year(self, at: int) -> _Piece | None:
        """06/2023 and 2023-06, without spaces."""
        if self.form(at + 1) not in ("/", "-") or self.form(at + 3) == self.form(at + 1):
            return None
        parts = (self.form(at), self.form(at + 2))
        if {len(p) for p in parts} != {2, 4} or not all(p.isdigit() for p in parts):
            return None
        if self.words[at + 1].spaced or self.words[at + 2].spaced:
            return None
        month, year = sorted(map(int, parts))
        if not 1 <= month <= _MONTHS or year not in _NEWS_YEARS:
            return None
        return _Piece(at, at + 3, Moment(year, month))

    def _season(self, at: int) -> _Piece | None:
        """2019/2020, 2019-20, also typed 2020/2019: the years of a season or a period."""
        first, last = self.digits(at, _YEAR_DIGITS), self.digits(at + 2, _YEAR_DIGITS)
        if first not in _NEWS_YEARS or self.form(at + 1) not in ("/", "-") or self.role(at - 1, "year"):
            return None
        if first is None or last is None:
            return None
        apart = self.words[at + 1].spaced or self.words[at + 2].spaced
        if len(self.form(at + 2)) == _DAY_DIGITS and not apart and last == (first + 1) % _CENTURY:
            last = first + 1
        if last not in _NEWS_YEARS or self.form(at + 3) == self.form(at + 1):
            return None
        if last == first - 1 and self.form(at + 1) == "/":
            first, last = last, first
        one_sided = self.words[at + 1].spaced != self.words[at + 2].spaced
        if not first < last < first + _CENTURY or (one_sided and last > first + _PLAN):
            return None
        return _Piece(at, at + 3, Moment(first), Moment(last))

    def _days(self, at: int, listed: int = 0) -> list[_Piece]:
        """«30 يناير 2025», «3-7 يونيو», «5 و6 مايو»: a day before its month, with the days before it."""
        day = self.digits(at, _DAY_DIGITS)
        if day is None:
            return []
        end = at + 1
        if self.form(end) in _ORDINAL_SUFFIXES and not self.words[end].spaced:
            end += 1
        piece = self._after_day(at, end, day)
        if piece or day > _LAST_DAY or not day:
            return [piece] if piece else []
        link = self.form(end)
        if link not in ("-", "و", "او") and self.role(end, "to") is None:
            return []
        more = listed < _MOST_DAYS and self.digits(end + 1, _DAY_DIGITS)
        rest = self._days(end + 1, listed + 1) if more else []
        if not rest or rest[0].until:
            return []
        head, last = Moment(day=day), rest[0].moment
        if link in ("و", "او") and self.role(at - 1, "between") is None:
            first = _Piece(at, end, last._replace(day=day))
            return [first, *rest]
        return [_Piece(at, rest[0].end, head, last)] if len(rest) == 1 else []

    def _after_day(self, at: int, end: int, day: int) -> _Piece | None:
        """The day with the month that follows it at `end`, and the year after that."""
        while self.form(end) in (",", "-", "/", ".", "من", "of") or self.role(end, "month") == 0:
            end += 1
        found = self.month(end)
        if found is None or found[0].cut or end - at > 4:  # noqa: PLR2004 - «من شهر» and a mark
            return None
        month, end = found
        year = self.year_after(end, month.calendar)
        moment = Moment(None, month.number, day, month.calendar)
        if year:
            moment, end = moment._replace(year=year[0]), year[1]
        elif month.calendar == HIJRI or (not 1 <= day <= _LAST_DAY):
            return None
        if not 1 <= day <= _LAST_DAY and month.evidence != "bare":
            return None
        return _Piece(at, end, moment)

    def year_after(self, at: int, calendar: str) -> tuple[int, int] | None:
        """The year that belongs to the month before `at`: after a comma, من, عام or nothing."""
        if self.form(at) in (",", "/", "-", "."):
            at += 1
        linked = self.form(at) == "من"
        at += linked
        header = self.role(at, "year")
        if header is not None:
            at += 1
        found = self.year(at, headed=header is not None)
        if found is None:
            return None
        moment, end = found
        if calendar == HIJRI:
            hijri = moment.calendar == HIJRI or moment.year in range(HIJRI_YEARS[0] - 50, HIJRI_YEARS[1] + 101)
            return (moment.year or 0, end) if hijri else None
        return (moment.year or 0, end) if moment.calendar == calendar else None

    def _month_first(self, at: int, before: _Piece | None) -> _Piece | None:
        """«يونيو 2024», «January 30, 2025», and a month alone where the words around tell that it is one."""
        found = self.month(at)
        if found is None:
            return None
        month, end = found
        day = self.digits(end, _DAY_DIGITS)
        if day is not None and 1 <= day <= _LAST_DAY and month.calendar == GREGORIAN:
            after = end + 1 + (self.form(end + 1) in _ORDINAL_SUFFIXES)
            year = self.year(after + 1) if self.form(after) == "," else None
            if year and year[0].year in _NEWS_YEARS:
                return _Piece(at, year[1], Moment(year[0].year, month.number, day), cut=month.cut)
            if month.form.isascii():
                year = self.year(after)
                moment = Moment(year[0].year if year else None, month.number, day)
                return _Piece(at, year[1] if year else after, moment, cut=month.cut)
        year_after = self.year_after(end, month.calendar)
        if year_after:
            moment = Moment(year_after[0], month.number, calendar=month.calendar)
            return _Piece(at, year_after[1], moment, cut=month.cut)
        if month.calendar == HIJRI or not self._month_alone(at, month, before):
            return None
        return _Piece(at, end, Moment(None, month.number), cut=month.cut)

    def _month_alone(self, at: int, month: Month, before: _Piece | None) -> bool:
        """Whether a month name without day and year is a month here: مارس is also a verb, آب a father."""
        if month.evidence == "strong":
            return False
        if month.evidence == "bare":
            return True
        if month.evidence == "exact":
            word = self.words[at]
            written = self.text[cut_off(self.text, word, month.cut) : word.end]
            if written != month.form:
                return self.role(at - 1, "month", "months") is not None
        listed = before is not None and before.end == at and before.moment.month is not None
        return listed or self.role(at - 1, "cue", "month", "months", "part") is not None

    def _led(self, at: int) -> _Piece | None:
        """A day led by «يوم» or its weekday, a month led by «شهر», a date led by «منتصف», «صيف» and the like."""
        for names, needs in ((("day", "weekday", "first"), "day"), (("part", "season"), ""), (("month",), "month")):
            cut = self.role(at, *names)
            if cut is None:
                continue
            end = at + 1
            if self.role(at, "first") is not None:
                found = self._after_day(at, end, 1)
                return found and found._replace(cut=cut)
            if needs == "day" and self.role(at, "day") is not None and self.role(end, "weekday") == 0:
                end += 1
            while needs == "day" and (self.form(end) == "," or self.role(end, "same") is not None):
                end += 1
            if end >= len(self.words):
                return None
            rest = self._after_lead(end)
            if len(rest) == 1 and not rest[0].cut and (not needs or getattr(rest[0].moment, needs)):
                return rest[0]._replace(first=at, cut=cut)
        return None

    def _after_lead(self, at: int) -> list[_Piece]:
        """The date after words that lead it; of more than a few such words none leads a date."""
        if self.depth >= _MOST_LEADS:
            return []
        self.depth += 1
        found = self.pieces(at, None) or self._year_piece(at)
        self.depth -= 1
        return found

    def _year_piece(self, at: int) -> list[_Piece]:
        found = self.year(at)
        return [_Piece(at, found[1], found[0])] if found and found[0].year in _NEWS_YEARS else []

    def _headed(self, at: int) -> _Piece | None:
        """«عام 2020», «سنة 1441هـ»."""
        cut = self.role(at, "year")
        found = self.year(at + 1, headed=True) if cut is not None else None
        return _Piece(at, found[1], found[0], cut=cut or 0) if found else None

    def _bare_year(self, at: int, before: _Piece | None) -> _Piece | None:
        """A year without a header where the words around tell that it is one."""
        found = self.year(at)
        if found is None or self.form(found[1]) in ("%", ":"):
            return None
        moment, end = found
        if moment.calendar == HIJRI or end > at + 1 or self.role(at - 1, "years") is not None:
            return _Piece(at, end, moment)
        if moment.year not in _NEWS_YEARS:
            return None
        linked = before is not None and before.end == at - 1 and before.moment.year is not None
        if linked and (self.form(at - 1) in ("و", "-", "/", ",", "او") or self.role(at - 1, "to") is not None):
            return _Piece(at, end, moment)
        bracketed = self.form(at - 1) == "(" and self.form(end) in (")", "-", ",")
        cue = self.role(at - 1, "cue", "part", "season", "between") is not None
        return _Piece(at, end, moment) if bracketed or cue else None

    def _decade(self, at: int) -> _Piece | None:
        """«التسعينيات», «ثمانينات القرن الماضي»: the ten years."""
        for role, cut in roles()[self.form(at)].items():
            if role.startswith("decade"):
                start = 1900 + int(role.removeprefix("decade"))
                end = at + 1
                if self.role(end, "century") is None:
                    alone = self.form(at)[cut:].startswith("ال") and self.form(end) != "من"  # not «من عمره»
                    return _Piece(at, end, Moment(start), Moment(start + 9), cut) if alone else None
                end += 2 if self.form(end + 1) in ("الماضي", "العشرين", "المنصرم", "الفايت", "الفائت") else 1
                return _Piece(at, end, Moment(start), Moment(start + 9), cut)
        return None

    def _share(self, at: int) -> _Piece | None:
        """«الربع الثالث من عام 2020»: kept as the year."""
        cut = self.role(at, "share")
        part = ordinal(self.words, at + 1) if cut is not None else None
        if cut is None or part is None or self.form(part[1]) not in ("من", "ل"):
            return None
        rest = self._headed(part[1] + 1)
        year = [rest] if rest else self._year_piece(part[1] + 1)
        return year[0]._replace(first=at, cut=cut) if year else None

    def _ordinal_day(self, at: int) -> _Piece | None:
        """«الخامس والعشرين من يناير 2011»."""
        found = ordinal(self.words, at)
        if found is None or not 1 <= found[0] <= _LAST_DAY:
            return None
        piece = self._after_day(at, found[1], found[0])
        cut = 1 if piece and self.form(at).startswith(("وال", "فال", "بال", "كال")) else 0
        return piece and piece._replace(cut=cut)

    # what two of them make together

    def joined(self, pieces: list[_Piece]) -> list[_Piece]:
        """The pieces with intervals made of two, and a year that stands once given to the months before it."""
        out: list[_Piece] = []
        for piece in reversed(pieces):
            last = out[-1] if out else None
            link = self._link(piece, last) if last else ""
            if last is None or not link:
                out.append(piece)
                continue
            shared = piece.moment.year is None and last.moment.month is not None and not piece.until
            if shared:
                piece = piece._replace(moment=piece.moment._replace(year=last.moment.year))  # noqa: PLW2901
            if link == "to" and _fits(piece, last):
                headed = self.role(piece.first - 1, "years", "months") is not None
                cut = self.role(piece.first - 1, "years", "months") if headed else piece.cut
                out[-1] = _Piece(piece.first - headed, last.end, piece.moment, last.moment, cut or 0)
            else:
                out.append(piece)
        return out[::-1]

    def _link(self, piece: _Piece, following: _Piece) -> str:
        """How a piece is linked to the next: "to" for an interval, "and" for a list, "" for not at all."""
        gap = following.first - piece.end
        between = self.role(self._opening(piece) - 1, "between") is not None and self.form(piece.first - 1) != "من"
        conjoined = following.cut == 1 and self.form(following.first).startswith("و")
        if (gap == 0 and conjoined) or (gap == 1 and self.form(piece.end) in ("و", "او", ",")):
            return "to" if between and (conjoined or self.form(piece.end) == "و") else "and"
        if gap == 1 and (self.form(piece.end) in ("-", "/") or self.role(piece.end, "to") is not None):
            return "to"
        return ""

    def _opening(self, piece: _Piece) -> int:
        """The index of the piece's first lexeme, or of «عامي» or «شهري» before it."""
        return piece.first - (self.role(piece.first - 1, "years", "months") is not None)

    def match(self, piece: _Piece) -> DateMatch:
        """The piece as a match."""
        first = self.words[piece.first]
        start = cut_off(self.text, first, piece.cut) if piece.cut else first.start
        end, moment = self.words[piece.end - 1].end, piece.moment
        try:
            value = interval(moment, piece.until) if piece.until else iso(moment)
        except Impossible as problem:
            return DateMatch(start, end, None, str(problem), moment.calendar)
        return DateMatch(start, end, value, None, moment.calendar)


def _fits(first: _Piece, last: _Piece) -> bool:
    """Whether two pieces can be the ends of an interval."""
    if first.until or last.until:
        return False
    try:
        interval(first.moment, last.moment)
    except Impossible:
        return False
    return (first.moment.day is None) == (last.moment.day is None) and (
        (first.moment.month is None) == (last.moment.month is None)
    )


def _whole_year(value: Fraction) -> int | None:
    return int(value) if value.denominator == 1 and 1000 <= value < 2200 else None  # noqa: PLR2004 - years in words
