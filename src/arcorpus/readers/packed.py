"""Packed files: the bytes inside, streamed."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import Any, BinaryIO

from arcorpus.errors import UnreadableFile

SUFFIXES = (".gz",)
GZIP = b"\x1f\x8b"


def unpack(stream: BinaryIO, path: str) -> BinaryIO:
    """The bytes that a gzip stream holds, in constant memory; what is broken raises while they are read.

    Args:
        stream: the packed bytes.
        path: the file, as the user wrote it.

    Raises:
        UnreadableFile: while reading, when the data is no gzip, damaged or cut off; all before that has been given.

    >>> unpack(io.BytesIO(gzip.compress("خبر".encode())), "خبر.txt.gz").read().decode()
    'خبر'
    """
    return io.BufferedReader(_Unpacked(stream, path))


class _Unpacked(io.RawIOBase):
    """Gzip data unpacked, its failures told as ours."""

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self._inside = gzip.GzipFile(fileobj=stream, mode="rb")
        self._path = path

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - any writable buffer; Python 3.11 has no type for it
        view = memoryview(buffer)
        try:
            part = self._inside.read1(len(view))
        except EOFError as error:
            raise UnreadableFile("the gzip data is cut off; fetch the file anew", path=self._path) from error
        except (gzip.BadGzipFile, zlib.error) as error:
            reason = " ".join(str(error).split())
            raise UnreadableFile(
                f"the gzip data is damaged ({reason}), or the file is something else; fetch it anew, "
                "or take .gz off its name if it is not packed",
                path=self._path,
            ) from error
        view[: len(part)] = part
        return len(part)
