"""What the commands do: read the options, build the report, write it, and tell how it went."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

import click

from arcorpus.errors import CorpusError, UsageError
from arcorpus.safe import for_terminal
from arcorpus.types import Document, Report

TYPES = ("PER", "ORG", "LOC", "PRODUCT", "EVENT", "WORK", "DATE", "MONEY", "PERCENT", "QUANTITY")


def say(message: str) -> None:
    """One line on standard error, with nothing in it that a terminal would obey."""
    click.echo(f"corpus: {for_terminal(message)}", err=True)


def _listed(text: str, known: tuple[str, ...], what: str) -> tuple[str, ...]:
    """The comma-separated names in `text`, in the order of `known`."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise UsageError(f"{what} takes names of {', '.join(known)}, separated by commas; not {text!r}")
    return tuple(name for name in known if name in names)


def sections_of(only: str | None) -> tuple[str, ...]:
    """The sections that `--only` names, or all."""
    from arcorpus.api import SECTIONS

    return _listed(only, SECTIONS, "--only") if only else SECTIONS


def _watched(documents: Iterable[Document]) -> Iterator[Document]:
    """Pass the documents on with a live count on standard error."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(documents, total=None)


def report(  # noqa: PLR0913 - one argument for each option of the command line
    sections: tuple[str, ...],
    *,
    paths: tuple[str, ...],
    input_format: str | None,
    since: str | None,
    until: str | None,
    jobs: int,
    form: str | None,
    output: str | None,
    top: int,
    bom: bool,
    quiet: bool,
    strict: bool,
    types: str | None = None,
    topic_count: int | None = None,
    ner: str = "rules",
) -> None:
    """Build the report that a command asks for and write it; leave with 1 when nothing could be read.

    Raises:
        CorpusError: for a request that cannot be met, or a report that cannot be written.
    """
    from arcorpus import api, output as out
    from arcorpus.pipeline import Settings
    from arcorpus.reading import Inputs

    if jobs > 1:
        raise UsageError("--jobs above 1 belongs to a later version; leave it out")
    target = out.target(form, output, sections, top=top, bom=bom)
    request = api.Request(
        inputs=Inputs(paths, input_format, since, until),
        sections=sections,
        topics=topic_count,
        types=frozenset(_listed(types, TYPES, "--type")) if types else None,
        settings=Settings(ner),
        warn=(lambda _: None) if quiet else (lambda message: say(f"warning: {message}")),
        watch=_watched if sys.stderr.isatty() and not quiet else iter,
    )
    built = api.build(request)
    out.write(built, target)
    _conclude(built, strict=strict)


def _conclude(report: Report, *, strict: bool) -> None:
    """Say what could not be read, and leave with 1 when that was everything or, with `strict`, anything."""
    for row in report.errors:
        say(f"{row.path}: {row.message}")
    if report.errors and (strict or not report.corpus.articles):
        _leave(1)


def _leave(status: int) -> NoReturn:
    """End with an exit status, through the one place that handles it."""
    sys.stdout.flush()
    sys.exit(status)


def normalize_paths(paths: tuple[str, ...], profile: str, charmap: str | None) -> None:
    """Stream each of `paths` (standard input when there is none) to standard output, normalised."""
    raise CorpusError("not built yet")


def examine() -> None:
    """Print what is installed."""


def print_schema() -> None:
    """Print the JSON Schema of the report."""
