"""What a file is: unpacked, then told by its name and its beginning; what it is decides, not what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from arcorpus.errors import NoArticle, ReadError, UnreadableFile
from arcorpus.readers import formats, sheets
from arcorpus.readers.archives import KINDS, ZIP, kind_of
from arcorpus.readers.choosing import recoded
from arcorpus.readers.files import seekable
from arcorpus.readers.packed import packing_by_content, packing_of
from arcorpus.readers.sniffing import Beginning, by_content, form_of, peek, sniff

if TYPE_CHECKING:
    from arcorpus.readers.limits import Allowance

STANDARD_INPUT = "-"
_BINARY = frozenset({"parquet", "sheets", "warc"})  # readers whose files are no text in an encoding
_PACKINGS = 3  # in each other


class Recognised(NamedTuple):
    """What a file is.

    Attributes:
        stream: what it holds, unpacked, from its beginning on.
        reader: the name of the reader for it; none for an archive.
        archive: the kind of archive that it is.
        told: what it is, where its name says otherwise.
    """

    stream: BinaryIO
    reader: str
    archive: str
    told: str


class _Inside(NamedTuple):
    """What a file holds, unpacked: its beginning, its stream, and the packing where its name does not tell it."""

    beginning: Beginning
    stream: BinaryIO
    told: str


def recognised(
    stream: BinaryIO,
    path: str,
    allowance: Allowance,
    input_format: str | None = None,
    encoding: str | None = None,
) -> Recognised:
    """What a file is.

    Args:
        stream: its bytes.
        path: where it lies, as the user wrote it.
        allowance: how much may be unpacked out of it.
        input_format: the name of the reader for it, whatever it is; archives are opened all the same.
        encoding: the name of its encoding.

    Raises:
        ReadError: when it is empty, a kind that is not read, or text of unknown ending.
    """
    is_named = path != STANDARD_INPUT
    named = input_format or (formats.reader_of(path) if is_named else None)
    inside = _unpacked(stream, path, allowance)
    if named != "sheets" and (archive := _archive(inside, path)):
        return archive
    beginning, stream, told = inside
    if encoding is not None and named not in _BINARY:
        beginning, stream = peek(recoded(stream, encoding), path)
    if input_format:
        return Recognised(stream, input_format, "", "")
    reader = _reader(beginning, named, path)
    if reader != named and is_named and not formats.is_packed_only(path):
        told = form_of(reader)
    return Recognised(stream, reader, "", told)


def _archive(inside: _Inside, path: str) -> Recognised | None:
    """The archive that a file is, or the workbook that is packed as one; None when it is neither."""
    beginning, stream, told = inside
    is_named = path != STANDARD_INPUT
    ending = formats.ending_of(path) if is_named else ""
    kind = kind_of(beginning.data, ending, path)
    if kind == ZIP and _is_workbook(beginning, stream := seekable(stream)):
        return Recognised(stream, "sheets", "", sheets.FORM if is_named else "")
    if kind is None:
        return None
    return Recognised(stream, "", kind, told or (KINDS[kind] if is_named and ending != kind else ""))


def _is_workbook(beginning: Beginning, stream: BinaryIO) -> bool:
    """Whether a ZIP archive is a workbook, by its beginning or its directory."""
    from arcorpus.readers.zip_archives import is_workbook

    found = sheets.looks_like(beginning) or is_workbook(stream, beginning.path)
    stream.seek(0)
    return found


def _unpacked(stream: BinaryIO, path: str, allowance: Allowance) -> _Inside:
    """What a file holds, unpacked as its name says and as often as it begins like packed data."""
    named = packing_of(path) if path != STANDARD_INPUT else None
    told = ""
    for count in range(_PACKINGS + 1):
        beginning, stream = peek(stream, path)
        packing = named if named and not count else packing_by_content(beginning.data)
        if packing is None or count == _PACKINGS:
            break
        if not named and path != STANDARD_INPUT:
            told = f"{packing.name} data"
        stream = packing.unpack(stream, path, allowance)
    if beginning.data:
        return _Inside(beginning, stream, told)
    if path == STANDARD_INPUT:
        raise NoArticle("standard input is empty, or was read before", path=path)
    raise NoArticle("the file is empty; save the page anew", path=path)


def _reader(beginning: Beginning, named: str | None, path: str) -> str:
    """The reader by what a file is; a text that has no telling name and that no reader claims may be a page."""
    if named:
        return by_content(beginning, named, formats.readers())
    untold = path == STANDARD_INPUT or formats.is_packed_only(path)
    try:
        reader = sniff(beginning, formats.readers())
    except ReadError:
        if untold:
            raise
        reader = None
    if reader or untold:
        return reader or formats.PAGE
    kind = KINDS.get(formats.ending_of(path))
    if kind:
        raise UnreadableFile(f"this is not {kind}, though it is called so; is it whole? Fetch it anew", path=path)
    raise formats.unknown_format(path)
