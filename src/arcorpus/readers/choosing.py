"""Which of the inputs are read: lists of paths, patterns, what is excluded, a limit or a sample, an encoding told."""

from __future__ import annotations

import codecs
import glob
import io
import os
import random
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import islice
from typing import Any, BinaryIO, TypeVar

from arcorpus.errors import UsageError
from arcorpus.readers.files import open_file
from arcorpus.readers.limits import WHOLE_BYTES, bounded

Item = TypeVar("Item")
_READ = 1 << 16


def listed_paths(listing: str, *, null: bool) -> tuple[str, ...]:
    """The paths in a file, one a line, or parted by NUL; `-` is standard input.

    Raises:
        UnreadableFile: when the file cannot be read, or is too large for a list of paths.
        NoArticle: when it is empty.
    """
    if listing == "-":
        data = bounded(sys.stdin.buffer, listing, WHOLE_BYTES).read() if sys.stdin else b""
    else:
        with open_file(listing, listed=False) as stream:
            data = bounded(stream, listing, WHOLE_BYTES).read()
    parts = data.split(b"\0") if null else data.removeprefix(codecs.BOM_UTF8).splitlines()
    return tuple(os.fsdecode(part) for part in parts if part.strip())


@dataclass(frozen=True, slots=True)
class Outputs:
    """The files that the report goes to, which are no input; `path in outputs` asks the system, so links count.

    Attributes:
        files: the device and the number on it of each.
    """

    files: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, paths: Iterable[str]) -> Outputs:
        """Those of the paths that exist, and what standard output goes to where that is a file."""
        places: list[str | int] = [*paths, *([1] if sys.stdout else [])]
        found = set()
        for place in places:
            with suppress(OSError, ValueError):
                status = os.stat(place)  # noqa: PTH116 - the descriptor has no path
                if stat.S_ISREG(status.st_mode):
                    found.add((status.st_dev, status.st_ino))
        return cls(frozenset(found))

    def __contains__(self, path: str) -> bool:
        if not self.files:
            return False
        try:
            status = os.stat(path)  # noqa: PTH116 - a Path would be made for each of many files
        except (OSError, ValueError):
            return False
        return (status.st_dev, status.st_ino) in self.files


def expanded(path: str) -> list[str]:
    """The paths that a pattern stands for, sorted; a path that exists, or that nothing fits, is given back."""
    if os.path.lexists(path) or not glob.has_magic(path):
        return [path]
    return sorted(glob.glob(path, recursive=True)) or [path]  # noqa: PTH207 - the path stays as written


def is_excluded(path: str, patterns: Iterable[str]) -> bool:
    """Whether a pattern fits the path, its name or a folder on its way.

    >>> is_excluded("أخبار/قديم/a.txt", ("قديم",)), is_excluded("a/b.txt", ("*.csv",)), is_excluded("b.txt", ("*.txt",))
    (True, False, True)
    """
    parts = path.split("/")
    heads = ["/".join(parts[: end + 1]) for end in range(len(parts))]
    return any(fnmatch(name, pattern.rstrip("/")) for pattern in patterns for name in (*parts, *heads))


def chosen(items: Iterator[Item], limit: int | None, sample: int | None, seed: int) -> Iterator[Item]:
    """The first of the items, or a sample of them in their order; the same seed gives the same sample.

    >>> list(chosen(iter(range(9)), 2, None, 0)), len(list(chosen(iter(range(9)), None, 4, 0)))
    ([0, 1], 4)
    """
    if sample is not None:
        items = iter(_sampled(items, sample, seed))
    return items if limit is None else islice(items, min(limit, sys.maxsize))


def _sampled(items: Iterator[Item], size: int, seed: int) -> list[Item]:
    """A sample, each item as likely as any other, in their order: only the sample is in memory."""
    draw = random.Random(seed)  # noqa: S311 - a sample, no secret
    kept: list[tuple[int, Item]] = []
    for number, item in enumerate(items):
        if number < size:
            kept.append((number, item))
        elif (place := draw.randrange(number + 1)) < size:
            kept[place] = (number, item)
    return [item for _, item in sorted(kept, key=lambda pair: pair[0])]


def check_encoding(name: str) -> None:
    """Raise for a name that is no encoding of text.

    Raises:
        UsageError: then.
    """
    try:
        "".encode(name)
    except (LookupError, ValueError) as error:
        raise UsageError(
            f"there is no encoding of text called {name!r}; it is a name as UTF-8, Windows-1256, ISO-8859-6, UTF-16"
        ) from error


def recoded(stream: BinaryIO, encoding: str) -> BinaryIO:
    """A stream of bytes in an encoding as UTF-8; what is none of that encoding stands as U+FFFD.

    >>> recoded(io.BytesIO("خبر".encode("cp1256")), "cp1256").read().decode()
    'خبر'
    """
    return io.BufferedReader(_Recoded(stream, encoding), _READ)


class _Recoded(io.RawIOBase):
    """Bytes of one encoding, given out in UTF-8."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - any writable buffer; Python 3.11 has no type for it
        while not self._ready and not self._ended:
            data = self._stream.read(_READ)
            self._ended = not data
            self._ready = self._decoder.decode(data, final=self._ended).encode("utf-8", "replace")
        view = memoryview(buffer)
        part = self._ready[: len(view)]
        view[: len(part)] = part
        self._ready = self._ready[len(part) :]
        return len(part)
