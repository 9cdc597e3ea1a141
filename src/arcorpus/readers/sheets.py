"""The reader of workbooks (XLSX, XLS, ODS): every sheet that has a column of text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from arcorpus.errors import BrokenRow, ReadError, UnreadableFile
from arcorpus.readers.encodings import StreamEncoding
from arcorpus.readers.limits import WHOLE_BYTES, bounded
from arcorpus.readers.record_fields import RecordField, listed, means
from arcorpus.readers.records import Record, to_articles

if TYPE_CHECKING:
    from arcorpus.readers.sniffing import Beginning
    from arcorpus.types import Article

SUFFIXES = (".xlsx", ".xls", ".ods")
FORM = "a workbook (XLSX, XLS or ODS)"

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_HEADER_WITHIN = 10  # rows: titles and empty rows may stand above the header


def looks_like(beginning: Beginning) -> bool:
    """Whether a stream begins as a workbook does."""
    data = beginning.data
    if data.startswith(_OLD):
        return True
    return data.startswith(b"PK\x03\x04") and ((b"xl/" in data and b"[Content_Types].xml" in data) or _ODS in data)


def read(stream: BinaryIO, path: str) -> Iterator[Article | ReadError]:
    """The articles of a workbook.

    Args:
        stream: the file, open for bytes.
        path: its path as the user wrote it.

    Raises:
        UnreadableFile: when it is no whole workbook.
    """
    yield from to_articles(_records(stream, path), path, StreamEncoding(path))


def _records(stream: BinaryIO, path: str) -> Iterator[Record | ReadError]:
    """The rows of all sheets that have a column of text."""
    from python_calamine import CalamineError, CalamineWorkbook

    data = bounded(stream, path, WHOLE_BYTES).read()
    _refuse_bombs(data, path)
    first: list[str] = []
    any_text = False
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in workbook.sheet_names:
            names: list[str] = []
            for number, row in enumerate(workbook.get_sheet_by_name(name).iter_rows(), 1):
                if names:
                    values: dict[str, object] = dict(reversed(list(zip(names, row, strict=False))))
                    if any(cell not in ("", None) for cell in row):
                        yield Record(values, f"sheet {name}, row {number}")
                elif number <= _HEADER_WITHIN:
                    names = _header(row)
                    first = first or [str(cell) for cell in row if cell not in ("", None)]
                else:
                    break
            any_text = any_text or bool(names)
    except (CalamineError, OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise UnreadableFile(
            f"no whole workbook ({reason}); it may be cut off, locked with a password, or another kind of file",
            path=path,
        ) from error
    if not any_text:
        yield BrokenRow(f"no sheet has a column of text ({listed(first)}); call it text, body or content", path=path)


def _header(row: list[Any]) -> list[str]:
    """The names of the columns, when the row names one of text; else none."""
    names = [str(cell).strip() for cell in row]
    return names if any(means(name, RecordField.TEXT) for name in names) else []


def _refuse_bombs(data: bytes, path: str) -> None:
    """Refuse a packed workbook that says of itself that it unpacks to too much."""
    import zipfile

    from arcorpus.readers.limits import too_large

    if not data.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            total = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise UnreadableFile("the workbook is damaged or cut off; fetch it anew", path=path) from error
    if total > 4 * WHOLE_BYTES:
        raise too_large(4 * WHOLE_BYTES, path)
