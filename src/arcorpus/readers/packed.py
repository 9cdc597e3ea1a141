"""Packed files: the bytes inside, streamed. A further packing is a line in `PACKINGS`."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, NamedTuple

from arcorpus.errors import UnreadableFile


def gunzip(stream: BinaryIO, path: str) -> BinaryIO:
    """The bytes that a gzip stream holds, in constant memory; what is broken raises while they are read.

    Args:
        stream: the packed bytes.
        path: the file, as the user wrote it.

    Raises:
        UnreadableFile: while reading, when the data is no gzip, damaged or cut off; all before that has been given.

    >>> gunzip(io.BytesIO(gzip.compress("خبر".encode())), "خبر.txt.gz").read().decode()
    'خبر'
    """
    return io.BufferedReader(_Gunzipped(stream, path))


class _Gunzipped(io.RawIOBase):
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


class Packing(NamedTuple):
    """A way to pack one file.

    Attributes:
        suffix: the ending of a packed file's name, in lower case.
        magic: the bytes that packed data begins with.
        unpack: a stream of the bytes inside, from a stream of the packed bytes and the path for messages.
    """

    suffix: str
    magic: bytes
    unpack: Callable[[BinaryIO, str], BinaryIO]


PACKINGS = (Packing(".gz", b"\x1f\x8b", gunzip),)


def inner_name(path: str) -> str:
    """The path without the ending of its packing.

    >>> inner_name("خبر.txt.GZ"), inner_name("خبر.txt")
    ('خبر.txt', 'خبر.txt')
    """
    packing = packing_of(path)
    return path[: -len(packing.suffix)] if packing else path


def packing_of(path: str) -> Packing | None:
    """The packing that a path's ending tells."""
    return next((packing for packing in PACKINGS if path.lower().endswith(packing.suffix)), None)


def packing_by_content(data: bytes) -> Packing | None:
    """The packing that the first bytes of a stream tell."""
    return next((packing for packing in PACKINGS if data.startswith(packing.magic)), None)
