"""The day of an article: from its date lines, or from the dateline of its first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from arcorpus.readers.page.bylines import Byline, byline
from arcorpus.readers.page.classify import Seen, labelled
from arcorpus.readers.page.context import Around
from arcorpus.values.dates import DateMatch

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as ISO text, the words it stands in, and why it could not be read."""

    value: str | None = None
    text: str | None = None
    warning: str | None = None


def day(around: Around) -> Day:
    """The day of publication; that of a change only where no other is given; never the clock of the page's head."""
    problem: Day | None = None
    for item, said, matches in _candidates(around):
        text = item.line.shown
        for match in matches:
            if match.value and _DAY.fullmatch(match.value):
                best = _gregorian(said, match)
                return Day(best.value, text[best.start : best.end])
            if problem is None and item not in around.above:
                problem = _unread(text[match.start : match.end], match)
    if around.opening:
        for match in around.opening.dates:
            if match.value and _DAY.fullmatch(match.value):
                best = _gregorian(around.opening, match)
                return Day(best.value, around.first.shown[best.start : best.end])
    return problem or Day()


def _unread(text: str, match: DateMatch) -> Day:
    return Day(None, text, f"the date «{text}» was left unread: {match.problem or 'it names no full day'}")


def _candidates(around: Around) -> Iterator[tuple[Seen, Byline, tuple[DateMatch, ...]]]:
    """The lines that can hold the day, best first, with their days of publication, then again with those of changes."""
    head = [item for item in around.head if item.kind in {"date", "byline", "source"} or labelled(item, "date")]
    near = [item for item in around.near if item.kind in {"date", "byline"}]
    far = [item for item in around.tail if labelled(item, "date") and item not in near]
    far += [item for item in around.seen[around.part.top : around.part.title or 0] if labelled(item, "date")]
    signed = [item for item in around.tail if item.kind == "byline" and item not in near][:1]
    lines = [(item, item.byline or byline(item.line.shown)) for item in (*head, *near, *far, *signed)]
    for updated in (False, True):
        for item, said in lines:
            if said is not None:
                yield item, said, said.updates if updated else said.dates


def _gregorian(said: Byline, match: DateMatch) -> DateMatch:
    """Of the same day in two calendars the Gregorian expression."""
    same = [d for d in said.dates if d.calendar == "gregorian" and d.value and _DAY.fullmatch(d.value)]
    return same[0] if match.calendar != "gregorian" and same else match
