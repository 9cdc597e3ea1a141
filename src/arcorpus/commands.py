"""What the commands do: read the options, build the report, write it, and tell how it went."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from io import BufferedReader
from typing import Any, BinaryIO, NoReturn, TextIO

from arcorpus import api
from arcorpus.endings import tell
from arcorpus.errors import UnreadableFile, UsageError
from arcorpus.linking.aliases import read_aliases
from arcorpus.pipeline import Settings
from arcorpus.readers.files import open_file
from arcorpus.readers.inputs import Inputs
from arcorpus.report import Report
from arcorpus.types import Document
from arcorpus.writers import destination
from arcorpus.writers.escaping import for_terminal
from arcorpus.writers.layout import SECTIONS

MOST_ERRORS = 20
"""Errors told on standard error; the report has them all."""


def sections_of(only: str | None) -> tuple[str, ...]:
    """The sections that `--only` names, or the whole report."""
    if not only:
        return SECTIONS
    return api.chosen((name.strip() for name in only.split(",") if name.strip()), "--only")


def _watched(documents: Iterable[Document]) -> Iterator[Document]:
    """Pass the documents on with a live count on standard error."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(documents, total=None)


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the commands that read, as the command line gives them.

    Attributes:
        paths: files, folders, `-`.
        input_format: the reader to use for all of them.
        since: the first day of articles wanted.
        until: the last.
        encoding: the encoding of every file.
        files_from: a file of more paths.
        null: whether NUL parts them.
        exclude: patterns of what is left out.
        limit: articles read, at most.
        sample: articles drawn at random.
        seed: which sample.
        any_language: whether articles in other languages stay.
        max_size: what a file may hold.
        text_column: the field of records that is the text.
        title_column: the field that is the title.
        date_column: the field that is the date.
        source_column: the field that is the source.
        titles: whether a title alone is an article.
        article_tag: the element of XML that is an article.
        jobs: processes.
        form: the format of the report.
        output: where it goes.
        top: rows of a table.
        bom: whether CSV begins with a byte order mark.
        quiet: whether progress and warnings are held back.
        strict: whether anything that could not be read is a failure.
        ner: what finds the names.
        morphology: what tells lemmas.
        without_names: whether names are left out of topics.
        aliases: the user's file of names.
        collapse: whether copies are left out of every count.
        own: the options of the analyses, by name.
    """

    paths: tuple[str, ...]
    input_format: str | None
    since: str | None
    until: str | None
    jobs: int
    form: str | None
    output: str | None
    top: int | None
    bom: bool
    quiet: bool
    strict: bool
    encoding: str | None = None
    files_from: str | None = None
    null: bool = False
    exclude: tuple[str, ...] = ()
    limit: int | None = None
    sample: int | None = None
    seed: int = 0
    any_language: bool = False
    max_size: str | None = None
    text_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    source_column: str | None = None
    titles: bool = False
    article_tag: str | None = None
    ner: str = "embedded"
    morphology: str = "lexicon"
    without_names: bool = False
    aliases: str | None = None
    collapse: bool = False
    own: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Options:
        """The options out of all that a command was given: what is none of the attributes belongs to an analysis."""
        common = {option.name for option in fields(cls)}
        own = {name: value for name, value in given.items() if name not in common}
        return cls(**{name: value for name, value in given.items() if name in common}, own=own)

    def request(self, sections: tuple[str, ...], outputs: tuple[str, ...] = ()) -> api.Request:
        """What to read and make, for `api.build`; `outputs` are files that the report goes to.

        Raises:
            UsageError: for options that cannot be met.
        """
        if self.jobs > 1:
            raise UsageError("--jobs above 1 belongs to a later version; leave it out")
        common = {option.name: getattr(self, option.name) for option in fields(Inputs) if hasattr(self, option.name)}
        if not self.paths and self.files_from is None and _is_piped():
            common["paths"] = ("-",)
        return api.Request(
            inputs=Inputs(**common, outputs=outputs),
            sections=sections,
            options=self.own,
            collapse=self.collapse,
            aliases=read_aliases(self.aliases) if self.aliases is not None else None,
            settings=Settings(self.ner, self.morphology, not self.without_names),
            warn=(lambda _: None) if self.quiet else (lambda message: tell(f"warning: {message}")),
            watch=_watched if sys.stderr and sys.stderr.isatty() and not self.quiet else iter,
        )


def _is_piped() -> bool:
    """Whether something comes in on standard input, which is no terminal and no other device."""
    try:
        if sys.stdin is None or stat.S_ISCHR(os.fstat(sys.stdin.fileno()).st_mode):
            return False
    except (OSError, ValueError):
        return False
    stream = sys.stdin.buffer
    return not isinstance(stream, BufferedReader) or bool(stream.peek(1))


def report(sections: tuple[str, ...], given: Mapping[str, Any]) -> None:
    """Build the report that a command asks for and write it; leave with 1 when nothing could be read.

    Args:
        sections: the names of the analyses.
        given: the values of the command's options, by name.

    Raises:
        CorpusError: for a request that cannot be met, or a report that cannot be written.
    """
    options = Options.of(given)
    target = destination.target(
        options.form, options.output, sections, top=options.top, bom=options.bom, options=options.own
    )
    built = api.build(options.request(sections, destination.outputs(target)))
    destination.write(built, target)
    _conclude(built, strict=options.strict)


def _conclude(report: Report, *, strict: bool) -> None:
    """Say what could not be read, and leave with 1 when that was everything or, with `strict`, anything."""
    for row in report.errors[:MOST_ERRORS]:
        tell(f"{row.path}: {row.message}")
    if len(report.errors) > MOST_ERRORS:
        tell(f"and {len(report.errors) - MOST_ERRORS:,} more that could not be read: all are under errors in the JSON")
    if report.errors and (strict or not report.corpus.articles):
        _leave(1)


def _leave(status: int) -> NoReturn:
    """End with an exit status, once everything is written."""
    if sys.stdout:
        sys.stdout.flush()
    sys.exit(status)


def normalize_paths(paths: tuple[str, ...], profile: str, charmap: str | None) -> None:
    """Stream each of `paths` (standard input when there is none) to standard output, normalised.

    Raises:
        UsageError: for an unknown profile or character map.
        MissingExtra: for a character map without CAMeL Tools.
        UnreadableFile: for a file that cannot be opened or decoded; those before it have been written.
    """
    from arcorpus.readers import encodings
    from arcorpus.readers.letters import MendedText
    from arcorpus.text import charmaps, normalize

    normalize.steps_of(profile)
    mapped = charmaps.load(charmap) if charmap else None
    with destination.standard_output() as out:
        for path in paths or ("-",):
            with _opened(path) as stream:
                text, about = encodings.open_text(stream, path)
                mended = MendedText(text)
                normalize.normalize_stream(mended, _Mapped(out, mapped) if mapped else out, profile)
            for warning in (*about.warnings, *mended.warnings):
                tell(f"warning: {path}: {warning}")


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """The bytes of a file, or of standard input for `-`."""
    if path == "-":
        if sys.stdin is None:
            raise UnreadableFile("standard input is closed; name a file, or send it a text", path=path)
        yield sys.stdin.buffer
        return
    with open_file(path, listed=False) as stream:
        yield stream


@dataclass(frozen=True, slots=True)
class _Mapped:
    """An output that maps every text on its way out."""

    out: TextIO
    mapped: Callable[[str], str]

    def write(self, text: str, /) -> None:
        """Write the text, mapped."""
        self.out.write(self.mapped(text))


def examine() -> None:
    """Print what is installed, a line each; leave with 1 when something is broken."""
    from arcorpus import doctor

    findings = doctor.examine()
    with destination.standard_output() as out:
        for finding in findings:
            out.write(f"{finding.state:<8} {finding.name}: {for_terminal(finding.detail)}\n")
    if any(finding.state == "broken" for finding in findings):
        _leave(1)


def print_schema() -> None:
    """Print the JSON Schema of the report."""
    import json

    from arcorpus.writers.json_schema import schema

    with destination.standard_output() as out:
        out.write(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")
