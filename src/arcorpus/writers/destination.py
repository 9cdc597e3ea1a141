"""Where a report goes: standard output, a file that is written whole or not at all, or a folder of such files."""

from __future__ import annotations

import errno
import os
import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from arcorpus import plugins
from arcorpus.errors import UsageError, WriteError
from arcorpus.report import ERRORS, Report
from arcorpus.writers import formats
from arcorpus.writers.layout import Layout

TOP = 20
"""The rows of a table on a terminal, where nothing else was asked for."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a report goes and what it looks like there.

    `path` is None for standard output; `folder` says that it is a folder, which gets a file for each table.
    """

    layout: Layout
    path: Path | None = None
    folder: bool = False


def target(
    form: str | None,
    output: str | None,
    sections: tuple[str, ...],
    *,
    top: int | None = None,
    bom: bool = False,
    options: Mapping[str, Any] | None = None,
) -> Target:
    """Where the report will go, checked before any work is done.

    Args:
        form: the format asked for; None follows the file's ending or, without a file, is `table` on a terminal and
            `json` elsewhere.
        output: a file, a folder (for csv, tsv and md), or None or `-` for standard output.
        sections: what was asked for: names of analyses.
        top: rows of a table; None is `TOP` on a terminal and all elsewhere.
        bom: whether csv and tsv begin with a byte order mark.
        options: the values of the command's options, for the analysis that shows its section by them.

    Raises:
        UsageError: for a format that does not exist, or cannot hold the sections.
        WriteError: when the place does not exist or may not be written to.
    """
    if form is not None:
        formats.check(form)
    path = None if output in {None, "-"} else Path(str(output))
    folder = path is not None and _is_folder(path, str(output), form, sections)
    if form is None:
        form = _default(path, folder=folder)
    if bom and form not in {"csv", "tsv"}:
        raise UsageError(f"--bom is for csv and tsv, and this is {form}")
    if formats.holds(form) != formats.REPORT and len(sections) > 1 and not folder:
        raise UsageError(f"{form} holds one section: choose it with --only, or name a folder with -o for a file each")
    if path:
        _check(path, form, folder=folder)
    return Target(_layout(Layout(sections, form, top=top, options=options or {}, bom=bom), path), path, folder)


def _is_folder(path: Path, output: str, form: str | None, sections: tuple[str, ...]) -> bool:
    try:
        if path.is_dir() or output.endswith(("/", os.sep)):
            return True
    except OSError as error:  # too long a name, or a folder on the way that may not be entered
        raise _failure(error, path) from error
    several = form is not None and formats.holds(form) != formats.REPORT and len(sections) > 1
    return several and not path.suffix


def _default(path: Path | None, *, folder: bool) -> str:
    if path is None:
        return "table" if sys.stdout and sys.stdout.isatty() else "json"
    if folder:
        raise UsageError("is a folder: choose csv, tsv or md with --format, or name a file in it", path=str(path))
    return formats.format_of(str(path))


def _check(path: Path, form: str, *, folder: bool) -> None:
    """Find out now what would make the writing fail when the work is done."""
    if folder and formats.holds(form) == formats.REPORT:
        raise UsageError(f"is a folder, and {form} is one file: name it, as {path / 'report'}.{form}", path=str(path))
    if path.exists() and not path.is_file() and not path.is_dir():
        return  # a device or a pipe
    place = path if path.is_dir() else path.resolve().parent
    if not place.is_dir():
        raise _failure(OSError(errno.ENOTDIR if place.exists() else errno.ENOENT, ""), path)
    if not os.access(place, os.W_OK | os.X_OK) or (path.is_file() and not os.access(path, os.W_OK)):
        raise _failure(OSError(errno.EACCES, ""), path)


def _layout(layout: Layout, path: Path | None) -> Layout:
    """The layout with the room and the looks of the terminal, where that is where it goes."""
    if path or layout.form != "table" or not (sys.stdout and sys.stdout.isatty()):
        return layout
    styled = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return replace(layout, width=shutil.get_terminal_size().columns, styled=styled, top=layout.top or TOP)


def write(report: Report, target: Target) -> None:
    """Write a report to its target.

    A file appears when it is whole and on the disk, and not at all otherwise; neither do the files of a folder.

    Raises:
        WriteError: when that fails; a closed pipe is left to be a BrokenPipeError.
    """
    if target.path is None:
        with standard_output() as out:
            _writer(report, out, target.layout)
        return
    try:
        if target.folder:
            _to_folder(report, target.path, target.layout)
        else:
            with whole(target.path) as out:
                _writer(report, out, target.layout)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _failure(error, target.path) from error


def _writer(report: Report, out: TextIO, layout: Layout) -> None:
    formats.writer(layout.form).write(report, out, layout)


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output in UTF-8, whatever the locale says, with line ends as they are written; flushed at the end.

    Raises:
        WriteError: when it is closed or what is behind it is full; a closed pipe is left to be a BrokenPipeError.
    """
    out = sys.stdout
    if out is None:
        raise WriteError("standard output is closed: send it somewhere, or name a file with -o")
    if isinstance(out, TextIOWrapper):
        out.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield out
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is still in the buffer would fail again when the interpreter ends, with a message of its own.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        raise _failure(error, Path("standard output")) from error


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text file that takes its place at `path` when the block ends well, and leaves no trace otherwise.

    It is written beside its place, brought to the disk and renamed. What is no regular file (a device, a named pipe)
    is written directly; a link stays one.
    """
    place = path.resolve()
    if place.exists() and not place.is_file():
        with place.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    draft = place.with_name(f".{place.name[:40]}.{os.getpid()}.part")
    draft.unlink(missing_ok=True)
    mode = place.stat().st_mode & 0o777 if place.exists() else None
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with open(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="") as out:  # noqa: PTH123
            yield out
            out.flush()
            os.fsync(out.fileno())
        if mode is not None:
            draft.chmod(mode)
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)


def _to_folder(report: Report, folder: Path, layout: Layout) -> None:
    """Write each section or table of the report to a file of its own, all before the first takes its place."""
    made = not folder.exists()
    folder.mkdir(exist_ok=True)
    if formats.holds(layout.form) == formats.SECTION:
        report = replace(report, articles=tuple(report.articles))  # every file tells the titles of its articles
    try:
        with ExitStack() as files:
            for name, part in _parts(report, layout):
                out = files.enter_context(whole(folder / f"{name}.{layout.form}"))
                _writer(report, out, part)
                out.flush()
    except BaseException:
        if made:
            with suppress(OSError):
                folder.rmdir()
        raise


def _parts(report: Report, layout: Layout) -> Iterator[tuple[str, Layout]]:
    """What each file is called and holds: a section or, where a file holds one table, each of its tables and errors."""
    for section in layout.sections:
        alone = replace(layout, sections=(section,))
        yield section, alone
        if formats.holds(layout.form) == formats.TABLE:
            for table in plugins.load("analyses", section).TABLES[1:]:
                if table.name in report.tables:
                    yield table.name, replace(alone, table=table.name)
    if formats.holds(layout.form) == formats.TABLE:
        yield ERRORS.name, replace(layout, table=ERRORS.name)


def _failure(error: OSError, path: Path) -> WriteError:
    """What went wrong on the way out, with its cause and cure."""
    parent = path.absolute().parent
    causes = {
        errno.ENOENT: f"there is no folder {parent.name!r}; make it with: mkdir -p {shlex.quote(str(path.parent))}",
        errno.ENOTDIR: f"{path.parent} is a file, not a folder; choose another place with -o",
        errno.ENOSPC: "no space left on the disk; free some, or choose another disk with -o",
        errno.EDQUOT: "no space left in your quota; free some, or choose another disk with -o",
        errno.EACCES: "you are not allowed to write there; choose another folder with -o",
        errno.EPERM: "you are not allowed to write there; choose another folder with -o",
        errno.EROFS: "the disk is read-only; choose another one with -o",
    }
    cause = causes.get(error.errno or 0, f"cannot be written ({error.strerror or error}); choose another place with -o")
    return WriteError(cause, path=str(path))
