"""The words of date expressions by their folded forms: months of every system, weekdays, and the words around them."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from arcorpus.resources import lexicon
from arcorpus.text.letters import ARTICLE, LI_ARTICLE
from arcorpus.text.value_lexer import PREFIXES, fold_coarsely
from arcorpus.values.calendars import GREGORIAN, HIJRI
from arcorpus.values.numerals import ordinal_words


class DateWord(StrEnum):
    """The roles of words in date expressions, as data/lexicons/date_words.tsv explains them."""

    GREGORIAN_MONTH = "gregorian_month"
    HIJRI_MONTH = "hijri_month"
    WEEKDAY = "weekday"
    DAY = "day"
    MONTH = "month"
    MONTHS = "months"
    YEAR = "year"
    YEARS = "years"
    DECADE = "decade"
    CENTURY = "century"
    LAST_CENTURY = "last_century"
    PART = "part"
    SEASON = "season"
    SHARE = "share"
    FIRST = "first"
    SAME = "same"
    CUE = "cue"
    BETWEEN = "between"
    TO = "to"
    GREGORIAN_YEAR = "gregorian_year"
    HIJRI_YEAR = "hijri_year"


_CALENDARS = {DateWord.GREGORIAN_MONTH: GREGORIAN, DateWord.HIJRI_MONTH: HIJRI}
_STARTS = frozenset(
    (
        DateWord.DAY,
        DateWord.WEEKDAY,
        DateWord.FIRST,
        DateWord.PART,
        DateWord.SEASON,
        DateWord.MONTH,
        DateWord.YEAR,
        DateWord.DECADE,
        DateWord.SHARE,
    )
)


class Month(NamedTuple):
    """One spelling of a month's name."""

    tail: tuple[str, ...]  # the folded words after the first
    form: str  # as the lexicon spells it
    number: int
    calendar: str
    evidence: str  # what it takes for the word alone to be a month: bare, context, exact or strong
    cut: int  # attached letters before it


@cache
def months() -> dict[str, tuple[Month, ...]]:
    """The month names by their first folded word with what can be attached to it, longest first."""
    table: dict[str, list[Month]] = {}
    for row in lexicon("date_words"):
        calendar = _CALENDARS.get(DateWord(row["role"]))
        if calendar:
            head, *tail = fold_coarsely(row["form"]).split()
            for prefix in PREFIXES if not head.isascii() else ("",):
                month = Month(tuple(tail), row["form"], int(row["value"]), calendar, row["evidence"], len(prefix))
                table.setdefault(prefix + head, []).append(month)
    return {form: tuple(sorted(found, key=lambda m: -len(m.tail))) for form, found in table.items()}


@cache
def roles() -> dict[str, dict[DateWord, int]]:
    """The other words of date expressions by their folded form: each role, with how many letters are attached."""
    table: dict[str, dict[DateWord, int]] = {}
    for row in lexicon("date_words"):
        role, form = DateWord(row["role"]), fold_coarsely(row["form"])
        if role in _CALENDARS:
            continue
        for prefix in ("",) if form.isascii() else PREFIXES:
            table.setdefault(prefix + form, {}).setdefault(role, len(prefix))
        if form.startswith(ARTICLE):
            table.setdefault(LI_ARTICLE + form.removeprefix(ARTICLE), {}).setdefault(role, 0)
    return table


@cache
def decades() -> dict[str, int]:
    """The years of the twentieth century in which decades begin (20 for the twenties), by folded word."""
    rows = (row for row in lexicon("date_words") if row["role"] == DateWord.DECADE)
    found = {fold_coarsely(row["form"]): int(row["value"]) for row in rows}
    definite = {form.removeprefix(ARTICLE): year for form, year in found.items() if form.startswith(ARTICLE)}
    return found | {LI_ARTICLE + form: year for form, year in definite.items()}


@cache
def starts() -> frozenset[str]:
    """Every folded word that can begin a date expression."""
    leading = {form for form, found in roles().items() if not _STARTS.isdisjoint(found)}
    return frozenset(months()) | leading | ordinal_words()


@cache
def date_words() -> frozenset[str]:
    """Every folded form that can stand in a date expression without digits."""
    numbered = {DateWord.YEAR, DateWord.YEARS, DateWord.DECADE}
    return frozenset(months()) | {form for form, found in roles().items() if not numbered.isdisjoint(found)}
