"""An article's fields: what the page says of itself before what is read from its lines."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from arcorpus.readers.html.metadata import Metadata
from arcorpus.readers.html.shown import houses, site_of_title
from arcorpus.readers.page.bylines import read_byline
from arcorpus.readers.page.labels import PageLabel, find_label
from arcorpus.readers.page.lexicon import is_place, is_source
from arcorpus.readers.page.lines import fold_words
from arcorpus.readers.record_dates import day_in_address, read_date
from arcorpus.types import Article

_NOBODY = re.compile(
    r"^(?:admin\w*|super ?user|editor|webmaster|root|user\d*|author|محرر|المحرر|ادمن|أدمن|الادارة|الإدارة)$",
    re.IGNORECASE,
)
_SIMILAR = 0.6  # of the letters of the shorter title
_DAY = len("2020-01-01")
_EMPTY_DAYS = ("1970-01-01", "1900-01-01")  # what systems write where they know no day
_AT_UTC = re.compile(r"T(\d\d):\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]00:?00)$")
_LATE = 18  # hour of Greenwich from which on it is the next day in the Gulf, or near it
_CLOSED = "the page is for subscribers: it may hold the beginning of its article only"
_INITIALLED = re.compile(r"[-–—]\s*\w+\s*[-–—]\s*\.?")
_SIGNERS = re.compile(r"[/+،,()\-–]")
_LONGEST_SIGNATURE = 60  # code points
_UNKNOWN = 1  # words of a line about place and day that nothing knows: its writer's initials
_PARTS = re.compile(r"\s+[-–—|]\s+|\s*[/|]\s*")


def alike(one: str, other: str) -> bool:
    """Whether two titles are one, of which one may be cut or hold more."""
    short, long = sorted((_letters(one), _letters(other)), key=len)
    return bool(short) and (short in long) and len(short) >= _SIMILAR * len(long)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def told(article: Article, about: Metadata) -> Article:
    """The article with what the page says of it; what it does not say stays as the page reader read it."""
    title = _title(article, about)
    day = _day(article, about)
    site, names = _houses(article, about)
    author = _author(article, about, names)
    return replace(
        article,
        title=title,
        date=day.value,
        date_text=day.text,
        source=site,
        author=author,
        standfirst=tuple(line for line in article.standfirst if not _tells(line, title, author, names)),
        text=_unsigned(article.text, names),
        url=about.url or article.url,
        keywords=about.keywords or article.keywords,
        category=about.section or article.category,
        warnings=(*article.warnings, *filter(None, (day.problem, _CLOSED if about.closed else None))),
    )


class _Houses(NamedTuple):
    """Who published a page, and the names that it goes by."""

    source: str | None
    names: list[str]


def _houses(article: Article, about: Metadata) -> _Houses:
    """Who published the page: an author among its data that stands beside its title is the site itself."""
    beside = houses(about.document_title)
    site = site_of_title(about.document_title, [*about.titles, *filter(None, [article.title])])
    signing = next((name for name in about.authors if name in beside), None)
    source = signing or about.source or site or article.source
    return _Houses(source, [*filter(None, (source, site)), *beside])


def _author(article: Article, about: Metadata, names: list[str]) -> str | None:
    """Who wrote the article: by the page's data, its lines, or an element marked as the author's."""
    told = [person for name in about.authors if (person := person_of(name, names, about.url))]
    if told:
        return "، ".join(dict.fromkeys(told))
    shown = (person_of(name or "", names, about.url) for name in (article.author, about.byline))
    return next(filter(None, shown), None)


def _tells(line: str, title: str | None, author: str | None, houses: list[str]) -> bool:
    """Whether a line under a title is that title again, or says who wrote it, where and when."""
    if (title and alike(line, title)) or line == author or not person_of(line, houses, None):
        return True
    found = read_byline(line)
    return found is not None and bool(found.updates or (found.dates and found.unknown <= _UNKNOWN))


def _unsigned(text: str, houses: list[str]) -> str:
    """A text without a last line that only signs it («قناة الضفة/ أ ف ب», «- منى -»)."""
    body, _, last = text.rpartition("\n")
    if not body or len(last) > _LONGEST_SIGNATURE:
        return text
    known = {fold_words(house) for house in houses}
    parts = [fold_words(part) for part in _SIGNERS.split(last) if part.strip()]
    return body if _INITIALLED.fullmatch(last) or all(part in known or is_source(part) for part in parts) else text


class _Day(NamedTuple):
    """A day, how it is written, and what is wrong with it."""

    value: str | None
    text: str | None
    problem: str | None = None


def _day(article: Article, about: Metadata) -> _Day:
    """The day of publication: the first that the page's data tell whole, else the one in its lines.

    A time of Greenwich late in the evening is the next day where the page is read, if its lines say so.
    """
    problem = None
    for written in about.dates:
        found = read_date(written)
        if found.value is None or len(found.value) < _DAY or found.value in _EMPTY_DAYS:
            problem = problem or found.problem
            continue
        utc = _AT_UTC.search(written)
        if utc and int(utc[1]) >= _LATE and article.date == _next(found.value):
            break
        return _Day(found.value, written)
    if article.date is None and about.url:
        return _Day(*day_in_address(about.url), problem)
    return _Day(article.date, article.date_text, None if article.date else problem)


def _next(day: str) -> str:
    """The day after a day in ISO 8601."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def person_of(name: str, houses: list[str], url: str | None) -> str | None:
    """The person in what a page gives as its author, without the paper or town beside it; None where there is none.

    Args:
        name: what it gives.
        houses: names of the site.
        url: the page's address: an account of the site is no person.

    >>> person_of("هند إبراهيم - دبي", ["أفق نت"], None), person_of("دبي - أفق نت", ["أفق نت"], None)
    ('هند إبراهيم', None)
    """
    known = {fold_words(house) for house in houses}
    label = find_label(name)
    name = name[label.end :].lstrip(" :") if label and label.kind == PageLabel.AUTHOR else name
    parts = _PARTS.split(name) if not name.startswith("(") else []
    persons = [part.strip() for part in parts if not _is_house(part, known, alone=len(parts) == 1)]
    host = (url or "").partition("://")[2].partition("/")[0].casefold()
    found = " - ".join(persons)
    is_account = found.isascii() and " " not in found and found.casefold() in host
    return None if _NOBODY.match(found) or is_account else found


def _is_house(part: str, known: set[str], *, alone: bool) -> bool:
    """Whether a part of a byline is the site, an agency or, beside another, a town."""
    words = fold_words(part)
    return not words or words in known or is_source(words) or (is_place(words) and (not alone or " " not in words))


def _title(article: Article, about: Metadata) -> str | None:
    """The article's title: the heading that is shown, where the page's data or the page reader agree with it."""
    if not about.titles:
        return article.title
    first, *others = about.titles
    longer = [title for title in others if alike(first, title) and _letters(first.rstrip("….")) in _letters(title)]
    if longer or (article.title and alike(first, article.title)) or not article.title:
        return longer[0] if longer and first.rstrip().endswith(("…", "...")) else first
    return next((title for title in others if alike(title, article.title)), first)
