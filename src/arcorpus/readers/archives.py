"""Archives (ZIP, tar): their members as the files of a folder, sorted as one is walked, read without being laid out."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from arcorpus.errors import ReadError, UnreadableFile
from arcorpus.readers.files import seekable, shown
from arcorpus.readers.letter_pairs import ARABIC_ENOUGH, mean_log_share
from arcorpus.readers.members import Member
from arcorpus.readers.packed import TAR

if TYPE_CHECKING:
    from arcorpus.readers.limits import Allowance

ZIP = ".zip"
KINDS = {ZIP: "a ZIP archive", TAR: "a tar archive"}
UNREAD = {b"Rar!\x1a\x07": "a RAR archive", b"7z\xbc\xaf\x27\x1c": "a 7z archive"}
DEEPEST = 3  # archives in each other
MEMBERS = 250_000  # of one archive
SHOWN = 200  # code points of a member's name in messages
NAME_BYTES = 4096  # of a member's name: no system has longer paths
_PAGES = ("cp1256", "cp720")  # what Windows and DOS write Arabic names in
_MANY = 20_000  # bytes of names that their code page is told by
_DRIVE = re.compile(r"[A-Za-z]:")
_CHECKSUM = re.compile(rb"[0-7 ]{5,7}[ \0]{1,3}")


class Archive:
    """An archive as a folder: `walk` lists its files as `files.walk` does, `open` gives the bytes of one.

    Attributes:
        path: where it lies, as the user wrote it.
    """

    def __init__(self, stream: BinaryIO, kind: str, path: str, allowance: Allowance) -> None:
        self.path = path
        self._cut: list[ReadError] = []
        self._stream = seekable(stream, self._cut)
        self._kind = kind
        self._allowance = allowance
        self._files: dict[str, Member] = {}
        if self._cut and allowance.refusal:
            raise self._cut[0]
        allowance.packed = allowance.packed or self._stream.seek(0, io.SEEK_END)

    def walk(self) -> Iterator[str | ReadError]:
        """The files in it, as paths from it on, sorted by their parts, and errors for what cannot be read.

        Hidden files and folders, and what macOS adds, are left out as they are in a folder; of several members of one
        name the last is read, for it is what unpacking leaves.
        """
        found, late = self._members()
        found.sort(key=lambda item: item[0])
        times = Counter(parts for parts, _ in found)
        for parts, member in found:
            name = "/".join(parts)
            if isinstance(member, ReadError):
                yield member
            elif times[parts] > 1:
                times[parts] -= 1
                yield self._error(name, "another member of the archive has the same name; the last of them is read")
            elif member.problem:
                yield self._error(name, member.problem)
            else:
                self._files[name] = member
                yield name
        yield from late

    def open(self, inner: str) -> BinaryIO:
        """The bytes of a file that `walk` has given."""
        return self._files.pop(inner).open(f"{self.path}!{inner}", self._allowance)

    def _members(self) -> tuple[list[tuple[tuple[str, ...], Member | ReadError]], list[ReadError]]:
        """The members that are no folders and not hidden, by the parts of their names, and errors that have no name."""
        from arcorpus.readers import tar_archives, zip_archives

        listed = zip_archives.members if self._kind == ZIP else tar_archives.members
        members: list[Member] = []
        errors = self._cut
        for member in listed(self._stream, self.path):
            if isinstance(member, ReadError):
                errors.append(member)
            elif len(members) == MEMBERS:
                errors.append(
                    UnreadableFile(
                        f"the archive has more than {MEMBERS} members; these were read, unpack it for the others",
                        path=self.path,
                    )
                )
                break
            else:
                members.append(member)
        names = decoded([member.name for member in members])
        found: list[tuple[tuple[str, ...], Member | ReadError]] = []
        for name, member in zip(names, members, strict=True):
            parts = tuple(part for part in name.split("/") if part not in ("", "."))
            if problem := _climbs(name, parts):
                found.append((parts, self._error(name, problem)))
            elif parts and not any(part.startswith(".") for part in parts) and parts[0] != "__MACOSX":
                found.append((parts, member))
        return found, errors

    def _error(self, name: str, problem: str) -> UnreadableFile:
        """The error of a member."""
        name = shown(name if len(name) <= SHOWN else f"{name[:SHOWN]}…")
        return UnreadableFile(problem, path=f"{self.path}!{name}")


def _climbs(name: str, parts: tuple[str, ...]) -> str:
    """What is wrong with a member's name; nothing when it stays inside the archive."""
    if ".." in parts or name.startswith("/") or _DRIVE.match(name):
        return "its name leads out of the archive, as no sound archive's does; it was left out"
    return "its name is longer than any path; it was left out" if len(name) > NAME_BYTES else ""


def kind_of(data: bytes, ending: str, path: str) -> str | None:
    """The kind of archive that begins so, or that is called so and begins as nothing else; None for no archive.

    Args:
        data: the first bytes.
        ending: the ending of its name, that of its packing taken off.
        path: where it lies, as the user wrote it.

    Raises:
        UnreadableFile: for a kind that is not read.
    """
    for magic, name in UNREAD.items():
        if data.startswith(magic):
            raise UnreadableFile(
                f"this is {name}, which is not read; unpack it (unar and 7-Zip can) and give the folder, or pack it as "
                "ZIP",
                path=path,
            )
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK00PK")):
        return ZIP
    return TAR if _is_tar(data) or (ending == TAR and not data.strip(b"\0")) else None


def _is_tar(data: bytes) -> bool:
    """Whether data begins with a header of tar: by its mark or, in the oldest, by its sum."""
    if data[257:262] == b"ustar":
        return True
    if not _CHECKSUM.fullmatch(data[148:156]) or len(data) < 512:  # noqa: PLR2004 - the size of a header
        return False
    return sum(data[:148]) + sum(data[156:512]) + 8 * 32 == int(data[148:156].strip(b" \0") or b"0", 8)


def decoded(names: Iterable[str | bytes]) -> list[str]:
    """The names of an archive's members as text: those that are no UTF-8 in the code page that makes Arabic of them.

    >>> decoded(["أخبار".encode("cp720"), "أخبار".encode(), "أخبار"])
    ['أخبار', 'أخبار', 'أخبار']
    """
    listed = list(names)
    odd = [name for name in listed if isinstance(name, bytes) and not _is_utf8(name)]
    page = _code_page(b"\n".join(odd)[:_MANY]) if odd else ""
    return [
        name if isinstance(name, str) else name.decode("utf-8" if _is_utf8(name) else page, "replace")
        for name in listed
    ]


def _is_utf8(name: bytes) -> bool:
    try:
        name.decode()
    except UnicodeDecodeError:
        return False
    return True


def _code_page(data: bytes) -> str:
    """The code page of names: the one that makes most Arabic of them, or that of DOS."""
    best = max(_PAGES, key=lambda page: mean_log_share(data.decode(page, "replace")))
    return best if mean_log_share(data.decode(best, "replace")) >= ARABIC_ENOUGH else "cp437"
