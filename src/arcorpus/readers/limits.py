"""Limits on what one input may hold, so that a packed bomb or a mistaken file ends in one clear line."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, BinaryIO

from arcorpus.errors import BrokenRow, UnreadableFile, UsageError

PAGE_BYTES = 64 << 20  # a text is read whole: a page, or one of many articles
WHOLE_BYTES = 256 << 20  # a workbook is read whole, but for its rows
ROW = 1 << 24  # bytes of a line of JSON Lines, code points of a value of JSON, of an element, a cell or a table's line
ARTICLE = 1 << 21  # code points of one article's text: a thick book has as many
PAGE = 1 << 22  # code points of one page of text
UNPACKED_BYTES = 8 << 30  # what one packed file or archive may hold
RATIO = 200  # how many times as large as packed: news packs to a fifth, and repeated rows to a fiftieth
RATIO_FROM = 32 << 20  # bytes below which no ratio is asked for
CURE = "if it is sound, raise the limits with --max-size"

_SIZE = re.compile(r"\s*(\d{1,12}(?:\.\d{1,6})?)\s*([kmgt]?)(?:i?b)?\s*", re.IGNORECASE)
_UNITS = {"": 0, "k": 10, "m": 20, "g": 30, "t": 40}
_ASKED: ContextVar[int] = ContextVar("max_size", default=0)


def size_of(text: str) -> int:
    """The bytes that a size names; units are powers of 1,024.

    Raises:
        UsageError: when it names none.

    >>> size_of("500MB"), size_of("1.5 g"), size_of("4096")
    (524288000, 1610612736, 4096)
    """
    found = _SIZE.fullmatch(text)
    size = int(float(found[1]) * (1 << _UNITS[found[2].lower()])) if found else 0
    if not size:
        raise UsageError(f"--max-size takes a size such as 500MB or 2GB, not {text!r}")
    return size


def raise_limits(size: int) -> None:
    """Raise the limits that lie below a size to it, for what is read from now on; 0 leaves them as they are."""
    _ASKED.set(size)


def raised(limit: int) -> int:
    """A limit, or what the user asked for when that is more."""
    return max(limit, _ASKED.get())


def shown_size(size: int) -> str:
    """A number of bytes for messages.

    >>> shown_size(8 << 20), shown_size(3 << 30), shown_size(100)
    ('8 MiB', '3 GiB', '100 bytes')
    """
    for shift, unit in ((30, "GiB"), (20, "MiB"), (10, "KiB")):
        if size >= 1 << shift:
            return f"{size / (1 << shift):.0f} {unit}"
    return f"{size} bytes"


def too_large(most: int, path: str) -> UnreadableFile:
    """The refusal of what holds more than its limit."""
    return UnreadableFile(
        f"it holds more than {shown_size(most)}, too much for one file of its kind; is it what its name says? {CURE}",
        path=path,
    )


def too_dense(path: str) -> UnreadableFile:
    """The refusal of what unpacks to many times its size."""
    return UnreadableFile(
        f"it unpacks to more than {RATIO} times its size, as no news does; {CURE}",
        path=path,
    )


def too_long(most: int, what: str, path: str) -> BrokenRow:
    """The refusal of a part of a file that holds more than its limit; `what` names it."""
    return BrokenRow(f"{what} is longer than {most >> 20} million letters, as no news is; {CURE}", path=path)


def lines(stream: BinaryIO, most: int = ROW) -> Iterator[bytes]:
    r"""The lines of a stream with their ends; of one that is longer than `most` bytes so many and one, without an end.

    >>> list(lines(io.BytesIO(b"abcdef\nab\n"), 3))
    [b'abcd', b'ab\n']
    """
    most = raised(most)
    while line := stream.readline(most + 1):
        yield line
        while len(line) > most and not line.endswith(b"\n"):  # what is left of it
            line = stream.readline(most + 1) or b"\n"


@dataclass(slots=True)
class Allowance:
    """What may be unpacked out of one input: all that is packed in it, one in the other, counts together.

    Attributes:
        packed: the bytes of the input, as far as they are known.
        given: the bytes that have come out of it.
    """

    packed: int = 0
    given: int = 0

    @property
    def refusal(self) -> UnreadableFile | None:
        """Why no more may come out of it; None as long as more may."""
        if self.given > raised(UNPACKED_BYTES):
            return too_large(raised(UNPACKED_BYTES), "")
        return too_dense("") if self.given > max(raised(RATIO_FROM), RATIO * self.packed) else None

    def take(self, size: int, path: str) -> None:
        """Count bytes that come out.

        Raises:
            UnreadableFile: when they are too many.
        """
        self.given += size
        if refusal := self.refusal:
            refusal.path = path
            raise refusal


class _Bounded(io.RawIOBase):
    """A stream that raises `UnreadableFile` when more comes out of it than its limit."""

    def __init__(self, stream: BinaryIO, path: str, most: int) -> None:
        self._read = getattr(stream, "read1", stream.read)
        self._path = path
        self._most = most
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - any writable buffer; Python 3.11 has no type for it
        view = memoryview(buffer)
        part = self._read(len(view))
        self._given += len(part)
        if self._given > self._most:
            raise too_large(self._most, self._path)
        view[: len(part)] = part
        return len(part)


def bounded(stream: BinaryIO, path: str, most: int) -> BinaryIO:
    """The stream, which raises `UnreadableFile` when it holds more than `most` bytes, or than the user allows.

    >>> bounded(io.BytesIO(b"abc"), "x", 3).read()
    b'abc'
    """
    return io.BufferedReader(_Bounded(stream, path, raised(most)), 1 << 16)
