"""Packed files: the bytes inside, streamed. A further packing is a line in `PACKINGS`."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, NamedTuple

from arcorpus.errors import UnreadableFile
from arcorpus.readers.limits import RATIO, RATIO_FROM, UNPACKED_BYTES, too_dense, too_large


class Packing(NamedTuple):
    """A way to pack one file.

    Attributes:
        suffix: the ending of a packed file's name, in lower case.
        magic: the bytes that packed data begins with.
        name: what messages call it.
        open: a stream of the bytes inside, from a stream of the packed bytes.
    """

    suffix: str
    magic: bytes
    name: str
    open: Callable[[BinaryIO], Any]

    def unpack(self, stream: BinaryIO, path: str, most: int | None = None) -> BinaryIO:
        """The bytes that a packed stream holds, in constant memory; what is broken raises while they are read.

        Args:
            stream: the packed bytes.
            path: the file, as the user wrote it.
            most: how many bytes it may hold; without it there is a limit on size and ratio.

        Raises:
            UnreadableFile: while reading, when the data is damaged, cut off, or too much; all before has been given.

        >>> PACKINGS[0].unpack(io.BytesIO(gzip.compress("خبر".encode())), "خبر.txt.gz").read().decode()
        'خبر'
        """
        return io.BufferedReader(_Unpacked(self, stream, path, most), 1 << 16)


class _Counted(io.RawIOBase):
    """A stream that counts the bytes read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - any writable buffer; Python 3.11 has no type for it
        view = memoryview(buffer)
        part = self._stream.read(len(view))
        self.taken += len(part)
        view[: len(part)] = part
        return len(part)


class _Unpacked(io.RawIOBase):
    """Packed data unpacked, its failures told as ours."""

    def __init__(self, packing: Packing, stream: BinaryIO, path: str, most: int | None) -> None:
        self._packing = packing
        self._packed = _Counted(stream)
        self._inside = packing.open(io.BufferedReader(self._packed, 1 << 16))
        self._path = path
        self._most = most
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - any writable buffer; Python 3.11 has no type for it
        view = memoryview(buffer)
        name, suffix = self._packing.name, self._packing.suffix
        try:
            part = self._read(len(view))
        except EOFError as error:
            raise UnreadableFile(f"the {name} data is cut off; fetch the file anew", path=self._path) from error
        except (gzip.BadGzipFile, zlib.error, lzma.LZMAError, OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno:
                raise
            reason = " ".join(str(error).split())
            raise UnreadableFile(
                f"the {name} data is damaged ({reason}), or the file is something else; fetch it anew, "
                f"or take {suffix} off its name if it is not packed",
                path=self._path,
            ) from error
        self._given += len(part)
        self._check()
        view[: len(part)] = part
        return len(part)

    def _read(self, size: int) -> bytes:
        """The next bytes inside; a broken frame of Zstandard raises as damaged data does."""
        try:
            read = getattr(self._inside, "read1", self._inside.read)
            part: bytes = read(size)
        except Exception as error:
            if type(error).__module__.partition(".")[0] == "zstandard":
                raise ValueError(str(error)) from error
            raise
        return part

    def _check(self) -> None:
        """Refuse what holds too much."""
        if self._given > (self._most or UNPACKED_BYTES):
            raise too_large(self._most or UNPACKED_BYTES, self._path)
        if self._most is None and self._given > max(RATIO_FROM, RATIO * self._packed.taken):
            raise too_dense(self._path)


def _open_zst(stream: BinaryIO) -> Any:  # noqa: ANN401 - the package has no types
    """The bytes inside Zstandard data, of one frame after the other; a window above 128 MiB is refused."""
    import zstandard

    return zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(stream, read_across_frames=True)


PACKINGS = (
    Packing(".gz", b"\x1f\x8b", "gzip", lambda stream: gzip.GzipFile(fileobj=stream, mode="rb")),
    Packing(".bz2", b"BZh", "bzip2", bz2.BZ2File),
    Packing(".xz", b"\xfd7zXZ\x00", "xz", lzma.LZMAFile),
    Packing(".zst", b"\x28\xb5\x2f\xfd", "Zstandard", _open_zst),
)


def gunzip(stream: BinaryIO, path: str) -> BinaryIO:
    """The bytes inside gzip data, as `Packing.unpack`."""
    return PACKINGS[0].unpack(stream, path)


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
