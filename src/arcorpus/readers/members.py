"""A member of an archive, and the part of the archive that it is."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from arcorpus.readers.limits import Allowance


class Member(NamedTuple):
    """A member of an archive.

    Attributes:
        name: its name, as the archive has it; text where the archive says that it is UTF-8.
        open: a stream of its bytes, within what is allowed, for a path and an allowance.
        problem: why it cannot be read.
    """

    name: str | bytes
    open: Callable[[str, Allowance], BinaryIO]
    problem: str = ""


class Part(io.RawIOBase):
    """A part of a stream that can be sought in, from a byte on; many parts of one stream may be open.

    Args:
        stream: the whole.
        start: the part's first byte.
        size: its bytes; it ends early where the whole does.
    """

    def __init__(self, stream: BinaryIO, start: int, size: int) -> None:
        self._stream = stream
        self._at = start
        self._left = size

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - any writable buffer; Python 3.11 has no type for it
        """Read into a buffer; how many bytes."""
        view = memoryview(buffer)
        self._stream.seek(self._at)
        part = self._stream.read(min(len(view), self._left))
        self._at += len(part)
        self._left -= len(part)
        view[: len(part)] = part
        return len(part)
