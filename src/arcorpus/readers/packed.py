"""Packed files: the bytes inside, streamed. A further packing is a line in `PACKINGS`."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, NamedTuple

from arcorpus.errors import UnreadableFile
from arcorpus.readers.limits import Allowance

TAR = ".tar"


class Packing(NamedTuple):
    """A way to pack one file.

    Attributes:
        suffix: the ending of a packed file's name, in lower case.
        short: the endings that stand for `.tar` with that ending.
        magic: what packed data begins with.
        name: what messages call it.
        open: a stream of the bytes inside, from a stream of the packed bytes.
    """

    suffix: str
    short: tuple[str, ...]
    magic: re.Pattern[bytes]
    name: str
    open: Callable[[BinaryIO], Any]

    def unpack(self, stream: BinaryIO, path: str, allowance: Allowance | None = None) -> BinaryIO:
        """The bytes that a packed stream holds, in constant memory; what is broken raises while they are read.

        Args:
            stream: the packed bytes.
            path: the file, as the user wrote it.
            allowance: what may come out of the input that the stream is or lies in; it counts the packed bytes where
                nobody has yet.

        Raises:
            UnreadableFile: while reading, when the data is damaged, cut off, or too much; all before has been given.

        >>> PACKINGS[0].unpack(io.BytesIO(gzip.compress("خبر".encode())), "خبر.txt.gz").read().decode()
        'خبر'
        """
        allowance = allowance or Allowance()
        packed = stream if allowance.packed else io.BufferedReader(_Counted(stream, allowance), 1 << 16)
        cure = f", or the file is something else; fetch it anew, or take {self.suffix} off its name if it is not packed"
        return unpacked(lambda: self.open(packed), Damage(self.name, "fetch the file anew", cure), path, allowance)


class Damage(NamedTuple):
    """What is said of packed data that cannot be unpacked.

    Attributes:
        name: what the packing is called.
        cut: the cure where the data is cut off.
        cure: what follows the cause where it is damaged.
    """

    name: str
    cut: str
    cure: str


def unpacked(opening: Callable[[], Any], damage: Damage, path: str, allowance: Allowance) -> BinaryIO:
    """The bytes of what unpacks, within what is allowed; all its failures are ours.

    Args:
        opening: gives the stream that unpacks; it is called when the first byte is read.
        damage: what is said of data that cannot be unpacked.
        path: the file, as the user wrote it.
        allowance: what may come out.

    Raises:
        UnreadableFile: while reading, when the data is damaged, cut off, or too much.
    """
    return io.BufferedReader(_Unpacked(opening, damage, path, allowance), 1 << 16)


class _Counted(io.RawIOBase):
    """A stream whose bytes are counted as those of the input."""

    def __init__(self, stream: BinaryIO, allowance: Allowance) -> None:
        self._stream = stream
        self._allowance = allowance

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - any writable buffer; Python 3.11 has no type for it
        view = memoryview(buffer)
        part = self._stream.read(len(view))
        self._allowance.packed += len(part)
        view[: len(part)] = part
        return len(part)


class _Unpacked(io.RawIOBase):
    """Packed data unpacked, its failures told as ours."""

    def __init__(self, opening: Callable[[], Any], damage: Damage, path: str, allowance: Allowance) -> None:
        self._opening = opening
        self._inside: Any = None
        self._damage = damage
        self._path = path
        self._allowance = allowance

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - any writable buffer; Python 3.11 has no type for it
        view = memoryview(buffer)
        name, cut, cure = self._damage
        try:
            part = self._read(len(view))
        except EOFError as error:
            raise UnreadableFile(f"the {name} data is cut off; {cut}", path=self._path) from error
        except (gzip.BadGzipFile, zlib.error, lzma.LZMAError, OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno:
                raise
            reason = " ".join(str(error).split())
            raise UnreadableFile(f"the {name} data is damaged ({reason}){cure}", path=self._path) from error
        self._allowance.take(len(part), self._path)
        view[: len(part)] = part
        return len(part)

    def _read(self, size: int) -> bytes:
        """The next bytes inside; what only one library raises is raised as damaged data is."""
        try:
            if self._inside is None:
                self._inside = self._opening()
            read = getattr(self._inside, "read1", self._inside.read)
            part: bytes = read(size)
        except Exception as error:
            if type(error).__module__.partition(".")[0] in {"zstandard", "zipfile"}:
                raise ValueError(str(error)) from error
            raise
        return part


def _open_zst(stream: BinaryIO) -> Any:  # noqa: ANN401 - the package has no types
    """The bytes inside Zstandard data, of one frame after the other; a window above 128 MiB is refused."""
    import zstandard

    return zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(stream, read_across_frames=True)


PACKINGS = (
    Packing(
        ".gz", (".tgz",), re.compile(rb"\x1f\x8b"), "gzip", lambda stream: gzip.GzipFile(fileobj=stream, mode="rb")
    ),
    Packing(".bz2", (".tbz2", ".tbz"), re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), "bzip2", bz2.BZ2File),
    Packing(".xz", (".txz",), re.compile(rb"\xfd7zXZ\x00"), "xz", lzma.LZMAFile),
    Packing(".zst", (".tzst",), re.compile(rb"\x28\xb5\x2f\xfd"), "Zstandard", _open_zst),
)


def gunzip(stream: BinaryIO, path: str) -> BinaryIO:
    """The bytes inside gzip data, as `Packing.unpack`."""
    return PACKINGS[0].unpack(stream, path)


def inner_name(path: str) -> str:
    """The path without the ending of its packing.

    >>> inner_name("خبر.txt.GZ"), inner_name("خبر.txt"), inner_name("خبر.tgz")
    ('خبر.txt', 'خبر.txt', 'خبر.tar')
    """
    for packing in PACKINGS:
        for ending in (packing.suffix, *packing.short):
            if path.lower().endswith(ending):
                return path[: -len(ending)] + (TAR if ending in packing.short else "")
    return path


def packing_of(path: str) -> Packing | None:
    """The packing that a path's ending tells."""
    return next((packing for packing in PACKINGS if path.lower().endswith((packing.suffix, *packing.short))), None)


def packing_by_content(data: bytes) -> Packing | None:
    """The packing that the first bytes of a stream tell."""
    return next((packing for packing in PACKINGS if packing.magic.match(data)), None)
