"""The members of a tar archive, and what is wrong with it where it is damaged or cut off."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from arcorpus.errors import ReadError, UnreadableFile
from arcorpus.readers.members import Member, Part

if TYPE_CHECKING:
    from arcorpus.readers.limits import Allowance

HEADER_BYTES = 1 << 20  # of one header, which is read whole
_BLOCK = tarfile.BLOCKSIZE
_READ = 1 << 20
_MARK, _MARK_AT = b"ustar", 257


def members(stream: BinaryIO, path: str) -> Iterator[Member | ReadError]:
    """The members of a tar archive that are no folders, and an error where it is damaged.

    Args:
        stream: the archive, in which can be sought.
        path: the archive, as the user wrote it.
    """
    end = stream.seek(0, io.SEEK_END)
    at = 0
    while at >= 0:
        stream.seek(at)
        try:
            archive = tarfile.open(  # noqa: SIM115 - closing it would close nothing
                fileobj=cast("BinaryIO", _Cautious(stream)), mode="r:", encoding="utf-8", errors="surrogateescape"
            )
            while info := archive.next():
                archive.members = []  # type: ignore[attr-defined]  # it would keep them all
                size = info.size if info.isreg() else 0
                at = info.offset_data + (size + _BLOCK - 1) // _BLOCK * _BLOCK
                if not info.isdir():
                    yield _member(stream, info, end)
        except (tarfile.TarError, OSError, ValueError, EOFError) as error:
            problem = " ".join(str(error).split())[:200]
        else:
            problem = ""
        if at > end:  # its last member is cut off, and says so itself
            return
        following = _following(stream, at)
        if following.problem:
            what = f"damaged or cut off at byte {at} ({problem or following.problem})"
            rest = "; what follows was read" if following.start >= 0 else ""
            yield UnreadableFile(f"the tar archive is {what}{rest}; fetch it anew", path=path)
        at = following.start


class _Cautious:
    """A stream that gives no more at once than a header may hold: its size is what the archive says."""

    def __init__(self, stream: BinaryIO) -> None:
        self.seek = stream.seek
        self.tell = stream.tell
        self._read = stream.read

    def read(self, size: int) -> bytes:
        if not 0 <= size <= HEADER_BYTES:
            raise tarfile.ReadError(f"a header of {size} bytes")
        return self._read(size)


def _member(stream: BinaryIO, info: tarfile.TarInfo, end: int) -> Member:
    """A member with what is wrong with it."""
    problem = ""
    if info.issym() or info.islnk():
        problem = "this is a link, which is not followed in an archive; unpack it and give the folder"
    elif info.issparse():
        problem = "it is stored with holes, which is not read; unpack the archive and give the folder"
    elif not info.isreg():
        problem = "this is a device or pipe, not a file; it was left out"
    try:
        name: str | bytes = info.name.encode().decode()
    except UnicodeEncodeError:
        name = info.name.encode("utf-8", "surrogateescape")
    return Member(name, partial(_open, stream, info.offset_data, info.size, end), problem)


def _open(stream: BinaryIO, start: int, size: int, end: int, path: str, _allowance: Allowance) -> BinaryIO:
    """The bytes of a member; one that is cut off fails at its end."""
    return io.BufferedReader(_Whole(stream, start, size, end, path), 1 << 16)


class _Whole(Part):
    """A member's bytes, which raise where they end before their time."""

    def __init__(self, stream: BinaryIO, start: int, size: int, end: int, path: str) -> None:
        super().__init__(stream, start, size)
        self._is_cut = start + size > end
        self._path = path

    def readinto(self, buffer: object, /) -> int:
        size = super().readinto(buffer)
        if not size and self._is_cut:
            raise UnreadableFile("the tar archive is cut off in it; fetch the archive anew", path=self._path)
        return size


class _Following(NamedTuple):
    """Where the next member begins, -1 where none does, and what is wrong with what stands before it."""

    start: int
    problem: str


def _following(stream: BinaryIO, at: int) -> _Following:
    """What follows the end of a run of members: zeros end an archive, and another may come behind them."""
    stream.seek(at)
    first = stream.read(_BLOCK)
    problem = "no end mark" if not first else "what stands there is no member" if first.strip(b"\0") else ""
    at += len(first)
    while data := stream.read(_READ):
        if data.strip(b"\0"):
            found = [place for place in range(_MARK_AT, len(data), _BLOCK) if data.startswith(_MARK, place)]
            start = found[0] - _MARK_AT if found else len(data)
            if data[:start].strip(b"\0"):
                problem = problem or "what stands there is no member"
            if found:
                return _Following(at + start, problem)
        at += len(data)
    return _Following(-1, problem)
