"""The day of an article: from its date lines, or from the dateline of its first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from arcorpus.readers.page.bylines import Byline, read_byline
from arcorpus.readers.page.classify import ClassifiedLine, labelled
from arcorpus.readers.page.context import Context
from arcorpus.readers.page.labels import PageLabel
from arcorpus.values.dates import DateMatch

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """The day of an article.

    Attributes:
        value: the day as ISO text.
        text: the words it stands in, also when they could not be read.
        warning: why it could not be read.
    """

    value: str | None = None
    text: str | None = None
    warning: str | None = None


class _Dated(NamedTuple):
    """A line that can hold the day: the line, its byline, and the days in it that are asked for."""

    item: ClassifiedLine
    byline: Byline
    dates: tuple[DateMatch, ...]


def publication_date(context: Context) -> PublicationDate:
    """The day of publication; that of a change only where no other is given; never the clock of the page's head."""
    problem: PublicationDate | None = None
    for item, byline, dates in _candidates(context):
        if found := _whole_day(byline, dates, item.line.shown):
            return found
        if problem is None and dates and item not in context.above:
            problem = _unread(item.line.shown[dates[0].start : dates[0].end], dates[0])
    opening = context.opening
    found = _whole_day(opening, opening.dates, context.first.shown) if opening else None
    return found or problem or PublicationDate()


def _whole_day(byline: Byline, dates: tuple[DateMatch, ...], text: str) -> PublicationDate | None:
    """The first of some days that has day, month and year."""
    for match in dates:
        if match.value and _DAY.fullmatch(match.value):
            best = _gregorian(byline, match)
            return PublicationDate(best.value, text[best.start : best.end])
    return None


def _unread(text: str, match: DateMatch) -> PublicationDate:
    return PublicationDate(None, text, f"the date «{text}» was left unread: {match.problem or 'it names no full day'}")


def _candidates(context: Context) -> Iterator[_Dated]:
    """The lines that can hold the day, best first, with their days of publication, then again with those of changes."""
    lines = [(item, item.byline or read_byline(item.line.shown)) for item in _date_lines(context)]
    for item, byline in lines:
        if byline is not None:
            yield _Dated(item, byline, byline.dates)
    for item, byline in lines:
        if byline is not None:
            yield _Dated(item, byline, byline.updates)


def _date_lines(context: Context) -> Iterator[ClassifiedLine]:
    """The lines at the head, right under the body, then labelled ones anywhere, then the signature at the end."""
    near = [item for item in context.near if item.kind in {"date", "byline"}]
    taken = {item.line.n for item in near}
    tail = [item for item in context.tail if item.line.n not in taken]
    yield from (
        item for item in context.head if item.kind in {"date", "byline", "source"} or labelled(item, PageLabel.DATE)
    )
    yield from near
    yield from (item for item in (*tail, *context.over_title()) if labelled(item, PageLabel.DATE))
    yield from [item for item in tail if item.kind == "byline"][:1]


def _gregorian(byline: Byline, match: DateMatch) -> DateMatch:
    """Of the same day in two calendars the Gregorian expression."""
    same = [d for d in byline.dates if d.calendar == "gregorian" and d.value and _DAY.fullmatch(d.value)]
    return same[0] if match.calendar != "gregorian" and same else match
