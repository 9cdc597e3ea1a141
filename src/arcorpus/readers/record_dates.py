"""The day in a field of a record: ISO, a number of seconds or of Excel, words in any order, or the page's address."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

SECONDS = range(10**8, 10**10)  # numbers that are seconds since 1970: years 1973 to 2286
MILLISECONDS = range(10**11, 10**13)
SERIALS = range(32874, 55153)  # days of Excel that are days of news: 1990 to 2050
LONGEST_SHOWN = 40  # code points of a date that a message shows

LAST_SHORT = "30"  # years of two digits are of this century up to here, and a number beyond it is no year but a day

_BEYOND = 10**15
_WHOLE = len("2023-03-14")
_DAY_ZERO = date(1899, 12, 30)
_SERIAL = re.compile(r"\s*(\d{5})(?:\.\d{1,12})?\s*")
_ISO = re.compile(r"((?:19|20)\d\d)(?:(?P<dash>-?)(\d\d)(?:(?P=dash)(\d\d))?)?(?:\d{6})?(?=$|[T ]\d)")
_TIME_BEFORE_YEAR = re.compile(r"(?<=\d) \d\d:\d\d:\d\d(?: [+-]\d{4}| [A-Z]{3,4})?(?= (?:19|20)\d\d$)")
_SHORT_YEAR = re.compile(r"\s*(\d{1,2})[-/. ]([^\W\d_]{2,15})[-/. ](\d\d)(?=$|[ ,T])")
_IN_ADDRESS = re.compile(
    r"(?<![\d])((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?![\d])|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_-])"
)


class FieldDate(NamedTuple):
    """The date in a text.

    Attributes:
        value: the ISO date of a day, a month or a year; None when there is none.
        problem: what is wrong with it.
    """

    value: str | None
    problem: str | None = None


def read_date(text: str) -> FieldDate:
    """The date that a text gives.

    >>> [read_date(text).value for text in ("2015-07-21T02:51:32Z", "مايو 2020", "2024", "قريبا")]
    ['2015-07-21', '2020-05', '2024', None]
    """
    text = _TIME_BEFORE_YEAR.sub(" ", text)
    if short := _SHORT_YEAR.match(text):
        day = read_date(f"{short[1]} {short[2]} {'19' if short[3] > LAST_SHORT else '20'}{short[3]}").value
        doubt = f"the date «{text}» is read day first" if int(short[1]) <= int(LAST_SHORT) else None
        return FieldDate(day, doubt if day else f"the date «{_short(text)}» cannot be read")
    plain = _ISO.match(text)
    if plain:
        year, month, day = plain.group(1, 3, 4)
        try:
            date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            return FieldDate(None, f"there is no date «{plain[0]}»")
        return FieldDate("-".join(filter(None, (year, month, day))))
    from arcorpus.values.dates import (  # a grammar with its lexicons: most tables have ISO dates alone
        find_dates,
        parse_day,
    )

    if found := _SERIAL.fullmatch(text):
        return _serial_day(int(found[1]))
    match = parse_day(text)
    if match is None:
        match = next((other for other in find_dates(text) if _ISO.fullmatch(other.value or "")), None)
    if match is None:
        return FieldDate(None, f"the date «{_short(text)}» cannot be read")
    return FieldDate(match.value, match.problem)


def _short(text: str) -> str:
    """A date as a message shows it."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _serial_day(number: int) -> FieldDate:
    """The day of a number that counts days as Excel does."""
    if number not in SERIALS:
        return FieldDate(None, f"the date «{number}» cannot be read")
    return FieldDate(
        (_DAY_ZERO + timedelta(number)).isoformat(), f"the date «{number}» is taken for a serial number of Excel"
    )


class AddressDay(NamedTuple):
    """The day in an address.

    Attributes:
        value: its ISO date, None when there is none.
        written: the part of the address that says so, None when there is none.
    """

    value: str | None = None
    written: str | None = None


def day_in_address(url: str) -> AddressDay:
    """The day that a page's address holds and the part that says so, for a record without a date.

    >>> day_in_address("https://news.example/culture/2023/03/14/library")
    AddressDay(value='2023-03-14', written='2023/03/14 (in the URL)')
    """
    for found in _IN_ADDRESS.finditer(url):
        year, month, day = (int(part) for part in (found.group(1, 3, 4) if found[1] else found.group(5, 6, 7)))
        try:
            return AddressDay(date(year, month, day).isoformat(), f"{found[0].strip('/')} (in the URL)")
        except ValueError:
            continue
    return AddressDay()


def days_apart(one: str, other: str) -> int:
    """How many days lie between two dates; 0 when one of them is no day.

    >>> days_apart("2023-03-14", "2023-03-16"), days_apart("2023-03", "2023-05-01")
    (2, 0)
    """
    if len(one) < _WHOLE or len(other) < _WHOLE:
        return 0
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def number_day(value: object) -> str | None:
    """The day, in UTC, of a number that counts seconds or milliseconds since 1970; None for anything else."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) in (10, 13):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -_BEYOND < value < _BEYOND:
        return None
    if int(value) in MILLISECONDS:
        value /= 1000
    if int(value) not in SECONDS:
        return None
    return datetime.fromtimestamp(value, UTC).date().isoformat()
