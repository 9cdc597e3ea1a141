"""Days, months, years and intervals of the Gregorian and the Hijri calendar, as ISO text."""

from __future__ import annotations

from calendar import isleap, month_name, monthrange
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GREGORIAN, HIJRI = "gregorian", "hijri"
HIJRI_YEARS = (1343, 1500)
"""The first and last Hijri year that the Umm al-Qura tables hold."""
_LEAP = 2000
MONTHS = 12
_LAST_DAY = 31
_YEAR_DIGITS = 4
_DAY_DIGITS = 2
_PIVOT = 70  # two-digit years below it are of this century
_YEARS = range(1000, 2200)


class Moment(NamedTuple):
    """A day, month or year of one calendar, as far as it was named."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: str = GREGORIAN

    @property
    def full(self) -> bool:
        """Whether it names one day."""
        return None not in (self.year, self.month, self.day)


class Impossible(ValueError):  # noqa: N818 - it names what the date is; no user meets it
    """A date that its calendar does not have, or that cannot be converted; the message is a sentence."""


def iso(moment: Moment) -> str:
    """The moment in ISO form, as precise as it is; a Hijri month or year is an interval of Gregorian days.

    Args:
        moment: what was named; a Hijri one has its year.

    Raises:
        Impossible: when the calendar has no such day, or the Hijri year is outside 1343-1500.

    >>> iso(Moment(2025, 1, 30)), iso(Moment(month=2, day=27)), iso(Moment(1445, 9, calendar=HIJRI))
    ('2025-01-30', '--02-27', '2024-03-11/2024-04-09')
    """
    if moment.calendar == HIJRI:
        return _from_hijri(moment)
    year, month, day, _ = moment
    _check_gregorian(moment)
    parts = [f"{year:04}" if year is not None else "-"]
    parts += [f"{part:02}" for part in (month, day) if part is not None]
    return "-".join(parts)


def _check_gregorian(moment: Moment) -> None:
    year, month, day, _ = moment
    if year is not None and year < 1:
        raise Impossible(f"there is no year {year}")
    if month is None:
        return
    if not 1 <= month <= MONTHS:
        raise Impossible(f"there is no month {month}")
    if day is None or (1 <= day <= monthrange(_LEAP, month)[1] and (month, day) != (2, 29)):
        return
    if (month, day) != (2, 29):
        raise Impossible(f"there is no {day} {month_name[month]}")
    if year is not None and not isleap(year):
        raise Impossible(f"there is no {day} {month_name[month]} {year}")


def _from_hijri(moment: Moment) -> str:
    """The Gregorian days of a Hijri day, month or year.

    Source: the Umm al-Qura calendar, as tabulated in the package hijridate.
    """
    from hijridate import Hijri

    year, month, day, _ = moment
    first, last = HIJRI_YEARS
    if year is None or not first <= year <= last:
        raise Impossible(f"the Hijri year {year} is outside {first}–{last}")
    convert: Callable[[int, int, int], str] = lambda y, m, d: str(Hijri(y, m, d).to_gregorian().isoformat())  # noqa: E731
    try:
        if month is None:
            return f"{convert(year, 1, 1)}/{convert(year, 12, Hijri(year, 12, 1).month_length())}"
        if day is None:
            return f"{convert(year, month, 1)}/{convert(year, month, Hijri(year, month, 1).month_length())}"
        return convert(year, month, day)
    except (ValueError, OverflowError) as error:
        raise Impossible(f"there is no day {day} in month {month} of the Hijri year {year}") from error


def interval(first: Moment, last: Moment) -> str:
    """Two moments as an ISO interval; what the first leaves open is taken from the last.

    Raises:
        Impossible: when one of them is, or when the last comes before the first.

    >>> interval(Moment(month=1), Moment(2020, 3))
    '2020-01/2020-03'
    """
    if first.calendar != last.calendar:
        raise Impossible("the interval begins in one calendar and ends in another")
    year = first.year if first.year is not None else last.year
    month = last.month if first.month is None and first.day is not None else first.month
    start, end = iso(Moment(year, month, first.day, first.calendar)), iso(last)
    start, end = start.partition("/")[0], end.rpartition("/")[2]
    if start > end and not start.startswith("-"):
        raise Impossible(f"the interval ends ({end}) before it begins ({start})")
    return f"{start}/{end}"


def numeric_moment(parts: Sequence[str]) -> Moment | None:
    """The moment of three numbers, year first or last, day before month unless only the other order is a date.

    Years of 1343-1500 are Hijri; two-digit years are of 1970-2069.

    Args:
        parts: the three numbers as written.

    >>> iso(numeric_moment(["07", "10", "2020"])), iso(numeric_moment(["12", "25", "2019"]))
    ('2020-10-07', '2019-12-25')
    """
    moment = _by_length(parts) if all(part.isdigit() for part in parts) else None
    if moment is None:
        return None
    if moment.year in range(HIJRI_YEARS[0], HIJRI_YEARS[1] + 1):
        return moment._replace(calendar=HIJRI)
    return moment if moment.year in _YEARS else None


def _by_length(parts: Sequence[str]) -> Moment | None:
    """The day of three numbers of which the year has four digits, or of three with two each."""
    lengths = [len(part) for part in parts]
    first, second, third = map(int, parts)
    if lengths[0] == _YEAR_DIGITS and max(lengths[1:]) <= _DAY_DIGITS:
        return Moment(first, second, third)
    day, month, year = first, second, third
    if max(lengths[:2]) <= _DAY_DIGITS and lengths[2] == _YEAR_DIGITS:
        american = month > MONTHS >= day >= 1 and month <= _LAST_DAY
        return Moment(year, day, month) if american else Moment(year, month, day)
    if lengths == [_DAY_DIGITS] * 3 and 1 <= month <= MONTHS and 1 <= day <= _LAST_DAY:
        return Moment(year + (2000 if year < _PIVOT else 1900), month, day)
    return None
