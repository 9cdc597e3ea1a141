"""Where a report goes: standard output, a file that is written whole or not at all, or a folder of such files."""

from __future__ import annotations

import errno
import os
import shlex
import shutil
import stat
import sys
import time
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
WIDEST = 1000  # columns that a table on a terminal takes, however wide it says it is
_NO_READER = 5.0  # seconds that a named pipe is given to find a reader


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
    try:
        if _is_special(path):
            return
        place = path if path.is_dir() else Path(os.path.realpath(path)).parent
    except OSError as error:  # links that lead round in a circle, a working folder that is gone
        raise _failure(error, path) from error
    if not place.is_dir():
        raise _failure(OSError(errno.ENOTDIR if place.exists() else errno.ENOENT, ""), path)
    if not os.access(place, os.W_OK | os.X_OK) or (path.is_file() and not os.access(path, os.W_OK)):
        raise _failure(OSError(errno.EACCES, ""), path)


def _layout(layout: Layout, path: Path | None) -> Layout:
    """The layout with the room and the looks of the terminal, where that is where it goes."""
    if path or layout.form != "table" or not (sys.stdout and sys.stdout.isatty()):
        return layout
    styled = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = min(shutil.get_terminal_size().columns, WIDEST)
    return replace(layout, width=width, styled=styled, top=layout.top or TOP)


def outputs(target: Target) -> tuple[str, ...]:
    """The files that a report will go to; in a folder those of them that exist, whatever the report holds."""
    if target.path is None:
        return ()
    if not target.folder:
        return (str(target.path),)
    sections = target.layout.sections
    tables = (table.name for section in sections for table in plugins.load("analyses", section).TABLES)
    names = {*sections, *tables, ERRORS.name}
    return tuple(str(path) for path in target.path.glob(f"*.{target.layout.form}") if path.stem in names)


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
        raise output_failure(error) from error


def output_failure(error: OSError) -> WriteError:
    """What went wrong with standard output, with its cause and cure."""
    return _failure(error, Path("standard output"))


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text file that takes its place at `path` when the block ends well, and leaves no trace otherwise.

    It is written beside its place, without a name where the system can, brought to the disk, named and renamed. What is
    no regular file (a device, a named pipe) is written directly; a link stays one.
    """
    if _is_special(path):
        with open(_opened_special(path), "w", encoding="utf-8", errors="backslashreplace", newline="") as out:
            yield out
        return
    place = Path(os.path.realpath(path))
    draft = place.with_name(f".{place.name[:40]}.{os.getpid()}.part")
    draft.unlink(missing_ok=True)
    mode = place.stat().st_mode & 0o777 if place.exists() else None
    try:
        descriptor = _opened_draft(draft)
        with open(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="") as out:  # noqa: PTH123
            yield out
            out.flush()
            os.fsync(descriptor)
            if not draft.exists():
                # A folder's descriptor makes this linkat, which alone takes what the link in /proc stands for.
                os.link(f"/proc/self/fd/{descriptor}", draft, src_dir_fd=descriptor, follow_symlinks=True)
        if mode is not None:
            draft.chmod(mode)
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)


def _opened_draft(draft: Path) -> int:
    """A new file; where the system can it has no name yet, so that not even a killed program leaves it behind."""
    if hasattr(os, "O_TMPFILE") and Path("/proc/self/fd").is_dir():
        with suppress(OSError):  # not every file system can
            return os.open(draft.parent, os.O_WRONLY | os.O_TMPFILE, 0o666)
    return os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)


def _is_special(path: Path) -> bool:
    """Whether a path is a device or a pipe.

    Raises:
        OSError: when that cannot be told, as for links that lead round in a circle.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _opened_special(path: Path) -> int:
    """A device or a pipe, open for writing.

    Raises:
        OSError: ENXIO when a named pipe finds no reader within some seconds.
    """
    waits = getattr(os, "O_NONBLOCK", 0)
    until = time.monotonic() + _NO_READER
    while True:
        try:
            descriptor = os.open(path, os.O_WRONLY | waits)
        except OSError as error:
            if error.errno != errno.ENXIO or not path.is_fifo() or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            if waits:
                os.set_blocking(descriptor, True)
            return descriptor


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
    folder = path.parent
    causes = {
        errno.ENOENT: f"there is no folder {folder.name!r}; make it with: mkdir -p {shlex.quote(str(folder))}"
        if folder.name
        else "the folder that the program was started in is gone; go to another one, or name a whole path with -o",
        errno.ENOTDIR: f"{folder} is a file, not a folder; choose another place with -o",
        errno.ENOSPC: "no space left on the disk; free some, or choose another disk with -o",
        errno.EDQUOT: "no space left in your quota; free some, or choose another disk with -o",
        errno.EACCES: "you are not allowed to write there; choose another folder with -o",
        errno.EPERM: "you are not allowed to write there; choose another folder with -o",
        errno.EROFS: "the disk is read-only; choose another one with -o",
        errno.ELOOP: "its symbolic links lead round in a circle; mend the link, or choose another place with -o",
        errno.ENXIO: "nobody reads what is written there; start the reader of the pipe first, or choose a file with -o",
    }
    cause = causes.get(error.errno or 0, f"cannot be written ({error.strerror or error}); choose another place with -o")
    return WriteError(cause, path=str(path))
