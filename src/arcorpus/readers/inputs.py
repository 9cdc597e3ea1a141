"""The articles of files, folders and standard input: found, opened by the right reader, identified and counted."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from functools import cache
from typing import BinaryIO

from arcorpus import plugins
from arcorpus.errors import NoArticle, ReadError, UnknownFormat, UnreadableFile, UsageError
from arcorpus.ids import stable_id
from arcorpus.readers.files import failure, open_file, shown, walk
from arcorpus.types import Article, Corpus, ErrorRow

STANDARD_INPUT = "-"
PACKED = ".gz"
READERS = {".txt": "page"} | dict.fromkeys((".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet"), "rows")
FORMATS = ("page", "jsonl", "json", "csv", "tsv", "parquet")
LATER = {".html": "HTML", ".htm": "HTML", ".xhtml": "HTML", ".zip": "ZIP"}
BROKEN_ROWS = 1000  # errors that are told of one file, each in its own row; the rest is counted
ENDINGS_SHOWN = 8
FIRST, LAST = "0000-01-01", "0000-12-31"  # what completes a date of a year or month


@dataclass(frozen=True, slots=True)
class Inputs:
    """What to read: files, folders or `-`; one of `FORMATS` instead of what the endings say; the days between which."""

    paths: tuple[str, ...]
    input_format: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read: its path, the part of it that its articles' ids are made of, and whether a folder listed it."""

    path: str
    inner: str
    listed: bool


@dataclass(frozen=True, slots=True)
class _Limits:
    """The first and the last day wanted, each as far as it is given; a month or year counts whole."""

    since: str | None = None
    until: str | None = None

    def wants(self, date: str) -> bool:
        """Whether any day of the article's date lies within."""
        first, last = date + FIRST[len(date) :], date + LAST[len(date) :]
        return (self.since is None or last >= self.since) and (self.until is None or first <= self.until)


def read_articles(
    inputs: Inputs,
    corpus: Corpus,
    errors: list[ErrorRow],
    warn: Callable[[str], None],
) -> Iterator[Article]:
    """The articles of the inputs, streamed in the order of the paths, with ids that are unique in the run.

    Args:
        inputs: what to read.
        corpus: its files, articles, first_date and last_date are counted up while the articles pass.
        errors: gets a row for each file or record that cannot be read, while the articles pass.
        warn: is told, once each, of files and articles left out.

    Raises:
        UsageError: at once, for a limit that is no date, an unknown format, or one of a later version.
    """
    for path in inputs.paths:
        later = LATER.get(_ending(path))
        if later and not os.path.isdir(path):  # noqa: PTH112 - the path stays as written
            raise UsageError(
                f"{later} input belongs to a later version; until then save the article's text as a .txt file",
                path=shown(path),
            )
    if inputs.input_format not in (None, *FORMATS):
        raise UsageError(f"there is no input format {inputs.input_format!r}; it is one of {', '.join(FORMATS)}")
    return _Run(inputs, _limits(inputs), corpus, errors, warn).articles()


def _limits(inputs: Inputs) -> _Limits:
    """The limits that --since and --until set."""
    if inputs.since is None and inputs.until is None:
        return _Limits()
    first, last = _limit("--since", inputs.since), _limit("--until", inputs.until)
    limits = _Limits(first and first + FIRST[len(first) :], last and last + LAST[len(last) :])
    if limits.since and limits.until and limits.since > limits.until:
        raise UsageError(f"--since {inputs.since} lies after --until {inputs.until}: no article can be between them")
    return limits


def _limit(option: str, text: str | None) -> str | None:
    """The ISO date of a limit."""
    from arcorpus.readers.record_fields import read_date

    if text is None:
        return None
    value, problem = read_date(text)
    if not _dated(value):
        raise UsageError(
            f"{option} {text!r} is no date{f' ({problem})' if problem else ''}; "
            "write it like 2025-01-30, 2025-01 or 2025"
        )
    return value


def _dated(date: str | None) -> bool:
    """Whether a date has a year and is no interval."""
    return bool(date) and str(date)[:4].isdigit() and "/" not in str(date)


@dataclass(slots=True)
class _Run:
    """One pass over the inputs: what has been seen, left out and counted."""

    inputs: Inputs
    limits: _Limits
    corpus: Corpus
    errors: list[ErrorRow]
    warn: Callable[[str], None]
    repeats: dict[str, int] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    undated: int = 0

    def articles(self) -> Iterator[Article]:
        """The articles within the limits, identified and counted."""
        for file in self.files():
            for article in self.read(file):
                if self.within(article.date):
                    self.count(article.date)
                    yield article
        self.tell()

    def fail(self, error: ReadError) -> None:
        """Take down an error."""
        self.errors.append(ErrorRow(shown(error.path or ""), type(error).__name__, error.message))

    def files(self) -> Iterator[_File]:
        """The files to read, in the order of the paths; folders are walked when their turn comes."""
        for path in self.inputs.paths:
            if path == STANDARD_INPUT:
                yield _File(path, path, listed=False)
            elif os.path.isdir(path):  # noqa: PTH112
                yield from self.folder(path)
            elif self.reader(path) or not os.path.lexists(path):  # a missing file is told when opened
                yield _File(path, os.path.basename(path), listed=False)  # noqa: PTH119
            else:
                self.fail(_unknown(path))

    def folder(self, path: str) -> Iterator[_File]:
        """The files below a folder that a reader takes; the others are counted by their ending."""
        found = taken = failed = 0
        for inner in walk(path):
            if isinstance(inner, ReadError):
                failed += 1
                self.fail(inner)
                continue
            found += 1
            if self.reader(inner):
                taken += 1
                yield _File(os.path.join(path, inner), inner, listed=True)  # noqa: PTH118
            else:
                self.left_out[_ending(inner)] += 1
        if not taken and not failed:
            what = f"none of its {found} files is of a kind that is read" if found else "no file is in this folder"
            self.fail(
                NoArticle(
                    f"{what} ({', '.join(READERS)}, also {PACKED}; hidden files are left out); check the "
                    "path, or say what the files are with --input-format",
                    path=shown(path),
                )
            )

    def reader(self, path: str) -> str | None:
        """The name of the reader for a path, `sniffed` where only the content can tell, None when none takes it."""
        if self.inputs.input_format:
            return "page" if self.inputs.input_format == "page" else "rows"
        ending = _ending(path)
        if ending in LATER:
            return None
        packed = not ending and path.lower().endswith(PACKED)
        return "sniffed" if packed else READERS.get(ending) or (_installed().get(ending) if ending else None)

    def read(self, file: _File) -> Iterator[Article]:
        """The articles of one file; what goes wrong becomes rows of errors."""
        any_article = False
        before = len(self.errors)
        try:
            with self.opened(file) as stream:
                for article in self.parsed(file, stream):
                    self.corpus.files += not any_article
                    any_article = True
                    yield self.identified(article, file)
        except ReadError as error:
            error.path = error.path or file.path
            self.fail(error)
        except OSError as error:
            self.fail(failure(file.path, error))
        if not any_article and len(self.errors) == before:
            self.fail(
                NoArticle(
                    "no article was found in it; check that it is a saved news page or a file of records",
                    path=file.path,
                )
            )

    def opened(self, file: _File) -> AbstractContextManager[BinaryIO]:
        """The bytes of a file; standard input stays open."""
        if file.path == STANDARD_INPUT:
            if sys.stdin is None:
                raise UnreadableFile("standard input is closed; give a file or a pipe", path=STANDARD_INPUT)
            return nullcontext(sys.stdin.buffer)
        return open_file(file.path, listed=file.listed)

    def parsed(self, file: _File, stream: BinaryIO) -> Iterator[Article]:
        """The articles that the file's reader finds; broken records become rows of errors."""
        path = shown(file.path)
        form = self.inputs.input_format
        name = "sniffed" if path == STANDARD_INPUT and not form else self.reader(file.path)
        stream = _unpacked(stream, path)
        if name == "sniffed":
            from arcorpus.readers.sniffing import peek, sniff_form

            head, stream = peek(stream)
            form = sniff_form(head, path)
            name = "page" if form == "page" else "rows"
        reader = plugins.load("readers", str(name))
        items = reader.read(stream, path, form=form) if name == "rows" else reader.read(stream, path)
        broken = 0
        for item in items:
            if not isinstance(item, ReadError):
                yield item
                continue
            broken += 1
            if broken <= BROKEN_ROWS:
                self.fail(item)
        if broken > BROKEN_ROWS:
            self.fail(
                type(item)(
                    f"and {broken - BROKEN_ROWS} more broken records in this file; is it what its ending says?",
                    path=path,
                )
            )

    def identified(self, article: Article, file: _File) -> Article:
        """The article with its own id or one made of where it stands and what it says; a repeated one gets -2, -3."""
        own = article.id or stable_id(file.inner, article.index, article.text)
        seen = self.repeats.get(own, 0)
        unique = own
        while unique in self.repeats:
            seen += 1
            unique = f"{own}-{seen}"
        self.repeats[own] = max(seen, 1)
        self.repeats.setdefault(unique, 1)
        return replace(article, id=unique)

    def within(self, date: str | None) -> bool:
        """Whether an article of this date is wanted; one without a date is not, when there are limits."""
        if self.limits == _Limits():
            return True
        if not _dated(date):
            self.undated += 1
            return False
        return self.limits.wants(str(date))

    def count(self, date: str | None) -> None:
        """Count an article in the corpus."""
        corpus = self.corpus
        corpus.articles += 1
        if date and _dated(date):
            corpus.first_date = min(corpus.first_date or date, date)
            corpus.last_date = max(corpus.last_date or date, date)

    def tell(self) -> None:
        """Warn of what was left out."""
        if self.undated:
            self.warn(f"{self.undated} articles without a date were left out, because --since or --until is given")
        if self.left_out:
            later = {ending: count for ending, count in self.left_out.items() if ending in LATER}
            other = self.left_out - Counter(later)
            parts = [f"{_listing(other)} that no reader takes"] if other else []
            parts += [f"{_listing(later)} that belong to a later version"] if later else []
            self.warn(f"{self.left_out.total()} files in folders were left out: {'; '.join(parts)}")


def _unpacked(stream: BinaryIO, path: str) -> BinaryIO:
    """The stream, unpacked when the name says so or standard input begins like gzip data."""
    packed = path.lower().endswith(PACKED)
    if path == STANDARD_INPUT:
        from arcorpus.readers.sniffing import GZIP, peek

        head, stream = peek(stream)
        if not head:
            raise NoArticle("standard input is empty, or was read before", path=path)
        packed = head.startswith(GZIP)
    if not packed:
        return stream
    from arcorpus.readers.packed import unpack

    return unpack(stream, path)


def _listing(endings: dict[str, int]) -> str:
    """Endings with their counts, most frequent first."""
    ranked = sorted(endings.items(), key=lambda item: (-item[1], item[0]))
    shown_ones = [f"{count} {ending or 'without an ending'}" for ending, count in ranked[:ENDINGS_SHOWN]]
    rest = sum(count for _, count in ranked[ENDINGS_SHOWN:])
    return ", ".join(shown_ones + ([f"{rest} others"] if rest else []))


def _ending(path: str) -> str:
    """The ending in lower case that tells what a file is, `.gz` taken off; empty when it has none."""
    name = os.path.basename(path).lower().removesuffix(PACKED)  # noqa: PTH119
    return os.path.splitext(name)[1]  # noqa: PTH122


def _unknown(path: str) -> UnknownFormat:
    """The error for a file that was named and that no reader takes."""
    ending = _ending(path)
    what = f"files ending in {ending}" if ending else "files without an ending"
    return UnknownFormat(
        f"no reader takes {what}; readable are {', '.join(READERS)}, also {PACKED}; if it is one of "
        f"these by another name, say so with --input-format ({', '.join(FORMATS)})",
        path=shown(path),
    )


@cache
def _installed() -> dict[str, str]:
    """Readers that other packages add, by the endings they take; asked only for an ending that none of ours takes."""
    from importlib.metadata import entry_points

    points = sorted(entry_points(group="arcorpus.readers"), key=lambda point: point.name)
    return {ending: point.name for point in points for ending in point.load().SUFFIXES}
