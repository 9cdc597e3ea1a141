"""The articles of files, folders and standard input: found, opened by the right reader, identified and counted."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, fields, replace
from typing import BinaryIO

from arcorpus.errors import BrokenRow, LeftOut, NoArticle, ReadError, UnreadableFile, UsageError
from arcorpus.ids import UniqueIds, stable_id
from arcorpus.readers import formats
from arcorpus.readers.archives import DEEPEST, Archive
from arcorpus.readers.choosing import Outputs, check_encoding, chosen, expanded, is_excluded, listed_paths
from arcorpus.readers.date_range import DateRange, date_range, has_year
from arcorpus.readers.files import failure, faulty_reader, open_file, shown, walk
from arcorpus.readers.language import other_language
from arcorpus.readers.limits import ARTICLE, Allowance, raise_limits, raised, size_of, too_long
from arcorpus.readers.options import USUAL, ReadOptions
from arcorpus.readers.recognition import STANDARD_INPUT, Recognised, recognised
from arcorpus.report import Corpus, ErrorRow
from arcorpus.types import Article

BROKEN_ROWS = 1000  # errors that are told of one file, each in its own row; the rest is counted
ENDINGS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Inputs(ReadOptions):
    """What to read, and how the fields of records are read.

    Attributes:
        paths: files, folders or `-` for standard input.
        input_format: the name of a reader to use for every file, whatever its ending says.
        since: the first day of articles wanted, as people write it.
        until: the last day of articles wanted.
        encoding: the name of the encoding of every file, instead of what its bytes tell.
        files_from: a file with more paths, one a line.
        null: whether NUL parts them.
        exclude: patterns of paths that are left out.
        limit: how many articles are read, at most.
        sample: how many are drawn at random of all.
        seed: which sample.
        any_language: whether articles in other languages than Arabic stay.
        max_size: what a file or a part of it may hold, as people write it, where the limits are lower.
        outputs: files that the report goes to; a folder's articles are without them.
    """

    paths: tuple[str, ...]
    input_format: str | None = None
    since: str | None = None
    until: str | None = None
    encoding: str | None = None
    files_from: str | None = None
    null: bool = False
    exclude: tuple[str, ...] = ()
    limit: int | None = None
    sample: int | None = None
    seed: int = 0
    any_language: bool = False
    max_size: str | None = None
    outputs: tuple[str, ...] = ()

    def read_options(self) -> ReadOptions:
        """What is said of the fields of records."""
        return ReadOptions(**{option.name: getattr(self, option.name) for option in fields(ReadOptions)})

    def all_paths(self) -> tuple[str, ...]:
        """The paths, those of the list too, with patterns expanded that no shell has."""
        listed = listed_paths(self.files_from, null=self.null) if self.files_from is not None else ()
        return tuple(found for path in (*self.paths, *listed) for found in expanded(path))


@dataclass(frozen=True, slots=True)
class _InputFile:
    """A file to read.

    Attributes:
        path: where it lies, as the user wrote it.
        inner: the part of the path that its articles' ids are made of.
        listed: whether a folder listed it, rather than the user.
        archive: the archive that it is a member of.
        depth: how many archives it lies in.
        allowance: how much may be unpacked out of it or, for a member, out of the archive around it.
    """

    path: str
    inner: str
    listed: bool
    archive: Archive | None = None
    depth: int = 0
    allowance: Allowance = field(default_factory=Allowance)


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
        UsageError: at once, for a limit that is no date, a size that is none or an unknown format.
    """
    inputs = replace(inputs, paths=inputs.all_paths(), files_from=None)
    if not inputs.paths:
        raise UsageError("there is nothing to read; name files or folders, --files-from, or pipe something in")
    if inputs.encoding is not None:
        check_encoding(inputs.encoding)
    raise_limits(size_of(str(inputs.max_size)) if inputs.max_size is not None else 0)
    written = Outputs.of(inputs.outputs)
    for path in inputs.paths:
        if inputs.outputs and path in written and not is_excluded(path, inputs.exclude):
            raise UsageError("is read, and the report would go there too; name another place with -o", path=shown(path))
    if inputs.input_format is not None and not formats.is_format(inputs.input_format):
        raise UsageError(f"there is no input format {inputs.input_format!r}; it is one of {formats.names()}")
    return _Run(inputs, date_range(inputs.since, inputs.until), corpus, errors, warn, written).articles()


@dataclass(slots=True)
class _Run:
    """One pass over the inputs.

    Attributes:
        inputs: what to read.
        wanted: the days between which articles are wanted.
        corpus: the counts, kept up while articles pass.
        errors: what could not be read.
        warn: is told of what was left out.
        outputs: the files that the report goes to.
        ids: the ids given so far.
        left_out: files in folders that no reader takes, by their ending.
        undated: articles left out because they have no date.
        foreign: articles left out because they are not in Arabic, by language.
        excluded: files and paths left out by `exclude`.
        opened_any: whether any file was left to read.
        any_fields: whether any file was of a form that has fields.
    """

    inputs: Inputs
    wanted: DateRange
    corpus: Corpus
    errors: list[ErrorRow]
    warn: Callable[[str], None]
    outputs: Outputs
    ids: UniqueIds = field(default_factory=UniqueIds)
    left_out: Counter[str] = field(default_factory=Counter)
    undated: int = 0
    foreign: Counter[str] = field(default_factory=Counter)
    excluded: int = 0
    opened_any: bool = False
    any_fields: bool = False

    def articles(self) -> Iterator[Article]:
        """The articles within the limits, identified and counted."""
        found = (article for file in self.files() for article in self.read(file) if self.wants(article))
        for article in chosen(found, self.inputs.limit, self.inputs.sample, self.inputs.seed):
            self.count(article.date)
            yield article
        self.tell()

    def fail(self, error: ReadError) -> None:
        """Take down an error; what was left out on purpose is a warning."""
        if isinstance(error, LeftOut):
            self.warn(f"{shown(error.path or '')}: {error.message}")
            return
        self.errors.append(ErrorRow(shown(error.path or ""), type(error).__name__, error.message))

    def files(self) -> Iterator[_InputFile]:
        """The files to read, in the order of the paths; folders are walked when their turn comes."""
        for path in self.inputs.paths:
            if is_excluded(path, self.inputs.exclude):
                self.excluded += 1
                continue
            if path == STANDARD_INPUT:
                yield _InputFile(path, path, listed=False)
            elif path in self.outputs:
                self.fail(NoArticle("it was left out, because standard output goes to it", path=shown(path)))
            elif os.path.isdir(path):  # noqa: PTH112 - the path stays as written
                for inner in self.below(path, "folder", self.unwritten(path)):
                    yield _InputFile(os.path.join(path, inner), inner, listed=True)  # noqa: PTH118
            else:
                yield _InputFile(path, os.path.basename(path), listed=False)  # noqa: PTH119

    def unwritten(self, folder: str) -> Iterator[str | ReadError]:
        """The files below a folder but those that the report goes to."""
        for inner in walk(folder):
            if not isinstance(inner, ReadError) and (path := os.path.join(folder, inner)) in self.outputs:  # noqa: PTH118
                self.warn(f"{shown(path)}: it was left out, because the report goes there")
            else:
                yield inner

    def below(self, path: str, kind: str, listing: Iterator[str | ReadError]) -> Iterator[str]:
        """The files listed of a folder or archive that a reader takes; the others are counted by their ending."""
        found = taken = failed = excluded = 0
        for inner in listing:
            if isinstance(inner, ReadError):
                failed += 1
                self.fail(inner)
                continue
            if is_excluded(inner, self.inputs.exclude):
                excluded += 1
                continue
            found += 1
            if self.inputs.input_format or formats.takes(inner):
                taken += 1
                yield inner
            else:
                self.left_out[formats.ending_of(inner)] += 1
        self.excluded += excluded
        if not taken and not failed and (found or not excluded):
            what = f"none of its {found} files is of a kind that is read" if found else f"no file is in this {kind}"
            self.fail(
                NoArticle(
                    f"{what} ({formats.readable()}; hidden files are left out); check the "
                    "path, or say what the files are with --input-format",
                    path=shown(path),
                )
            )

    def read(self, file: _InputFile) -> Iterator[Article]:
        """The articles of one file; what goes wrong becomes rows of errors."""
        self.opened_any = True
        any_article = is_archive = False
        before = len(self.errors)
        try:
            with self.opened(file) as stream:
                found = self.recognised(file, stream)
                is_archive = bool(found.archive)
                for article in self.members(file, found) if is_archive else self.parsed(file, found):
                    self.corpus.files += not any_article and not is_archive
                    any_article = True
                    yield article
        except ReadError as error:
            error.path = error.path or file.path
            self.fail(error)
        except OSError as error:
            self.fail(failure(file.path, error))
        except MemoryError:
            self.fail(UnreadableFile("it takes more memory than there is; part it, or allow more", path=file.path))
        except (ValueError, LookupError, TypeError, ArithmeticError, AttributeError, RuntimeError) as error:
            self.fail(faulty_reader(error, file.path))
        if not any_article and not is_archive and len(self.errors) == before:
            self.fail(
                NoArticle(
                    "no article was found in it; check that it is a saved news page or a file of records",
                    path=file.path,
                )
            )

    def opened(self, file: _InputFile) -> AbstractContextManager[BinaryIO]:
        """The bytes of a file; standard input stays open."""
        if file.archive:
            return file.archive.open(file.inner)
        if file.path == STANDARD_INPUT:
            if sys.stdin is None:
                raise UnreadableFile("standard input is closed; give a file or a pipe", path=STANDARD_INPUT)
            return nullcontext(sys.stdin.buffer)
        return open_file(file.path, listed=file.listed)

    def recognised(self, file: _InputFile, stream: BinaryIO) -> Recognised:
        """What a file is; where its name says otherwise, that is told."""
        path = shown(file.path)
        found = recognised(stream, path, file.allowance, self.inputs.input_format, self.inputs.encoding)
        if found.told:
            self.warn(f"{path}: this is {found.told} under another name, and was read as what it is")
        return found

    def members(self, file: _InputFile, found: Recognised) -> Iterator[Article]:
        """The articles of the files in an archive, as of those in a folder."""
        if file.depth == DEEPEST:
            raise UnreadableFile(f"archives are nested more than {DEEPEST} deep in it; unpack it and give the folder")
        archive = Archive(found.stream, found.archive, file.path, file.allowance)
        for inner in self.below(file.path, "archive", archive.walk()):
            yield from self.read(
                _InputFile(f"{file.path}!{inner}", inner, True, archive, file.depth + 1, file.allowance)  # noqa: FBT003
            )
            if file.allowance.refusal:
                raise UnreadableFile("the rest of the archive was left out, for it unpacks to too much")

    def parsed(self, file: _InputFile, found: Recognised) -> Iterator[Article]:
        """The articles that the file's reader finds, identified; broken records become rows of errors."""
        path = shown(file.path)
        broken = 0
        self.any_fields = self.any_fields or formats.has_fields(found.reader)
        for item in formats.read(found.reader, found.stream, path, self.inputs.read_options()):
            if not isinstance(item, ReadError):
                if len(item.text) > raised(ARTICLE):
                    self.fail(too_long(raised(ARTICLE), f"the text of article {item.index + 1}", path))
                else:
                    yield self.identified(item, file)
                continue
            broken += 1
            if broken <= BROKEN_ROWS:
                self.fail(item)
        if broken > BROKEN_ROWS:
            self.fail(
                BrokenRow(
                    f"and {broken - BROKEN_ROWS} more broken records in this file; is it what its ending says?",
                    path=path,
                )
            )

    def identified(self, article: Article, file: _InputFile) -> Article:
        """The article with its own id or one made of where it stands and what it says; a repeated one gets -2, -3."""
        own = article.id or stable_id(file.inner, article.index, article.text)
        return replace(article, id=self.ids.unique(own))

    def wants(self, article: Article) -> bool:
        """Whether an article is of the days and the language asked for; one that is not is counted."""
        if not self.within(article.date):
            return False
        if self.inputs.any_language:
            return True
        language = other_language(f"{article.title or ''}\n{article.text}")
        if language is not None:
            self.foreign[language] += 1
        return language is None

    def within(self, date: str | None) -> bool:
        """Whether an article of this date is wanted; one without a date is not, when there are limits."""
        if self.wanted == DateRange():
            return True
        if not has_year(date):
            self.undated += 1
            return False
        return self.wanted.overlaps(str(date))

    def count(self, date: str | None) -> None:
        """Count an article in the corpus."""
        corpus = self.corpus
        corpus.articles += 1
        if date and has_year(date):
            corpus.first_date = min(corpus.first_date or date, date)
            corpus.last_date = max(corpus.last_date or date, date)

    def tell(self) -> None:
        """Warn of what was left out; where the patterns left nothing at all to read, that is an error."""
        if self.excluded and not self.opened_any:
            cure = "check the patterns of --exclude against the paths"
            self.fail(
                NoArticle(
                    f"all {self.excluded} files and paths were left out by --exclude; {cure}",
                    path=shown(self.inputs.paths[0]),
                )
            )
        if self.opened_any and not self.any_fields and self.inputs.read_options() != USUAL:
            self.warn("options for the fields of records did nothing: no input is a table or has records")
        if self.foreign:
            told = (
                f"{self.foreign.total()} articles that are not in Arabic were left out "
                f"({', '.join(f'{count} {name}' for name, count in self.foreign.most_common())}); "
                "--any-language keeps them"
            )
            self.warn(told)
            if not self.corpus.articles:
                self.fail(NoArticle(told, path=shown(self.inputs.paths[0])))
        if self.undated:
            self.warn(f"{self.undated} articles without a date were left out, because --since or --until is given")
        if self.left_out:
            listing = _listing(self.left_out)
            self.warn(f"{self.left_out.total()} files in folders were left out: {listing} that no reader takes")


def _listing(endings: dict[str, int]) -> str:
    """Endings with their counts, most frequent first."""
    ranked = sorted(endings.items(), key=lambda item: (-item[1], item[0]))
    shown_ones = [f"{count} {ending or 'without an ending'}" for ending, count in ranked[:ENDINGS_SHOWN]]
    rest = sum(count for _, count in ranked[ENDINGS_SHOWN:])
    return ", ".join(shown_ones + ([f"{rest} others"] if rest else []))
