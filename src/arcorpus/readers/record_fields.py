"""A record of named values (a JSON object, a table's row) to an article: which name means what, and what a value is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from arcorpus.errors import BrokenRow
from arcorpus.readers.cells import joined_tokens, without_ends, without_markup
from arcorpus.readers.field_names import RecordField, fold_name, listed, ranks
from arcorpus.readers.letters import all_lost, mend
from arcorpus.readers.limits import ARTICLE, raised, too_long
from arcorpus.readers.options import USUAL, ReadOptions, columns
from arcorpus.readers.record_authors import Signed, read_author
from arcorpus.readers.record_dates import day_in_address, days_apart, number_day, read_date
from arcorpus.resources import lexicon
from arcorpus.types import Article

SHORT = 60  # code points of a text that may be a title or label beside the text itself

_SHORT = "too short"
_NO_WORDS = "no running text"
_TWICE = 2
_WORDS = re.compile(r"[^\W\d_]")
_BETWEEN_KEYWORDS = re.compile(r"\s*[،,;؛|\n\r\t]+\s*")
_HASHTAGS = re.compile(r"\s*#(?=\w)")
_CODES = re.compile(r"[\\&%=]|[Uu]\+|u06|\?\?|\+B|[A-Za-z0-9+/]{40}")
_LINE_ENDS = re.compile(r"(?:\\r)?\\n(?![A-Za-z])")
_ADDRESS = re.compile(r"https?://\S+$")
_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Body:
    """A value of the body as running text.

    Attributes:
        name: the name of its field.
        text: the text.
        told: what its reader should be told of it.
        problem: why another field may be the better one; empty when it is sound.
    """

    name: str
    text: str
    told: tuple[str, ...] = ()
    problem: str = ""

    def is_better(self, other: _Body) -> bool:
        """Whether this is the text rather than a field of a better name that is not sound."""
        times = _TWICE if other.problem == _SHORT else 1
        return self.problem != _NO_WORDS and len(self.text) > times * len(other.text)


def _running(name: str, value: object) -> _Body:
    """A value of the body as running text: tokens joined, markup taken off, and what is cut off by its maker told."""
    joined, told = joined_tokens(value)
    text, cut = without_ends(joined if joined is not None else _as_text(value, "\n") or "")
    text, bare = without_markup(text)
    problem = ""
    if not _WORDS.search(text):
        problem = _NO_WORDS
    elif cut or text.rstrip().endswith(("…", "...")):
        problem = "cut off"
    elif len(text) < SHORT:
        problem = _SHORT
    return _Body(name, text, tuple(filter(None, (told, cut, bare))), problem if text.strip() else "")


@dataclass(slots=True)
class _Values:
    """The values of one record, taken out one field at a time; `warnings` tells what could not be used."""

    record: Mapping[str, object]
    names: dict[str, tuple[str, ...]]
    warnings: list[str] = field(default_factory=list)

    def first(self, what: RecordField) -> object:
        """The first value of a field that is not missing, or None."""
        for name in self.names[what]:
            value = self.record[name]
            if not _missing(value):
                return value
        return None

    def line(self, what: RecordField) -> str | None:
        """A field as one line of text."""
        value = self.first(what)
        if value is None:
            return None
        found = _as_text(value, "، ")
        if found is None:
            self.warnings.append(f"{what} is {_kind(value)} and was left out")
            return None
        return " ".join(self.sound(found).split()) or None

    def sound(self, text: str) -> str:
        """The text without lone surrogates and mojibake, where it had any."""
        if text.isascii() and not _CODES.search(text):
            return text
        if _LONE.search(text):
            text = _LONE.sub("\ufffd", text)
            self.warnings.append("held broken \\u escapes, now U+FFFD")
        if "\\n" in text and len(_LINE_ENDS.findall(text)) > text.count("\n"):
            text = _LINE_ENDS.sub("\n", text)
            self.warnings.append("held line ends written as \\n; read as line ends")
        text, told = mend(text)
        self.warnings.extend(warning for warning in told if warning not in self.warnings)
        return text

    def body(self) -> str | None:
        """The text: that of the best name, or of the next one where it is empty, cut off or no running text."""
        best: _Body | None = None
        for name in self.names[RecordField.TEXT]:
            value = self.record[name]
            if not isinstance(value, (str, bytes, list, dict)) or _missing(value):
                continue
            found = _running(name, value)
            if found.text.isspace() or not found.text or (best and not found.is_better(best)):
                continue
            best = found
            if not found.problem:
                break
        if best is None:
            return None
        first = self.names[RecordField.TEXT][0]
        if best.name != first:
            wrong = _running(first, self.record[first]).problem or "empty"
            self.warnings.append(f"the text is taken from {best.name!r}, for {first!r} is {wrong}")
        self.warnings.extend(best.told)
        return self.sound(best.text)

    def keywords(self) -> tuple[str, ...]:
        """The keywords: a list's members, or a string cut at its separators; each once. Numbers alone are none."""
        value = self.first(RecordField.KEYWORDS)
        if isinstance(value, list):
            parts = _named_members(value)
        else:
            line = self.line(RecordField.KEYWORDS) or ""
            line = line[1:-1].replace("'", "").replace('"', "") if line[:1] + line[-1:] == "[]" else line
            parts = [part for piece in _BETWEEN_KEYWORDS.split(line) for part in _HASHTAGS.split(piece)]
        cleaned = (" ".join(self.sound(part).split()).lstrip("#") for part in parts)
        return tuple(dict.fromkeys(part for part in cleaned if part))

    def day(self) -> tuple[str | None, str | None]:
        """The date in ISO form and as it is written; else the day in the address, else that on which it was fetched."""
        name, day, written = self.dated(RecordField.DATE)
        address = day_in_address(self.line(RecordField.URL) or self.misplaced() or "")
        if day and address.value and days_apart(day, address.value) > 1:
            self.warnings.append(f"its date ({name}) is {day}, and its URL says {address.value}")
        if not day and address.value:
            day, written = address
        fetched_by, fetched, when = self.dated(RecordField.FETCHED)
        if fetched and not day:
            self.warnings.append(f"its date is the day on which it was fetched ({fetched_by!r}), for it has no other")
            return fetched, when
        if fetched and day and ((not name and days_apart(fetched, day) > 1) or fetched < day[: len(fetched)]):
            self.warnings.append(f"{fetched_by!r}, when it was fetched, is {fetched}; its date is taken as {day}")
        return day, written

    def dated(self, what: RecordField) -> tuple[str, str | None, str | None]:
        """The first date of a field that can be read: its name, ISO form and what is written; else the first one."""
        unread: tuple[str, str | None, str | None] = ("", None, None)
        problems: list[str] = []
        for name in self.names[what]:
            value = self.record[name]
            written = None if _missing(value) else _as_text(value, "، ")
            if written is None or not (written := " ".join(self.sound(written).split())):
                continue
            stamp = number_day(written if isinstance(value, dict) else value)
            day, problem = (stamp, None) if stamp else read_date(written)
            if day:
                self.warnings.extend([problem] if problem else ())
                return name, day, written
            unread = unread if unread[0] else (name, None, written)
            problems.extend([problem] if problem else ())
        self.warnings.extend(problems[:1])
        return unread

    def signed(self) -> Signed:
        """Who signs it: a person, an agency; the number of an author is no name."""
        found = self.line(RecordField.AUTHOR)
        return read_author(found) if found and not found.isdigit() else Signed(None)

    def section(self) -> str | None:
        """The category; numbers of categories are no names."""
        value = self.first(RecordField.CATEGORY)
        return None if isinstance(value, list) and _are_numbers(value) else self.line(RecordField.CATEGORY)

    def speaker(self) -> str | None:
        """The source; an address there is the page's own, which `address` takes when there is no other."""
        for name in self.names[RecordField.SOURCE]:
            found = _as_text(self.record[name], "، ") if not _missing(self.record[name]) else None
            if found and not _ADDRESS.match(found):
                return " ".join(self.sound(found).split()) or None
        return self.line(RecordField.SOURCE) if not self.misplaced() else None

    def misplaced(self) -> str | None:
        """The address that stands where a source belongs."""
        values = (self.record[name] for name in self.names[RecordField.SOURCE])
        return next((value for value in values if isinstance(value, str) and _ADDRESS.match(value)), None)


def _is_too_long(value: object) -> bool:
    """Whether a text is longer than an article may be."""
    return isinstance(value, str) and len(value) > raised(ARTICLE)


def to_article(
    record: Mapping[str, object],
    path: str,
    index: int,
    where: str,
    warnings: Sequence[str] = (),
    options: ReadOptions = USUAL,
) -> Article:
    """The article that a record holds; its id is the record's own or empty.

    Args:
        record: values by name, as JSON or a table gives them.
        path: the file, as the user wrote it.
        index: the record's 0-based place in the file.
        where: that place for messages (`line 3`).
        warnings: what is to be told of the record before what is found here.
        options: what the user says of the fields.

    Raises:
        BrokenRow: when the record has no text, or its letters are lost.

    >>> to_article({"headline": "خبر", "Body": "قال الوزير.", "tags": "غزة، مصر"}, "x.jsonl", 0, "line 1").keywords
    ('غزة', 'مصر')
    """
    names = columns(tuple(record), options)
    if any(_is_too_long(record[name]) for name in names[RecordField.TEXT]):  # before anything is looked for in it
        raise too_long(raised(ARTICLE), f"the text of article {index + 1}", path)
    values = _Values(record, names, list(warnings))
    text = values.body()
    title = values.line(RecordField.TITLE)
    if text is None and options.titles and title:
        text = ""
    if text is None:
        raise BrokenRow(f"{where}: {_without_text(record, values.names['text'])}", path=path)
    if lost := all_lost(text):
        raise BrokenRow(f"{where}: {lost}", path=path)
    day, written = values.day()
    author, agency = values.signed()
    source = values.speaker() or agency
    if agency and agency != source:
        values.warnings.append(f"in the author's field stands «{agency}», a source beside its own")
    article = Article(
        id=values.line(RecordField.ID) or "",
        path=path,
        index=index,
        title=title,
        source=source,
        author=author,
        date=day,
        date_text=written,
        url=values.line(RecordField.URL) or values.misplaced(),
        keywords=values.keywords(),
        category=values.section(),
        text=text,
    )
    return _with_warnings(article, values.warnings)


def _with_warnings(article: Article, warnings: list[str]) -> Article:
    """The article with what its reader should be told of its text."""
    if "\ufffd" in article.text:
        count = article.text.count("\ufffd")
        warnings.append(f"holds U+FFFD {count} times: letters were lost here or before the file was saved")
    return replace(article, warnings=tuple(dict.fromkeys(warnings))) if warnings else article


def _without_text(record: Mapping[str, object], names: tuple[str, ...]) -> str:
    """Why a record has no text, and what it has."""
    if names:
        value = record[names[0]]
        state = "empty" if _missing(value) or isinstance(value, str) else _kind(value)
        return f"no text: its field {names[0]!r} is {state}"
    return f"no text: none of its fields ({listed(record) or 'it has none'}) is called text, body, content or the like"


def _missing(value: object) -> bool:
    """Whether a value says that there is none: null, NaN, nothing but space, or a word for it."""
    if isinstance(value, str):
        return not value or value.isspace() or (len(value) < 10 and value.strip().casefold() in _absent())  # noqa: PLR2004
    return value is None or value in ([], {}) or (isinstance(value, float) and value != value)  # noqa: PLR0124 - NaN


@cache
def _absent() -> frozenset[str]:
    """The words that programs write for a value that is not there."""
    return frozenset(row["form"].casefold() for row in lexicon("row_fields") if row["role"] == RecordField.MISSING)


def _as_text(value: object, joint: str) -> str | None:
    """A value as text: members of a list joined, an object's inner name or value; None for what has no such form."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return _joined(value, joint)
    if isinstance(value, dict):
        return _inner(value, joint)
    return None if value is None or isinstance(value, bool) else _scalar(value)


def _joined(values: list[object], joint: str) -> str | None:
    """The members of a list as one text; a list in a list is left out, as is what is missing."""
    texts = [_as_text(value, joint) for value in values if not _missing(value) and not isinstance(value, list)]
    known = [text for text in texts if text is not None]
    return joint.join(known) if known else None


def _inner(values: dict[str, object], joint: str) -> str | None:
    """The value of an object that stands for it (`{"rendered": "خبر"}`), by the best of the names for one."""
    places = ranks()[RecordField.INNER]
    known = sorted(
        (name for name in values if fold_name(name) in places), key=lambda name: (places[fold_name(name)], name)
    )
    plain = (values[name] for name in known if not isinstance(values[name], list))
    return next((text for value in plain if not _missing(value) and (text := _as_text(value, joint))), None)


def _are_numbers(values: list[object]) -> bool:
    """Whether the members of a list are the numbers that a database has for names."""
    return bool(values) and all(isinstance(value, int) for value in values)


def _named_members(values: list[object]) -> list[str]:
    """The members of a list as texts; none when they are numbers."""
    return [] if _are_numbers(values) else [part for part in (_as_text(member, " ") for member in values) if part]


def _scalar(value: object) -> str:
    """A number, day or row of bytes as text; a whole number has no decimals, however a table stored it."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _kind(value: object) -> str:
    """What a value of an unusable type is called in a message."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, (list, dict)):
        return "nested"
    return "a number" if isinstance(value, (int, float)) else f"a {type(value).__name__}"
