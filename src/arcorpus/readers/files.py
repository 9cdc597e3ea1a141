"""Files below a folder in a fixed order, opened or refused in words."""

from __future__ import annotations

import errno
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from arcorpus.errors import NoArticle, ReadError, UnreadableFile

CAUSES = {
    errno.ENOENT: "there is no such file or folder; check the path",
    errno.EACCES: "reading it is not allowed; change its permissions or run as its owner",
    errno.EPERM: "reading it is not allowed; change its permissions or run as its owner",
    errno.ELOOP: "its symbolic links lead round in a circle; mend the link",
    errno.ENAMETOOLONG: "the path is too long for this system; move the folder further up",
    errno.EIO: "the disk or network gave an error; copy the file elsewhere and try again",
}
VANISHED = "it went away after its folder was listed, or is a link to nothing; run again, or mend the link"
SPECIAL = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
    stat.S_IFDIR: "a folder",
}

_SURROGATES = re.compile("[\ud800-\udfff]")


def failure(path: str, error: OSError) -> UnreadableFile:
    """What the system refused, as one of our errors with cause and cure.

    >>> failure("خبر.txt", FileNotFoundError(errno.ENOENT, "")).message
    'there is no such file or folder; check the path'
    """
    cause = CAUSES.get(error.errno or 0)
    return UnreadableFile(
        cause or f"it cannot be read ({error.strerror or error}); check the disk and the path", path=shown(path)
    )


def faulty_reader(error: Exception, path: str) -> UnreadableFile:
    """A fault of a reader of ours or of a package, told as a file that cannot be read: the others are still read."""
    said = " ".join(f"{type(error).__name__} {error}".split())[:200]
    cure = "report it with the file; until then save its text as a UTF-8 .txt file"
    return UnreadableFile(f"its reader failed on it, which is a fault of the program ({said}); {cure}", path=path)


def shown(path: str) -> str:
    """The path as text: bytes of a file name that are no UTF-8 stand as U+FFFD."""
    return _SURROGATES.sub("\ufffd", path)


def open_file(path: str, *, listed: bool) -> BinaryIO:
    """The bytes of a regular file.

    Args:
        path: the file.
        listed: whether it was found in a folder rather than named by the user.

    Raises:
        UnreadableFile: when it is missing, not allowed, or no regular file (a pipe or device may never end).
        NoArticle: when it is empty.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 - a Path would be made for each of many files
        kind = SPECIAL.get(stat.S_IFMT(status.st_mode))
        if kind:
            raise UnreadableFile(
                f"this is {kind}, not a file; to read from a pipe, send it to standard input and give - as the path",
                path=shown(path),
            )
        if not status.st_size:
            raise NoArticle("the file is empty; save the page anew", path=shown(path))
        return open(path, "rb")  # noqa: PTH123 - as above; the caller closes it
    except FileNotFoundError as error:
        if listed:
            raise UnreadableFile(VANISHED, path=shown(path)) from error
        raise failure(path, error) from error
    except OSError as error:
        raise failure(path, error) from error
    except ValueError as error:
        raise UnreadableFile("no file can have such a name; check the path", path=shown(path)) from error


def seekable(stream: BinaryIO, failures: list[ReadError] | None = None) -> BinaryIO:
    """The stream, or a temporary file of what it holds: for forms that begin with their end.

    Args:
        stream: the bytes.
        failures: gets the error in which the stream ends; without it the error is raised.
    """
    if stream.seekable():
        return stream
    copy = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 - closed, and so deleted, when it is let go of
    try:
        read = getattr(stream, "read1", stream.read)  # what comes before a failure is not lost
        while part := read(1 << 16):
            copy.write(part)
    except ReadError as error:
        if failures is None:
            raise
        failures.append(error)
    copy.seek(0)
    return copy


def walk(folder: str) -> Iterator[str | ReadError]:
    """The files below a folder, as paths from it on, sorted by their parts, and errors for what cannot be listed.

    Hidden files and folders are left out. A linked folder is entered, but no folder twice, so that links cannot lead
    round in a circle.
    """
    entered: set[tuple[int, int]] = set()
    stack = [iter(_listed(folder, "", entered))]
    while stack:
        entry = next(stack[-1], None)
        if entry is None:
            stack.pop()
        elif isinstance(entry, ReadError):
            yield entry
        else:
            inner, is_folder = entry
            if is_folder:
                stack.append(iter(_listed(folder, inner, entered)))
            else:
                yield inner


def _listed(top: str, inner: str, entered: set[tuple[int, int]]) -> list[tuple[str, bool] | ReadError]:
    """The entries of a folder that are not hidden, by name; nothing for a folder that was entered before."""
    folder = os.path.join(top, inner) if inner else top  # noqa: PTH118 - keeps the path as the user wrote it
    try:
        status = os.stat(folder)  # noqa: PTH116
        if (status.st_dev, status.st_ino) in entered:
            return []
        entered.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as entries:
            kept = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as error:
        return [failure(folder, error)]
    return [(f"{inner}/{entry.name}" if inner else entry.name, _is_folder(entry)) for entry in kept]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder; what cannot be told is taken for a file, whose opening then tells why."""
    try:
        return entry.is_dir()
    except OSError:
        return False
