"""The grammar of one date in words: a day before its month, a month before its year, what leads them, a year alone."""

from __future__ import annotations

from typing import NamedTuple

from arcorpus.text.letters import ARTICLE
from arcorpus.text.value_lexer import LATIN, NUMBER, WORD, cut_off
from arcorpus.values.calendars import GREGORIAN, HIJRI, Moment
from arcorpus.values.date_parts import DAY_DIGITS, LAST_DAY, NEWS_YEARS, OF, DateLexemes, Piece
from arcorpus.values.date_words import DateWord, Month, decades, months, roles
from arcorpus.values.numerals import ordinal, ordinal_words
from arcorpus.values.numeric_dates import numeric_date

_MOST_LEADS = 3  # «منتصف شهر يونيو», «صباح يوم الخميس الموافق …»
_MOST_DAYS = 8  # listed before one month
_MOST_BETWEEN = 3  # lexemes between a day and its month: «من شهر» and a mark
_ORDINAL_SUFFIXES = ("st", "nd", "rd", "th")
_OR = ("و", "او")
_LAST_YEAR = 9  # of a decade


class _Lead(NamedTuple):
    """Words that stand before a date, and the part that the date must have then."""

    roles: tuple[DateWord, ...]
    needs: str  # an attribute of Moment, or "" for none


_LEADS = (
    _Lead((DateWord.DAY, DateWord.WEEKDAY, DateWord.FIRST), "day"),
    _Lead((DateWord.PART, DateWord.SEASON), ""),
    _Lead((DateWord.MONTH,), "month"),
)


def pieces_at(line: DateLexemes, text: str, at: int, before: Piece | None) -> list[Piece]:
    """The moments named by the expression that begins at a lexeme, [] when none does; several for a list of days.

    Args:
        line: the lexemes.
        text: the text in which they stand.
        at: the index of the first.
        before: the last date before it, which tells of a list or an interval.
    """
    return _Phrase(line, text, before).pieces(at)


class _Phrase:
    """One date expression while it is read."""

    def __init__(self, line: DateLexemes, text: str, before: Piece | None) -> None:
        self.line = line
        self.text = text
        self.before = before

    def pieces(self, at: int, leads: int = 0) -> list[Piece]:
        """The moments named by the expression at a lexeme, before which `leads` words have led it."""
        word = self.line.words[at]
        if word.kind == NUMBER:
            numeric = numeric_date(self.line, at)
            return [numeric] if numeric else self._days(at) or _listed(self._bare_year(at))
        return _listed(self._worded(at, leads)) if word.kind in (WORD, LATIN) else []

    def _worded(self, at: int, leads: int) -> Piece | None:
        """The moment of an expression that begins with a word."""
        form, piece = self.line.form(at), None
        if form in months():
            piece = self._month_first(at)
        if piece is None and form in roles():
            piece = self._led(at, leads) or self._headed_year(at) or self._decade(at) or self._share(at)
        if piece is None and form in ordinal_words():
            piece = self._ordinal_day(at)
        return piece

    # days

    def _days(self, at: int, listed: int = 0) -> list[Piece]:
        """«30 يناير 2025», «3-7 يونيو», «5 و6 مايو»: a day before its month, with the days before it."""
        day = self.line.digits(at, DAY_DIGITS)
        if day is None:
            return []
        end = at + 1
        if self.line.form(end) in _ORDINAL_SUFFIXES and not self.line.spaced(end):
            end += 1
        piece = self._day_with_month(at, end, day)
        if piece:
            return [piece]
        return self._with_following_days(at, end, day, listed) if 1 <= day <= LAST_DAY else []

    def _with_following_days(self, at: int, end: int, day: int, listed: int) -> list[Piece]:
        """A day that has its month from the days listed after it, or is the first of an interval («3-7 يونيو»)."""
        link = self.line.form(end)
        joined = link in _OR
        if not (joined or link == "-" or self.line.role(end, DateWord.TO) is not None):
            return []
        more = listed < _MOST_DAYS and self.line.digits(end + 1, DAY_DIGITS)
        rest = self._days(end + 1, listed + 1) if more else []
        if not rest or rest[0].until:
            return []
        last = rest[0].moment
        if joined and self.line.role(at - 1, DateWord.BETWEEN) is None:
            return [Piece(at, end, last._replace(day=day)), *rest]
        return [Piece(at, rest[0].end, Moment(day=day), last)] if len(rest) == 1 else []

    def _day_with_month(self, at: int, end: int, day: int) -> Piece | None:
        """The day with the month that follows it at `end`, and the year after that."""
        while self.line.form(end) in (",", "-", "/", ".", OF, "of") or self.line.role(end, DateWord.MONTH) == 0:
            end += 1
        found = self.line.month(end)
        if found is None or found.month.cut or end - at > _MOST_BETWEEN + 1:
            return None
        month, possible = found.month, 1 <= day <= LAST_DAY
        year = self.line.year_of_month(found.end, month.calendar)
        if year is None:
            sure = possible and month.calendar == GREGORIAN
            return Piece(at, found.end, Moment(None, month.number, day)) if sure else None
        if not possible and month.evidence != "bare":
            return None
        return Piece(at, year.end, Moment(year.moment.year, month.number, day, month.calendar))

    def _ordinal_day(self, at: int) -> Piece | None:
        """«الخامس والعشرين من يناير 2011»."""
        found = ordinal(self.line.words, at)
        if found is None or not 1 <= found.value <= LAST_DAY:
            return None
        piece = self._day_with_month(at, found.end, found.value)
        attached = self.line.form(at)[1:].startswith(ARTICLE)
        return piece and piece._replace(cut=int(attached))

    # months

    def _month_first(self, at: int) -> Piece | None:
        """«يونيو 2024», «January 30, 2025», and a month alone where the words around tell that it is one."""
        found = self.line.month(at)
        if found is None:
            return None
        month = found.month
        piece = self._day_after_month(at, month, found.end)
        if piece:
            return piece
        year = self.line.year_of_month(found.end, month.calendar)
        if year:
            return Piece(at, year.end, Moment(year.moment.year, month.number, calendar=month.calendar), cut=month.cut)
        if month.calendar == HIJRI or not self._is_month(at, month):
            return None
        return Piece(at, found.end, Moment(None, month.number), cut=month.cut)

    def _day_after_month(self, at: int, month: Month, end: int) -> Piece | None:
        """«January 30, 2025», «يناير 30, 2025», «January 30»: in Arabic the year tells that the number is a day."""
        day = self.line.digits(end, DAY_DIGITS)
        if day is None or not 1 <= day <= LAST_DAY or month.calendar == HIJRI:
            return None
        after = end + 1 + (self.line.form(end + 1) in _ORDINAL_SUFFIXES)
        year = self.line.year(after + 1) if self.line.form(after) == "," else None
        if year and year.moment.year in NEWS_YEARS:
            return Piece(at, year.end, Moment(year.moment.year, month.number, day), cut=month.cut)
        if not month.form.isascii():
            return None
        year = self.line.year(after)
        if year is None:
            return Piece(at, after, Moment(None, month.number, day), cut=month.cut)
        return Piece(at, year.end, Moment(year.moment.year, month.number, day), cut=month.cut)

    def _is_month(self, at: int, month: Month) -> bool:
        """Whether a month's name without day and year is a month here: مارس is also a verb, آب a father."""
        if month.evidence in ("strong", "bare"):
            return month.evidence == "bare"
        if month.evidence == "exact":
            word = self.line.words[at]
            if self.text[cut_off(self.text, word, month.cut) : word.end] != month.form:  # «أب» is a father
                return self.line.role(at - 1, DateWord.MONTH, DateWord.MONTHS) is not None
        before = self.before
        listed = before is not None and before.end == at and before.moment.month is not None
        cues = (DateWord.CUE, DateWord.MONTH, DateWord.MONTHS, DateWord.PART)
        return listed or self.line.role(at - 1, *cues) is not None

    # what leads a date

    def _led(self, at: int, leads: int) -> Piece | None:
        """A day led by «يوم» or its weekday, a month led by «شهر», a date led by «منتصف», «صيف» and the like."""
        for lead in _LEADS:
            cut = self.line.role(at, *lead.roles)
            if cut is None:
                continue
            if self.line.role(at, DateWord.FIRST) is not None:
                found = self._day_with_month(at, at + 1, 1)
                return found and found._replace(cut=cut)
            end = self._end_of_day_words(at) if lead.needs == "day" else at + 1
            rest = self._after_lead(end, leads)
            if len(rest) == 1 and not rest[0].cut and (not lead.needs or getattr(rest[0].moment, lead.needs)):
                return rest[0]._replace(first=at, cut=cut)
        return None

    def _end_of_day_words(self, at: int) -> int:
        """The index after «يوم» and its weekday, a comma and «الموافق»."""
        end = at + 1
        if self.line.role(at, DateWord.DAY) is not None and self.line.role(end, DateWord.WEEKDAY) == 0:
            end += 1
        while self.line.form(end) == "," or self.line.role(end, DateWord.SAME) is not None:
            end += 1
        return end

    def _after_lead(self, at: int, leads: int) -> list[Piece]:
        """The date after words that lead it; of more than a few such words none leads a date."""
        if leads >= _MOST_LEADS or at >= len(self.line.words):
            return []
        return _Phrase(self.line, self.text, None).pieces(at, leads + 1) or _listed(self._news_year(at))

    # years

    def _news_year(self, at: int) -> Piece | None:
        """A year of the press, as it is expected here."""
        found = self.line.year(at)
        return Piece(at, found.end, found.moment) if found and found.moment.year in NEWS_YEARS else None

    def _headed_year(self, at: int) -> Piece | None:
        """«عام 2020», «سنة 1441هـ»."""
        cut = self.line.role(at, DateWord.YEAR)
        found = self.line.year(at + 1, headed=True) if cut is not None else None
        return Piece(at, found.end, found.moment, cut=cut or 0) if found else None

    def _bare_year(self, at: int) -> Piece | None:
        """A year without a header where the words around tell that it is one."""
        found = self.line.year(at)
        if found is None or self.line.form(found.end) in ("%", ":"):
            return None
        piece = Piece(at, found.end, found.moment)
        marked = found.moment.calendar == HIJRI or found.end > at + 1
        if marked or self.line.role(at - 1, DateWord.YEARS) is not None:
            return piece
        if found.moment.year not in NEWS_YEARS:
            return None
        bracketed = self.line.form(at - 1) == "(" and self.line.form(found.end) in (")", "-", ",")
        cues = (DateWord.CUE, DateWord.PART, DateWord.SEASON, DateWord.BETWEEN)
        return piece if self._follows_year(at) or bracketed or self.line.role(at - 1, *cues) is not None else None

    def _follows_year(self, at: int) -> bool:
        """Whether one link alone parts a year from the date before it: «2011 و2012», «يناير 2010 - 2015»."""
        before = self.before
        if before is None or before.end != at - 1 or before.moment.year is None:
            return False
        return self.line.form(at - 1) in (*_OR, "-", "/", ",") or self.line.role(at - 1, DateWord.TO) is not None

    def _decade(self, at: int) -> Piece | None:
        """«التسعينيات», «ثمانينات القرن الماضي»: the ten years."""
        cut = self.line.role(at, DateWord.DECADE)
        if cut is None:
            return None
        word, end = self.line.form(at)[cut:], at + 1
        if self.line.role(end, DateWord.CENTURY) is not None:
            end += 1 + (self.line.role(end + 1, DateWord.LAST_CENTURY) == 0)
        elif not word.startswith(ARTICLE) or self.line.form(end) == OF:  # «السبعينات من عمره»
            return None
        start = 1900 + decades()[word]
        return Piece(at, end, Moment(start), Moment(start + _LAST_YEAR), cut)

    def _share(self, at: int) -> Piece | None:
        """«الربع الثالث من عام 2020»: kept as the year."""
        cut = self.line.role(at, DateWord.SHARE)
        part = ordinal(self.line.words, at + 1) if cut is not None else None
        if cut is None or part is None or self.line.form(part.end) not in (OF, "ل"):
            return None
        year = self._headed_year(part.end + 1) or self._news_year(part.end + 1)
        return year._replace(first=at, cut=cut) if year else None


def _listed(piece: Piece | None) -> list[Piece]:
    return [piece] if piece else []
