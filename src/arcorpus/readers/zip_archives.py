"""The members of a ZIP archive, by its directory or, where that is cut off or damaged, by what stands before each."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from arcorpus.errors import ReadError, UnreadableFile
from arcorpus.readers.limits import RATIO, RATIO_FROM, raised
from arcorpus.readers.members import Member, Part
from arcorpus.readers.packed import Damage, unpacked

if TYPE_CHECKING:
    from arcorpus.readers.limits import Allowance

DIRECTORY_BYTES = 32 << 20  # of the directory, which is read whole
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCAL = struct.Struct("<4s5H3L2H")
_LOCAL_MARK = b"PK\x03\x04"
_ENCRYPTED, _SIZES_BEHIND, _UTF8 = 0x1, 0x8, 0x800  # flags of a member
_UNICODE_PATH = 0x7075
_READ = 1 << 16
_METHODS = {9: "Deflate64", 93: "Zstandard", 95: "xz", 98: "PPMd", 99: "AES encryption"}
_DAMAGE = Damage("ZIP", "fetch the archive anew", "; fetch the archive anew")
_BROKEN = (zipfile.BadZipFile, OSError, ValueError, struct.error, NotImplementedError, OverflowError)
_WORKBOOKS = frozenset({"xl/workbook.xml", "xl/workbook.bin"})
_DOCUMENTS = {
    "word/document.xml": "a Word document (docx)",
    "ppt/presentation.xml": "a PowerPoint document (pptx)",
    "META-INF/container.xml": "an e-book (EPUB)",
    "META-INF/MANIFEST.MF": "a Java program",
    "content.xml": "an OpenDocument text or drawing (odt, odp)",
}


def members(stream: BinaryIO, path: str) -> Iterator[Member | ReadError]:
    """The members of a ZIP archive that are no folders, and an error where it is damaged.

    Args:
        stream: the archive, in which can be sought.
        path: the archive, as the user wrote it.

    Raises:
        UnreadableFile: when it is a document rather than an archive, or its directory is too large.
    """
    try:
        listed = _directory(stream, path)
    except _BROKEN as error:
        reason = " ".join(str(error).split())[:200]
        found = list(_by_headers(stream))
        what = f"the ZIP archive is damaged or cut off ({reason})"
        cure = "; what could be found of its members was read, fetch it anew" if found else "; fetch it anew"
        yield UnreadableFile(f"{what}{cure}", path=path)
        listed = found
    refuse_documents({info.filename for info in listed}, path)
    for info in listed:
        if not info.filename.endswith(("/", "\\")):
            yield Member(_name(info), partial(_open, stream, info), _problem(info))


def is_workbook(stream: BinaryIO, path: str) -> bool:
    """Whether a ZIP archive is a workbook, which its beginning need not tell.

    Raises:
        UnreadableFile: when its directory is too large.
    """
    try:
        return any(info.filename in _WORKBOOKS for info in _directory(stream, path))
    except _BROKEN:
        return False


def refuse_documents(names: set[str], path: str) -> None:
    """Raise for the names of a document that is packed as ZIP.

    Raises:
        UnreadableFile: then.
    """
    kind = next((kind for name, kind in _DOCUMENTS.items() if name in names), None)
    if kind and ("[Content_Types].xml" in names or "mimetype" in names or "META-INF/MANIFEST.MF" in names):
        raise UnreadableFile(f"this is {kind}, which is not read; save its text as a UTF-8 .txt file", path=path)


def _directory(stream: BinaryIO, path: str) -> list[zipfile.ZipInfo]:
    """The members as the directory at the archive's end has them."""
    end = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, end - _END.size - (1 << 16) - _END_64.size - 20))
    tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    size = _END.unpack_from(tail, at)[5] if 0 <= at <= len(tail) - _END.size else 0
    long = tail.rfind(b"PK\x06\x06")
    if size == 0xFFFFFFFF and 0 <= long <= len(tail) - _END_64.size:  # noqa: PLR2004 - told in the longer record
        size = _END_64.unpack_from(tail, long)[8]
    if size > DIRECTORY_BYTES:
        raise UnreadableFile(
            f"the archive lists more members than are read of one ({size >> 20} MiB of names); unpack it and give the "
            "folder",
            path=path,
        )
    with zipfile.ZipFile(stream) as archive:
        return archive.infolist()


def _name(info: zipfile.ZipInfo) -> str | bytes:
    """The name as UTF-8 where the archive says so, else its bytes; Windows may part it by backslashes."""
    at = 0
    while at + 4 <= len(info.extra):
        kind, size = struct.unpack_from("<HH", info.extra, at)
        if kind == _UNICODE_PATH and size > 5:  # noqa: PLR2004 - a version and a sum stand before the name
            return info.extra[at + 9 : at + 4 + size].decode("utf-8", "replace").replace("\\", "/")
        at += 4 + size
    if info.flag_bits & _UTF8:
        return info.orig_filename.replace("\\", "/")
    return info.orig_filename.encode("cp437", "replace").replace(b"\\", b"/")


def _problem(info: zipfile.ZipInfo) -> str:
    """Why a member cannot be read; nothing where it can."""
    kind = stat.S_IFMT(info.external_attr >> 16) if info.create_system == 3 else 0  # noqa: PLR2004 - made on Unix
    if kind == stat.S_IFLNK:
        return "this is a link, which is not followed in an archive; unpack it and give the folder"
    if kind and kind != stat.S_IFREG:
        return "this is a device or pipe, not a file; it was left out"
    if info.flag_bits & _ENCRYPTED:
        return "it is locked with a password; unpack the archive and give the folder"
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}:
        method = _METHODS.get(info.compress_type, f"method {info.compress_type}")
        return f"it is packed by {method}, which is not read; unpack the archive and give the folder"
    return ""


def _open(stream: BinaryIO, info: zipfile.ZipInfo, path: str, allowance: Allowance) -> BinaryIO:
    """The bytes of a member."""
    return unpacked(partial(_inside, stream, info), _DAMAGE, path, allowance)


def _inside(stream: BinaryIO, info: zipfile.ZipInfo) -> zipfile.ZipExtFile:
    """The member as the library reads it, from behind the header that stands before it."""
    stream.seek(info.header_offset)
    header = stream.read(_LOCAL.size)
    if len(header) < _LOCAL.size:
        raise EOFError
    mark, *_, name, extra = _LOCAL.unpack(header)
    if mark != _LOCAL_MARK:
        raise zipfile.BadZipFile("no member where the directory has one")
    start = info.header_offset + _LOCAL.size + name + extra
    packed = io.BufferedReader(Part(stream, start, info.compress_size), _READ)
    return zipfile.ZipExtFile(packed, "r", info)


class _Header(NamedTuple):
    """What stands before a member."""

    mark: bytes
    version: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name: int
    extra: int


def _by_headers(stream: BinaryIO) -> Iterator[zipfile.ZipInfo]:
    """The members by the headers before each, up to where there is none; of the last one a part may be there."""
    end = stream.seek(0, io.SEEK_END)
    at = _next_header(stream, 0)
    while at >= 0:
        stream.seek(at)
        data = stream.read(_LOCAL.size)
        if len(data) < _LOCAL.size:
            return
        header = _Header(*_LOCAL.unpack(data))
        name = stream.read(header.name)
        start = at + _LOCAL.size + header.name + header.extra
        info = zipfile.ZipInfo(name.decode("utf-8" if header.flags & _UTF8 else "cp437", "replace") or "?")
        info.extra = stream.read(header.extra)
        info.header_offset, info.flag_bits, info.compress_type = at, header.flags, header.method
        info.CRC, info.compress_size, info.file_size = header.crc, header.packed, header.size
        if header.flags & _SIZES_BEHIND and not header.packed and not _measure(stream, info, start, RATIO * end):
            return
        if start + info.compress_size > end:
            yield info
            return
        yield info
        at = _next_header(stream, start + info.compress_size)


def _measure(stream: BinaryIO, info: zipfile.ZipInfo, start: int, most: int) -> bool:
    """Give a member whose sizes stand behind it those that unpacking it shows; False where that cannot be told."""
    if info.compress_type != zipfile.ZIP_DEFLATED or info.flag_bits & _ENCRYPTED:
        return False
    inside = zlib.decompressobj(-15)
    stream.seek(start)
    try:
        while not inside.eof and info.file_size <= max(raised(RATIO_FROM), most) and (data := stream.read(_READ)):
            info.compress_size += len(data)
            while data and not inside.eof:
                part = inside.decompress(data, _READ)
                info.file_size += len(part)
                info.CRC = zlib.crc32(part, info.CRC)
                data = inside.unconsumed_tail
    except zlib.error:
        return False
    info.compress_size -= len(inside.unused_data)
    if not inside.eof:
        info.compress_size += 1  # so that reading it ends in «cut off»
        info.file_size += 1
    return True


def _next_header(stream: BinaryIO, at: int) -> int:
    """Where the next header stands, -1 where none does."""
    stream.seek(at)
    held = b""
    while data := stream.read(_READ):
        held += data
        found = held.find(_LOCAL_MARK)
        if found >= 0:
            return at + found
        at += max(0, len(held) - 3)
        held = held[-3:]
    return -1
